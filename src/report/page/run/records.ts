import type {
  CoverageRow,
  DocumentRecord,
  Examination,
  Filing,
  Finding,
  KeptGrid,
  Severity,
} from '../../../../schemas/index.ts';
import type { Selection } from '../../../warehouse/export/selection.ts';
import { type Excerpt, excerptKey, excerptOf } from '../../table/excerpt.ts';

/** What the page of a run is made of, whether it was read just now, from record files or from a warehouse. */
export interface RunRecords {
  documents: readonly DocumentRecord[];
  filings: readonly Filing[];
  findings: readonly Finding[];
  /** Sums over all forms, a row a rule; null where the records do not hold what was checked. */
  coverage: readonly CoverageRow[] | null;
  indicators: number;
  amounts: number;
  /** Fields that were read with doubt. */
  doubts: number;
  /** Findings that a reviewer dismissed, and that are not among the findings. */
  dismissed: number;
  /** Excerpts of the tables that findings speak of, where tables are kept. */
  excerpts: ReadonlyMap<string, Excerpt>;
}

export function noRecords(): RunRecords {
  return {
    documents: [],
    filings: [],
    findings: [],
    coverage: null,
    indicators: 0,
    amounts: 0,
    doubts: 0,
    dismissed: 0,
    excerpts: new Map(),
  };
}

/** Gathers a run from examinations, and keeps of each what the page shows. */
export function runGatherer(): { add: (examination: Examination) => void; records: () => RunRecords } {
  const documents: DocumentRecord[] = [];
  const filings: Filing[] = [];
  const findings: Finding[] = [];
  const excerpts = new Map<string, Excerpt>();
  const sums = coverageSums();
  const known = new Set<string>();
  let [indicators, amounts, doubts] = [0, 0, 0];
  return {
    add: (examination) => {
      const { document } = examination;
      documents.push(document);
      // A copy is a file more; its records are those of the first.
      if (known.has(document.document_id)) return;
      known.add(document.document_id);
      filings.push(...examination.filings);
      findings.push(...examination.findings);
      sums.add(examination.coverage);
      addExcerpts(examination.findings, examination.grids, excerpts);
      indicators += examination.indicators.length;
      amounts += examination.amounts.length;
      for (const record of [...examination.indicators, ...examination.amounts])
        doubts += Object.keys(record.doubts ?? {}).length;
    },
    records: () => ({
      documents,
      filings,
      findings,
      coverage: sums.rows(),
      indicators,
      amounts,
      doubts,
      dismissed: 0,
      excerpts,
    }),
  };
}

/** Puts the excerpts of a document's findings to those that are there. */
export function addExcerpts(
  findings: readonly Finding[],
  grids: readonly KeptGrid[],
  excerpts: Map<string, Excerpt>,
): void {
  for (const finding of findings) {
    const excerpt = excerptOf(finding, grids);
    if (excerpt !== null) excerpts.set(excerptKey(finding), excerpt);
  }
}

/** Adds up coverage by rule. */
export function coverageSums(): { add: (rows: readonly CoverageRow[]) => void; rows: () => CoverageRow[] } {
  const sums = new Map<string, CoverageRow>();
  return {
    add: (rows) => {
      for (const row of rows) {
        const sum = sums.get(row.rule) ?? { ...row, ...noCounts, filing_id: null, reasons: {} };
        sums.set(row.rule, sum);
        for (const field of countFields) sum[field] += row[field];
        for (const [reason, n] of Object.entries(row.reasons))
          sum.reasons[reason] = (sum.reasons[reason] ?? 0) + n;
      }
    },
    rows: () => [...sums.values()],
  };
}

const countFields = ['applicable', 'consistent', 'explained', 'violated', 'not_evaluated'] as const;
const noCounts = { applicable: 0, consistent: 0, explained: 0, violated: 0, not_evaluated: 0 };

const fromMild: readonly Severity[] = ['info', 'warning', 'error'];

/** The part that is asked for, by the rules that exports go by: forms that match, their documents and their findings. */
export function selected(records: RunRecords, selection: Selection): RunRecords {
  const { organisation, year, form, severity } = selection;
  const least = severity === undefined ? 0 : fromMild.indexOf(severity);
  const severe = records.findings.filter((finding) => fromMild.indexOf(finding.severity) >= least);
  if (organisation === undefined && year === undefined && form === undefined)
    return { ...records, findings: severe };
  const filings = records.filings.filter(
    (filing) =>
      (organisation === undefined ||
        filing.organisation_code === organisation ||
        filing.organisation?.includes(organisation)) &&
      (year === undefined || filing.year === year) &&
      (form === undefined || filing.form_type === form),
  );
  const ids = new Set(filings.map(({ filing_id }) => filing_id));
  const homes = new Set(filings.map(({ document_id }) => document_id));
  return {
    ...records,
    filings,
    documents: records.documents.filter(({ document_id }) => homes.has(document_id)),
    findings: severe.filter(({ filing_id, document_id }) =>
      filing_id === null ? homes.has(document_id) : ids.has(filing_id),
    ),
  };
}
