import { fold, isUnit } from '../../values/index.ts';
import type { MoneyRegion } from '../form.ts';
import { levelOfName } from '../lexicon/levels.ts';
import { holdsPoints } from '../money/columns/score-heads.ts';
import { countedUnit } from '../money/money.ts';
import { printedName } from '../table/cells.ts';
import { headPath } from '../table/head-path.ts';
import { fieldRole, indicatorRole } from '../table/label.ts';
import { cellOf, explain, labelAt, labelOf, type Table } from '../table/table.ts';
import { allIndicators, holdsBounds, isOfIndicators } from './named-heads.ts';

/** A column whose heads are levels: 产出指标 / 数量指标, and the name of the indicator where a third head gives it. */
export interface LevelColumn {
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
export const FEWEST = 2;

/** The grid columns that hold indicators in a table of figures; none where it is no such table. */
export function indicatorColumnsIn(region: MoneyRegion): Set<number> {
  const columns = levelColumns(region);
  return new Set(columns.flatMap(({ column, values }) => (values === null ? [column] : [column, values])));
}

/** What was found in each region: amounts, names and written indicators all ask for it. */
const found = new WeakMap<MoneyRegion, readonly LevelColumn[]>();

/** The columns of indicators in a table of figures, left to right; none where it is no such table. */
export function levelColumns(region: MoneyRegion): readonly LevelColumn[] {
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
    const names = path.map((i) => nameOfHead(table, i, i === last));
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

/** The name of a head and the level that it says; 绩效目标 over 数量指标 | 满意度指标 heads them all, and is no level. */
function nameOfHead(table: Table, i: number, isLowest: boolean) {
  const { key } = labelOf(table, i);
  const level = !isLowest && allIndicators.test(key) ? null : levelOfName(key);
  return { text: printedName(cellOf(table, i).text), level };
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
