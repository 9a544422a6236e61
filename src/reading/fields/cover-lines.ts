import type { Location } from '../../../schemas/index.ts';
import { fold } from '../../values/index.ts';
import type { Form } from '../form.ts';
import { fieldRole, labelOfText, moneyRole } from '../table/label.ts';
import { cellOf, filledCells } from '../table/table.ts';
import type { Field } from './field.ts';
import type { InlinePair } from './inline-pairs.ts';

interface Written {
  text: string;
  at: Location;
}

/** Most rows at the head of a sheet that hold one text each. */
const MOST_ROWS = 10;

/** Lone texts in the first rows of a form's grid: on a sheet its cover stands within it. */
function firstRows({ strips: [strip] }: Form): Written[] {
  if (strip === undefined) return [];
  const lines: Written[] = [];
  for (let row = strip.first; row < Math.min(strip.end, strip.first + MOST_ROWS); row++) {
    const [only, ...more] = filledCells(strip.table, row);
    if (more.length > 0) break;
    if (only === undefined) continue;
    const { location: at, text } = cellOf(strip.table, only);
    lines.push({ text, at });
  }
  return lines;
}

/** The lines above a form, on a sheet those within its grid too. */
export const linesAbove = (form: Form): Written[] => [
  ...form.captions.map(({ paragraph: { location: at, text } }) => ({ text, at })),
  ...firstRows(form),
];

/** What the cover of a form on a sheet asks for without colons. */
export const coverFields = (form: Form): Field[] =>
  firstRows(form).flatMap(({ at, text }) =>
    coverPairs(text).flatMap(({ label, role, value }) =>
      role === null ? [] : [{ role, label, value, at, row: null, cell: null }],
    ),
  );

/** 项目名称　2032年文化活动经费 on a cover: the underlined answer stands where a colon would. */
export function coverPairs(text: string): InlinePair[] {
  const [, label = '', value = ''] =
    /^\s*(\p{Script=Han}{4,8})\s+(\S*\p{Script=Han}{4}\S*)\s*$/u.exec(text) ?? [];
  const role = ofCover.test(label) ? fieldRole(labelOfText(label)) : null;
  const isHead = fieldRole(labelOfText(value)) !== null || moneyRole(labelOfText(value)) !== null;
  return role === null || isHead ? [] : [{ role, rank: null, label, value }];
}

const ofCover =
  /^(?:项目|政策|专项|单位|部门)名称$|^(?:项目|实施|填报|预算|主管|项目实施|项目主管)(?:单位|部门)$/;

/** （2022年度）　　项目总得分99分 above a form: its score without a colon. */
export function writtenScore(lines: readonly Written[]): { value: number; at: Location } | null {
  for (const { at, text } of lines) {
    const [, score] = ofScore.exec(fold(text)) ?? [];
    if (score !== undefined) return { value: Number(score), at };
  }
  return null;
}

const ofScore =
  /(?:^|\s)(?:项目|绩效|自评|评价|综合)*(?:总得?分|得分合计)\s*(?:为\s*)?(\d{1,3}(?:\.\d+)?)\s*分(?=\s|$)/;
