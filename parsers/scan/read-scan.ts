import type { Box } from '../../schemas/index.ts';
import type { Ruling } from '../geometry/marks.ts';
import type { GeometrySettings } from '../geometry/settings.ts';
import { cleanPage, type PagePicture, type ReadyPage } from './clean-page.ts';
import type { GridDoubt } from './grid/check-grid.ts';
import { liesOnItsSide } from './image/orientation.ts';
import { quarterTurned } from './image/raster.ts';
import { withHiddenInk } from './lines/hidden-ink.ts';
import { readUpright, type ScannedPage } from './read-page.ts';

/** Degrees clockwise that a picture is turned by to stand upright. */
type Turn = 90 | 180 | 270;

/** The reader makes out characters that lie on their side, some of them surely: all ways are compared. */
const otherTurns = [180, 90, 270] as const;

/** Below this mean confidence of its characters a page may stand on its head or its side. */
const upright = 0.86;

/** Below this mean confidence most of its characters are read wrong. */
const hardlyLegible = 0.5;

/** From this share of its characters on that stand alone or one below another a page may lie on its side, however surely they are read. */
const leaning = 0.25;

/** Share of its lines below which a page was hardly read. */
const hardlyRead = 0.2;

/** Fewer lines tell nothing of how a page stands. */
const fewestLines = 3;

/** Reads a page from its picture: level it, find its rulings and cells, read the lines of every cell; turned where it stands wrong. */
export async function readScannedPage(source: PagePicture, settings: GeometrySettings): Promise<ScannedPage> {
  return withHiddenInk(toldWhereIllegible(await readAsItStands(source, settings)));
}

/** A page of which little can be read: rows that no record comes of could carry no doubt. */
function toldWhereIllegible(read: ScannedPage): ScannedPage {
  if (read.readings.length < fewestLines || sureness(read) >= hardlyLegible) return read;
  const { picture, dpi } = read.page;
  const scale = 72 / dpi;
  const box = { x0: 0, y0: 0, x1: picture.width * scale, y1: picture.height * scale };
  const doubt: GridDoubt = { box, of: 'all', reason: 'most of the writing is hardly legible' };
  return { ...read, gridDoubts: [...read.gridDoubts, doubt] };
}

async function readAsItStands(source: PagePicture, settings: GeometrySettings): Promise<ScannedPage> {
  const shown = cleanPage(source, settings);
  // A page of a few short rows, or of narrow columns, only looks so: the shape alone is not believed, and such a page may stand on its head.
  const onItsSide = liesOnItsSide(shown.page.ink, shown.page.dpi);
  if (onItsSide) {
    const turn = await likeliestTurn(source, shown, otherTurns, settings);
    if (turn !== 0) return readTurned(source, turn, settings);
  }
  const asShown = await readUpright(source, shown, settings);
  const turns = turnsToTry(asShown, onItsSide);
  const turn = turns.length === 0 ? 0 : await likeliestTurn(source, shown, turns, settings);
  return turn === 0 ? asShown : readTurned(source, turn, settings);
}

/** The turns worth trying of a page that was read as shown: none where it stands, or where all were tried. */
function turnsToTry(asShown: ScannedPage, onItsSide: boolean): readonly Turn[] {
  const { readings, tried } = asShown;
  // Of prose on its head nothing is read; a photograph has as many lines, and they do not run down either.
  if (tried > sampleLines && readings.length < tried * hardlyRead) return onItsSide ? [] : [180];
  const stands = sureness(asShown) >= upright && loneShare(asShown) < leaning;
  return stands || readings.length < fewestLines ? [] : otherTurns;
}

/** The turn that most of a few lines can be read at; 0 where that is the page as shown, or where nothing can be read at any. */
async function likeliestTurn(
  source: PagePicture,
  shown: ReadyPage,
  turns: readonly Turn[],
  settings: GeometrySettings,
): Promise<Turn | 0> {
  let best: Turn | 0 = 0;
  let most = legible(await readUpright(source, shown, settings, sampleLines));
  for (const turn of turns) {
    const read = legible(await readUpright(source, turnedReady(shown, turn), settings, sampleLines));
    if (read <= most || read < fewestLegible) continue;
    best = turn;
    most = read;
  }
  return best;
}

async function readTurned(source: PagePicture, turn: Turn, settings: GeometrySettings): Promise<ScannedPage> {
  const picture = turnedPicture(source, turn);
  const turned = await readUpright(picture, cleanPage(picture, settings), settings);
  const { width, height } = source;
  return { ...turned, back: (box) => turnedBack(turned.back(box), turn, width, height) };
}

/** Lines that are read to see how a page stands: the longest. */
const sampleLines = 10;

/** Characters that its sample must give at a turn: where no way gives as many, strokes are broken, and it is chance which way gives the most. */
const fewestLegible = 3;

/** Characters that are read surely: a page that stands wrong gives few of them, however sure. */
function legible({ readings }: ScannedPage): number {
  return readings.reduce((sum, { text, confidence }) => sum + text.length * confidence ** 4, 0);
}

/** Mean confidence of the lines, by their length. */
function sureness({ readings }: ScannedPage): number {
  let sum = 0;
  let count = 0;
  for (const { text, confidence } of readings) {
    sum += confidence * text.length;
    count += text.length;
  }
  return count === 0 ? 0 : sum / count;
}

/** Share of the characters that no line across holds with others: on a page that stands, labels written downwards and single figures. */
function loneShare({ readings }: ScannedPage): number {
  let lone = 0;
  let all = 0;
  for (const { box, text } of readings) {
    all += text.length;
    if (text.length === 1 || box.y1 - box.y0 > tall * (box.x1 - box.x0)) lone += text.length;
  }
  return all === 0 ? 0 : lone / all;
}

/** Height of a line over its width from which it runs down. */
const tall = 1.5;

/** A clean page, turned with its rulings: how a page stands shows in its sample, and making it clean again costs as much as before. */
function turnedReady(ready: ReadyPage, turn: Turn): ReadyPage {
  const { page, rulings } = ready;
  const picture = quarterTurned(page.picture, turn);
  const scale = 72 / page.dpi;
  const [width, height] = [page.picture.width * scale, page.picture.height * scale];
  return {
    ...ready,
    page: { ...page, picture, ink: quarterTurned(page.ink, turn) },
    rulings: rulings.map((ruling) => turnedRuling(ruling, turn, width, height)),
  };
}

/** A ruling of a page that is turned clockwise. Width and height are those of the page before. */
function turnedRuling(ruling: Ruling, turn: Turn, width: number, height: number): Ruling {
  const isLevel = ruling.orientation === 'h';
  const flips = { along: isLevel ? turn !== 90 : turn !== 270, across: isLevel ? turn !== 270 : turn !== 90 };
  const [along, across] = isLevel ? [width, height] : [height, width];
  const [start, end] = flips.along ? [along - ruling.end, along - ruling.start] : [ruling.start, ruling.end];
  const position = flips.across ? across - ruling.position : ruling.position;
  const turned = isLevel ? 'v' : 'h';
  return { ...ruling, orientation: turn === 180 ? ruling.orientation : turned, position, start, end };
}

function turnedPicture(source: PagePicture, turn: Turn): PagePicture {
  const { width, height } = source;
  const picture = quarterTurned(source.picture, turn);
  const red = source.red ? quarterTurned(source.red, turn) : null;
  const marks = source.marks ? quarterTurned(source.marks, turn) : null;
  return { ...source, picture, red, marks, ...(turn === 180 ? {} : { width: height, height: width }) };
}

/** A box of a page that was turned clockwise, as it lies on the page as shown. Width and height are those of the page as shown. */
function turnedBack(box: Box, turn: Turn, width: number, height: number): Box {
  const { x0, y0, x1, y1 } = box;
  if (turn === 180) return { x0: width - x1, x1: width - x0, y0: height - y1, y1: height - y0 };
  if (turn === 90) return { x0: y0, x1: y1, y0: height - x1, y1: height - x0 };
  return { x0: width - y1, x1: width - y0, y0: x0, y1: x1 };
}
