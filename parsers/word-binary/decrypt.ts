import type { Issue } from '../../schemas/index.ts';
import { locked, otherKind, wrongPassword } from '../encryption/encrypted-package.ts';
import { rc4 } from '../encryption/rc4.ts';
import { opens, schemeOf } from '../encryption/rc4-scheme.ts';
import { passwordsToTry } from '../encryption/usual-password.ts';
import { byteAt, longAt } from './bytes.ts';

/** The streams of a document. */
export interface Streams {
  main: Uint8Array;
  table: Uint8Array;
  data: Uint8Array;
}

/** Bytes at the start of the document that are never encrypted ([MS-DOC] 2.2.6.2 and 2.5.1: the FIB up to its words). */
const plainHead = 0x44;
const blockBytes = 512;

/** The streams without their encryption by RC4 ([MS-DOC] 2.2.6), whose head stands before the table stream; or why they are not to be had. */
export function decryptStreams(streams: Streams, password: string | undefined): Streams | Issue {
  const { main, table, data } = streams;
  // What is only obfuscated (XOR) is not read.
  const isObfuscated = (byteAt(main, 0x0b) & 0x80) !== 0;
  const scheme = isObfuscated ? null : schemeOf(Buffer.from(table.subarray(0, longAt(main, 0x0e))));
  if (scheme === null) return otherKind;
  for (const candidate of passwordsToTry(password)) {
    const keyOf = scheme.keyOf(candidate);
    if (!opens(scheme, keyOf(0))) continue;
    const open = decrypted(main, keyOf);
    open.set(main.subarray(0, plainHead));
    return { main: open, table: decrypted(table, keyOf), data: decrypted(data, keyOf) };
  }
  return password === undefined ? locked : wrongPassword;
}

function decrypted(stream: Uint8Array, keyOf: (block: number) => Uint8Array): Uint8Array {
  const open = new Uint8Array(stream.length);
  for (let at = 0; at < stream.length; at += blockBytes) {
    const key = rc4(keyOf(at / blockBytes))(blockBytes);
    const end = Math.min(stream.length, at + blockBytes);
    for (let byte = at; byte < end; byte++) open[byte] = (stream[byte] ?? 0) ^ (key[byte - at] ?? 0);
  }
  return open;
}
