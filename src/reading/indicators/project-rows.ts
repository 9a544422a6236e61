import type { Location } from '../../../schemas/index.ts';
import { fold } from '../../values/index.ts';
import type { FieldReading, FundingField } from '../fields/field.ts';
import type { Form, IndicatorRegion, Strip } from '../form.ts';
import type { FieldRole } from '../lexicon/fields.ts';
import { type Entry, entryAt, printed } from '../table/cells.ts';
import { fundingRole, isVoid, labelOfText } from '../table/label.ts';
import { startsWithField } from '../table/row-ends.ts';
import { cellIndexAt, cellOf, explain, filledCells, labelAt, labelOf, type Table } from '../table/table.ts';
import { indicatorColumnsOf } from './columns/indicator-halves.ts';
import { findIndicatorHeader } from './columns/indicator-header.ts';
import type { IndicatorHeader, Span } from './columns/indicator-table.ts';
import { fundingOfTotal, isPartOfTotal, stageAbove } from './list-total.ts';
import { isTotalName, isTotalRow, numbersColumns } from './totals.ts';

/**
 * Parts a form whose table holds many projects one below the other, the project's name in a column of its own, into one
 * form a project. Any other form comes back as it is.
 */
export function projectForms(form: Form): Form[] {
  for (const [at, strip] of form.strips.entries()) {
    const found = headerOf(strip);
    if (!found) continue;
    const { money, project } = indicatorColumnsOf(strip.table, found, strip.end).leading;
    if (!project) continue;
    const runs = projectRuns(strip.table, project, money, found, strip.end);
    if (runs.length < 2 && !runs[0]?.heading) continue;
    const before = form.strips.slice(0, at);
    const lead: Strip[] =
      found.first > strip.first ? [{ table: strip.table, first: strip.first, end: found.first }] : [];
    return runs.map(({ heading, ...run }, k) => ({
      ...form,
      ...(heading ? { heading } : {}),
      notes: k === runs.length - 1 ? form.notes : [],
      strips: [
        ...before,
        ...lead,
        { ...run, table: strip.table, under: { table: strip.table, header: found } },
        ...(k === runs.length - 1 ? form.strips.slice(at + 1) : []),
      ],
    }));
  }
  return [form];
}

function headerOf(strip: Strip): IndicatorHeader | null {
  for (let row = strip.first; row < strip.end; row++) {
    const header = findIndicatorHeader(strip.table, row, strip.end);
    if (header) return header;
  }
  return null;
}

/** The key of the run whose first row adds up the money of the projects. */
const TOTAL = '合计';

interface ProjectRun {
  first: number;
  end: number;
  heading?: { text: string; at: Location };
}

/**
 * Runs of rows that name one project; a blank or a repeated name goes on. A row with nothing but a name is the unit whose projects
 * follow, where other rows have more; a row that numbers the columns is none, nor one that says what
 * the total above it is made of, and notes below the list are of the last.
 */
function projectRuns(
  table: Table,
  span: Span,
  money: readonly Span[],
  header: IndicatorHeader,
  end: number,
): ProjectRun[] {
  const runs: (ProjectRun & { key: string })[] = [];
  let heading: ProjectRun['heading'];
  const levelsFrom = Math.min(
    ...header.columns.filter(({ role }) => role?.startsWith('level')).map(({ first }) => first),
  );
  for (let row = header.end; row < end; row++) {
    if (numbersColumns(table, row)) {
      explainRow(table, row);
      continue;
    }
    const entry = entryAt(table, row, span);
    const key = entry?.key ?? '';
    const last = runs.at(-1);
    if (entry && isHeading(table, row, span) && isUnit(fold(entry.text))) {
      heading = { text: printed(entry.text), at: entry.cell.location };
      continue;
    }
    if (isTotalRow(table, row) && money.some((column) => startsFigure(table, row, column)))
      runs.push({ first: row, end: row + 1, key: TOTAL, ...(heading ? { heading } : {}) });
    else if (last?.key === TOTAL && isPartOfTotal(table, row, levelsFrom, last.end > last.first + 1))
      last.end = row + 1;
    else if (last && (isVoid(key) || key === last.key || isNote(table, row))) last.end = row + 1;
    else if (!isVoid(key)) runs.push({ first: row, end: row + 1, key, ...(heading ? { heading } : {}) });
  }
  return runs;
}

/** 合计 | | 1640 left of the levels: the money of all the projects. */
function startsFigure(table: Table, row: number, span: Span): boolean {
  const entry = entryAt(table, row, span);
  return entry?.starts === true && labelAt(table, row, span.first).figure;
}

/** Whether the row holds nothing but a name in the column of projects, and the name no more than this row. */
function isHeading(table: Table, row: number, span: Span): boolean {
  const [only, ...others] = filledCells(table, row);
  if (only === undefined || others.length > 0) return false;
  const cell = cellOf(table, only);
  return cell.rowSpan === 1 && cell.column === span.first;
}

/** 备注：…, 填表人：…: no project, but what stands below the last. */
function isNote(table: Table, row: number): boolean {
  const [first] = filledCells(table, row);
  return first !== undefined && startsWithField(labelOf(table, first));
}

/** 某某局, 某某中学: what ends so is a unit; 合计 and a project's name are none. */
function isUnit(name: string): boolean {
  return /(?:局|厅|委|办|院|中心|学校|学|园|站|所|队|处|部|会|馆|府|社|团|公司|镇|乡|街道|支队|大队|法院|检察院|机关|本级)(?:\([^()]*\))?$/.test(
    name,
  );
}

function explainRow(table: Table, row: number): void {
  for (const i of filledCells(table, row)) explain(table, i);
}

/** Reads the columns left of the levels: project, organisation, goal and money of the project whose rows these are. */
export function readLeading(region: IndicatorRegion, reading: FieldReading): void {
  const { leading } = region.columns;
  const roles: [FieldRole, Span | null][] = [
    ['project', leading.project],
    ['organisation', leading.organisation],
    ['supervisor', leading.supervisor],
    ['project_code', leading.project_code],
    ['execution_rate', leading.execution_rate],
    ['goal', leading.goal],
    ['year', leading.year],
  ];
  for (const [role, span] of roles) {
    const entry = firstSaid(region, span);
    // The last row may add up the projects: its money is told, and 合计 is nobody's name.
    if (!entry || !span || isTotalName(entry.key)) continue;
    reading.fields.push({
      role,
      label: span.text,
      value: printed(entry.text),
      at: entry.cell.location,
      row: entry.cell.row,
      cell: null,
    });
  }
  for (const span of leading.money) {
    const entry = firstSaid(region, span);
    if (!entry) continue;
    const parts = partsBeside(region, span);
    if (parts.length > 1) {
      reading.funding.push(...parts);
      continue;
    }
    if (leading.project !== null && isTotalRow(region.table, entry.cell.row)) {
      reading.funding.push(...fundingOfTotal(region, span));
      continue;
    }
    const label = labelOfText(span.text);
    const stage = stageAbove(span);
    reading.funding.push({
      label: span.text,
      key: label.forms.at(-1) ?? label.key,
      rank: fundingRole(label) ?? 0,
      value: entry.text,
      at: entry.cell.location,
      labelAt: headOf(region, span),
      table: region.table,
      row: entry.cell.row,
      column: entry.cell.column,
      confidence: entry.cell.confidence,
      ...(stage === null ? {} : { stage }),
    });
  }
}

/** Heads of what a project is parted into. */
export const ofParts = /^(?:子项目|子任务|任务|工作任务|分项|活动|事项|支出方向|支持方向|实施内容)(?:名称)?$/;

/** The part of the project that a row is of: 子项目 left of its indicators; null where no column says it. */
export function partAt(region: IndicatorRegion, row: number): Entry | null {
  const span = region.columns.leading.side.find(({ text }) => ofParts.test(labelOfText(text).key));
  const entry = entryAt(region.table, row, span);
  return entry === null || isVoid(entry.key) || isTotalName(entry.key) ? null : entry;
}

/** 企业技改 | 1600 over 人才引进 | 1000: the money of each part of the project. */
function partsBeside(region: IndicatorRegion, span: Span): FundingField[] {
  const parts: FundingField[] = [];
  for (let row = region.first; row < region.end; row++) {
    const entry = entryAt(region.table, row, span);
    const part = partAt(region, row);
    if (!entry?.starts || part === null || isVoid(entry.key)) continue;
    parts.push({
      label: printed(part.text),
      key: part.key,
      rank: 1,
      value: entry.text,
      at: entry.cell.location,
      labelAt: part.cell.location,
      table: region.table,
      row: entry.cell.row,
      column: entry.cell.column,
      confidence: Math.min(entry.cell.confidence, part.cell.confidence),
    });
  }
  return parts;
}

function firstSaid(region: IndicatorRegion, span: Span | null): Entry | null {
  let found: Entry | null = null;
  for (let row = region.first; span !== null && row < region.end; row++) {
    const entry = entryAt(region.table, row, span);
    if (entry && !isVoid(entry.key)) found ??= entry;
  }
  return found;
}

function headOf(region: IndicatorRegion, span: Span) {
  const i = cellIndexAt(region.headerTable, region.header.end - 1, span.first);
  explain(region.headerTable, i);
  return (region.headerTable.grid.cells[i] as { location: Entry['cell']['location'] }).location;
}
