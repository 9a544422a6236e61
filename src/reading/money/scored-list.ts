import type { Indicator, Location } from '../../../schemas/index.ts';
import type { MoneyRegion } from '../form.ts';
import { isTotalName } from '../indicators/totals.ts';
import { newIndicator, type Owner } from '../records.ts';
import { type Entry, entryAt, locate, pointsOf, printedName } from '../table/cells.ts';
import { headPath } from '../table/head-path.ts';
import { fieldRole } from '../table/label.ts';
import { cellOf, labelOf } from '../table/table.ts';
import { columnSpan } from './columns/money-columns.ts';
import { headRole } from './columns/money-heads.ts';
import { holdsPoints, isNamedPartOfScore, isPartOfScore } from './columns/score-heads.ts';

interface ScoreColumn {
  column: number;
  /** As printed: 决策（15分）. */
  label: string;
}

/** The columns of a list of projects or units that say what each got. */
interface ScoreColumns {
  /** Of their names; null where no head says that the rows are projects or units. */
  name: number | null;
  /** 总分, or the one 得分. */
  score: ScoreColumn | null;
  parts: ScoreColumn[];
}

/**
 * 项目名称 | 预算数 | 执行数 | 决策（15分） | 产出（30分） | 总分, a row a project or unit: the score of each under the name of its head, with
 * what its parts got. None where no head says that the rows are projects or units.
 */
export function scoredList(region: MoneyRegion, owner: Owner, ordinal: number): Indicator[] {
  const { end, first, table } = region;
  const { name, parts, score } = scoreColumns(region, true);
  if (name === null || score === null) return [];
  const found: Indicator[] = [];
  for (let row = first; row < end; row++) {
    const named = entryAt(table, row, columnSpan(name));
    const given = entryAt(table, row, columnSpan(score.column));
    if (named === null || !named.starts || named.key === '' || isTotal(named.key)) continue;
    if (given === null || !given.starts || pointsOf(given) === null) continue;
    const record = newIndicator(owner, ordinal + found.length, 'evaluation', { scope: named.cell.location });
    record.level3 = score.label;
    record.scope = printedName(named.text);
    record.score = pointsOf(given);
    record.confidence = Math.min(named.cell.confidence, given.cell.confidence);
    locate(record.source, 'score', given);
    addParts(
      record,
      parts.map(({ column, label }) => [label, entryAt(table, row, columnSpan(column))]),
    );
    found.push(record);
  }
  return found;
}

function addParts(record: Indicator, cells: readonly [label: string, entry: Entry | null][]): void {
  const others: { label: string; value: number; at: Location }[] = [];
  for (const [label, entry] of cells) {
    const value = entry?.starts ? pointsOf(entry) : null;
    if (entry !== null && value !== null) others.push({ label, value, at: entry.cell.location });
  }
  if (others.length === 0) return;
  record.other_scores = others.map(({ label, value }) => ({ label, value }));
  for (const [k, { at }] of others.entries()) record.source[`other_score${k}`] = at;
}

/** Finds them in the heads of a list; `hasScore` where a column without parts of its own was read as its score. */
export function scoreColumns({ header, headerTable }: MoneyRegion, hasScore: boolean): ScoreColumns {
  const found: ScoreColumns = { name: null, score: null, parts: [] };
  const scores: ScoreColumn[] = [];
  const differences: ScoreColumn[] = [];
  let byProject = false;
  let offices: number | null = null;
  let placed: number | null = null;
  for (let column = header.left; column < headerTable.grid.columns; column++) {
    const path = headPath(headerTable, header, column);
    const head = path.at(-1);
    if (head === undefined || cellOf(headerTable, head).column !== column) continue;
    const label = labelOf(headerTable, head);
    const role = fieldRole(label);
    const isProject = role === 'project' || label.key === '项目';
    if (isProject ? !byProject : role === 'organisation' && found.name === null) found.name = column;
    byProject ||= isProject;
    if (isOffices(label.key)) offices ??= column;
    if (places.test(label.key)) placed ??= column;
    const own = { column, label: printedName(cellOf(headerTable, head).text) };
    const isNamedPart = isNamedPartOfScore(headerTable, path);
    if (wholeScore.test(label.key) || (isNamedPart && isTotalName(label.key))) found.score = own;
    else if (holdsPoints(label.key) || isPartOfScore(headerTable, path) || isNamedPart) found.parts.push(own);
    else if (/^(?:差异|差值|分差|差额)(?:分|值|数)?$/.test(label.key)) differences.push(own);
    else if (headRole(label) === 'score') {
      if (hasScore) scores.push(own);
      else found.parts.push(own);
    }
  }
  found.name ??= placed;
  // 决策 over 分值 | 得分 beside 产出 over 分值 | 得分: none of them is that of the row.
  if (scores.length === 1) found.score ??= scores[0] as ScoreColumn;
  const own = scores.filter(({ label }) => byItself.test(label));
  const ofOthers = scores.filter(({ label }) => byOthers.test(label));
  if (found.score === null && own.length === 1 && own.length + ofOthers.length === scores.length) {
    found.name ??= offices;
    found.score = own[0] as ScoreColumn;
    found.parts.push(...ofOthers, ...differences);
  }
  return found;
}

/** 单位 beside 自评得分 and 复核得分: those that were given them. */
const isOffices = (key: string): boolean => /^(?:单位|部门)$/.test(key);

/** 县（区） and 市县 over the places that were given them. */
const places =
  /^(?:(?:市|县|区|州|盟|旗|乡|镇|乡镇|街道|地区)[、/]?(?:\((?:市|县|区|旗|街道|[、/])+\))?){1,3}(?:名称)?$/;

/** 合计/平均: what all of them got together. */
const isTotal = (key: string): boolean => isTotalName(key) || /^(?:合计|总计)[/、]/.test(key);

/** 自评得分 beside 复核得分: the row's own score, and what others gave it. */
const byItself = /^(?:单位|部门)?自评(?:总|得)?分(?:[数值])?(?:[（(]\d+分?[)）])?$/;
const byOthers = /复核|复评|评审|审核|抽查|财政|专家|第三方|主管部门|核定|终评/;

const wholeScore = /^(?:自评|评价|考核)?(?:总分|总得分|综合得分)(?:\(\d+分?\))?$/;
