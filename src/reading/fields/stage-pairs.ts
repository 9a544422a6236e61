import type { Measure } from '../../../schemas/index.ts';
import { budgetStages } from '../money/stages.ts';
import { fieldRole, fundingRole, type Label, labelOfText, moneyRole } from '../table/label.ts';
import { cellOf, explain, filledCells, labelOf, type Table } from '../table/table.ts';
import type { FundingField } from './field.ts';

/** What such a row is about; 预算执行情况 is a heading and no item. */
const items = /收入|支出|经费|资金|总额|合计|金额|预算/;
const headings = /(?<!调整|变更)情况|来源|构成/;

/** The figures of a row and the cells they were read from. */
export interface StagePairs {
  funding: FundingField[];
  cells: number[];
}

/** Reads 其中：基本支出 | 预算数 | 1,000 | 决算数 | 980: one item, and each of its stages in front of its figure; null for other rows. */
export function stagePairs(table: Table, row: number): StagePairs | null {
  const filled = filledCells(table, row);
  // 预算资金 | 调整前 | 600 | 调整后 | 480: what stands in front of a stage is no stage itself, whatever its words.
  const stages = filled.map((i) => stageOf(labelOf(table, i)));
  const isAmount = (i: number | undefined): boolean => {
    const label = i === undefined ? null : labelOf(table, i);
    return label !== null && (label.figure || label.void);
  };
  const from = stages.findIndex((stage, k) => stage !== null && isAmount(filled[k + 1]));
  const name = filled[from - 1];
  if (name === undefined || from > 2 || !namesItem(table, name)) return stagesInCells(table, row, filled);
  const pairs = withoutPoints(table, filled.slice(from));
  // 资金（万元） | 预算 | 180 | 执行 | 171 | 95%: the rate behind the stages, without a word of its own.
  const rate = pairs.length % 2 === 1 ? barePercent(table, pairs) : null;
  // 预算（万元） | 调整前 | 320 | 调整后 | 290 | 调减30: words behind the last pair.
  const said = pairs.length > 4 && pairs.length % 2 === 1 ? labelOf(table, pairs.at(-1) as number) : null;
  if (said !== null && !said.figure && !said.void) pairs.pop();
  if (pairs.length < 4 || pairs.length % 2 !== 0) return null;
  const found: StagePairs = { funding: [], cells: [name, ...pairs] };
  for (let k = 0; k < pairs.length; k += 2) {
    const [head, figure] = [pairs[k] as number, pairs[k + 1] as number];
    const stage = stageOf(labelOf(table, head));
    if (stage === null || !(labelOf(table, figure).figure || labelOf(table, figure).void)) return null;
    found.funding.push(fieldOf(table, name, figure, stage, cellOf(table, head).column));
  }
  if (rate !== null) {
    found.funding.push(fieldOf(table, name, rate, 'rate', cellOf(table, rate).column));
    found.cells.push(rate);
  }
  for (const i of found.cells) explain(table, i);
  return found;
}

function namesItem(table: Table, name: number): boolean {
  const { figure, key } = labelOf(table, name);
  return items.test(key) && !headings.test(key) && !figure;
}

/** Without 执行率 | 96% and 分值/得分 | 10/9.6 behind the stages: fields of their own. */
function withoutPoints(table: Table, pairs: number[]): number[] {
  const end = pairs.findIndex((i) => {
    const label = labelOf(table, i);
    return fieldRole(label) === 'execution_rate' || points.test(label.key);
  });
  return end < 0 || end % 2 === 1 ? pairs : pairs.slice(0, end);
}

const points = /^(?:自评)?(?:分值|权重|得分|满分)(?:$|[/(:])/;

/** 年度资金总额 | 全年预算数：120 | 全年执行数：114: each stage and its figure in one cell, behind the name of the money. */
function stagesInCells(table: Table, row: number, filled: readonly number[]): StagePairs | null {
  const written = filled.map((i) => stageInCell(cellOf(table, i).text));
  const from = written.findIndex((each) => each !== null);
  const name = filled[from - 1];
  const own = written.slice(from).flatMap((each) => each ?? []);
  if (name === undefined || from > 2 || own.length < 2 || !namesItem(table, name)) return null;
  if (fundingRole(labelOf(table, name)) === null) return null;
  const found: StagePairs = { funding: [], cells: [name] };
  for (const [k, each] of written.entries()) {
    const i = filled[k] as number;
    if (each === null) continue;
    found.funding.push({
      ...fieldOf(table, name, i, each.stage, cellOf(table, i).column),
      row,
      value: each.figure,
    });
    found.cells.push(i);
  }
  for (const i of found.cells) explain(table, i);
  return found;
}

function stageInCell(text: string): { stage: Measure; figure: string } | null {
  const [, name, figure] =
    /^\s*([^:：\d]{2,12})[:：]\s*(-?[\d,]+(?:\.\d+)?\s*(?:[万亿]?元)?)\s*$/.exec(text) ?? [];
  const stage = name === undefined ? null : stageOf(labelOfText(name));
  return stage === null || figure === undefined ? null : { stage, figure };
}

/** The figure of a stage, under the name of the money. */
function fieldOf(table: Table, name: number, figure: number, stage: Measure, column: number): FundingField {
  const item = labelOf(table, name);
  const [cell, named] = [cellOf(table, figure), cellOf(table, name)];
  return {
    // 预算执行（10分）: the points are those of the execution, and no part of its name.
    label: named.text.trim().replace(/[（(]\d+(?:\.\d+)?分[）)]$/, ''),
    key: item.forms.at(-1) ?? item.key,
    rank: fundingRole(item) ?? 0,
    value: cell.text,
    at: cell.location,
    labelAt: named.location,
    table,
    row: cell.row,
    column,
    confidence: Math.min(cell.confidence, named.confidence),
    stage,
  };
}

/** The last cell of the row, taken off the pairs, where it is a share and the one before it a sum of money. */
function barePercent(table: Table, pairs: number[]): number | null {
  const [before, last] = pairs.slice(-2).map((i) => labelOf(table, i));
  if (!before?.figure || !last || !/^\d+(?:\.\d+)?%$/.test(last.key)) return null;
  return pairs.pop() ?? null;
}

function stageOf(label: Label): Measure | null {
  const role = moneyRole(label);
  return budgetStages.has(role) || role === 'adjustment' || role === 'balance' ? (role as Measure) : null;
}
