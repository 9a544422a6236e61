import type { LineReading } from '../lines/read-line.ts';

/** What the reader of lines takes ¥ for, before a sum of money with its cents or its thousands: no word goes on so. */
const likeYuan = /^([YyVv丫羊])\s*(?=(?:\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d+\.\d{2})$)/;

/** What the sign is worth: the figure behind it says that it is one. */
const byFigure = 0.9;

/** How far below the sign a figure begins that did not fit beside it, in ems. */
const below = 2;

/** Y 1,860,000.00 is ¥1,860,000.00: in one text, parted from its figure by a gap, or over it in the same cell. */
export function withYuanSigns(lines: readonly LineReading[]): LineReading[] {
  return lines.map((line, i) => {
    const next = lines[i + 1];
    const behind = next !== undefined && (next.parted === true || isUnder(line, next)) ? next.text : '';
    if (!likeYuan.test(line.text + behind)) return line;
    const text = `¥${line.text.slice(1).trimStart()}`;
    return { ...line, text, confidence: Math.min(line.confidence, byFigure) };
  });
}

function isUnder({ area, em }: LineReading, next: LineReading): boolean {
  const down = next.area.y0 - area.y0;
  return Math.abs(next.area.x0 - area.x0) < em / 2 && down > em / 2 && down < below * em;
}
