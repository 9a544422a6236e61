import type { Examination } from '../../schemas/index.ts';

/** The six record files of an export, in the order in which one depends on the other. */
export const recordFiles = ['documents', 'filings', 'indicators', 'amounts', 'texts', 'findings'] as const;
export type RecordFile = (typeof recordFiles)[number];

/** The records of one document, file by file. */
export function recordsOf(examination: Examination): Record<RecordFile, readonly object[]> {
  const { document, filings, indicators, amounts, texts, findings } = examination;
  return { documents: [document], filings, indicators, amounts, texts, findings };
}
