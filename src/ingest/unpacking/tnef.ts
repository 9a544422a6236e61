import { decodeName } from '../discovery/decode-name.ts';
import type { Enclosures } from './enclosures.ts';
import { addPackedRtf, hasTable, ownText } from './own-text.ts';
import { type Properties, propertiesIn } from './tnef-properties.ts';

const signature = 0x223e9f78;

/** Whether these are bytes that Outlook packs what is enclosed into (`winmail.dat`). */
export const isTnef = (bytes: Uint8Array): boolean =>
  bytes.length >= headBytes && Buffer.from(bytes.buffer, bytes.byteOffset, 4).readUInt32LE() === signature;

/** The signature and a key. */
const headBytes = 6;
/** Of an attribute: its level, what it is, its length; its sum stands behind it. */
const attributeHead = 9;

// [MS-OXTNEF] 2.1.3: an enclosure begins; its name, bytes and properties; the properties of the letter.
const begins = 0x00069002;
const title = 0x00018010;
const data = 0x0006800f;
const properties = 0x00069005;
const ofLetter = 0x00069003;

// [MS-OXPROPS]: names, long and short; bytes, or a letter in an object; the text as HTML and as packed RTF.
const names = [0x3707, 0x3704, 0x3001];
const object = 0x3701;
const html = 0x1013;
const rtf = 0x1009;

/** What is enclosed in a `winmail.dat` ([MS-OXTNEF]), and the text of its letter where that has a table. */
export function unpackTnef(bytes: Buffer, enclosures: Enclosures): void {
  let open: Enclosure | null = null;
  let count = 0;
  const close = () => {
    if (open !== null) give(open, `附件 ${count}`, enclosures);
    open = null;
  };
  for (let at = headBytes; at < bytes.length; ) {
    const attribute = attributeAt(bytes, at);
    if (attribute === null) {
      open = { ...(open ?? emptyEnclosure()), isDamaged: true };
      break;
    }
    const { id, value, isDamaged, end } = attribute;
    at = end;
    if (id === ofLetter) giveText(isDamaged ? null : propertiesIn(value), value.length, enclosures);
    else if (id === begins) {
      close();
      count += 1;
      open = emptyEnclosure();
    } else if (open !== null) open = withAttribute(open, id, value, isDamaged);
  }
  close();
}

interface Attribute {
  id: number;
  value: Buffer;
  isDamaged: boolean;
  end: number;
}

/** Null where the bytes end before it does. */
function attributeAt(bytes: Buffer, at: number): Attribute | null {
  if (at + attributeHead > bytes.length) return null;
  const start = at + attributeHead;
  const end = start + bytes.readUInt32LE(at + 5);
  if (end + 2 > bytes.length) return null;
  const value = bytes.subarray(start, end);
  let sum = 0;
  for (const byte of value) sum = (sum + byte) & 0xffff;
  return { id: bytes.readUInt32LE(at + 1), value, isDamaged: sum !== bytes.readUInt16LE(end), end: end + 2 };
}

interface Enclosure {
  title: string | null;
  data: Buffer | null;
  properties: Properties;
  isDamaged: boolean;
}

const emptyEnclosure = (): Enclosure => ({
  title: null,
  data: null,
  properties: new Map(),
  isDamaged: false,
});

function withAttribute(to: Enclosure, id: number, value: Buffer, isDamaged: boolean): Enclosure {
  const known = { ...to, isDamaged: to.isDamaged || isDamaged };
  if (id === title) return { ...known, title: textOf({ isWide: false, bytes: value }) };
  if (id === data) return { ...known, data: value };
  if (id !== properties) return known;
  const found = propertiesIn(value);
  return found === null ? { ...known, isDamaged: true } : { ...known, properties: found };
}

function give(enclosure: Enclosure, nameless: string, enclosures: Enclosures): void {
  const named = names.map((id) => enclosure.properties.get(id)).find((found) => found !== undefined);
  const name = (named === undefined ? enclosure.title : textOf(named)) || nameless;
  const kept = enclosure.properties.get(object);
  const content = enclosure.data?.length ? enclosure.data : (kept?.bytes ?? enclosure.data);
  if (enclosure.isDamaged) enclosures.fail(name, content?.length ?? 0, 'damaged');
  else if (content === null) enclosures.fail(name, 0, 'method');
  else if (content !== kept?.bytes || kept.isObject !== true) enclosures.add(name, content);
  // A letter within a letter is packed in the same way, behind a mark of sixteen bytes.
  else if (isTnef(content.subarray(16))) enclosures.add(`${name}.dat`, content.subarray(16));
  else enclosures.fail(name, content.length, 'method');
}

function textOf({ isWide, bytes }: { isWide: boolean; bytes: Buffer }): string {
  return (isWide ? bytes.toString('utf16le') : decodeName(bytes)).replace(/\0+$/, '');
}

function giveText(found: Properties | null, size: number, enclosures: Enclosures): void {
  const page = found?.get(html);
  const packed = found?.get(rtf);
  if (found === null) enclosures.fail(ownText, size, 'damaged');
  else if (page !== undefined) {
    if (hasTable(page.bytes)) enclosures.add(ownText, page.bytes);
  } else if (packed !== undefined) addPackedRtf(packed.bytes, enclosures);
}
