import type { Filing, Finding, FormType, KeptGrid, Severity } from '../../../schemas/index.ts';

/** What a list says of the filing that a record stands in. */
export interface FilingHead {
  filing_id: string;
  document_id: string;
  ordinal: number;
  form_type: FormType;
  title: string | null;
  organisation: string | null;
  year: number | null;
  project: string | null;
  money_unit: string | null;
  grids: readonly number[];
}

export function headOf(filing: Filing): FilingHead {
  const { filing_id, document_id, ordinal, form_type, title, organisation } = filing;
  const { year, project, money_unit, grids } = filing;
  return {
    filing_id,
    document_id,
    ordinal,
    form_type,
    title,
    organisation,
    year,
    project,
    money_unit,
    grids,
  };
}

/** Findings by severity. */
export type SeverityCounts = Record<Severity, number>;

export function noFindings(): SeverityCounts {
  return { error: 0, warning: 0, info: 0 };
}

/** What one sheet shows: the forms of a document that share a table, mostly one. */
export interface FormUnit {
  documentId: string;
  filings: FilingHead[];
  /** Indexes of their grids, in reading order. */
  grids: number[];
  counts: SeverityCounts;
}

/** The forms of one document, those together that stand in one table; a form without a table has no sheet. */
export function unitsOf(
  filings: readonly FilingHead[],
  countsOf: (filingId: string) => SeverityCounts,
): FormUnit[] {
  const units: FormUnit[] = [];
  for (const filing of filings) {
    if (filing.grids.length === 0) continue;
    const counts = countsOf(filing.filing_id);
    const shared = units.find(({ grids }) => filing.grids.some((grid) => grids.includes(grid)));
    if (shared === undefined) {
      const { document_id: documentId, grids } = filing;
      units.push({ documentId, filings: [filing], grids: [...grids], counts: { ...counts } });
      continue;
    }
    shared.filings.push(filing);
    shared.grids = [...new Set([...shared.grids, ...filing.grids])].sort((a, b) => a - b);
    for (const severity of ['error', 'warning', 'info'] as const) shared.counts[severity] += counts[severity];
  }
  return units;
}

/** The worst comes first: of two forms, the one with more errors, then warnings, then notes. */
export function byNeed(a: FormUnit, b: FormUnit): number {
  return (
    b.counts.error - a.counts.error || b.counts.warning - a.counts.warning || b.counts.info - a.counts.info
  );
}

/** Where the tables of a form lie on its sheet: the row and the column of the upper left cell, from 0. */
export interface Layout {
  sheet: string;
  /** First row of every grid, by its index. */
  firstRows: ReadonlyMap<number, number>;
}

/** Rows above the first table: title, what it is of, the way back. */
export const rowsAbove = 4;
/** Between two tables: a blank one and a caption. */
const rowsBetween = 2;

export function layoutOf(sheet: string, unit: FormUnit, grids: readonly KeptGrid[]): Layout {
  const firstRows = new Map<number, number>();
  let row = rowsAbove;
  for (const index of unit.grids) {
    const grid = grids.find((one) => one.grid === index);
    if (grid === undefined) continue;
    firstRows.set(index, row);
    row += grid.rows + rowsBetween;
  }
  return { sheet, firstRows };
}

/** The document that a cell of a finding stands in. */
export function documentOf(finding: Finding, evidence: { document_id: string | null }): string {
  return evidence.document_id ?? finding.document_id;
}
