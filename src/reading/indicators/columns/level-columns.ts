import type { IndicatorRole } from '../../lexicon/indicator-columns.ts';
import { isExecutionName, levelOfName, partedLevels } from '../../lexicon/levels.ts';
import { cellAt, cellOf, filledCells, labelAt, type Table } from '../../table/table.ts';
import { isTotalRow } from '../totals.ts';
import type { IndicatorColumn, IndicatorHeader } from './indicator-table.ts';

export function isLevel(role: IndicatorRole | null): boolean {
  return (
    role === 'level1' || role === 'level2' || role === 'level3' || role === 'level4' || role === 'indicator'
  );
}

/**
 * A head 绩效指标 over two or three columns without heads of their own holds the levels from left to right; left of a head 指标名称 the two
 * levels above the names.
 */
export function splitUnlabelledLevels(
  table: Table,
  header: IndicatorHeader,
  bodyEnd: number,
): IndicatorColumn[] {
  const own = header.columns.filter((column) => column.role !== 'indicator' && isLevel(column.role));
  const [only] = own;
  if (own.length === 1 && only?.role === 'level2')
    return besideTargets(table, header, bodyEnd, only) ?? parted(table, header, bodyEnd, only);
  if (own.length === 2 && only && isTop(only) && own[1]?.role === 'level3' && own[1].first === only.end) {
    const two = parted(table, header, bodyEnd, only);
    if (two !== header.columns) return two;
    const within = secondWithin(table, header, bodyEnd, only, own[1]);
    if (within !== null) return within;
  }
  const last = own.at(-1);
  if (own.length > 1 && last?.role === 'level3') return namesAndValues(table, header, bodyEnd, last);
  const names = own.length === 1 && only?.role === 'level3' ? only : null;
  if (own.length > 0 && names === null) return header.columns;
  return header.columns.flatMap((column) => {
    if (column.end - column.first < 2) return [column];
    if (column.role !== 'indicator') return kindsOf(table, header, bodyEnd, column, names);
    const starts = columnStarts(table, header.end, bodyEnd, column);
    if (starts.length < 2 || (names !== null && (starts.length > 2 || names.first < column.first)))
      return [column];
    const roles =
      names === null ? levelsOfColumns(table, header.end, bodyEnd, starts) : (['level1', 'level2'] as const);
    return starts.map((first, k) => ({
      ...column,
      role: roles[k] ?? null,
      first,
      end: starts[k + 1] ?? column.end,
    }));
  });
}

const isTop = ({ role }: IndicatorColumn): boolean => role === 'level1' || role === 'level2';

/** 指标分类 over 产出指标 | 数量指标, left of 指标内容: the kinds of an indicator are its two levels. */
function kindsOf(
  table: Table,
  header: IndicatorHeader,
  bodyEnd: number,
  kinds: IndicatorColumn,
  names: IndicatorColumn | null,
): IndicatorColumn[] {
  if (names === null || kinds.end > names.first || (kinds.role !== 'category' && kinds.role !== null))
    return [kinds];
  const [first, second, ...more] = columnStarts(table, header.end, bodyEnd, kinds);
  if (first === undefined || second === undefined || more.length > 0) return [kinds];
  const held = [first, second].map((column) => levelHeld(table, header.end, bodyEnd, column));
  if (held[0] !== 'level1' || held[1] !== 'level2') return [kinds];
  return [
    { ...kinds, role: 'level1', first, end: second },
    { ...kinds, role: 'level2', first: second },
  ];
}

/** 评价内容 | 绩效内容 over 产出 | 数量目标 | 养护里程: the second levels stand in front of the names, below their head; null elsewhere. */
function secondWithin(
  table: Table,
  header: IndicatorHeader,
  bodyEnd: number,
  top: IndicatorColumn,
  names: IndicatorColumn,
): IndicatorColumn[] | null {
  const [first, second, ...more] = columnStarts(table, header.end, bodyEnd, names);
  if (first !== names.first || second === undefined || more.length > 0) return null;
  let known = 0;
  let own = 0;
  for (let row = header.end; row < bodyEnd; row++) {
    const label = labelAt(table, row, first);
    if (label.void || cellAt(table, row, first).row !== row || isTotalRow(table, row)) continue;
    if (levelOfName(label.key) === 2) known++;
    else own++;
  }
  if (known < 2 || known <= own) return null;
  return header.columns.flatMap((column) => {
    if (column === top) return [{ ...top, role: 'level1' as const }];
    if (column !== names) return [column];
    return [
      { ...names, role: 'level2' as const, end: second },
      { ...names, first: second },
    ];
  });
}

/** 评价内容 | 绩效目标 over 产出目标 | 数量目标 | 120户: the second levels stand below the head of the targets; null elsewhere. */
function besideTargets(
  table: Table,
  header: IndicatorHeader,
  bodyEnd: number,
  names: IndicatorColumn,
): IndicatorColumn[] | null {
  const targets = header.columns.find(
    ({ first, role, text }) =>
      first === names.end && (role === 'target' || (role === null && /目标$/.test(text.trim()))),
  );
  if (targets === undefined || levelHeld(table, header.end, bodyEnd, names.first) !== 'level1') return null;
  const [first, second] = columnStarts(table, header.end, bodyEnd, targets);
  if (first === undefined || second === undefined) return null;
  if (levelHeld(table, header.end, bodyEnd, first) !== 'level2') return null;
  return header.columns.flatMap((column) => {
    if (column === names) return [{ ...names, role: 'level1' as const }];
    if (column !== targets) return [column];
    return [
      { ...targets, role: 'level2' as const, end: second },
      { ...targets, role: 'target' as const, first: second },
    ];
  });
}

/** 一级指标 | 二级指标 | 绩效目标内容 over 保洁范围 | 12公里: the one head holds the names and, where no head says them, their values. */
function namesAndValues(
  table: Table,
  header: IndicatorHeader,
  bodyEnd: number,
  both: IndicatorColumn,
): IndicatorColumn[] {
  const valued = header.columns.some(
    ({ role }) => role === 'target' || role === 'actual' || role === 'score',
  );
  const [first, second, ...more] = columnStarts(table, header.end, bodyEnd, both);
  if (valued || first !== both.first || second === undefined || more.length > 0) return header.columns;
  return header.columns.flatMap((column) =>
    column === both
      ? [
          { ...both, end: second },
          { ...both, role: 'target' as const, first: second },
        ]
      : [column],
  );
}

/** 评价内容 over 投入（20分） and 目标设定（10分） in columns of their own: the one head of the levels holds two. */
function parted(
  table: Table,
  header: IndicatorHeader,
  bodyEnd: number,
  both: IndicatorColumn,
): IndicatorColumn[] {
  const [first, second, ...more] = columnStarts(table, header.end, bodyEnd, both);
  if (first === undefined || second === undefined || more.length > 0) return header.columns;
  // 1 | 数量指标 under 二级指标: an ordinal is no level.
  if (/^[一二]级/.test(both.text.trim()) || labelAt(table, header.end, first).figure) return header.columns;
  return header.columns.flatMap((column) =>
    column === both
      ? [
          { ...both, role: 'level1' as const, first, end: second },
          { ...both, role: 'level2' as const, first: second },
        ]
      : [column],
  );
}

/** 绩效目标 over 产出指标, 效益指标 where no head says 一级指标: the names below make the column that level. */
export function levelsByNames(
  table: Table,
  header: IndicatorHeader,
  bodyEnd: number,
  columns: IndicatorColumn[],
): IndicatorColumn[] {
  const pointed = columns.findIndex((column) => namesPointedLevels(table, header, bodyEnd, column));
  if (pointed >= 0 && !columns.some(({ role }) => role === 'level1'))
    return columns.map((column, at) => (at === pointed ? { ...column, role: 'level1' as const } : column));
  const has = (level: IndicatorRole): boolean => columns.some(({ role }) => role === level);
  const held = (column: IndicatorColumn) => levelHeld(table, header.end, bodyEnd, column.first);
  // 一级指标 | 指标性质 | 指标名称 over 产出指标 | 数量指标 | …: the kind of an indicator is its second level.
  if (has('level1'))
    return has('level2')
      ? columns
      : columns.map((column) =>
          (column.role === 'operator' && held(column) === 'level2') ||
          isBetweenLevels(table, header, bodyEnd, column)
            ? { ...column, role: 'level2' as const }
            : column,
        );
  const second = columns.findIndex(({ role }) => role === 'level2');
  if (second >= 0)
    // 指标类别 | 分值 | 二级指标 over 产出指标, 效益指标 and 预算执行率; 分解目标 | 自评权重 | 二级指标 over 管理指标
    return columns.map((column, at) =>
      at < second && mayBeTop(column.role) && held(column) === 'level1'
        ? { ...column, role: 'level1' as const }
        : column,
    );
  return columns.map((column) => {
    const open = column.role === null || column.role === 'category' || column.role === 'operator';
    const level = open ? held(column) : null;
    return level === null ? column : { ...column, role: level };
  });
}

const mayBeTop = (role: IndicatorRole | null): boolean =>
  role === null || role === 'indicator' || role === 'category';

/** 项目 over 支出管理（60分） and 财政监督（40分): what has points of its own is a level, and no project. */
function namesPointedLevels(
  table: Table,
  header: IndicatorHeader,
  bodyEnd: number,
  { first, role, text }: IndicatorColumn,
): boolean {
  if (role !== null || !/^(?:考核|考评|评价|评分)?(?:项目|类别|类型)$/.test(text.replace(/\s/g, '')))
    return false;
  let names = 0;
  for (let row = header.end; row < bodyEnd; row++) {
    const { key, void: isVoid } = labelAt(table, row, first);
    if (isVoid || cellAt(table, row, first).row !== row || isTotalRow(table, row)) continue;
    if (!/\(\d+(?:\.\d+)?分?\)$/.test(key)) return false;
    names++;
  }
  return names > 1;
}

/** 一级指标 | 职能模块 | 指标名称: what stands between the first level and the names is the second, whatever its head calls it. */
function isBetweenLevels(
  table: Table,
  header: IndicatorHeader,
  bodyEnd: number,
  { role, first, end }: IndicatorColumn,
): boolean {
  const stands = (level: IndicatorRole, isBeside: (column: IndicatorColumn) => boolean): boolean =>
    header.columns.some((column) => column.role === level && isBeside(column));
  if (role !== null || !stands('level1', (one) => one.end === first)) return false;
  if (!stands('level3', (three) => three.first === end)) return false;
  for (let row = header.end; row < bodyEnd; row++) {
    const label = labelAt(table, row, first);
    if (!isTotalRow(table, row) && (label.void || label.figure)) return false;
  }
  return true;
}

/** The level whose names fill the column; the second where both do, as 满意度 is a name of either. */
export function levelHeld(
  table: Table,
  first: number,
  end: number,
  column: number,
): 'level1' | 'level2' | null {
  const levels = new Set<1 | 2>();
  for (let row = first; row < end; row++) {
    const label = labelAt(table, row, column);
    if (label.void || isTotalRow(table, row) || isExecutionName(label.key)) continue;
    const level = partedLevels(label.key) === null ? levelOfName(label.key) : 1;
    if (level === null) return null;
    levels.add(level);
  }
  if (levels.size === 0) return null;
  return levels.has(2) ? 'level2' : 'level1';
}

/** Columns in which cells start below the head. */
function columnStarts(table: Table, first: number, end: number, column: IndicatorColumn): number[] {
  const starts = new Set<number>();
  for (let row = first; row < end; row++) {
    for (const i of filledCells(table, row)) {
      const start = cellOf(table, i).column;
      if (start >= column.first && start < column.end) starts.add(start);
    }
  }
  return [...starts].sort((a, b) => a - b);
}

function levelsOfColumns(
  table: Table,
  first: number,
  end: number,
  starts: number[],
): (IndicatorRole | null)[] {
  if (starts.length >= 3) return starts.map((_, k) => (['level1', 'level2', 'level3'] as const)[k] ?? null);
  const names = starts.map((column) => {
    for (let row = first; row < end; row++) {
      const label = labelAt(table, row, column);
      if (!label.void) return levelOfName(label.key);
    }
    return null;
  });
  return [names[0] === 2 ? 'level2' : 'level1', 'level3'];
}
