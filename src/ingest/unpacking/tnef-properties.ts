/** A property of a text or of bytes. */
export interface Property {
  /** UTF-16. */
  isWide: boolean;
  /** An object in a stream of its own form. */
  isObject: boolean;
  bytes: Buffer;
}

/** Texts and bytes by the number of the property. */
export type Properties = ReadonlyMap<number, Property>;

// Kinds of values ([MS-OXCDATA] 2.11.1) that have a length of their own, and the bytes of the others, filled up to four.
const [narrow, wide, object, binary] = [0x1e, 0x1f, 0x0d, 0x102];
const fixed = new Map([
  [0x02, 4],
  [0x03, 4],
  [0x04, 4],
  [0x05, 8],
  [0x06, 8],
  [0x07, 8],
  [0x0a, 4],
  [0x0b, 4],
  [0x14, 8],
  [0x40, 8],
  [0x48, 16],
]);
const many = 0x1000;
/** From here on a property has a name. */
const firstNamed = 0x8000;

class Damaged extends Error {}

/** The properties of a list ([MS-OXTNEF] 2.1.3.4), of each the first value; null where it is damaged. */
export function propertiesIn(list: Buffer): Properties | null {
  const found = new Map<number, Property>();
  try {
    const read = reader(list);
    for (let left = read.number(4); left > 0; left--) {
      const kind = read.number(2);
      const id = read.number(2);
      if (id >= firstNamed) skipName(read);
      const values = valuesOf(kind, read);
      if (values.length > 0 && !found.has(id))
        found.set(id, { isWide: kind === wide, isObject: kind === object, bytes: values[0]! });
    }
    return found;
  } catch (thrown) {
    if (thrown instanceof Damaged) return null;
    throw thrown;
  }
}

interface Reader {
  number: (bytes: 2 | 4) => number;
  bytes: (length: number) => Buffer;
}

function reader(list: Buffer): Reader {
  let at = 0;
  const bytes = (length: number) => {
    if (at + length > list.length) throw new Damaged();
    at += length;
    return list.subarray(at - length, at);
  };
  return { bytes, number: (length) => bytes(length).readUIntLE(0, length) };
}

/** A set, and a number or a text. */
function skipName(read: Reader): void {
  read.bytes(16);
  const isText = read.number(4) !== 0;
  const length = read.number(4);
  if (isText) read.bytes(filledUp(length));
}

const filledUp = (length: number): number => length + (-length & 3);

/** Texts and bytes; none for other kinds. */
function valuesOf(kind: number, read: Reader): Buffer[] {
  const one = kind & ~many;
  if ([narrow, wide, object, binary].includes(one)) {
    const values: Buffer[] = [];
    for (let left = read.number(4); left > 0; left--) {
      const length = read.number(4);
      const bytes = read.bytes(filledUp(length)).subarray(0, length);
      if (values.length === 0) values.push(bytes);
    }
    return values;
  }
  const size = fixed.get(one);
  if (size === undefined) throw new Damaged();
  read.bytes(size * (kind === one ? 1 : read.number(4)));
  return [];
}
