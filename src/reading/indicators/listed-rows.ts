import type { Strip } from '../form.ts';
import type { IndicatorRole } from '../lexicon/indicator-columns.ts';
import { levelOfName, sectionOfText } from '../lexicon/levels.ts';
import { cellOf, filledCells, labelAt, labelOf, rightOf } from '../table/table.ts';
import type { IndicatorColumn, IndicatorHeader } from './columns/indicator-table.ts';
import { FEWEST_ROWS } from './level-rows.ts';

/** 指标1 | 安装摄像头 | 320个, once or several times on a row, with a level before them or none. */
export function headOfNumberedRows(strip: Strip, row: number): IndicatorHeader | null {
  const { table } = strip;
  const filled = filledCells(table, row);
  const level = filled[0] === undefined ? null : levelOfName(labelOf(table, filled[0]).key);
  const lead = level === null ? 0 : 1;
  const triples = (filled.length - lead) / TRIPLE.length;
  if (triples < 1 || !Number.isInteger(triples)) return null;
  const fits = filled.every((i, k) => {
    const label = labelOf(table, i);
    if (k < lead) return true;
    const role = TRIPLE[(k - lead) % TRIPLE.length];
    return role === 'ordinal'
      ? numbered.test(label.key)
      : !label.void && (role !== 'level3' || !label.figure);
  });
  const column = filled[lead] === undefined ? -1 : cellOf(table, filled[lead]).column;
  let rows = 0;
  while (row + rows < strip.end && numbered.test(labelAt(table, row + rows, column).key)) rows++;
  if (!fits || rows * triples < FEWEST_ROWS) return null;
  const columns = filled.map((i, k): IndicatorColumn => {
    const role =
      k < lead ? (level === 1 ? 'level1' : 'level2') : (TRIPLE[(k - lead) % TRIPLE.length] ?? null);
    return { role, first: cellOf(table, i).column, end: rightOf(cellOf(table, i)), path: [], text: '' };
  });
  return { first: row, end: row, left: columns[0]?.first ?? 0, columns, heads: new Set() };
}

const TRIPLE: readonly IndicatorRole[] = ['ordinal', 'level3', 'target'];
const numbered = /^指标(?:\d{1,2}|[一二三四五六七八九十]{1,3})[:：]?$/;

/** 实施期指标 | 年度指标 over two lists of names with their values. */
export function headOfTerms(strip: Strip, row: number): IndicatorHeader | null {
  const { table } = strip;
  const heads = filledCells(table, row);
  const sections = new Set(heads.map((i) => sectionOfText(labelOf(table, i).key)));
  if (heads.length !== 2 || sections.size < 2 || sections.has(null)) return null;
  if (heads.some((i) => !termHead.test(labelOf(table, i).key) || cellOf(table, i).columnSpan < 2))
    return null;
  const columns = heads.flatMap((i): IndicatorColumn[] => {
    const { column, row: first, text } = cellOf(table, i);
    const end = rightOf(cellOf(table, i));
    const value = valueColumn(strip, first + 1, column, end);
    const head = { path: [labelOf(table, i).key], text };
    if (value === null) return [];
    return [
      { role: 'level3', first: column, end: value, ...head },
      { role: 'target', first: value, end, ...head },
    ];
  });
  if (columns.length < 4) return null;
  const keys = new Set(heads.map((i) => labelOf(table, i).key));
  return { first: row, end: row + 1, left: columns[0]?.first ?? 0, columns, heads: keys };
}

const termHead = /^[^\d]{2,6}(?:绩效)?(?:指标|目标)$/;

/** The one column of values below a head over names and values, where rows enough have both; null where there is none. */
function valueColumn({ end: last, table }: Strip, row: number, first: number, end: number): number | null {
  const starts = new Set<number>();
  let rows = 0;
  let named = 0;
  for (let below = row; below < last; below++) {
    const cells = filledCells(table, below).filter((i) => {
      const { column } = cellOf(table, i);
      return column >= first && column < end;
    });
    const [name, value, ...others] = cells;
    if (name === undefined || value === undefined || others.length > 0) break;
    if (labelOf(table, name).figure || !/\d/.test(labelOf(table, value).key)) break;
    if (levelOfName(labelOf(table, name).key) === null) named++;
    starts.add(cellOf(table, value).column);
    rows++;
  }
  const [column] = starts;
  return rows >= FEWEST_ROWS && named > 0 && starts.size === 1 && column !== undefined ? column : null;
}
