import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { decode as decodeJpeg } from 'jpeg-js';
import { decodingBytes } from './decoding-memory.ts';
import { greyOf, type Pixels } from './page-picture.ts';

/** libjpeg-turbo in WebAssembly: a picture is written into its memory and read out of it. Throws over damaged bytes. */
interface JpegDecoder {
  getEncodedBuffer: (length: number) => Uint8Array;
  readHeader: () => void;
  getFrameInfo: () => { width: number; height: number; componentCount: number; bitsPerSample: number };
  decode: () => void;
  getDecodedBuffer: () => Uint8Array;
  delete: () => void;
}

interface Codec {
  JPEGDecoder: new () => JpegDecoder;
}

type LoadCodec = (options: { wasmBinary: Uint8Array }) => Promise<Codec>;

/** The memory of the decoder never shrinks: after a picture of more pixels than this it is let go. */
const mostKept = 40_000_000;

const require = createRequire(import.meta.url);
let codec: Promise<Codec> | null = null;

/** A JPEG of one or three colours, in grey; null where it is another, is damaged, or has more pixels than `most`. */
export async function decodedJpeg(bytes: Uint8Array, most: number): Promise<Pixels | null> {
  codec ??= load();
  const decoder = new (await codec).JPEGDecoder();
  try {
    decoder.getEncodedBuffer(bytes.length).set(bytes);
    decoder.readHeader();
    const { width, height, componentCount, bitsPerSample } = decoder.getFrameInfo();
    const channels = componentCount === 1 || componentCount === 3 ? componentCount : null;
    if (channels === null || bitsPerSample !== 8 || width * height > most) return null;
    if (heldBytes(bytes, width * height, channels) > decodingBytes) return null;
    if (width * height > mostKept) codec = null;
    decoder.decode();
    // Made grey where it lies: colours are three times as much to copy.
    const data = decoder.getDecodedBuffer();
    if (data.length !== width * height * channels) return null;
    const grey = greyOf({ width, height, channels, data });
    return { ...grey, channels: 1, data: channels === 1 ? grey.data.slice() : grey.data };
  } catch {
    // What was thrown is an address in the memory of the decoder: another decoder says more, or mends it.
    return null;
  } finally {
    decoder.delete();
  }
}

/** Bytes of a JPEG that are held while it is decoded: of each pixel its colours twice and its grey, measured; of a progressive one its coefficients too. */
function heldBytes(bytes: Uint8Array, pixels: number, channels: number): number {
  const size = declaredSize(bytes);
  const coefficients = size?.isProgressive ? 2 * size.samples : 0;
  return pixels * (2 * channels + 1) + coefficients;
}

/** Bytes that the patient decoder takes for each sample (its coefficient, twice, and its level) and each pixel of the result, measured: A3 at 300 dpi in full colours takes 680 MB. */
const patientBytes = { sample: 11, pixel: 6 } as const;

/**
 * A JPEG that is damaged, or of unusual colours, by a decoder that is slower and more patient. `isRgb`: its colours are not brightness and
 * tints. `too_large` by the size that its head declares, before anything is unpacked. Throws where too much is damaged.
 */
export function patientlyDecoded(bytes: Uint8Array, isRgb?: boolean): Pixels | 'too_large' {
  const size = declaredSize(bytes);
  if (size && size.samples * patientBytes.sample + size.pixels * patientBytes.pixel > decodingBytes)
    return 'too_large';
  const { width, height, data } = decodeJpeg(bytes, {
    useTArray: true,
    formatAsRGBA: false,
    maxMemoryUsageInMB: decodingBytes / 1e6,
    tolerantDecoding: true,
    ...(isRgb === undefined ? {} : { colorTransform: !isRgb }),
  });
  return { width, height, channels: 3, data };
}

interface DeclaredSize {
  pixels: number;
  /** Samples of all its colours. */
  samples: number;
  isProgressive: boolean;
}

/** What the first frame header of a JPEG declares (ITU T.81, B.2.2); null without one. */
function declaredSize(bytes: Uint8Array): DeclaredSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 2; at + 10 <= bytes.length; ) {
    const marker = bytes[at + 1]!;
    if (bytes[at] !== 0xff || marker === 0xff) {
      at++;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xc2;
    if (!isFrame) {
      at += 2 + view.getUint16(at + 2);
      continue;
    }
    const pixels = view.getUint16(at + 5) * view.getUint16(at + 7);
    const shares = Array.from({ length: bytes[at + 9]! }, (_, i) => bytes[at + 11 + 3 * i] ?? 0x11);
    const sampling = shares.map((share) => (share >> 4) * (share & 15));
    const whole =
      Math.max(1, ...shares.map((share) => share >> 4)) * Math.max(1, ...shares.map((share) => share & 15));
    const samples = (pixels * sampling.reduce((sum, one) => sum + one, 0)) / whole;
    return { pixels, samples, isProgressive: marker === 0xc2 };
  }
  return null;
}

function load(): Promise<Codec> {
  const name = '@cornerstonejs/codec-libjpeg-turbo-8bit';
  const loadCodec: LoadCodec = require(`${name}/decodewasmjs`);
  return loadCodec({ wasmBinary: readFileSync(require.resolve(`${name}/decodewasm`)) });
}
