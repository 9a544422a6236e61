import { stripMarks, unspaced, withoutMoneyUnit } from '../../values/index.ts';
import type { MoneyRegion } from '../form.ts';
import { totalLabel } from '../lexicon/money-columns.ts';
import { printedName } from '../table/cells.ts';
import { headPath } from '../table/head-path.ts';
import { fundingRole, isVoid, labelOfText } from '../table/label.ts';
import { cellAt, cellIndexAt, cellOf, explain, labelAt, labelOf, type Table } from '../table/table.ts';
import { markLevel } from './columns/column-contents.ts';
import type { MoneyHalf } from './columns/money-columns.ts';
import { listHead } from './funding-wholes.ts';
import { countedUnit } from './money.ts';
import type { RowName } from './money-row.ts';
import { codeOf, inlineCode, officeCodeAt } from './row-code.ts';

/** 财政供养人员情况 over （人）, in cells that nobody merged: the heads name the figures of the row. */
export function saysPeople(table: Table, row: number, { items: [first] }: MoneyHalf): boolean {
  const i = first === undefined ? null : cellIndexAt(table, row, first);
  const isUnit = i !== null && labelOf(table, i).key === '(人)';
  if (isUnit) explain(table, i);
  return isUnit;
}

const isSum = /^-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d{2})$/;

/**
 * Reads the name of a row; null for placeholders and for rows without a name. `codesAbove` holds the code columns (类 款 项) of the
 * rows before and takes those of this one.
 */
export function readRowName(
  region: MoneyRegion,
  half: MoneyHalf,
  row: number,
  allocation: boolean,
  codesAbove: string[] = [],
): RowName | null {
  const { table } = region;
  const printed = nameCell(table, row, half, allocation);
  const { group, indent } = printed;
  let name = printed.cell;
  const listed = half.project ?? (half.organisation === null ? null : half.items[0]) ?? null;
  const heads = name === -1 && listed !== null ? kindBefore(table, row, half, listed) : -1;
  if (heads !== -1) name = heads;
  const { code, codeAt } = codeOf(table, row, half.codes, codesAbove);
  if (name === -1) return null;
  const cell = cellOf(table, name);
  const label = labelOf(table, name);
  const { marks, rest } = stripMarks(printedName(cell.text).replace(listHead, ''));
  // 任务1 with figures beside it: the mark is all the name there is.
  const numbered = rest === '' && holdsFigures(table, row, half);
  const text = (numbered ? printedName(cell.text) : rest).replace(/\s*[:：]\s*$/, '').trim();
  if (label.void || isVoid(text)) return null;
  // 资金投入 over （元）: the head names the row.
  const said = onlyUnit.test(text) ? (headName(region, cell.column) ?? text) : text;
  const { year, bare } = yearOfName(
    said,
    label.bareYear && saysYear.test(headName(region, cell.column) ?? ''),
  );
  const split = code === null ? inlineCode(bare) : null;
  const outlineMark = marks.find((mark) => mark.level !== null);
  const key = label.forms.at(-1) ?? label.key;
  const unit = unitAt(table, row, half.unit) ?? unitSaid(said);
  // 其中 down beside 财政拨款 over 上年结转 opens no group: they are parts of the row above it.
  const beside = /^其中:?$/.test(group);
  return {
    row,
    name: unspaced(withoutMoneyUnit(split?.name ?? bare)),
    label: cell.text.trim().replace(/ {2,}/g, ' '),
    key: key.replace(/^(?:19|20)\d{2}年度?/, ''),
    at: cell.location,
    code: code ?? split?.code ?? null,
    codeAt: codeAt ?? (split ? cell.location : null),
    officeCode: officeCodeAt(table, row, half.officeCode),
    mark: outlineMark?.level ?? (half.marks === null ? null : markLevel(labelAt(table, row, half.marks).key)),
    ofWhich: beside || marks.some((mark) => mark.kind === 'of_which'),
    indent: indent * 4 + leadingBlanks(cell.text),
    total: (totalLabel.test(key) && !isOwed(table, name, key)) || ofWorks.test(key),
    ofKind: heads !== -1,
    funding: fundingRole(label),
    group: beside ? '' : group,
    year,
    // 其中：市本级 behind 合计 of a list of projects names none.
    project: marks.some((mark) => mark.kind === 'of_which') ? null : projectAt(table, row, half.project),
    confidence: cell.confidence,
    counted: unit === null ? (countedUnit(cell.text) ?? people(key)) : countedUnit(`（${unit}）`),
    unit,
  };
}

/** 应付本息合计 below 预期总收益 adds up none of it; below 债券本金 | 债券利息 it does. */
function isOwed(table: Table, name: number, key: string): boolean {
  if (!/本息|还本付息/.test(key)) return false;
  const { column, row } = cellOf(table, name);
  const beside = [row - 1, row + 1].filter((at) => at >= 0 && at < table.grid.rows);
  return !beside.some((at) => /本金|利息|还本|付息/.test(labelAt(table, at, column).key));
}

/** 概算总投资 at the foot of what is to be built. */
const ofWorks =
  /^(?:工程|项目|建设)?(?:概算|估算|预算)总(?:投资|造价|价|额|值|金额)$|^(?:静态|动态|工程|建设)总投资$/;

/** The year that a name begins with, and the name without it. */
function yearOfName(said: string, alone: boolean): { year: number | null; bare: string } {
  // 2029年 beside 预算数 | 执行数 names its row, and says when; so does 2029 below 年度.
  if (alone || /^(?:19|20)\d{2}\s*年度?$/.test(said)) return { year: Number(said.slice(0, 4)), bare: said };
  // 2031年一般债券（三期）: the year is part of what the bond is called.
  const year = ofIssue.test(said) ? null : /^(?:19|20)\d{2}\s*年度?\s*(?=\S)/.exec(said);
  if (year === null) return { year: null, bare: said };
  const rest = said.slice(year[0].length);
  // 2023年末债务余额 is a name with its year in it.
  return { year: Number(said.slice(0, 4)), bare: /^[末初底]/.test(rest) ? said : rest };
}

const saysYear = /^(?:财政|预算|会计|测算|运营|合作)?年[度份]?$/;

const ofIssue = /债券?.*[（(]?第?[一二三四五六七八九十\d]+[期批]/;

/** 编制人数, 在职人员数: a name that counts people, whatever unit stands above the table. */
const people = (key: string): string | null =>
  /(?:人|人员|职工|编制)数$|^(?:核定|人员|行政|事业)编制$/.test(key) && !/[车户]/.test(key) ? '人' : null;

/** The cell that names a row, -1 where none does; how far right it stands, and the names left of it that group the row. */
function nameCell(
  table: Table,
  row: number,
  half: MoneyHalf,
  allocation: boolean,
): { cell: number; indent: number; group: string } {
  const columns = nameColumns(half, allocation);
  let name = -1;
  let indent = 0;
  let group = '';
  for (const [at, column] of columns.entries()) {
    const i = cellIndexAt(table, row, column);
    // 1,126.80 is the name of nothing.
    if (labelOf(table, i).figure && isSum.test(labelOf(table, i).key)) continue;
    explain(table, i);
    // 合计 | — | —: a stroke is the name of nothing.
    if (labelOf(table, i).void) continue;
    // Of two names the left one groups the rows that it runs down beside; the row's own stands right of it.
    if (at < columns.length - 1 && hasNameRight(table, row, columns, at)) group += labelOf(table, i).key;
    else if (name === -1) {
      name = i;
      indent = at;
    }
  }
  return { cell: name === -1 ? totalBefore(table, row, half.figures[0]?.column ?? 0) : name, indent, group };
}

/** 按支出性质：基本支出 in the first row of a breakdown: what it is broken down by is a heading of its own. */
export function breakdownRows(name: RowName): RowName[] {
  const match = /^(按[^:：\d]{2,8})[:：]\s*(?=\S)/.exec(name.name);
  if (match === null) return [name];
  const [prefix, by] = match as unknown as [string, string];
  const rest = labelOfText(name.name.slice(prefix.length));
  return [
    { ...name, name: by, key: by, total: false, funding: null, headsOnly: true },
    {
      ...name,
      name: name.name.slice(prefix.length),
      key: rest.forms.at(-1) ?? rest.key,
      funding: fundingRole(rest),
    },
  ];
}

/** 执行率（%）, 本息覆盖倍数: a row of a table of money that holds none. */
const unitSaid = (name: string): string | null =>
  /[（(][%％][)）]$/.test(name) ? '%' : /倍数(?:[（(]倍[)）])?$/.test(name) ? '倍' : null;

const onlyUnit = /^(?:[（(](?:万|千|亿)?元[)）]|[（(]?(?:金额)?单位\s*[:：]\s*(?:万|千|亿)?元[)）]?)$/;

/** The lowest head of a column, where it is a name and no stage of money. */
function headName({ header, headerTable }: MoneyRegion, column: number): string | null {
  const head = headPath(headerTable, header, column).at(-1);
  const text = head === undefined ? '' : printedName(cellOf(headerTable, head).text);
  return text === '' ? null : text;
}

function holdsFigures(table: Table, row: number, half: MoneyHalf): boolean {
  return half.figures.some(({ column }) => labelOf(table, cellIndexAt(table, row, column)).figure);
}

function unitAt(table: Table, row: number, column: number | null): string | null {
  if (column === null) return null;
  const text = printedName(cellOf(table, cellIndexAt(table, row, column)).text);
  return text === '' || isVoid(text) ? null : text;
}

/** 合计 in the first column of a table whose names stand further right: 类型 | 项目名称 | 项目单位. -1 where there is none. */
function totalBefore(table: Table, row: number, figures: number): number {
  for (let column = 0; column < figures; column++) {
    const i = cellIndexAt(table, row, column);
    if (cellOf(table, i).row === row && totalLabel.test(labelOf(table, i).key)) {
      explain(table, i);
      return i;
    }
  }
  return -1;
}

/** The kind of projects that a row names left of its figures where it names no project: 特定目标类 | | | 880; -1 where it names none. */
function kindBefore(table: Table, row: number, half: MoneyHalf, listed: number): number {
  if (!holdsFigures(table, row, half)) return -1;
  let ordinal = -1;
  for (let column = 0; column < listed; column++) {
    const i = cellIndexAt(table, row, column);
    const label = labelOf(table, i);
    const { row: first, rowSpan } = cellOf(table, i);
    if (first !== row || rowSpan > 1 || label.void || label.figure || /^\d+$/.test(label.key)) continue;
    explain(table, i);
    // 一 | 产业发展: the number of a kind is its name only where it has no other.
    if (!isOrdinal.test(label.key)) return i;
    if (ordinal === -1) ordinal = i;
  }
  return ordinal;
}

const isOrdinal = /^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?$/;

function nameColumns(half: MoneyHalf, allocation: boolean): number[] {
  if (allocation && half.organisation !== null) return [half.organisation];
  if (half.items.length > 0) return half.items;
  if (half.project !== null) return [half.project];
  return half.organisation === null ? half.codes : [half.organisation];
}

function hasNameRight(table: Table, row: number, columns: number[], at: number): boolean {
  return columns.slice(at + 1).some((column) => {
    const i = cellIndexAt(table, row, column);
    return !labelOf(table, i).void && i !== cellIndexAt(table, row, columns[at] as number);
  });
}

/** Width of the blanks in front, in half-width characters. */
function leadingBlanks(text: string): number {
  const blanks = /^[\s\u3000]*/.exec(text)?.[0] ?? '';
  return blanks.length + blanks.split('\u3000').length - 1;
}

function projectAt(table: Table, row: number, column: number | null): string | null {
  if (column === null) return null;
  const i = cellIndexAt(table, row, column);
  explain(table, i);
  const label = labelOf(table, i);
  if (label.void || totalLabel.test(label.key)) return null;
  const printed = printedName(cellOf(table, i).text);
  // 一、农业农村领域 over its projects
  const { marks, rest } = stripMarks(printed);
  return rest !== '' && marks.some(({ level }) => level !== null) ? rest : printed;
}

/** 盘龙溪区 | 260 merged down beside two tasks: the second row has nothing of its own in this half. */
export function goesOn({ table }: MoneyRegion, { figures }: MoneyHalf, row: number): boolean {
  return figures.every(({ column }) => cellAt(table, row, column).row < row);
}
