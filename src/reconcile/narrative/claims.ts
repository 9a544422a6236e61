import type { Evidence, TextFigure, TextRecord, TextRelation } from '../../../schemas/index.ts';
import type { Fact } from '../facts/fact.ts';
import { evidenceOf, originOf } from '../findings.ts';
import { type DocumentContext, type Draft, type FilingContext, found, type Outcome } from '../rule.ts';
import { placeOf, surenessOf } from './text-fact.ts';

/** A text with figures, and where to find the facts of them. */
export interface Claim {
  text: TextRecord;
  /** The form that it stands in; null for prose outside every form. */
  filing: FilingContext | null;
  document: DocumentContext;
  /** The year of the form, or the one that all forms of the document have. */
  year: number | null;
}

const CACHE = new WeakMap<DocumentContext, readonly Claim[]>();
/** Definitions and instructions of the form state no figures of this filer. */
const SKIPPED: ReadonlySet<TextRecord['role']> = new Set(['explanation', 'heading']);

/** Every text of a document that has figures, its forms' first. */
export function claimsOf(document: DocumentContext): readonly Claim[] {
  const kept = CACHE.get(document);
  if (kept !== undefined) return kept;
  const years = new Set(document.filings.map(({ filing }) => filing.year));
  const year = years.size === 1 ? ([...years][0] ?? null) : null;
  const inForms = document.filings.flatMap((filing) =>
    filing.texts.map((text) => ({ text, filing, document, year: filing.filing.year })),
  );
  const loose = document.texts.map((text) => ({ text, filing: null, document, year }));
  const made = [...inForms, ...loose].filter(
    ({ text }) => text.figures.length > 0 && !SKIPPED.has(text.role),
  );
  CACHE.set(document, made);
  return made;
}

export function factOf({ document, text }: Claim, index: number | null): Fact | null {
  return index === null ? null : document.facts.figure(text, index);
}

export function figureOf({ text }: Claim, index: number | null): TextFigure | null {
  return index === null ? null : (text.figures[index] ?? null);
}

export function relationsOf({ text }: Claim, ...kinds: TextRelation['kind'][]): TextRelation[] {
  return text.relations.filter(({ kind }) => kinds.includes(kind));
}

/** Characters of a sentence that evidence quotes. */
const QUOTED = 120;

/** The sentence that a figure stands in. */
export function quoteOf({ text: { text } }: Claim, offset: number): string {
  const start = Math.max(...['。', '；', '\n'].map((mark) => text.lastIndexOf(mark, offset - 1))) + 1;
  const end = text.slice(offset).search(/[。；\n]/);
  return text.slice(start, end < 0 ? undefined : offset + end).slice(0, QUOTED);
}

/** Evidence of a figure of prose: its label, its print, its place. */
export function figureEvidence(claim: Claim, index: number, role: string): Evidence {
  const fact = factOf(claim, index);
  if (fact !== null) return evidenceOf(fact, role);
  const figure = claim.text.figures[index]!;
  const source = placeOf(claim.text, figure.offset);
  return {
    role,
    text: `${figure.item ?? ''} ${figure.raw}`.trim(),
    value: figure.value,
    source,
    document_id: null,
  };
}

/** Two figures that can be compared: money with money, persons with persons. */
export function sameMeasure(a: TextFigure, b: TextFigure): boolean {
  return a.base_unit === b.base_unit;
}

/** Persons under every measure word. */
export function isPersons(unit: string | null): boolean {
  return unit !== null && /^[万千]?(?:人|名|位)$/.test(unit);
}

/** A finding of a text; where it or the form was read from a picture it is open whose slip it is. */
export function foundIn({ text, filing, document }: Omit<Claim, 'year'>, draft: Draft): Outcome {
  const read = filing === null ? document.filings : [filing];
  const confidence = Math.min(surenessOf(text), ...read.map((context) => context.filing.confidence));
  return found({ origin: originOf(confidence), ...draft });
}
