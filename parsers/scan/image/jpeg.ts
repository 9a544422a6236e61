import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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

function load(): Promise<Codec> {
  const name = '@cornerstonejs/codec-libjpeg-turbo-8bit';
  const loadCodec: LoadCodec = require(`${name}/decodewasmjs`);
  return loadCodec({ wasmBinary: readFileSync(require.resolve(`${name}/decodewasm`)) });
}
