import type { Indicator, Location } from '../../../schemas/index.ts';
import { fold, readQuantity } from '../../values/index.ts';
import type { MoneyRegion, Strip } from '../form.ts';
import type { IndicatorRole } from '../lexicon/indicator-columns.ts';
import { levelOfName } from '../lexicon/levels.ts';
import { totalLabel } from '../lexicon/money-columns.ts';
import { columnSpan } from '../money/columns/money-columns.ts';
import type { MoneyHeader } from '../money/columns/money-table.ts';
import { newIndicator, type Owner } from '../records.ts';
import { type Entry, entryAt, printed, printedName } from '../table/cells.ts';
import { headPath } from '../table/head-path.ts';
import { fieldRole, indicatorRole, isVoid } from '../table/label.ts';
import { bottomOf, cellOf, explain, filledCells, labelAt, labelOf, type Table } from '../table/table.ts';
import { FEWEST, indicatorColumnsIn, type LevelColumn, levelColumns } from './headed-columns.ts';
import { bounded, value } from './named-heads.ts';
import { ofParts } from './project-rows.ts';
import {
  holdsWrittenIndicators,
  readWritten,
  valuesIndicators,
  type WrittenIndicator,
  writtenParts,
} from './written-indicators.ts';

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

/** Reads the indicators that a table of projects holds in columns; each says in `scope` whose it is, those of the row that adds up none. */
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
    for (const column of columns) {
      const entry = entryAt(region.table, row, columnSpan(column.column));
      if (!entry?.starts || entry.cell.column !== column.column || isVoid(entry.key)) continue;
      if (scope.isWhole && !isSumBelow(entry, column)) continue;
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
      const scope = scopeOf(region, row, column).text;
      explain(table, i);
      const written = { text, level1: null, at: location, confidence };
      for (const record of readWritten(written, owner, evaluation, ordinal + found.length))
        found.push(scope === '' ? record : { ...record, scope });
    }
  }
  return found;
}

const ofIndicators = /^(?:年度|主要|核心|关键|具体)*绩效指标(?:及指标值|及目标值)?$/;

/** 360户 below 改造户数, in the row of 合计: what all places reach together. A rate of all of them, or a bound, adds up nothing. */
function isSumBelow({ text }: Entry, { level1, level2, name, unit, values }: LevelColumn): boolean {
  if (values !== null || (name ?? level2 ?? level1) === null || !value.test(fold(printed(text))))
    return false;
  const sum = readQuantity(printed(text), { unit });
  return sum.kind === 'number' && sum.op === '=' && sum.unit !== null && !/[%‰/]|比/.test(sum.unit);
}

/** The project or unit that a row is of: the project that a head names, else the last name left of the indicators; nobody in a row that adds up. */
function scopeOf(region: MoneyRegion, row: number, before: number): { text: string; isWhole: boolean } {
  const { table } = region;
  let text = '';
  let named = false;
  for (let column = region.header.left; column < before; column++) {
    const label = labelAt(table, row, column);
    if (totalLabel.test(label.key)) return { text: '', isWhole: true };
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
  return { text, isWhole: false };
}

/** The indicators of one cell: 维修教室≥20间；更换门窗≥40扇, or the value alone where the head is its name. */
function partsOf(entry: Entry, column: LevelColumn): WrittenIndicator[] {
  const text = printed(entry.text);
  const head = column.name ?? (value.test(fold(text)) ? (column.level2 ?? column.level1) : null);
  return head === null
    ? writtenParts(text)
    : [{ name: head, target: readQuantity(text, { unit: column.unit }) }];
}
