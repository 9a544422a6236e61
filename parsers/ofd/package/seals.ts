import type { Box } from '../../../schemas/index.ts';
import { attributeOf, childOf, childrenOf, textIn } from './markup-tree.ts';
import { folderOf, type Parts, pathFrom } from './parts.ts';
import { boxOf } from './values.ts';

/** An electronic seal on a page: the name it bears and where it stands, in millimetres. */
export interface Seal {
  name: string;
  box: Box;
}

/** More signatures than a document has pages tell nothing more. */
const mostSeals = 1_000;

/** The seals of a document by the number of their page (§18). What they look like lies in a format of its own within the signature, and is not read. */
export function sealsOf(
  place: string | null,
  parts: Parts,
  onLost: (path: string) => void,
): Map<string, Seal[]> {
  const found = new Map<string, Seal[]>();
  if (place === null) return found;
  const path = pathFrom('', place);
  const list = parts.tree(path);
  if ('code' in list) {
    onLost(path);
    return found;
  }
  const names = new Map<string, string | null>();
  for (const entry of childrenOf(list, 'Signature').slice(0, mostSeals)) {
    const own = pathFrom(folderOf(path), attributeOf(entry, 'BaseLoc') ?? '');
    const signature = parts.tree(own);
    if ('code' in signature) {
      onLost(own);
      continue;
    }
    const value = textIn(signature, 'SignedValue');
    const stamps = childrenOf(childOf(signature, 'SignedInfo') ?? signature, 'StampAnnot');
    if (stamps.length === 0) continue;
    const signed = pathFrom(folderOf(own), value ?? '');
    // One seal may sign every page, and the signature holds its picture.
    const name = names.get(signed) ?? nameOfSeal(parts.bytes(signed));
    names.set(signed, name);
    for (const stamp of stamps.slice(0, mostSeals)) {
      const box = boxOf(attributeOf(stamp, 'Boundary'));
      const page = attributeOf(stamp, 'PageRef') ?? '';
      if (box !== null) found.set(page, [...(found.get(page) ?? []), { name: name ?? '电子签章', box }]);
    }
  }
  return found;
}

/** Tags of DER (ITU-T X.690): what is built of others, and a text in UTF-8. */
const constructed = 0x20;
const utf8String = 0x0c;

/** How deep and how far a name is looked for: it stands near the head of a seal. */
const deepest = 12;
const mostItems = 200;

/** The name of a seal: the first text in UTF-8 of a signature (GB/T 38540-2020 §6: SES_ESPropertyInfo). */
function nameOfSeal(bytes: Uint8Array | null): string | null {
  if (bytes === null) return null;
  let seen = 0;
  const search = (from: number, end: number, depth: number): string | null => {
    for (let at = from; at + 2 <= end && seen++ < mostItems; ) {
      const tag = bytes[at]!;
      let length = bytes[at + 1]!;
      at += 2;
      if (length >= 0x80) {
        const octets = length & 0x7f;
        if (octets === 0 || octets > 4 || at + octets > end) return null;
        length = 0;
        for (let i = 0; i < octets; i++) length = length * 256 + bytes[at++]!;
      }
      if (at + length > end) return null;
      if (tag === utf8String) return new TextDecoder().decode(bytes.subarray(at, at + length)).trim() || null;
      const inner = (tag & constructed) !== 0 && depth < deepest ? search(at, at + length, depth + 1) : null;
      if (inner !== null) return inner;
      at += length;
    }
    return null;
  };
  return search(0, bytes.length, 0);
}
