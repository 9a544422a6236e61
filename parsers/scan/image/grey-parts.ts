import type { GreyPicture, Pixels } from './page-picture.ts';

/** A picture that is decoded in strips or tiles, each made grey at once: colours of the whole would not fit the memory of a process. */
export interface GreyParts {
  /** Puts a part where it belongs; what hangs over the edge of the picture is filling. */
  place(part: GreyPicture, left: number, top: number): void;
  /** The whole in grey, white where no part lies, and where it was a bright red and of another colour. */
  pixels(): Pixels & { channels: 1 };
}

/** Where no colour is. */
const none = 255;

/** Most pixels of a picture whose colours are told, two more bytes of each: A3 at 600 dpi has 70 million. */
const mostColoured = 100_000_000;

/** An empty picture of so many pixels, to put parts into. */
export function greyParts(width: number, height: number): GreyParts {
  const grey = new Uint8Array(width * height).fill(255);
  let red: Uint8Array | undefined;
  let tint: Uint8Array | undefined;
  const isColoured = width * height <= mostColoured;
  const copy = (from: Uint8Array, into: Uint8Array, part: GreyPicture, left: number, top: number): void => {
    const columns = Math.min(part.width, width - left);
    const rows = Math.min(part.height, height - top);
    if (!(columns > 0)) return;
    for (let y = 0; y < rows; y++)
      into.set(from.subarray(y * part.width, y * part.width + columns), (top + y) * width + left);
  };
  return {
    place(part, left, top) {
      copy(part.data, grey, part, left, top);
      if (isColoured && part.red !== undefined) {
        red ??= empty(grey);
        copy(part.red, red, part, left, top);
      }
      if (isColoured && part.tint !== undefined) {
        tint ??= empty(grey);
        copy(part.tint, tint, part, left, top);
      }
    },
    pixels: () => ({ width, height, channels: 1, data: grey, ...(red && { red }), ...(tint && { tint }) }),
  };
}

const empty = ({ length }: Uint8Array): Uint8Array => new Uint8Array(length).fill(none);
