import type { Location } from '../../../schemas/index.ts';
import { readQuantity } from '../../values/index.ts';
import { isExecutionName } from '../lexicon/levels.ts';
import { type Entry, pointsOf } from '../table/cells.ts';
import { isVoid } from '../table/label.ts';
import type { LevelNames } from './levels.ts';
import type { TargetCells } from './target.ts';

/** The row of budget execution that stands among the indicators of a self-evaluation. */
export interface ExecutionRow {
  weight: PlacedFigure | null;
  score: PlacedFigure | null;
  rate: PlacedFigure | null;
  /** Whether the row says its rate as a per cent of its own. */
  stated?: boolean;
  /** The per cent from which on all points are given: ≥95%. */
  target?: PlacedFigure | null;
}

/** A figure and the cell that it was read from. */
export interface PlacedFigure {
  value: number;
  at: Location;
}

/** Whether the names of a row say that it is that of budget execution. */
export function isExecution(keys: readonly string[], standsAlone: boolean): boolean {
  // 四、预算执行率 numbered as 一、产出指标 is, with nothing below it.
  if (standsAlone && isExecutionName(keys.at(-1) ?? '')) return true;
  // 执行率 | | in the place of 一级指标, or merged across all the levels
  const [first = '', ...below] = keys;
  if (shortName.test(first) && below.length > 0 && below.every((key) => isVoid(key) || key === first))
    return true;
  // 预算执行率 | 预算执行 in a table without first levels
  return (
    isExecutionName(keys.find((key) => !isVoid(key)) ?? '') &&
    keys.every((key) => isVoid(key) || isExecutionName(key) || shortName.test(key))
  );
}

const shortName = /^(?:(?:年度|全年|项目|部门|整体支出)?预算|(?:项目|财政)?资金|项目)?执行率(?:\(\d+分?\))?$/;

/** Its points, score, rate and what was aimed at; null where it has nothing. */
export function executionOf(
  names: LevelNames,
  weight: Entry | null,
  score: Entry | null,
  actual: Entry | null,
  { entry: target, op, unit }: TargetCells,
): ExecutionRow | null {
  const name = names.entries.find((each) => each !== null) ?? null;
  if (!score && !weight && !actual && !name) return null;
  const figure = (value: number | null, entry: Entry | null): PlacedFigure | null =>
    value === null || entry === null ? null : { value, at: entry.cell.location };
  return {
    weight: figure(pointsOf(weight), weight) ?? figure(names.points[0] ?? null, name),
    score: figure(pointsOf(score), score),
    rate: figure(pointsOf(actual), actual),
    stated: pointsOf(actual) !== null && /[%％]/.test(actual?.text ?? ''),
    target: figure(aimOf(target, op, unit), target),
  };
}

/** ≥95%: less than the whole budget, and no other bound. */
function aimOf(entry: Entry | null, op: string | null, unit: string | null): number | null {
  if (entry === null) return null;
  const aim = readQuantity(entry.text, { op, unit });
  if (aim.kind !== 'number' || aim.op === '<=' || aim.op === '<' || aim.unit !== '%') return null;
  return aim.value !== null && aim.value > 0 && aim.value < 100 ? aim.value : null;
}
