import type { Glyph } from '../marks.ts';

/** White on both sides of a colon that parts columns, how far it may stand off the one above and how far below it stands, in ems; fewest of them. */
const besideColon = 0.4;
const drift = 0.3;
const nextColon = 3.6;
const fewestColons = 4;

/** Colons that stand apart under one another: reports in type of one width, which draw their lines by characters, part columns so. */
export function partingColons(glyphs: readonly Glyph[]): Set<Glyph> {
  if (!glyphs.some(({ text }) => text === ':')) return new Set();
  const columns: Glyph[][] = [];
  for (const colon of apart(glyphs).sort((a, b) => a.baseline - b.baseline)) {
    const column = columns.find((own) => {
      const last = own.at(-1)!;
      const near = colon.baseline - last.baseline < nextColon * colon.size;
      return near && Math.abs(colon.box.x0 - last.box.x0) < drift * colon.size;
    });
    if (column) column.push(colon);
    else columns.push([colon]);
  }
  return new Set(columns.filter(({ length }) => length >= fewestColons).flat());
}

/** Colons with white on both sides. */
function apart(glyphs: readonly Glyph[]): Glyph[] {
  const written = glyphs.filter(({ text, turn }) => turn === 0 && text.trim() !== '');
  const lines = Map.groupBy(written, ({ baseline }) => Math.round(baseline));
  return [...lines.values()].flatMap((line) => {
    const sorted = line.sort((a, b) => a.box.x0 - b.box.x0);
    return sorted.filter((glyph, i) => {
      const white = besideColon * glyph.size;
      const before = sorted[i - 1]?.box.x1 ?? -Infinity;
      const behind = sorted[i + 1]?.box.x0 ?? Infinity;
      return glyph.text === ':' && glyph.box.x0 - before > white && behind - glyph.box.x1 > white;
    });
  });
}
