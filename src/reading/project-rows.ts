import { type Entry, entryAt, printed } from './cells.ts';
import type { FieldReading } from './field-reading.ts';
import type { Form, IndicatorRegion, Strip } from './form.ts';
import { indicatorColumnsOf, type Span } from './indicator-halves.ts';
import { findIndicatorHeader, type IndicatorHeader } from './indicator-header.ts';
import { fundingRole, isVoid, labelOfText } from './label.ts';
import type { FieldRole } from './lexicon/fields.ts';
import { cellIndexAt, explain, type Table } from './table.ts';

/**
 * Parts a form whose table holds many projects one below the other, the project's name in a column of its own, into one
 * form a project. Any other form comes back as it is.
 */
export function projectForms(form: Form): Form[] {
  for (const [at, strip] of form.strips.entries()) {
    const found = headerOf(strip);
    if (!found) continue;
    const span = indicatorColumnsOf(strip.table, found, strip.end).leading.project;
    if (!span) continue;
    const runs = projectRuns(strip.table, span, found.end, strip.end);
    if (runs.length < 2) continue;
    const before = form.strips.slice(0, at);
    const lead: Strip[] =
      found.first > strip.first ? [{ table: strip.table, first: strip.first, end: found.first }] : [];
    return runs.map((run, k) => ({
      ...form,
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

/** Runs of rows that name one project; a blank or a repeated name goes on. */
function projectRuns(table: Table, span: Span, first: number, end: number): { first: number; end: number }[] {
  const runs: { first: number; end: number; key: string }[] = [];
  for (let row = first; row < end; row++) {
    const key = entryAt(table, row, span)?.key ?? '';
    const last = runs.at(-1);
    if (last && (isVoid(key) || key === last.key)) last.end = row + 1;
    else if (!isVoid(key)) runs.push({ first: row, end: row + 1, key });
  }
  return runs;
}

/** Reads the columns left of the levels: project, organisation, goal and money of the project whose rows these are. */
export function readLeading(region: IndicatorRegion, reading: FieldReading): void {
  const { leading } = region.columns;
  const roles: [FieldRole, Span | null][] = [
    ['project', leading.project],
    ['organisation', leading.organisation],
    ['supervisor', leading.supervisor],
    ['project_code', leading.project_code],
    ['goal', leading.goal],
  ];
  for (const [role, span] of roles) {
    const entry = firstSaid(region, span);
    if (!entry || !span) continue;
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
    const label = labelOfText(span.text);
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
    });
  }
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
