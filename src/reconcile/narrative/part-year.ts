import type { TextRecord } from '../../../schemas/index.ts';

/** Characters before a figure in which its sentence says of what time it is. */
const REACH = 60;
/** 截至6月底, 前三季度, 第一批; not 截至12月底, 截至年底. */
const PART =
  /(?<!\d)(?:[1-9]|1[01])月(?:份|底|末|\d{1,2}日)?|季度|半年|第[一二三四五六1-6]批|以来|自评时|评价时|目前|三年|两年|五年|(?:19|20)\d{2}年?[-—–~至]+(?:19|20)?\d{2}/;

/** Whether the sentence of a figure tells of a part of the year, or of several years: 截至6月底累计支出, 三年累计支出. */
export function isOfOtherTime({ text }: TextRecord, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - REACH), offset);
  return PART.test(before.split(/[。；;\n]/).at(-1) ?? '');
}
