import type { Filing, Indicator } from '../../../schemas/index.ts';
import { foldLabel } from '../../values/index.ts';
import type { IndicatorRegion } from '../form.ts';
import type { IndicatorRole } from '../lexicon/indicator-columns.ts';
import { levelOfName } from '../lexicon/levels.ts';
import {
  type Entry,
  entryAt,
  halvesOf,
  holdsSeveralPoints,
  pairOf,
  pointsOf,
  printedName,
  scoredOf,
} from '../table/cells.ts';
import { isVoid } from '../table/label.ts';
import { explain, filledCells, type Table } from '../table/table.ts';
import { planOf } from './columns/indicator-plan.ts';
import type { Group, Plan } from './columns/plan.ts';
import { type ExecutionRow, executionOf, isExecution } from './execution-row.ts';
import {
  barePoints,
  headsBoth,
  headsGroup,
  headsSubgroup,
  isAcross,
  isBelow,
  isNumberedAs,
  noGroup,
  openGroup,
} from './group-rows.ts';
import type { IndicatorContext } from './indicator-context.ts';
import { type IndicatorCells, indicatorAt } from './indicator-record.ts';
import type { CarriedLevels, LevelNames } from './levels.ts';
import { isValue } from './moved-names.ts';
import { partAt } from './project-rows.ts';
import { addSubtotal, isSubtotal } from './subtotal-row.ts';
import { targetCells } from './target.ts';

export interface IndicatorReading {
  indicators: Indicator[];
  execution: ExecutionRow | null;
  /** Rows with neither a name nor a value. */
  placeholders: NonNullable<Filing['placeholders']>;
  /** The last level names of each half. */
  carried: CarriedLevels[];
}

/** Reads the indicators of a region, row by row, each half on its own. Ordinals go on from those read before. */
export function readIndicators(
  region: IndicatorRegion,
  context: IndicatorContext,
  reading: IndicatorReading,
): void {
  const totals = new Set(region.totals);
  const carried = region.continues ? reading.carried : [];
  reading.carried = region.columns.halves.map((_, k) => carried[k] ?? [null, null, null]);
  const plans = region.columns.halves.map((half, k) =>
    planOf(region, half, reading.carried[k] ?? [], context.owner.year),
  );
  for (const plan of plans) openGroup(region, plan);
  for (let row = region.first; row < region.end; row++) {
    if (totals.has(row) || region.skipped.has(row)) continue;
    const empty = filledCells(region.table, row).length === 0;
    for (const plan of plans) {
      const names = plan.levels(row);
      if (empty) continue;
      if (plan.terms.length > 0 && !context.evaluation) {
        readTerms(region, plan, row, names, context, reading);
        continue;
      }
      if (plan.scopes.length === 0)
        readRow(region, plan, row, names, context, reading, partNamed(region, row));
      const points = plan.areas.length > 0 ? { weight: null, score: null } : plan;
      readScopes(region, plan, row, names, context, reading, points);
    }
  }
}

function partNamed(region: IndicatorRegion, row: number): string | undefined {
  const part = partAt(region, row);
  return part === null ? undefined : printedName(part.text);
}

/** One record for every village or unit that has a value; points belong to the first, or to the value of them all. */
function readScopes(
  region: IndicatorRegion,
  plan: Plan,
  row: number,
  names: LevelNames,
  context: IndicatorContext,
  reading: IndicatorReading,
  ofFirst: Pick<Plan, 'weight' | 'score'>,
): void {
  let points = ofFirst;
  for (const { half, name, targets } of [...plan.scopes, ...plan.areas]) {
    const values = [...targets, ...(targets.length > 0 ? [] : (half.spans.get('actual') ?? []))];
    if (values.every((span) => isVoid(entryAt(region.table, row, span)?.key ?? ''))) continue;
    const one = { ...plan, ...points, half, targets };
    readRow(region, one, row, names, context, reading, printedName(name));
    points = { weight: null, score: null };
  }
}

/** One record for every term that has a value, and one for a row that has none; points stand for the year. */
function readTerms(
  region: IndicatorRegion,
  plan: Plan,
  row: number,
  names: LevelNames,
  context: IndicatorContext,
  reading: IndicatorReading,
): void {
  const { table } = region;
  const said = plan.terms.filter(({ targets }) =>
    targets.some((span) => !isVoid(entryAt(table, row, span)?.key ?? '')),
  );
  const terms = said.length > 0 ? said : plan.terms.slice(-1);
  const hasPoints = pointsOf(entryAt(table, row, plan.weight)) !== null;
  for (const term of terms) {
    // The points of a row are the year's, whichever of its values is printed.
    const section = hasPoints && terms.length === 1 ? 'annual' : term.section;
    const ofYear = section === 'annual' ? {} : { priors: [], weight: null, score: null };
    readRow(
      region,
      { ...plan, ...ofYear, half: { ...plan.half, section }, targets: term.targets },
      row,
      names,
      context,
      reading,
    );
  }
}

function readRow(
  region: IndicatorRegion,
  plan: Plan,
  row: number,
  names: LevelNames,
  context: IndicatorContext,
  reading: IndicatorReading,
  scope?: string,
): void {
  const { table } = region;
  const cells = cellsAt(table, plan, row, names);
  const { actual, score, value, weight } = cells;
  if (plan.numbered.alone.has(row)) {
    Object.assign(plan.group, noGroup);
    Object.assign(plan.subgroup, noGroup);
  }
  const headed = headedBy(region, plan, row, cells);
  if (headed !== null) {
    setGroup(plan, headed, names, isAcross(region, row) ? null : cells);
    for (const i of filledCells(table, row)) explain(table, i);
    return;
  }
  // Where a form has no values at all, its points and rules speak for a row.
  const judged = plan.targets.length === 0 && !actual;
  const rule = entryAt(table, row, plan.half.spans.get('scoring_rule')?.[0]);
  const spoken = judged ? [weight, score, rule] : [value.entry, actual];
  const alone = plan.numbered.alone.has(row) || isNumberedAs(names.entries[2], plan.group);
  const ofExecution = context.evaluation && !context.framework && isExecution(names.keys, alone);
  // 预算执行率 | | | | | 10 | 9.71: blanks behind it that nobody merged make no placeholder of it.
  const pointed = ofExecution && (pointsOf(weight) !== null || pointsOf(score) !== null);
  // 产出指标 | 质量 and nothing behind them: a level that waits for an indicator is no name.
  const isNamed =
    plan.half.levels[2] !== null || names.name === '' || levelOfName(foldLabel(names.name)) === null;
  const values = [value.entry, actual, weight, score, rule];
  if (!pointed && (isNamed ? !speaks(names, ...spoken) : values.every((entry) => isVoid(entry?.key ?? '')))) {
    notePlaceholder(names, reading);
    return;
  }
  // Whose cells moved is not known, nor which of several points is whose: they are told as left out.
  if (
    isValue(names, value.entry, region.moved.size > 0) ||
    holdsSeveralPoints(weight) ||
    holdsSeveralPoints(score)
  ) {
    region.moved.add(row);
    return;
  }
  if (isSubtotal(cells, reading.indicators)) {
    addSubtotal(table, row, cells, reading.indicators, plan);
    for (const i of filledCells(table, row)) explain(table, i);
    return;
  }
  if (ofExecution) {
    reading.execution ??= executionOf(names, weight, score, actual, value);
    return;
  }
  reading.indicators.push(indicatorAt(region, plan, row, cells, context, reading.indicators.length, scope));
}

/** The cells of a row under the columns of its half; two of them may stand in one. */
function cellsAt(table: Table, plan: Plan, row: number, names: LevelNames): IndicatorCells {
  const { spans } = plan.half;
  const one = (role: IndicatorRole): Entry | null => entryAt(table, row, spans.get(role)?.[0]);
  const value = targetCells(
    table,
    row,
    plan.targets,
    spans.get('operator')?.[0] ?? null,
    spans.get('unit')?.[0] ?? null,
  );
  const scored = scoredOf(one('actual_score'));
  const halves = halvesOf(one('target_actual'));
  value.entry ??= halves?.target ?? one('target_actual');
  const actual = one('actual') ?? halves?.actual ?? scored?.actual ?? one('actual_score');
  const pair = pairOf(one('weight_score')) ?? pairOf(one('score_weight'), true);
  const weight = entryAt(table, row, plan.weight) ?? pair?.weight ?? null;
  const score = entryAt(table, row, plan.score) ?? pair?.score ?? scored?.score ?? gradedOf(plan, table, row);
  return { names, value, actual, weight, score };
}

/** The level that a row names for those below it; null for a row of its own. */
function headedBy(
  region: IndicatorRegion,
  plan: Plan,
  row: number,
  { actual, names, score, value, weight }: IndicatorCells,
): Group | null {
  // A name across the table is no value of its own row.
  const across = isAcross(region, row);
  // （一）产出指标 over the columns of its values too, its points beside it.
  const own = (entry: Entry | null): boolean => entry !== null && entry.cell === names.entries[2]?.cell;
  const values = across ? [] : [value.entry, actual].map((entry) => (own(entry) ? null : entry));
  const marks = across ? [] : [weight, score];
  const heads =
    plan.numbered.groups.has(row) ||
    headsGroup(plan.half, names, values, marks) ||
    (across && headsBoth(plan.half, names));
  if (heads && !isBelow(names.entries[2], plan.group) && !plan.numbered.within.has(row)) return plan.group;
  return heads || headsSubgroup(plan.half, names, [...values, ...marks]) ? plan.subgroup : null;
}

/** Opens a level with the points and the score beside its name: `beside` is null where the name stands across them. */
function setGroup(plan: Plan, headed: Group, names: LevelNames, beside: IndicatorCells | null): void {
  const weight = beside?.weight ?? null;
  const score = beside?.score ?? null;
  const [printed = '', bare] = barePoints.exec(names.name) ?? [];
  const points = pointsOf(weight) ?? names.points[2] ?? (bare === undefined ? null : Number(bare));
  const text = names.name.slice(0, names.name.length - printed.length);
  const given = pointsOf(score);
  const got = given === null || score === null ? null : { value: given, at: score.cell.location };
  Object.assign(plan.subgroup, noGroup);
  Object.assign(headed, { entry: names.entries[2], text, points, score: got });
}

/** The points below the grade that a row got. */
function gradedOf({ graded }: Plan, table: Table, row: number): Entry | null {
  return graded.map((span) => entryAt(table, row, span)).find((entry) => pointsOf(entry) !== null) ?? null;
}

/** A level that waits for an indicator: 经济效益 and nothing behind it. */
function notePlaceholder(names: LevelNames, reading: IndicatorReading): void {
  const [level1, level2] = names.texts;
  const at = names.entries[1] ?? names.entries[0];
  if (at && (level1 || level2)) {
    reading.placeholders.push({
      level1,
      level2,
      source: { [names.entries[1] ? 'level2' : 'level1']: at.cell.location },
    });
  }
}

/** Whether the row is more than a placeholder: it has a name of its own, or one of the cells starts in it and says something. */
function speaks(names: LevelNames, ...values: (Entry | null)[]): boolean {
  return (names.name !== '' && names.starts) || values.some((entry) => entry?.starts && !isVoid(entry.key));
}
