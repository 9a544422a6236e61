import type { DecodePictures } from '../pages/pictures/decode-pictures.ts';
import type { DrawnPicture, Pixels } from '../scan/image/page-picture.ts';
import type { PictureSource } from './objects/draw-objects.ts';
import type { Parts } from './package/parts.ts';

/** Decodes pictures of a package: PNG, JPEG, BMP, GIF, TIFF and JBIG2, by their first bytes. Others, and damaged ones, are left out. */
export function pictureDecoder(parts: Parts): DecodePictures {
  return async (images) => {
    const drawn: DrawnPicture[] = [];
    for (const { source, frame } of images) {
      const { path, mask } = source as PictureSource;
      const pixels = await pixelsOf(path, parts);
      if (pixels === null) continue;
      const hiding = mask === null ? null : await pixelsOf(mask, parts);
      drawn.push({ pixels: hiding === null ? pixels : masked(pixels, hiding), frame });
    }
    return drawn;
  };
}

async function pixelsOf(path: string, parts: Parts): Promise<Pixels | null> {
  const bytes = parts.bytes(path);
  if (bytes === null) return null;
  const { picturesOf } = await import('../scan/image/image-file.ts');
  try {
    const picture = await picturesOf(bytes, 1)[0]?.();
    return picture === undefined || typeof picture === 'string' ? null : picture.pixels;
  } catch {
    // A decoder throws over damaged bytes; the page says that a picture of it was not read.
    return null;
  }
}

/** From this lightness on a mask lets its picture show (§10), of 255. */
const shows = 245;

/** A picture with what its mask hides left out, as fine as the finer of them: scanners keep the shapes of letters in a mask and their colours in little. */
function masked(picture: Pixels, mask: Pixels): Pixels {
  const { width, height } = picture.width * picture.height < mask.width * mask.height ? mask : picture;
  const { channels, data } = picture;
  const rgba = new Uint8Array(4 * width * height);
  const rowIn = (y: number, of: Pixels): number => Math.floor((y * of.height) / height) * of.width;
  for (let y = 0; y < height; y++) {
    const [row, over] = [rowIn(y, picture), rowIn(y, mask)];
    for (let x = 0; x < width; x++) {
      if (mask.data[(over + Math.floor((x * mask.width) / width)) * mask.channels]! < shows) continue;
      const from = (row + Math.floor((x * picture.width) / width)) * channels;
      const to = 4 * (y * width + x);
      for (let k = 0; k < 3; k++) rgba[to + k] = data[channels === 1 ? from : from + k]!;
      rgba[to + 3] = channels === 4 ? data[from + 3]! : 255;
    }
  }
  return { width, height, channels: 4, data: rgba };
}
