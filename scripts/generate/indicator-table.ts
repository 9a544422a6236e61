import type { Branch, IndicatorContent } from './content.ts';
import type { CellInput } from './grid-builder.ts';
import { printOperator, printUnit, printValue, type Value, type ValuePrint } from './values.ts';

export type ColumnKey =
  | 'level1'
  | 'level2'
  | 'level3'
  | 'description'
  | 'operator'
  | 'target'
  | 'currentTarget'
  | 'unit'
  | 'older'
  | 'last'
  | 'actual'
  | 'weight'
  | 'currentWeight'
  | 'score'
  | 'deviation'
  | 'basis'
  | 'category'
  | 'rule'
  | 'evidence'
  | 'remark';

export interface Column {
  key: ColumnKey;
  label: string;
  /** Grid columns that it takes. */
  span?: number;
  width?: number;
  /** Labels above its own, from the top; neighbours with the same one share a merged cell. */
  above?: readonly string[];
}

/** How an indicator table is drawn. */
export interface TableLayout {
  columns: readonly Column[];
  /** Merged levels, printed again on every row, or printed once above blank cells. */
  levels: 'merged' | 'repeated' | 'blank';
  print: ValuePrint;
  /** 产出指标（50分） */
  points?: 'wide' | 'narrow' | undefined;
  /** 指标1：… */
  numbered?: boolean;
  /** A row …… after each second level, as templates leave them. */
  placeholders?: boolean;
  /** Second levels without an indicator, printed with 无 or blanks. */
  emptyLevels?: { branch: Branch; text: '' | '无' }[];
  names: LevelNames;
}

export type LevelNames = Record<Branch, readonly [level1: string, level2: string]>;

export interface TableRow {
  level1: string;
  level2: string;
  indicator: IndicatorContent | null;
  /** What stands in the third level where there is no indicator. */
  filler: string;
}

/** Order of rows: the branches in the order of the template's names, placeholders after each second level. */
export function tableRows(indicators: readonly IndicatorContent[], layout: TableLayout): TableRow[] {
  const rows: TableRow[] = [];
  const order = Object.keys(layout.names) as Branch[];
  for (const branch of order) {
    const [level1, level2] = layout.names[branch];
    const members = indicators.filter((indicator) => indicator.branch === branch);
    const empty = layout.emptyLevels?.find((one) => one.branch === branch);
    for (const indicator of members) rows.push({ level1, level2, indicator, filler: '' });
    if (members.length > 0 && layout.placeholders)
      rows.push({ level1, level2, indicator: null, filler: '……' });
    if (members.length === 0 && empty) rows.push({ level1, level2, indicator: null, filler: empty.text });
  }
  return rows.sort((a, b) => level1Order(order, layout, a) - level1Order(order, layout, b));
}

/** A first level is one block, though a second level of it may come late in the list of branches. */
const level1Order = (order: Branch[], layout: TableLayout, row: TableRow) =>
  order.findIndex((branch) => layout.names[branch][0] === row.level1);

const gridColumns = (columns: readonly Column[]) => columns.reduce((n, { span }) => n + (span ?? 1), 0);

export const widthOf = (layout: TableLayout): number => gridColumns(layout.columns);
const headerDepth = (layout: TableLayout): number =>
  1 + Math.max(0, ...layout.columns.map(({ above }) => above?.length ?? 0));

/** Header rows and body rows, without the side label that may stand at their left. */
export function indicatorRows(indicators: readonly IndicatorContent[], layout: TableLayout): CellInput[][] {
  return [...headerRows(layout), ...bodyRows(indicators, layout)];
}

function headerRows(layout: TableLayout): CellInput[][] {
  const depth = headerDepth(layout);
  return Array.from({ length: depth }, (_, level) => {
    const cells: CellInput[] = [];
    layout.columns.forEach((column, i) => {
      const above = column.above ?? [];
      if (level > above.length) return;
      const own = level === above.length;
      const text = own ? column.label : above[level]!;
      const previous = layout.columns[i - 1];
      if (!own && previous && sharesHeader(previous, column, level)) return;
      const sharing = own
        ? [column]
        : layout.columns
            .slice(i)
            .filter((_, k, all) => all.slice(0, k + 1).every((d) => sharesHeader(column, d, level)));
      cells.push({ text, columnSpan: gridColumns(sharing), rowSpan: own ? depth - level : 1, bold: true });
    });
    return cells;
  });
}

const sharesHeader = (a: Column, b: Column, level: number) => {
  const [x, y] = [a.above ?? [], b.above ?? []];
  return (
    y.length > level &&
    x.length > level &&
    x.slice(0, level + 1).join('|') === y.slice(0, level + 1).join('|')
  );
};

function bodyRows(indicators: readonly IndicatorContent[], layout: TableLayout): CellInput[][] {
  const rows = tableRows(indicators, layout);
  const pointsOf = (match: (row: TableRow) => boolean) =>
    rows.filter(match).reduce((n, { indicator }) => n + (indicator?.weight ?? 0), 0);
  const counters = new Map<string, number>();
  return rows.map((row, i) => {
    const sameFirst = (other: TableRow | undefined) => other?.level1 === row.level1;
    const sameSecond = (other: TableRow | undefined) => sameFirst(other) && other?.level2 === row.level2;
    const run = (same: (other: TableRow | undefined) => boolean) => {
      let n = 0;
      while (i + n < rows.length && same(rows[i + n])) n++;
      return n;
    };
    const ordinal = (counters.get(row.level1 + row.level2) ?? 0) + 1;
    counters.set(row.level1 + row.level2, ordinal);
    return layout.columns.flatMap((column): CellInput[] => {
      const columnSpan = column.span ?? 1;
      if (column.key === 'level1' || column.key === 'level2') {
        const same = column.key === 'level1' ? sameFirst : sameSecond;
        const first = !same(rows[i - 1]);
        const name = column.key === 'level1' ? row.level1 : row.level2;
        const points =
          column.key === 'level1' && layout.points
            ? withPoints(name, pointsOf(sameFirst), layout.points)
            : name;
        if (layout.levels === 'merged')
          return first ? [{ text: points, rowSpan: run(same), columnSpan }] : [];
        return [{ text: first || layout.levels === 'repeated' ? points : '', columnSpan }];
      }
      return [{ ...cellOf(column.key, row, layout, ordinal), columnSpan }];
    });
  });
}

const withPoints = (name: string, points: number, style: 'wide' | 'narrow') =>
  style === 'wide' ? `${name}（${points}分）` : `${name}(${points}分)`;

function cellOf(
  key: ColumnKey,
  { indicator, filler }: TableRow,
  layout: TableLayout,
  ordinal: number,
): Exclude<CellInput, string> {
  if (!indicator)
    return {
      text: key === 'level3' || (filler === '无' && (key === 'target' || key === 'actual')) ? filler : '',
    };
  switch (key) {
    case 'level3':
      return {
        text: layout.numbered && indicator.name ? `指标${ordinal}：${indicator.name}` : indicator.name,
        align: 'left',
      };
    case 'operator':
      return { text: printOperator(indicator.target, layout.print) };
    case 'unit':
      return { text: printUnit(indicator.target) };
    case 'target':
    case 'currentTarget':
      return valueCell(indicator.target, layout.print);
    case 'older':
      return valueCell(indicator.prior[0], withoutOperator(layout.print));
    case 'last':
      return valueCell(indicator.prior[1], withoutOperator(layout.print));
    case 'actual':
      return valueCell(indicator.actual, withoutOperator({ ...layout.print, unitColumn: false }));
    case 'weight':
    case 'currentWeight':
      return { text: String(indicator.weight), number: indicator.weight };
    case 'score':
      return { text: String(indicator.score), number: indicator.score };
    case 'level1':
    case 'level2':
      return { text: '' };
    case 'remark':
      return { text: '' };
    default:
      return { text: indicator[key] };
  }
}

/** Values of other years and results print no operator. */
export const withoutOperator = (print: ValuePrint): ValuePrint => ({ ...print, operatorColumn: true });

function valueCell(value: Value, print: ValuePrint): Exclude<CellInput, string> {
  const text = printValue(value, print);
  if (value.kind !== 'number') return { text };
  if (text === value.digits) return { text, number: Number(text) };
  if (text === `${value.digits}%` && !value.digits.includes('.'))
    return { text, number: Number(value.digits) / 100, format: '0%' };
  return { text };
}
