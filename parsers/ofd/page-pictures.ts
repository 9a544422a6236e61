import type { DecodePictures } from '../pages/pictures/page-pictures.ts';
import type { DrawnPicture } from '../scan/image/page-picture.ts';
import type { Parts } from './package/parts.ts';

/** Decodes pictures of a package: PNG, JPEG, BMP, GIF and TIFF, by their first bytes. Others (JBIG2), and damaged ones, are left out. */
export function pictureDecoder(parts: Parts): DecodePictures {
  return async (images) => {
    const drawn: DrawnPicture[] = [];
    for (const { source, frame } of images) {
      const bytes = parts.bytes(String(source));
      if (bytes === null) continue;
      const { picturesOf } = await import('../scan/image/image-file.ts');
      try {
        const picture = await picturesOf(bytes, 1)[0]?.();
        if (picture !== undefined && typeof picture !== 'string')
          drawn.push({ pixels: picture.pixels, frame });
      } catch {
        // A decoder throws over damaged bytes; the page says that a picture of it was not read.
      }
    }
    return drawn;
  };
}
