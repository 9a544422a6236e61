import type { Indicator, Location } from '../../../schemas/index.ts';
import { fold, isUnit, readQuantity } from '../../values/index.ts';
import type { MoneyRegion, Strip } from '../form.ts';
import type { IndicatorRole } from '../lexicon/indicator-columns.ts';
import { levelOfName } from '../lexicon/levels.ts';
import { totalLabel } from '../lexicon/money-columns.ts';
import { holdsPoints } from '../money/columns/column-heads.ts';
import { columnSpan } from '../money/columns/money-columns.ts';
import type { MoneyHeader } from '../money/columns/money-header.ts';
import { countedUnit } from '../money/money.ts';
import { newIndicator, type Owner } from '../records.ts';
import { type Entry, entryAt, printed, printedName } from '../table/cells.ts';
import { headPath } from '../table/head-path.ts';
import { fieldRole, indicatorRole, isVoid } from '../table/label.ts';
import { bottomOf, cellOf, explain, filledCells, labelAt, labelOf, type Table } from '../table/table.ts';
import { allIndicators, bounded, holdsBounds, isOfIndicators, value } from './named-heads.ts';
import { ofParts } from './project-rows.ts';
import {
  holdsWrittenIndicators,
  readWritten,
  valuesIndicators,
  type WrittenIndicator,
  writtenParts,
} from './written-indicators.ts';

/** A column whose heads are levels: 产出指标 / 数量指标, and the name of the indicator where a third head gives it. */
interface LevelColumn {
  column: number;
  level1: string | null;
  level2: string | null;
  name: string | null;
  /** The column of its values, where this one holds the names: 满意度指标 over 指标 | 指标值. */
  values: number | null;
  /** 指标1 | 指标值 | 指标2 | 指标值: the head that numbers it; null where heads are levels. */
  numbered: string | null;
  /** The unit that its head prints: 开工率（%）. */
  unit?: string;
}

const numberedName = /^(?:绩效)?指标(?:名称)?(?:\d{1,2}|[一二三四五六七八九十])$/;
const numberedValue = /^(?:指标|目标)值?(?:\d{1,2}|[一二三四五六七八九十])$/;

/** Fewest levels in columns that make a table of indicators beside each other. */
const FEWEST = 2;

/** A table with a row a project whose indicators stand in columns, 产出指标 | 效益指标 | 满意度指标; null where the row is no head of one. */
export function columnsRegion(strip: Strip, row: number): MoneyRegion | null {
  const { table } = strip;
  const filled = filledCells(table, row);
  const levels = filled.filter((i) => levelOfName(labelOf(table, i).key) !== null);
  if (levels.length < FEWEST || levels.length * 2 < filled.length - 1) return null;
  let end = Math.min(strip.end, Math.max(...filled.map((i) => bottomOf(cellOf(table, i)))));
  while (end < strip.end && (isLevelRow(table, end) || headsNames(table, end))) end++;
  if (end >= strip.end) return null;
  // 产出指标 | 数量指标 | … over 质量指标 | …: the levels go down, and head no columns.
  if (filledCells(table, end).some((i) => levelOfName(labelOf(table, i).key) !== null)) return null;
  const header: MoneyHeader = { first: row, end, left: 0, sideEnd: strip.end, side: '', sideText: '' };
  return {
    kind: 'money',
    table,
    first: end,
    end: strip.end,
    header,
    headerTable: table,
    side: '',
    sideText: '',
  };
}

function isLevelRow(table: Table, row: number): boolean {
  const filled = filledCells(table, row);
  return filled.length > 1 && filled.every((i) => levelOfName(labelOf(table, i).key) !== null);
}

/** 三级指标 | 指标值 below each level. */
function headsNames(table: Table, row: number): boolean {
  const roles = filledCells(table, row).map((i) => indicatorRole(labelOf(table, i)));
  return roles.includes('target') && roles.every((role) => role !== null && pairHeads.has(role));
}

const pairHeads = new Set<IndicatorRole>(['level3', 'indicator', 'target']);

/** Reads the indicators that a table of projects holds in columns; each says in `scope` whose it is. */
export function columnIndicators(
  region: MoneyRegion,
  owner: Owner,
  evaluation: boolean,
  ordinal: number,
): Indicator[] {
  const columns = levelColumns(region);
  const found: Indicator[] = [];
  for (let row = region.first; row < region.end; row++) {
    const scope = scopeOf(region, row, columns[0]?.column ?? 0);
    if (scope === null) continue;
    for (const column of columns) {
      const entry = entryAt(region.table, row, columnSpan(column.column));
      if (!entry?.starts || entry.cell.column !== column.column || isVoid(entry.key)) continue;
      const value = column.values === null ? null : entryAt(region.table, row, columnSpan(column.values));
      const named: WrittenIndicator[] = value
        ? [{ name: printedName(entry.text), target: readQuantity(printed(value.text)) }]
        : partsOf(entry, column);
      for (const { name, target } of named) {
        const at = entry.cell.location;
        const source: Record<string, Location> = { level3: at };
        if (target !== null) source.target = (value ?? entry).cell.location;
        const record = newIndicator(
          owner,
          ordinal + found.length,
          evaluation ? 'evaluation' : 'annual',
          source,
        );
        found.push({
          ...record,
          level1: column.level1,
          level2: column.level2,
          level3: name,
          target,
          confidence: entry.cell.confidence,
          ...(scope.text === '' ? {} : { scope: scope.text }),
        });
      }
    }
  }
  return found;
}

/** The grid columns that hold indicators in a table of figures; none where it is no such table. */
export function indicatorColumnsIn(region: MoneyRegion): Set<number> {
  const columns = levelColumns(region);
  return new Set(columns.flatMap(({ column, values }) => (values === null ? [column] : [column, values])));
}

/** The indicators that a column 绩效指标 writes out for each project; each says in `scope` whose it is. */
export function writtenColumns(
  region: MoneyRegion,
  owner: Owner,
  evaluation: boolean,
  ordinal: number,
  named: ReadonlySet<number> = new Set(),
): Indicator[] {
  const { headerTable, header, table } = region;
  const taken = new Set([...indicatorColumnsIn(region), ...named]);
  const found: Indicator[] = [];
  for (let row = region.first; row < region.end; row++) {
    for (const i of filledCells(table, row)) {
      const { column, confidence, location, text } = cellOf(table, i);
      const head = headPath(headerTable, header, column).at(-1);
      if (column < header.left || head === undefined) continue;
      // 可用率≥99%；响应≤2小时 under 绩效指标: values without levels.
      const plain =
        !taken.has(column) && ofIndicators.test(labelOf(headerTable, head).key) && valuesIndicators(text);
      if (!plain && !holdsWrittenIndicators(text)) continue;
      const scope = scopeOf(region, row, column)?.text ?? '';
      explain(table, i);
      const written = { text, level1: null, at: location, confidence };
      for (const record of readWritten(written, owner, evaluation, ordinal + found.length))
        found.push(scope === '' ? record : { ...record, scope });
    }
  }
  return found;
}

const ofIndicators = /^(?:年度|主要|核心|关键|具体)*绩效指标(?:及指标值|及目标值)?$/;

/** What was found in each region: amounts, names and written indicators all ask for it. */
const found = new WeakMap<MoneyRegion, readonly LevelColumn[]>();

function levelColumns(region: MoneyRegion): readonly LevelColumn[] {
  const known = found.get(region);
  if (known !== undefined) return known;
  const columns = seekLevelColumns(region);
  found.set(region, columns);
  return columns;
}

function seekLevelColumns(region: MoneyRegion): LevelColumn[] {
  const { headerTable: table, header } = region;
  const columns: LevelColumn[] = [];
  const explained: number[] = [];
  for (let column = header.left; column < table.grid.columns; column++) {
    const path = headPath(table, header, column);
    const last = path.at(-1);
    if (last === undefined || cellOf(table, last).column > column) continue;
    if (holdsPoints(labelOf(table, last).key) && holdsScores(region, column)) continue;
    if (countsOrScores(table, path)) continue;
    const names = path.map((i) => {
      const { key } = labelOf(table, i);
      // 绩效目标 over 数量指标 | 满意度指标 heads them all, and is no level.
      const level = i !== last && allIndicators.test(key) ? null : levelOfName(key);
      return { text: printedName(cellOf(table, i).text), level };
    });
    const levels = names.filter((name) => name.level !== null);
    const before = columns.at(-1);
    const { key } = labelOf(table, last);
    const ofNumber = before?.numbered != null && numberedValue.test(key) && !numberedName.test(key);
    const role = ofNumber ? 'target' : indicatorRole(labelOf(table, last));
    // 产出指标 | 产出指标值 side by side under no common head.
    const ofBefore = before?.column === column - 1 && before.values === null;
    const alone = path.length === 1 || before?.numbered != null;
    if (role === 'target' && levels.length === 0 && alone && ofBefore) {
      before.values = column;
      explained.push(...path);
      continue;
    }
    if (isOfIndicators(region, column, path)) {
      const named = unitOfHead(names.at(-1)?.text ?? '');
      columns.push({ column, level1: null, level2: null, values: null, numbered: null, ...named });
      explained.push(...path);
      continue;
    }
    if (numberedName.test(key)) {
      columns.push({ column, level1: null, level2: null, name: null, values: null, numbered: key });
      explained.push(...path);
      continue;
    }
    // 满意度指标 over 服务对象满意度指标: both are names of the first level, and stand one below the other.
    const level1 = levels.find((name) => name.level === 1)?.text ?? null;
    const level2 = levels.find((name) => name.level === 2 || name.text !== levels[0]?.text)?.text ?? null;
    if ((level1 === null && level2 === null) || fieldRole(labelOf(table, last)) === 'goal') continue;
    // 决策 over 分值 | 得分: points, and no indicators.
    if (role === 'weight' || role === 'score') continue;
    if (role === 'target' && before?.column === column - 1 && before.level1 === level1) {
      before.values = column;
      explained.push(...path);
      continue;
    }
    const leaf = names.at(-1);
    const isName = leaf?.level === null && role !== 'indicator' && role !== 'level3';
    const named = isName ? unitOfHead(leaf.text) : { name: null };
    columns.push({ column, level1, level2, values: null, numbered: null, ...named });
    explained.push(...path);
  }
  if (!areIndicators(region, columns)) return [];
  for (const i of explained) explain(table, i);
  return columns;
}

/** Whether the heads above the lowest say that what stands below counts tasks or gives points, whatever it is called. */
function countsOrScores(table: Table, path: readonly number[]): boolean {
  return path.slice(0, -1).some((i) => {
    const { key } = labelOf(table, i);
    // 任务量（个） over 计划 | 完成, 评分 over 决策 | 管理 | 产出 | 效益: points of the levels, and no indicators.
    return countedUnit(key) !== null || /[得评打]分/.test(key);
  });
}

/** Whether columns name enough levels for a set of indicators, or what stands below them is aimed at. */
function areIndicators(region: MoneyRegion, columns: readonly LevelColumn[]): boolean {
  // 数量 over 年初数 | 年末数 is one name, and no set of indicators.
  const levels = new Set(
    columns.map(
      ({ level1, level2, name, numbered }) => `${level1}/${level2}/${numbered}/${level1 ?? level2 ?? name}`,
    ),
  );
  const aimed = columns.some(({ column }) => holdsBounds(region, column));
  return (
    (levels.size >= FEWEST || aimed) &&
    columns.every(({ numbered, values }) => numbered === null || values !== null)
  );
}

/** 开工率（%）: the name and the unit of the values below it. */
function unitOfHead(text: string): { name: string; unit?: string } {
  const [, name, unit] = /^(.+?)\s*[（(]([^（）()]{1,8})[)）]$/.exec(text) ?? [];
  return name === undefined || unit === undefined || !isUnit(fold(unit)) ? { name: text } : { name, unit };
}

function holdsScores({ end, first, table }: MoneyRegion, column: number): boolean {
  for (let row = first; row < end; row++) {
    const label = labelAt(table, row, column);
    if (!label.void && !label.figure) return false;
  }
  return true;
}

/** The project or unit that a row is of: the project that a head names, else the last name left of the indicators; null for a row that adds up. */
function scopeOf(region: MoneyRegion, row: number, before: number): { text: string } | null {
  const { table } = region;
  let text = '';
  let named = false;
  for (let column = region.header.left; column < before; column++) {
    const label = labelAt(table, row, column);
    if (totalLabel.test(label.key)) return null;
    const head = headPath(region.headerTable, region.header, column).at(-1);
    const role = head === undefined ? null : fieldRole(labelOf(region.headerTable, head));
    // 项目名称 | 承接主体 | 服务内容: what stands behind the name tells of it.
    const ofPart = head !== undefined && ofParts.test(labelOf(region.headerTable, head).key);
    if (role === 'goal' || (named && role !== 'project' && !ofPart)) continue;
    const entry = entryAt(table, row, columnSpan(column));
    if (
      entry &&
      !label.void &&
      !label.figure &&
      !bounded.test(label.key) &&
      entry.cell.column === column &&
      !/^\d+$/.test(label.key)
    ) {
      text = printedName(entry.text);
      named = role === 'project';
    }
  }
  return { text };
}

/** The indicators of one cell: 维修教室≥20间；更换门窗≥40扇, or the value alone where the head is its name. */
function partsOf(entry: Entry, column: LevelColumn): WrittenIndicator[] {
  const text = printed(entry.text);
  const head = column.name ?? (value.test(text) ? (column.level2 ?? column.level1) : null);
  return head === null
    ? writtenParts(text)
    : [{ name: head, target: readQuantity(text, { unit: column.unit }) }];
}
