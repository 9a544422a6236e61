import { encode as encodePng } from 'fast-png';
import { ruledGrids } from '../geometry/rulings/ruled-grids.ts';
import type { GeometrySettings } from '../geometry/settings.ts';
import { readCrop } from './figures/figure-reader.ts';
import type { DrawnPicture } from './image/page-picture.ts';
import { type Area, cropped, type Raster } from './image/raster.ts';
import { readPictures, type ScanFrame } from './index.ts';
import { cropOf, likedHeight, modelCropOf } from './lines/crops.ts';
import { glyphsOf } from './lines/read-line.ts';
import { lookedAt, otherSizes } from './lines/read-text.ts';
import type { PlacedReading, ScannedPage } from './read-page.ts';

/** A cell by its row and column, from 0, as the picture of its page names it. */
export interface CellName {
  row: number;
  column: number;
}

/** One crop of a cell, and what was read in it. */
interface Look {
  title: string;
  crop: Raster;
  /** What was seen, with its confidence from 0 to 1; a character, or a whole line. */
  seen: { text: string; confidence: number }[];
  note: string;
}

/** Height of a crop and of a line of text in the drawing, and the white around them, in pixels. */
const cropHeight = 48;
const textHeight = 16;
const room = 12;

/** Draws what a cell of a scanned page was read from, crop by crop; null where no grid of the page has such a cell. */
export async function drawCell(
  frame: ScanFrame,
  pictures: readonly DrawnPicture[],
  settings: GeometrySettings,
  { row, column }: CellName,
): Promise<string | null> {
  const scan = await readPictures(frame, pictures, settings);
  const cells = ruledGrids(scan.marks.rulings, settings)
    .lattices.flatMap((lattice) => lattice.cells)
    .filter((cell) => cell.row === row && cell.column === column);
  if (cells.length === 0) return null;
  const looks: Look[] = [];
  for (const { box } of cells) {
    const inside = scan.readings.filter((reading) => {
      const x = (reading.box.x0 + reading.box.x1) / 2;
      const y = (reading.box.y0 + reading.box.y1) / 2;
      return x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1;
    });
    looks.push(wholeCell(scan, box, inside));
    for (const reading of inside) looks.push(...(await looksAt(scan, reading)));
  }
  return drawnLooks(looks);
}

function wholeCell({ page }: ScannedPage, box: PlacedReading['box'], lines: readonly PlacedReading[]): Look {
  const crop = cropped(page.picture, pixelsOf(box, page.dpi));
  const seen = lines.map(({ text, confidence }) => ({ text, confidence }));
  return { title: 'cell', crop, seen, note: seen.length === 0 ? 'no writing' : '' };
}

/** The line as it was cut out and read: at each size by the model of lines, and by the reader of figures. */
async function looksAt({ page }: ScannedPage, reading: PlacedReading): Promise<Look[]> {
  const area = pixelsOf(reading.box, page.dpi);
  const { em, glyphs } = glyphsOf(page, { area, height: area.y1 - area.y0 });
  const looks: Look[] = [];
  for (const size of [1, ...otherSizes]) {
    const { characters, leftOut } = await lookedAt(page, area, em * size);
    looks.push({
      title: `lines × ${size}`,
      crop: modelCropOf(page, area, em * size).crop,
      seen: characters,
      note: `left out ${leftOut.toFixed(2)}; ${glyphs.length} glyphs`,
    });
  }
  const figureCrop = cropOf(page, area, em, likedHeight);
  const figure = await readCrop(figureCrop);
  looks.push({ title: 'figures', crop: figureCrop, seen: [figure], note: '' });
  const others = reading.alternatives.map(({ text, by }) => `${text} (${by})`).join(' / ');
  looks.push({
    title: 'taken',
    crop: cropped(page.picture, area),
    seen: [reading],
    note: [reading.doubt, others].filter(Boolean).join('; '),
  });
  return looks;
}

function pixelsOf({ x0, y0, x1, y1 }: PlacedReading['box'], dpi: number): Area {
  const scale = dpi / 72;
  return {
    x0: Math.round(x0 * scale),
    y0: Math.round(y0 * scale),
    x1: Math.round(x1 * scale),
    y1: Math.round(y1 * scale),
  };
}

function drawnLooks(looks: readonly Look[]): string {
  let y = room;
  let width = 600;
  const rows = looks.map(({ title, crop, seen, note }) => {
    const scale = Math.min(1, (title === 'cell' ? 4 * cropHeight : cropHeight) / crop.height);
    const [w, h] = [Math.round(crop.width * scale), Math.round(crop.height * scale)];
    width = Math.max(width, w + 2 * room);
    const data = Buffer.from(encodePng({ ...crop, depth: 8, channels: 1 })).toString('base64');
    const text = seen.map((one) => `${one.text} ${one.confidence.toFixed(2)}`).join('  ');
    const head = escaped(`${title}: ${text}${note === '' ? '' : ` [${note}]`}`);
    const drawn =
      `<text x="${room}" y="${y + textHeight - 4}" font-size="12">${head}</text>` +
      `<image x="${room}" y="${y + textHeight}" width="${w}" height="${h}" href="data:image/png;base64,${data}"/>` +
      `<rect x="${room}" y="${y + textHeight}" width="${w}" height="${h}" fill="none" stroke="#06c" stroke-width="0.5"/>`;
    y += textHeight + h + room;
    return drawn;
  });
  const size = `width="${width}" height="${y}" viewBox="0 0 ${width} ${y}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}>\n<rect width="100%" height="100%" fill="#fff"/>\n${rows.join('\n')}\n</svg>\n`;
}

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (c) => (c === '&' ? '&amp;' : c === '<' ? '&lt;' : '&gt;'));
