import type { Finding, Severity } from '../../../../schemas/index.ts';
import type { FindingView } from '../../finding/view.ts';
import { type Language, severityNames } from '../../wording.ts';
import { documentOf } from '../forms.ts';
import type { FindingRow } from '../lists/findings.ts';
import { colon, titles } from '../words.ts';

/** A cell that findings rest on: how it is coloured, what its note says, and the finding that it leads to. */
export interface Mark {
  severity: Severity;
  /** It is the figure in question, or would be changed; others only take part. */
  isInQuestion: boolean;
  note: string;
  /** The gravest finding, by its number in the list from 0. */
  index: number;
}

/** A finding by its number in the list, from 0. */
export interface NumberedFinding extends FindingRow {
  index: number;
}

const ranks: Record<Severity, number> = { error: 0, warning: 1, info: 2 };
/** Findings that a note writes out. */
const mostInNote = 4;

/** Marks of the cells of one document, by `grid row column`. */
export function marksOf(
  documentId: string,
  findings: readonly NumberedFinding[],
  language: Language,
): Map<string, Mark> {
  const parts = findings.flatMap((numbered) => partsOf(documentId, numbered));
  const marks = new Map<string, Mark>();
  for (const [place, own] of Map.groupBy(parts, ({ place }) => place)) {
    const ordered = [...new Map(own.sort(graver).map((part) => [part.numbered.index, part])).values()];
    const [first] = ordered as [Part, ...Part[]];
    const lines = ordered
      .slice(0, mostInNote)
      .map((part) => noteOf(part.numbered.view, part.numbered.index, language));
    const left = ordered.length - lines.length;
    marks.set(place, {
      severity: first.numbered.finding.severity,
      isInQuestion: first.isInQuestion,
      note: [...lines, ...(left > 0 ? [`… +${left}`] : [])].join('\n\n'),
      index: first.numbered.index,
    });
  }
  return marks;
}

interface Part {
  place: string;
  isInQuestion: boolean;
  numbered: NumberedFinding;
}

function partsOf(documentId: string, numbered: NumberedFinding): Part[] {
  const { finding } = numbered;
  const changed = new Set(
    finding.hypotheses.filter(({ suggested }) => suggested).map(({ change }) => placeKey(change.source)),
  );
  return finding.evidence.flatMap((evidence, order) => {
    if (documentOf(finding, evidence) !== documentId || evidence.source.grid === null) return [];
    const place = placeKey(evidence.source);
    return [{ place, isInQuestion: order === 0 || changed.has(place), numbered }];
  });
}

export function placeKey({ grid, row, column }: Finding['evidence'][number]['source']): string {
  return `${grid} ${row} ${column}`;
}

/** In question before taking part, errors before warnings. */
function graver(a: Part, b: Part): number {
  return (
    Number(b.isInQuestion) - Number(a.isInQuestion) ||
    ranks[a.numbered.finding.severity] - ranks[b.numbered.finding.severity] ||
    a.numbered.index - b.numbered.index
  );
}

function noteOf(
  { severity, rule, sentence, proposals: [best] }: FindingView,
  index: number,
  language: Language,
): string {
  const head = `#${index + 1} ${severityNames[severity][language]} ${rule}`;
  const change = best?.suggested
    ? `${titles.proposal[language]}${colon[language]}${best.place} ${best.from} → ${best.to}`
    : undefined;
  return [head, sentence, ...(change === undefined ? [] : [change])].join('\n');
}
