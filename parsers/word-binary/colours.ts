import { byteAt, longAt, wordAt } from './bytes.ts';

/** The colours that old properties name by a number ([MS-DOC] 2.9.119 Ico). */
const palette = [
  'auto',
  '000000',
  '0000FF',
  '00FFFF',
  '00FF00',
  'FF00FF',
  'FF0000',
  'FFFF00',
  'FFFFFF',
  '000080',
  '008080',
  '008000',
  '800080',
  '800000',
  '808000',
  '808080',
  'C0C0C0',
];

export const colourOf = (index: number): string => palette[index] ?? 'auto';

/** A COLORREF ([MS-DOC] 2.9.43): red, green, blue, and 0xFF where the program chooses. */
export function colourAt(bytes: Uint8Array, at: number): string {
  if (byteAt(bytes, at + 3) === 0xff) return 'auto';
  const colour = (byteAt(bytes, at) << 16) | (byteAt(bytes, at + 1) << 8) | byteAt(bytes, at + 2);
  return colour.toString(16).padStart(6, '0').toUpperCase();
}

/** Markup of a shading of ten bytes ([MS-DOC] 2.9.248 Shd); '' where it is none. */
export function shadingAt(bytes: Uint8Array, at: number): string {
  return shading(colourAt(bytes, at + 4), wordAt(bytes, at + 8), longAt(bytes, at) === 0xffffffff);
}

/** Markup of a shading of two bytes ([MS-DOC] 2.9.249 Shd80). */
export function oldShadingAt(bytes: Uint8Array, at: number): string {
  const word = wordAt(bytes, at);
  return word === 0xffff ? '' : shading(colourOf((word >> 5) & 31), word >> 10, false);
}

const nil = 0xffff;

function shading(fill: string, pattern: number, isNone: boolean): string {
  if (pattern === nil || isNone) return '';
  return fill === 'auto' && pattern === 0
    ? ''
    : `<w:shd w:val="${pattern === 0 ? 'clear' : 'pct50'}" w:fill="${fill}"/>`;
}
