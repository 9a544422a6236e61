import type { Content } from './contents.ts';
import type { PictureLayout } from './pass.ts';

/**
 * A picture large enough to hold a form. `paragraphsBefore` and `gridsBefore` say where it stands: after how many paragraphs
 * with text and grids of the body, as they were before grids were joined.
 */
export interface LargePicture {
  contentType: string | null;
  /** Points; null where the document does not say. */
  width: number | null;
  height: number | null;
  /** A preview of an embedded object, such as a worksheet. */
  object: boolean;
  paragraphsBefore: number;
  gridsBefore: number;
  /** The picture in the flow of the body. */
  content: Content;
  /** The bytes of the picture as they are stored. Rejects where the part is damaged. */
  read: () => Promise<Uint8Array>;
}

/** Points: a seal, a signature or a code is smaller than a form in at least one direction. */
const smallestWidth = 200;
const smallestHeight = 100;

export function largePictures(contents: Content[], layouts: PictureLayout[]): LargePicture[] {
  const pictures: LargePicture[] = [];
  let paragraphsBefore = 0;
  let gridsBefore = 0;
  for (const content of contents) {
    if (content.kind === 'grid') gridsBefore++;
    else if (content.kind === 'paragraph') paragraphsBefore += content.text === '' ? 0 : 1;
    else {
      const layout = layouts[content.index] ?? { width: null, height: null, object: false };
      const { contentType, read } = content;
      if (isLarge(layout))
        pictures.push({ ...layout, content, contentType, read, paragraphsBefore, gridsBefore });
    }
  }
  return pictures;
}

const isLarge = ({ width, height }: PictureLayout): boolean =>
  width === null || height === null || (width >= smallestWidth && height >= smallestHeight);
