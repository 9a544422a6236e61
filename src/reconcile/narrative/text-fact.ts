import type { Location, TextRecord } from '../../../schemas/index.ts';
import { placesOf } from '../facts/exact.ts';
import type { FactDraft } from '../facts/fact-drafts.ts';
import { exactPlaces } from '../facts/units.ts';
import { normalised } from '../keys.ts';

/** Words around a figure that make it only about right: 约416万元, 57560余名, 近三成; 节约5.4万元 is exact. */
const ABOUT_BEFORE = /(?:(?<![节签履合预])约|(?<![最将])近|大概|超过?|逾|将近|接近)\s*$/;
const ABOUT_AFTER = /^\s*(?:余|多|左右|上下)/;

/** Figures in cells are read in several ways, those in words by the model of lines alone: never as sure as print. */
const READ_ONCE = 0.9;

/** How surely the words of a text, and the figures in them, were read, 0 to 1. */
export const surenessOf = ({ confidence = 1 }: TextRecord): number =>
  confidence < 1 ? Math.min(confidence, READ_ONCE) : 1;

/** A figure of a text with the precision of its own print; null for ranges, bounds of rounding and figures only about right. */
export function fromFigure(text: TextRecord, index: number): FactDraft | null {
  const figure = text.figures[index];
  if (figure === undefined || figure.kind !== 'number' || figure.value === null) return null;
  const before = text.text.slice(Math.max(0, figure.offset - 4), figure.offset);
  const after = text.text.slice(figure.offset + figure.raw.length, figure.offset + figure.raw.length + 3);
  if (ABOUT_BEFORE.test(before) || ABOUT_AFTER.test(after)) return null;
  const places = placesOf(figure.raw);
  const least = exactPlaces(figure.unit);
  return {
    key: () => figureKey(text, index),
    filingId: text.filing_id,
    documentId: text.document_id,
    field: 'figure',
    label: labelOf(text, index),
    text: figure.raw,
    printed: figure.value,
    places,
    // 工程0万元 beside 货物30.00万元 is none at all, and nothing that was rounded.
    exact: (least !== null && places >= least) || (figure.value === 0 && figure.unit !== '%'),
    unit: figure.unit,
    source: placeOf(text, figure.offset),
    confidence: surenessOf(text),
  };
}

/** What the figure is said of, and what the paragraph speaks of: the same in every layout. */
function figureKey({ figures }: TextRecord, index: number): string {
  const figure = figures[index]!;
  const parts = ['text', figures[0]?.item, figure.item, figure.year, figure.role];
  return parts.map((part) => normalised(part == null ? '' : String(part))).join('|');
}

function labelOf({ figures }: TextRecord, index: number): string {
  const figure = figures[index]!;
  const name = figure.item ?? '';
  return figure.year === null || name.includes(String(figure.year)) ? name : `${name}（${figure.year}年）`;
}

/** The line that an offset stands on, where a text was joined of several. */
export function placeOf({ text, source }: TextRecord, offset: number): Location {
  // Only a joined text has more than one line: a long one is not to be gone through for each of its figures.
  const lines = Object.hasOwn(source, 'line1') ? text.slice(0, offset).split('\n').length - 1 : 0;
  const own = lines > 0 ? source[`line${lines}`] : undefined;
  return own ?? source.text ?? (Object.values(source)[0] as Location);
}
