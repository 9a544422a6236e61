import { createHash } from 'node:crypto';
import type { DocumentRecord, Examination, Finding } from '../../schemas/index.ts';
import type { Row, Table } from './model/column.ts';
import { documentRow, type RowsByTable, rowsOf, rowsOfSetFinding } from './model/rows.ts';
import { tableOf } from './model/tables.ts';
import type { Spool } from './spool.ts';

/** A row as the line that an engine loads. */
export type LineOf = (row: Row, table: Table) => string;

/** Name of the spool file for the rows of findings between documents. */
export function setFile(table: string): string {
  return `set-${table}`;
}

/** Counts of what came in. */
export interface Intake {
  add: (examination: Examination) => Promise<void>;
  addFindings: (findings: readonly Finding[]) => Promise<void>;
  /** Documents seen, and those of them whose digest is the known one. */
  counts: () => { documents: number; unchanged: number };
}

/** Writes the records of a run to the spool, but for documents whose records are known to the last field. */
export function intake(spool: Spool, lineOf: LineOf, known: ReadonlyMap<string, string>): Intake {
  const seen = new Set<string>();
  const paths = new Set<string>();
  let unchanged = 0;
  const write = async (rows: RowsByTable, nameOf: (table: string) => string) => {
    for (const [table, list] of rows) await spool.add(nameOf(table), linesOf(list, table, lineOf));
  };
  return {
    async add(examination) {
      const { document } = examination;
      const { document_id: id, path } = document;
      if (!paths.has(path)) await spool.add('files', [lineOf([path, id, null], tableOf('files'))]);
      paths.add(path);
      if (seen.has(id)) return;
      seen.add(id);
      const rows = rowsOf(examination);
      const lines = new Map([...rows].map(([table, list]) => [table, linesOf(list, table, lineOf)]));
      const digest = digestOf(document, lines.values(), lineOf);
      if (known.get(id) === digest) {
        unchanged += 1;
        return;
      }
      await spool.add('documents', linesOf([documentRow(document, { digest })], 'documents', lineOf));
      for (const [table, list] of lines) await spool.add(table, list);
    },
    async addFindings(findings) {
      const digestAt = tableOf('findings').columns.findIndex(({ name }) => name === 'digest');
      for (const finding of findings) {
        const rows = rowsOfSetFinding(finding);
        const digest = createHash('sha256');
        for (const [table, list] of rows) digest.update(linesOf(list, table, lineOf).join(''));
        const [row] = rows.get('findings')!;
        rows.set('findings', [row!.with(digestAt, digest.digest('hex'))]);
        await write(rows, setFile);
      }
    },
    counts: () => ({ documents: seen.size, unchanged }),
  };
}

function digestOf(document: DocumentRecord, lines: Iterable<readonly string[]>, lineOf: LineOf): string {
  const hash = createHash('sha256').update(lineOf(documentRow(document, {}), tableOf('documents')));
  for (const list of lines) hash.update(list.join(''));
  return hash.digest('hex');
}

function linesOf(rows: readonly Row[], name: string, lineOf: LineOf): string[] {
  const table = tableOf(name);
  return rows.map((row) => lineOf(row, table));
}
