/** What every packed text is taken to begin with ([MS-OXRTFCP] 2.1.2.1). */
const beginning =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';
const ringBytes = 4096;
const packedMark = 0x75465a4c;
const plainMark = 0x414c454d;
const headBytes = 16;

/** RTF as Outlook packs it ([MS-OXRTFCP]): up to seventeen bytes for two; null where it is damaged. */
export function unpackRtf(bytes: Uint8Array): Buffer | null {
  const packed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (packed.length < headBytes) return null;
  const mark = packed.readUInt32LE(8);
  const size = packed.readUInt32LE(4);
  if (mark === plainMark) return packed.subarray(headBytes, headBytes + size);
  // Two bytes and an eighth give seventeen at most.
  if (mark !== packedMark || size > 9 * packed.length) return null;
  const text = Buffer.alloc(size);
  const ring = Buffer.alloc(ringBytes);
  let ringAt = ring.write(beginning, 'latin1');
  let to = 0;
  const put = (byte: number) => {
    ring[ringAt] = byte;
    ringAt = (ringAt + 1) % ringBytes;
    if (to < size) text[to++] = byte;
  };
  for (let at = headBytes; at < packed.length; ) {
    const flags = packed[at++]!;
    for (let bit = 0; bit < 8 && at < packed.length; bit++) {
      if (((flags >> bit) & 1) === 0) {
        put(packed[at++]!);
        continue;
      }
      if (at + 2 > packed.length) return null;
      const word = packed.readUInt16BE(at);
      at += 2;
      const from = word >> 4;
      if (from === ringAt) return to === size ? text : null;
      for (let i = 0; i < (word & 15) + 2; i++) put(ring[(from + i) % ringBytes]!);
    }
  }
  return to === size ? text : null;
}
