import type { Amount, FormType, Location, Measure, MoneyUnit } from '../../schemas/index.ts';
import { fold, stripMarks } from '../values/index.ts';
import { type Entry, entryAt, pointsOf } from './cells.ts';
import type { MoneyRegion } from './form.ts';
import { fundingRole, isVoid } from './label.ts';
import { fundLabel, totalLabel } from './lexicon/money-columns.ts';
import { type AmountDraft, draftOf, readFigure, shareOf } from './money.ts';
import { type FigureColumn, isIndexRow, type MoneyHalf, moneyHalves } from './money-columns.ts';
import { type OutlineRow, outline } from './outline.ts';
import { type RowName, readRowName } from './row-name.ts';
import { cellOf, explain, filledCells, labelAt, labelOf } from './table.ts';

export interface AmountContext {
  formType: FormType;
  title: string;
  project: string | null;
  moneyUnit: MoneyUnit | null;
}

export interface AmountReading {
  amounts: AmountDraft[];
  /** Points, score and rate of the row that adds up the funds. */
  execution: { weight: Entry | null; score: Entry | null; rate: Entry | null } | null;
}

/** Reads the figures of a money table: every filled cell under a figure column is one amount. */
export function readAmounts(region: MoneyRegion, context: AmountContext): AmountReading {
  const halves = moneyHalves(region);
  const rows: number[] = [];
  for (let row = region.first; row < region.end; row++) {
    if (filledCells(region.table, row).length === 0 || repeats(region, row)) continue;
    if (isIndexRow(region.table, row, halves)) explainRow(region, row);
    else rows.push(row);
  }
  const reading: AmountReading = { amounts: [], execution: null };
  for (const half of halves) {
    if (
      half.items.length === 0 &&
      half.codes.length === 0 &&
      half.organisation === null &&
      half.project === null
    ) {
      for (const row of rows) reading.amounts.push(...matrixAmounts(region, half, row, context));
    } else readHalf(region, half, rows, context, reading);
  }
  return reading;
}

function readHalf(
  region: MoneyRegion,
  half: MoneyHalf,
  rows: number[],
  context: AmountContext,
  reading: AmountReading,
): void {
  const names: RowName[] = [];
  for (const row of rows) {
    const name = readRowName(region, half, row, context.formType === 'allocation_table');
    if (name) names.push(name);
  }
  for (const group of groupsOf(names)) {
    const section = sectionOf(region, half, group, context);
    const places = outline(group.map((name) => outlineRow(name, section)));
    const drafts: Map<number, AmountDraft>[] = [];
    group.forEach((name, at) => {
      const parent = places[at]?.parent ?? null;
      const byColumn = new Map<number, AmountDraft>();
      let left: AmountDraft | null = null;
      for (const figure of half.figures) {
        const entry = entryAt(region.table, name.row, {
          first: figure.column,
          end: figure.column + 1,
          text: '',
          path: '',
        });
        if (!entry?.starts) continue;
        if (figure.role === 'share') {
          if (left) addShare(left, entry);
          continue;
        }
        const draft = amountOf(region, figure, entry, name, section, context);
        if (!draft) {
          left = null;
          continue;
        }
        draft.depth = places[at]?.depth ?? 0;
        if (parent !== null) {
          draft.parent = group[parent]?.name ?? null;
          draft.whole = drafts[parent]?.get(figure.column) ?? null;
        }
        draft.role = name.total ? 'total' : parent === null ? 'item' : 'part';
        byColumn.set(figure.column, draft);
        reading.amounts.push(draft);
        left = draft;
      }
      drafts[at] = byColumn;
      if (half.weight !== null || half.score !== null) reading.execution ??= executionOf(region, half, name);
    });
    // A total at the foot comes after its parts: they learn of it now.
    group.forEach((_, at) => {
      const parent = places[at]?.parent ?? null;
      if (parent === null || parent < at) return;
      for (const [column, draft] of drafts[at] ?? []) draft.whole = drafts[parent]?.get(column) ?? null;
    });
  }
}

/** The first row of the funds prints the points and the score of the execution. */
function executionOf(region: MoneyRegion, half: MoneyHalf, name: RowName): AmountReading['execution'] {
  const at = (column: number | null): Entry | null =>
    column === null
      ? null
      : entryAt(region.table, name.row, { first: column, end: column + 1, text: '', path: '' });
  const rate = half.figures.find((figure) => figure.measure === 'rate');
  const weight = at(half.weight);
  const score = at(half.score);
  if (pointsOf(weight) === null && pointsOf(score) === null && !name.total && name.funding !== 0) return null;
  return { weight, score, rate: at(rate?.column ?? null) };
}

function amountOf(
  region: MoneyRegion,
  figure: FigureColumn,
  entry: Entry,
  name: RowName,
  section: Amount['section'],
  context: AmountContext,
): AmountDraft | null {
  const measure = measureOf(figure, section, context, name.key);
  const quantity = readFigure(entry.text, {
    measure,
    unitTexts: [figure.path.at(-1) ?? '', ...figure.path.slice(0, -1), name.label, region.side],
    moneyUnit: context.moneyUnit,
  });
  if (!quantity) return null;
  const source: Record<string, Location> = { value: entry.cell.location };
  if (name.at) source.item = name.at;
  if (name.codeAt) source.code = name.codeAt;
  if (figure.head >= 0) source.column = cellOf(region.table, figure.head).location;
  const allocated =
    context.formType === 'allocation_table' && figure.role !== 'value' && figure.measure === null;
  const columnCode = allocated ? codeIn(figure.path) : null;
  return draftOf(
    {
      section,
      item: name.name,
      label: name.label,
      measure,
      column_label: figure.path.length > 0 ? figure.path.join(' / ') : null,
      fund: section === 'funding' || section === 'staff' ? null : figure.fund,
      code: name.code ?? columnCode,
      yearPrinted: name.year ?? figure.year,
      yearOffset: figure.yearOffset,
      project:
        name.project ??
        (allocated && figure.fund === null ? projectIn(figure.path) : projectOf(section, name, context)),
    },
    quantity,
    source,
    Math.min(entry.cell.confidence, name.confidence),
  );
}

function projectOf(section: Amount['section'], name: RowName, context: AmountContext): string | null {
  if (section === 'projects') return name.total ? null : name.name;
  return section === 'funding' ? context.project : null;
}

function codeIn(path: readonly string[]): string | null {
  for (const text of path) {
    const match = /(?:^|\D)(\d{3,7})(?=\D|$)/.exec(fold(text));
    if (match) return match[1] as string;
  }
  return null;
}

function projectIn(path: readonly string[]): string | null {
  const leaf = path.at(-1);
  return leaf === undefined || totalLabel.test(leaf) ? null : leaf.replace(/^\d{3,7}[-—]/, '');
}

/** The measure of a column, else the one its form speaks of. */
export function measureOf(
  figure: FigureColumn | null,
  section: Amount['section'],
  context: AmountContext,
  label: string,
): Measure {
  if (figure?.measure === 'current' && section === 'budget') return 'budget';
  if (figure?.measure) return figure.measure;
  if (figure?.role === 'rate') return 'rate';
  if (section === 'staff') return /率/.test(label) ? 'rate' : 'count';
  if (section === 'budget') {
    if (/决算/.test(context.title)) return 'final';
    if (/执行|支出明细|使用情况/.test(context.title) && !/预算/.test(context.title.replace(/公共预算/, '')))
      return 'executed';
    return 'budget';
  }
  if (section === 'base_data') return 'budget';
  return 'current';
}

/** Rows that are outlined together: under one side label (收入构成), up to the next. */
function groupsOf(names: RowName[]): RowName[][] {
  const groups: RowName[][] = [];
  for (const name of names) {
    const last = groups.at(-1);
    if (last && last[0]?.group === name.group) last.push(name);
    else groups.push([name]);
  }
  return groups;
}

function outlineRow(name: RowName, section: Amount['section']): OutlineRow {
  return {
    name: name.key,
    mark: name.mark,
    ofWhich: name.ofWhich,
    code: name.code,
    indent: name.indent,
    total: name.total,
    funding: section === 'funding' && name.mark === null ? name.funding : null,
  };
}

/** The part of the form that a group of rows belongs to, by its labels. */
function sectionOf(
  region: MoneyRegion,
  half: MoneyHalf,
  group: RowName[],
  context: AmountContext,
): Amount['section'] {
  const heads = half.figures.map((figure) => figure.keys.join('/')).join('|');
  const beside = `${group[0]?.group ?? ''}|${region.side}`;
  if (half.figures.every((figure) => figure.measure === 'count' || figure.measure === 'rate')) {
    if (half.figures.some((figure) => figure.measure === 'count')) return 'staff';
  }
  if (context.formType === 'budget_table' || context.formType === 'allocation_table') return 'budget';
  if (/收入构成|收入预算|^收入/.test(beside)) return 'income';
  if (/支出构成|支出预算|^支出/.test(beside)) return 'expenditure';
  if (half.project !== null || /项目支出情况|项目支出预算/.test(beside)) return 'projects';
  if (context.formType === 'base_data') return 'base_data';
  if (/人员情况|供养人员/.test(beside)) return 'staff';
  if (/预算支出总额|基本支出/.test(heads)) return 'expenditure';
  return context.formType === 'unknown' ? 'budget' : 'funding';
}

/** A table without names at the left: the heads name the figures, 合计 | 因公出国 | 公务接待. */
function matrixAmounts(
  region: MoneyRegion,
  half: MoneyHalf,
  row: number,
  context: AmountContext,
): AmountDraft[] {
  const section = sectionOf(region, half, [], context);
  const drafts: { draft: AmountDraft; figure: FigureColumn }[] = [];
  for (const figure of half.figures) {
    const entry = entryAt(region.table, row, {
      first: figure.column,
      end: figure.column + 1,
      text: '',
      path: '',
    });
    const leaf = figure.path.at(-1);
    if (!entry?.starts || leaf === undefined) continue;
    const name = matrixName(leaf);
    const draft = amountOf(
      region,
      figure,
      entry,
      {
        ...emptyName,
        row,
        name,
        label: leaf,
        key: fold(name),
        at: cellOf(region.table, figure.head).location,
      },
      section,
      context,
    );
    if (!draft) continue;
    draft.item = name;
    draft.parent = figure.path.at(-2) ?? null;
    draft.role = totalLabel.test(fold(name)) ? 'total' : 'item';
    if (section !== 'budget') draft.fund = null;
    else if (draft.fund === name || fundLabel.test(name)) draft.fund = null;
    drafts.push({ draft, figure });
  }
  joinMatrix(drafts);
  return drafts.map((each) => each.draft);
}

const emptyName: RowName = {
  row: 0,
  name: '',
  label: '',
  key: '',
  at: null,
  code: null,
  codeAt: null,
  mark: null,
  ofWhich: false,
  indent: 0,
  total: false,
  funding: null,
  group: '',
  year: null,
  project: null,
  confidence: 1,
};

/** A figure of a group is part of the group's 小计; one at the top part of the table's 合计. */
function joinMatrix(drafts: { draft: AmountDraft; figure: FigureColumn }[]): void {
  for (const { draft, figure } of drafts) {
    const group = figure.path.slice(0, -1).join('/');
    const outer = figure.path.slice(0, -2).join('/');
    const total = drafts.find(
      (other) =>
        other.draft !== draft &&
        other.draft.role === 'total' &&
        other.figure.path.slice(0, -1).join('/') === (draft.role === 'total' ? outer : group),
    );
    if (!total || total.draft.measure !== draft.measure) continue;
    draft.whole = total.draft;
    if (draft.role !== 'total') draft.role = 'part';
    draft.depth = total.draft.depth + 1;
  }
}

/** 2020年实际在职人数 → 实际在职人数: the year stands in its own field. */
function matrixName(text: string): string {
  return stripMarks(text)
    .rest.replace(/^(?:19|20)\d{2}\s*年度?\s*/, '')
    .replace(/[（(](?:人|万元|元|%|％)[)）]$/, '')
    .trim();
}

function addShare(draft: AmountDraft, entry: Entry): void {
  const { share, raw } = shareOf(entry);
  draft.share = share;
  draft.share_raw = raw;
  draft.source.share = entry.cell.location;
}

/** A head that repeats on a later page. */
function repeats(region: MoneyRegion, row: number): boolean {
  const { table, header } = region;
  const filled = filledCells(table, row);
  const same = filled.every((i) => {
    const key = labelOf(table, i).key;
    for (let r = header.first; r < header.end; r++)
      if (labelAt(table, r, cellOf(table, i).column).key === key) return true;
    return false;
  });
  if (same && filled.length > 1) explainRow(region, row);
  return same && filled.length > 1;
}

function explainRow(region: MoneyRegion, row: number): void {
  for (const i of filledCells(region.table, row)) explain(region.table, i);
}

export { fundingRole, isVoid };
