import { z } from 'zod';
import { Issue } from './issue.ts';
import { Format } from './source-document.ts';

/** A file as it arrived. `ok` with an error inside cannot be written: see {@link DocumentRecord}. */
const DocumentBase = z.object({
  /** SHA-256 of the bytes, hex. */
  document_id: z.string().regex(/^[0-9a-f]{64}$/),
  /** As given; for an entry of an archive `archive.zip!/entry`. */
  path: z.string(),
  /** Size of the file, in bytes. */
  bytes: z.int().min(0),
  /** By content, never by extension alone. */
  format: Format,
  /** Pages or sheets. */
  pages: z.int().min(0),
  /** Count of scanned pages that were recognised. */
  ocr_pages: z.int().min(0),
  /** Count of filings. */
  filings: z.int().min(0),
  /** What could not be read, was read in part, or was read though hidden. */
  warnings: z.array(Issue),
  /** How far it could be read. */
  status: z.enum(['ok', 'partial', 'failed', 'unsupported']),
  /** Why there is nothing usable; null where there is. */
  error: Issue.nullable(),
});
const NoError = { error: z.null() };
const WithError = { error: Issue };
/** A file as it arrived: `ok` · `partial` some part could not be read, `warnings` says which · `failed` nothing usable, `error` says why · `unsupported` known, without a reader. */
export const DocumentRecord = z.discriminatedUnion('status', [
  DocumentBase.extend({ status: z.literal('ok'), ...NoError }),
  DocumentBase.extend({ status: z.literal('partial'), ...NoError }),
  DocumentBase.extend({ status: z.literal('failed'), ...WithError }),
  DocumentBase.extend({ status: z.literal('unsupported'), ...WithError }),
]);
export type DocumentRecord = z.infer<typeof DocumentRecord>;
