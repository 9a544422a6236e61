import type { Finding } from '../../../schemas/index.ts';
import type { Rule } from '../../reconcile/rule.ts';
import { type FindingView, findingViews } from '../finding/view.ts';
import type { Language } from '../wording.ts';
import { formSheet } from './form/form-sheet.ts';
import type { NumberedFinding } from './form/marks.ts';
import { documentOf } from './forms.ts';
import { coverageColumns } from './lists/coverage.ts';
import { documentColumns } from './lists/documents.ts';
import { evidenceColumns, evidenceRows } from './lists/evidence.ts';
import { type FindingRow, findingColumns } from './lists/findings.ts';
import { type FormRow, formColumns } from './lists/forms.ts';
import { listHeaderRows, listSheet } from './lists/list-sheet.ts';
import { amountColumns, indicatorColumns } from './lists/records.ts';
import type { Sheet } from './ooxml/sheet.ts';
import { type SheetCount, writeWorkbook } from './ooxml/workbook.ts';
import { type About, overviewSheet } from './overview.ts';
import { type Plan, planOf } from './plan.ts';
import type { WorkbookSource } from './source.ts';
import type { ListName } from './words.ts';

export interface WorkbookSettings extends About {
  language: Language;
  rules: readonly Rule[];
  /** Most forms that get a sheet of their own: programs grow slow with more. */
  mostForms: number;
}

/** Sheets of forms where nothing else is said. */
export const usualMostForms = 200;

/** What came into a workbook, and what did not. */
export interface WorkbookReport {
  sheets: SheetCount[];
  formsLeft: number;
  /** Records written into a list. */
  rowsOf: (list: ListName) => number;
}

/** Writes the auditor's workbook: lists of what was found, checked and read, and every form as it was filed. */
export async function writeAuditorsWorkbook(
  path: string,
  source: WorkbookSource,
  settings: WorkbookSettings,
): Promise<WorkbookReport> {
  const plan = await planOf(source, settings.mostForms, settings.language);
  const properties = { title: plan.names.overview, creator: 'hedui' };
  const sheets = await writeWorkbook(path, properties, sheetsOf(plan, source, settings));
  const rowsOf = (list: ListName) =>
    Math.max(0, (sheets.find(({ name }) => name === plan.names[list])?.rows ?? 0) - listHeaderRows);
  return { sheets, formsLeft: plan.formsLeft, rowsOf };
}

async function* sheetsOf(
  plan: Plan,
  source: WorkbookSource,
  { language, rules, ...about }: WorkbookSettings,
): AsyncGenerator<Sheet> {
  const viewOf = findingViews(rules, language);
  const ofForms = findingsOfForms(plan);
  const settings = (name: string) => ({ name, language });
  const { names } = plan;
  yield overviewSheet(plan, about, language);
  const findings = findingRows(plan.findings(), source, viewOf, ofForms.take);
  yield listSheet(findingColumns(plan, language), findings, {
    ...settings(names.findings),
    headerColumns: 3,
    printedColumns: 12,
    tab: 'C0392B',
  });
  yield listSheet(evidenceColumns(plan, language), evidenceRows(plan.findings()), settings(names.evidence));
  yield listSheet(coverageColumns(plan, rules, language), source.coverage(), {
    ...settings(names.coverage),
    printedColumns: 11,
  });
  yield listSheet(formColumns(plan, language), formRows(plan), {
    ...settings(names.forms),
    printedColumns: 10,
  });
  yield listSheet(documentColumns(language), source.documents(), {
    ...settings(names.documents),
    printedColumns: 7,
  });
  yield listSheet(indicatorColumns(plan, language), source.indicators(), {
    ...settings(names.indicators),
    printedColumns: 14,
  });
  yield listSheet(amountColumns(plan, language), source.amounts(), {
    ...settings(names.amounts),
    printedColumns: 12,
  });
  for (const form of plan.forms) {
    const { documentId } = form.unit;
    yield formSheet(plan, form, await source.grids(documentId), ofForms.of(documentId), language);
  }
}

async function* findingRows(
  findings: AsyncIterable<Finding>,
  source: WorkbookSource,
  viewOf: (finding: Finding) => FindingView,
  onRow: (row: NumberedFinding) => void,
): AsyncGenerator<FindingRow> {
  let index = 0;
  for await (const finding of findings) {
    const row = { finding, view: viewOf(finding), review: source.review(finding) };
    onRow({ ...row, index });
    yield row;
    index += 1;
  }
}

/** Keeps the findings that the sheets of forms show, as their list is written. */
function findingsOfForms(plan: Plan) {
  const kept = new Map<string, NumberedFinding[]>();
  return {
    take: (row: NumberedFinding) => {
      const { finding } = row;
      const documents = new Set([
        finding.document_id,
        ...finding.evidence.map((evidence) => documentOf(finding, evidence)),
      ]);
      for (const id of documents) {
        if (plan.formsOf(id).length === 0) continue;
        const own = kept.get(id);
        if (own === undefined) kept.set(id, [row]);
        else own.push(row);
      }
    },
    of: (documentId: string) => kept.get(documentId) ?? [],
  };
}

async function* formRows(plan: Plan): AsyncGenerator<FormRow> {
  for (const filing of plan.filings.values()) {
    const form = plan
      .formsOf(filing.document_id)
      .find(({ unit }) => unit.filings.some(({ filing_id }) => filing_id === filing.filing_id));
    yield {
      filing,
      counts: plan.countsOf(filing.filing_id),
      sheet: form?.layout.sheet ?? null,
    };
  }
}
