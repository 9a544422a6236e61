import type { Random } from '../../generate/random.ts';

/** Changes a text of tags so that it still reads as one, mostly: what a parser of bytes lets through to those behind it. */
type Change = (text: string, random: Random) => string;

const numbers = [
  '0',
  '-1',
  '1',
  '65536',
  '16384',
  '1048577',
  '2147483648',
  '1e9',
  '99999999999999999999',
  'NaN',
  '',
  '0x10',
  '１２',
];
const texts = [
  '__proto__',
  'constructor',
  '=1+1',
  '\u0000',
  '\ufffe',
  '\ud800',
  '&#0;',
  '&#x10ffff;',
  '&amp;',
  ']]>',
  '<!--',
  'A1:XFD1048576',
  '２０２３年',
  '\u202e',
  'x'.repeat(70_000),
];

/** One of the pieces that the pattern finds, at random. */
function replaceOne(text: string, pattern: RegExp, random: Random, by: (found: string) => string): string {
  const found = [...text.matchAll(pattern)];
  if (found.length === 0) return text;
  const one = random.pick(found);
  return text.slice(0, one.index) + by(one[0]) + text.slice(one.index + one[0].length);
}

/** Longer pieces are not copied hundreds of times. */
const largest = 4000;

const element = /<([\w:]+)(?:\s[^<>]*)?>(?:[^<]|<(?!\/?\1\b))*<\/\1>/g;

const changes: Record<string, Change> = {
  attribute: (text, random) =>
    replaceOne(text, /="[^"<]*"/g, random, () => `="${random.pick([...numbers, ...texts])}"`),
  number: (text, random) =>
    replaceOne(text, /(?<=[">])\d+(?:\.\d+)?(?=["<])/g, random, () => random.pick(numbers)),
  words: (text, random) => replaceOne(text, /(?<=>)[^<>]+(?=<)/g, random, () => random.pick(texts)),
  tag: (text, random) => replaceOne(text, /<[^<>]+>/g, random, () => ''),
  twice: (text, random) =>
    replaceOne(text, element, random, (found) =>
      found.repeat(found.length > largest ? 2 : random.pick([2, 3, 500])),
    ),
  gone: (text, random) => replaceOne(text, element, random, () => ''),
  deep: (text, random) =>
    replaceOne(text, element, random, (found) => {
      const name = /^<([\w:]+)/.exec(found)![1]!;
      const levels = random.pick([3, 60, 3000]);
      return `<${name}>`.repeat(levels) + found + `</${name}>`.repeat(levels);
    }),
  moved: (text, random) => {
    const all = [...text.matchAll(element)];
    const piece = all.length === 0 ? '' : random.pick(all)[0];
    return replaceOne(text, element, random, (found) => found + piece);
  },
  renamed: (text, random) => {
    const tags = [...text.matchAll(/<([\w:]+)/g)].map(([, name]) => name!);
    if (tags.length === 0) return text;
    const [from, to] = [random.pick(tags), random.pick([...tags, 'constructor', '__proto__', 'toString'])];
    return text.replaceAll(`<${from}`, `<${to}`).replaceAll(`</${from}>`, `</${to}>`);
  },
};

const names = Object.keys(changes);

export function changedMarkup(text: string, random: Random): { text: string; how: string[] } {
  const how = Array.from({ length: random.int(1, 4) }, () => random.pick(names));
  // What is changed again and again by copying is kept to a megabyte.
  return {
    text: how.reduce((so, name) => (so.length > 1_000_000 ? so : changes[name]!(so, random)), text),
    how,
  };
}
