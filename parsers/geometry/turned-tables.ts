import type { Box } from '../../schemas/index.ts';
import { areaOf } from './box-around.ts';
import type { PageGrid } from './grids/page-grid.ts';
import type { PageItem, PageLayout } from './layout.ts';
import type { Glyph, PageMarks, Ruling, Turn } from './marks.ts';
import { layoutOf } from './page-layout.ts';
import type { GeometrySettings } from './settings.ts';
import { uprightPage } from './turned-page.ts';

/** Fewest characters of a table that lies on its side, and fewest of its cells that hold a text. */
const fewestCharacters = 20;
const fewestCells = 4;

/** Share of upright characters among those of a table that lies on its side: more, and its labels alone are turned. */
const uprightShare = 0.02;

/** Lines of a table meet its texts or one another to within this, in points; so many of them one behind another reach its outer side. */
const touch = 4;
const mostSteps = 4;

/**
 * Lays out a page whose writing is upright but for a table that lies on its side, below or above prose: that table is read as if the paper
 * were turned, and its cells stand where the page shows them.
 */
export function layoutWithTurned(
  marks: PageMarks,
  settings: GeometrySettings,
  before: PageLayout | null,
): PageLayout {
  for (const turn of [90, 270] as const) {
    const part = turnedPart(marks, turn);
    if (!part) continue;
    const { marks: upright, back } = uprightPage(part.own);
    const table = layoutOf(upright, settings);
    const isTable = table.items.some(
      (item) => item.kind === 'grid' && item.cells.filter(({ text }) => text !== '').length >= fewestCells,
    );
    if (!isTable) continue;
    const layout = layoutOf(part.rest, settings, before);
    const below = layout.items.findIndex(({ box }) => box.y0 > part.box.y0);
    layout.items.splice(
      below < 0 ? layout.items.length : below,
      0,
      ...table.items.map((item) => turnedBack(item, back)),
    );
    return layout;
  }
  return layoutOf(marks, settings, before);
}

interface TurnedPart {
  box: Box;
  own: PageMarks;
  rest: PageMarks;
}

/** What lies on its side: the texts of a turn with the lines and areas around them. Null where there are few, or upright texts among them. */
function turnedPart(marks: PageMarks, turn: Turn): TurnedPart | null {
  const turned = marks.glyphs.filter((glyph) => glyph.turn === turn);
  if (turned.length < fewestCharacters) return null;
  const box = reachOf(turned, marks.rulings);
  const lines = marks.rulings.filter((ruling) => isWithin(lineBox(ruling), box));
  if (lines.length === 0) return null;
  const isOther = ({ turn: other, text, box: place }: Glyph): boolean =>
    other !== turn && text.trim() !== '' && isWithin(place, box);
  if (marks.glyphs.filter(isOther).length > uprightShare * turned.length) return null;
  const own = new Set<object>([...turned, ...lines]);
  const isOwn = (mark: object): boolean => own.has(mark);
  return {
    box,
    own: {
      ...marks,
      glyphs: turned,
      rulings: lines,
      partings: [],
      fills: marks.fills.filter((fill) => isWithin(fill.box, box)),
      images: [],
      leftOut: [],
    },
    rest: {
      ...marks,
      glyphs: marks.glyphs.filter((glyph) => !isOwn(glyph)),
      rulings: marks.rulings.filter((ruling) => !isOwn(ruling)),
      fills: marks.fills.filter((fill) => !isWithin(fill.box, box)),
    },
  };
}

/** The box of texts with all lines that meet them, and those that meet these. */
function reachOf(texts: readonly Glyph[], rulings: readonly Ruling[]): Box {
  let box = areaOf(texts);
  for (let step = 0; step < mostSteps; step++) {
    const near = { x0: box.x0 - touch, y0: box.y0 - touch, x1: box.x1 + touch, y1: box.y1 + touch };
    const met = rulings.map((ruling) => ({ box: lineBox(ruling) })).filter((line) => meets(line.box, near));
    const wider = areaOf([{ box }, ...met]);
    if (isWithin(wider, box)) break;
    box = wider;
  }
  return box;
}

function turnedBack(item: PageItem, back: (box: Box) => Box): PageItem {
  const box = back(item.box);
  if (item.kind === 'text') return { ...item, box };
  const closed = item.openTop.map(() => false);
  const cells = item.cells.map((cell): PageGrid['cells'][number] => ({ ...cell, box: back(cell.box) }));
  return { ...item, box, cells, openTop: closed, openBottom: closed };
}

function lineBox({ orientation, position, start, end }: Ruling): Box {
  return orientation === 'h'
    ? { x0: start, x1: end, y0: position, y1: position }
    : { x0: position, x1: position, y0: start, y1: end };
}

function isWithin(inner: Box, outer: Box): boolean {
  return inner.x0 >= outer.x0 && inner.x1 <= outer.x1 && inner.y0 >= outer.y0 && inner.y1 <= outer.y1;
}

function meets(a: Box, b: Box): boolean {
  return a.x0 <= b.x1 && b.x0 <= a.x1 && a.y0 <= b.y1 && b.y0 <= a.y1;
}
