import { encodeEntities } from '../word/markup.ts';
import { longAt, textAt, wordAt } from './bytes.ts';

const dataHeader = 68;
const asDefault = 25;

/** Markup of the data of a form field ([MS-DOC] 2.9.78 FFData): whether a box is ticked, and the chosen entry of a list. */
export function formFieldMarkup(data: Uint8Array, place: number): string {
  const at = place + dataHeader;
  const length = longAt(data, place);
  if (at + 10 > data.length || length < dataHeader + 10) return '';
  const flags = wordAt(data, at + 4);
  const kind = flags & 3;
  const chosen = (flags >> 2) & 31;
  // Name, then the number that holds unless another was chosen, then five texts.
  const name = at + 10;
  const number = name + 2 + wordAt(data, name) * 2 + 2;
  const value = chosen === asDefault ? wordAt(data, number) : chosen;
  if (kind === 1)
    return `<w:ffData><w:checkBox><w:checked w:val="${value === 1 ? 1 : 0}"/></w:checkBox></w:ffData>`;
  if (kind !== 2) return '';
  let next = number + 2;
  for (let texts = 0; texts < 5; texts++) next += 2 + wordAt(data, next) * 2 + 2;
  const entries = entriesAt(data, next, Math.min(data.length, place + length));
  const listed = entries.map((entry) => `<w:listEntry w:val="${encodeEntities(entry)}"/>`).join('');
  return `<w:ffData><w:ddList><w:result w:val="${value}"/>${listed}</w:ddList></w:ffData>`;
}

function entriesAt(data: Uint8Array, from: number, end: number): string[] {
  if (wordAt(data, from) !== 0xffff) return [];
  const entries: string[] = [];
  let at = from + 6;
  for (let n = wordAt(data, from + 2); n > 0 && at < end; n--) {
    const length = wordAt(data, at);
    entries.push(textAt(data, at + 2, length));
    at += 2 + length * 2;
  }
  return entries;
}
