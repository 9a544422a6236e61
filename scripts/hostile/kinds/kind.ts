import type { IssueCode } from '../../../schemas/index.ts';
import type { HostileCase } from '../case.ts';

/**
 * What reading a kind of file comes to: the records of the form as it stands (`form`), what can be read with a word about what cannot, or an
 * error.
 */
export type Ending =
  | { comesTo: 'form' }
  | { comesTo: 'told'; code: IssueCode }
  | { comesTo: 'failed' | 'unsupported'; code: IssueCode };

/** A kind of file that archives hold, or that public collections of odd files do: the name says what is odd. */
export type Kind = [name: string, make: () => Uint8Array, ending: Ending];

export const form: Ending = { comesTo: 'form' };
export const told = (code: IssueCode): Ending => ({ comesTo: 'told', code });
export const failed = (code: IssueCode): Ending => ({ comesTo: 'failed', code });
export const unsupported: Ending = { comesTo: 'unsupported', code: 'unsupported_format' };

/** A kind that can be read, as a case among the others. What is none of ours may be skipped in a folder. */
export const caseOf = ([name, make]: Kind): HostileCase => ({
  name: `kind-${name}`,
  make,
  expected: { status: ['ok', 'partial'] },
});

/** An invented form, a row each; one cell goes across all columns. */
export const rows: readonly (readonly string[])[] = [
  ['部门整体支出绩效目标申报表'],
  ['部门名称', '青岚县文化馆', '预算年度', '2024年'],
  ['收入构成（万元）', '金额', '占比', ''],
  ['合计', '30.00', '100%', ''],
  ['财政拨款', '20.00', '', ''],
  ['其他资金', '10.00', '', ''],
  ['一级指标', '三级指标', '指标值', '权重'],
  ['产出指标', '演出场次', '≥12场', '60'],
  ['效益指标', '观众满意度', '≥90%', '40'],
];

export const isNumber = (text: string): boolean => /^[\d.]+$/.test(text);

/** The form as a web page, with something behind its table. */
export const page = (behind = ''): string => {
  const cells = (row: readonly string[]) =>
    row.length === 1 ? `<td colspan=4>${row[0]}</td>` : row.map((text) => `<td>${text}</td>`).join('');
  const table = rows.map((row) => `<tr>${cells(row)}</tr>`).join('');
  return `<!doctype html><meta charset="utf-8"><table>${table}</table>${behind}`;
};

/** A text with a stretch of it changed, which must be there. */
export function changed(text: string, from: string | RegExp, to: string): string {
  const result = text.replace(from, () => to);
  if (result === text) throw new Error(`nothing to change: ${from}`);
  return result;
}
