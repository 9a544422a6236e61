import { deflateRawSync } from 'node:zlib';
import type { DocumentRecord, Filing } from '../../../../schemas/index.ts';
import type { FindingCell, FindingView } from '../../finding/view.ts';
import { excerptKey } from '../../table/excerpt.ts';
import { formNames, issueText, type Language, statusNames } from '../../wording.ts';
import type {
  PackedCell,
  PackedDocument,
  PackedExcerpt,
  PackedFiling,
  PackedFinding,
  PackedProposal,
  RunData,
} from '../client/run-data.ts';
import { shown } from '../html.ts';
import { scriptSafe } from '../shell.ts';
import type { RunRecords } from './records.ts';
import { unitNames } from './units.ts';

/** Cells of a finding that the page of a run holds; the page of the document has all. */
const cellsHeld = 24;

/** Changes that were thought of, of each finding. */
const proposalsHeld = 5;

/** Characters of data beyond which they are packed: what is smaller can be read in the file as it stands. */
const plainSize = 1_000_000;

/** The records of a run as the page holds them: arrays instead of objects, a text that comes often once. */
export function runData(
  records: RunRecords,
  views: readonly FindingView[],
  hrefOf: (documentId: string) => string | null,
  language: Language,
): RunData {
  const { index, texts } = interner();
  const places: Places = {
    index,
    documentAt: positions(records.documents.map(({ document_id }) => document_id)),
    filingAt: positions(records.filings.map(({ filing_id }) => filing_id)),
  };
  const units = unitNames(records.filings);
  const filings = records.filings.map((filing) =>
    packedFiling(filing, units.get(filing.filing_id) ?? '', places),
  );
  const findings = views.map((view) => packedFinding(view, records, places));
  return {
    documents: records.documents.map((document) => packedDocument(document, hrefOf, language)),
    filings,
    findings,
    texts,
    forms: named(formNames, language),
    statuses: named(statusNames, language),
  };
}

/** Numbers that stand for texts, documents and filings. */
interface Places {
  index: (text: string) => number;
  documentAt: ReadonlyMap<string, number>;
  filingAt: ReadonlyMap<string, number>;
}

function packedDocument(
  record: DocumentRecord,
  hrefOf: (documentId: string) => string | null,
  language: Language,
): PackedDocument {
  return [
    shown(record.path),
    record.status,
    record.format,
    record.pages,
    record.ocr_pages,
    record.bytes,
    record.error === null ? '' : issueText(record.error, language),
    record.warnings.map(({ message, place }) =>
      shown(`${place === null ? '' : `${place}: `}${message[language]}`),
    ),
    hrefOf(record.document_id) ?? '',
  ];
}

function packedFiling(filing: Filing, unit: string, { index, documentAt }: Places): PackedFiling {
  return [
    documentAt.get(filing.document_id) ?? -1,
    shown(filing.title ?? ''),
    filing.form_type,
    index(shown(filing.organisation ?? '')),
    filing.year,
    shown(filing.project ?? ''),
    filing.confidence,
    filing.coverage,
    index(unit),
  ];
}

function packedFinding(view: FindingView, { excerpts }: RunRecords, places: Places): PackedFinding {
  const { index, documentAt, filingAt } = places;
  return [
    view.severity,
    view.rule,
    documentAt.get(view.documentId) ?? -1,
    view.filingId === null ? -1 : (filingAt.get(view.filingId) ?? -1),
    shown(view.sentence),
    view.equation === null ? '' : shown(view.equation),
    view.figures.map(({ name, text, key }) => [index(name), text, key]),
    index(view.regime),
    view.cells.slice(0, cellsHeld).map((cell) => packedCell(cell, places)),
    view.cells.length,
    view.proposals.slice(0, proposalsHeld).map((proposal) => packedProposal(proposal, places)),
    view.related.map(shown),
    view.difference,
    packedExcerpt(view, excerpts),
  ];
}

function packedCell(
  { role, place, text, documentId }: FindingCell,
  { index, documentAt }: Places,
): PackedCell {
  return [
    index(role),
    index(shown(place)),
    shown(text),
    documentId === null ? -1 : (documentAt.get(documentId) ?? -1),
  ];
}

function packedProposal(proposal: FindingView['proposals'][number], { index }: Places): PackedProposal {
  return [
    proposal.suggested ? 1 : 0,
    index(shown(proposal.place)),
    shown(proposal.from),
    shown(proposal.to),
    shown(proposal.reason),
    proposal.confirmedBy.map(shown),
    proposal.refutedBy.map(shown),
  ];
}

function packedExcerpt({ id, documentId }: FindingView, excerpts: RunRecords['excerpts']): PackedExcerpt {
  const excerpt = excerpts.get(excerptKey({ document_id: documentId, finding_id: id }));
  return (excerpt?.rows ?? []).map(({ row, cells }) => [
    row + 1,
    cells.map(([columns, text, marked]) => [columns, shown(text), marked ? 1 : 0]),
  ]);
}

function interner(): { index: (text: string) => number; texts: string[] } {
  const texts: string[] = [];
  const known = new Map<string, number>();
  return {
    texts,
    index: (text) => {
      const at = known.get(text);
      if (at !== undefined) return at;
      known.set(text, texts.length);
      texts.push(text);
      return texts.length - 1;
    },
  };
}

function positions(ids: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const [index, id] of ids.entries()) if (!found.has(id)) found.set(id, index);
  return found;
}

function named<K extends string>(
  names: Record<K, Record<Language, string>>,
  language: Language,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries<Record<Language, string>>(names).map(([key, name]) => [key, name[language]]),
  );
}

/** Data as a block of the page: JSON, or JSON packed by deflate (RFC 1951) and written in base64 where it is large. */
export function dataBlock(id: string, data: RunData): { id: string; type: string; text: string } {
  const text = scriptSafe(data);
  if (text.length <= plainSize) return { id, type: 'application/json', text };
  const packed = deflateRawSync(JSON.stringify(data), { level: 9 }).toString('base64');
  return { id, type: 'text/plain', text: packed };
}
