import type { Location, PriorQuantity, Quantity } from '../../../schemas/index.ts';
import { fold, isUnit, readOperator, readYear, relativeYear, unspaced } from '../../values/index.ts';
import { type Entry, entryAt, locate, printed, quantityOf } from '../table/cells.ts';
import { isVoid } from '../table/label.ts';
import type { Table } from '../table/table.ts';
import type { Half, Span } from './columns/indicator-table.ts';

/** The cells that say a target: its value, and the operator and unit that stand in columns of their own. */
export interface TargetCells {
  entry: Entry | null;
  op: string | null;
  opEntry: Entry | null;
  unit: string | null;
  unitEntry: Entry | null;
  /** What an operator column says that is no operator: 定性, 正向指标. */
  category: string | null;
}

/** Finds the current target of a row. `targets` are ranked: the first that says something counts. */
export function targetCells(
  table: Table,
  row: number,
  targets: readonly Span[],
  operator: Span | null,
  unit: Span | null,
): TargetCells {
  let entry: Entry | null = null;
  for (const span of targets) {
    const found = entryAt(table, row, span);
    if (entry === null || (isVoid(entry.key) && found && !isVoid(found.key))) entry = found;
  }
  const opEntry = entryAt(table, row, operator);
  const unitEntry = entryAt(table, row, unit);
  const unitText = unitEntry && !isVoid(unitEntry.key) ? unspaced(printed(unitEntry.text)) : null;
  const inWords = unitEntry !== null && unitText !== null && !isUnit(unitEntry.key);
  // 预期指标值 over 符号 and 单位 alone: the sign column prints sign and value, >= 98.
  if (targets.length === 0 && opEntry) {
    const words = inWords && !/\d/.test(opEntry.key);
    if (words) return { entry: unitEntry, op: null, opEntry, unit: null, unitEntry: null, category: null };
    return { entry: opEntry, op: null, opEntry: null, unit: unitText, unitEntry, category: null };
  }
  // So it does where the head of the units was not understood as theirs.
  if (entry && opEntry && unitText === null && signed.test(opEntry.key) && isUnit(entry.key)) {
    const unit = printed(entry.text);
    return { entry: opEntry, op: null, opEntry: null, unit, unitEntry: entry, category: null };
  }
  // A unit column may hold the answer in words where there is no figure: 单位(文字描述).
  if (entry && isVoid(entry.key) && inWords && /文字/.test(unit?.path ?? '')) {
    return { entry: unitEntry, op: null, opEntry, unit: null, unitEntry: null, category: null };
  }
  const sign = opEntry && !isVoid(opEntry.key) ? opEntry.text : null;
  return {
    entry,
    op: sign,
    // A dash or a blank where a sign may have been lost is in doubt, and so is its target.
    opEntry: sign === null && opEntry?.cell.doubt === undefined ? null : opEntry,
    unit: unitText,
    unitEntry: unitText === null ? null : unitEntry,
    category: sign !== null && readOperator(sign) === null ? printed(sign) : null,
  };
}

/** >= 98 in a column of signs. */
const signed = /^[<>=≤≥≦≧]{1,2}\d/;

/** 血液报废率（%） under 三级指标（计量单位）: the names say the units of their values. */
export function unitOfName(name: string | null, { levels, spans }: Half): string | null {
  if (spans.has('unit') || !/[（(](?:计量|度量)?单位[)）]\s*$/.test(levels[2]?.text ?? '')) return null;
  const [, unit] = /[（(]([^（）()]{1,8})[)）]$/.exec(name?.trim() ?? '') ?? [];
  return unit !== undefined && isUnit(fold(unit).replace(/\s/g, '')) ? unit : null;
}

/** 12 | 个 below one head 预期指标值: the second cell is a column of units without a head of its own. */
export function unitBeside(target: Entry | null): string | null {
  if (target === null) return null;
  const [value, all] = [target.cell.text.trim(), target.text.trim()];
  if (value === '' || value === all || !all.startsWith(value)) return null;
  if (!/^[≥≤<>=]?\s*\d[\d,]*(?:\.\d+)?$/.test(value)) return null;
  const unit = unspaced(printed(all.slice(value.length)));
  return isUnit(fold(unit)) ? unit : null;
}

/** The unit column serves the actual value too; an answer in words under a target in words has none. */
export function actualOf(entry: Entry, target: Quantity | null, unit: string | null): Quantity {
  const served = isVoid(entry.key) || (target !== null && target.kind === 'text') ? null : unit;
  return quantityOf(entry, served, null);
}

/** The values of earlier years, each with the year that its head names beside the filing's own. */
export function priorsOf(
  table: Table,
  row: number,
  spans: readonly Span[],
  unit: string | null,
  year: number | null,
  source: Record<string, Location>,
): PriorQuantity[] {
  const found: PriorQuantity[] = [];
  for (const span of spans) {
    const entry = entryAt(table, row, span);
    if (!entry) continue;
    const offset = relativeYear(span.text) ?? -1;
    const of = readYear(span.text) ?? (year === null ? null : year + offset);
    locate(source, `prior${found.length}`, entry);
    found.push({ ...quantityOf(entry, unit, null), year: of });
  }
  return found;
}
