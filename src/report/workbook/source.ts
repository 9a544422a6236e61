import type {
  Amount,
  CoverageRow,
  DocumentRecord,
  Filing,
  Finding,
  Indicator,
  KeptGrid,
} from '../../../schemas/index.ts';

/** What a reviewer decided of a finding, and since when it is known. */
export interface Review {
  state: 'open' | 'confirmed' | 'dismissed';
  reason: string | null;
  by: string | null;
  /** ISO date; null where nothing keeps it. */
  firstSeen: string | null;
}

/**
 * The records that a workbook is made of, from wherever they rest; all of one document come together, and documents in
 * the same order everywhere. Every call reads them anew, so that none is held.
 */
export interface WorkbookSource {
  /** A row a file: a document that lies in two places comes twice. */
  documents: () => AsyncIterable<DocumentRecord>;
  filings: () => AsyncIterable<Filing>;
  indicators: () => AsyncIterable<Indicator>;
  amounts: () => AsyncIterable<Amount>;
  findings: () => AsyncIterable<Finding>;
  coverage: () => AsyncIterable<CoverageRow & { document_id: string }>;
  /** The tables of one document. */
  grids: (documentId: string) => Promise<KeptGrid[]>;
  review: (finding: Finding) => Review;
}
