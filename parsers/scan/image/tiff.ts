import UTIF from 'utif2';
import { decodingBytes, stripBytes } from './decoding-memory.ts';
import { greyParts } from './grey-parts.ts';
import { decodedJpeg, patientlyDecoded } from './jpeg.ts';
import { greyOf, type Pixels } from './page-picture.ts';
import { mendDirectories } from './tiff-directories.ts';

/** One picture of a TIFF with its resolution in pixels an inch; null where it gives none. */
export interface TiffPicture {
  pixels: Pixels;
  dpi: number | null;
  /** Height of a pixel over its width, where they differ. */
  stretch?: number;
}

type GreyPixels = Pixels & { channels: 1 };

type Directory = ReturnType<typeof UTIF.decode>[number];

/** Values of tag 259 and 262 (TIFF 6.0, section 8 and 22; technical note 2): JPEG in strips or tiles, RGB and inks. */
const jpegCompression = 7;
const rgbColours = 2;
const inks = 5;

/** The pictures of a TIFF in order, at most so many, each decoded when it is asked for. Throws where its directories are damaged. */
export function tiffPictures(
  bytes: Uint8Array,
  maxPages: number,
  maxPixels: number,
): (() => Promise<TiffPicture | 'too_large'>)[] {
  // A copy of its own: `slice` of a Buffer is a part of the memory that it was cut from.
  const own = new Uint8Array(bytes);
  mendDirectories(own, maxPages);
  const { buffer } = own;
  return UTIF.decode(buffer)
    .slice(0, maxPages)
    .filter((ifd) => Boolean(first(ifd, 't256') && first(ifd, 't257')))
    .map((ifd) => () => tiffPicture(bytes, buffer, ifd, maxPixels));
}

async function tiffPicture(
  bytes: Uint8Array,
  buffer: ArrayBuffer,
  ifd: Directory,
  maxPixels: number,
): Promise<TiffPicture | 'too_large'> {
  const width = first(ifd, 't256')!;
  const height = first(ifd, 't257')!;
  if (width * height > maxPixels) return 'too_large';
  const grey =
    first(ifd, 't259') === jpegCompression
      ? await jpegPieces(bytes, ifd, width, height, maxPixels)
      : decodedGrey(buffer, ifd, width, height);
  // Colours of many pages would not fit the memory of a process.
  delete (ifd as Partial<Directory>).data;
  if (grey === 'too_large') return grey;
  // Resolution across 282 and down 283, its unit 296: 2 inch, 3 centimetre.
  const resolution = ratio(ifd, 't282');
  const dpi = resolution ? Math.round(resolution * (first(ifd, 't296') === 3 ? 2.54 : 1)) : null;
  const stretch = resolution ? resolution / (ratio(ifd, 't283') || resolution) : 1;
  return { pixels: grey, dpi, ...(isFax(stretch) ? { stretch } : {}) };
}

/** Pixels of a fax in its coarse mode are twice as high as wide (204 × 98 an inch, ITU-T T.4); other ratios are mistakes. */
const isFax = (stretch: number): boolean => stretch > 1.8 && stretch < 2.3;

/** Bits a sample and colours (tag 262: grey either way, RGB, palette) that the decoder shows row by row. */
const shownByRows = { depths: [1, 2, 4, 8, 16], colours: [0, 1, 2, 3, inks] };

/** Unpacked as it is kept, and made grey a few rows at a time: four colours of every pixel at once would be the most that is held. */
function decodedGrey(
  buffer: ArrayBuffer,
  ifd: Directory,
  width: number,
  height: number,
): GreyPixels | 'too_large' {
  if (bytesHeld(ifd, width, height) > decodingBytes) return 'too_large';
  UTIF.decodeImage(buffer, ifd);
  const [depth, samples] = [first(ifd, 't258'), first(ifd, 't277')];
  const isByRows =
    samples !== null &&
    shownByRows.depths.includes(depth ?? 0) &&
    shownByRows.colours.includes(first(ifd, 't262') ?? 0);
  if (!isByRows) return { ...greyOf(shown(ifd, width, height)), channels: 1 };
  const row = Math.ceil((samples * depth! * width) / 8);
  const rows = Math.max(1, Math.floor(stripBytes / row));
  const { data } = ifd as { data: Uint8Array };
  const whole = greyParts(width, height);
  for (let top = 0; top < height; top += rows) {
    const count = Math.min(rows, height - top);
    const strip = { ...ifd, height: count, data: data.slice(top * row, (top + count) * row) };
    whole.place(greyOf(shown(strip, width, count)), 0, top);
  }
  return whole.pixels();
}

/** Bytes that are held at most, by what the head declares: the picture as it is kept, its largest strip twice more while it is unpacked, its grey. */
function bytesHeld(ifd: Directory, width: number, height: number): number {
  const bits = (first(ifd, 't258') ?? 1) * (first(ifd, 't277') ?? 1);
  const strip = Math.min(1, (first(ifd, 't278') ?? height) / height);
  const isByRows = shownByRows.colours.includes(first(ifd, 't262') ?? 0) && bits <= 64;
  return Math.ceil((width * bits) / 8) * height * (1 + 2 * strip) + width * height * (isByRows ? 1 : 5);
}

function shown(ifd: Directory, width: number, height: number): Pixels {
  if (first(ifd, 't262') !== inks || first(ifd, 't258') !== 8)
    return { width, height, channels: 4, data: UTIF.toRGBA8(ifd) };
  const { data: seen } = ifd as { data: Uint8Array };
  const samples = first(ifd, 't277') ?? 4;
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const black = 255 - (seen[i * samples + 3] ?? 0);
    for (let c = 0; c < 3; c++)
      data[i * 3 + c] = Math.round(((255 - (seen[i * samples + c] ?? 0)) * black) / 255);
  }
  return { width, height, channels: 3, data };
}

/** JPEG in strips or tiles, each a JPEG of its own that leaves out the tables that all share (tag 347). */
async function jpegPieces(
  bytes: Uint8Array,
  ifd: Directory,
  width: number,
  height: number,
  maxPixels: number,
): Promise<GreyPixels | 'too_large'> {
  const isTiled = values(ifd, 't324').length > 0;
  const offsets = values(ifd, isTiled ? 't324' : 't273');
  const lengths = values(ifd, isTiled ? 't325' : 't279');
  const across = isTiled ? (first(ifd, 't322') ?? width) : width;
  const down = isTiled ? (first(ifd, 't323') ?? height) : (first(ifd, 't278') ?? height);
  const inRow = Math.ceil(width / across);
  const tables = Uint8Array.from(values(ifd, 't347'));
  const whole = greyParts(width, height);
  for (const [i, offset] of offsets.entries()) {
    const piece = withTables(tables, bytes.subarray(offset, offset + (lengths[i] ?? 0)));
    const seen = await piecePixels(piece, first(ifd, 't262') === rgbColours, maxPixels);
    if (seen === 'too_large') return seen;
    whole.place(greyOf(seen), (i % inRow) * across, Math.floor(i / inRow) * down);
  }
  return whole.pixels();
}

/** Tables without their end of image, the piece without its start of image. */
function withTables(tables: Uint8Array, piece: Uint8Array): Uint8Array {
  if (tables.length < 4) return piece;
  const whole = new Uint8Array(tables.length - 2 + piece.length - 2);
  whole.set(tables.subarray(0, -2));
  whole.set(piece.subarray(2), tables.length - 2);
  return whole;
}

async function piecePixels(
  piece: Uint8Array,
  isRgb: boolean,
  maxPixels: number,
): Promise<Pixels | 'too_large'> {
  const pixels = isRgb ? null : await decodedJpeg(piece, maxPixels);
  return pixels ?? patientlyDecoded(piece, isRgb);
}

function values(ifd: Directory, tag: string): number[] {
  const found = (ifd as Record<string, unknown>)[tag];
  if (found instanceof Uint8Array) return [...found];
  return Array.isArray(found) ? found.filter((value) => typeof value === 'number') : [];
}

function first(ifd: Directory, tag: string): number | null {
  return values(ifd, tag)[0] ?? null;
}

/** A rational number (TIFF 6.0, section 2, kind 5): what it counts, and by what it is divided. */
function ratio(ifd: Directory, tag: string): number | null {
  const [pair] = ((ifd as Record<string, unknown>)[tag] ?? []) as unknown[];
  if (!Array.isArray(pair)) return first(ifd, tag);
  const [over, under] = pair as number[];
  return over && under ? over / under : null;
}
