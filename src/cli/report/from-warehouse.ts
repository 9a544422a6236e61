import type { CoverageRow, DocumentRecord, Examination, Filing, Finding } from '../../../schemas/index.ts';
import { addExcerpts, coverageSums, type RunRecords } from '../../report/page/run/records.ts';
import type { Excerpt } from '../../report/table/excerpt.ts';
import { sourceOfKept } from '../../report/table/kept-source.ts';
import { type SelectedRecords, selectedRecords } from '../../warehouse/export/records.ts';
import { conditionsOf, type Selection } from '../../warehouse/export/selection.ts';
import type { WarehouseReader } from '../../warehouse/reader.ts';
import type { PageSource, ReadRun } from './write.ts';

/** Reads from a warehouse what a report of its part is made of; findings that a reviewer dismissed are only counted. */
export async function recordsFromWarehouse(reader: WarehouseReader, selection: Selection): Promise<ReadRun> {
  const selected = await selectedRecords(reader, selection);
  const conditionOf = conditionsOf(selection);
  const found = await all(selected.records<Finding>('findings'));
  const states = await selected.states();
  const findings = found.filter(({ finding_id }) => states.get(finding_id)?.decision !== 'dismiss');
  const sums = coverageSums();
  const byDocument = new Map<string, CoverageRow[]>();
  for await (const { document_id, ...row } of selected.coverage()) {
    sums.add([row]);
    const known = byDocument.get(document_id);
    if (known === undefined) byDocument.set(document_id, [row]);
    else known.push(row);
  }
  const records: RunRecords = {
    documents: await all(selected.records<DocumentRecord>('documents')),
    filings: await all(selected.records<Filing>('filings')),
    findings,
    coverage: sums.rows(),
    indicators: await count(reader, 'indicators', conditionOf('indicators')),
    amounts: await count(reader, 'amounts', conditionOf('amounts')),
    doubts: 0,
    dismissed: found.length - findings.length,
    excerpts: await excerptsOf(findings, selected),
  };
  return { records, pages: () => pagesOf(records, byDocument, selected) };
}

/** Documents with findings, with the tables that the warehouse keeps of them. */
async function* pagesOf(
  records: RunRecords,
  coverage: ReadonlyMap<string, CoverageRow[]>,
  selected: SelectedRecords,
): AsyncGenerator<PageSource> {
  const findings = Map.groupBy(records.findings, ({ document_id }) => document_id);
  const filings = Map.groupBy(records.filings, ({ document_id }) => document_id);
  for (const document of records.documents) {
    const { document_id: id } = document;
    const own = findings.get(id);
    if (own === undefined) continue;
    const examination: Examination = {
      document,
      filings: filings.get(id) ?? [],
      findings: own,
      coverage: coverage.get(id) ?? [],
      indicators: [],
      amounts: [],
      texts: [],
      grids: [],
    };
    const source = sourceOfKept(document, await selected.grids(id));
    yield { examination, source, withoutReading: true };
  }
}

async function excerptsOf(
  findings: readonly Finding[],
  selected: SelectedRecords,
): Promise<RunRecords['excerpts']> {
  const excerpts = new Map<string, Excerpt>();
  for (const [id, own] of Map.groupBy(findings, ({ document_id }) => document_id))
    addExcerpts(own, await selected.grids(id), excerpts);
  return excerpts;
}

async function all<T>(records: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const record of records) found.push(record);
  return found;
}

async function count(reader: WarehouseReader, table: string, condition: string): Promise<number> {
  const sql = `SELECT CAST(count(*) AS VARCHAR) FROM ${table} t WHERE ${condition}`;
  for await (const [row] of reader.rows(sql)) return Number(row?.[0] ?? 0);
  return 0;
}
