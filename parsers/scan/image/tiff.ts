import UTIF from 'utif2';
import { decodedJpeg, patientlyDecoded } from './jpeg.ts';
import { greyOf, type Pixels } from './page-picture.ts';
import { mendDirectories } from './tiff-directories.ts';

/** One picture of a TIFF with its resolution in pixels an inch; null where it gives none. */
export interface TiffPicture {
  pixels: Pixels;
  dpi: number | null;
}

type Directory = ReturnType<typeof UTIF.decode>[number];

/** Values of tag 259 and 262 (TIFF 6.0, section 8 and 22; technical note 2): JPEG in strips or tiles, RGB and inks. */
const jpegCompression = 7;
const rgbColours = 2;
const inks = 5;

/** The pictures of a TIFF in order, at most so many. Throws where its bytes are damaged. */
export async function decodedTiff(
  bytes: Uint8Array,
  maxPages: number,
  maxPixels: number,
): Promise<TiffPicture[] | 'too_large'> {
  const own = bytes.slice();
  mendDirectories(own, maxPages);
  const { buffer } = own;
  const pictures: TiffPicture[] = [];
  for (const ifd of UTIF.decode(buffer).slice(0, maxPages)) {
    const width = first(ifd, 't256');
    const height = first(ifd, 't257');
    if (!(width && height)) continue;
    if (width * height > maxPixels) return 'too_large';
    const pixels =
      first(ifd, 't259') === jpegCompression
        ? await jpegPieces(bytes, ifd, width, height, maxPixels)
        : decodedPixels(buffer, ifd, width, height);
    if (pixels === 'too_large') return pixels;
    // Resolution 282, its unit 296: 2 inch, 3 centimetre.
    const resolution = first(ifd, 't282');
    const dpi = resolution ? Math.round(resolution * (first(ifd, 't296') === 3 ? 2.54 : 1)) : null;
    pictures.push({ pixels: { ...greyOf(pixels), channels: 1 }, dpi });
    // Colours of many pages would not fit the memory of a process.
    delete (ifd as Partial<Directory>).data;
  }
  return pictures;
}

function decodedPixels(buffer: ArrayBuffer, ifd: Directory, width: number, height: number): Pixels {
  UTIF.decodeImage(buffer, ifd);
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
): Promise<Pixels | 'too_large'> {
  const isTiled = values(ifd, 't324').length > 0;
  const offsets = values(ifd, isTiled ? 't324' : 't273');
  const lengths = values(ifd, isTiled ? 't325' : 't279');
  const across = isTiled ? (first(ifd, 't322') ?? width) : width;
  const down = isTiled ? (first(ifd, 't323') ?? height) : (first(ifd, 't278') ?? height);
  const inRow = Math.ceil(width / across);
  const tables = Uint8Array.from(values(ifd, 't347'));
  const data = new Uint8Array(width * height * 3).fill(255);
  for (const [i, offset] of offsets.entries()) {
    const piece = withTables(tables, bytes.subarray(offset, offset + (lengths[i] ?? 0)));
    const seen = await piecePixels(piece, first(ifd, 't262') === rgbColours, maxPixels);
    if (seen === 'too_large') return seen;
    place({ width, height, channels: 3, data }, seen, (i % inRow) * across, Math.floor(i / inRow) * down);
  }
  return { width, height, channels: 3, data };
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

/** Puts a piece where it belongs; what hangs over the edge of the picture is filling. */
function place(whole: Pixels, piece: Pixels, left: number, top: number): void {
  const columns = Math.min(piece.width, whole.width - left);
  const rows = Math.min(piece.height, whole.height - top);
  const grey = piece.channels === 1;
  for (let y = 0; y < rows; y++)
    for (let x = 0; x < columns; x++) {
      const from = (y * piece.width + x) * piece.channels;
      const to = ((top + y) * whole.width + left + x) * 3;
      for (let c = 0; c < 3; c++) whole.data[to + c] = piece.data[grey ? from : from + c]!;
    }
}

function values(ifd: Directory, tag: string): number[] {
  const found = (ifd as Record<string, unknown>)[tag];
  if (found instanceof Uint8Array) return [...found];
  return Array.isArray(found) ? found.filter((value) => typeof value === 'number') : [];
}

function first(ifd: Directory, tag: string): number | null {
  return values(ifd, tag)[0] ?? null;
}
