import type { Indicator, Issue, Location } from '../../../schemas/index.ts';
import type { MoneyRegion } from '../form.ts';
import { newIndicator, type Owner } from '../records.ts';
import { type Entry, entryAt, locate, pointsOf, printedName } from '../table/cells.ts';
import { headPath } from '../table/head-path.ts';
import { fieldRole } from '../table/label.ts';
import { cellOf, labelAt, labelOf } from '../table/table.ts';
import { holdsPoints } from './columns/column-heads.ts';
import { columnSpan, type MoneyHalf } from './columns/money-columns.ts';
import { headRole } from './columns/money-heads.ts';
import type { RowName } from './row-name.ts';

/** A task, project or unit whose row prints the score that it was given, and perhaps the points that it could have. */
export interface ScoredRow {
  name: string;
  at: Location | null;
  weight: Entry | null;
  score: Entry;
  /** Of the least sure of its cells, 0 to 1. */
  confidence: number;
}

/** The rows of a list that print a score of their own. */
export function scoredRows(region: MoneyRegion, half: MoneyHalf, rows: readonly RowName[]): ScoredRow[] {
  const { score: column, weight: points } = half;
  if (column === null) return [];
  return rows.flatMap(({ at, confidence: named, name, row, total }): ScoredRow[] => {
    const score = entryAt(region.table, row, columnSpan(column));
    if (total || score === null || pointsOf(score) === null) return [];
    const given = points === null ? null : entryAt(region.table, row, columnSpan(points));
    const weight = pointsOf(given) === null ? null : given;
    const confidence = Math.min(named, score.cell.confidence, weight?.cell.confidence ?? 1);
    return [{ name, at, weight, score, confidence }];
  });
}

/** 任务名称 | 预算数 | 执行数 | 分值 | 得分 above the indicators of a department: what the tasks were given is part of its total. */
export function scoredTasks(
  region: MoneyRegion,
  rows: readonly ScoredRow[],
  owner: Owner,
  ordinal: number,
): Indicator[] {
  const side = printedName(region.sideText);
  return rows.map(({ at, confidence, name, score, weight }, k) => {
    const source: Record<string, Location> = at === null ? {} : { level3: at };
    locate(source, 'weight', weight);
    locate(source, 'score', score);
    const record = newIndicator(owner, ordinal + k, 'evaluation', source);
    record.level1 = side === '' ? null : side;
    record.level3 = name;
    record.weight = pointsOf(weight);
    record.score = pointsOf(score);
    record.confidence = confidence;
    return record;
  });
}

/** How many scores of a list of projects or units no record has a place for: those of its rows, and those under heads like 决策（15分）. */
export function scoresWithoutPlace(region: MoneyRegion, rows: readonly ScoredRow[]): number {
  const { end, first, header, headerTable, table } = region;
  let named = false;
  let others = 0;
  for (let column = header.left; column < headerTable.grid.columns; column++) {
    const head = headPath(headerTable, header, column).at(-1);
    if (head === undefined || cellOf(headerTable, head).column !== column) continue;
    const label = labelOf(headerTable, head);
    const role = fieldRole(label);
    if (role === 'project' || role === 'organisation' || label.key === '项目') named = true;
    if (!holdsPoints(label.key) && (rows.length > 0 || headRole(label) !== 'score')) continue;
    for (let row = first; row < end; row++) if (labelAt(table, row, column).figure) others++;
  }
  return rows.length + (named ? others : 0);
}

/** Tells of scores that no record has a place for. */
export function scoresLeftOut(count: number, title: string | null, place: string | null): Issue {
  return {
    code: 'scores_left_out',
    message: {
      zh: `${title ?? '有一张表'}按项目或单位列出的 ${count} 个得分没有记入（每张表只记一个总分）`,
      en: `${count} scores that ${title ?? 'a form'} lists by project or unit were not recorded: a form has one total`,
    },
    place,
  };
}
