import { isWide } from '../../geometry/texts/scripts.ts';
import type { Area } from '../image/raster.ts';

/** Characters of a reading laid on the glyphs of the picture. */
export interface Alignment {
  /** For each character the columns it takes, in pixels; null where no ink is left for it. */
  places: ({ x0: number; x1: number } | null)[];
  /** Characters without ink, and glyphs without a character. */
  unmatched: number;
  /** Mean misfit of a character in width and height, in squares of ems; small where the reading can be that of these glyphs. */
  misfit: number;
}

/** Costs, in the square of ems by which a width is off. */
const skipCharacter = 0.5;
const skipGlyph = 0.45;
const perExtraPiece = 0.06;
const touching = 0.25;

/** Most pieces that a Chinese character falls into from left to right (川, 心). */
const mostPieces = 4;

/** What it costs that a character stands one em from where it was seen. */
const astray = 0.8;

/**
 * Lays characters on glyphs from left to right at the least cost; both in reading order. `em` in pixels. `seenAt`: columns where the
 * characters were seen, where that is known.
 */
export function align(
  characters: readonly string[],
  glyphs: readonly Area[],
  em: number,
  seenAt?: readonly number[],
): Alignment {
  const n = characters.length;
  const m = glyphs.length;
  const columns = m + 1;
  const cost = new Float64Array((n + 1) * columns).fill(Number.POSITIVE_INFINITY);
  const step = new Int16Array((n + 1) * columns);
  cost[0] = 0;
  const offer = (at: number, value: number, by: number): void => {
    if (value >= cost[at]!) return;
    cost[at] = value;
    step[at] = by;
  };
  // Steps: 0 a glyph skipped, 1…4 that many glyphs for one character, -1 a character skipped, -2 two characters on one glyph.
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      const here = cost[i * columns + j]!;
      if (here === Number.POSITIVE_INFINITY) continue;
      if (j < m)
        offer(i * columns + j + 1, here + skipGlyph * Math.min(1, (2 * widthOf(glyphs, j, 1)) / em + 0.2), 0);
      if (i === n) continue;
      offer((i + 1) * columns + j, here + skipCharacter, -1);
      const expected = widthsOf(characters[i]!);
      for (let k = 1; k <= mostPieces && j + k <= m; k++) {
        const width = widthOf(glyphs, j, k) / em;
        if (width > 1.6) break;
        const tall = heightOf(glyphs, j, k) / em;
        const off =
          misfit(width, expected) +
          misfit(tall, heightsOf(characters[i]!)) +
          distance(i, glyphs[j]!.x0, glyphs[j + k - 1]!.x1);
        offer((i + 1) * columns + j + k, here + off + (k - 1) * (expected.wide ? perExtraPiece : 0.3), k);
      }
      if (j < m && i + 2 <= n) {
        const width = widthOf(glyphs, j, 1) / em;
        const next = widthsOf(characters[i + 1]!);
        const both = { least: expected.least + next.least, most: expected.most + next.most };
        offer((i + 2) * columns + j + 1, here + misfit(width, both) + touching, -2);
      }
    }
  }
  const last = cost[n * columns + m]!;

  function distance(character: number, x0: number, x1: number): number {
    const x = seenAt?.[character];
    return x === undefined ? 0 : astray * (((x0 + x1) / 2 - x) / em) ** 2;
  }
  return { ...walkBack(n, glyphs, step, columns), misfit: last / Math.max(1, n) };
}

function walkBack(
  n: number,
  glyphs: readonly Area[],
  step: Int16Array,
  columns: number,
): Omit<Alignment, 'misfit'> {
  const places: Alignment['places'] = Array.from({ length: n }, () => null);
  let unmatched = 0;
  let i = n;
  let j = glyphs.length;
  while (i > 0 || j > 0) {
    const by = step[i * columns + j]!;
    if (by === 0) {
      unmatched++;
      j--;
    } else if (by === -1) {
      unmatched++;
      i--;
    } else if (by === -2) {
      const { x0, x1 } = glyphs[j - 1]!;
      const middle = (x0 + x1) / 2;
      places[i - 1] = { x0: middle, x1 };
      places[i - 2] = { x0, x1: middle };
      i -= 2;
      j--;
    } else {
      places[i - 1] = { x0: glyphs[j - by]!.x0, x1: glyphs[j - 1]!.x1 };
      i--;
      j -= by;
    }
  }
  return { places, unmatched };
}

function widthOf(glyphs: readonly Area[], from: number, count: number): number {
  return glyphs[from + count - 1]!.x1 - glyphs[from]!.x0;
}

function heightOf(glyphs: readonly Area[], from: number, count: number): number {
  let top = glyphs[from]!.y0;
  let bottom = glyphs[from]!.y1;
  for (let i = from + 1; i < from + count; i++) {
    top = Math.min(top, glyphs[i]!.y0);
    bottom = Math.max(bottom, glyphs[i]!.y1);
  }
  return bottom - top;
}

function misfit(width: number, { least, most }: { least: number; most: number }): number {
  const off = width < least ? least - width : width > most ? width - most : 0;
  return off * off * 6;
}

/** Height of a character's ink, in ems: figures are lower than Chinese characters, brackets are not. */
function heightsOf(character: string): { least: number; most: number } {
  if (/\d/.test(character)) return { least: 0.5, most: 0.86 };
  if (/[.,、。，]/.test(character)) return { least: 0.03, most: 0.4 };
  if (/[()（）[\]【】「」〔〕〈〉]/.test(character)) return { least: 0.72, most: 1.2 };
  if (/[-—–一]/.test(character)) return { least: 0.02, most: 0.35 };
  return { least: 0.05, most: 1.25 };
}

/** Width of a character's ink, in ems. */
function widthsOf(character: string): { least: number; most: number; wide: boolean } {
  if (/[.,·'`:;|!、。，；：]/.test(character)) return { least: 0.05, most: 0.28, wide: false };
  if (/[()（）[\]【】「」〔〕〈〉]/.test(character)) return { least: 0.1, most: 0.4, wide: false };
  if (/[<>＜＞=＝≤≥]/.test(character)) return { least: 0.4, most: 0.95, wide: false };
  if (character === '1' || character === 'l' || character === 'I')
    return { least: 0.08, most: 0.38, wide: false };
  if (/[%％]/.test(character)) return { least: 0.55, most: 1.02, wide: false };
  if (/\d/.test(character)) return { least: 0.32, most: 0.62, wide: false };
  if (isWide(character)) return { least: 0.6, most: 1.1, wide: true };
  return { least: 0.1, most: 0.9, wide: false };
}
