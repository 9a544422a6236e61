import type { CoverageRow, DocumentRecord, Examination, Finding } from '../../../schemas/index.ts';
import { cellOf, stored } from './cell.ts';
import type { CellValue, Column, Row, Table } from './column.ts';
import { tableOf, tables } from './tables.ts';

/** Rows by table, in the order of the table's columns. */
export type RowsByTable = Map<string, Row[]>;

/** The rows of one document, but for its own: what stands in the record tables is replaced together. */
export function rowsOf(examination: Examination): RowsByTable {
  const { document, filings, indicators, amounts, texts, findings, coverage, grids } = examination;
  const rows: RowsByTable = new Map();
  const into: Target = { rows, documentId: document.document_id };
  addLists(tableOf('documents'), document, [], into);
  for (const filing of filings) addRecord('filings', filing, into);
  for (const indicator of indicators) addRecord('indicators', indicator, into);
  for (const amount of amounts) addRecord('amounts', amount, into);
  for (const text of texts) addRecord('texts', text, into);
  for (const finding of findings) addRecord('findings', finding, into, { scope: 'document' });
  coverage.forEach((row, ordinal) => {
    addRecord('coverage', row, into, { document_id: document.document_id, ordinal });
  });
  for (const grid of grids) addRecord('grids', grid, into);
  return rows;
}

/** The rows of a finding that comes of comparing documents. */
export function rowsOfSetFinding(finding: Finding): RowsByTable {
  const rows: RowsByTable = new Map();
  addRecord('findings', finding, { rows, documentId: finding.document_id }, { scope: 'set' });
  return rows;
}

/** What comparing documents checked in a form; its document is known by the form once it is put in place. */
export function rowOfSetCoverage(coverage: CoverageRow, ordinal: number): Row {
  return readerOf(tableOf('coverage'))(coverage, { document_id: '', ordinal });
}

/** The row of the document itself; `own` gives what the warehouse keeps beside the record. */
export function documentRow(document: DocumentRecord, own: Own): Row {
  const table = tableOf('documents');
  return readerOf(table)(document, own);
}

type Own = Readonly<Record<string, CellValue>>;

interface Target {
  rows: RowsByTable;
  documentId: string;
}

function addRecord(name: string, record: object, into: Target, own: Own = {}): void {
  const table = tableOf(name);
  const row = readerOf(table)(record, own);
  push(into.rows, name, checked(table, row, into));
  addLists(table, record, keyOf(table, row), into);
}

/** Lists in the record go to tables of their own. */
function addLists(owner: Table, record: object, ownerKey: CellValue[], into: Target): void {
  for (const table of listsOf(owner.name)) {
    const entries = (record as Record<string, object[]>)[table.inside!.field] ?? [];
    const read = readerOf(table);
    entries.forEach((entry, ordinal) => {
      const row = read(entry, {}) as CellValue[];
      [into.documentId, ...ownerKey, ordinal].forEach((value, index) => {
        row[index] = value;
      });
      push(into.rows, table.name, checked(table, row, into));
    });
  }
}

/** The key of a row without the document. */
function keyOf(table: Table, row: Row): CellValue[] {
  return table.key
    .filter((name) => name !== 'document_id')
    .map((name) => row[table.columns.findIndex((column) => column.name === name)]!);
}

/** Values that their column cannot hold are rounded or left out there, and kept whole beside. */
function checked(table: Table, row: Row, into: Target): Row {
  const kept = row as CellValue[];
  table.columns.forEach((column, index) => {
    if (!fallible.has(column.type)) return;
    const value = kept[index]!;
    const { value: fits, exact } = stored(value, column.type);
    if (exact) return;
    const key = keyOf(table, row).join('|');
    kept[index] = fits;
    const text = column.type === 'decimal' ? String(value) : JSON.stringify(value);
    push(into.rows, 'exact_values', [into.documentId, table.name, key, column.name, text]);
  });
  return kept;
}

const fallible = new Set(['decimal', 'integer', 'date']);

function push(rows: RowsByTable, name: string, row: Row): void {
  const list = rows.get(name);
  if (list === undefined) rows.set(name, [row]);
  else list.push(row);
}

type Reader = (record: object, own: Own) => Row;

const readers = new Map<string, Reader>();
const lists = new Map<string, Table[]>();

function listsOf(name: string): Table[] {
  let found = lists.get(name);
  if (found === undefined) {
    found = tables().filter(({ inside }) => inside?.table === name);
    lists.set(name, found);
  }
  return found;
}

function readerOf(table: Table): Reader {
  let reader = readers.get(table.name);
  if (reader === undefined) {
    const steps = table.columns.map(stepOf);
    reader = (record, own) => steps.map((step) => step(record as Fields, own));
    readers.set(table.name, reader);
  }
  return reader;
}

type Fields = Readonly<Record<string, unknown>>;

function stepOf({ name, path, type }: Column): (record: Fields, own: Own) => CellValue {
  if (path === null) return (_, own) => own[name] ?? null;
  const [first, ...rest] = path as [string, ...string[]];
  if (rest.length === 0) return (record) => cellOf(record[first], type);
  return (record) => {
    let value = record[first];
    for (const field of rest) value = (value as Fields | null | undefined)?.[field];
    return cellOf(value, type);
  };
}
