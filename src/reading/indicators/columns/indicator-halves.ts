import { foldLabel } from '../../../values/index.ts';
import { type IndicatorRole, targetRank } from '../../lexicon/indicator-columns.ts';
import { sectionOfText } from '../../lexicon/levels.ts';
import { partOfYear } from '../../lexicon/terms.ts';
import { fieldRole, labelOfText } from '../../table/label.ts';
import { cellAt, labelAt, type Table } from '../../table/table.ts';
import type { Half, IndicatorColumn, IndicatorColumns, IndicatorHeader, Span } from './indicator-table.ts';
import { leadingOf } from './leading-columns.ts';
import { isLevel, levelsByNames, splitUnlabelledLevels } from './level-columns.ts';
import { settleHalf } from './settle-halves.ts';

const levelIndex = new Map<IndicatorRole, 0 | 1 | 2>([
  ['level1', 0],
  ['level2', 1],
  ['level3', 2],
]);

/** Sorts the columns of a header into halves, levels and values. */
export function indicatorColumnsOf(table: Table, header: IndicatorHeader, bodyEnd: number): IndicatorColumns {
  const labelled = splitUnlabelledLevels(table, header, bodyEnd);
  const columns = levelsByNames(table, header, bodyEnd, labelled);
  const firstLevel = columns.findIndex((column) => isLevel(column.role));
  const before = columns.slice(0, Math.max(0, firstLevel));
  const targeted = columns.slice(firstLevel).some(({ role }) => role === 'target' || role === 'actual');
  const early = targeted ? [] : before.filter(isValueColumn);
  const leading = leadingOf(before.filter((column) => !early.includes(column)));
  const halves: Half[] = [];
  let half = newHalf();
  let valued = false;
  for (const column of early) place(half, column);
  for (const [at, column] of columns.entries()) {
    if (at < firstLevel) continue;
    const begins = isLevel(column.role) && valued && repeatsLevel(half, column);
    const more = begins ? saysMore(half, columns.slice(at)) : null;
    if (begins && hasValues(columns.slice(at)) && more === null) {
      halves.push(half);
      half = newHalf(half, column.role);
      valued = false;
    }
    const scored = scoredLevel(columns, at);
    if (scored !== null && scored < 2 && column.role === 'score') half.levelScores[scored] ??= spanOf(column);
    place(half, { ...column, role: scored === null ? (more ?? column.role) : 'known' });
    if (!isLevel(column.role) && column.role !== null) valued = true;
  }
  halves.push(half);
  keepChanged(table, header, halves);
  for (const each of halves) settleHalf(table, header.end, bodyEnd, each, leading);
  if (!isOneSet(table, header, bodyEnd, halves)) nameSections(table, header, halves);
  return { halves, leading };
}

/** 一级指标 | 得分 | 得分率 | 二级指标 | 得分 | 得分率: the first score is that of the level before it; null where it is none of a level. */
function scoredLevel(columns: readonly IndicatorColumn[], at: number): number | null {
  const { role } = columns[at] as IndicatorColumn;
  if (role !== 'score' && role !== 'score_rate') return null;
  const depth = (column: IndicatorColumn): number =>
    (column.role === null ? undefined : levelIndex.get(column.role)) ?? -1;
  const before = Math.max(-1, ...columns.slice(0, at).map(depth));
  const next = columns.findIndex((column, i) => i > at && isLevel(column.role));
  const deeper = next >= 0 && depth(columns[next] as IndicatorColumn) > before;
  const again = deeper && columns.slice(next).some((column) => column.role === role);
  return before >= 0 && again ? before : null;
}

/** A half that begins with 三级指标 stands beside the levels of the half before it, one with 二级指标 beside its first. */
function newHalf(before?: Half, begins: IndicatorRole | null = 'level1'): Half {
  const [first, second] = before?.levels ?? [null, null];
  return {
    section: null,
    levels: [begins === 'level1' ? null : first, begins === 'level3' ? second : null, null],
    levelWeights: [null, null],
    levelScores: [null, null],
    spans: new Map(),
    unknown: [],
  };
}

/** A level that this half already has: the next half begins. 三级指标 beside 指标内容 is no new half. */
function repeatsLevel(half: Half, column: IndicatorColumn): boolean {
  // 指标 | 指标值 | 指标 | 指标值
  if (column.role === 'indicator')
    return (half.spans.get('indicator') ?? []).some(
      ({ text }) =>
        text === column.text ||
        (beforeChange.test(foldLabel(text)) && afterChange.test(foldLabel(column.text))),
    );
  const index = column.role === null ? undefined : levelIndex.get(column.role);
  if (index === undefined) return false;
  for (let i = index; i < 3; i++) if (half.levels[i] !== null) return true;
  return false;
}

/**
 * 三级指标 | 分值 | 具体指标 | 评价标准 | 自评得分: points stand before the second name and other values behind it, so both are of one indicator.
 * With points behind it too, and points behind each level, it is a level below the third. Null: it begins a half.
 */
function saysMore(half: Half, columns: readonly IndicatorColumn[]): 'description' | 'level4' | null {
  const [column] = columns;
  const before = [...half.spans.keys()].filter((role) => halfValues.has(role));
  if (column?.role !== 'level3' || before.some((role) => role !== 'weight')) return null;
  if (!columns.some(({ role }) => role === 'weight')) return 'description';
  const isPointed = (half.spans.get('weight') ?? []).length >= half.levels.length;
  return isPointed && column.text !== half.levels[2]?.text ? 'level4' : null;
}

/** A half has values: 指标内容 as the last column only says more of the indicators. */
function hasValues(columns: readonly IndicatorColumn[]): boolean {
  return columns.some((column) => column.role !== null && halfValues.has(column.role));
}

const halfValues = new Set<IndicatorRole>([
  'target',
  'actual',
  'prior',
  'weight',
  'score',
  'weight_score',
  'score_weight',
  'actual_score',
  'target_actual',
  'band',
  'operator',
]);

/** 绩效指标性质 | 绩效指标值 | 度量单位 may stand in front of the levels; a column that asks for a field is none of them. */
function isValueColumn({ role, text }: IndicatorColumn): boolean {
  if (role === null || fieldRole(labelOfText(text)) !== null) return false;
  return halfValues.has(role) || role === 'unit';
}

const spanOf = ({ end, first, path, text }: IndicatorColumn): Span => ({
  first,
  end,
  text,
  path: path.join('/'),
});

function place(half: Half, column: IndicatorColumn): void {
  const span = spanOf(column);
  const index = column.role === null ? undefined : levelIndex.get(column.role);
  if (index !== undefined && half.levels[index] === null) {
    half.levels[index] = span;
    return;
  }
  // A second name column says more of the indicator than its name.
  const role = index === undefined ? column.role : 'description';
  if (role === null) {
    half.unknown.push(span);
    return;
  }
  const list = half.spans.get(role);
  if (list) list.push(span);
  else half.spans.set(role, [span]);
  // 一季度完成 | 二季度完成 | 全年完成: what came of the whole year.
  if (role === 'actual')
    half.spans
      .get('actual')
      ?.sort((a, b) => Number(partOfYear.test(a.path)) - Number(partOfYear.test(b.path)));
  if (role === 'target') half.spans.get('target')?.sort((a, b) => targetRank(b.path) - targetRank(a.path));
}

/** 产出指标 in the left half and 效益指标 in the right one: one set of indicators, folded to fit the page. */
function isOneSet(table: Table, header: IndicatorHeader, end: number, halves: readonly Half[]): boolean {
  // 指标 | 指标值 | 指标 | 指标值: names alone, and no head that says a term.
  const named = halves.every(({ levels: [first, second, third] }) => {
    const bare = first === null && second === null && third !== null;
    const above = header.first === 0 || third === null ? null : cellAt(table, header.first - 1, third.first);
    // 年度目标 | what is aimed at: a label with its answer heads no half.
    const term = above === null || above.columnSpan === 1 ? null : sectionOfText(labelOfText(above.text).key);
    return bare && sectionOfText(third.path) === null && term === null;
  });
  if (halves.length > 1 && named) return true;
  const [left, right, ...others] = halves.map(({ levels: [span] }) => {
    const names = new Set<string>();
    for (let row = header.end; span !== null && row < end; row++) {
      const { key } = labelAt(table, row, span.first);
      if (key !== '') names.add(key);
    }
    return names;
  });
  if (left === undefined || right === undefined || others.length > 0) return false;
  return left.size > 0 && right.size > 0 && ![...left].some((name) => right.has(name));
}

const beforeChange = /^(?:(?:调整|变更|调剂|修改|修订|审核|评审|优化)前|原(?:绩效)?指标)/;
const afterChange = /^(?:(?:调整|变更|调剂|修改|修订|审核|评审|优化)后|审定)/;

/** 调整前 | 调整后 over two halves: the form holds the second, and what stood in the first is a remark beside it. */
function keepChanged(table: Table, header: IndicatorHeader, halves: Half[]): void {
  const [left, right] = halves;
  if (halves.length !== 2 || !left || !right) return;
  if (!isBelow(table, header, left, beforeChange) || !isBelow(table, header, right, afterChange)) return;
  const said = [
    ...left.levels,
    ...(['indicator', 'target'] as const).flatMap((role) => left.spans.get(role) ?? []),
  ].filter((span) => span !== null);
  right.spans.set('known', [
    ...(right.spans.get('known') ?? []),
    ...said.map((span) => ({
      ...span,
      text: beforeChange.test(span.text) ? span.text : `调整前${span.text}`,
    })),
  ]);
  halves.splice(0, 1);
}

/** Whether the nearest of both heads above the names of a half is the one asked for. */
function isBelow(table: Table, header: IndicatorHeader, { levels, spans }: Half, asked: RegExp): boolean {
  const names = levels.findLast((span) => span !== null) ?? spans.get('indicator')?.[0];
  for (let row = header.first; names != null && row >= 0; row--) {
    const { key } = labelAt(table, row, names.first);
    if (beforeChange.test(key) || afterChange.test(key)) return asked.test(key);
  }
  return false;
}

/** Section of each half by its heads or the row above them; of two halves without words the left is long-term. */
function nameSections(table: Table, header: IndicatorHeader, halves: Half[]): void {
  for (const half of halves) {
    const spans = halves.length > 1 ? [...half.levels, ...[...half.spans.values()].flat()] : half.levels;
    for (const span of spans) if (span) half.section ??= sectionOfText(span.path);
    const lead = half.levels[2] ?? half.levels[1];
    if (half.section === null && lead && header.first > 0 && halves.length > 1) {
      const above = cellAt(table, header.first - 1, lead.first);
      if (above.columnSpan > 1) half.section = sectionOfText(labelAt(table, above.row, above.column).key);
    }
  }
  if (halves.length === 2 && halves[0] && halves[1]) {
    if (halves[0].section === halves[1].section) {
      halves[0].section = 'long_term';
      halves[1].section = 'annual';
    }
    halves[0].section ??= halves[1].section === 'annual' ? 'long_term' : 'annual';
    halves[1].section ??= halves[0].section === 'annual' ? 'long_term' : 'annual';
  }
}
