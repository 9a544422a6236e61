import { hash } from 'node:crypto';
import type { Amount, Filing, Indicator } from '../../schemas/index.ts';
import { remembered } from './remembered.ts';
import type { DocumentContext } from './rule.ts';

/** Folds what differs between layouts and formats: width, spaces, quotation marks, list marks, trailing colons. */
export function normalised(text: string | null | undefined): string {
  return text == null || text === '' ? '' : fold(text);
}

const fold = remembered((text) =>
  text
    .normalize('NFKC')
    .replace(/[\s"'“”‘’「」:：]+/g, '')
    // Where many open and none closes, a search from each to the end would take the square of their number.
    .replace(/\(([^()]*)\)/g, '（$1）')
    .toLowerCase(),
);

/** 到 位 率 → 到位率: the head of a column without the blanks that widen its words; / still parts it from the heads above. */
export function closedUp(head: string | null | undefined): string {
  return head == null ? '' : head.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '');
}

/** What a filing is, whatever its file: kind of form, organisation, year, project. */
export function filingKey(filing: Filing): string {
  const parts = [filing.form_type, filing.organisation, filing.year, filing.project ?? filing.title];
  return parts.map((part) => normalised(part == null ? '' : String(part))).join('|');
}

/** What a document is, whatever its file: the organisation and year of its first form, else its first sentence. */
export function documentKey({ filings, texts }: DocumentContext): string {
  const first = filings[0]?.filing;
  if (first === undefined) return `document|${normalised(texts[0]?.text)}`;
  return ['document', first.organisation, first.year]
    .map((part) => normalised(part == null ? '' : String(part)))
    .join('|');
}

export function amountKey(amount: Amount): string {
  const { section, item, parent, measure, fund, year, project, code, column_label } = amount;
  const line = `${section}|${normalised(item)}|${normalised(parent)}|${measure}|${normalised(fund)}`;
  return `${line}|${year ?? ''}|${normalised(project)}|${normalised(code)}|${normalised(column_label)}`;
}

/** The column of the name that stands on the figure's own row: of 合计 | 460 | 合计 | 440 the second is another line. Blank where its head names it. */
export function nameColumn({ source: { item, value } }: Amount): number | '' {
  return item != null && item.row === value?.row ? (item.column ?? '') : '';
}

export function indicatorKey(indicator: Indicator): string {
  const { section, goal, level1, level2, level3, scope } = indicator;
  const place = `${normalised(section)}|${normalised(goal)}|${normalised(level1)}`;
  const name = `${place}|${normalised(level2)}|${normalised(level3)}`;
  return scope === undefined ? name : `${name}|${normalised(scope)}`;
}

/** Stable id of a finding: hash of the rule family, the operands' keys and the filing's key. */
export function findingId(family: string, operands: readonly string[], filing: string): string {
  const text = [family, filing, ...[...operands].sort()].join('\u001f');
  return hash('sha256', text).slice(0, 24);
}

/** `SUM` of `SUM-01`. */
export function familyOf(rule: string): string {
  return rule.replace(/-.*$/, '');
}
