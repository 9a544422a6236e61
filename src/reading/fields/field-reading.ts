import { moneyUnitIn } from '../../values/index.ts';
import type { FieldRegion } from '../form.ts';
import { isTotalName } from '../indicators/totals.ts';
import type { FieldRole } from '../lexicon/fields.ts';
import { printed } from '../table/cells.ts';
import { fieldRole, fundingRole, mayBeFigure, moneyRole } from '../table/label.ts';
import { cellOf, explain, filledCells, labelOf, rightOf, type Table } from '../table/table.ts';
import { achievementBeside, answerOf, asksForProject, changedAnswer, figureBeside } from './answers.ts';
import { readPairs } from './cell-pairs.ts';
import { explainedRows } from './explained-rows.ts';
import type { Field, FieldReading } from './field.ts';
import {
  addsUpFunds,
  addsUpPoints,
  fundingField,
  isSumOfMoney,
  pairedFunding,
  rankBeside,
  rankOfMark,
  rankOfStage,
  rankOfYear,
  rateBeside,
  shareBeside,
} from './funding-fields.ts';
import { rankGoingOn, rankOfBalance, rankUnderSide } from './funding-lists.ts';
import { outlinedRow } from './outlined-rows.ts';
import { scoredExecution } from './scored-execution.ts';
import { stagePairs } from './stage-pairs.ts';
import { stepRows, taskRows } from './task-rows.ts';
import { unlistedPairs } from './unlisted-labels.ts';
import { writtenAt } from './written-fields.ts';
import { fundingPairs, leadingSum, saysSums } from './written-funds.ts';
import { yearPairs } from './year-pairs.ts';
import { yearlyGoals } from './yearly-goals.ts';

/** Reads the labelled values of rows that belong to no table. */
export function readFields(region: FieldRegion, reading: FieldReading): void {
  const { table } = region;
  const taken = new Set<number>();
  for (let row = region.first; row < region.end; row++) {
    const filled = filledCells(table, row);
    if (headsList(table, filled)) continue;
    const first = filled[0];
    // 合计（万元） | 126.5 | 其中：中央 | 60 is money, whatever stands above it.
    const adds =
      first !== undefined &&
      isTotalName(labelOf(table, first).key) &&
      filled.length > 1 &&
      moneyUnitIn(cellOf(table, first).text) === null;
    if (adds && !addsUpFunds(table, first, reading)) {
      reading.totals.push({ table, row });
      // Points and score stand side by side: the columns above tell them apart, not the label before them.
      if (filled.filter((i) => labelOf(table, i).figure).length > 1) continue;
    }
    const tasks = taskRows(table, row, region.end) ?? stepRows(table, row, region.end);
    if (tasks) {
      reading.fields.push(...tasks.fields);
      for (const i of tasks.cells) taken.add(i);
    }
    const explained = explainedRows(table, row, region.end) ?? yearlyGoals(table, row, region.end);
    if (explained) {
      reading.fields.push(...explained.fields);
      for (const i of explained.cells) taken.add(i);
    }
    const staged = stagePairs(table, row) ?? yearPairs(table, row);
    if (staged) {
      reading.funding.push(...staged.funding);
      for (const i of staged.cells) taken.add(i);
    }
    const outlined = outlinedRow(table, row);
    if (outlined) {
      reading.fields.push(outlined.field);
      for (const i of outlined.cells) taken.add(i);
    }
    for (const i of filled) {
      if (!taken.has(i)) readCell(table, i, row, taken, reading);
    }
    reading.fields.push(...unlistedPairs(table, row, taken));
  }
}

/** 序号 | 购买主体 | 项目名称 | 服务内容: heads of a list that no one knows, and no labels with their answers. */
function headsList(table: Table, filled: readonly number[]): boolean {
  const [first, ...others] = filled;
  const last = others.at(-1);
  if (first === undefined || last === undefined) return false;
  // 项目单位 | 约束性任务 | 备注 on the first row: behind the last label no answer has room.
  const isRemark = labelOf(table, last).key === '备注' && rightOf(cellOf(table, last)) >= table.grid.columns;
  if (isRemark && cellOf(table, first).row === 0 && others.length > 1)
    return others.every((i) => !labelOf(table, i).figure);
  if (others.length < 3) return false;
  const isOrdinal = moneyRole(labelOf(table, first)) === 'ordinal';
  return isOrdinal && others.every((i) => !labelOf(table, i).figure);
}

function readCell(table: Table, i: number, row: number, taken: Set<number>, reading: FieldReading): void {
  const cell = cellOf(table, i);
  const written = writtenAt(table, i, row);
  if (written !== null) {
    for (const k of written.cells) {
      explain(table, k);
      taken.add(k);
    }
    reading.written.push(...written.indicators);
    return;
  }
  const label = labelOf(table, i);
  const role = fieldRole(label) ?? (asksForProject(table, i) ? 'project' : null);
  // 其他资金：220.00 beside 208.60: it has its figure, and the next is of something else.
  const answered = /[:：]\s*\d/.test(cell.text) && fundingPairs(cell.text).length > 0;
  const rank = answered ? null : rankOf(table, i, role, reading);
  if (rank !== null && !addsUpPoints(table, i, row, reading) && takeFigure(table, i, rank, taken, reading))
    return;
  if (role !== null) {
    const value = answerOf(table, i, role, taken);
    if (value !== null) takeAnswer(table, i, value, role, taken, reading);
    else explain(table, i);
    return;
  }
  const scored = scoredExecution(table, i, row);
  if (scored !== null) {
    explain(table, i);
    reading.fields.push(...scored);
    return;
  }
  readPairs(table, i, row, reading);
}

/** Takes the figure beside a label of the funds; false where the next cell holds none. */
function takeFigure(
  table: Table,
  i: number,
  rank: number,
  taken: Set<number>,
  reading: FieldReading,
): boolean {
  const next = figureBeside(table, i);
  const said = next === null ? null : leadingSum(cellOf(table, next).text);
  if (next === null || !(mayBeFigure(labelOf(table, next)) || labelOf(table, next).void || said !== null))
    return false;
  // 项目资金 down beside a blank and 年度资金总额 | 408.3: it names the rows, and no figure of it is wanting.
  const namesRows = cellOf(table, i).rowSpan > 1 && labelOf(table, next).key === '';
  if (namesRows && filledCells(table, cellOf(table, i).row).some((k) => k > i)) return false;
  explain(table, i);
  explain(table, next);
  taken.add(next);
  const field = fundingField(table, i, next, rank);
  if (said !== null) {
    field.value = said;
    const { location, row, text } = cellOf(table, next);
    reading.fields.push({ role: 'known', label: field.label, value: text, at: location, row, cell: null });
  }
  if (rank === 0 && fundingRole(labelOf(table, i)) === null && isSumOfMoney(table, i)) field.alone = true;
  const share = shareBeside(table, next, reading);
  if (share !== null) {
    explain(table, share);
    taken.add(share);
    field.share = { text: cellOf(table, share).text, at: cellOf(table, share).location };
  }
  reading.funding.push(field);
  return true;
}

/** Takes what the cell `value` answers to the label in the cell `i`. */
function takeAnswer(
  table: Table,
  i: number,
  value: number,
  role: FieldRole,
  taken: Set<number>,
  reading: FieldReading,
): void {
  explain(table, i);
  taken.add(value);
  const { text } = cellOf(table, value);
  // 资金来源 | 中央300；省级120；市级60
  const funds = role === 'known' ? fundingPairs(text) : [];
  const isMoney = funds.length > 1 || (funds.length === 1 && /[:：]\s*\d|元$/.test(text));
  // Sums that are not understood are told as left out.
  if (isMoney || role !== 'known' || !saysSums(labelOf(table, i).key, text)) explain(table, value);
  if (isMoney) {
    reading.funding.push(...funds.map((pair) => pairedFunding(table, value, pair)));
    return;
  }
  const rate = role === 'execution_rate' ? rateBeside(table, i, value, reading) : null;
  if (rate !== null) reading.funding.push(rate);
  const changed = role === 'goal' ? changedAnswer(table, value) : null;
  const done = role === 'goal' && changed === null ? achievementBeside(table, i, value) : null;
  const field = (said: FieldRole, name: string, answer: number): Field => ({
    role: said,
    label: name,
    value: printed(cellOf(table, answer).text),
    at: cellOf(table, answer).location,
    row: cellOf(table, answer).row,
    cell: answer,
  });
  const name = cellOf(table, i).text.trim();
  if (done !== null) {
    explain(table, done);
    taken.add(done);
    reading.fields.push(field(role, name, value), field('achievement', name, done));
  } else if (changed === null) reading.fields.push(field(role, name, value));
  else {
    explain(table, changed);
    taken.add(changed);
    reading.fields.push(field('known', `${name}（调整前）`, value), field(role, name, changed));
  }
}

/** The rank of a label among those of the funds; null where it is none of them. */
function rankOf(table: Table, i: number, role: FieldRole | null, reading: FieldReading): number | null {
  return (
    rankOfBalance(table, i) ??
    fundingRole(labelOf(table, i)) ??
    rankOfStage(table, i, reading) ??
    rankOfYear(table, i, reading) ??
    rankBeside(table, i, role, reading) ??
    rankGoingOn(table, i, role, reading) ??
    (role === null ? (rankOfMark(table, i, reading) ?? rankUnderSide(table, i, reading)) : null)
  );
}
