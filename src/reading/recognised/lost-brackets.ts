import { foldLabel } from '../../values/fold.ts';

/** 12024年度！: the brackets of a line that is the year alone, read as strokes. */
const yearInStrokes = /^[1lI|!！]((?:19|20)\d{2}年度?)[^\p{L}\p{N}]?$/u;

/** The year of a line in its brackets; null where none of them was read as a digit. */
export function bracketedYear(text: string): string | null {
  const [, year] = yearInStrokes.exec(text.trim()) ?? [];
  return year === undefined ? null : `（${year}）`;
}

/** 资金情况万元: a label and a unit of money whose brackets, thin strokes in black and white, were lost. */
const unitBehind = /^([^\d:()]{3,}?)([万亿千]元)$/u;

/** 资金情况（万元, 资金情况万元）: one of them was. */
const halfOpen = /^([^\d:()]{2,}?)(?:\(([万亿千]元)|([万亿千]元)\))$/u;

/** A label with its unit in brackets; null where no bracket was read and the label is none without the unit. */
export function bracketedUnit(text: string, isKnown: (label: string) => boolean): string | null {
  const key = foldLabel(text);
  const [, before, open, closed] = halfOpen.exec(key) ?? [];
  if (before !== undefined) return `${before}（${open ?? closed}）`;
  const [, label, unit] = unitBehind.exec(key) ?? [];
  return label === undefined || unit === undefined || !isKnown(label) ? null : `${label}（${unit}）`;
}

const openEnd = /[（(][^（()）]*[^（()）\s]$/u;
const listMark = /^\s*(?:[一二三四五六七八九十]{1,3}|\d{1,2})\s*[、.．]\s*\D/u;

/** 一、财政拨款：80万元（其中：中央60万元 over 二、自有资金: a bracket that is open where the next item of a list begins was closed there. Null where none is. */
export function closedItems(text: string): string | null {
  // 包括（1、…；2、…）: a bracket around a list is closed behind it.
  if (text.split(/[（(]/).length <= text.split(/[）)]/).length) return null;
  const lines = text.split('\n');
  const closed = lines.map((line, i) =>
    openEnd.test(line) && listMark.test(lines[i + 1] ?? '') ? `${line}）` : line,
  );
  const whole = closed.join('\n');
  return whole === text ? null : whole;
}
