/** Highest number of a glyph in a composite font (ISO 32000-1 annex C.2). */
const highestGlyph = 65_535;
/** Longest list of widths that is looked at: one of all glyphs, each by itself, is shorter. */
const longestList = 1 << 20;

/** A whole number of six digits and more, that is neither a part of a fraction nor the number of another object. */
const tooHigh = /(?<![\d.+-])\d{6,}(?![\d.])(?!\s{1,4}\d{1,5}\s{1,4}R\b)/g;

/**
 * Puts the highest glyph there is in place of higher ones, in the lists of widths of composite fonts (`/W [4 2000000000 500]`): pdf.js gives each
 * glyph of a range its width, and two thousand million take it 20 s and all memory. In place, and what follows keeps its own.
 */
export function boundWidthCodes(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = file.indexOf('/W'); at >= 0; at = file.indexOf('/W', at + 2)) {
    const open = /^\/W2?\s{0,8}\[/.exec(file.toString('latin1', at, at + 12))?.[0].length;
    if (open === undefined) continue;
    const list = listAt(file, at + open);
    for (const { 0: number, index } of list.matchAll(tooHigh)) {
      if (Number(number) > highestGlyph)
        file.write(String(highestGlyph).padEnd(number.length), at + open + index, 'latin1');
    }
    at += open + list.length - 2;
  }
  return bytes;
}

/** What stands between the brackets of a list, the lists in it included. */
function listAt(file: Buffer, start: number): string {
  let depth = 1;
  let end = start;
  for (; end < file.length && end - start < longestList && depth > 0; end++) {
    if (file[end] === bracket.open) depth++;
    else if (file[end] === bracket.close) depth--;
  }
  return file.toString('latin1', start, end);
}

const bracket = { open: 0x5b, close: 0x5d };
