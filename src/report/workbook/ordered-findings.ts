import type { Finding, Severity } from '../../../schemas/index.ts';

const ranks: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** The findings of every document in turn: by form, the graver first, then by where they stand. */
export async function* orderedFindings(
  findings: AsyncIterable<Finding>,
  ordinalOf: (filingId: string) => number,
): AsyncGenerator<Finding> {
  for await (const group of byDocument(findings)) yield* group.sort((a, b) => compare(a, b, ordinalOf));
}

async function* byDocument(findings: AsyncIterable<Finding>): AsyncGenerator<Finding[]> {
  let group: Finding[] = [];
  for await (const finding of findings) {
    if (group.length > 0 && group[0]!.document_id !== finding.document_id) {
      yield group;
      group = [];
    }
    group.push(finding);
  }
  if (group.length > 0) yield group;
}

function compare(a: Finding, b: Finding, ordinalOf: (filingId: string) => number): number {
  const [formA, formB] = [a, b].map(({ filing_id }) => (filing_id === null ? -1 : ordinalOf(filing_id)));
  return (
    formA! - formB! ||
    ranks[a.severity] - ranks[b.severity] ||
    positionOf(a) - positionOf(b) ||
    (a.finding_id < b.finding_id ? -1 : 1)
  );
}

/** Rows and columns of no table come to this many. */
const manyRows = 1e5;
const manyColumns = 1e3;

function positionOf({ evidence: [first] }: Finding): number {
  if (first === undefined) return 0;
  const { block, row, column } = first.source;
  return (block * manyRows + (row ?? 0)) * manyColumns + (column ?? 0);
}
