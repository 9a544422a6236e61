import { rc4 } from '../../encryption/rc4.ts';
import { opens, schemeOf } from '../../encryption/rc4-scheme.ts';
import { passwordsToTry } from '../../encryption/usual-password.ts';

const filePass = 0x2f;
/** Records that are never encrypted ([MS-XLS] 2.2.10). */
const plain = new Set([0x809, 0x09, 0x209, 0x409, filePass, 0x194, 0x195, 0xe1, 0x196, 0x138]);
const boundSheet = 0x85;
const blockBytes = 1_024;
/** A record that nobody knows: readers pass it over. */
const unknown = 0x0ff5;

/**
 * The stream of a workbook without its encryption by RC4, under the password or that of workbooks that are only protected; null where it is
 * encrypted in another way, or the password is another. As it is where nothing is encrypted.
 */
export function decryptBiff(stream: Uint8Array, password: string | undefined): Uint8Array | null {
  const at = filePassOf(stream);
  if (at === null) return stream;
  // What is only obfuscated SheetJS reads itself.
  if (stream[at + 4] === 0 && password !== undefined) return stream;
  const length = (stream[at + 2] ?? 0) | ((stream[at + 3] ?? 0) << 8);
  const isRc4 = stream[at + 4] === 1 && stream[at + 5] === 0;
  const scheme = isRc4 ? schemeOf(Buffer.from(stream.subarray(at + 6, at + 4 + length))) : null;
  if (scheme === null) return null;
  for (const candidate of passwordsToTry(password)) {
    const keyOf = scheme.keyOf(candidate);
    if (!opens(scheme, keyOf(0))) continue;
    const open = changed(stream, keyOf);
    open[at] = unknown & 0xff;
    open[at + 1] = unknown >> 8;
    return open;
  }
  return null;
}

/** Where FilePass stands, which is among the first records. */
function filePassOf(stream: Uint8Array): number | null {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  for (let at = 0; at + 4 <= stream.length; at += 4 + view.getUint16(at + 2, true)) {
    const type = view.getUint16(at, true);
    if (type === filePass) return at;
    if (type === 0x0a || type === 0) return null;
  }
  return null;
}

/** The heads of records stand as they are, while the key goes on below them. */
function changed(stream: Uint8Array, keyOf: (block: number) => Uint8Array): Uint8Array {
  const open = Uint8Array.from(stream);
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let block = -1;
  let key: Uint8Array = new Uint8Array();
  for (let at = 0; at + 4 <= stream.length; ) {
    const type = view.getUint16(at, true);
    const end = Math.min(stream.length, at + 4 + view.getUint16(at + 2, true));
    // The place of a sheet in the stream is not encrypted.
    const from = at + 4 + (type === boundSheet ? 4 : 0);
    for (let byte = from; byte < end && !plain.has(type); byte++) {
      if (byte >> 10 !== block) {
        block = byte >> 10;
        key = rc4(keyOf(block))(blockBytes);
      }
      open[byte] = (stream[byte] ?? 0) ^ (key[byte & 0x3ff] ?? 0);
    }
    at = end;
  }
  return open;
}
