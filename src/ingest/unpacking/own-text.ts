import type { Enclosures } from './enclosures.ts';
import { unpackRtf } from './packed-rtf.ts';

/** What the text of a letter is called among what is enclosed with it. */
export const ownText = '正文.html';
const ownRtf = '正文.rtf';

/** Whether a text holds a table that may be a form: what lays out a letter in one cell is none. */
export const hasTable = (html: Uint8Array): boolean => {
  const text = Buffer.from(html.buffer, html.byteOffset, html.byteLength).toString('latin1');
  return /<table\b/i.test(text) && (text.match(/<t[dh]\b/gi)?.length ?? 0) >= leastCells;
};
const leastCells = 6;

/** The RTF that Outlook keeps of a text, where it has a table; it may hold HTML in its own way, which is told. */
export function addPackedRtf(packed: Uint8Array, enclosures: Enclosures): void {
  const text = unpackRtf(packed);
  if (text === null) enclosures.fail(ownRtf, packed.length, 'damaged');
  else if (text.includes('\\fromhtml1') && /<table\b/i.test(text.toString('latin1')))
    enclosures.fail(ownRtf, text.length, 'method');
  else if (text.includes('\\trowd')) enclosures.add(ownRtf, text);
}
