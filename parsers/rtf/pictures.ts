import { begin, type Reading } from './group.ts';

/** Kinds of pictures by the word that names them, and how a file of them is called. What is a drawing is named, and not read. */
const kinds = new Map([
  ['pngblip', 'png'],
  ['jpegblip', 'jpeg'],
  ['emfblip', 'emf'],
  ['wmetafile', 'wmf'],
  ['dibitmap', 'bmp'],
]);

const emuPerTwip = 635;
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
      const name = `image${reading.pictures.length + 1}.${kind}`;
      reading.pictures.push({ name, bytes: kind === 'bmp' ? withFileHeader(stored) : stored });
      const side = (goal: string, scale: string) =>
        Math.round((size.get(goal) ?? 0) * ((size.get(scale) ?? usualScale) / usualScale) * emuPerTwip);
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

const emuPerPoint = 12_700;

function pictureMarkup(number: number, width: number, height: number, isObject: boolean): string {
  if (isObject) {
    const size = `width:${width / emuPerPoint}pt;height:${height / emuPerPoint}pt`;
    return `<w:r><w:object><v:shape style="${size}"><v:imagedata r:id="rId${number}"/></v:shape><o:OLEObject DrawAspect="Content"/></w:object></w:r>`;
  }
  return (
    `<w:r><w:drawing><wp:inline><wp:extent cx="${width}" cy="${height}"/><wp:docPr id="0" name=""/><a:graphic><a:graphicData>` +
    `<pic:pic><pic:blipFill><a:blip r:embed="rId${number}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
  );
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
