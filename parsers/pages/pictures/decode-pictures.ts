import type { DrawnPicture } from '../../scan/image/page-picture.ts';
import type { DrawnImage } from '../drawing/drawn-objects.ts';

/** The pixels of pictures of a page; one that cannot be decoded is left out. */
export type DecodePictures = (images: readonly DrawnImage[]) => Promise<DrawnPicture[]>;
