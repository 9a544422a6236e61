/** Longest side of a picture that pdf.js is told a canvas may have, in pixels: that of A3 at 1 200 dpi. */
const longestSide = 20_000;

/** Filters of the pictures whose size pdf.js compares with that of a canvas. */
const compared = ['JPXDecode', 'DCTDecode'];

/** A canvas as far as pdf.js tries how large one may be: what was painted is opaque there. It is called with `new`. */
function triedCanvas(width: number, height: number): object {
  const data = [0, 0, 0, Math.max(width, height) <= longestSide ? 255 : 0];
  return { getContext: () => ({ fillRect: () => undefined, getImageData: () => ({ data }) }) };
}

let learning: Promise<void> | null = null;

/**
 * Lets pdf.js decode long pictures of JPEG 2000 whole. It halves them until no side is longer than that of a canvas; it tries once, at the first long picture, how long
 * one may be, and takes 2 048 pixels where a process has none: a page of 200 dpi then comes at 100. So it is shown canvases while it reads a page with a
 * long picture in it. `read` reads the first page of a file.
 */
export async function allowLongSides(
  bytes: Uint8Array,
  read: (pdf: Uint8Array) => Promise<void>,
): Promise<void> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!compared.some((filter) => file.includes(filter))) return;
  learning ??= learn(read);
  await learning;
}

async function learn(read: (pdf: Uint8Array) => Promise<void>): Promise<void> {
  const known = globalThis as { OffscreenCanvas?: unknown };
  if (known.OffscreenCanvas !== undefined) return;
  known.OffscreenCanvas = triedCanvas;
  try {
    await read(pageWithLongPicture());
  } catch {
    // Its picture has nothing to decode; what matters was tried before that.
  } finally {
    if (known.OffscreenCanvas === triedCanvas) delete known.OffscreenCanvas;
  }
}

/** A page with the head of a picture of JPEG 2000 (ISO 15444-1, A.5.1) of 4 096 pixels by 1; there is nothing behind it. */
function pageWithLongPicture(): Buffer {
  const sizes = [4096, 1, 0, 0, 4096, 1, 0, 0].map((size) => size.toString(16).padStart(8, '0')).join('');
  const head = `ff4fff5100290000${sizes}0001070101>`;
  const content = 'q 1 0 0 1 0 0 cm /I Do Q';
  return Buffer.from(
    [
      '%PDF-1.5',
      '1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj',
      '2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj',
      '3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >> endobj',
      `4 0 obj << /Length ${content.length} >>\nstream\n${content}\nendstream endobj`,
      `5 0 obj << /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter [/ASCIIHexDecode /JPXDecode] /Length ${head.length} >>`,
      `stream\n${head}\nendstream endobj`,
      'trailer << /Root 1 0 R >>',
    ].join('\n'),
    'latin1',
  );
}
