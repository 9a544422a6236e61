import { noInk } from '../../pages/characters/no-ink.ts';
import { packedObjects } from '../damage/packed-objects.ts';

/** A space of that ink alone, by either way to name inks (ISO 32000-1 §8.6.6.4, §8.6.6.5). */
const noneSpace =
  /\/Separation\s*\/None(?=[\s/[<])|\/DeviceN(?:\s*\[\s*(?:\/None\s*){2,32}\]|\s*\[\s*\/None\s*\]\s|\s+\[\s*\/None\s*\])/g;
const kinds = ['/Separation', '/DeviceN'] as const;
const longestSpace = 300;

/** A list of one colour; what stands behind it in the brackets is not read. No longer than what it replaces. */
const oneColour = `/I/RGB 0<${noInk.slice(1)}>`;

/**
 * Makes one colour of the ink that prints nothing: in place, and where it is packed with other objects by a newer version of its object behind the file.
 * In encrypted files, whose lists of colours are encrypted too, nothing is changed.
 */
export function markNoInk(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.includes('/Encrypt')) return bytes;
  for (const kind of kinds)
    for (let at = file.indexOf(kind); at >= 0; at = file.indexOf(kind, at + 1)) {
      const text = file.toString('latin1', at, at + longestSpace);
      if (text.search(noneSpace) === 0) file.write(marked(text), at, 'latin1');
    }
  if (!file.includes('/ObjStm')) return bytes;
  const newest = new Map<number, string>();
  for (const { number, text } of packedObjects(file)) newest.set(number, text);
  const changed = [...newest].filter(([, text]) => text.search(noneSpace) >= 0);
  const behind = changed.length === 0 ? null : newerVersions(file, changed);
  if (behind === null) return bytes;
  const whole = new Uint8Array(file.length + behind.length);
  whole.set(file);
  whole.set(behind, file.length);
  return whole;
}

function marked(text: string): string {
  return text.replace(noneSpace, (space) => oneColour.padEnd(space.length));
}

/** Newer versions of some objects to stand behind a file, with a table of their places that leads to the one it has (ISO 32000-1 §7.5.6); null where it has none. */
function newerVersions(file: Buffer, objects: readonly [number, string][]): Buffer | null {
  const text = file.toString('latin1');
  const [root, size, places] = [/\/Root\s+\d+\s+\d+\s+R/g, /\/Size\s+\d+/g, /startxref\s+\d+/g].map((entry) =>
    text.match(entry)?.at(-1),
  );
  if (root === undefined || size === undefined || places === undefined) return null;
  let added = '\n';
  let table = 'xref\n';
  for (const [number, body] of objects) {
    const offset = String(file.length + added.length).padStart(10, '0');
    table += `${number} 1\n${offset} 00000 n \n`;
    added += `${number} 0 obj\n${marked(body)}\nendobj\n`;
  }
  const start = file.length + added.length;
  const previous = places.replace('startxref', '/Prev');
  return Buffer.from(
    `${added}${table}trailer\n<< ${root} ${size} ${previous} >>\nstartxref\n${start}\n%%EOF\n`,
    'latin1',
  );
}
