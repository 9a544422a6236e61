import type { Box } from '../../schemas/index.ts';
import type { Ruling } from '../geometry/marks.ts';
import { type PageLattice, ruledGrids } from '../geometry/rulings/ruled-grids.ts';
import { defaultGeometry, type GeometrySettings } from '../geometry/settings.ts';
import { type GridDoubt, gridDoubts } from './grid/check-grid.ts';
import { cutTables } from './grid/cut-tables.ts';
import { wholeLines } from './grid/drifting-lines.ts';
import { eraseRulings } from './grid/erase-rulings.ts';
import { inkOfLines } from './grid/faint-lines.ts';
import { withResumed } from './grid/resumed-lines.ts';
import type { PixelRuling } from './grid/ruling.ts';
import { pixelRulings, rulingsInPoints } from './grid/rulings.ts';
import { linesUnderSeals } from './grid/sealed-lines.ts';
import { inkOf, inkThreshold, levelled } from './image/clean.ts';
import { withoutDarkGrounds, withoutRedGrounds } from './image/dark-grounds.ts';
import { type Hole, holesOf, withHoles } from './image/holes.ts';
import { withoutLoneDots } from './image/lone-dots.ts';
import { seenAt, straightened, type View, viewOf } from './image/perspective.ts';
import { type Raster, rotated } from './image/raster.ts';
import { withoutSealRemains } from './image/seal-remains.ts';
import { hidesLines, isSealed } from './image/seals.ts';
import { whitePoints, withoutPale } from './image/show-through.ts';
import { skewOf } from './image/skew.ts';
import { withoutSpecks } from './image/specks.ts';
import { isWide, type Streaks, streaksOf, turnedStreaks, withoutStreaks } from './image/streaks.ts';
import type { CleanPage } from './lines/crops.ts';
import { paperNoise, writingInk } from './lines/text-lines.ts';

/** A picture of a page with the place it takes on the page, in points. */
export interface PagePicture {
  number: number;
  picture: Raster;
  /** Where it is a bright red: below 128 there, above elsewhere; absent where it has no such colour. */
  red?: Raster | null;
  /** Where marks in other colours were taken out of it: 0 there, 255 elsewhere; absent where none were. */
  marks?: Raster | null;
  /** Size of the page in points; the picture covers it. */
  width: number;
  height: number;
  rotation: number;
}

/** Skew below this many degrees is left: it moves a line by less than its thickness. */
const leastSkew = 0.03;

/** What is darker tells how a page is skewed: grey rulings are no ink, and of a page with little writing they say most. */
const paleInk = 195;

/** A page ready to be read: level, its rulings in points, the angle that it was turned by, in radians, and what speaks against its grids. */
export interface ReadyPage {
  page: CleanPage;
  rulings: Ruling[];
  angle: number;
  /** How it was photographed from the side, before it was turned; null where it lay flat. */
  view: View | null;
  doubts: GridDoubt[];
}

/** Other thresholds of ink that a page is tried with whose grids do not explain it: for toner that runs, and for faint toner. */
const otherThresholds = [110, 205] as const;

/** The page made level and clean, its rulings found and taken out. */
export function cleanPage(shown: PagePicture, settings: GeometrySettings = defaultGeometry): ReadyPage {
  const dpi = (shown.picture.width / shown.width) * 72;
  const { picture, red } = withoutGrounds(shown, dpi);
  const scanned = withoutSpecks(levelled(picture), dpi);
  const bands = streaksOf(scanned, dpi);
  const flat = withoutStreaks(scanned, bands, dpi);
  const source = { flat, red, dpi, settings };
  const asTaken = levelPage(source);
  // Lines that lean are taken for marks of the back: a photograph is made straight first.
  const straight = withoutBack(source, isStreaked(bands) ? asTaken : straightPage(source, asTaken));
  const { angle, view } = straight;
  const { picture: cleared, rulings, lattices, seals, doubts } = clearestPage(straight, source);
  const noise = paperNoise(cleared);
  const written = withoutLoneDots({ picture: cleared, ink: writingInk(cleared, noise), remains: null }, dpi);
  const sealed = seals ?? (straight.red !== null && isSealed(straight.red, dpi) ? straight.red : null);
  const { remains, ...bare } =
    sealed === null ? written : withoutSealRemains(written.picture, written.ink, sealed, dpi);
  const streaks = turnedStreaks(bands, -angle, flat);
  const page = {
    ...bare,
    dpi,
    em: 0.14 * dpi,
    noise,
    streaks,
    ...(seals === null ? {} : { seals }),
    ...(remains === null ? {} : { remains }),
    ...(shown.marks && { marks: levelledMarks(shown.marks, straight) }),
  };
  const seen = (x: number, y: number): Point => seenFrom(x, y, straight);
  const cut = cutTables({ lattices, rulings, ink: page.ink, dpi, seen });
  const back: GridDoubt[] = straight.back
    ? [{ box: wholeOf(flat, dpi), of: 'all', reason: 'pale marks were taken for the other side' }]
    : [];
  return {
    page,
    rulings,
    angle,
    view,
    doubts: [...doubts, ...streakDoubts(bands, flat, dpi), ...cut, ...back],
  };
}

/** The picture with its dark and its bright red fills turned over. */
function withoutGrounds(
  { picture, red = null }: PagePicture,
  dpi: number,
): { picture: Raster; red: Raster | null } {
  const light = withoutDarkGrounds(picture, dpi);
  if (red === null) return { picture: light, red };
  const { page, red: rest } = withoutRedGrounds(light, red, dpi);
  return { picture: page, red: rest };
}

/** Where marks lay, as the page was made straight and level. */
function levelledMarks(marks: Raster, { angle, view }: LevelPage): Raster {
  const straight = view === null ? marks : straightened(marks, view);
  return angle === 0 ? straight : rotated(straight, -angle);
}

interface Point {
  x: number;
  y: number;
}

/** Where a point of a levelled page lies on the picture as it came, in pixels. */
function seenFrom(x: number, y: number, { level, angle, view }: LevelPage): Point {
  const [cx, cy] = [level.width / 2, level.height / 2];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const turned = { x: cx + (x - cx) * cos - (y - cy) * sin, y: cy + (x - cx) * sin + (y - cy) * cos };
  return view === null ? turned : seenAt(view, turned.x, turned.y);
}

const isStreaked = ({ down, across }: Streaks): boolean => down.length + across.length > 0;

/** A scan with white paper, and where it is red. */
interface FlatPage {
  flat: Raster;
  red: Raster | null;
  dpi: number;
  settings: GeometrySettings;
}

/** A page with its grids, level. */
interface LevelPage {
  level: Raster;
  red: Raster | null;
  holes: Hole[];
  found: Attempt;
  angle: number;
  view: View | null;
  /** Threshold of its ink. */
  threshold: number;
  /** Its pale marks, the writing of the other side of the sheet, were taken out. */
  back?: true;
}

function levelPage({ flat, red, dpi, settings }: FlatPage): LevelPage {
  const threshold = inkThreshold(flat);
  const ink = inkOf(flat, threshold);
  const skew = skewOf(threshold >= paleInk ? ink : inkOf(flat, paleInk));
  const angle = Math.abs(skew) < leastSkew ? 0 : (skew * Math.PI) / 180;
  const turned = angle === 0 ? flat : rotated(flat, -angle);
  const turnedInk = angle === 0 ? ink : inkOf(turned, threshold);
  const holes = holesOf(turnedInk, dpi);
  const level = withHoles(turned, holes, dpi, 255);
  const levelRed = red === null || angle === 0 ? red : rotated(red, -angle);
  const page = { level, red: levelRed, holes };
  const found = withoutRulings(page, withHoles(turnedInk, holes, dpi, 0), dpi, settings);
  return { ...page, found, angle, view: null, threshold };
}

/** What a page may leave open without its pale marks, as a share of what it left open with them. */
const mostOpen = 0.5;

/** A page whose grids the picture does not bear out, without the writing of its other side, if much less is open then. */
function withoutBack(source: FlatPage, shown: LevelPage): LevelPage {
  let best = shown;
  let least = mostOpen * weightOf(shown.found.doubts);
  const { view } = shown;
  const seen = view === null ? source : straightSource(source, view);
  for (const whitePoint of shown.found.doubts.length > 0 ? whitePoints : []) {
    const bare = { ...levelPage({ ...seen, flat: withoutPale(seen.flat, whitePoint) }), view };
    const open = weightOf(bare.found.doubts);
    // Pale marks were taken for lines; where the cells stay as they are, what is open are strokes of a pen and the like.
    if (bare.found.cells === 0 || bare.found.cells === shown.found.cells || open > least) continue;
    best = { ...bare, back: true };
    least = open;
  }
  return best;
}

/** The grids by the threshold of ink that leaves least open. */
function clearestPage(page: LevelPage, { dpi, settings }: FlatPage): Attempt {
  const { level, found } = page;
  let best = found;
  for (const other of found.doubts.length > 0 ? otherThresholds : []) {
    const next = withoutRulings(page, inkOf(level, other), dpi, settings);
    if (next.cells >= found.cells && weightOf(next.doubts) < weightOf(best.doubts)) best = next;
  }
  return best;
}

/** Share of its cells that a page may lose by being made straight: strokes that were taken for sides of cells. */
const leastKept = 0.9;

/**
 * A page whose grids the picture does not bear out, or that has none, may have been photographed from the side: it is made straight,
 * and taken if less is open then.
 */
function straightPage(source: FlatPage, asTaken: LevelPage): LevelPage {
  const { flat } = source;
  const { cells, doubts } = asTaken.found;
  if (cells > 0 && doubts.length === 0) return asTaken;
  const view = viewOf(inkOf(flat, asTaken.threshold));
  if (view === null) return asTaken;
  const straight = levelPage(straightSource(source, view));
  const isBetter =
    cells === 0
      ? straight.found.cells > 0
      : straight.found.cells >= leastKept * cells && weightOf(straight.found.doubts) < weightOf(doubts);
  return isBetter ? { ...straight, view } : asTaken;
}

function straightSource(source: FlatPage, view: View): FlatPage {
  const { flat, red } = source;
  return { ...source, flat: straightened(flat, view), red: red === null ? null : straightened(red, view) };
}

/** What streaks say of the grids: the page is told of each; a wide one may have taken a line with it, and puts all in question. */
const streakDoubts = ({ down, across }: Streaks, flat: Raster, dpi: number): GridDoubt[] =>
  [...down, ...across].map((streak) => {
    const wide = isWide(streak, dpi);
    const box = wide ? wholeOf(flat, dpi) : nowhere;
    return { box, of: wide ? 'all' : 'cells', reason: 'a white streak runs through the page' };
  });

const wholeOf = ({ width, height }: Raster, dpi: number): Box => ({
  x0: 0,
  y0: 0,
  x1: (width * 72) / dpi,
  y1: (height * 72) / dpi,
});

/** The box of what is told of the page alone: lines of writing that a narrow streak runs through have a doubt of their own. */
const nowhere = { x0: 0, y0: 0, x1: 0, y1: 0 };

/** A doubt of a whole grid weighs as much as one of many of its cells. */
const weightOf = (doubts: readonly GridDoubt[]): number =>
  doubts.reduce((sum, doubt) => sum + (doubt.of === 'all' ? 20 : 1), 0);

interface Attempt {
  picture: Raster;
  ink: Raster;
  rulings: Ruling[];
  lattices: readonly PageLattice[];
  cells: number;
  /** Where seals lie that hide lines; null where none does. */
  seals: Raster | null;
  doubts: GridDoubt[];
}

function withoutRulings(
  { level, red, holes }: Pick<LevelPage, 'level' | 'red' | 'holes'>,
  ink: Raster,
  dpi: number,
  settings: GeometrySettings,
): Attempt {
  const lines = inkOfLines(level, ink, dpi);
  const { rulings: seen, refused } = pixelRulings(lines, dpi, holes);
  const drawn = gridsOf(seen, dpi, settings);
  const lies = (seal: Raster): boolean =>
    hidesLines(seal, [...seen, ...refused], dpi) || (drawn.lattices.length === 0 && isSealed(seal, dpi));
  const seals = red !== null && lies(red) ? red : null;
  let { lines: found, grids } = withResumed(seen, drawn, refused, dpi, (all) => gridsOf(all, dpi, settings));
  // A cell that one line under a seal parts has shorter sides to another.
  for (let pass = 0; seals !== null && pass < 2; pass++) {
    found = [...found, ...linesUnderSeals(grids.lattices, found, lines, seals, dpi)];
    grids = gridsOf(found, dpi, settings);
  }
  const { rulings, lattices } = grids;
  const picture = { ...level, data: level.data.slice() };
  eraseRulings(picture, ink, found);
  const cells = lattices.reduce((sum, lattice) => sum + lattice.cells.length, 0);
  const doubts = gridDoubts(lattices, { lines, ink, rulings: found, refused, holes, dpi });
  return { picture, ink, rulings, lattices, cells, seals, doubts };
}

function gridsOf(
  lines: readonly PixelRuling[],
  dpi: number,
  settings: GeometrySettings,
): { rulings: Ruling[]; lattices: PageLattice[] } {
  const rulings = rulingsInPoints(wholeLines(lines, dpi), dpi);
  return { rulings, lattices: ruledGrids(rulings, settings).lattices };
}
