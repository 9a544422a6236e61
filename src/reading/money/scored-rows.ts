import type { Indicator, Issue, Location } from '../../../schemas/index.ts';
import type { MoneyRegion } from '../form.ts';
import { newIndicator, type Owner } from '../records.ts';
import { type Entry, entryAt, locate, pointsOf, printedName } from '../table/cells.ts';
import { labelAt } from '../table/table.ts';
import { columnSpan, type MoneyHalf } from './columns/money-columns.ts';
import type { RowName } from './money-row.ts';
import { scoreColumns } from './scored-list.ts';

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

/** How many scores of a list no record has a place for: those of its rows, and those under heads like 决策（15分） where a project or unit is named. */
export function scoresWithoutPlace(region: MoneyRegion, rows: readonly ScoredRow[]): number {
  const { end, first, table } = region;
  const { name, parts: columns } = scoreColumns(region, rows.length > 0);
  let others = 0;
  for (const { column } of columns)
    for (let row = first; row < end; row++) if (labelAt(table, row, column).figure) others++;
  return rows.length + (name !== null ? others : 0);
}

/** Tells of scores that no record has a place for. */
export function scoresLeftOut(count: number, title: string | null, place: string | null): Issue {
  return {
    code: 'scores_left_out',
    message: {
      zh: `${title ?? '有一张表'}逐行列出的 ${count} 个得分没有记入：未说明各行是项目或单位，或没有一栏是该行的总分`,
      en: `${count} scores that ${title ?? 'a form'} lists row by row were not recorded: nothing says that they are those of projects or units, or no column is the score of the row`,
    },
    place,
  };
}
