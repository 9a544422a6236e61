import type { Filing, Indicator, Location } from '../../../schemas/index.ts';
import { foldLabel } from '../../values/index.ts';
import type { IndicatorRegion } from '../form.ts';
import type { IndicatorRole } from '../lexicon/indicator-columns.ts';
import { newIndicator, type Owner } from '../records.ts';
import {
  type Entry,
  entryAt,
  halvesOf,
  locate,
  pairOf,
  pointsOf,
  printedName,
  quantityOf,
  scoredOf,
  textOf,
} from '../table/cells.ts';
import { isVoid } from '../table/label.ts';
import { cellAt, explain, filledCells, type Table } from '../table/table.ts';
import type { Half, Section, Span } from './columns/indicator-halves.ts';
import { type Plan, planOf } from './columns/indicator-plan.ts';
import { type ExecutionRow, executionOf, isExecution } from './execution-row.ts';
import { headsGroup } from './group-rows.ts';
import type { CarriedLevels, LevelNames } from './levels.ts';
import { actualOf, priorsOf, targetCells } from './target.ts';
import { isSubtotalName } from './totals.ts';
import { writtenParts } from './written-indicators.ts';

/** What the reader of a region must know of its form. */
export interface IndicatorContext {
  owner: Owner;
  /** Section of rows whose table names none. */
  section: Section;
  evaluation: boolean;
  framework: boolean;
  /** The goal that heads the table, where the form has several. */
  goal: { text: string; location: Location } | null;
}

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
      if (plan.scopes.length === 0) readRow(region, plan, row, names, context, reading);
      readScopes(region, plan, row, names, context, reading);
    }
  }
}

/** One record for every village or unit that has a value; points belong to the first. */
function readScopes(
  region: IndicatorRegion,
  plan: Plan,
  row: number,
  names: LevelNames,
  context: IndicatorContext,
  reading: IndicatorReading,
): void {
  let points: Pick<Plan, 'weight' | 'score'> = plan;
  for (const span of plan.scopes) {
    if (isVoid(entryAt(region.table, row, span)?.key ?? '')) continue;
    const one = { ...plan, ...points, targets: [span] };
    readRow(region, one, row, names, context, reading, printedName(span.text));
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
  const { half } = plan;
  const one = (role: IndicatorRole): Entry | null => entryAt(table, row, half.spans.get(role)?.[0]);
  const value = targetCells(
    table,
    row,
    plan.targets,
    half.spans.get('operator')?.[0] ?? null,
    half.spans.get('unit')?.[0] ?? null,
  );
  const scored = scoredOf(one('actual_score'));
  const halves = halvesOf(one('target_actual'));
  value.entry ??= halves?.target ?? one('target_actual');
  const actual = one('actual') ?? halves?.actual ?? scored?.actual ?? one('actual_score');
  const pair = pairOf(one('weight_score')) ?? pairOf(one('score_weight'), true);
  const weight = entryAt(table, row, plan.weight) ?? pair?.weight ?? null;
  const score = entryAt(table, row, plan.score) ?? pair?.score ?? scored?.score ?? null;
  if (plan.groups.has(row) || headsGroup(plan.half, names, [value.entry, actual], [weight, score])) {
    const points = pointsOf(weight) ?? names.points[2];
    Object.assign(plan.group, { entry: names.entries[2], text: names.name, points });
    for (const i of filledCells(table, row)) explain(table, i);
    return;
  }
  // Where a form has no values at all, its points and rules speak for a row.
  const judged = plan.targets.length === 0 && !actual;
  const spoken = judged ? [weight, score, one('scoring_rule')] : [value.entry, actual];
  if (!speaks(names, ...spoken)) {
    notePlaceholder(names, reading);
    return;
  }
  if (isSubtotal(names)) {
    for (const i of filledCells(table, row)) explain(table, i);
    return;
  }
  if (context.evaluation && !context.framework && isExecution(names.keys)) {
    reading.execution ??= executionOf(names, weight, score, actual);
    return;
  }
  const source: Record<string, Location> = {};
  names.entries.forEach((entry, level) => {
    locate(source, levelFields[level] as string, entry);
  });
  locate(source, 'target', value.entry);
  locate(source, 'operator', value.opEntry);
  locate(source, 'unit', value.unitEntry);
  locate(source, 'actual', actual);
  const target = value.entry && quantityOf(value.entry, value.unit, value.op);
  const points = weight?.starts ? pointsOf(weight) : null;
  const marks = score?.starts ? pointsOf(score) : null;
  if (points !== null) locate(source, 'weight', weight);
  if (marks !== null) locate(source, 'score', score);
  const converted = one('converted_score');
  locate(source, 'converted_score', converted);
  const deducted = one('deducted');
  const section = context.evaluation
    ? 'evaluation'
    : (half.section ?? region.sectionAt(row) ?? context.section);
  const goal = context.goal ?? plan.goalAt(row);
  if (goal) source.goal = goal.location;
  const record = newIndicator(context.owner, reading.indicators.length, section, source);
  record.goal = goal?.text ?? null;
  [record.level1, record.level2, record.level3] = names.texts;
  record.level1_weight = names.points[0] ?? levelPoints(table, row, names.entries[0], half.levelWeights[0]);
  if (plan.group.entry !== null) {
    record.level1 = plan.group.text;
    record.level1_weight = plan.group.points;
    locate(source, 'level1', plan.group.entry);
  }
  record.level2_weight = names.points[1] ?? levelPoints(table, row, names.entries[1], half.levelWeights[1]);
  if (scope !== undefined) record.scope = scope;
  record.target = target;
  if (plan.joined && target?.kind === 'text') partNamed(record, target.raw);
  record.actual = actual && actualOf(actual, target, value.unit);
  record.prior = priorsOf(table, row, plan.priors, value.unit, context.owner.year, source);
  record.weight = points ?? (plan.weight ? null : names.points[2]);
  record.score = marks;
  record.converted_score = converted?.starts ? pointsOf(converted) : null;
  const taken = deducted?.starts ? pointsOf(deducted) : null;
  if (taken !== null) {
    record.deducted = taken;
    locate(source, 'deducted', deducted);
  }
  record.category = value.category;
  record.remark = remarkOf(table, row, plan, source);
  record.confidence = confidenceOf([...names.entries, value.entry, value.opEntry, actual, weight, score]);
  for (const [field, span] of plan.texts) {
    const entry = entryAt(table, row, span);
    if (entry === null || isVoid(entry.key) || isOfAnother(entry, span)) continue;
    record[field] = textOf(entry);
    source[field] = entry.cell.location;
  }
  record.scoring_rule = bandsOf(table, row, half) ?? record.scoring_rule;
  reading.indicators.push(record);
}

/** 改造小区≥5个 under 三级指标及目标值: the name and its value in one cell. */
function partNamed(record: Indicator, text: string): void {
  const [part, ...others] = writtenParts(text);
  if (part === undefined || others.length > 0) return;
  record.level3 = part.name;
  record.target = part.target;
  if (record.source.target) record.source.level3 = record.source.target;
}

/** Points beside a level: where its name goes down over blanks that nobody merged, they do too. */
function levelPoints(table: Table, row: number, level: Entry | null, span: Span | null): number | null {
  const own = entryAt(table, row, span);
  if (own === null || own.key !== '' || level === null || level.starts) return pointsOf(own);
  const { cell } = level;
  const isHere = cell.row < row && cellAt(table, cell.row, cell.column) === cell;
  return isHere ? pointsOf(entryAt(table, cell.row, span)) : null;
}

const levelFields = ['level1', 'level2', 'level3'];

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

/** 小计 or 合计 in the place of a level, and no name behind it: the points of the rows above. */
function isSubtotal({ keys, name }: LevelNames): boolean {
  return name === '' ? keys.some(isSubtotalName) : isSubtotalName(foldLabel(name));
}

/** Grades with values of their own: 优：≥95%；良：≥90% … */
function bandsOf(table: Table, row: number, half: Half): string | null {
  const said = (half.spans.get('band') ?? []).flatMap((span) => {
    const text = textOf(entryAt(table, row, span));
    return text === null ? [] : [`${span.text}：${text}`];
  });
  return said.length > 0 ? said.join('；') : null;
}

function remarkOf(table: Table, row: number, plan: Plan, source: Record<string, Location>): string | null {
  const parts: string[] = [];
  for (const span of plan.remarks) {
    const entry = entryAt(table, row, span);
    const text = textOf(entry);
    if (entry === null || text === null || isOfAnother(entry, span)) continue;
    source.remark ??= entry.cell.location;
    parts.push(/^(?:备\s*注|)$/.test(span.text) ? text : `${printedName(span.text)}：${text}`);
  }
  return parts.length > 0 ? parts.join('；') : null;
}

/** A cell that reaches over from the column before: its text is said there. */
function isOfAnother({ cell }: Entry, span: Span): boolean {
  return cell.column < span.first;
}

function confidenceOf(entries: readonly (Entry | null)[]): number {
  let least = 1;
  for (const entry of entries)
    if (entry !== null && entry.cell.confidence < least) least = entry.cell.confidence;
  return least;
}
