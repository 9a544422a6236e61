import type { Location } from '../../schemas/index.ts';
import type { Meta } from './fields/form-meta.ts';
import type { MoneyRegion } from './form.ts';
import type { ExecutionRow, PlacedFigure } from './indicators/execution-row.ts';
import type { Execution } from './money/execution.ts';
import { type Entry, pointsOf, splitPoints } from './table/cells.ts';
import { cellAt } from './table/table.ts';

/** Takes the row of budget execution that stands among the indicators into the fields of its form. */
export function setExecution(meta: Meta, row: ExecutionRow): void {
  meta.has_execution_weight_field = true;
  // The funds above have their rate too: it stays with them.
  if (row.stated) meta.execution_rate = null;
  set(meta, row);
  if (row.target) {
    meta.execution_target = row.target.value;
    meta.source.execution_target = row.target.at;
  }
}

/** Takes what a table of funds prints of the execution into the fields of its form. */
export function setExecutionOfFunds(meta: Meta, region: MoneyRegion, execution: Execution): void {
  const { weight, score, rate } = execution;
  const printed = read(weight) ?? pointsBeside(region);
  if (printed ?? weight) meta.has_execution_weight_field = true;
  set(meta, { weight: printed, score: read(score), rate: read(rate) });
}

/** 0.14 among rates that are shares of one: the field of the form is in per cent. */
export function setRateOfOne(meta: Meta, ofOne: readonly Location[]): void {
  const { execution_rate: rate, source } = meta;
  const at = source.execution_rate;
  const isOne = ofOne.some(
    (each) => each.grid === at?.grid && each.row === at?.row && each.column === at?.column,
  );
  if (rate !== null && isOne) meta.execution_rate = Number((rate * PER_CENT).toFixed(DECIMALS));
}

const PER_CENT = 100;
const DECIMALS = 10;

function read(entry: Entry | null): PlacedFigure | null {
  const value = pointsOf(entry);
  return entry === null || value === null ? null : { value, at: entry.cell.location };
}

/** The points that the label beside a table of execution prints: 预算执行情况（10分）. */
function pointsBeside({ table, first, header }: MoneyRegion): PlacedFigure | null {
  if (header.left === 0 || !/执行/.test(header.side)) return null;
  const { points } = splitPoints(header.sideText.trim(), true);
  return points === null ? null : { value: points, at: cellAt(table, first, header.left - 1).location };
}

function set(meta: Meta, row: ExecutionRow): void {
  for (const [key, figure] of [
    ['execution_weight', row.weight],
    ['execution_score', row.score],
    ['execution_rate', row.rate],
  ] as const) {
    if (meta[key] !== null || figure === null) continue;
    meta[key] = figure.value;
    meta.source[key] = figure.at;
  }
}
