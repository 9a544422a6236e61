import type { Random } from '../generate/random.ts';
import type { Cell } from './cells.ts';
import type { Maker } from './slip.ts';

const digitsIn = (text: string): number[] => [...text].flatMap((sign, i) => (/\d/.test(sign) ? [i] : []));
const CONFUSED = ['08', '06', '68', '17', '38', '56', '49'];

function number(text: string): string {
  return /-?[\d.]+/.exec(text)?.[0] ?? text;
}

/** A figure that a hand would write: no leading zero, not the old one, some digits. */
function plausible(before: string, after: string): boolean {
  const value = Number(number(after));
  return (
    Number.isFinite(value) &&
    value !== Number(number(before)) &&
    !/^-?0\d/.test(number(after)) &&
    number(after) !== ''
  );
}

function respell(
  generator: string,
  change: (random: Random, text: string) => string | null,
  fits?: (cell: Cell) => boolean,
): Maker {
  return (random, cells) => {
    const able = cells.filter((cell) => cell.value !== 0 && (fits?.(cell) ?? true));
    for (let tries = 0; tries < 12 && able.length > 0; tries++) {
      const cell = random.pick(able);
      const printed = number(cell.text);
      const after = change(random, printed);
      if (after === null || !plausible(printed, after)) continue;
      const text = cell.text.replace(printed, after);
      return { generator, cells: [cell], apply: (records) => cell.write(records, text) };
    }
    return null;
  };
}

export const transpose = respell('H1', (random, text) => {
  const at = digitsIn(text);
  const pairs = at.slice(1).flatMap((j, k) => (text[at[k]!] === text[j] ? [] : [[at[k]!, j] as const]));
  if (pairs.length === 0) return null;
  const [i, j] = random.pick(pairs);
  const signs = [...text];
  [signs[i], signs[j]] = [signs[j]!, signs[i]!];
  return signs.join('');
});

export const confuse = respell('H2', (random, text) => {
  const options = digitsIn(text).flatMap((i) =>
    CONFUSED.filter((pair) => pair.includes(text[i]!)).map(
      (pair) => [i, pair.replace(text[i]!, '')] as const,
    ),
  );
  if (options.length === 0) return null;
  const [i, digit] = random.pick(options);
  return text.slice(0, i) + digit + text.slice(i + 1);
});

export const substitute = respell('H3', (random, text) => {
  const i = random.pick(digitsIn(text));
  return `${text.slice(0, i)}${random.int(0, 9)}${text.slice(i + 1)}`;
});

export const dropOrDouble = respell('H4', (random, text) => {
  const at = digitsIn(text);
  const i = random.pick(at);
  if (random.chance(0.5)) return text.slice(0, i) + text[i] + text.slice(i);
  return at.length < 2 ? null : text.slice(0, i) + text.slice(i + 1);
});

const isMoney = (cell: Cell): boolean => cell.field === 'value' && cell.unit !== '人' && cell.unit !== '%';
const scaleText = (text: string, power: number): string => {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + power;
  const padded = digits
    .padStart(digits.length + Math.max(0, 1 - point), '0')
    .padEnd(Math.max(point, digits.length), '0');
  const at = Math.max(1, point);
  const result = `${padded.slice(0, at)}.${padded.slice(at)}`.replace(/\.?0*$/, '');
  return result.replace(/^0+(?=\d)/, '');
};
export const rescale = respell(
  'H5',
  (random, text) => scaleText(text, random.pick([4, -4, 4, 1, -1, 2])),
  isMoney,
);
export const point = respell(
  'H7',
  (random, text) => (text.includes('.') ? scaleText(text, random.pick([1, 2, -1])) : null),
  (cell) => isMoney(cell),
);
export const negate = respell(
  'H8',
  (_, text) => `-${text}`,
  (cell) => cell.field === 'value',
);
export const fraction = respell(
  'H18',
  (_, text) => scaleText(text, -2),
  (cell) => cell.field === 'share' || cell.unit === '%',
);
