import type { Measure } from '../../../schemas/index.ts';
import { budgetStages } from '../money/stages.ts';
import { fundingRole, type Label, moneyRole } from '../table/label.ts';
import { cellOf, explain, filledCells, labelOf, type Table } from '../table/table.ts';
import type { FundingField } from './field-reading.ts';

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
  const from = stages.findIndex((stage, k) => stage !== null && (stages[k + 1] ?? null) === null);
  const pairs = filled.slice(from);
  // 资金（万元） | 预算 | 180 | 执行 | 171 | 95%: the rate behind the stages, without a word of its own.
  const rate = pairs.length % 2 === 1 && from > 0 ? barePercent(table, pairs) : null;
  // 预算（万元） | 调整前 | 320 | 调整后 | 290 | 调减30: words behind the last pair.
  const said = pairs.length > 4 && pairs.length % 2 === 1 ? labelOf(table, pairs.at(-1) as number) : null;
  if (said !== null && !said.figure && !said.void) pairs.pop();
  const name = filled[from - 1];
  if (name === undefined || from > 2 || pairs.length < 4 || pairs.length % 2 !== 0) return null;
  const item = labelOf(table, name);
  if (!items.test(item.key) || headings.test(item.key) || item.figure) return null;
  const found: StagePairs = { funding: [], cells: [name, ...pairs] };
  for (let k = 0; k < pairs.length; k += 2) {
    const [head, figure] = [pairs[k] as number, pairs[k + 1] as number];
    const stage = stageOf(labelOf(table, head));
    if (stage === null || !(labelOf(table, figure).figure || labelOf(table, figure).void)) return null;
    const cell = cellOf(table, figure);
    found.funding.push({
      label: cellOf(table, name).text.trim(),
      key: item.forms.at(-1) ?? item.key,
      rank: fundingRole(item) ?? 0,
      value: cell.text,
      at: cell.location,
      labelAt: cellOf(table, name).location,
      table,
      row,
      column: cellOf(table, head).column,
      confidence: Math.min(cell.confidence, cellOf(table, name).confidence),
      stage,
    });
  }
  if (rate !== null) {
    const before = found.funding.at(-1) as FundingField;
    const { location, text } = cellOf(table, rate);
    found.funding.push({
      ...before,
      value: text,
      at: location,
      column: cellOf(table, rate).column,
      stage: 'rate',
    });
    found.cells.push(rate);
  }
  for (const i of found.cells) explain(table, i);
  return found;
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
