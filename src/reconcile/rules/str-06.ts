import type { Indicator, TextRecord } from '../../../schemas/index.ts';
import { cellOf, listed, notice } from '../notice.ts';
import { type FilingContext, type FilingRule, type Outcome, passed } from '../rule.ts';

/** Help text and placeholders of the template that were left where an answer belongs. */
export const STR_06: FilingRule = {
  id: 'STR-06',
  scope: 'filing',
  kind: 'structure',
  title: { zh: '模板提示文字未填写', en: 'Unfilled template text' },
  explanation: {
    zh: '单元格里仍是模板的占位或提示文字：XX、≥**个、（100字以内）、请填写、下降（增长）等。',
    en: 'A cell still holds the placeholder or help text of the template: XX, ≥**个, (100字以内), 请填写, 下降（增长）.',
  },
  tolerance: 'TS',
  severity: 'warning',
  parameters: {},
  example: { zh: '“完成培训XX人次”', en: '“完成培训XX人次”' },
  check,
};

const PLACEHOLDERS: readonly RegExp[] = [
  // XX人, ××个, ＸＸ年; not part of a Latin word or code.
  /(?<![A-Za-z0-9])[XxＸｘ×✕]{2,}(?![A-Za-z0-9])/,
  // ≥**个, **人次; 王** is a name that was masked. A run is tried from its first sign alone, or a long one takes for ever.
  /[≥≤＞＜<>=＝][*＊]{2,}|(?<![*＊])[*＊]{2,}(?=个|人次|次|家|项|处|万|元|%|％|户|台|套|件|天|亩|公里|米)/,
  /[（(]\s*(?:不超过|限)?\s*\d{2,4}\s*字\s*(?:以内|左右|内)?\s*[)）]/,
  /请(?:在此|按|根据|如实)?填[写报]|此处填写|填写说明|请输入|请选择/,
  /下降[（(]增长[)）]|增长[（(]下降[)）]|增加[（(]减少[)）]|减少[（(]增加[)）]/,
  /_{3,}|＿{3,}/,
];

const ANY = new RegExp(PLACEHOLDERS.map(({ source }) => source).join('|'));

function check(context: FilingContext): Outcome[] {
  const { filing, indicators, texts } = context;
  const cells = [...indicators.flatMap(ofIndicator), ...texts.flatMap(ofText)];
  if (cells.length === 0) return [];
  const left = cells
    .filter(({ text }) => ANY.test(text))
    .map(({ field, record, text }) => cellOf(record, field, field, text));
  if (left.length === 0) return [passed(filing.filing_id, cells.length)];
  const quoted = listed(left.map(({ text }) => `“${excerpt(text)}”`));
  return [
    notice(context, {
      verdict: 'improbable',
      message: {
        zh: `模板文字未填写或未删除：${quoted.zh}`,
        en: `template text left in place: ${quoted.en}`,
      },
      evidence: left,
      operands: left.map(({ text }) => text),
    }),
  ];
}

interface Cell {
  record: Indicator | TextRecord;
  field: string;
  text: string;
}

function ofIndicator(record: Indicator): Cell[] {
  const cells: Cell[] = [];
  const add = (field: string, text: string | null | undefined): void => {
    if (text) cells.push({ record, field, text });
  };
  add('level3', record.target?.kind === 'number' ? record.level3?.replace(askedValue, '') : record.level3);
  add('target', record.target?.raw);
  add('actual', record.actual?.raw);
  return cells;
}

/** 补贴头数（≥**头）: names of some templates print how their value is asked for; a figure answers it. */
const askedValue = /[（(][≥≤＞＜<>=＝]{0,2}[*＊]{2,}[^（）()*＊]{0,10}[)）]/g;

/** Goals and tasks are answers; a note may well quote the template. */
function ofText(record: TextRecord): Cell[] {
  const isAnswer = record.role === 'goal' || record.role === 'task' || record.role === 'achievement';
  return isAnswer ? [{ record, field: 'text', text: record.text }] : [];
}

/** Signs around the placeholder that are quoted. */
const AROUND = 12;

function excerpt(text: string): string {
  for (const pattern of PLACEHOLDERS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const from = Math.max(0, match.index - AROUND);
    return text.slice(from, match.index + match[0].length + AROUND);
  }
  return text.slice(0, 2 * AROUND);
}
