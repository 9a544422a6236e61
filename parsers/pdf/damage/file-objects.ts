import { packedObjects } from './packed-objects.ts';

/** Reference to an object of a file. */
export interface ObjectRef {
  num: number;
  gen: number;
}

/** Longest object that is looked at: the list of all pages of a long file is one. */
const longestObject = 4 << 20;

/** The objects of a file, those that are packed into streams too. */
export interface FileObjects {
  /** An object from behind its head to its end, a stream from behind its head to the word `stream`; null where there is none. */
  body(ref: ObjectRef): string | null;
  refs(): ObjectRef[];
}

/** What programs write before objects that they pack in the clear: `% 12 0 obj`. */
const comment = /%[ \t]*\d+\s+\d+$/;

/** Finds the objects by their heads (`12 0 obj`, ISO 32000-1 §7.3.10), whatever the table of places says. Of several versions the last counts. */
export function fileObjects(bytes: Uint8Array): FileObjects {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = new Map<string, { ref: ObjectRef; at: number; text?: string }>();
  for (let at = file.indexOf(' obj'); at >= 0; at = file.indexOf(' obj', at + 4)) {
    const head = /(?:^|\D)(\d{1,9})\s{1,4}(\d{1,5})$/.exec(file.toString('latin1', Math.max(0, at - 20), at));
    if (!head || comment.test(head.input)) continue;
    const ref = { num: Number(head[1]), gen: Number(head[2]) };
    found.set(keyOf(ref), { ref, at: at + ' obj'.length });
  }
  for (const { number: num, text, at } of packedObjects(file)) {
    const ref = { num, gen: 0 };
    // Of several versions the last counts, packed or not.
    if ((found.get(keyOf(ref))?.at ?? 0) < at) found.set(keyOf(ref), { ref, at, text });
  }
  return {
    body: (ref) => {
      const { at, text: packed } = found.get(keyOf(ref)) ?? {};
      if (at === undefined) return null;
      if (packed !== undefined) return packed;
      const end = file.indexOf('endobj', at);
      const text = file.toString('latin1', at, Math.min(end < 0 ? file.length : end, at + longestObject));
      const stream = text.search(/\bstream\r?\n/);
      return stream < 0 ? text : text.slice(0, stream + 'stream'.length);
    },
    refs: () => [...found.values()].map(({ ref }) => ref),
  };
}

const keyOf = ({ num, gen }: ObjectRef): string => `${num} ${gen}`;

/** The references in a text, in their order. */
export function refsIn(text: string): ObjectRef[] {
  return Array.from(text.matchAll(/(\d{1,9})\s{1,4}(\d{1,5})\s{1,4}R\b/g), ([, num, gen]) => ({
    num: Number(num),
    gen: Number(gen),
  }));
}
