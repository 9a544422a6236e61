import { createRequire } from 'node:module';
import path from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import type { Issue } from '../../schemas/index.ts';
import { thrownDetail } from '../issue.ts';
import { markNoInk } from './characters/mark-no-ink.ts';
import { decryptionOf } from './damage/decryption.ts';
import { withUnpacked } from './damage/packed-objects.ts';
import { nowhere } from './damage/page-tree.ts';
import { boundWidthCodes } from './damage/width-codes.ts';
import { listen } from './engine/heard-faults.ts';
import { loadPdfjs, type Pdfjs } from './engine/load-pdfjs.ts';
import { allowLongSides } from './engine/long-sides.ts';
import { holdLostPromises } from './engine/lost-promises.ts';
import { workerPort } from './engine/worker-port.ts';

/** Folder of the installed package: its character maps, fonts, decoders and colour profiles are read from disk, never fetched. */
const home = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const folder = (name: string): string => path.join(home, name) + path.sep;

/** An open file; `close` lets go of all that it holds. */
export interface OpenPdf {
  pdf: PDFDocumentProxy;
  close: () => Promise<void>;
}

export type Opened = OpenPdf | { error: Issue };

/**
 * Opens a PDF without fetching, executing or drawing anything. A file that lost its end is given a new trailer, one whose lists of places are lost its packed objects in the clear, and one that opens
 * without a password (only what may be done with it is restricted) opens with any.
 */
export async function openPdf(bytes: Uint8Array, password: string | undefined): Promise<Opened> {
  const opened = await openBytes(bytes, password);
  if ('error' in opened && opened.error.code === 'encrypted') {
    const free = password ? await openBytes(bytes, undefined) : opened;
    const searched = 'pdf' in free ? free : await openSearched(bytes, password);
    return searched ?? opened;
  }
  if ('pdf' in opened || opened.error.code !== 'corrupt') return opened;
  for (const mend of [withTrailer, withUnpacked]) {
    const mended = mend(bytes);
    const again = mended && (await openBytes(mended, password));
    if (again && 'pdf' in again) return again;
  }
  return opened;
}

/**
 * An encrypted file whose password fits, opened by a search for its objects: where pdf.js takes to that only when it has lost its way, it
 * decrypts the entry that says how to decrypt.
 */
async function openSearched(bytes: Uint8Array, password: string | undefined): Promise<OpenPdf | null> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (decryptionOf(file, password) === null) return null;
  const opened = await openBytes(Buffer.concat([file, Buffer.from(nowhere, 'latin1')]), password);
  return 'pdf' in opened ? opened : null;
}

async function openBytes(bytes: Uint8Array, password: string | undefined): Promise<Opened> {
  await allowLongSides(bytes, readFirstPage);
  return openNow(bytes, password);
}

async function readFirstPage(bytes: Uint8Array): Promise<void> {
  const opened = await openNow(bytes, undefined);
  if ('error' in opened) return;
  try {
    await (await opened.pdf.getPage(1)).getOperatorList();
  } finally {
    await opened.close();
  }
}

async function openNow(bytes: Uint8Array, password: string | undefined): Promise<Opened> {
  const { display, worker: parsing, isImageDecoderSupported } = await loadPdfjs();
  const port = workerPort();
  parsing.WorkerMessageHandler.initializeFromPort(port);
  const release = holdLostPromises();
  const stopListening = listen();
  const worker = new display.PDFWorker({ port: port as unknown as null, verbosity: everything });
  const task = display.getDocument({
    worker,
    // pdf.js takes the buffer over, so it gets a copy.
    data: markNoInk(boundWidthCodes(new Uint8Array(bytes))),
    password: password ?? '',
    verbosity: everything,
    cMapUrl: folder('cmaps'),
    standardFontDataUrl: folder('standard_fonts'),
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
    isImageDecoderSupported,
    canvasMaxAreaInBytes: 4 * mostPixels,
    useSystemFonts: false,
    disableFontFace: true,
    // The name of a font, and the code that a glyph was written by: worker-port.ts lets no more through.
    fontExtraProperties: true,
    stopAtErrors: false,
    enableXfa: false,
  });
  const close = async (): Promise<void> => {
    await task.destroy().catch(() => undefined);
    worker.destroy();
    release();
    stopListening();
  };
  try {
    return { pdf: await task.promise, close };
  } catch (error) {
    await close();
    return { error: openingIssue(error, password, display) };
  }
}

/** Pixels from which pdf.js halves pictures of JPEG 2000, A3 at 300 dpi and some more: a finer one is read no better. */
const mostPixels = 20_000_000;

/** Level of pdf.js at which it says what it passes over, in what is packed too (VerbosityLevel.INFOS). */
const everything = 5;

/** The file with a trailer that names its catalogue, for pdf.js to search the objects; null where it has none in the clear. */
function withTrailer(bytes: Uint8Array): Uint8Array | null {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const at = text.search(/\/Type\s*\/Catalog\b/);
  if (at < 0) return null;
  const head = text.slice(Math.max(0, at - 2000), at);
  const number = [...head.matchAll(/(\d{1,9})\s+(\d{1,5})\s+obj\b/g)].at(-1);
  if (!number) return null;
  const trailer = `\ntrailer\n<< /Root ${number[1]} ${number[2]} R >>\nstartxref\n0\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(trailer, 'latin1')]);
}

function openingIssue(error: unknown, password: string | undefined, display: Pdfjs['display']): Issue {
  if (error instanceof display.PasswordException) {
    const message =
      password === undefined
        ? { zh: '文件已加密，需要口令', en: 'the file is encrypted and needs a password' }
        : { zh: '文件已加密，口令不正确', en: 'the file is encrypted and the password is wrong' };
    return { code: 'encrypted', message, place: null };
  }
  const reason = error instanceof Error ? error.message : String(error);
  if (/encryption|encrypt method/i.test(reason))
    return {
      code: 'encrypted',
      message: {
        zh: `文件的加密方式不能解开，请去掉口令或证书另存：${reason}`,
        en: `the file is encrypted in a way that is not read, save it without: ${reason}`,
      },
      place: null,
    };
  const detail = thrownDetail(error);
  if (error instanceof display.InvalidPDFException)
    return {
      code: 'corrupt',
      message: {
        zh: `PDF 的结构（目录或对象表）已损坏，无法打开${detail.zh}`,
        en: `the structure of the PDF (its catalog or table of objects) is damaged, it cannot be opened${detail.en}`,
      },
      place: null,
    };
  return {
    code: 'corrupt',
    message: {
      zh: `PDF 已损坏，无法打开${detail.zh}`,
      en: `the PDF is damaged, it cannot be opened${detail.en}`,
    },
    place: null,
  };
}
