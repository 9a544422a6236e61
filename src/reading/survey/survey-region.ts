import { isGrade, isSatisfaction } from '../../values/index.ts';
import type { Answer, Strip, SurveyRegion } from '../form.ts';
import { printedName } from '../table/cells.ts';
import {
  bottomOf,
  cellAt,
  cellOf,
  explain,
  filledCells,
  labelAt,
  labelOf,
  rightOf,
  type Table,
} from '../table/table.ts';

/** 问题 | 非常满意 | 满意 | 一般 | 不满意 | 满意度 and the rows below; null where the row heads no such table. */
export function surveyRegion(strip: Strip, row: number): SurveyRegion | null {
  const { table } = strip;
  const heads = filledCells(table, row).filter((i) => isGrade(labelOf(table, i).key));
  if (heads.filter((i) => /满意/.test(labelOf(table, i).key)).length < FEWEST_ANSWERS) return null;
  const bottom = Math.max(...filledCells(table, row).map((i) => bottomOf(cellOf(table, i))));
  const parted = heads.some((i) => cellOf(table, i).columnSpan > 1);
  const first = Math.max(bottom, parted ? row + 2 : row + 1);
  const answers = heads.map((i) => answerAt(table, i, row + 1, first));
  const left = Math.min(...heads.map((i) => cellOf(table, i).column));
  const question = questionColumn(table, first, strip.end, left);
  if (question === null) return null;
  let end = first;
  while (end < strip.end && holdsAnswers(table, end, answers)) end++;
  if (end === first) return null;
  for (let at = row; at < first; at++) for (const i of filledCells(table, at)) explain(table, i);
  const place = { table, first: row, end, body: first, question, answers };
  return { kind: 'survey', ...place, ...behind(table, row, heads), heads: headsOf(table, row, first) };
}

const FEWEST_ANSWERS = 2;

/** 非常满意 over 份数 | 占比, or alone. */
function answerAt(table: Table, head: number, below: number, body: number): Answer {
  const cell = cellOf(table, head);
  const answer: Answer = { text: cell.text.trim(), count: null, share: null, head };
  for (let column = cell.column; column < rightOf(cell); column++) {
    const named = body > below ? labelAt(table, below, column).key : '';
    if (/占比|比例|比率|比重|百分比|%/.test(named)) answer.share ??= column;
    else answer.count ??= column;
  }
  return answer;
}

/** The column of words nearest to the answers. */
function questionColumn(table: Table, first: number, end: number, left: number): number | null {
  for (let column = left - 1; column >= 0 && first < end; column--)
    if (/\p{Script=Han}/u.test(labelAt(table, first, column).key)) return column;
  return null;
}

function holdsAnswers(table: Table, row: number, answers: readonly Answer[]): boolean {
  const said = answers.flatMap(({ count, share }) => [count, share].filter((column) => column !== null));
  return said.filter((column) => labelAt(table, row, column).figure).length >= FEWEST_ANSWERS;
}

/** How many answered altogether, and how satisfied they are, behind the answers. */
function behind(table: Table, row: number, heads: readonly number[]): Pick<SurveyRegion, 'total' | 'rate'> {
  let total: number | null = null;
  let rate: number | null = null;
  for (let column = 0; column < table.grid.columns; column++) {
    const cell = cellAt(table, row, column);
    if (cell.column !== column || heads.some((i) => cellOf(table, i) === cell)) continue;
    const { key } = labelAt(table, row, column);
    if (answered.test(key)) total ??= column;
    else if (isSatisfaction(key)) rate ??= column;
  }
  return { total, rate };
}

/** 非常满意 / 份数 as the head of a column. */
function headsOf(table: Table, row: number, body: number): Map<number, string> {
  const heads = new Map<number, string>();
  for (let column = 0; column < table.grid.columns; column++) {
    const cells = new Set(Array.from({ length: body - row }, (_, k) => cellAt(table, row + k, column)));
    const texts = [...cells].map(({ text }) => printedName(text)).filter((text) => text !== '');
    heads.set(column, texts.join(' / '));
  }
  return heads;
}

const answered =
  /^(?:合计|总计|小计|总数|总人数|(?:有效|回收|收回|参与|调查|受访|样本)(?:有效)?(?:问卷|样本|份数|人数|户数|总数|票数|票|调查)?(?:数量?|总数|份数|量)?)(?:\([^()]{1,3}\))?$/;
