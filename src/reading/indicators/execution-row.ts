import type { Location } from '../../../schemas/index.ts';
import { isExecutionName } from '../lexicon/levels.ts';
import { type Entry, pointsOf } from '../table/cells.ts';
import { isVoid } from '../table/label.ts';
import type { LevelNames } from './levels.ts';

/** The row of budget execution that stands among the indicators of a self-evaluation. */
export interface ExecutionRow {
  weight: PlacedFigure | null;
  score: PlacedFigure | null;
  rate: PlacedFigure | null;
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
  // 执行率 | | in the place of 一级指标
  const [first = '', ...below] = keys;
  if (shortName.test(first) && below.length > 0 && below.every(isVoid)) return true;
  // 预算执行率 | 预算执行 in a table without first levels
  return (
    isExecutionName(keys.find((key) => !isVoid(key)) ?? '') &&
    keys.every((key) => isVoid(key) || isExecutionName(key))
  );
}

const shortName = /^(?:资金|项目)?执行率(?:\(\d+分?\))?$/;

/** Its points, score and rate; null where it has nothing. */
export function executionOf(
  names: LevelNames,
  weight: Entry | null,
  score: Entry | null,
  actual: Entry | null,
): ExecutionRow | null {
  const name = names.entries.find((each) => each !== null) ?? null;
  if (!score && !weight && !actual && !name) return null;
  const figure = (value: number | null, entry: Entry | null): PlacedFigure | null =>
    value === null || entry === null ? null : { value, at: entry.cell.location };
  return {
    weight: figure(pointsOf(weight), weight) ?? figure(names.points[0] ?? null, name),
    score: figure(pointsOf(score), score),
    rate: figure(pointsOf(actual), actual),
  };
}
