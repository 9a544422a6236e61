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

/** A frame from here on is put into one block as it comes, bytes: pieces that are joined at the end take twice as much. */
const largeBytes = 1 << 20;

/** Puts frames together from pieces; says `too_large` as soon as one announces more than `maxBytes`. */
export function frameReader(maxBytes: number): (piece: Buffer) => Frame[] | 'too_large' {
  let pieces: Buffer[] = [];
  let held = 0;
  let wanted = prefixBytes;
  let large: { bytes: Buffer; filled: number } | null = null;
  const keep = (piece: Buffer) => {
    pieces = [piece];
    held = piece.length;
    wanted = prefixBytes;
  };
  const fill = (piece: Buffer): Frame[] => {
    const { bytes, filled } = large!;
    const taken = piece.copy(bytes, filled);
    large!.filled += taken;
    if (large!.filled < bytes.length) return [];
    large = null;
    keep(piece.subarray(taken));
    return [frameIn(bytes, bytes.length)];
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
      const length = prefixBytes + bytes.readUInt32LE(0) + bytes.readUInt32LE(4);
      if (length > maxBytes) return 'too_large';
      wanted = length;
      if (held < length) {
        if (length < largeBytes) break;
        large = { bytes: Buffer.allocUnsafeSlow(length), filled: 0 };
        pieces = [];
        held = 0;
        fill(bytes);
        break;
      }
      frames.push(frameIn(bytes, length));
      keep(bytes.subarray(length));
    }
    return frames;
  };
}

function frameIn(bytes: Buffer, length: number): Frame {
  const headEnd = prefixBytes + bytes.readUInt32LE(0);
  const head = JSON.parse(bytes.toString('utf8', prefixBytes, headEnd)) as unknown;
  return { head, body: bytes.subarray(headEnd, length) };
}
