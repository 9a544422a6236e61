import type { CheckedText } from '../figures/checked-text.ts';
import type { Area, Raster } from '../image/raster.ts';
import type { CleanPage } from '../lines/crops.ts';
import type { PlacedCharacter, PlacedLine } from '../lines/read-text.ts';
import { tightened } from '../lines/text-lines.ts';
import { cutGlyphs } from './cut-glyphs.ts';

/**
 * Ink of the lower half over that of the upper one: % is the same upside down (0.84 to 1.15), ‰ has a ring more below (1.19 to 2). A % that lost
 * a piece of its upper ring to the digit before it comes to 1.4, but its lower half has no more strokes for it.
 */
const secondRing = 1.25;
const mayBeRing = 1.17;
const heavyRing = 1.35;

/** Strokes that rows of the lower third cross: slash and ring are three, a second ring adds one or two. */
const strokesOfRings = 4;

/** A ‰ is at least as wide as the second for its height; below the first a % may be, and the ink must say more. */
const sureWidth = 1.08;
const leastWidth = 0.92;
const sureOfNarrow = 1.42;

/** What a sign is worth that its shape decides. */
const byShape = 0.93;

/** Most that a text is believed whose % may be a ‰. */
const mostOpen = 0.8;

/** Half of a Chinese character, in ems: what stands nearer to the middle of the next one is part of it. */
const half = 0.5;

/**
 * The ‰ of a line by the shape of their ink: the reader of lines sees % in most of them, however surely, or %0, and the value is ten times as much.
 * `glyphs`: stretches of columns with ink, `em` in pixels. `isOpen`: the shape of a % does not tell.
 */
export function withPerMille(
  page: CleanPage,
  glyphs: readonly Area[],
  line: PlacedLine,
  em: number,
): PlacedLine & { isOpen: boolean } {
  if (!line.characters.some(({ text }) => isPerCent(text))) return { ...line, isOpen: false };
  const parts = cutGlyphs(page, glyphs, line.characters);
  const characters: PlacedCharacter[] = [];
  let isOpen = false;
  for (let i = 0; i < line.characters.length; i++) {
    const character = line.characters[i]!;
    if (!isPerCent(character.text)) {
      characters.push(character);
      continue;
    }
    const behind = isRing(line.characters, i + 1) ? i + 2 : i + 1;
    const ink = inkBetween(parts, line.characters, i, behind, em);
    const area = ink === null ? null : tightened(page.ink, ink);
    const hasRing = behind > i + 1;
    const shape = area === null ? 'no' : perMilleIn(page.ink, area, hasRing);
    const kind = shape === 'yes' && isStruck(area!, parts) ? 'open' : shape;
    if (kind === 'yes') {
      const rivals = { rival: '%', rivalConfidence: 1 - byShape };
      characters.push({ ...character, text: '‰', confidence: byShape, ...rivals });
      i = behind - 1;
      continue;
    }
    isOpen ||= hasRing || kind === 'open';
    characters.push(character);
  }
  return { ...line, characters, isOpen };
}

/** What the ink of a sign says; `hasRing`: a ring was read behind its %. */
export function perMilleIn(ink: Raster, area: Area, hasRing: boolean): 'yes' | 'no' | 'open' {
  const shape = (area.x1 - area.x0) / (area.y1 - area.y0);
  const weight = shape < leastWidth ? 1 : lowerWeight(ink, area);
  if (weight < mayBeRing) return 'no';
  if (hasRing) return 'yes';
  if (strokesBelow(ink, area) < strokesOfRings) return weight >= heavyRing ? 'open' : 'no';
  return weight >= (shape < sureWidth ? sureOfNarrow : secondRing) ? 'yes' : 'open';
}

/** A sign whose ink stands out of the rows of the glyphs before it by more than this, of their height and in pixels, has a stroke of a pen over it; some faces draw it a little higher. */
const offRows = { share: 0.2, pixels: 2 } as const;

function isStruck(sign: Area, glyphs: readonly Area[]): boolean {
  const before = glyphs.filter(({ x1, y0, y1 }) => x1 <= sign.x0 && y1 - y0 > (sign.y1 - sign.y0) / 2);
  if (before.length === 0) return false;
  const top = Math.min(...before.map(({ y0 }) => y0));
  const foot = Math.max(...before.map(({ y1 }) => y1));
  const off = Math.max(offRows.pixels, offRows.share * (foot - top));
  return top - sign.y0 > off || sign.y1 - foot > off;
}

/** A text whose % may be a ‰, in doubt. */
export function inDoubtOfPerMille(read: CheckedText): CheckedText {
  const other = read.text.replace(/[%％][0oO]?(?![\d.,])/u, '‰');
  const alternatives = [...read.alternatives, { text: other, by: 'shape', confidence: 1 - byShape }];
  const doubt = read.doubt ?? 'its % may be a ‰';
  return { ...read, doubt, alternatives, confidence: Math.min(read.confidence, mostOpen) };
}

const isPerCent = (text: string): boolean => text === '%' || text === '％';

/** Whether a character right behind a % is its last ring: no figure goes on behind a per cent sign. */
function isRing(characters: readonly PlacedCharacter[], at: number): boolean {
  return /^[0oO]$/.test(characters[at]?.text ?? '') && !/^[\d.,]$/.test(characters[at + 1]?.text ?? '');
}

/** The ink from the character before a sign to the one behind it. */
function inkBetween(
  parts: readonly Area[],
  characters: readonly PlacedCharacter[],
  at: number,
  behind: number,
  em: number,
): Area | null {
  const { x } = characters[at]!;
  const [before, next] = [characters[at - 1]?.x, characters[behind]?.x];
  const from = before === undefined ? Number.NEGATIVE_INFINITY : (before + x) / 2;
  const to = next === undefined ? Number.POSITIVE_INFINITY : Math.max((x + next) / 2, next - half * em);
  const own = parts.filter(({ x0, x1 }) => (x0 + x1) / 2 > from && (x0 + x1) / 2 < to);
  if (own.length === 0) return null;
  return {
    x0: Math.min(...own.map(({ x0 }) => x0)),
    x1: Math.max(...own.map(({ x1 }) => x1)),
    y0: Math.min(...own.map(({ y0 }) => y0)),
    y1: Math.max(...own.map(({ y1 }) => y1)),
  };
}

/** Strokes that the rows of the lower third cross, in the second of the two with most. */
function strokesBelow({ width, data }: Raster, { x0, x1, y0, y1 }: Area): number {
  const counts: number[] = [];
  for (let y = Math.round(y0 + 0.6 * (y1 - y0)); y < y0 + 0.88 * (y1 - y0); y++) {
    let count = 0;
    for (let x = x0; x < x1; x++)
      if (data[y * width + x] === 1 && (x === x0 || data[y * width + x - 1] !== 1)) count++;
    counts.push(count);
  }
  return counts.sort((a, b) => b - a)[1] ?? 0;
}

/** Ink of the lower half of an area over that of its upper half. */
function lowerWeight({ width, data }: Raster, { x0, x1, y0, y1 }: Area): number {
  const middle = (y0 + y1) / 2;
  let upper = 0;
  let lower = 0;
  for (let y = y0; y < y1; y++) {
    const above = Math.max(0, Math.min(1, middle - y));
    for (let x = x0; x < x1; x++) {
      if (data[y * width + x] !== 1) continue;
      upper += above;
      lower += 1 - above;
    }
  }
  return lower / Math.max(1, upper);
}
