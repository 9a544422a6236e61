import type { Amount, Filing, Indicator, Issue, SourceDocument, TextRecord } from '../../schemas/index.ts';

/** The records of one document, before any of them is checked. */
export interface Readout {
  filings: Filing[];
  indicators: Indicator[];
  amounts: Amount[];
  texts: TextRecord[];
  warnings: Issue[];
}

/** Reads the filings of a document from its blocks, by what their labels say. Pure; knows no format. */
export function readFilings(source: SourceDocument, documentId: string): Readout {
  void source;
  void documentId;
  return { filings: [], indicators: [], amounts: [], texts: [], warnings: [] };
}
