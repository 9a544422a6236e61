import type { Box } from '../../schemas/index.ts';
import type { GeometrySettings } from '../geometry/settings.ts';
import { cleanPage, type PagePicture } from './clean-page.ts';
import { liesOnItsSide } from './orientation.ts';
import { quarterTurned } from './raster.ts';
import { readUpright, type ScannedPage } from './read-page.ts';

/** Below this mean confidence of its characters a page may stand on its head or its side. */
const upright = 0.86;

/** Fewer lines tell nothing of how a page stands. */
const fewestLines = 3;

/** Reads a page from its picture: level it, find its rulings and cells, read the lines of every cell; turned where it stands wrong. */
export async function readScannedPage(source: PagePicture, settings: GeometrySettings): Promise<ScannedPage> {
  const shown = cleanPage(source);
  if (liesOnItsSide(shown.page.ink)) {
    const turns = [90, 270] as const;
    const sure = [await sampled(source, 90, settings), await sampled(source, 270, settings)] as const;
    const best = sure[0] >= sure[1] ? 0 : 1;
    // A page of a few short rows only looks so: the shape alone is not believed.
    const now = legible(await readUpright(source, shown, settings, sampleLines));
    if (sure[best] > now) return readTurned(source, turns[best], settings);
  }
  const asShown = await readUpright(source, shown, settings);
  const sure = sureness(asShown);
  if (sure >= upright || asShown.readings.length < fewestLines) return asShown;
  const now = legible(await readUpright(source, shown, settings, sampleLines));
  return (await sampled(source, 180, settings)) > now ? readTurned(source, 180, settings) : asShown;
}

/** How much of a few lines can be read when the page is turned. */
async function sampled(
  source: PagePicture,
  turn: 90 | 180 | 270,
  settings: GeometrySettings,
): Promise<number> {
  const turned = turnedPicture(source, turn);
  return legible(await readUpright(turned, cleanPage(turned), settings, sampleLines));
}

async function readTurned(
  source: PagePicture,
  turn: 90 | 180 | 270,
  settings: GeometrySettings,
): Promise<ScannedPage> {
  const picture = turnedPicture(source, turn);
  const turned = await readUpright(picture, cleanPage(picture), settings);
  const { width, height } = source;
  return { ...turned, back: (box) => turnedBack(turned.back(box), turn, width, height) };
}

/** Lines that are read to see how a page stands: the longest. */
const sampleLines = 10;

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

function turnedPicture(source: PagePicture, turn: 90 | 180 | 270): PagePicture {
  const { width, height } = source;
  const picture = quarterTurned(source.picture, turn);
  return { ...source, picture, ...(turn === 180 ? {} : { width: height, height: width }) };
}

/** A box of a page that was turned clockwise, as it lies on the page as shown. Width and height are those of the page as shown. */
function turnedBack(box: Box, turn: 90 | 180 | 270, width: number, height: number): Box {
  const { x0, y0, x1, y1 } = box;
  if (turn === 180) return { x0: width - x1, x1: width - x0, y0: height - y1, y1: height - y0 };
  if (turn === 90) return { x0: y0, x1: y1, y0: height - x1, y1: height - x0 };
  return { x0: width - y1, x1: width - y0, y0: x0, y1: x1 };
}
