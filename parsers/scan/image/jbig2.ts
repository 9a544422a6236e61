import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { decodingBytes } from './decoding-memory.ts';
import type { Pixels } from './page-picture.ts';

/** A segment of JBIG2 (ITU-T T.88 §7.2): where its head and its data stand. `length`: null where the file does not say it. */
interface Segment {
  type: number;
  head: [from: number, end: number];
  data: number;
  length: number | null;
}

/** First bytes of a file of JBIG2 (T.88 D.4); what PDF and some writers of OFD embed has none. */
const magic = [0x97, 0x4a, 0x42, 0x32, 0x0d, 0x0a, 0x1a, 0x0a];

/** Types of segments. */
const pageInformation = 48;
const endOfFile = 51;
const types = new Set([0, 4, 6, 7, 16, 20, 22, 23, 36, 38, 39, 40, 42, 43, 48, 49, 50, 51, 52, 53, 62]);

/** Those of regions, which begin with their width and height (§7.4.1). */
const regions = new Set([4, 6, 7, 20, 22, 23, 36, 38, 39, 40, 42, 43]);

const unknownLength = 0xffffffff;

/** More segments than any page of a scan has. */
const mostSegments = 100_000;

/** Bytes for each pixel: its bit, its grey. */
const pixelBytes = 1.2;

/** Whether bytes are a picture of JBIG2, as a file or as it is embedded. */
export const isJbig2 = (bytes: Uint8Array): boolean =>
  hasMagic(bytes) || pageOf(bytes, segmentsOf(bytes, 0)) !== null;

const hasMagic = (bytes: Uint8Array): boolean => magic.every((byte, i) => bytes[i] === byte);

/** Decodes the first page of a picture of JBIG2. Throws where it is damaged. */
export async function decodedJbig2(
  bytes: Uint8Array,
  maxPixels: number,
): Promise<{ pixels: Pixels; dpi: number | null } | 'too_large'> {
  const segments = hasMagic(bytes) ? segmentsOfFile(bytes) : segmentsOf(bytes, 0);
  const page = pageOf(bytes, segments);
  if (page === null) throw new Error('no page');
  const { width, height, dpi } = page;
  if (width * height > maxPixels || width * height * pixelBytes > decodingBytes) return 'too_large';
  if (segments.some((segment) => sizeOfRegion(bytes, segment) > maxPixels)) return 'too_large';
  const { Jbig2Image } = await loadDecoder();
  const bits = await Jbig2Image.instance.decode(inSequence(bytes, segments), width, height, null, null);
  const row = (width + 7) >> 3;
  if (bits.length < row * height) throw new Error('cut off');
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      data[y * width + x] = (bits[y * row + (x >> 3)]! & (0x80 >> (x & 7))) === 0 ? 0 : 255;
  return { pixels: { width, height, channels: 1, data }, dpi };
}

/** The segments of a file: heads and data in turns, or all heads before all data (D.1, D.2). */
function segmentsOfFile(bytes: Uint8Array): Segment[] {
  const flags = bytes[8] ?? 0;
  const start = (flags & 2) === 0 ? 13 : 9;
  if ((flags & 1) !== 0) return segmentsOf(bytes, start);
  const segments = segmentsOf(bytes, start, false);
  let at = segments.at(-1)?.head[1] ?? start;
  for (const segment of segments) {
    segment.data = at;
    at += segment.length ?? 0;
  }
  return segments;
}

/** Reads heads of segments from an offset on, until they end or make no sense. `inTurns`: the data of each follows its head. */
function segmentsOf(bytes: Uint8Array, start: number, inTurns = true): Segment[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const segments: Segment[] = [];
  try {
    for (let at = start; at + 11 <= bytes.length && segments.length < mostSegments; ) {
      const segment = segmentAt(view, at);
      if (segment === null) break;
      segments.push(segment);
      if (segment.type === endOfFile || segment.length === null) break;
      at = inTurns ? segment.data + segment.length : segment.head[1];
    }
  } catch (error) {
    // Beyond the end: what was read so far counts.
    if (!(error instanceof RangeError)) throw error;
  }
  return segments;
}

/** §7.2.2 to 7.2.7. */
function segmentAt(view: DataView, from: number): Segment | null {
  const number = view.getUint32(from);
  const flags = view.getUint8(from + 4);
  const type = flags & 0x3f;
  if (!types.has(type)) return null;
  let at = from + 5;
  let referred = view.getUint8(at) >> 5;
  if (referred === 7) {
    referred = view.getUint32(at) & 0x1fffffff;
    at += 4 + ((referred + 8) >> 3);
  } else at++;
  at += referred * (number <= 256 ? 1 : number <= 65_536 ? 2 : 4);
  at += (flags & 0x40) === 0 ? 1 : 4;
  const length = view.getUint32(at);
  const end = at + 4;
  return { type, head: [from, end], data: end, length: length === unknownLength ? null : length };
}

/** Dots of a metre in an inch. */
const inch = 0.0254;

/** The size that the first page says it has (§7.4.8); null without one, and for a page of stripes whose height is not known. */
function pageOf(
  bytes: Uint8Array,
  segments: readonly Segment[],
): { width: number; height: number; dpi: number | null } | null {
  const page = segments.find(({ type }) => type === pageInformation);
  if (page === undefined || page.data + 19 > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height, perMetre] = [0, 4, 8].map((at) => view.getUint32(page.data + at)) as [
    number,
    number,
    number,
  ];
  if (width === 0 || height === 0 || height === unknownLength) return null;
  return { width, height, dpi: perMetre === 0 ? null : Math.round(perMetre * inch) };
}

/** Pixels of a region, which may be larger than its page; 0 for what is none. */
function sizeOfRegion(bytes: Uint8Array, { type, data }: Segment): number {
  if (!regions.has(type) || data + 8 > bytes.length) return 0;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getUint32(data) * view.getUint32(data + 4);
}

/** The segments one behind another, as the decoder takes them, which leaves white what is cut off. Throws where one is. */
function inSequence(bytes: Uint8Array, segments: readonly Segment[]): Uint8Array {
  if (segments.some(({ data, length }) => data + (length ?? 0) > bytes.length)) throw new Error('cut off');
  const pieces = segments
    .filter(({ type }) => type !== endOfFile)
    .flatMap(({ head, data, length }) => [
      bytes.subarray(...head),
      bytes.subarray(data, length === null ? bytes.length : data + length),
    ]);
  return new Uint8Array(Buffer.concat(pieces));
}

type Decoders = typeof import('pdfjs-dist/image_decoders/pdf.image_decoders.min.mjs');

let loading: Promise<Decoders> | null = null;

/** The decoder of pdf.js, which it has for pictures alone; its program is read from the installed package. */
function loadDecoder(): Promise<Decoders> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Decoders> {
  const folder = path.join(
    path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json')),
    'wasm',
  );
  const decoders = await import('pdfjs-dist/image_decoders/pdf.image_decoders.min.mjs');
  decoders.Jbig2Image.setOptions({
    getHandler: () => ({
      sendWithPromise: async (_, { filename }) => new Uint8Array(await readFile(path.join(folder, filename))),
    }),
    useWasm: true,
    useWorkerFetch: false,
    wasmUrl: folder + path.sep,
  });
  return decoders;
}
