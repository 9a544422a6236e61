export const block = 512;

/** POSIX and GNU archives say `ustar` at 257; those of older programs, and GNU's labels of a volume, only have the sum of their header right. */
export function isTar(head: Buffer): boolean {
  return (
    head.toString('latin1', 257, 262) === 'ustar' ||
    (head.length >= block && head[0] !== 0 && checksumHolds(head))
  );
}

/** The sum of the bytes of the header, its own field counted as blanks, stands in the field (tar.h); some old programs counted bytes with a sign. */
export function checksumHolds(header: Buffer): boolean {
  let sum = 0;
  let high = 0;
  for (let i = 0; i < block; i++) {
    const byte = i >= 148 && i < 156 ? 32 : header[i]!;
    sum += byte;
    if (byte >= 0x80) high += 1;
  }
  const written = numberAt(header, 148, 8);
  return sum === written || sum - 256 * high === written;
}

/** Octal digits, or GNU's binary numbers, which begin with 0x80. */
export function numberAt(header: Buffer, at: number, length: number): number {
  if (header[at] === 0x80) return Number(BigInt(`0x${header.toString('hex', at + 1, at + length)}`));
  const digits = header.toString('latin1', at, at + length).replace(/[\0 ]+/g, '');
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || '0', 8) : Number.NaN;
}
