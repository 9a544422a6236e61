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

/** Puts frames together from pieces; says `too_large` as soon as one announces more than `maxBytes`. */
export function frameReader(maxBytes: number): (piece: Buffer) => Frame[] | 'too_large' {
  let pieces: Buffer[] = [];
  let held = 0;
  let wanted = prefixBytes;
  return (piece) => {
    pieces.push(piece);
    held += piece.length;
    const frames: Frame[] = [];
    while (held >= wanted) {
      const bytes = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces, held);
      pieces = [bytes];
      const headEnd = prefixBytes + bytes.readUInt32LE(0);
      const length = headEnd + bytes.readUInt32LE(4);
      if (length > maxBytes) return 'too_large';
      wanted = length;
      if (held < length) break;
      const head = JSON.parse(bytes.toString('utf8', prefixBytes, headEnd)) as unknown;
      frames.push({ head, body: bytes.subarray(headEnd, length) });
      pieces = [bytes.subarray(length)];
      held -= length;
      wanted = prefixBytes;
    }
    return frames;
  };
}
