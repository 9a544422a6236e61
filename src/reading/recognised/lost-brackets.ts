import { foldLabel } from '../../values/fold.ts';

/** 12024年度！: the brackets of a line that is the year alone, read as strokes. */
const yearInStrokes = /^[1lI|!！]((?:19|20)\d{2}年度?)[^\p{L}\p{N}]?$/u;

/** The year of a line in its brackets; null where none of them was read as a digit. */
export function bracketedYear(text: string): string | null {
  const [, year] = yearInStrokes.exec(text.trim()) ?? [];
  return year === undefined ? null : `（${year}）`;
}

/** 资金情况万元: a label and a unit of money whose brackets, thin strokes in black and white, were lost. */
const unitBehind = /^([^\d:：（(]{3,}?)([万亿千]元)$/u;

/** A known label with its unit in brackets; null where the label is none without it. */
export function bracketedUnit(text: string, isKnown: (label: string) => boolean): string | null {
  const [, label, unit] = unitBehind.exec(foldLabel(text)) ?? [];
  return label === undefined || unit === undefined || !isKnown(label) ? null : `${label}（${unit}）`;
}
