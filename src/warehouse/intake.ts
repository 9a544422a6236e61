import { createHash } from 'node:crypto';
import type { CoverageRow, DocumentRecord, Examination, Finding } from '../../schemas/index.ts';
import type { StoredExamination } from '../ingest/output/sink.ts';
import { examinationOf, type RecordPart, recordParts } from '../ingest/result.ts';
import type { Row, Table } from './model/column.ts';
import { documentRow, rowOfSetCoverage, rowsOf, rowsOfSetFinding } from './model/rows.ts';
import { tableOf, tables } from './model/tables.ts';
import type { Spool } from './spool.ts';

/** A row as the line that an engine loads. */
export type LineOf = (row: Row, table: Table) => string;

/** Name of the spool file for the rows of findings between documents. */
export function setFile(table: string): string {
  return `set-${table}`;
}

/** Name of the spool file for records as they are, a line of JSON each. */
export function recordFile(part: RecordPart): string {
  return `records-${part}`;
}

/** How an engine takes what a run brings. */
export interface Notation {
  lineOf: LineOf;
  /** Parts whose lines the engine reads as they are, where nothing in them needs a second look. */
  asTheyAre: readonly RecordPart[];
}

/** What came in, on its way to the spool. */
export interface Intake {
  write: (stored: StoredExamination) => Promise<void>;
  writeFindings: (findings: readonly Finding[], coverage?: readonly CoverageRow[]) => Promise<void>;
  /** Documents seen, and those of them whose digest is the known one. */
  counts: () => { documents: number; unchanged: number };
}

/** Writes the records of a run to the spool, but for documents whose records are known to the last field. */
export function intake(spool: Spool, notation: Notation, known: ReadonlyMap<string, string>): Intake {
  const { lineOf, asTheyAre } = notation;
  const counts = { documents: 0, unchanged: 0 };
  const add = async (file: string, name: string, rows: readonly Row[]) => {
    const table = tableOf(name);
    await spool.add(
      file,
      rows.map((row) => lineOf(row, table)),
    );
  };
  return {
    async write(stored) {
      const { document, isCopy } = stored;
      await add('files', 'files', [[document.path, document.document_id, null]]);
      if (isCopy) return;
      counts.documents += 1;
      const digest = digestOf(stored);
      if (known.get(document.document_id) === digest) {
        counts.unchanged += 1;
        return;
      }
      await add('documents', 'documents', [documentRow(document, { digest })]);
      const plain = asTheyAre.filter((part) => isPlain(stored.lines(part)));
      for (const part of plain) await spool.addBytes(recordFile(part), stored.lines(part));
      for (const [table, rows] of rowsOf(without(stored, plain))) await add(table, table, rows);
    },
    async writeFindings(findings, coverage = []) {
      const digestAt = tableOf('findings').columns.findIndex(({ name }) => name === 'digest');
      for (const finding of findings) {
        const rows = rowsOfSetFinding(finding);
        const digest = createHash('sha256').update(JSON.stringify(finding)).digest('hex');
        const [row] = rows.get('findings')!;
        rows.set('findings', [row!.with(digestAt, digest)]);
        for (const [table, list] of rows) await add(setFile(table), table, list);
      }
      for (let from = 0; from < coverage.length; from += ROWS_AT_ONCE) {
        const part = coverage.slice(from, from + ROWS_AT_ONCE);
        const rows = part.map((row, at) => rowOfSetCoverage(row, from + at - coverage.length));
        await add(setFile('coverage'), 'coverage', rows);
      }
    },
    counts: () => counts,
  };
}

/** A large archive has more rows between documents than are worth holding as lines. */
const ROWS_AT_ONCE = 10_000;

/** Of the records as they were written, and of the columns that take them: with another column they are loaded anew. */
function digestOf({ document, lines }: StoredExamination): string {
  const hash = createHash('sha256').update(columnNames()).update(withoutPath(document));
  for (const part of recordParts) hash.update(lines(part));
  return hash.digest('hex');
}

function withoutPath({ path: _, ...rest }: DocumentRecord): string {
  return JSON.stringify(rest);
}

let names: string | undefined;

function columnNames(): string {
  names ??= tables()
    .flatMap((table) => table.columns.map(({ name }) => `${table.name}.${name}`))
    .join(' ');
  return names;
}

/**
 * What makes a line more than its engine can take as it is: figures beyond nine digits, with an exponent or with more than ten
 * places, and escapes, among them those of characters that no store takes.
 */
const doubtful = /[:,[]-?(?:\d{10}|\d+\.\d{11}|\d+(?:\.\d+)?e)|\\u/;

function isPlain(lines: Buffer): boolean {
  return !doubtful.test(lines.toString('latin1'));
}

/** The examination without the parts that go as they are; what is left is parsed. */
function without(stored: StoredExamination, parts: readonly RecordPart[]): Examination {
  if (parts.length === 0) return stored.examination();
  const none = Buffer.alloc(0);
  const lines = Object.fromEntries(
    recordParts.map((part) => [part, parts.includes(part) ? none : stored.lines(part)]),
  ) as Record<RecordPart, Buffer>;
  return examinationOf(stored.document, lines);
}
