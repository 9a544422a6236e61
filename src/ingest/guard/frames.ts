/** A message between the processes: a head as JSON and bytes behind it. Two lengths of 32 bits stand before both. */
export interface Frame {
  head: unknown;
  body: Buffer;
}

export const prefixBytes = 8;

export function frame(head: unknown, bodyLength: number): Buffer {
  const text = Buffer.from(JSON.stringify(head));
  const prefix = Buffer.alloc(prefixBytes);
  prefix.writeUInt32LE(text.length, 0);
  prefix.writeUInt32LE(bodyLength, 4);
  return Buffer.concat([prefix, text]);
}

/** A body from here on has a block of its own, into which it is put as it comes, bytes: pieces that are joined at the end take twice as much. */
export const largeBytes = 1 << 20;

/** Puts frames together from pieces; says `too_large` as soon as one announces more than `maxBytes`. */
export function frameReader(maxBytes: number): (piece: Buffer) => Frame[] | 'too_large' {
  let pieces: Buffer[] = [];
  let held = 0;
  let wanted = prefixBytes;
  let large: { head: unknown; body: Buffer; filled: number } | null = null;
  const keep = (piece: Buffer) => {
    pieces = [piece];
    held = piece.length;
    wanted = prefixBytes;
  };
  const fill = (piece: Buffer): Frame[] => {
    const { head, body, filled } = large!;
    const taken = piece.copy(body, filled);
    large!.filled += taken;
    if (large!.filled < body.length) return [];
    large = null;
    keep(piece.subarray(taken));
    return [{ head, body }];
  };
  return (piece) => {
    const frames: Frame[] = [];
    if (large !== null) {
      frames.push(...fill(piece));
      if (large !== null) return frames;
    } else {
      pieces.push(piece);
      held += piece.length;
    }
    while (held >= wanted) {
      const bytes = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces, held);
      pieces = [bytes];
      const bodyLength = bytes.readUInt32LE(4);
      const headEnd = prefixBytes + bytes.readUInt32LE(0);
      const length = headEnd + bodyLength;
      if (length > maxBytes) return 'too_large';
      wanted = bodyLength < largeBytes ? length : headEnd;
      if (held < wanted) break;
      const head = headIn(bytes, headEnd);
      if (held < length && bodyLength >= largeBytes) {
        large = { head, body: Buffer.allocUnsafeSlow(bodyLength), filled: 0 };
        pieces = [];
        held = 0;
        fill(bytes.subarray(headEnd));
        break;
      }
      frames.push({ head, body: bytes.subarray(headEnd, length) });
      keep(bytes.subarray(length));
    }
    return frames;
  };
}

const headIn = (bytes: Buffer, end: number): unknown =>
  JSON.parse(bytes.toString('utf8', prefixBytes, end)) as unknown;
