import { createInflate } from 'node:zlib';
import { decode as decodePng } from 'fast-png';
import { decodingBytes, stripBytes } from './decoding-memory.ts';
import { greyParts } from './grey-parts.ts';
import { greyOf, type Pixels } from './page-picture.ts';

/** Samples as a PNG keeps them: rows of whole bytes, or one number a sample of eight and sixteen bits. */
type Samples = Pick<
  ReturnType<typeof decodePng>,
  'width' | 'height' | 'depth' | 'channels' | 'palette' | 'data'
>;

interface PngHead extends Omit<Samples, 'data'> {
  interlaced: boolean;
}

/** The picture of a PNG and its resolution in pixels an inch. */
export interface PngPicture {
  pixels: Pixels;
  dpi: number | null;
}

/** Bytes of rows from which on a picture is unpacked by strips and kept in grey: unpacked whole, it is held three times. */
const mostAtOnce = 64 * 1024 * 1024;
const heldWhole = 3;

/** The signature and IHDR with its length, name and check (PNG §5.2, §11.2.1), bytes. */
const shortest = 33;

/** `strips`: bytes of rows from which on it is unpacked by strips. Throws where the bytes are damaged. */
export async function decodedPng(
  bytes: Uint8Array,
  maxPixels: number,
  strips = mostAtOnce,
): Promise<PngPicture | 'too_large'> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // IHDR stands first: width and height at 16 and 20 (PNG §11.2.1).
  if (bytes.length > 24 && view.getUint32(16) * view.getUint32(20) > maxPixels) return 'too_large';
  const head = bytes.length < shortest ? null : headOf(view);
  if (head === null || head.height * rowBytes(head) <= strips) return decodedWhole(bytes);
  if (!head.interlaced) return decodedByStrips(bytes, view, head);
  const held = heldWhole * head.height * rowBytes(head) + head.width * head.height;
  return held > decodingBytes ? 'too_large' : decodedWhole(bytes);
}

function decodedWhole(bytes: Uint8Array): PngPicture {
  const image = decodePng(bytes);
  const { width, height, resolution } = image;
  const dpi = resolution?.unit === 1 ? inchesOf(resolution.x) : null;
  return { pixels: { width, height, ...channelsOf(image) }, dpi };
}

const inchesOf = (perMetre: number): number => Math.round(perMetre * 0.0254);

/** Channels by colour type (PNG §6.1). */
const channelsByType: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Null where the head says what no PNG may: the usual decoder tells why. */
function headOf(view: DataView): PngHead | null {
  const depth = view.getUint8(24);
  const channels = channelsByType[view.getUint8(25)];
  if (channels === undefined || ![1, 2, 4, 8, 16].includes(depth)) return null;
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  return { width, height, depth: depth as Samples['depth'], channels, interlaced: view.getUint8(28) !== 0 };
}

const rowBytes = ({ width, depth, channels }: Omit<PngHead, 'interlaced'>): number =>
  Math.ceil((width * depth * channels) / 8);

interface Chunks {
  data: Uint8Array[];
  palette: number[][] | null;
  dpi: number | null;
}

/** What a picture is made of; ends at IEND or with the bytes. */
function chunksOf(bytes: Uint8Array, view: DataView): Chunks {
  const chunks: Chunks = { data: [], palette: null, dpi: null };
  for (let at = 8; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    const body = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'IEND') break;
    if (type === 'IDAT') chunks.data.push(body);
    if (type === 'PLTE')
      chunks.palette = Array.from({ length: Math.floor(body.length / 3) }, (_, i) => [
        ...body.subarray(3 * i, 3 * i + 3),
      ]);
    if (type === 'pHYs' && body.length === 9)
      chunks.dpi = body[8] === 1 ? inchesOf(view.getUint32(at + 8)) : null;
    at += 12 + length;
  }
  return chunks;
}

/** Rows are unpacked a few at a time and made grey at once: a byte for each pixel is all that is kept. */
async function decodedByStrips(bytes: Uint8Array, view: DataView, head: PngHead): Promise<PngPicture> {
  const { width, height, depth, channels } = head;
  const { data, palette, dpi } = chunksOf(bytes, view);
  const row = rowBytes(head);
  const rows = Math.min(height, Math.max(1, Math.floor(stripBytes / row)));
  const strip = new Uint8Array(rows * row);
  const whole = greyParts(width, height);
  const step = Math.max(1, (depth * channels) >> 3);
  let previous: Uint8Array = new Uint8Array(row);
  let done = 0;
  for await (const line of linesOf(data, row + 1)) {
    const own = strip.subarray((done % rows) * row, ((done % rows) + 1) * row);
    own.set(line.subarray(1));
    unfilter(line[0]!, own, previous, step);
    // The next row may come to the same place.
    previous = rows === 1 ? own.slice() : own;
    done += 1;
    if (done % rows !== 0 && done < height) continue;
    const count = ((done - 1) % rows) + 1;
    const part = strip.subarray(0, count * row);
    const samples = {
      ...head,
      height: count,
      data: depth === 16 ? words(part) : part,
      ...(palette && { palette }),
    };
    const pixels = { width, height: count, ...channelsOf(samples) };
    whole.place(greyOf(pixels), 0, done - count);
    if (done === height) return { pixels: whole.pixels(), dpi };
  }
  throw new RangeError(`the picture ends after ${done} of ${height} rows`);
}

/** Unpacks the data, in pieces of one line each. */
async function* linesOf(data: readonly Uint8Array[], length: number): AsyncGenerator<Uint8Array> {
  const inflate = createInflate({ chunkSize: stripBytes });
  for (const piece of data) inflate.write(piece);
  inflate.end();
  const line = new Uint8Array(length);
  let filled = 0;
  for await (const piece of inflate as AsyncIterable<Buffer>)
    for (let at = 0; at < piece.length; ) {
      const more = piece.subarray(at, at + length - filled);
      line.set(more, filled);
      at += more.length;
      filled += more.length;
      if (filled < length) continue;
      yield line;
      filled = 0;
    }
}

/** Samples of sixteen bits, the most telling byte first. */
function words(bytes: Uint8Array): Uint16Array {
  return Uint16Array.from({ length: bytes.length >> 1 }, (_, i) => (bytes[2 * i]! << 8) | bytes[2 * i + 1]!);
}

/**
 * Undoes the filter of a row (PNG §9.2) where it lies; `step`: bytes between a byte and that of the pixel to its left. A loop for each kind:
 * large pictures have hundreds of millions of bytes.
 */
function unfilter(kind: number, row: Uint8Array, above: Uint8Array, step: number): void {
  const { length } = row;
  if (kind === 1) for (let i = step; i < length; i++) row[i] = row[i]! + row[i - step]!;
  else if (kind === 2) for (let i = 0; i < length; i++) row[i] = row[i]! + above[i]!;
  else if (kind === 3) unfilterMean(row, above, step);
  else if (kind === 4) unfilterPaeth(row, above, step);
  else if (kind !== 0) throw new RangeError(`no filter of a PNG has the number ${kind}`);
}

function unfilterMean(row: Uint8Array, above: Uint8Array, step: number): void {
  const { length } = row;
  for (let i = 0; i < Math.min(step, length); i++) row[i] = row[i]! + (above[i]! >> 1);
  for (let i = step; i < length; i++) row[i] = row[i]! + ((row[i - step]! + above[i]!) >> 1);
}

function unfilterPaeth(row: Uint8Array, above: Uint8Array, step: number): void {
  const { length } = row;
  // Nothing stands to the left of the first pixel: of the three the one above is nearest.
  for (let i = 0; i < Math.min(step, length); i++) row[i] = row[i]! + above[i]!;
  for (let i = step; i < length; i++) {
    const left = row[i - step]!;
    const up = above[i]!;
    const corner = above[i - step]!;
    const a = Math.abs(up - corner);
    const b = Math.abs(left - corner);
    const c = Math.abs(left + up - 2 * corner);
    row[i] = row[i]! + (a <= b && a <= c ? left : b <= c ? up : corner);
  }
}

/** PNG of any depth as grey, RGB or RGBA with eight bits. */
function channelsOf(image: Samples): Pick<Pixels, 'channels' | 'data'> {
  const { width, height, depth, channels, palette } = image;
  const count = width * height;
  const sample = (at: number): number => image.data[at] ?? 255;
  if (palette) {
    const data = new Uint8Array(count * 3);
    const stride = Math.ceil((width * depth) / 8);
    for (let i = 0; i < count; i++) {
      const x = i % width;
      const byte = sample(((i - x) / width) * stride + ((x * depth) >> 3));
      const colour = palette[(byte >> (8 - depth - ((x * depth) & 7))) & ((1 << depth) - 1)];
      for (let c = 0; c < 3; c++) data[i * 3 + c] = colour?.[c] ?? 255;
    }
    return { channels: 3, data };
  }
  if (depth < 8) {
    const data = new Uint8Array(count);
    const stride = Math.ceil((width * depth) / 8);
    const most = (1 << depth) - 1;
    for (let i = 0; i < count; i++) {
      const x = i % width;
      const byte = sample(((i - x) / width) * stride + ((x * depth) >> 3));
      data[i] = (((byte >> (8 - depth - ((x * depth) & 7))) & most) * 255) / most;
    }
    return { channels: 1, data };
  }
  const shift = depth === 16 ? 8 : 0;
  const [from, to] = channels === 2 ? [2, 1] : [channels, channels];
  if (shift === 0 && from === to) return { channels: to as 1 | 3 | 4, data: image.data as Uint8Array };
  const data = new Uint8Array(count * to);
  for (let i = 0; i < count; i++)
    for (let c = 0; c < to; c++) data[i * to + c] = sample(i * from + c) >> shift;
  return { channels: to as 1 | 3 | 4, data };
}
