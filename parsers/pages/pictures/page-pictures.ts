import type { GeometrySettings } from '../../geometry/settings.ts';
import type { DrawnPicture } from '../../scan/image/page-picture.ts';
import type { Inset } from '../../scan/read-inset.ts';
import { isDrawnPage, pageKind } from '../page-kind.ts';
import type { ReadMarks } from '../page-marks.ts';
import { withoutTextUnderPictures } from './covering-pictures.ts';
import type { DecodePictures } from './decode-pictures.ts';
import { insetPlaces, largePictures } from './insets.ts';
import { withoutLightText } from './light-text.ts';
import { shownPictures } from './shown-pictures.ts';

/** The marks of a page and its pictures: all where it is a scan, else those that may hold a table. */
export interface PageReading {
  marks: ReadMarks;
  scan: DrawnPicture[] | null;
  /** Large pictures of a digital page; of a scan those that stand apart from each other, where it has several. */
  insets: Inset[];
}

/** Decodes what is to be read as a picture, and leaves out the text that pictures hide. `drawn`: the page as a picture of itself. */
export async function withPictures(
  written: ReadMarks,
  decode: DecodePictures,
  drawn: () => DrawnPicture | null,
  settings: GeometrySettings,
): Promise<PageReading> {
  const marks = await withoutLightText(decode, await withoutTextUnderPictures(decode, written));
  const insets: Inset[] = [];
  if (pageKind(marks) !== 'scanned') {
    for (const { box, images, isGround } of insetPlaces(marks, settings))
      insets.push({ box, isGround, pictures: await shownPictures(decode, marks, images) });
    return { marks, scan: null, insets };
  }
  const pictures = await shownPictures(decode, marks, marks.pictures);
  const self = isDrawnPage(marks) ? drawn() : null;
  const sheets = self === null ? largePictures(marks) : [];
  for (const { box, images } of sheets.length > 1 ? sheets : [])
    insets.push({ box, isGround: false, pictures: await shownPictures(decode, marks, images) });
  return { marks, scan: self === null ? pictures : [self, ...pictures], insets };
}
