import type { Location } from '../../../schemas/index.ts';
import { foldLabel } from '../../values/index.ts';
import type { FieldReading } from '../fields/field.ts';
import type { Meta } from '../fields/form-meta.ts';
import type { IndicatorRegion } from '../form.ts';
import { type Entry, entryAt, pairOf, pointsOf, printedName } from '../table/cells.ts';
import { cellOf, explain, filledCells, labelOf, type Table } from '../table/table.ts';
import type { Half, Span } from './columns/indicator-table.ts';
import { otherScores } from './columns/other-scores.ts';
import { withColumnsOf } from './lone-total.ts';
import { isOverallName } from './totals.ts';

/** Reads the rows that add up the points of an indicator table: its 总分, or a last row with nothing but a score. */
export function readTotals(region: IndicatorRegion, reading: FieldReading, meta: Meta): void {
  const said = meta.total_score;
  if (saysReviewed(region, reading)) meta.total_score = null;
  for (const row of region.totals) takeTotals(region, region.table, row, meta);
  if (said !== null && meta.total_score === said) addSumOfScores(region, meta);
  meta.total_score ??= said;
  for (const total of reading.totals) {
    const sameColumns = total.table.grid.columns === region.headerTable.grid.columns;
    const within = sameColumns ? region : withColumnsOf(total.table, region);
    if (within === null) continue;
    const { total_score, total_weight } = meta;
    // 自评总分 below 合计 adds the points of execution to those of the indicators.
    const overall =
      isOverall(total.table, total.row) && region.totals.some((row) => isSum(region.table, row));
    // 总分 | 100 | 100 | 99.8 apart from the table: its columns say more than the answer beside the label.
    if (overall || region.totals.length === 0) Object.assign(meta, { total_score: null, total_weight: null });
    takeTotals(within, total.table, total.row, meta);
    meta.total_score ??= total_score;
    meta.total_weight ??= total_weight;
  }
}

/** 自评得分：96.4 apart from the table, whose 合计 prints 96.4 below the scores once more. */
function addSumOfScores({ columns, table, totals }: IndicatorRegion, meta: Meta): void {
  const [row, ...others] = totals;
  const spans = columns.halves.flatMap(({ spans: own }) => own.get('score') ?? []);
  if (row === undefined || others.length > 0 || spans.length !== 1) return;
  const entry = firstPoints(table, row, spans, columns.leading.money);
  const value = pointsOf(entry);
  if (entry === null || value === null || value > MOST_POINTS) return;
  const { cell } = entry;
  if (cell.columnSpan > 1 || cell.location === meta.source.total_score) return;
  const label = printedName(spans[0]?.text ?? '');
  addOther(meta, { of: 'score', label, value }, cell.location);
}

function addOther(meta: Meta, total: NonNullable<Meta['other_totals']>[number], at: Location): void {
  meta.other_totals ??= [];
  meta.source[`other_total${meta.other_totals.length}`] = at;
  meta.other_totals.push(total);
}

/** 评价得分：93.5 over 自评得分 | 复核得分: the sum of what the reviewers gave, and not of the scores that are recorded. */
function saysReviewed({ columns, totals }: IndicatorRegion, { fields }: FieldReading): boolean {
  const field = fields.find(({ role }) => role === 'total_score');
  if (field === undefined || totals.length === 0 || !ofReview.test(foldLabel(field.label))) return false;
  const spans = columns.halves.flatMap(({ spans: own }) => [
    ...(own.get('known') ?? []),
    ...(own.get('score') ?? []),
  ]);
  const heads = spans.map(({ text }) => foldLabel(text));
  return heads.some((head) => /自评/.test(head)) && heads.some((head) => reviewed.test(head));
}

const ofReview = /^(?:绩效|综合|最终)?(?:评价|评估|评审|复核|核定|审核)/;
const reviewed = /复核|复评|评审|审核|核定|抽查|财政|专家|第三方|主管部门|评价得分/;

const firstKey = (table: Table, row: number): string => {
  const [first] = filledCells(table, row);
  return first === undefined ? '' : labelOf(table, first).key;
};
const isOverall = (table: Table, row: number): boolean => isOverallName(firstKey(table, row));
const isSum = (table: Table, row: number): boolean =>
  /^(?:合计|小计|分值合计|得分合计)$/.test(firstKey(table, row));

function takeTotals(region: IndicatorRegion, table: Table, row: number, meta: Meta): void {
  takePairs(table, row, meta);
  for (const half of region.columns.halves) {
    const pair =
      pairOf(entryAt(table, row, half.spans.get('weight_score')?.[0])) ??
      pairOf(entryAt(table, row, half.spans.get('score_weight')?.[0]), true);
    const pointsUnder = (role: 'weight' | 'score' | 'converted_score'): Entry | null =>
      firstPoints(table, row, half.spans.get(role) ?? [], region.columns.leading.money);
    const moved = movedByOne(region, half, table, row);
    const weight = moved?.weight ?? pointsUnder('weight');
    const score = moved?.score ?? pointsUnder('score');
    // 总分 | 95.8 in one cell under both columns is the score.
    const shared = weight !== null && weight.cell === score?.cell;
    set(meta, 'total_weight', (shared ? null : weight) ?? pair?.weight ?? null);
    takeOthers(region, half, table, row, meta);
    set(meta, 'total_score', score ?? pair?.score ?? pointsUnder('converted_score'));
  }
  for (const i of filledCells(table, row)) {
    explain(table, i);
    // 自评总分（含预算执行率9.17分）
    const [, own] =
      /[(]含预算执行(?:率|情况)?(?:得分)?[:：]?(\d+(?:\.\d+)?)分[)]$/.exec(labelOf(table, i).key) ?? [];
    if (own !== undefined && meta.execution_score === null) {
      meta.execution_score = Number(own);
      meta.source.execution_score = cellOf(table, i).location;
    }
    // 合计（100分）
    const [, points] = /^(?:合计|总分|总计)?\((\d+(?:\.\d+)?)分\)$/.exec(labelOf(table, i).key) ?? [];
    if (points === undefined || meta.total_weight !== null) continue;
    meta.total_weight = Number(points);
    meta.source.total_weight = cellOf(table, i).location;
  }
  if (meta.total_score === null) lonelyScore(region, table, row, meta);
}

/**
 * 总分 | 100 | 97.6 | with fewer cells than the rows above, so that its two figures stand one column left or right of 分值 and 得分:
 * neither a result nor a remark is added up, and a score is no more than what could be had.
 */
function movedByOne(
  region: IndicatorRegion,
  half: Half,
  table: Table,
  row: number,
): { weight: Entry; score: Entry } | null {
  const [weights, ...otherWeights] = half.spans.get('weight') ?? [];
  const [scores, ...otherScored] = half.spans.get('score') ?? [];
  if (region.columns.halves.length > 1 || otherWeights.length > 0 || otherScored.length > 0) return null;
  if (weights === undefined || scores === undefined || weights.end !== scores.first) return null;
  const figures = filledCells(table, row).filter((i) => !/\D/.test(labelOf(table, i).key.replace('.', '')));
  const [first, second, ...others] = figures.map((i) => cellOf(table, i));
  if (first === undefined || second === undefined || others.length > 0) return null;
  if (first.row !== row || second.row !== row || first.columnSpan > 1 || second.columnSpan > 1) return null;
  if (second.column !== first.column + 1) return null;
  const isLeft = second.column === weights.first && isTextColumn(region, half, first.column);
  const isRight = first.column === scores.first && isTextColumn(region, half, second.column);
  if (!isLeft && !isRight) return null;
  const [weight, score] = [first, second].map((cell) => ({
    cell,
    key: foldLabel(cell.text),
    starts: true,
    text: cell.text,
  }));
  const [most, own] = [pointsOf(weight ?? null), pointsOf(score ?? null)];
  if (!weight || !score || most === null || own === null || own > most || most > MOST_POINTS) return null;
  return { weight, score };
}

/** A column of results or remarks, which no total has a figure for. */
function isTextColumn({ columns: { leading } }: IndicatorRegion, half: Half, column: number): boolean {
  if (leading.money.some(({ first, end }) => first <= column && column < end)) return false;
  return textRoles.some((role) =>
    half.spans.get(role)?.some(({ first, end }) => first <= column && column < end),
  );
}

const textRoles = ['target', 'actual', 'deviation', 'remark'] as const;

/**
 * 总分 | 100 | 总得分 | 98.5 | 等级 | 优: two labels with their figures beside them, whatever columns they stand under; 总分 | 总分值 | 100 heads
 * such a row.
 */
function takePairs(table: Table, row: number, meta: Meta): void {
  const filled = filledCells(table, row);
  const beside = (label: RegExp): Entry | null => {
    for (const [at, i] of filled.entries()) {
      const answer = filled[at + 1];
      if (answer === undefined || !label.test(labelOf(table, i).key)) continue;
      const cell = cellOf(table, answer);
      const entry = { cell, key: labelOf(table, answer).key, starts: cell.row === row, text: cell.text };
      if (pointsOf(entry) !== null) return entry;
    }
    return null;
  };
  const [weight, score] = [beside(allPoints), beside(allScored)];
  if (weight === null || score === null) return;
  set(meta, 'total_weight', weight);
  set(meta, 'total_score', score);
}

const allPoints = /^(?:总分值?|满分|分值合计|总权重|合计|总计)[:：]?$/;
const allScored =
  /^(?:绩效|自评|评价|考核|考评|评审|评估|综合|最终|项目|单位|部门)*(?:总得分|总评分|得分合计|得分)[:：]?$/;

/** 合计 | 100 | 100 below the points of both levels, 92 | 93 below those of two experts, 7.5 below what was taken off. */
function takeOthers(region: IndicatorRegion, half: Half, table: Table, row: number, meta: Meta): void {
  const [first, second] = half.levelWeights;
  const columns = [
    { of: 'level1_weight' as const, span: first },
    { of: 'level2_weight' as const, span: second },
    { of: 'deducted' as const, span: half.spans.get('deducted')?.[0] ?? null },
    ...otherScores(region, half).map((span) => ({ of: 'other_score' as const, span })),
  ];
  for (const { of, span } of columns) {
    const entry = entryAt(table, row, span);
    const value = pointsOf(entry);
    if (!entry || !span || value === null || value > MOST_POINTS) continue;
    const { column, columnSpan, location } = entry.cell;
    // 合计 | 100 across the columns of all levels is of none of them.
    if (entry.cell.row !== row || column < span.first || column + columnSpan > span.end) continue;
    addOther(meta, { of, label: printedName(span.text), value }, location);
  }
  takeRate(half, table, row, meta);
}

/** 合计 | 100 | 92 | 92.00% below 得分率: that of the whole form, where it says that it is in per cent. */
function takeRate(half: Half, table: Table, row: number, meta: Meta): void {
  const [span, ...others] = half.spans.get('score_rate') ?? [];
  const entry = others.length > 0 ? null : entryAt(table, row, span);
  const [, rate] = /^(\d{1,3}(?:\.\d+)?)%$/.exec(entry?.key ?? '') ?? [];
  if (!entry || !span || rate === undefined || entry.cell.row !== row || entry.cell.columnSpan > 1) return;
  addOther(
    meta,
    { of: 'score_rate', label: printedName(span.text), value: Number(rate) },
    entry.cell.location,
  );
}

/** Most points that a form gives; a larger sum is one of money. */
const MOST_POINTS = 1_000;

/** 总分 | 96 in a row that keeps none of the table's columns. */
function lonelyScore({ columns: { leading } }: IndicatorRegion, table: Table, row: number, meta: Meta): void {
  const filled = filledCells(table, row);
  // 合计 | 300 below the budgets of many projects is money.
  const money = leading.money.map((span) => span.first);
  if (filled.some((i) => money.includes(cellOf(table, i).column))) return;
  const figures = filled.filter((i) => /^\d+(?:\.\d+)?分?$/.test(labelOf(table, i).key));
  if (figures.length !== 1 || meta.total_weight !== null) return;
  const cell = cellOf(table, figures[0] as number);
  const score = Number.parseFloat(labelOf(table, figures[0] as number).key);
  if (score > MOST_POINTS) return;
  meta.total_score = score;
  meta.source.total_score = cell.location;
}

/** 合计 | 258.00 over the budgets and all columns right of them is money. */
function firstPoints(
  table: Table,
  row: number,
  spans: readonly Span[],
  money: readonly Span[],
): Entry | null {
  for (const span of spans) {
    const entry = entryAt(table, row, span);
    const cell = entry?.cell;
    if (cell && money.some(({ first }) => cell.column <= first && first < cell.column + cell.columnSpan))
      continue;
    if (entry?.cell.row === row && pointsOf(entry) !== null && !/^总|合计/.test(entry.key)) return entry;
  }
  return null;
}

function set(meta: Meta, key: 'total_weight' | 'total_score', entry: Entry | null): void {
  const points = pointsOf(entry);
  if (!entry || meta[key] !== null || points === null || points > MOST_POINTS) return;
  meta[key] = points;
  meta.source[key] = entry.cell.location;
}
