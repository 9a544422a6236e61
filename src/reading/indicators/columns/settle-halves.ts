import { foldLabel, readOperator } from '../../../values/index.ts';
import { levelOfName } from '../../lexicon/levels.ts';
import { cellAt, filledCells, labelAt, type Table } from '../../table/table.ts';
import { isTotalRow } from '../totals.ts';
import { type Body, holdsValues } from './column-contents.ts';
import type { Half, LeadingColumns, Span } from './indicator-table.ts';
import { levelHeld } from './level-columns.ts';
import {
  describeLeaf,
  dropEmptyLeaf,
  settleContentNames,
  settlePoints,
  settleTasks,
  settleTop,
} from './settle-levels.ts';
import { settleValues } from './settle-values.ts';
import { settleWeights } from './settle-weights.ts';

/** Settles what the heads leave open in a half of an indicator table, by what stands below them. */
export function settleHalf(
  table: Table,
  first: number,
  end: number,
  half: Half,
  leading: LeadingColumns,
): void {
  dropEmptyLeaf(table, first, end, half);
  describeLeaf(table, first, end, half);
  settleLevels(half);
  settleContents(half);
  settleContentNames(table, first, end, half);
  settlePoints(table, first, end, half);
  settleGroups(table, first, end, half);
  settleNames(table, first, end, half);
  settleKinds(table, first, end, half, leading);
  settleTasks(table, first, end, half, leading);
  settleWeights(table, first, end, half);
  settleOperators(table, first, end, half);
  settleValues({ table, first, end }, half);
  settleTop(table, first, end, half);
}

/** Gives the ambiguous heads their level: 绩效指标 is the name where no other is, 评价指标 the first level beside 评价内容. */
function settleLevels(half: Half): void {
  const all = half.spans.get('indicator') ?? [];
  // 考核内容 is the name only where nothing else is; left of 考核指标 it groups that.
  const own = all.filter(({ text }) => foldLabel(text) !== '考核内容');
  const contents = all.filter(
    (span) => !own.includes(span) && (half.levels[2] !== null || own.some(({ first }) => first < span.first)),
  );
  const others = half.levels[2] !== null || own.length > 0;
  if (others && contents.length > 0)
    half.spans.set('description', [...contents, ...(half.spans.get('description') ?? [])]);
  const named = others ? all.filter((span) => !contents.includes(span)) : [...all];
  const leaf = half.spans.get('level4')?.[0];
  if (leaf) {
    const above = half.levels[2];
    half.levels[2] = leaf;
    if (above) {
      half.spans.set('description', [above, ...(half.spans.get('description') ?? [])]);
      half.third = above;
    }
  }
  // 指标体系 | 指标: the left one groups the right one, also right of a first level.
  const [group, ...grouped] = named;
  const [top, ...below] = half.levels;
  if (
    group &&
    grouped.length > 0 &&
    below.every((level) => level === null) &&
    !(top && top.first > group.first)
  ) {
    half.levels[top ? 1 : 0] = group;
    named.shift();
  }
  for (const span of named) {
    const [first, second, third] = half.levels;
    if (first && !second && !third && groupsItems(span, first)) half.levels = [span, null, first];
    else if (
      !third &&
      ((first && span.first > first.first) || (second && span.first > second.first) || (!first && !second))
    ) {
      half.levels[2] = span;
    } else if (!first) half.levels[0] = span;
    else if (!third) half.levels[2] = span;
    else half.unknown.push(span);
  }
  half.spans.delete('indicator');
  half.spans.delete('level4');
}

/** 指标 | 内容 | 指标值 with 产出指标, 效益指标 below the first: what stands between them and the values are the names; of 类型 | 名称 the second, and the first is a level. */
function settleGroups(table: Table, first: number, end: number, half: Half): void {
  const [top, second, span] = half.levels;
  const value = half.spans.get('target')?.[0] ?? half.spans.get('actual')?.[0];
  const called = half.unknown.find(({ text }) => foldLabel(text) === '名称');
  const above = second ?? top;
  if (above && !span && called && called.first >= above.end) {
    half.levels[2] = called;
    half.unknown = half.unknown.filter((other) => other !== called);
  }
  if (top || second || !span || !value) return;
  const between = half.unknown.filter(({ first: column }) => column >= span.end && column < value.first);
  const names = between.find((other) => other === called) ?? between[0];
  const level = names === undefined ? null : levelHeld(table, first, end, span.first);
  if (names === undefined || level === null) return;
  const middle = names === between[1] && level === 'level1' ? (between[0] ?? null) : null;
  half.levels = level === 'level1' ? [span, middle, names] : [null, span, names];
  half.unknown = half.unknown.filter((other) => other !== names && other !== middle);
}

/** 一级指标 | 二级指标 | 指标值 with names below 二级指标 that no template has: the column holds the indicators themselves. */
function settleNames(table: Table, first: number, end: number, half: Half): void {
  const [top, span] = half.levels;
  if (half.levels[2] !== null) return;
  if (span === null) {
    if (top !== null && holdsLevels(table, first, end, top) > 1) nameBeside({ table, first, end }, half, top);
    return;
  }
  // 评价内容 alone: what it holds are the indicators.
  if (half.levels[0] === null && /^评[价估]内容$/.test(foldLabel(span.text))) {
    const point = isMerged(table, first, end, span) ? pointsBeside(half) : null;
    half.levels = [point && span, null, point ?? span];
    if (point) half.spans.set('description', (half.spans.get('description') ?? []).slice(1));
    return;
  }
  if (half.levels[0] === null) return;
  const ratio = holdsLevels(table, first, end, span);
  if (ratio > 1 || isGroupedBy(table, first, end, span)) nameBeside({ table, first, end }, half, span);
  if (ratio < 0.5 && half.levels[2] === null) half.levels = [half.levels[0], null, span];
}

/** How many names of levels that templates have a column holds, for each other text of it; 1 where nothing stands in it. */
function holdsLevels(table: Table, first: number, end: number, span: Span): number {
  let known = 0;
  let own = 0;
  for (let row = first; row < end; row++) {
    const label = labelAt(table, row, span.first);
    if (label.void || cellAt(table, row, span.first).row !== row || isTotalRow(table, row)) continue;
    if (levelOfName(label.key) === null) own++;
    else known++;
  }
  if (own === 0) return known === 0 ? 1 : known * 2;
  return known / own;
}

/** 核心业务产出 merged or written again beside several rows: it groups what stands right of it. */
function isGroupedBy(table: Table, first: number, end: number, level: Span): boolean {
  const texts = new Set<string>();
  let rows = 0;
  for (let row = first; row < end; row++) {
    if (isTotalRow(table, row) || filledCells(table, row).length === 0) continue;
    rows++;
    texts.add(labelAt(table, row, level.first).key);
  }
  return texts.size < rows;
}

/** 一级指标 | 二级指标 | 绩效内容描述 | 指标值: right behind first or second levels that templates have, a column of words under a head that nobody knows names the rows. */
function nameBeside(body: Body, half: Half, level: Span): void {
  const span = half.unknown.find(({ first }) => first === level.end);
  if (span === undefined || holdsValues(body, span)) return;
  const { table, first, end } = body;
  let rows = 0;
  let named = 0;
  for (let row = first; row < end; row++) {
    if (isTotalRow(table, row) || filledCells(table, row).length === 0) continue;
    rows++;
    if (cellAt(table, row, span.first).row === row && !labelAt(table, row, span.first).void) named++;
  }
  if (named < 2 || named * 4 < rows * 3) return;
  half.levels[2] = span;
  half.unknown = half.unknown.filter((other) => other !== span);
}

/**
 * A column of 大于等于, ≤ or 等于 is one of operators, whatever its head. Of 指标方向 | 计算符号 the one that holds the signs is;
 * 正向 and 反向 in the other say the kind of the indicators.
 */
function settleOperators(table: Table, first: number, end: number, half: Half): void {
  const headed = half.spans.get('operator') ?? [];
  const holdsSigns = (span: Span): boolean => {
    let operators = 0;
    let others = 0;
    for (let row = first; row < end; row++) {
      const label = labelAt(table, row, span.first);
      if (label.void || cellAt(table, row, span.first).row !== row) continue;
      if (readOperator(label.key) !== null) operators++;
      else others++;
    }
    return operators > (headed.length > 1 ? 0 : 1) && operators > others * 2;
  };
  if (headed.length === 1) return;
  const kinds = half.spans.get('category') ?? [];
  const candidates = headed.length > 0 ? headed : [...half.unknown, ...kinds];
  const found = candidates.find(holdsSigns);
  if (found === undefined) return;
  half.spans.set('operator', [found]);
  half.unknown = half.unknown.filter((span) => span !== found);
  const others = [...kinds, ...headed].filter((span) => span !== found);
  if (others.length > 0) half.spans.set('category', others);
  else half.spans.delete('category');
}

/** 考核内容 | 分值 | 考核项目 | 分值: the column on the left groups the items, whatever the words say where they stand the other way round. */
function groupsItems(left: Span, right: Span): boolean {
  return (
    left.first < right.first &&
    foldLabel(left.text) === '考核内容' &&
    /^(?:考核|评分|评价)项目$/.test(foldLabel(right.text))
  );
}

/** 考核项目 | 考核内容: what is a description beside a name is the name where no other column holds one. */
function settleContents(half: Half): void {
  const [first, second, third] = half.levels;
  const span = pointsBeside(half);
  if (!first || second || third || !span) return;
  half.levels[2] = span;
  half.spans.set('description', (half.spans.get('description') ?? []).slice(1));
}

/** The first description, where its head may as well name what is scored: 评价要点. */
function pointsBeside(half: Half): Span | null {
  const [span] = half.spans.get('description') ?? [];
  return span &&
    /^(?:(?:考核|评价|评分|评估|评审|审核)(?:内容|要点|指标|要素)|观测点|评价点)$/.test(foldLabel(span.text))
    ? span
    : null;
}

/** Whether cells of the column run down beside several of its neighbours. */
function isMerged(table: Table, first: number, end: number, span: Span): boolean {
  for (let row = first; row < end; row++) if (cellAt(table, row, span.first).rowSpan > 1) return true;
  return false;
}

/** 指标类型 | 指标名称 with 数量指标, 质量指标 below the first: it is the level that no other column gives. */
function settleKinds(table: Table, first: number, end: number, half: Half, leading: LeadingColumns): void {
  const [span = leading.side.at(-1)] = half.spans.get('category') ?? [];
  if (!span || half.levels[0] !== null || half.levels[1] !== null || half.levels[2] === null) return;
  const level = levelHeld(table, first, end, span.first);
  if (level === null) return;
  half.levels[level === 'level2' ? 1 : 0] = span;
  half.spans.delete('category');
  leading.side = leading.side.filter((other) => other !== span);
}
