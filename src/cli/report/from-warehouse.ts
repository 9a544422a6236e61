import type { CoverageRow, DocumentRecord, Filing, Finding } from '../../../schemas/index.ts';
import { coverageSums, type RunRecords } from '../../report/page/run/records.ts';
import { exactValues } from '../../warehouse/export/exact.ts';
import { type RecordFile, recordLines } from '../../warehouse/export/jsonl.ts';
import { conditionsOf, type Selection } from '../../warehouse/export/selection.ts';
import type { WarehouseReader } from '../../warehouse/reader.ts';

/** Reads from a warehouse what a report of its part is made of; findings that a reviewer dismissed are only counted. */
export async function recordsFromWarehouse(
  reader: WarehouseReader,
  selection: Selection,
): Promise<RunRecords> {
  const conditionOf = conditionsOf(selection);
  const exact = await exactValues(reader);
  const all = async <T>(file: RecordFile): Promise<T[]> => {
    const records: T[] = [];
    for await (const line of recordLines(reader, file, conditionOf, exact))
      records.push(JSON.parse(line) as T);
    return records;
  };
  const found = await all<Finding>('findings');
  const dismissed = await dismissals(reader);
  const findings = found.filter(({ finding_id }) => !dismissed.has(finding_id));
  return {
    documents: await all<DocumentRecord>('documents'),
    filings: await all<Filing>('filings'),
    findings,
    coverage: await coverage(reader, conditionOf('coverage')),
    indicators: await count(reader, 'indicators', conditionOf('indicators')),
    amounts: await count(reader, 'amounts', conditionOf('amounts')),
    doubts: 0,
    dismissed: found.length - findings.length,
  };
}

async function coverage(reader: WarehouseReader, condition: string): Promise<CoverageRow[]> {
  const sums = coverageSums();
  const counts = ['applicable', 'consistent', 'explained', 'violated', 'not_evaluated'] as const;
  const columns = counts.map((name) => `CAST(t.${name} AS VARCHAR)`).join(', ');
  const sql = `SELECT t.rule, CAST(t.reasons AS VARCHAR), ${columns} FROM coverage t WHERE ${condition} ORDER BY t.document_id, t.ordinal`;
  for await (const batch of reader.rows(sql))
    for (const [rule, reasons, ...numbers] of batch) {
      const [applicable, consistent, explained, violated, not_evaluated] = numbers.map(Number) as Five;
      const row = { applicable, consistent, explained, violated, not_evaluated };
      sums.add([{ filing_id: null, rule: rule!, ...row, reasons: JSON.parse(reasons ?? '{}') }]);
    }
  return sums.rows();
}

type Five = [number, number, number, number, number];

async function count(reader: WarehouseReader, table: string, condition: string): Promise<number> {
  const sql = `SELECT CAST(count(*) AS VARCHAR) FROM ${table} t WHERE ${condition}`;
  for await (const [row] of reader.rows(sql)) return Number(row?.[0] ?? 0);
  return 0;
}

async function dismissals(reader: WarehouseReader): Promise<Set<string>> {
  const ids = new Set<string>();
  const sql = "SELECT finding_id FROM v_decisions WHERE decision = 'dismiss'";
  for await (const batch of reader.rows(sql)) for (const [id] of batch) ids.add(id!);
  return ids;
}
