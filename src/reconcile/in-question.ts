import type { Filing, Finding, Location } from '../../schemas/index.ts';
import type { Records } from './records.ts';

/** Below it a cell stands in a grid whose rows or columns are in question, or is hardly legible: a contradiction may be the reader's slip. */
export const inQuestion = 0.55;

/** How surely the cells of a record were read. */
interface Read {
  document_id: string;
  filing_id: string | null;
  source: Record<string, Location>;
  confidence?: number;
  confidences?: Filing['confidences'];
}

/**
 * Whether a finding speaks of a form or of a cell in question. A form is in question where all that was read from one of its grids is: single cells of
 * a scan that are hardly legible leave the others as they are.
 */
export function doubtOf(records: Records): (finding: Finding) => boolean {
  let known: { filings: Set<string>; cells: Set<string> } | null = null;
  return ({ filing_id: filing, document_id: document, evidence }) => {
    // Most documents have no finding that asks.
    known ??= { filings: filingsInQuestion(records), cells: cellsInQuestion(records) };
    const { filings, cells } = known;
    return (
      filings.has(filing ?? '') ||
      evidence.some((each) => cells.has(placeKey(each.document_id ?? document, each.source)))
    );
  };
}

function cellsInQuestion(records: Records): Set<string> {
  const cells = new Set<string>();
  for (const [record, field, at] of fieldsOf(records))
    if (surenessOf(record, field) < inQuestion) cells.add(placeKey(record.document_id, at));
  // Of what a figure is part is as sure as its depth.
  for (const { confidences, document_id, source } of records.amounts)
    if (source.value !== undefined && (confidences?.depth ?? 1) < inQuestion)
      cells.add(placeKey(document_id, source.value));
  return cells;
}

/** Ids of the filings in question. */
export function filingsInQuestion(records: Records): Set<string> {
  const doubted = new Set(
    records.filings.filter(({ confidence }) => confidence < inQuestion).map((filing) => filing.filing_id),
  );
  const found = new Set<string>();
  if (doubted.size === 0) return found;
  const surest = new Map<string, { filing: string; sureness: number }>();
  for (const [record, field, { grid }] of fieldsOf(records)) {
    const filing = record.filing_id;
    if (filing === null || grid === null || !doubted.has(filing)) continue;
    const key = `${filing} ${grid}`;
    const sureness = Math.max(surenessOf(record, field), surest.get(key)?.sureness ?? 0);
    surest.set(key, { filing, sureness });
  }
  for (const { filing, sureness } of surest.values()) if (sureness < inQuestion) found.add(filing);
  return found;
}

/** What is said of a form or of cells in question is a warning at most, blames nobody and proposes no change. */
export function quieted(finding: Finding): Finding {
  return {
    ...finding,
    severity: 'warning',
    origin: finding.origin === 'filing' ? 'undetermined' : finding.origin,
    hypotheses: finding.hypotheses.map((each) => ({ ...each, suggested: false })),
  };
}

function* fieldsOf(records: Records): Generator<[record: Read, field: string, at: Location]> {
  const { amounts, filings, indicators, texts } = records;
  for (const list of [filings.map(head), indicators, amounts, texts] satisfies Read[][])
    for (const record of list)
      for (const [field, at] of Object.entries(record.source)) yield [record, field, at];
}

/** The fields of a filing's head are as sure as their cells, whatever its figures are. */
function head({ document_id, filing_id, source, confidences }: Filing): Read {
  return { document_id, filing_id, source, confidences: confidences ?? {} };
}

function surenessOf({ confidence = 1, confidences }: Read, field: string): number {
  return confidences === undefined ? confidence : (confidences[field] ?? 1);
}

function placeKey(document: string, { block, column, ref, row }: Location): string {
  return `${document} ${block} ${row} ${column} ${ref}`;
}
