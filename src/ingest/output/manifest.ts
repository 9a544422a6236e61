import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { DocumentRecord } from '../../../schemas/index.ts';
import type { SkipReason } from '../discovery/entry-name.ts';
import { openLineFile } from './line-file.ts';

/** What stands at one path of the archive. The manifest lists all of them in the order of discovery. */
export type ManifestRow =
  /** Bytes with this hash; what came of them is in the ledger. */
  | { path: string; hash: string }
  /** Could not be opened, or not as the archive that it is. */
  | { path: string; document: DocumentRecord }
  | { path: string; skipped: SkipReason };

/** A record of the ledger that says what an archive holds, by its key: of use to the next run, and nothing of the archive itself. */
export interface ListRow {
  list: string;
}

export interface Manifest {
  add: (row: ManifestRow | ListRow) => Promise<void>;
  close: () => Promise<void>;
}

export async function openManifest(path: string): Promise<Manifest> {
  const file = await openLineFile(path);
  return { add: (row) => file.add(`${JSON.stringify(row)}\n`), close: () => file.close() };
}

export async function* readManifest(path: string): AsyncGenerator<ManifestRow | ListRow> {
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
  for await (const line of lines) yield JSON.parse(line) as ManifestRow | ListRow;
}
