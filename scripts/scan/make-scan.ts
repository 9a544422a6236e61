import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { encode } from 'jpeg-js';
import type { Raster } from '../../parsers/scan/image/raster.ts';
import { type Random, seededRandom } from '../generate/random.ts';
import { clean, type Wear, worn } from './degrade.ts';
import { punched, scribbled, twoTone } from './paper-marks.ts';
import { type JpegPage, picturesPdf } from './pictures-pdf.ts';

const run = promisify(execFile);

/** A way of scanning: resolution, wear by a seed, quality of the JPEG and a red stamp or none. */
export interface Quality {
  name: string;
  dpi: number;
  jpeg: number;
  wear: (random: Random) => Wear;
  stamp: boolean;
  /** Holes in the margin and a note by hand over it. */
  handled?: boolean;
  /** Black and white only. */
  twoTone?: boolean;
}

const between = (random: Random, least: number, most: number): number =>
  least + (most - least) * random.next();

export const qualities: readonly Quality[] = [
  { name: 'clean300', dpi: 300, jpeg: 85, wear: () => clean, stamp: false },
  { name: 'noisy200', dpi: 200, jpeg: 70, wear: noisy, stamp: false },
  { name: 'stamped200', dpi: 200, jpeg: 75, wear: noisy, stamp: true },
  {
    name: 'faint300',
    dpi: 300,
    jpeg: 75,
    wear: (random) => ({ ...noisy(random), ink: 120, dropout: 0.03 }),
    stamp: false,
  },
  { name: 'low150', dpi: 150, jpeg: 70, wear: noisy, stamp: false },
  {
    name: 'copied200',
    dpi: 200,
    jpeg: 70,
    wear: (random) => ({ ...noisy(random), edge: 14, shade: 60 }),
    stamp: false,
  },
  {
    name: 'handled200',
    dpi: 200,
    jpeg: 70,
    wear: (random) => ({ ...noisy(random), skew: between(random, -3, 3), edge: 14 }),
    stamp: true,
    handled: true,
  },
  { name: 'twotone200', dpi: 200, jpeg: 90, wear: noisy, stamp: false, twoTone: true },
];

function noisy(random: Random): Wear {
  return {
    ...clean,
    skew: between(random, -2, 2),
    noise: between(random, 4, 12),
    blur: random.int(0, 1),
    paper: random.int(228, 252),
    shade: random.int(0, 25),
    ink: random.int(10, 50),
  };
}

/** A printed PDF → the PDF of its scan. Needs pdftoppm of Poppler. */
export async function makeScan(printed: Uint8Array, quality: Quality, seed: number): Promise<Uint8Array> {
  return picturesPdf(await scannedPages(printed, quality, seed));
}

/** A printed PDF → its pages as a scanner stores them. Needs pdftoppm of Poppler. */
export async function scannedPages(printed: Uint8Array, quality: Quality, seed: number): Promise<JpegPage[]> {
  const random = seededRandom(seed);
  const scale = 72 / quality.dpi;
  return (await wornPages(printed, quality, random)).map((page) => {
    const data = coloured(page, quality.stamp ? stampOf(page, random) : null);
    const { width, height } = page;
    const jpeg = encode({ width, height, data }, quality.jpeg).data;
    return { jpeg, pixelWidth: width, pixelHeight: height, width: width * scale, height: height * scale };
  });
}

/** The pages of a printed PDF as a scanner sees them, in grey: without stamps, not yet compressed. */
export async function wornPages(printed: Uint8Array, quality: Quality, random: Random): Promise<Raster[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'hedui-scan-'));
  try {
    const file = path.join(folder, 'printed.pdf');
    await writeFile(file, printed);
    await run('pdftoppm', ['-gray', '-r', String(quality.dpi), file, path.join(folder, 'page')]);
    const names = (await readdir(folder)).filter((name) => name.endsWith('.pgm')).sort();
    const pages: Raster[] = [];
    for (const name of names) {
      const printed = greyMap(await readFile(path.join(folder, name)));
      const page = quality.handled ? scribbled(punched(printed, quality.dpi), quality.dpi, random) : printed;
      const seen = worn(page, quality.wear(random), random);
      pages.push(quality.twoTone ? twoTone(seen) : seen);
    }
    return pages;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A binary grey map of netpbm (P5). */
function greyMap(bytes: Buffer): Raster {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 60));
  if (!head) throw new Error('not a grey map of eight bits');
  return {
    width: Number(head[1]),
    height: Number(head[2]),
    data: new Uint8Array(bytes.subarray(head[0].length)),
  };
}

interface Stamp {
  x: number;
  y: number;
  radius: number;
}

/** A round seal of 4 cm somewhere on the page. */
function stampOf({ width, height }: Raster, random: Random): Stamp {
  const radius = Math.round(Math.min(width, height) * 0.095);
  return { radius, x: random.int(radius, width - radius), y: random.int(radius, Math.round(height * 0.7)) };
}

/** Grey as RGBA, with the seal's ring and star printed over it: red that leaves black as it is. */
function coloured({ width, height, data }: Raster, stamp: Stamp | null): Buffer {
  const pixels = Buffer.alloc(width * height * 4, 255);
  for (let i = 0; i < data.length; i++) {
    const level = data[i]!;
    pixels[i * 4] = pixels[i * 4 + 1] = pixels[i * 4 + 2] = level;
    if (!stamp) continue;
    const dx = (i % width) - stamp.x;
    const dy = Math.floor(i / width) - stamp.y;
    const distance = Math.hypot(dx, dy) / stamp.radius;
    const points = Math.cos(5 * Math.atan2(dx, -dy));
    const isRed = (distance > 0.92 && distance < 1) || distance < 0.22 + 0.1 * points;
    if (isRed) {
      pixels[i * 4 + 1] = (level * 70) / 255;
      pixels[i * 4 + 2] = (level * 80) / 255;
      pixels[i * 4] = (level * 225) / 255;
    }
  }
  return pixels;
}
