import { offerJpegDecoder } from './jpeg-pictures.ts';

/** Both halves of pdf.js, and whether it will decode pictures of JPEG with the decoder that it was offered. */
export interface Pdfjs {
  display: typeof import('pdfjs-dist');
  worker: typeof import('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
  isImageDecoderSupported: boolean;
}

let loading: Promise<Pdfjs> | null = null;

/** Loads pdf.js when the first file is opened. */
export function loadPdfjs(): Promise<Pdfjs> {
  loading ??= load();
  return loading;
}

/**
 * The half that parses is of the build for Node and brings what the language lacks there for both, so it comes first. The other half is of the
 * build for browsers: that for Node loads a native library to draw with, of which nothing is used here, and takes a tenth of a
 * second and 24 MB for it. Without its comments and long names, which nobody reads here, it is compiled sooner.
 */
async function load(): Promise<Pdfjs> {
  // pdf.js looks for a decoder when this half is loaded, and never again.
  const isImageDecoderSupported = offerJpegDecoder();
  const worker = await import('pdfjs-dist/legacy/build/pdf.worker.min.mjs');
  const release = withoutAdvice();
  try {
    return { display: await import('pdfjs-dist/build/pdf.min.mjs'), worker, isImageDecoderSupported };
  } finally {
    release();
  }
}

/** Keeps one line from the terminal, the advice to load the other build. Returns what ends this. */
function withoutAdvice(): () => void {
  const { warn } = console;
  const filtered = (...words: unknown[]): void => {
    if (!String(words[0]).startsWith('Warning: Please use the `legacy` build')) warn.apply(console, words);
  };
  console.warn = filtered;
  return () => {
    if (console.warn === filtered) console.warn = warn;
  };
}
