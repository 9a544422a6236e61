import type { Issue, IssueCode } from '../schemas/index.ts';

/** An issue of one document: code, the sentence in both languages, and the page, sheet or part it is about. */
export function issue(code: IssueCode, zh: string, en: string, place: string | null = null): Issue {
  return { code, message: { zh, en }, place };
}
