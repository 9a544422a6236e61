import type { Finding } from '../../../schemas/index.ts';
import { formNames, type Language } from '../wording.ts';
import {
  byNeed,
  documentOf,
  type FilingHead,
  type FormUnit,
  headOf,
  type Layout,
  layoutOf,
  noFindings,
  type SeverityCounts,
  unitsOf,
} from './forms.ts';
import { sheetNames } from './ooxml/sheet-names.ts';
import { orderedFindings } from './ordered-findings.ts';
import type { WorkbookSource } from './source.ts';
import { type ListName, listNames } from './words.ts';

/** A form that gets a sheet. */
export interface PlannedForm {
  unit: FormUnit;
  layout: Layout;
  path: string;
}

/** What is to be known before the first row is written: who is linked to what, and what there is no room for. */
export interface Plan {
  names: Readonly<Record<ListName, string>>;
  filings: ReadonlyMap<string, FilingHead>;
  /** First path of every document. */
  paths: ReadonlyMap<string, string>;
  /** In reading order. */
  forms: PlannedForm[];
  /** Forms that have tables and get no sheet of their own. */
  formsLeft: number;
  formsOf: (documentId: string) => readonly PlannedForm[];
  /** Findings in the order of their list. */
  findings: () => AsyncGenerator<Finding>;
  counts: SeverityCounts;
  countsOf: (filingId: string) => SeverityCounts;
  documents: { files: number; unread: number; partial: number };
}

/** Reads through filings and findings once, holding of each no more than what links and order need. */
export async function planOf(source: WorkbookSource, mostForms: number, language: Language): Promise<Plan> {
  const { paths, documents } = await pathsOf(source);
  const filings = new Map<string, FilingHead>();
  for await (const filing of source.filings()) filings.set(filing.filing_id, headOf(filing));
  const findings = () =>
    orderedFindings(source.findings(), (filingId) => filings.get(filingId)?.ordinal ?? -1);
  const counted = await countsOf(findings());
  const nameOf = sheetNames();
  const names = Object.fromEntries(
    Object.entries(listNames).map(([key, name]) => [key, nameOf(name[language])]),
  ) as Record<ListName, string>;
  const byDocument = Map.groupBy(filings.values(), ({ document_id }) => document_id);
  const units = [...byDocument.values()].flatMap((own) =>
    unitsOf(own, (filingId) => counted.byFiling.get(filingId) ?? noFindings()),
  );
  const chosen = new Set([...units].sort(byNeed).slice(0, mostForms));
  const forms: PlannedForm[] = [];
  for (const unit of units.filter((one) => chosen.has(one))) {
    const grids = await source.grids(unit.documentId);
    const name = nameOf(`${forms.length + 1} ${formName(unit, language)}`);
    const layout = layoutOf(name, unit, grids);
    // What was loaded by an earlier version and not read since has no tables.
    if (layout.firstRows.size > 0) forms.push({ unit, layout, path: paths.get(unit.documentId) ?? '' });
  }
  const formsByDocument = Map.groupBy(forms, ({ unit }) => unit.documentId);
  return {
    names,
    filings,
    paths,
    forms,
    formsLeft: units.length - forms.length,
    formsOf: (documentId) => formsByDocument.get(documentId) ?? [],
    findings,
    counts: counted.all,
    countsOf: (filingId) => counted.byFiling.get(filingId) ?? noFindings(),
    documents,
  };
}

/** A name that tells one sheet from the next: project, else organisation, else the kind of form. */
function formName({ filings: [first] }: FormUnit, language: Language): string {
  const { project, organisation, form_type } = first!;
  return (project ?? organisation)?.replace(/\s+/g, ' ').trim() || formNames[form_type][language];
}

async function pathsOf(source: WorkbookSource): Promise<Pick<Plan, 'paths' | 'documents'>> {
  const paths = new Map<string, string>();
  const documents = { files: 0, unread: 0, partial: 0 };
  for await (const { document_id, path, status } of source.documents()) {
    if (!paths.has(document_id)) paths.set(document_id, path);
    documents.files += 1;
    if (status === 'partial') documents.partial += 1;
    else if (status !== 'ok') documents.unread += 1;
  }
  return { paths, documents };
}

interface Counted {
  all: SeverityCounts;
  byFiling: Map<string, SeverityCounts>;
}

async function countsOf(findings: AsyncIterable<Finding>): Promise<Counted> {
  const counted: Counted = { all: noFindings(), byFiling: new Map() };
  for await (const { filing_id, severity } of findings) {
    counted.all[severity] += 1;
    if (filing_id === null) continue;
    const own = counted.byFiling.get(filing_id) ?? noFindings();
    own[severity] += 1;
    counted.byFiling.set(filing_id, own);
  }
  return counted;
}

/** The sheet and cell that show a place of a document; undefined where no sheet does. */
export function shownAt(
  plan: Plan,
  finding: Finding,
  evidence: Finding['evidence'][number] | undefined,
): { form: PlannedForm; row: number; column: number } | undefined {
  if (evidence === undefined) return undefined;
  const { grid, row, column } = evidence.source;
  if (grid === null || row === null || column === null) return undefined;
  for (const form of plan.formsOf(documentOf(finding, evidence))) {
    const first = form.layout.firstRows.get(grid);
    if (first !== undefined) return { form, row: first + row, column };
  }
  return undefined;
}
