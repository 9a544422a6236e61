import type { Issue, IssueCode } from '../schemas/index.ts';

/** What a library says of its throw, as an addition to a sentence in both languages that says what is damaged. */
export function thrownDetail(thrown: unknown): { zh: string; en: string } {
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  // What JavaScript says of a value that is not there tells a reader nothing.
  if (detail === '' || thrown instanceof TypeError || thrown instanceof RangeError) return { zh: '', en: '' };
  const [line = ''] = detail.split('\n');
  return { zh: `（解析程序提示：${line}）`, en: ` (the parser says: ${line})` };
}

/** An issue of one document: code, the sentence in both languages, and the page, sheet or part it is about. */
export function issue(code: IssueCode, zh: string, en: string, place: string | null = null): Issue {
  return { code, message: { zh, en }, place };
}
