import { foldLabel } from '../../values/index.ts';
import type { IndicatorRegion } from '../form.ts';
import type { IndicatorRole } from '../lexicon/indicator-columns.ts';
import { levelOfName } from '../lexicon/levels.ts';
import type { Entry } from '../table/cells.ts';
import { isVoid } from '../table/label.ts';
import { ofReview } from '../table/row-ends.ts';
import { cellAt, cellOf, explain, filledCells, labelAt, labelOf } from '../table/table.ts';
import type { Half } from './columns/indicator-table.ts';
import type { Group, NumberedGroups, Plan } from './columns/plan.ts';
import type { LevelNames } from './levels.ts';

const ofGroup = /^(?:[一二三四五六七八九十]{1,3}|\([一二三四五六七八九十]{1,3}\))[、.]?$/;
const ofIndicator = /^(?:\(?\d{1,3}\)?|\d{1,2}\.\d{1,2})[、.]?$/;
/** The ordinals that names begin with: 一、资金投入 over 1.县级投入. */
const nameOfGroup = /^[一二三四五六七八九十]{1,3}[、.]/;
const nameOfIndicator =
  /^(?:\(?\d{1,2}\)|\d{1,2}\.\d{1,2}[、.]?(?=\p{Script=Han})|\d{1,2}[、.](?!\d)|\([一二三四五六七八九十]{1,3}\))/u;

const levelRoles = new Set<IndicatorRole | null>(['level1', 'level2', 'level3', 'level4', 'indicator']);

/**
 * Rows that ordinals set above the others, in a column of their own or before the names of the only level: 一 | 项目决策 | 20 over
 * 1 | 立项规范 | 10. They name a level, and their points are those of the rows below. None where the first row is no group, or one kind of ordinals is missing.
 */
export function numberedGroups(region: IndicatorRegion): NumberedGroups {
  const { columns } = region.header;
  const column = columns.find(({ role }) => role === 'ordinal')?.first;
  if (column !== undefined) {
    const coded = groupsByCode(region, column, codeInColumn);
    return coded.groups.size > 0 ? coded : groupsBy(region, column, ofGroup, ofIndicator);
  }
  const [names, ...others] = columns.filter(({ role }) => levelRoles.has(role));
  if (names === undefined || others.length > 0) return none;
  const coded = groupsByCode(region, names.first, codeOfName);
  return coded.groups.size > 0 ? coded : groupsBy(region, names.first, nameOfGroup, nameOfIndicator);
}

const none: NumberedGroups = { groups: new Set(), within: new Set(), alone: new Set() };

/** A, A1, A11 or 1, 1.1, 1.1.1 in front of a name, folded. */
const codeOfName = /^([a-z]\d{0,3}|[a-z]?\d{1,2}(?:\.\d{1,2})*)[、.．-]?(?=\p{Script=Han})/iu;
/** The same in a column of their own. */
const codeInColumn = /^([a-z]\d{0,3}|[a-z]?\d{1,2}(?:\.\d{1,2})*)[、.．-]?$/iu;

/** A决策 | 20 over A1项目立项 | 8 over A11立项依据 | 4 in one column: a code that the next one goes on from is that of a group. */
function groupsByCode(
  { end, first, table }: IndicatorRegion,
  column: number,
  pattern: RegExp,
): NumberedGroups {
  const coded: { row: number; code: string }[] = [];
  let others = 0;
  for (let row = first; row < end; row++) {
    const cell = cellAt(table, row, column);
    if (cell.row !== row || cell.text.trim() === '') continue;
    const [, code] = pattern.exec(labelAt(table, row, column).key) ?? [];
    if (code === undefined) others++;
    else coded.push({ row, code });
  }
  const groups = new Set<number>();
  const within = new Set<number>();
  for (const [at, { row, code }] of coded.entries()) {
    if (!goesOnFrom(code, coded[at + 1]?.code)) continue;
    groups.add(row);
    if (coded.slice(0, at).some((above) => goesOnFrom(above.code, code))) within.add(row);
  }
  // 合计 and 预算执行率 may stand without a code.
  return others <= MOST_UNCODED && groups.size > 0 ? { groups, within, alone: new Set() } : none;
}

const MOST_UNCODED = 2;

/** 1.1 goes on from 1, A1 and A11 from A; 11 does not from 1. */
function goesOnFrom(code: string, next: string | undefined): boolean {
  if (next === undefined || next.length <= code.length || !next.startsWith(code)) return false;
  return /^[a-z]/i.test(code) || next[code.length] === '.';
}

function groupsBy(
  { end, first, table }: IndicatorRegion,
  column: number,
  group: RegExp,
  indicator: RegExp,
): NumberedGroups {
  const groups = new Set<number>();
  const alone = new Set<number>();
  let numbered = 0;
  let open: number | null = null;
  const close = (): void => {
    if (open === null || !filledCells(table, open).some((i) => labelOf(table, i).figure)) return;
    groups.delete(open);
    alone.add(open);
  };
  for (let row = first; row < end; row++) {
    if (cellAt(table, row, column).row !== row) continue;
    const { key } = labelAt(table, row, column);
    if (group.test(key)) {
      close();
      groups.add(row);
      open = row;
    } else if (!indicator.test(key)) continue;
    else if (groups.size === 0) return { ...none, alone };
    else {
      numbered++;
      open = null;
    }
  }
  close();
  return numbered > groups.size ? { groups, within: new Set(), alone } : none;
}

export const noGroup: Group = { entry: null, text: '', points: null, score: null };

/** Whether the row holds one text alone, across the columns of values; a code of its own may stand before it: B | 二、效益指标（30分）. */
export function isAcross({ table }: Pick<IndicatorRegion, 'table'>, row: number): boolean {
  const [first, second, ...others] = filledCells(table, row);
  if (first === undefined || others.length > 0) return false;
  if (second === undefined) return cellOf(table, first).columnSpan > 1;
  const { column, columnSpan } = cellOf(table, second);
  return (
    columnSpan > 2 && column + columnSpan === table.grid.columns && codeAlone.test(labelOf(table, first).key)
  );
}

const codeAlone = /^(?:[a-z]\d{0,2}|\d{1,2}|[一二三四五六七八九十]{1,3}|[ⅰ-ⅻ])[、.]?$/i;

/** 一、决策（20分） across the table right above its head: the group of the first rows, as 二、过程（30分） below is that of the next. */
export function openGroup({ opening, table }: IndicatorRegion, { group, half, levels }: Plan): void {
  if (opening === null || half.levels[0] !== null || half.levels[1] !== null) return;
  const names = levels(opening);
  if (!headsGroup(half, names, [], [])) return;
  Object.assign(group, { entry: names.entries[2], text: names.name, points: names.points[2] });
  for (const i of filledCells(table, opening)) explain(table, i);
}

/** （三）成本指标 below 一、产出指标: its mark says that it is the second level, whatever level has that name elsewhere. */
export function isBelow(entry: Entry | null, group: Group): boolean {
  return (
    /^\([一二三四五六七八九十]{1,3}\)/.test(entry?.key ?? '') && nameOfGroup.test(group.entry?.key ?? '')
  );
}

/** （四）预算执行率 behind the rows of （三）满意度指标. */
export function isNumberedAs(entry: Entry | null, group: Group): boolean {
  const mark = /^\([一二三四五六七八九十]{1,3}\)/;
  return mark.test(entry?.key ?? '') && mark.test(group.entry?.key ?? '');
}

/** （二）质量指标 with no value beside it, in a table of one column of names: the second level of the rows below. */
export function headsSubgroup(half: Half, { name }: LevelNames, values: readonly (Entry | null)[]): boolean {
  const [first, second, third] = half.levels;
  if (first !== null || second !== null || third === null || !half.spans.has('target')) return false;
  return values.every((entry) => isVoid(entry?.key ?? '')) && levelOfName(foldLabel(name)) === 2;
}

/** 预算配置（10）: the points of a level without their sign. */
export const barePoints = /\s*[（(](\d{1,3}(?:\.\d+)?)[)）]$/;

/** 一、完整性审核（20分） across a table of two levels: a level above both. */
export function headsBoth({ levels: [first, second] }: Half, { entries, points }: LevelNames): boolean {
  const [at, , lowest] = entries;
  const marked = nameOfGroup.test(lowest?.key ?? '') && points[2] !== null;
  const isReview = ofReview.test(lowest?.key ?? '');
  return first !== null && second === null && at?.cell === lowest?.cell && (marked || isReview);
}

/** 投入指标 | 20 or 一、预算编制（10分） in the column of the names, no value beside it: the rows below are its indicators. */
export function headsGroup(
  half: Half,
  { entries, name, points }: LevelNames,
  values: readonly (Entry | null)[],
  marks: readonly (Entry | null)[],
): boolean {
  const [first, second, third] = half.levels;
  const empty = (entry: Entry | null): boolean => isVoid(entry?.key ?? '');
  if (first !== null || second !== null || third === null || !values.every(empty)) return false;
  if (half.spans.has('target') && levelOfName(foldLabel(name)) === 1) return true;
  const marked = /^[一二三四五六七八九十]{1,3}、/.test(entries[2]?.key ?? '');
  return marked && (points[2] !== null || barePoints.test(name)) && marks.every(empty);
}
