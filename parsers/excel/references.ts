/**
 * Character references of XML beyond ASCII as what they stand for: SheetJS cuts those of Chinese signs to a byte in some cells, and half a pair
 * of surrogates is no character.
 */
export function withoutReferences(part: Uint8Array): Uint8Array {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  if (!bytes.includes('&#')) return part;
  const text = bytes.toString('latin1');
  // Line breaks are all that most writers spell so.
  if (!unusual.test(text)) return part;
  const plain = text.replace(references, (whole) => {
    const codes = Array.from(whole.matchAll(reference), ([, hex, decimal]) =>
      hex === undefined ? Number(decimal) : Number.parseInt(hex, 16),
    );
    if (codes.every((code) => code < firstOther)) return whole.replaceAll('&#X', '&#x');
    return codes
      .map(spelt)
      .join('')
      .toWellFormed()
      .replace(/[^\0-\x7f]+/g, inBytes);
  });
  return plain === text ? part : Buffer.from(plain, 'latin1');
}

const unusual = /&#(?:X|x0*(?:[89a-fA-F][\da-fA-F]|[\da-fA-F]{3})|0*(?:12[89]|1[3-9]\d|[2-9]\d\d|\d{4}))/;
const references = /(?:&#(?:x[\da-f]{1,8}|\d{1,9});)+/gi;
const reference = /&#(?:x([\da-f]{1,8})|(\d{1,9}));/gi;
const firstOther = 0x80;
const lastCharacter = 0x10_ffff;

function spelt(code: number): string {
  if (code < firstOther) return `&#${code};`;
  // Halves of a pair meet again when they are joined.
  return code > lastCharacter ? '\ufffd' : String.fromCodePoint(code);
}

const inBytes = (signs: string): string => Buffer.from(signs).toString('latin1');
