import type { Pixels } from './page-picture.ts';

/** Header of a bitmap file and of the picture in it ([MS-WMF] 2.2.2.3), as far as it is read; sizes in pixels. */
interface Header {
  width: number;
  height: number;
  /** Rows from the top; else from the bottom. */
  isTopDown: boolean;
  bits: number;
  /** Where the palette and the pixels begin. */
  palette: number;
  pixels: number;
  /** Bytes of a colour in the palette: 3 in the oldest kind. */
  paletteEntry: 3 | 4;
  dpi: number | null;
}

/** Length of the header of OS/2, which has no resolution and a palette of three bytes a colour. */
const oldHeader = 12;

/** Compression that is no compression, and colours by masks, which are taken for the usual ones. */
const plainKinds = [0, 3];

/** Inches in a metre. */
const inchesInMetre = 39.37;

/** Reads a bitmap (BMP) as RGB; null where it is compressed, or of a depth that is not read. Throws where it is cut off. */
export function decodedBitmap(
  bytes: Uint8Array,
  maxPixels: number,
): { pixels: Pixels; dpi: number | null } | 'too_large' | null {
  const header = headerOf(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (header === null) return null;
  const { width, height, bits, isTopDown } = header;
  if (width * height > maxPixels) return 'too_large';
  const stride = Math.ceil((width * bits) / 32) * 4;
  if (width < 1 || height < 1 || header.pixels + stride * height > bytes.length)
    throw new Error('the bitmap is cut off');
  const data = new Uint8Array(width * height * 3);
  for (let y = 0; y < height; y++) {
    const row = header.pixels + stride * (isTopDown ? y : height - 1 - y);
    for (let x = 0; x < width; x++) {
      const at = colourAt(bytes, header, row, x);
      const to = (y * width + x) * 3;
      // Colours stand as blue, green, red.
      for (let c = 0; c < 3; c++) data[to + c] = bytes[at + 2 - c] ?? 255;
    }
  }
  return { pixels: { width, height, channels: 3, data }, dpi: header.dpi };
}

/** Where the colour of a pixel stands: in its row, or in the palette. */
function colourAt(
  bytes: Uint8Array,
  { bits, palette, paletteEntry }: Header,
  row: number,
  x: number,
): number {
  if (bits >= 24) return row + (x * bits) / 8;
  const bit = x * bits;
  const byte = bytes[row + (bit >> 3)]!;
  return palette + ((byte >> (8 - bits - (bit & 7))) & ((1 << bits) - 1)) * paletteEntry;
}

function headerOf(view: DataView): Header | null {
  const size = view.getUint32(14, true);
  const pixels = view.getUint32(10, true);
  const palette = 14 + size;
  if (size === oldHeader) {
    const bits = view.getUint16(24, true);
    const [width, height] = [view.getUint16(18, true), view.getUint16(20, true)];
    const known = { width, height, bits, palette, pixels };
    return isRead(bits) ? { ...known, isTopDown: false, paletteEntry: 3, dpi: null } : null;
  }
  const height = view.getInt32(22, true);
  const bits = view.getUint16(28, true);
  if (!isRead(bits) || !plainKinds.includes(view.getUint32(30, true))) return null;
  const perMetre = view.getInt32(38, true);
  return {
    width: view.getInt32(18, true),
    height: Math.abs(height),
    isTopDown: height < 0,
    bits,
    palette,
    pixels,
    paletteEntry: 4,
    dpi: perMetre > 0 ? Math.round(perMetre / inchesInMetre) : null,
  };
}

const isRead = (bits: number): boolean => [1, 4, 8, 24, 32].includes(bits);
