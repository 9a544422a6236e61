import type { StoredPicture } from './blips.ts';

/** Pictures of a document as parts of a package. */
export interface Media {
  /** Id of the relationship to a picture. */
  add: (picture: StoredPicture) => string;
  pictures: readonly StoredPicture[];
}

export function collectMedia(): Media {
  const pictures: StoredPicture[] = [];
  return {
    pictures,
    add: (picture) => relationshipOf(pictures.push(picture)),
  };
}

export const relationshipOf = (number: number): string => `picture${number}`;

/** A picture of that size in points; an object shows one of what it holds. */
export function pictureMarkup(
  relationship: string,
  width: number,
  height: number,
  isObject: boolean,
): string {
  const size = width > 0 && height > 0 ? ` style="width:${width}pt;height:${height}pt"` : '';
  const shape = `<v:shape${size}><v:imagedata r:id="${relationship}"/></v:shape>`;
  return isObject
    ? `<w:object>${shape}<o:OLEObject DrawAspect="Content"/></w:object>`
    : `<w:pict>${shape}</w:pict>`;
}
