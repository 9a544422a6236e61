import type { Sheet } from '../../excel/sheet.ts';
import type { OpenDocument } from '../package.ts';
import { attributeOf, childOf, type Element, elementsOf, lengthOf, plainText } from '../tree.ts';

/** Points: a seal, a signature or a logo is smaller than a form in at least one direction. */
const smallest = { width: 200, height: 100 };

type Picture = ReturnType<NonNullable<Sheet['pictures']>>[number];

/** What lies on a sheet beside its cells. */
export interface Drawings {
  /** Large pictures; their bytes are read when they are asked for. */
  pictures: (Omit<Picture, 'bytes'> & { read: () => Uint8Array | null })[];
  /** Anything that is a picture or a chart. */
  hasPicture: boolean;
  /** Shapes with a text. */
  texts: number;
  hasObjects: boolean;
}

export const noDrawings = (): Drawings => ({ pictures: [], hasPicture: false, texts: 0, hasObjects: false });

/** Notes what is drawn in an element: at a cell, or on the sheet (row and column 0). */
export function noteDrawings(
  drawings: Drawings,
  around: Element,
  place: { row: number; column: number },
  document: OpenDocument,
): void {
  for (const element of elementsOf(around)) {
    if (!/^(?:draw|dr3d):/.test(element.name)) continue;
    if (element.name === 'draw:g' || element.name === 'draw:a')
      noteDrawings(drawings, element, place, document);
    else if (element.name === 'draw:frame') noteFrame(drawings, element, place, document);
    else if (hasText(element)) drawings.texts++;
  }
}

const hasText = (element: Element): boolean =>
  elementsOf(element).some(({ name }) => name.startsWith('text:')) && plainText(element).trim() !== '';

function noteFrame(
  drawings: Drawings,
  frame: Element,
  place: { row: number; column: number },
  document: OpenDocument,
): void {
  const box = childOf(frame, 'draw:text-box');
  if (box !== null && plainText(box).trim() !== '') drawings.texts++;
  const object = childOf(frame, 'draw:object') ?? childOf(frame, 'draw:object-ole');
  const image = childOf(frame, 'draw:image');
  if (object === null && image === null) return;
  drawings.hasPicture = true;
  if (object !== null) {
    // A chart follows the cells that it shows.
    if (attributeOf(object, 'draw:notify-on-update-of-ranges') === null) drawings.hasObjects = true;
    return;
  }
  const [width, height] = [lengthOf(frame, 'svg:width'), lengthOf(frame, 'svg:height')];
  if (
    image === null ||
    (width !== null && width < smallest.width) ||
    (height !== null && height < smallest.height)
  )
    return;
  const part = attributeOf(image, 'xlink:href') ?? '';
  const data = childOf(image, 'office:binary-data');
  const read = (): Uint8Array | null => {
    const bytes = data === null ? document.read(part) : Buffer.from(plainText(data), 'base64');
    return bytes instanceof Uint8Array ? bytes : null;
  };
  drawings.pictures.push({ ...place, width, height, part, read });
}

export const picturesOf = ({ pictures }: Drawings): Picture[] =>
  pictures.flatMap(({ read, ...picture }) => {
    const bytes = read();
    return bytes === null ? [] : [{ ...picture, bytes }];
  });
