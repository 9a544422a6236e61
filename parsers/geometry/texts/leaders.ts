import type { Box } from '../../../schemas/index.ts';
import type { Glyph } from '../marks.ts';

/** Signs that lead the eye from a label to the side of its cell, and how many of them do. */
const fewest: Readonly<Record<string, number>> = { '.': 4, '·': 4, '…': 3 };

/** So many cells of a table have leaders where shorter ones are such as well. */
const fewestCells = 3;

/** Leaders end this near to the side of their cell, in ems. */
const nearSide = 1.5;

/** Takes the points that fill cells behind their texts (材料费........) out of them; `boxes`: of the cells of one table. */
export function withoutLeaders(contents: readonly Glyph[][], boxes: readonly Box[]): Glyph[][] {
  const found = contents.map((glyphs, i) => leaderOf(glyphs, boxes[i]!));
  const long = found.filter((leader) => leader.length >= (fewest[leader[0]?.text ?? ''] ?? Infinity));
  if (long.length < fewestCells) return [...contents];
  const signs = new Set(long.map(([first]) => first!.text));
  return contents.map((glyphs, i) => {
    const leader = new Set(found[i]);
    const [sign] = found[i]!;
    return sign && signs.has(sign.text) ? glyphs.filter((glyph) => !leader.has(glyph)) : glyphs;
  });
}

/** The points at the end of a text that reach to the side of its cell; a cell of points alone has none. */
function leaderOf(glyphs: readonly Glyph[], box: Box): Glyph[] {
  const last = glyphs.at(-1);
  if (!last || fewest[last.text] === undefined || last.turn !== 0) return [];
  if (box.x1 - last.box.x1 > nearSide * last.size) return [];
  const end = glyphs.findLastIndex(
    ({ text, baseline }) => text !== last.text || Math.abs(baseline - last.baseline) > last.size / 4,
  );
  return end < 0 || !glyphs.slice(0, end + 1).some(({ text }) => /[\p{L}\p{N}]/u.test(text))
    ? []
    : glyphs.slice(end + 1);
}
