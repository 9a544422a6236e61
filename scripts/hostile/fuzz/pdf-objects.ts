import type { Random } from '../../generate/random.ts';
import type { Base } from './bases.ts';

const numbers = [
  '0',
  '-1',
  '1e9',
  '-32768',
  '2147483648',
  '0.0000001',
  '99999999999999999999',
  'null',
  '[',
  '<<',
  '()',
  '/None',
];
const operators = [
  'Do',
  'q',
  'Q',
  'cm',
  'Tf',
  'Tj',
  'TJ',
  're',
  'W n',
  'BT',
  'ET',
  'sh',
  'gs',
  'BI',
  'ID',
  'EI',
  'Tz',
  "'",
  'd0',
  'BDC',
  'scn',
];
const filters = [
  '/FlateDecode',
  '/LZWDecode',
  '/ASCII85Decode',
  '/RunLengthDecode',
  '/DCTDecode',
  '/JBIG2Decode',
  '/CCITTFaxDecode',
  '/JPXDecode',
  '/Crypt',
];

/** What is put in place of a token, by what the token looks like. */
function instead(token: string, random: Random): string {
  if (/ R$/.test(token)) return `${random.int(0, 9)} 0 R`;
  if (/^\//.test(token))
    return random.pick(['/Kids', '/Parent', '/Length', '/Filter', '/Type', '/Font', ...filters]);
  if (/^[A-Za-z'"*]+$/.test(token)) return random.pick(operators);
  return random.pick(numbers);
}

const token = /\d+ 0 R|\/[A-Za-z0-9]+|[A-Za-z'"*]+|-?\d+(?:\.\d+)?/g;

/** A PDF with some of its tokens, references or operators changed; the cross-references are left as they were, mostly wrong then. */
export function changedPdf({ bytes }: Base, random: Random): { bytes: Buffer; how: string[] } {
  let text = bytes.toString('latin1');
  const how: string[] = [];
  for (let times = random.int(1, 8); times > 0; times--) {
    const tokens = [...text.matchAll(token)];
    if (tokens.length === 0) break;
    const one = random.pick(tokens);
    // Where the length stays the same the cross-references still hold.
    const by = random.chance(0.5)
      ? instead(one[0], random)
      : instead(one[0], random).slice(0, one[0].length).padEnd(one[0].length);
    how.push(`${one[0].slice(0, 20)} → ${by}`);
    const more = random.chance(0.05) ? ` ${by}`.repeat(2000) : '';
    text = text.slice(0, one.index) + by + more + text.slice(one.index + one[0].length);
  }
  return { bytes: Buffer.from(text, 'latin1'), how };
}
