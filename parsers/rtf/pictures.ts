import { pictureMarkup } from '../word/written-markup.ts';
import { begin, type Reading } from './group.ts';

/** Kinds of pictures by the word that names them, and how a file of them is called. What is a drawing is named, and not read. */
const kinds = new Map([
  ['pngblip', 'png'],
  ['jpegblip', 'jpeg'],
  ['emfblip', 'emf'],
  ['wmetafile', 'wmf'],
  ['dibitmap', 'bmp'],
]);

const twipsPerPoint = 20;
const usualScale = 100;

/** Reads a picture (RTF 1.9.1, "Pictures"); `put` gets the markup that shows it. */
export function readPicture(reading: Reading, put: (markup: string) => void, isObject: boolean): void {
  const digits: string[] = [];
  let packed = '';
  let kind = 'wmf';
  const size = new Map<string, number>();
  begin(reading, {
    isText: false,
    text: (text) => {
      digits.push(text);
    },
    binary: (bytes) => {
      packed += bytes;
    },
    word: (name, value) => {
      kind = kinds.get(name) ?? kind;
      if (name.startsWith('pic') && value !== null) size.set(name, value);
    },
    close: () => {
      const stored =
        packed === ''
          ? Buffer.from(digits.join('').replace(/[^\da-f]/gi, ''), 'hex')
          : Buffer.from(packed, 'latin1');
      if (stored.length === 0) return;
      const bytes = kind === 'bmp' ? withFileHeader(stored) : stored;
      reading.pictures.push({ ending: kind, read: () => bytes });
      const side = (goal: string, scale: string) =>
        ((size.get(goal) ?? 0) / twipsPerPoint) * ((size.get(scale) ?? usualScale) / usualScale);
      put(
        pictureMarkup(
          reading.pictures.length,
          side('picwgoal', 'picscalex'),
          side('pichgoal', 'picscaley'),
          isObject,
        ),
      );
    },
  });
}

const fileHeader = 14;
const smallestHeader = 12;

/** A bitmap as a clipboard holds it lacks the header of a file (BITMAPFILEHEADER), which says where its points begin. */
function withFileHeader(bitmap: Buffer): Buffer {
  if (bitmap.length < 40) return bitmap;
  const info = bitmap.readUInt32LE(0);
  const depth = bitmap.readUInt16LE(info > smallestHeader ? 14 : 10);
  const used = info > smallestHeader ? bitmap.readUInt32LE(32) : 0;
  const colours = depth <= 8 ? used || 2 ** depth : 0;
  const masks = info > smallestHeader && bitmap.readUInt32LE(16) === 3 && info === 40 ? 12 : 0;
  const header = Buffer.alloc(fileHeader);
  header.write('BM', 'latin1');
  header.writeUInt32LE((fileHeader + bitmap.length) % 2 ** 32, 2);
  const start = fileHeader + info + masks + colours * (info > smallestHeader ? 4 : 3);
  header.writeUInt32LE(start % 2 ** 32, 10);
  return Buffer.concat([header, bitmap]);
}
