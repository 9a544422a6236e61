import type { MoneyUnit } from '../../../schemas/index.ts';
import { fold, foldLabel, moneyUnitIn } from '../../values/index.ts';
import type { Field, FieldReading } from '../fields/field.ts';
import type { Form, Region, Strip } from '../form.ts';
import { cellOf, filledCells, type Table } from '../table/table.ts';

/** From a caption, else a label of a row or a column, else the money cells themselves; never assumed. */
export function moneyUnitOf(
  form: Form,
  regions: Region[],
  fields: Field[],
  reading: FieldReading,
): MoneyUnit | null {
  for (const line of [...form.captions, ...form.notes]) {
    const unit = moneyUnitIn(line.paragraph.text);
    if (
      unit &&
      /单\s*位|金额\s*[:：]|[(（].{0,4}元[)）]|^\s*(?:人民币)?[万亿]元\s*$/.test(line.paragraph.text)
    )
      return unit;
  }
  for (const field of fields) {
    const unit = field.role === 'organisation' ? null : moneyUnitIn(field.label);
    if (unit) return unit;
  }
  const title = form.title === null ? null : moneyUnitIn(form.title);
  if (title) return title;
  const heads = regions.filter((region) => region.kind === 'money');
  for (const region of heads) {
    const unit =
      unitInRows(region.headerTable, region.header.first, region.header.end, labelUnit) ??
      unitInRows(region.table, region.first, region.end, labelUnit) ??
      unitOverHeads(region.headerTable, region.header.first) ??
      bandUnit(region.headerTable, region.header.first);
    if (unit) return unit;
  }
  for (const field of reading.funding) {
    const unit =
      labelUnit(field.label) ??
      unitInRows(field.table, field.row, field.row + 1, labelUnit) ??
      sideUnit(field.table, field.row) ??
      bandUnit(field.table, field.row);
    if (unit) return unit;
  }
  const around = unitAround(form);
  if (around) return around;
  // ¥3,600,000.00 is in yuan, whatever unit a figure beside it prints for itself.
  if (reading.funding.some(({ value }) => /^\s*[¥￥]/.test(value))) return null;
  for (const region of heads) {
    const unit = unitInRows(region.table, region.first, region.end, figureUnit);
    if (unit) return unit;
  }
  for (const field of reading.funding) {
    const unit = figureUnit(field.value);
    if (unit) return unit;
  }
  return null;
}

/** What the caption over the tables says that they count, where nothing says a unit of money: 单位：人. */
export function countedUnitOf({ captions, strips }: Form, moneyUnit: MoneyUnit | null): string | null {
  if (moneyUnit !== null) return null;
  const [strip] = strips;
  const rows = strip === undefined ? 0 : Math.min(strip.end - strip.first, CAPTION_ROWS);
  const inSheet = Array.from({ length: rows }, (_, k) => {
    const filled = strip === undefined ? [] : filledCells(strip.table, strip.first + k);
    return filled.length > 2 ? [] : filled.map((i) => cellOf((strip as Strip).table, i).text);
  });
  for (const text of [...captions.map(({ paragraph }) => paragraph.text), ...inSheet.flat()]) {
    const [, unit] = ofCounts.exec(fold(text.slice(-MOST_SEARCHED))) ?? [];
    if (unit !== undefined) return unit;
  }
  return null;
}

/** Rows at the head of a sheet that may be its captions, and signs at the end of one that are searched. */
const CAPTION_ROWS = 4;
const MOST_SEARCHED = 40;

const ofCounts = /(?:^|[^编制填报主管预算])单位\s*[:：]\s*(人|人次|个|户|辆|台|套|所|家)\s*$/;

/** 资金情况（万元） beside a cell that holds a table of its own. */
function unitAround({ strips }: Form): MoneyUnit | null {
  for (const { table } of strips) {
    const { inside } = table.grid;
    if (inside === null) continue;
    const outer = strips.find((strip) => strip.table.grid.cells[0]?.location.block === inside.block);
    const unit = outer ? unitInRows(outer.table, inside.row, inside.row + 1, labelUnit) : null;
    if (unit) return unit;
  }
  return null;
}

function sideUnit(table: Table, row: number): MoneyUnit | null {
  const cell = table.grid.cells[table.cover[row * table.grid.columns] as number];
  return cell ? labelUnit(cell.text) : null;
}

/** 资金来源 beside 项目资金（万元）, which runs over all heads of stages in the next row. */
function unitOverHeads(table: Table, row: number): MoneyUnit | null {
  const last = row > 0 ? filledCells(table, row - 1).at(-1) : undefined;
  if (last === undefined) return null;
  const { column, columnSpan, text } = cellOf(table, last);
  return columnSpan > 2 && column + columnSpan === table.grid.columns ? labelUnit(text) : null;
}

/** A line across the table that heads the rows below it: 资金申请（万元）. */
function bandUnit(table: Table, row: number): MoneyUnit | null {
  for (let above = row - 1; above >= 0; above--) {
    const [only, ...others] = filledCells(table, above);
    if (only !== undefined && others.length === 0) return labelUnit(cellOf(table, only).text);
  }
  return null;
}

/** What one costs is told in its own unit: 单价（元） beside 金额（万元）. */
const ofOne = /单价|标准|定额|单位(?:成本|造价)|单方|人均|户均|亩均|平均|每|元[/／]/;

/** 2031年资金安排（万元）, 2031—2033年 and 1.资金安排（万元） are labels; a text that begins with another number is a figure. */
const lead = /^\s*(?:(?:19|20)\d\d(?:\s*[-—–~～至]+\s*(?:19|20)\d\d)?年度?|\d{1,2}[、.．](?!\d))\s*/;

function labelUnit(text: string): MoneyUnit | null {
  if (text.length > 40 || ofOne.test(text) || !/元/.test(text)) return null;
  // 项目资金（万元） down beside its rows, a sign a line.
  return /^\s*[-\d.,，]/.test(text.replace(lead, '')) ? null : moneyUnitIn(foldLabel(text));
}

function figureUnit(text: string): MoneyUnit | null {
  const match = /^[-+]?[\d,，]*\.?\d+\s*(万元|亿元|元)$/.exec(fold(text).trim());
  return match ? (match[1] as MoneyUnit) : null;
}

function unitInRows(
  table: Table,
  first: number,
  end: number,
  read: (text: string) => MoneyUnit | null,
): MoneyUnit | null {
  for (let row = first; row < end; row++) {
    for (const i of filledCells(table, row)) {
      const unit = read(cellOf(table, i).text);
      if (unit) return unit;
    }
  }
  return null;
}
