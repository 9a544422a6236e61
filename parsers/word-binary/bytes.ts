/** Numbers of a byte array, the lowest byte first. Beyond its end stand noughts: a damaged offset gives nothing, and throws nothing. */
export const byteAt = (bytes: Uint8Array, at: number): number => bytes[at] ?? 0;

export const wordAt = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);

export const shortAt = (bytes: Uint8Array, at: number): number => (wordAt(bytes, at) << 16) >> 16;

export const longAt = (bytes: Uint8Array, at: number): number =>
  (wordAt(bytes, at) | (wordAt(bytes, at + 2) << 16)) >>> 0;

/** UTF-16 text of so many characters. */
export function textAt(bytes: Uint8Array, at: number, characters: number): string {
  const end = Math.min(bytes.length, at + characters * 2);
  return at < end ? Buffer.from(bytes.buffer, bytes.byteOffset + at, end - at).toString('utf16le') : '';
}

/** Character positions of a PLC ([MS-DOC] 2.2.2) whose data are so many bytes each, and where the data begin. Positions never go back. */
export function positionsOf(plc: Uint8Array, dataBytes: number): { positions: number[]; dataAt: number } {
  const count = Math.max(0, Math.floor((plc.length - 4) / (4 + dataBytes)));
  const positions: number[] = [];
  let last = 0;
  for (let n = 0; n <= count && plc.length >= 4; n++) {
    last = Math.max(last, longAt(plc, n * 4));
    positions.push(last);
  }
  return { positions, dataAt: positions.length * 4 };
}

/** Index of the range that holds a position; -1 where none does. `starts` never go back, the last of them is the end. */
export function rangeAt(starts: ArrayLike<number>, position: number): number {
  let low = 0;
  let high = starts.length - 1;
  if (high < 1 || position < starts[0]! || position >= starts[high]!) return -1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= position) low = middle;
    else high = middle;
  }
  return low;
}
