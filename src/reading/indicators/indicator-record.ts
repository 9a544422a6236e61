import type { Indicator, Location } from '../../../schemas/index.ts';
import { foldLabel } from '../../values/index.ts';
import type { IndicatorRegion } from '../form.ts';
import type { IndicatorRole } from '../lexicon/indicator-columns.ts';
import { newIndicator } from '../records.ts';
import {
  type Entry,
  entryAt,
  isLost,
  locate,
  pointsOf,
  printedName,
  quantityOf,
  textOf,
} from '../table/cells.ts';
import { isVoid } from '../table/label.ts';
import { cellAt, type Table } from '../table/table.ts';
import type { Half, Span } from './columns/indicator-table.ts';
import type { Plan } from './columns/plan.ts';
import { percentOf } from './columns/rate-columns.ts';
import type { IndicatorContext } from './indicator-context.ts';
import type { LevelNames } from './levels.ts';
import { actualOf, priorsOf, type TargetCells, unitBeside, unitOfName } from './target.ts';
import { valuedIndicator, writtenParts } from './written-indicators.ts';

/** The cells of a row that names an indicator. */
export interface IndicatorCells {
  names: LevelNames;
  value: TargetCells;
  actual: Entry | null;
  weight: Entry | null;
  score: Entry | null;
}

/** The record of the indicator in a row; `scope` is the village or unit that its value is of, where each has one. */
export function indicatorAt(
  region: IndicatorRegion,
  plan: Plan,
  row: number,
  { actual, names, score, value, weight }: IndicatorCells,
  context: IndicatorContext,
  ordinal: number,
  scope?: string,
): Indicator {
  const { table } = region;
  const { half } = plan;
  const one = (role: IndicatorRole): Entry | null => entryAt(table, row, half.spans.get(role)?.[0]);
  const source: Record<string, Location> = {};
  names.entries.forEach((entry, level) => {
    locate(source, levelFields[level] as string, entry);
  });
  locate(source, 'target', value.entry);
  locate(source, 'operator', value.opEntry);
  locate(source, 'unit', value.unitEntry);
  locate(source, 'actual', actual);
  const unit = value.unit ?? unitOfName(names.texts[2], half);
  const target = value.entry && quantityOf(unnamed(value.entry, names.texts[2]), unit, value.op);
  const points = weight?.starts ? pointsOf(weight) : null;
  const marks = score?.starts ? pointsOf(score) : null;
  if (points !== null || isUnread(weight)) locate(source, 'weight', weight);
  if (marks !== null || isUnread(score)) locate(source, 'score', score);
  const converted = one('converted_score');
  locate(source, 'converted_score', converted);
  const section = context.evaluation
    ? 'evaluation'
    : (half.section ?? region.sectionAt(row) ?? context.section);
  const goal = context.goal ?? plan.goalAt(row);
  if (goal) source.goal = goal.location;
  const record = newIndicator(context.owner, ordinal, section, source);
  record.goal = goal?.text ?? null;
  setLevels(record, table, row, half, names);
  setLevelsAbove(record, plan);
  if (scope !== undefined) record.scope = scope;
  record.target = target;
  if (plan.joined && target?.kind === 'text') partNamed(record, target.raw);
  const served = unit ?? unitBeside(value.entry);
  record.actual = actual && actualOf(unnamed(actual, record.level3), target, served);
  if (target === null) partValued(record, plan.targets.length > 0);
  record.prior = priorsOf(table, row, plan.priors, served, context.owner.year, source);
  // 决策（16分） in a table of first levels alone is what is scored.
  const level =
    half.levels[1] === null && half.levels[2] === null && names.entries[0]?.starts === true ? 0 : 2;
  const named = plan.weight ? null : names.points[level];
  record.weight = points ?? named;
  // 预算编制科学性（4分）: the cell of the name is that of the points too.
  if (points === null && named !== null) locate(source, 'weight', names.entries[level]);
  record.score = marks;
  record.converted_score = converted?.starts ? pointsOf(converted) : null;
  addOtherScores(record, table, row, plan.otherScores);
  setDeducted(record, one('deducted'), source);
  addRates(record, table, row, plan);
  record.category = value.category;
  record.remark = remarkOf(table, row, plan, source, value.entry);
  record.confidence = confidenceOf([...names.entries, value.entry, value.opEntry, actual, weight, score]);
  addTexts(record, table, row, plan, names.entries[2]);
  if (plan.graded.length === 0) record.scoring_rule = bandsOf(table, row, half) ?? record.scoring_rule;
  return record;
}

/** Points that are missing though their cell had them: the record says so where they stand, and sums over the column stay open. */
const isUnread = (entry: Entry | null): boolean =>
  entry?.starts === true && isLost(entry.text, entry.cell.doubt);

function setDeducted(record: Indicator, entry: Entry | null, source: Record<string, Location>): void {
  const taken = entry?.starts ? pointsOf(entry) : null;
  if (taken === null) return;
  record.deducted = taken;
  locate(source, 'deducted', entry);
}

/** The names of the levels in the columns of a row, with the points and scores beside them. */
function setLevels(record: Indicator, table: Table, row: number, half: Half, names: LevelNames): void {
  [record.level1, record.level2, record.level3] = names.texts;
  for (const level of [0, 1] as const) {
    const field = level === 0 ? 'level1_weight' : 'level2_weight';
    const points = half.levelWeights[level];
    record[field] = names.points[level] ?? levelPoints(table, row, names.entries[level], points);
    // Points in the name of the level stand where it does.
    const beside = names.points[level] == null && record[field] !== null ? entryAt(table, row, points) : null;
    if (beside !== null && beside.key !== '') locate(record.source, field, beside);
    const span = half.levelScores[level];
    const own = levelPoints(table, row, names.entries[level], span);
    if (own !== null) addLevelScore(record, level, own, entryAt(table, row, span)?.cell.location);
  }
}

/** Levels that rows of their own name above: they take the place of those in the columns. */
function setLevelsAbove(record: Indicator, { group, half, subgroup }: Plan): void {
  if (group.score !== null) addLevelScore(record, 0, group.score.value, group.score.at);
  if (subgroup.score !== null) addLevelScore(record, 1, subgroup.score.value, subgroup.score.at);
  if (group.entry !== null) {
    if (half.levels[0] !== null) lowerLevel(record);
    record.level1 = group.text;
    record.level1_weight = group.points;
    locate(record.source, 'level1', group.entry);
  }
  if (subgroup.entry !== null) {
    record.level2 = subgroup.text;
    record.level2_weight = subgroup.points;
    locate(record.source, 'level2', subgroup.entry);
  }
}

/** Scores that others gave, a column each. */
function addOtherScores(record: Indicator, table: Table, row: number, spans: readonly Span[]): void {
  const others = spans.flatMap((span) => {
    const entry = entryAt(table, row, span);
    const value = entry?.starts ? pointsOf(entry) : null;
    return entry === null || value === null
      ? []
      : [{ label: printedName(span.text), value, at: entry.cell.location }];
  });
  if (others.length === 0) return;
  record.other_scores = others.map(({ label, value }) => ({ label, value }));
  for (const [k, { at }] of others.entries()) record.source[`other_score${k}`] = at;
}

function addRates(record: Indicator, table: Table, row: number, plan: Plan): void {
  for (const field of ['score_rate', 'completion_rate'] as const) {
    const entry = entryAt(table, row, plan.half.spans.get(field)?.[0]);
    const rate = entry?.starts ? percentOf(entry, plan.rates[field]) : null;
    if (entry === null || rate === null) continue;
    record[field] = rate;
    record[`${field}_raw`] = entry.text.trim();
    locate(record.source, field, entry);
  }
}

function addTexts(
  record: Indicator,
  table: Table,
  row: number,
  plan: Plan,
  third: Entry | null | undefined,
): void {
  for (const [field, span] of plan.texts) {
    const entry = entryAt(table, row, span);
    if (entry === null || isVoid(entry.key) || isOfAnother(entry, span)) continue;
    // The third level that names the indicator, where its fourth is empty.
    if (entry.cell === third?.cell) continue;
    record[field] = textOf(entry);
    record.source[field] = entry.cell.location;
  }
}

function addLevelScore(record: Indicator, level: 0 | 1, value: number, at: Location | undefined): void {
  const field = level === 0 ? 'level1_score' : 'level2_score';
  record[field] = value;
  if (at) record.source[field] = at;
}

/** A name of the first column below a level that stands across the table is one of the second level. */
function lowerLevel(record: Indicator): void {
  const { level1: at } = record.source;
  record.level2 = record.level1;
  record.level2_weight = record.level1_weight;
  if (at) record.source.level2 = at;
}

/** 改造小区≥5个 under 三级指标及目标值: the name and its value in one cell. */
function partNamed(record: Indicator, text: string): void {
  const [part, ...others] = writtenParts(text);
  if (part === undefined || others.length > 0) return;
  record.level3 = part.name;
  record.target = part.target;
  if (record.source.target) record.source.level3 = record.source.target;
}

/** 指标1：改造泵站 目标值：12座, or 受益学生人数≥12600人 under 三级指标 where no column gives the values. */
function partValued(record: Indicator, hasColumn: boolean): void {
  const name = record.level3 ?? '';
  const parts = valuedIndicator(name) ?? (hasColumn ? null : signedIndicator(name));
  if (parts === null) return;
  record.level3 = parts.name;
  record.target = parts.target;
  record.actual ??= parts.actual;
  if (record.source.level3) record.source.target = record.source.level3;
}

/** 按期完工率：100% beside 按期完工率: the value says once more whose it is. */
function unnamed(entry: Entry, name: string | null): Entry {
  const [, before, text] = /^\s*([^:：]{2,40}?)\s*[:：]\s*(\S.*?)\s*$/s.exec(entry.text) ?? [];
  if (name === null || before === undefined || text === undefined || before !== name) return entry;
  return { ...entry, text, key: foldLabel(text) };
}

function signedIndicator(text: string): ReturnType<typeof valuedIndicator> {
  if (!/\S\s*[≥≤≧≦＞＜>=<]+\s*\d/.test(text)) return null;
  const [part, ...others] = writtenParts(text);
  if (part === undefined || others.length > 0 || part.target?.kind !== 'number') return null;
  return { name: part.name, target: part.target, actual: null };
}

/** Points beside a level: where its name goes down over blanks that nobody merged, they do too. */
function levelPoints(table: Table, row: number, level: Entry | null, span: Span | null): number | null {
  const own = entryAt(table, row, span);
  if (own === null || !isVoid(own.key) || level === null || level.starts) return pointsOf(own);
  const { cell } = level;
  const isHere = cell.row < row && cellAt(table, cell.row, cell.column) === cell;
  return isHere ? pointsOf(entryAt(table, cell.row, span)) : null;
}

const levelFields = ['level1', 'level2', 'level3'];

/** Grades with values of their own: 优：≥95%；良：≥90% … */
function bandsOf(table: Table, row: number, half: Half): string | null {
  const said = (half.spans.get('band') ?? []).flatMap((span) => {
    const text = textOf(entryAt(table, row, span));
    return text === null ? [] : [`${span.text}：${text}`];
  });
  return said.length > 0 ? said.join('；') : null;
}

function remarkOf(
  table: Table,
  row: number,
  plan: Plan,
  source: Record<string, Location>,
  value: Entry | null,
): string | null {
  const parts: string[] = [];
  for (const span of plan.remarks) {
    const entry = entryAt(table, row, span);
    const text = textOf(entry);
    if (entry === null || text === null || isOfAnother(entry, span) || entry.cell === value?.cell) continue;
    source.remark ??= entry.cell.location;
    parts.push(/^(?:备注|)$/.test(foldLabel(span.text)) ? text : `${printedName(span.text)}：${text}`);
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
