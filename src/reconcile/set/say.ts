import type { Evidence, Message } from '../../../schemas/index.ts';
import { type Draft, found, type Outcome } from '../rule.ts';
import type { FilingDigest, SetFigure, SetValue } from './digest.ts';
import type { SetIndex } from './index.ts';

export type SetNotice = Omit<Draft, 'filingId' | 'documentId'>;

/** A finding over documents, reported at one filing. */
export function report({ filingId, documentId }: FilingDigest, said: SetNotice): Outcome {
  return found({ filingId, documentId, ...said });
}

/** A cell as evidence: name, print, place and document. */
export function cell(
  index: SetIndex,
  filing: FilingDigest,
  role: string,
  label: string,
  { raw, value, place }: SetFigure | SetValue,
): Evidence {
  return index.evidence(filing, role, `${label} ${raw}`.trim(), value, place);
}

/** A printed figure with its unit, where the print has none. */
export function shown({ raw, unit }: Pick<SetFigure, 'raw' | 'unit'>): string {
  return unit === null || raw.includes(unit) ? raw : `${raw}${unit}`;
}

/** Lines of a list that a message names; the evidence holds all. */
const NAMED = 4;

export function named(names: readonly string[]): Message {
  const head = names.slice(0, NAMED);
  if (names.length <= NAMED) return { zh: head.join('、'), en: head.join(', ') };
  return { zh: `${head.join('、')} 等 ${names.length} 项`, en: `${head.join(', ')} … (${names.length})` };
}
