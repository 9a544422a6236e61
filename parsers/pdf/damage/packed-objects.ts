import { inflateSync } from 'node:zlib';

/** Streams of objects of a file unpack to less in all; beyond it the rest is not looked at. */
const mostUnpacked = 32 << 20;
/** A dictionary of such a stream is shorter. */
const longestDictionary = 2_000;

/** An object that is packed into a stream with others (ISO 32000-1 §7.5.7): its number, its text, and where its stream stands. */
export interface PackedObject {
  number: number;
  text: string;
  at: number;
}

/** The packed objects of a file in their order; none of streams that are encrypted, damaged, or packed by another way than Flate. */
export function packedObjects(file: Buffer): PackedObject[] {
  const found: PackedObject[] = [];
  if (file.includes('/Encrypt')) return found;
  let left = mostUnpacked;
  for (let at = file.indexOf('/ObjStm'); at >= 0 && left > 0; at = file.indexOf('/ObjStm', at + 7)) {
    const start = file.subarray(Math.max(0, at - longestDictionary), at).lastIndexOf(' obj');
    const stream = file.indexOf('stream', at);
    if (start < 0 || stream < 0 || stream - at > longestDictionary) continue;
    const head = at - Math.min(at, longestDictionary) + start;
    const dictionary = file.toString('latin1', head, stream);
    const [count, first] = [/\/N\s+(\d{1,6})\b/, /\/First\s+(\d{1,8})\b/].map((key) =>
      Number(key.exec(dictionary)?.[1] ?? Number.NaN),
    );
    const content = unpacked(file, stream, dictionary, left);
    if (content === null || count === undefined || first === undefined) continue;
    left -= content.length;
    for (const object of objectsIn(content, count, first)) found.push({ ...object, at: head });
  }
  return found;
}

function unpacked(file: Buffer, stream: number, dictionary: string, most: number): string | null {
  let start = stream + 'stream'.length;
  if (file[start] === 0x0d) start++;
  if (file[start] === 0x0a) start++;
  const end = file.indexOf('endstream', start);
  if (end < 0 || /\/(?:DecodeParms|DP)\b/.test(dictionary)) return null;
  const data = file.subarray(start, end);
  if (!/\/Filter\b/.test(dictionary)) return data.toString('latin1');
  if (!/\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\s*\]?\s*(?:[/>\r\n]|$)/.test(dictionary)) return null;
  try {
    return inflateSync(data, { maxOutputLength: most }).toString('latin1');
  } catch {
    return null;
  }
}

function objectsIn(content: string, count: number, first: number): Omit<PackedObject, 'at'>[] {
  const numbers = (content.slice(0, first).match(/\d{1,9}/g) ?? []).map(Number);
  if (numbers.length < 2 * count || !(count >= 0)) return [];
  return Array.from({ length: count }, (_, i) => {
    const [number = 0, at = 0] = numbers.slice(2 * i, 2 * i + 2);
    const next = numbers[2 * i + 3];
    const end = i + 1 < count && next !== undefined && next > at ? first + next : content.length;
    return { number, text: content.slice(first + at, end) };
  });
}

/** A file whose lists of places are lost, with its packed objects in the clear, for pdf.js to search; null where no catalogue is among them. */
export function withUnpacked(bytes: Uint8Array): Uint8Array | null {
  const objects = packedObjects(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const root = objects.findLast(({ text }) => /\/Type\s*\/Catalog\b/.test(text));
  if (root === undefined) return null;
  const written = objects.map(({ number, text }) => `\n${number} 0 obj\n${text}\nendobj`).join('');
  const tail = `${written}\ntrailer\n<< /Root ${root.number} 0 R >>\nstartxref\n0\n%%EOF\n`;
  return Buffer.concat([bytes, Buffer.from(tail, 'latin1')]);
}
