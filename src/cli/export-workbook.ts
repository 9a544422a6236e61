import { join } from 'node:path';
import type { Amount, DocumentRecord, Filing, Finding, Indicator } from '../../schemas/index.ts';
import { makeFolder } from '../ingest/output/make-folder.ts';
import { RULES } from '../reconcile/registry.ts';
import { usualMostForms, writeAuditorsWorkbook } from '../report/workbook/auditors-workbook.ts';
import type { Review, WorkbookSource } from '../report/workbook/source.ts';
import { type FindingState, type SelectedRecords, selectedRecords } from '../warehouse/export/records.ts';
import type { Selection } from '../warehouse/export/selection.ts';
import type { WarehouseReader } from '../warehouse/reader.ts';
import type { Context } from './context.ts';

/** Name of the workbook in the folder of an export. */
const workbookFile = 'hedui.xlsx';

/** Writes the auditor's workbook of a warehouse; says what there was no room for. Gives rows written, by sheet. */
export async function exportWorkbook(
  reader: WarehouseReader,
  folder: string,
  selection: Selection,
  mostForms: number | undefined,
  context: Context,
): Promise<Map<string, number>> {
  const { language, version, say, tell } = context;
  const records = await selectedRecords(reader, selection);
  await makeFolder(folder);
  const report = await writeAuditorsWorkbook(join(folder, workbookFile), await sourceOf(records), {
    language,
    rules: RULES,
    program: `hedui ${version}`,
    selection: Object.entries(selection).map(([name, value]) => `--${name} ${value}`),
    mostForms: mostForms ?? usualMostForms,
  });
  if (report.formsLeft > 0)
    tell(
      say(
        `另有 ${report.formsLeft} 份表没有单列工作表，见“表单”；可筛选，或用 --sheets 增加`,
        `${report.formsLeft} more forms have no sheet of their own: see the list of forms; filter, or allow more with --sheets`,
      ),
    );
  for (const { name, left } of report.sheets)
    if (left > 0)
      tell(
        say(
          `工作表“${name}”放不下的 ${left} 行没有写入；请筛选，或导出为 CSV`,
          `sheet ${name}: ${left} rows do not fit and were left out; filter, or export as CSV`,
        ),
      );
  return new Map(
    (['findings', 'forms', 'indicators', 'amounts'] as const).map((list) => [
      list === 'forms' ? 'filings' : list,
      report.rowsOf(list),
    ]),
  );
}

async function sourceOf({ records, coverage, grids, states }: SelectedRecords): Promise<WorkbookSource> {
  const known = await states();
  return {
    documents: () => records<DocumentRecord>('documents'),
    filings: () => records<Filing>('filings'),
    indicators: () => records<Indicator>('indicators'),
    amounts: () => records<Amount>('amounts'),
    findings: () => records<Finding>('findings'),
    coverage,
    grids,
    review: ({ finding_id }) => reviewOf(known.get(finding_id)),
  };
}

const states = { confirm: 'confirmed', dismiss: 'dismissed' } as const;

function reviewOf(state: FindingState | undefined): Review {
  if (state === undefined) return { state: 'open', reason: null, by: null, firstSeen: null };
  const { decision, reason, by, firstSeen } = state;
  return { state: decision === null ? 'open' : states[decision], reason, by, firstSeen };
}
