import { foldLabel } from '../../values/index.ts';
import { fieldRole } from '../table/label.ts';
import { cellOf, explain, filledCells, labelAt, labelOf, type Table } from '../table/table.ts';
import { neighbour } from './answers.ts';
import type { Field } from './field.ts';
import { inlinePairs } from './inline-pairs.ts';

/**
 * 得分：9.85（满分10分）, 得分 9.9 and 分值：10 or 分值 | 10 in the row of 执行率 or beside 预算执行情况（10分）: points and score of the execution.
 * Null for a cell that says neither, or stands in no such row.
 */
export function scoredExecution(table: Table, i: number, row: number): Field[] | null {
  const cell = cellOf(table, i);
  const paired = pairedPoints(table, i, row);
  if (paired !== null) return paired;
  const next = asksForPoints.test(labelOf(table, i).key) ? neighbour(table, i) : null;
  // 分值 | 10 | 得分 | 9.8: the figure stands in the next cell.
  const behind = next === null ? '' : `:${cellOf(table, next).text}`;
  const given = foldLabel(cell.text.replace(/[:：]\s*$/, '') + behind);
  // 得分（10分） | 9
  const text = given
    .replace(/^得分([(（]\d+分[)）])[:：](\d+(?:\.\d+)?)分?$/, '得分:$2$1')
    .replace(/(?<=[(（])(?=\d+分[)）]$)/, '满分');
  const [, score, full] =
    /^得分[:：]?(\d+(?:\.\d+)?)分?(?:[(（](?:满分|分值)[:：]?(\d+)分?[)）])?$/.exec(text) ?? [];
  const [, points] = /^(?:分值|权重)[:：](\d+(?:\.\d+)?)分?$/.exec(text) ?? [];
  if (score === undefined && points === undefined) return bareScore(table, i, row, text);
  const side = executionBeside(table, row, cell.column);
  if (!saysRate(table, row) && side === null) return null;
  const weight = full ?? points ?? side?.points;
  if (next !== null) explain(table, next);
  const { location: at } = next === null ? cell : cellOf(table, next);
  const said = { label: cell.text.trim(), at, row, cell: next ?? i };
  return [
    ...(score === undefined ? [] : [{ ...said, role: 'execution_score' as const, value: score }]),
    ...(weight === undefined ? [] : [{ ...said, role: 'execution_weight' as const, value: weight }]),
  ];
}

function saysRate(table: Table, row: number): boolean {
  return filledCells(table, row).some(
    (k) =>
      fieldRole(labelOf(table, k)) === 'execution_rate' ||
      scoreOfRate.test(labelOf(table, k).key) ||
      inlinePairs(cellOf(table, k).text)[0]?.role === 'execution_rate',
  );
}

/** 分值：10分 | 执行率得分 | 9.5: whose points they are says the label of the score. */
const scoreOfRate = /^(?:预算)?执行率得分[:：]?$/;

/** 执行率 | 96% | 分值/得分 | 10/9.6, or 9.6/10 alone at the end of the row: the larger is what there was to be had. */
function pairedPoints(table: Table, i: number, row: number): Field[] | null {
  const next = pairLabel.test(labelOf(table, i).key) ? neighbour(table, i) : i;
  const [, one, other] = next === null ? [] : (pairText.exec(labelOf(table, next).key) ?? []);
  if (next === null || one === undefined || other === undefined) return null;
  if (next === i && filledCells(table, row).at(-1) !== i) return null;
  if (!saysRate(table, row) && executionBeside(table, row, cellOf(table, i).column) === null) return null;
  explain(table, next);
  const said = { label: cellOf(table, i).text.trim(), at: cellOf(table, next).location, row, cell: next };
  const [score, weight] = Number(one) > Number(other) ? [other, one] : [one, other];
  return [
    { ...said, role: 'execution_score', value: score },
    { ...said, role: 'execution_weight', value: weight },
  ];
}

const pairLabel =
  /^(?:(?:分值|权重|满分|标准分)[/、](?:自评)?得分|(?:自评)?得分[/、](?:分值|权重|满分|标准分))[:：]?$/;
const pairText = /^(\d+(?:\.\d+)?)分?\/(\d+(?:\.\d+)?)分?$/;

/** 得分, and 得分（10分） with the points that there are. */
const asksForPoints = /^(?:得分|分值|权重)(?:\(\d+分\))?[:：]?$/;

/**
 * 预算安排及执行（10分） | 预算数 | 88 | 执行数 | 83.6 | 9.5分: the last cell of the row says the points that it was given; so does a bare 9.5 where
 * 执行率 | 95% stands in front of it.
 */
function bareScore(table: Table, i: number, row: number, text: string): Field[] | null {
  const [, score, sign] = /^(\d+(?:\.\d+)?)(分?)$/.exec(text) ?? [];
  if (sign === '' && !followsRate(table, i, row)) return null;
  const { column, location: at } = cellOf(table, i);
  const weight = score === undefined ? undefined : executionBeside(table, row, column)?.points;
  if (score === undefined || weight === undefined || Number(score) > Number(weight)) return null;
  if (filledCells(table, row).at(-1) !== i) return null;
  const said = { label: cellOf(table, i).text.trim(), at, row, cell: i };
  return [
    { ...said, role: 'execution_score' as const, value: score },
    { ...said, role: 'execution_weight' as const, value: weight },
  ];
}

function followsRate(table: Table, i: number, row: number): boolean {
  const filled = filledCells(table, row);
  const [label, rate] = filled.slice(0, filled.indexOf(i)).slice(-2);
  if (label === undefined || rate === undefined || !labelOf(table, rate).key.endsWith('%')) return false;
  return fieldRole(labelOf(table, label)) === 'execution_rate';
}

const executionLabel =
  /^(?:预算|资金|安排|投入|使用|编制|[及和与])*(?:执行|支出)(?:(?:情况|率|进度)(?:\(.{0,4}?(\d+)分\))?|\(.{0,4}?(\d+)分\))/;

/** 预算执行情况（10分） down beside the row, with its points where it prints them. */
function executionBeside(table: Table, row: number, before: number): { points: string | undefined } | null {
  for (let column = 0; column < before; column++) {
    const { key } = labelAt(table, row, column);
    const [label, points, own] = executionLabel.exec(key) ?? [];
    if (label !== undefined) return { points: points ?? own };
  }
  return null;
}
