import { sheetFormats } from '../../parsers/sheet-formats.ts';
import type { Issue, IssueCode, SourceDocument } from '../../schemas/index.ts';

/** What a reading amounts to: a whole document, a part of one, or nothing usable. */
export type Verdict =
  | { status: 'ok' | 'partial'; error: null; warnings: Issue[] }
  | { status: 'failed'; error: Issue; warnings: Issue[] };

/** Warnings that say that a part of the document was not read. */
const lost: ReadonlySet<IssueCode> = new Set([
  'page_failed',
  'sheet_failed',
  'picture_only',
  'no_text',
  'too_large',
  'timeout',
  'internal',
]);

/**
 * A document with a grid is `ok`, or `partial` where a part was lost. Without a grid: prose is `ok` with the warning
 * `no_table`, for its sentences are of use; a workbook, or a document with nothing in it, is `failed`, by the first
 * loss where there is one. A table that is only a picture leaves a document `partial`: another reader may yet read it.
 */
export function verdictOf(source: SourceDocument, warnings: Issue[]): Verdict {
  const losses = warnings.filter(({ code }) => lost.has(code));
  const status = losses.length > 0 ? 'partial' : 'ok';
  if (source.blocks.some(({ kind }) => kind === 'grid')) return { status, error: null, warnings };
  const prose = source.blocks.some((block) => block.kind === 'paragraph' && block.text.trim() !== '');
  if (warnings.some(({ code }) => code === 'picture_only'))
    return { status: 'partial', error: null, warnings };
  if (prose && !sheetFormats.has(source.format))
    return { status, error: null, warnings: [...warnings, noTable] };
  const [loss = noTable] = losses;
  return { status: 'failed', error: loss, warnings: warnings.filter((warning) => warning !== loss) };
}

const noTable: Issue = {
  code: 'no_table',
  message: { zh: '文件中没有表格', en: 'there is no table in the document' },
  place: null,
};
