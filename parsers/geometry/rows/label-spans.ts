import { standAtTop } from './labels-at-top.ts';
import { item } from './row-cost.ts';
import type { WrittenLine } from './written-line.ts';
import { isCrossed } from './written-lines.ts';

/** What speaks against a span, in the cost of a text that stands a whole line off the middle. */
const costs = {
  /** A row without a text and in no span. */
  blank: 0.35,
  /** A label goes on though there was room behind the line before. */
  early: 1,
  /** Two lines of one label, of which neither the words nor the room tell that they are one. */
  together: 0.1,
  /** The lines of one label are farther apart than lines are, or figures by themselves, or 指标2： begins another. */
  apart: 5,
  /** A full line has its next one in another cell. */
  cutOff: 0.4,
  /** A word has its next character in another cell. */
  torn: 0.4,
  /** A line through the text. */
  crossed: 3,
  /** The most that a span costs which the end of the table may have cut short. */
  cut: 0.5,
};

/** Off the middle by no more than this, in pitches, a label stands right. */
const drift = 0.15;

/** What it costs that no label of a column spans rows. */
const ownRows = 0.3;

/** Off the middle by more than this, in pitches, a label does not span the rows: the blank cells beside it are cells of their own. */
const mostOff = 0.5;

/**
 * Rows that the labels of a column span: each label stands in the middle of its rows. `bounds` are the rows of the table, the
 * result those of them that are rows of this column. `sparse` are the rows that leave most columns blank. What is written over other
 * columns as well (`isOver`) is of one row.
 */
export function labelSpans(
  labels: readonly WrittenLine[],
  bounds: readonly number[],
  pitch: number,
  sparse: readonly boolean[],
  isOver: (line: WrittenLine) => boolean = () => false,
): { bounds: number[]; cost: number } {
  const over = labels.filter(isOver);
  const best: { cost: number; from: number }[] = [{ cost: 0, from: -1 }];
  for (let to = 1; to < bounds.length; to++) {
    let found = { cost: Infinity, from: to - 1 };
    for (let from = to - 1; from >= 0; from--) {
      if (from < to - 1 && over.some(({ middle }) => middle > bounds[from]! && middle <= bounds[to]!)) break;
      const cost = best[from]!.cost + spanCost(labels, bounds, from, to, pitch, sparse);
      if (cost < found.cost - 1e-6) found = { cost, from };
    }
    best.push(found);
  }
  const ends: number[] = [];
  for (let at = bounds.length - 1; at >= 0; at = best[at]!.from) ends.unshift(bounds[at]!);
  const { cost, from } = best.at(-1)!;
  // Labels that all stand right in rows of their own, while not every row is told by spans, are not merged with the blank cells around them.
  const alone = ownRowsCost(labels, bounds, pitch);
  const certain = cost - spanCost(labels, bounds, from, bounds.length - 1, pitch, sparse);
  const rows = labels.map(({ middle }) => bounds.findLastIndex((bound) => bound < middle));
  const texts = labels.map(({ text }) => text);
  const atTop = alone < ownRows && standAtTop(rows, texts, bounds.length - 1);
  return atTop || alone + ownRows < certain
    ? { bounds: [...bounds], cost: alone + ownRows }
    : { bounds: ends, cost };
}

/** What it costs that every label stands in a row of its own, whatever is blank. */
function ownRowsCost(labels: readonly WrittenLine[], bounds: readonly number[], pitch: number): number {
  let cost = 0;
  for (let to = 1; to < bounds.length; to++) {
    const own = spanCost(labels, bounds, to - 1, to, pitch, []);
    if (own !== costs.blank) cost += own;
  }
  // A full line may go on in the line right below it, unless that begins with a capital.
  for (const label of labels) {
    const row = bounds.find((bound) => bound >= label.middle);
    if (label.full && label.next && !startsAnew(label.next) && row !== undefined && label.next.middle > row)
      cost += costs.cutOff;
  }
  return cost;
}

function startsAnew({ text }: WrittenLine): boolean {
  return /^\p{Lu}/u.test(text);
}

/** Two figures with decimals over one another are of two rows, in whatever column. */
function areWholeFigures(...lines: readonly WrittenLine[]): boolean {
  return lines.every(({ text }) => /^[-−(]?\d[\d,]*\.\d{2}\)?$/.test(text));
}

function spanCost(
  labels: readonly WrittenLine[],
  bounds: readonly number[],
  from: number,
  to: number,
  pitch: number,
  sparse: readonly boolean[],
): number {
  const [top, bottom] = [bounds[from]!, bounds[to]!];
  const own = labels.filter(({ middle }) => middle > top && middle <= bottom);
  const [first, last] = [own[0], own.at(-1)];
  // Before its first label, a column may go on with one of the page before.
  if (!first || !last) {
    if (to - from > 1) return Infinity;
    return sparse[from] || labels[0]!.middle > bottom ? 0 : costs.blank;
  }
  let cost = 0;
  for (const label of labels) if (isCrossed(label, bottom)) cost += costs.crossed;
  for (let i = 1; i < own.length; i++) {
    const distance = own[i]!.middle - own[i - 1]!.middle;
    if (distance < 0.5 * pitch) continue;
    if (distance > 1.35 * pitch || areWholeFigures(own[i - 1]!, own[i]!) || item.test(own[i]!.text))
      cost += costs.apart;
    else if (!own[i - 1]!.full || startsAnew(own[i]!)) cost += costs.early;
    else if (!own[i - 1]!.torn) cost += costs.together;
  }
  if (last.torn) cost += costs.torn;
  const off = (first.middle + last.middle - top - bottom) / 2 / pitch;
  const standing = Math.max(0, Math.abs(off) - drift);
  // What the end of the table cuts short had its label in the middle of more, or in its first row.
  const mayBeCut = to === bounds.length - 1 && off < 0;
  if (mayBeCut) return cost + Math.min(standing, costs.cut);
  return standing > mostOff && to - from > 1 ? Infinity : cost + standing;
}
