/** What is lower or narrower holds no form: the letters of the smallest would be five pixels high. */
const leastHeight = 200;
const leastWidth = 300;
/** Of a picture whose size is not told, bytes. */
const leastBytes = 10_000;

/** Whether a picture that a letter shows in its text (a logo below a signature, a mark) is too small for a form. */
export function isSmallPicture(bytes: Uint8Array): boolean {
  const size = sizeOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (size === null) return bytes.length < leastBytes;
  return size.height < leastHeight || size.width < leastWidth;
}

interface Size {
  width: number;
  height: number;
}

/** As its head tells it: PNG (§11.2.1), GIF89a, a bitmap of Windows, JPEG. */
function sizeOf(bytes: Buffer): Size | null {
  const mark = bytes.toString('latin1', 0, 4);
  if (bytes.length < 26) return null;
  if (mark === '\x89PNG') return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (mark === 'GIF8') return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  if (mark.startsWith('BM'))
    return { width: Math.abs(bytes.readInt32LE(18)), height: Math.abs(bytes.readInt32LE(22)) };
  return mark.startsWith('\xff\xd8') ? sizeOfJpeg(bytes) : null;
}

/** The first frame (ITU-T T.81, B.2.2) behind whatever segments. */
function sizeOfJpeg(bytes: Buffer): Size | null {
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff; ) {
    const code = bytes[at + 1]!;
    if (code === 0xff) at += 1;
    else if (isFrame(code)) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/** SOF0 to SOF15, without the tables and extensions that lie among them. */
const isFrame = (code: number): boolean =>
  code >= 0xc0 && code <= 0xcf && code !== 0xc4 && code !== 0xc8 && code !== 0xcc;
