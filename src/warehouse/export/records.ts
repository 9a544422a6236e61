import type { CoverageRow, KeptGrid } from '../../../schemas/index.ts';
import { recordsOf, type TextRow } from '../model/records.ts';
import { tableOf } from '../model/tables.ts';
import type { WarehouseReader } from '../reader.ts';
import { literal } from '../sql-text.ts';
import { type ExactValues, exactValues } from './exact.ts';
import { type RecordFile, recordsOfFile } from './jsonl.ts';
import { asText, selectRows } from './select.ts';
import { conditionsOf, type Selection } from './selection.ts';

/** What a reviewer decided of a finding, and the day of the run that first gave it. */
export interface FindingState {
  decision: 'confirm' | 'dismiss' | null;
  reason: string | null;
  by: string | null;
  firstSeen: string;
}

/** The records of a warehouse that are asked for, as values, in the order of paths. */
export interface SelectedRecords {
  records: <T>(file: RecordFile) => AsyncGenerator<T>;
  coverage: () => AsyncGenerator<CoverageRow & { document_id: string }>;
  /** Tables of one document. */
  grids: (documentId: string) => Promise<KeptGrid[]>;
  /** By finding id; of findings that stand. */
  states: () => Promise<Map<string, FindingState>>;
}

export async function selectedRecords(
  reader: WarehouseReader,
  selection: Selection,
): Promise<SelectedRecords> {
  const exact: ExactValues = await exactValues(reader);
  const conditionOf = conditionsOf(selection);
  return {
    async *records<T>(file: RecordFile) {
      for await (const record of recordsOfFile(reader, file, conditionOf, exact)) yield record as T;
    },
    async *coverage() {
      const table = tableOf('coverage');
      const shape = recordsOf(table);
      const id = table.columns.findIndex(({ name }) => name === 'document_id');
      for await (const batch of reader.rows(selectRows(table, conditionOf('coverage'), reader.engine)))
        for (const [, ...row] of batch) yield { ...(shape(row) as CoverageRow), document_id: row[id]! };
    },
    grids: (documentId) => gridsOf(reader, documentId),
    states: () => statesOf(reader),
  };
}

async function gridsOf(reader: WarehouseReader, documentId: string): Promise<KeptGrid[]> {
  const table = tableOf('grids');
  const shape = recordsOf(table);
  const columns = table.columns.map((column) => asText(column, reader.engine));
  const grids: KeptGrid[] = [];
  const sql = `SELECT ${columns.join(', ')} FROM grids t WHERE t.document_id = ${literal(documentId)} ORDER BY t.grid`;
  for await (const batch of reader.rows(sql))
    for (const row of batch) grids.push(shape(row) as unknown as KeptGrid);
  return grids;
}

async function statesOf(reader: WarehouseReader): Promise<Map<string, FindingState>> {
  const states = new Map<string, FindingState>();
  const day = asText(
    { ...tableOf('findings').columns.find(({ name }) => name === 'first_seen')! },
    reader.engine,
    'f',
  );
  const sql = `SELECT f.finding_id, v.decision, v.reason, v."by", ${day} FROM findings f LEFT JOIN v_decisions v ON v.finding_id = f.finding_id WHERE f.standing`;
  for await (const batch of reader.rows(sql))
    for (const [id, decision, reason, by, firstSeen] of batch as TextRow[])
      states.set(id!, {
        decision: decision as FindingState['decision'],
        reason: reason ?? null,
        by: by ?? null,
        firstSeen: firstSeen!.slice(0, 10),
      });
  return states;
}
