import type { Evidence, Hypothesis, Message } from '../../../schemas/index.ts';
import { type Exact, placesOf, roundTo, show } from '../facts/exact.ts';
import { unitSize } from '../facts/units.ts';
import { type Draft, found, type Outcome } from '../rule.ts';
import type { FilingDigest, SetFigure, SetValue } from './digest.ts';
import { unpackPlace } from './place.ts';
import type { SetIndex } from './set-index.ts';

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

/** The change that makes a printed figure that of the other document, in its own unit and places. */
export function asIn(
  { sheets }: FilingDigest,
  { raw, value, unit, place }: SetFigure,
  want: Exact,
  reason: Message,
): Hypothesis[] {
  const size = unit === '%' ? 1n : unitSize(unit);
  const plain = show(roundTo(want / size, placesOf(raw)));
  const to = /[,，]/.test(raw) ? plain.replace(/(?<!\.\d*)\B(?=(?:\d{3})+(?!\d))/g, ',') : plain;
  const printed = /\d[\d,，]*(?:\.\d+)?/.exec(raw)?.[0];
  if (printed === undefined || Number(plain) === value) return [];
  return [
    {
      generator: 'H17',
      change: { source: unpackPlace(place, sheets), from: raw, to: raw.replace(printed, to) },
      reason,
      resolves: [],
      breaks: [],
      score: 2.5,
      suggested: false,
    },
  ];
}

/** What a form that follows the targets is called. */
export function formName({ family }: FilingDigest): Message {
  return family === 'monitoring'
    ? { zh: '监控表', en: 'monitoring form' }
    : { zh: '自评表', en: 'self-evaluation' };
}

/** Lines of a list that a message names; the evidence holds all. */
const NAMED = 4;

export function named(names: readonly string[]): Message {
  const head = names.slice(0, NAMED);
  if (names.length <= NAMED) return { zh: head.join('、'), en: head.join(', ') };
  return { zh: `${head.join('、')} 等 ${names.length} 项`, en: `${head.join(', ')} … (${names.length})` };
}
