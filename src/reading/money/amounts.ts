import type { Amount } from '../../../schemas/index.ts';
import { readQuantity } from '../../values/index.ts';
import type { MoneyRegion } from '../form.ts';
import { indicatorColumnsIn } from '../indicators/headed-columns.ts';
import { namedColumnsIn } from '../indicators/named-columns.ts';
import { entryAt, printedName } from '../table/cells.ts';
import { labelOfText, moneyRole } from '../table/label.ts';
import { cellOf, explain, filledCells, labelAt, labelOf } from '../table/table.ts';
import { type AsideColumn, asideColumns } from './aside-columns.ts';
import { takeCoefficients } from './coefficient-factors.ts';
import { settleChanges } from './columns/changes.ts';
import type { FigureColumn } from './columns/figure-columns.ts';
import { isIndexRow, numberedColumns, withRatesOfRows, workOfColumns } from './columns/index-rows.ts';
import { columnSpan, type MoneyHalf, moneyHalves } from './columns/money-columns.ts';
import { withSharesOfRows } from './columns/shares-of-rows.ts';
import { type Execution, executionOf, executionOfGroup, executionOfTotal } from './execution.ts';
import { type TakenFactors, takeFactors, takeFigure } from './factors.ts';
import { type AmountContext, addShare, figureAmount, isWorth, sectionOf } from './figures.ts';
import { productColumns } from './formula-factors.ts';
import { matrixAmounts } from './matrix.ts';
import type { AmountDraft } from './money.ts';
import type { RowName } from './money-row.ts';
import { joinHalves, type OpenPart } from './open-parts.ts';
import { blankParts } from './outline/blank-parts.ts';
import { groupsOf, joinParts, outlineRow, settlePlaces } from './outline/group-places.ts';
import { outline } from './outline/outline.ts';
import { sourceGroups, subtotalGroups } from './outline/source-groups.ts';
import { breakdownRows, goesOn, readRowName, saysPeople } from './row-name.ts';
import { type ScoredRow, scoredRows } from './scored-rows.ts';
import { isShareRow, rowStages, stagesOf } from './stages.ts';
import { addWrittenFactors } from './written-factors.ts';

export interface AmountReading {
  amounts: AmountDraft[];
  /** Points, score and rate of the row that adds up the funds. */
  execution: Execution | null;
  /** Tasks, projects or units that were given points, a row each. */
  scored: ScoredRow[];
  /** Columns of figures that no record has a place for. */
  asides: AsideColumn[];
  factors: TakenFactors;
}

/** Reads the figures of a money table: every filled cell under a figure column is one amount. */
export function readAmounts(region: MoneyRegion, context: AmountContext): AmountReading {
  const indicators = new Set([...indicatorColumnsIn(region), ...namedColumnsIn(region)]);
  const halves = moneyHalves(region, indicators);
  const columns = numberedColumns(halves);
  const reading: AmountReading = {
    amounts: [],
    execution: null,
    scored: [],
    asides: [],
    factors: new Map(),
  };
  const rows: number[] = [];
  const indexRows: number[] = [];
  for (let row = region.first; row < region.end; row++) {
    if (filledCells(region.table, row).length === 0) continue;
    const numbers = isIndexRow(region.table, row, columns);
    if (numbers) indexRows.push(row);
    // 2 below 实施年限 numbers the column, and is no figure of it.
    if (numbers)
      for (let column = 0; column < region.table.grid.columns; column++)
        if (labelAt(region.table, row, column).figure) takeFigure(reading.factors, column, row);
    if (numbers || repeatsHead(region, row)) explainRow(region, row);
    else rows.push(row);
  }
  const open: OpenPart[] = [];
  const works = workOfColumns(region, indexRows);
  for (const [at, given] of halves.entries()) {
    const half = withSharesOfRows(region, withRatesOfRows(given, works), rows);
    const end = firstColumn(halves[at + 1]) ?? region.table.grid.columns;
    const named =
      half.items.length > 0 || half.codes.length > 0 || half.organisation !== null || half.project !== null;
    if (named) {
      const staged = rowStages(region, half, rows) ?? [{ half, rows }];
      for (const of of staged)
        open.push(...readHalf(region, of.half, of.rows, { ...context, end, works }, reading));
    } else {
      for (const row of rows) {
        reading.amounts.push(...matrixAmounts(region, half, row, context));
        if (half.weight !== null || half.score !== null) reading.execution ??= executionOf(region, half, row);
      }
    }
  }
  joinHalves(open, reading.amounts);
  setWork(reading.amounts, works);
  const read = halves.flatMap(({ figures }) => figures.map(({ column }) => column));
  reading.asides = asideColumns(region, new Set([...indicators, ...read]), reading.factors);
  return reading;
}

/** Says of every figure what number its column has and what it is worked out from, where a row of numbers does. */
function setWork(amounts: readonly AmountDraft[], columns: ReturnType<typeof workOfColumns>): void {
  if (columns.size === 0) return;
  for (const { record } of amounts) {
    const work = columns.get(record.source.value?.column ?? -1);
    if (work === undefined) continue;
    record.column_number = work.number;
    if (work.formula !== null) record.column_formula = work.formula;
  }
}

/** Where a half begins: with its names. */
function firstColumn(half: MoneyHalf | undefined): number | null {
  if (half === undefined) return null;
  const columns = [
    ...half.items,
    ...half.codes,
    half.project,
    half.organisation,
    ...half.figures.map(({ column }) => column),
  ];
  return Math.min(...columns.filter((column) => column !== null));
}

/** Indentation of a name that stands in the second of two name columns. */
const ITEM_COLUMN = 4;

function readHalf(
  region: MoneyRegion,
  half: MoneyHalf,
  rows: readonly number[],
  form: AmountContext & { end: number; works: ReturnType<typeof workOfColumns> },
  reading: AmountReading,
): OpenPart[] {
  const context = {
    ...form,
    projectRows: half.project !== null,
    officeRows: half.project === null && half.items.length === 0 && half.organisation !== null,
  };
  const named = namesOf(region, half, rows, context, reading);
  const names =
    sectionOf(region, half, '', context) === 'funding' ? sourceGroups(named) : subtotalGroups(named);
  settleChanges(
    region,
    half,
    names.map(({ row }) => row),
  );
  const stages = stagesOf(half, names);
  if (stages) {
    const rows = stages.flatMap(({ row, figures }) =>
      matrixAmounts(region, { ...half, figures }, row, context),
    );
    for (const name of names.filter(isShareRow)) addShares(region, half, name.row, rows);
    takeCoefficients(region, half, names, rows, reading.factors);
    reading.amounts.push(...rows);
    return [];
  }
  const open: OpenPart[] = [];
  const products = productColumns(region, half, form.works, form.end);
  for (const group of groupsOf(names)) {
    const told = sectionOf(region, half, group[0]?.group ?? '', context);
    const section = told === 'funding' && listsProjects(half, group) ? 'projects' : told;
    const places = outline(group.map((name) => outlineRow(name, section)));
    group.forEach((name, at) => {
      const above = group[places[at]?.parent ?? at];
      name.counted ??= above?.counted ?? null;
      name.year ??= above?.year ?? null;
    });
    const drafts = group.map((name) =>
      name.headsOnly ? new Map<number, AmountDraft>() : rowAmounts(region, half, name, section, context),
    );
    for (const product of products) takeFactors(region, product, group, drafts, reading.factors);
    for (const [at, { row, total }] of group.entries())
      if (!total) addWrittenFactors(region.table, row, drafts[at] ?? new Map());
    settlePlaces(group, places, drafts);
    open.push(...joinParts(half, group, places, drafts));
    blankParts(region, half, group, places, drafts);
    const printed = [...drafts.keys()].sort((a, b) => (group[a]?.row ?? 0) - (group[b]?.row ?? 0));
    for (const at of printed) reading.amounts.push(...(drafts[at]?.values() ?? []));
    const ofOthers = half.items.length === 0 && (half.organisation ?? half.project) !== null;
    if (ofOthers) reading.scored.push(...scoredRows(region, half, group));
    // Scores beside units or projects are theirs, and none of the execution.
    reading.execution ??=
      section === 'funding' && !ofOthers
        ? executionOfGroup(region, half, group)
        : executionOfTotal(region, half, group);
  }
  return open;
}

/** What names the rows of a half; rows that only say how many people there are go straight into the reading. */
function namesOf(
  region: MoneyRegion,
  half: MoneyHalf,
  rows: readonly number[],
  context: AmountContext,
  reading: AmountReading,
): RowName[] {
  const names: RowName[] = [];
  const codes: string[] = [];
  for (const row of rows) {
    if (saysPeople(region.table, row, half)) {
      reading.amounts.push(...matrixAmounts(region, half, row, context));
      continue;
    }
    const name = readRowName(region, half, row, context.formType === 'allocation_table', codes);
    if (!name || goesOn(region, half, row)) continue;
    // A group label that nobody merged down goes on until the next, and over 小计 in a cell that runs out under it.
    const ofGroup = name.indent >= ITEM_COLUMN || (name.total && name.key === '小计');
    if (name.group === '' && ofGroup) name.group = names.at(-1)?.group ?? '';
    // 房屋（平方米） | 账面原值 | 累计折旧: where all figures are worth, the rows count nothing.
    if (half.figures.every((figure) => figure.role === 'share' || isWorth(figure))) name.counted = null;
    names.push(...breakdownRows(name));
  }
  // Projects below a row that names their kind are parts of it.
  if (names.some(({ ofKind }) => ofKind))
    for (const name of names) {
      name.officeCode = null;
      if (!name.ofKind && !name.total) name.indent += ITEM_COLUMN;
    }
  return names;
}

/** 比例 below 金额: each share belongs to the figure above it. */
function addShares(region: MoneyRegion, half: MoneyHalf, row: number, drafts: readonly AmountDraft[]): void {
  for (const { column } of half.figures) {
    const entry = entryAt(region.table, row, columnSpan(column));
    const above = drafts.findLast(
      ({ record: { source } }) => source.value?.column === column && (source.value.row ?? 0) < row,
    );
    if (entry?.starts && above !== undefined) addShare(above, entry);
  }
}

/** 项目 | 合计 | 中央 | 省级 with names below that are no sources of funds: what is paid for, and by whom. */
function listsProjects(half: MoneyHalf, rows: readonly RowName[]): boolean {
  const named = rows.filter(({ total }) => !total);
  return (
    named.length > 1 &&
    named.every(({ funding, mark, ofWhich }) => funding === null && mark === null && !ofWhich) &&
    half.figures.filter(({ fund }) => fund !== null).length > 1
  );
}

/** The amounts of a row by their column; a printed share belongs to the figure left of it, also to one that is left blank. */
function rowAmounts(
  region: MoneyRegion,
  half: MoneyHalf,
  name: RowName,
  section: Amount['section'],
  context: AmountContext,
): Map<number, AmountDraft> {
  const drafts = new Map<number, AmountDraft>();
  let left: AmountDraft | null = null;
  let own = name;
  for (const [at, figure] of half.figures.entries()) {
    const entry = entryAt(region.table, name.row, columnSpan(figure.column));
    if (!entry?.starts || entry.cell.column !== figure.column) continue;
    if (figure.role === 'share') {
      if (left) addShare(left, entry);
      continue;
    }
    // 到位率 | 93.33% | 使用率 | 96.43%: the second label names what stands behind it.
    if (!/\d/.test(entry.key) && moneyRole(labelOfText(entry.text)) === 'rate') {
      const text = printedName(entry.text);
      own = { ...name, name: text, label: text, key: entry.key, at: entry.cell.location, total: false };
      continue;
    }
    const shared = hasShare(region, half.figures[at + 1], name.row);
    const draft = figureAmount(region, figure, entry, own, section, context, shared);
    if (draft) drafts.set(figure.column, draft);
    // 占比 behind 比上年增减, or behind the years of a whole, is that of the figure before them.
    const isAside = figure.measure === 'adjustment' || figure.measure === 'rate' || figure.ofWhole === true;
    if (!left || !isAside) left = draft;
  }
  return drafts;
}

/** Whether a share is printed in a column: what it is the share of is then no line without figures. A formula gives 0% of a blank. */
function hasShare(region: MoneyRegion, figure: FigureColumn | undefined, row: number): boolean {
  if (figure?.role !== 'share') return false;
  const entry = entryAt(region.table, row, columnSpan(figure.column));
  if (entry?.starts !== true) return false;
  const { kind, value } = readQuantity(entry.text.trim(), { unit: '%' });
  return kind === 'number' && value !== 0;
}

/** A head that repeats on a later page. */
function repeatsHead(region: MoneyRegion, row: number): boolean {
  const { table, header, headerTable } = region;
  const filled = filledCells(table, row);
  if (filled.length < 2) return false;
  return filled.every((i) => {
    const { key } = labelOf(table, i);
    for (let r = header.first; r < header.end; r++) {
      if (labelAt(headerTable, r, cellOf(table, i).column).key === key) return true;
    }
    return false;
  });
}

function explainRow(region: MoneyRegion, row: number): void {
  for (const i of filledCells(region.table, row)) explain(region.table, i);
}
