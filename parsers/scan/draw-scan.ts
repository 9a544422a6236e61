import { encode as encodePng } from 'fast-png';
import { drawPage, type NamedBox } from '../geometry/draw.ts';
import type { GeometrySettings } from '../geometry/settings.ts';
import type { GridDoubt } from './grid/check-grid.ts';
import type { DrawnPicture } from './image/page-picture.ts';
import { type Raster, scaled } from './image/raster.ts';
import { readPictures, type ScanFrame } from './index.ts';
import type { PlacedReading } from './read-page.ts';

/** Resolution of the picture in a drawing, in pixels an inch: enough to read it by eye. */
const drawnResolution = 150;

/**
 * Draws a scanned page as it was read: the levelled picture without its rulings, the layers of a digital page over it, what
 * was read of every line where it is in doubt, and what speaks against a grid.
 */
export async function drawScan(
  frame: ScanFrame,
  pictures: readonly DrawnPicture[],
  settings: GeometrySettings,
  roles: readonly NamedBox[],
): Promise<string> {
  const { marks, page, readings, gridDoubts } = await readPictures(frame, pictures, settings);
  // Roles are known on the page as shown: of a page that was turned they would stand elsewhere.
  const isTurned = Math.abs(marks.width - frame.width) > 1;
  const svg = drawPage(marks, settings, isTurned ? [] : roles);
  const picture = pictureOf(scaled(page.picture, Math.min(1, drawnResolution / page.dpi)));
  const size = `width="${round(marks.width)}" height="${round(marks.height)}"`;
  const beneath = `<g id="picture" class="picture"><image ${size} href="data:image/png;base64,${picture}"/></g>`;
  const above = `${drawnReadings(readings)}\n${drawnDoubts(gridDoubts)}`;
  // The characters stand in the picture already: their layer is there to be switched on.
  return svg
    .replace(/(<rect width="100%"[^>]*>)/, `$1\n${beneath}`)
    .replace('<g id="glyphs" class="glyphs">', '<g id="glyphs" class="glyphs" visibility="hidden">')
    .replace(/<\/svg>\s*$/, `${above}\n</svg>\n`);
}

function pictureOf({ width, height, data }: Raster): string {
  return Buffer.from(encodePng({ width, height, data, depth: 8, channels: 1 })).toString('base64');
}

function drawnReadings(readings: readonly PlacedReading[]): string {
  const doubtful = readings.filter(({ doubt }) => doubt !== null);
  const drawn = doubtful.map(({ box, text, doubt, alternatives }) => {
    const others = alternatives.map((other) => other.text).join(' / ');
    const note = `${text}${others === '' ? '' : ` (${others})`}: ${doubt}`;
    return `${frameOf(box, '#c0f')}<text x="${round(box.x0)}" y="${round(box.y1 + 4)}" font-size="4" fill="#c0f">${escaped(note)}</text>`;
  });
  return `<g id="readings" class="readings">${drawn.join('')}</g>`;
}

function drawnDoubts(doubts: readonly GridDoubt[]): string {
  const drawn = doubts.map(
    ({ box, reason }) =>
      `${frameOf(box, '#f60')}<text x="${round(box.x0 + 2)}" y="${round(box.y1 - 2)}" font-size="5" fill="#f60">${escaped(reason)}</text>`,
  );
  return `<g id="doubts" class="doubts">${drawn.join('')}</g>`;
}

function frameOf({ x0, y0, x1, y1 }: GridDoubt['box'], colour: string): string {
  return `<rect x="${round(x0)}" y="${round(y0)}" width="${round(x1 - x0)}" height="${round(y1 - y0)}" fill="none" stroke="${colour}" stroke-width="0.8"/>`;
}

const round = (value: number): number => Math.round(value * 100) / 100;

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'));
