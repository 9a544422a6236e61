import type { EntryFault } from './messages.ts';

/** What stands in a text, unpacked, or why it is not. */
export type Decoded = Buffer | { fault: EntryFault; size: number };

/** Base64 with whatever stands between its signs; one of more than `maxBytes` is not decoded. */
export function fromBase64(text: Buffer, maxBytes: number): Decoded {
  const size = mostBytes(text.length) > maxBytes ? mostBytes(signsIn(text)) : 0;
  return size > maxBytes ? { fault: 'too_large', size } : decode(text.toString('latin1'));
}

const mostBytes = (signs: number): number => Math.floor((signs * 3) / 4);

/** Padding, blanks and the ends of lines are none; a sign that stands for nothing is not to be expected. */
function signsIn(text: Buffer): number {
  let signs = 0;
  for (const byte of text) if (byte > blank && byte !== equals) signs += 1;
  return signs;
}

const [blank, equals] = [0x20, 0x3d];

/** Some pad every line, or what was joined, and what reads base64 ends at the first padding; a footer behind it is none. */
function decode(text: string): Buffer {
  const padding = text.indexOf('=');
  if (padding < 0 || !/[^=\s]/.test(text.slice(padding))) return Buffer.from(text, 'base64');
  const pieces: Buffer[] = [];
  for (const run of text.split('=')) {
    if (pieces.length > 0 && !/^[a-z0-9+/\s]*$/i.test(run)) break;
    pieces.push(Buffer.from(run, 'base64'));
  }
  return Buffer.concat(pieces);
}
