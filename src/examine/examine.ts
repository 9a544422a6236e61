import { hash } from 'node:crypto';
import { types } from 'node:util';
import { type ParsedDocument, type ParserLimits, parseDocument, type Readers } from '../../parsers/index.ts';
import type { DocumentRecord, Examination, Format, Issue, SourceDocument } from '../../schemas/index.ts';
import { type Readout, readFilings } from '../reading/index.ts';
import { type Reconciliation, reconcile } from '../reconcile/index.ts';
import type { ReconcileSettings } from '../reconcile/records.ts';
import { keptGrids } from './kept-grids.ts';
import { maskContacts } from './mask.ts';
import { maskSource } from './mask-source.ts';
import { settleReadings } from './settle-readings.ts';
import { verdictOf } from './verdict.ts';

export interface ExamineOptions {
  /** As the document's record is to name it; its file name also helps to tell formats apart (.et, .csv). */
  path?: string;
  /** For encrypted files. */
  password?: string | readonly string[];
  /** Limits of the parsers that differ from the defaults: see docs/limits.md. */
  limits?: Partial<ParserLimits>;
  /** Readers of further formats, or instead of the project's own: see docs/add-a-format.md. */
  readers?: Readers;
  /** Leaves people's names and telephone numbers as printed; they are masked otherwise. */
  contacts?: boolean;
  /** Norms to judge by, and the rules to run. */
  settings?: ReconcileSettings;
}

/**
 * The one road through the house: bytes → document → filings, indicators, amounts, texts → findings.
 * Bad input is a document with a status and an error, never a throw. The same bytes give the same examination.
 */
export async function examine(bytes: Uint8Array, options: ExamineOptions = {}): Promise<Examination> {
  return (await examineWhole(bytes, options)).examination;
}

/** An examination with the pages, tables and paragraphs that it was made of; null where there are none. */
export interface WholeExamination {
  examination: Examination;
  source: SourceDocument | null;
}

/** As {@link examine}, and gives the document as it was seen: what a report draws. Masked like the records. */
export async function examineWhole(
  bytes: Uint8Array,
  options: ExamineOptions = {},
): Promise<WholeExamination> {
  if (!types.isUint8Array(bytes)) throw new TypeError('expected the bytes of a file as a Uint8Array');
  const identity = {
    document_id: hash('sha256', bytes),
    path: options.path ?? '',
    bytes: bytes.length,
  };
  const parsed = await parse(bytes, options);
  if (parsed.status !== 'read')
    return { examination: unread(identity, parsed.format, parsed.status, parsed.error), source: null };
  const readAgain = (of: SourceDocument): Readout => read(of, identity.document_id);
  const { source, readout } = await settleReadings(parsed, readAgain, options.settings);
  const { findings, coverage, failure } = reconciled(readout, options.settings);
  const warnings = [...source.warnings, ...readout.warnings, ...failure];
  const document: DocumentRecord = {
    ...identity,
    format: source.format,
    pages: source.pages.length,
    ocr_pages: recognisedPages(source),
    filings: readout.filings.length,
    ...verdictOf(source, warnings),
  };
  const { filings, indicators, amounts, texts } = readout;
  const seen = options.contacts ? source : maskSource(source, filings);
  const grids = keptGrids(seen, filings, identity.document_id);
  const examination = { document, filings, indicators, amounts, texts, findings, coverage, grids };
  return { examination: options.contacts ? examination : maskContacts(examination), source: seen };
}

/** What stands for a document that gave nothing. */
export function unread(
  identity: Pick<DocumentRecord, 'document_id' | 'path' | 'bytes'>,
  format: Format,
  status: 'failed' | 'unsupported',
  error: Issue,
): Examination {
  const counts = { pages: 0, ocr_pages: 0, filings: 0 };
  return {
    document: { ...identity, format, ...counts, status, error, warnings: [] },
    filings: [],
    indicators: [],
    amounts: [],
    texts: [],
    findings: [],
    coverage: [],
    grids: [],
  };
}

async function parse(bytes: Uint8Array, options: ExamineOptions): Promise<ParsedDocument> {
  const { path = '', password, limits, readers } = options;
  try {
    return await parseDocument(bytes, {
      name: path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1),
      ...(password === undefined ? {} : { password }),
      ...(limits === undefined ? {} : { limits }),
      ...(readers === undefined ? {} : { readers }),
    });
  } catch (thrown) {
    return { status: 'failed', format: 'unknown', error: mistake('parsing', thrown) };
  }
}

/** A mistake of ours in one stage leaves what the stages before it gave. */
function read(source: SourceDocument, documentId: string): Readout {
  try {
    return readFilings(source, documentId);
  } catch (thrown) {
    return { filings: [], indicators: [], amounts: [], texts: [], warnings: [mistake('reading', thrown)] };
  }
}

function reconciled(readout: Readout, settings?: ReconcileSettings): Reconciliation & { failure: Issue[] } {
  try {
    return { ...reconcile(readout, settings), failure: [] };
  } catch (thrown) {
    return { findings: [], coverage: [], failure: [mistake('reconciliation', thrown)] };
  }
}

function mistake(stage: string, thrown: unknown): Issue {
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return {
    code: 'internal',
    message: { zh: `内部错误（${stage}）：${detail}`, en: `internal error in ${stage}: ${detail}` },
    place: stage,
  };
}

/** Scanned pages that text was read from. */
function recognisedPages(source: SourceDocument): number {
  const written = new Set<number | null>();
  for (const block of source.blocks) {
    if (block.kind === 'paragraph') written.add(block.location.page);
    else for (const { page } of block.parts) written.add(page);
  }
  return source.pages.filter(({ kind, number }) => kind === 'scanned' && written.has(number)).length;
}
