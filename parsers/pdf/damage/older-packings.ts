/** Packings of before Flate (ISO 32000-1 §7.4.2 to §7.4.5): what is written in signs of ASCII in the clear, and whether what is packed comes to its end. */

/** The bytes that pairs of hexadecimal digits stand for. */
export function fromHexadecimal(packed: Buffer): Buffer {
  const text = packed.toString('latin1');
  const digits = text.slice(0, text.indexOf('>') >>> 0).replace(/[^\dA-Fa-f]/g, '');
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
}

/** The bytes that groups of five signs stand for, each of 4 bytes; z is a group of zeros, and the last may be shorter. */
export function fromBase85(packed: Buffer): Buffer {
  const text = packed.toString('latin1').replace(/^\s*<~/, '');
  const bytes: number[] = [];
  let group: number[] = [];
  const end = (length: number): void => {
    const value = [...group, 84, 84, 84, 84].slice(0, 5).reduce((sum, digit) => sum * 85 + digit, 0);
    for (let i = 0; i < length; i++) bytes.push(Math.floor(value / 256 ** (3 - i)) % 256);
    group = [];
  };
  for (const sign of text.slice(0, text.indexOf('~') >>> 0)) {
    if (sign === 'z' && group.length === 0) bytes.push(0, 0, 0, 0);
    else if (sign >= '!' && sign <= 'u') group.push(sign.charCodeAt(0) - 33);
    if (group.length === 5) end(4);
  }
  if (group.length > 1) end(group.length - 1);
  return Buffer.from(bytes);
}

/** Whether the last run of RunLength lacks bytes: its length stands before it, and 128 behind all of them. Behind the data a line end may stand. */
export function cutsRun(packed: Buffer): boolean {
  let [at, last] = [0, 0];
  while (at < packed.length && packed[at] !== 128) {
    last = at;
    at += packed[at]! < 128 ? packed[at]! + 2 : 2;
  }
  return at > packed.length && !/^[\r\n]{1,2}$/.test(packed.toString('latin1', last));
}

const [clearTable, endOfData, firstFree] = [256, 257, 258];
const widest = 12;

/** Whether codes of LZW run out before the one that ends them, or one stands for nothing. `early`: they grow by a bit one code before they must. */
export function lacksEndOfCodes(packed: Buffer, early: boolean): boolean {
  let [free, width, held, bits] = [firstFree - 1, 9, 0, 0];
  for (const byte of packed) {
    held = ((held << 8) | byte) & 0xfffff;
    bits += 8;
    if (bits < width) continue;
    bits -= width;
    const code = (held >> bits) & ((1 << width) - 1);
    if (code === endOfData) return false;
    if (code === clearTable) [free, width] = [firstFree - 1, 9];
    else if (code > free) return true;
    else {
      free++;
      while (width < widest && free + (early ? 1 : 0) >= 1 << width) width++;
    }
  }
  return packed.length > 0;
}
