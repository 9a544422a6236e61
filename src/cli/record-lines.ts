import type { Examination } from '../../schemas/index.ts';

/** Names of the record types, as `record` says them, with the part of an examination that holds them. */
const recordTypes = [
  ['filing', 'filings'],
  ['indicator', 'indicators'],
  ['amount', 'amounts'],
  ['text', 'texts'],
  ['finding', 'findings'],
] as const;

/** The document and its records as lines of JSON, each with its type in `record`. */
export function recordLines(examination: Examination, pretty: boolean): string {
  const records = [
    { record: 'document', ...examination.document },
    ...recordTypes.flatMap(([record, part]) => examination[part].map((fields) => ({ record, ...fields }))),
  ];
  return jsonLines(records, pretty);
}

export function jsonLines(records: object[], pretty: boolean): string {
  return records.map((record) => `${JSON.stringify(record, null, pretty ? 2 : undefined)}\n`).join('');
}
