import { raisedDigits } from '../flow/raised-digits.ts';
import { attribute, decodeEntities, elementEnd, nextTag, type Tag } from './markup.ts';

// Equations (ECMA-376 part 1 §22.1) as one line of text, as a person would type them: 3/4, (a+b)/c, x², √(n).

/** Equations nest a few times; what is deeper is read without its structure. */
const deepest = 20;

interface Piece {
  name: string;
  text: string;
}

/** The text of an equation that stands between two places of a part. */
export function equationText(xml: string, from: number, to: number): string {
  return lineOf(xml, from, to, 0);
}

function lineOf(xml: string, from: number, to: number, depth: number): string {
  return piecesOf(xml, from, to, depth)
    .map(({ text }) => text)
    .join('');
}

function piecesOf(xml: string, from: number, to: number, depth: number): Piece[] {
  const pieces: Piece[] = [];
  for (let tag = nextTag(xml, from); tag && tag.start < to; ) {
    const end = tag.kind === 'open' ? Math.min(elementEnd(xml, tag), to) : tag.end;
    if (tag.kind === 'open') pieces.push({ name: tag.name, text: textOf(xml, tag, end, depth) });
    tag = nextTag(xml, end);
  }
  return pieces;
}

/** What was deleted, and what says how a piece is set. */
const dropped = /^(?:w:del|w:moveFrom|w:rPr|m:\w+Pr)$/;

function textOf(xml: string, tag: Tag, end: number, depth: number): string {
  if (dropped.test(tag.name)) return '';
  if (tag.name === 'm:t' || tag.name === 'w:t') return decodeEntities(contentOf(xml, tag, end));
  if (depth >= deepest) return flatText(contentOf(xml, tag, end));
  const pieces = piecesOf(xml, tag.end, end, depth + 1);
  const part = (name: string): string => pieces.find((piece) => piece.name === name)?.text ?? '';
  switch (tag.name) {
    case 'm:f':
      return `${grouped(part('m:num'))}/${grouped(part('m:den'))}`;
    case 'm:sSup':
      return raised(part('m:e'), part('m:sup'));
    case 'm:sSub':
      return lowered(part('m:e'), part('m:sub'));
    case 'm:sSubSup':
      return raised(lowered(part('m:e'), part('m:sub')), part('m:sup'));
    case 'm:rad':
      return `${part('m:deg')}√${grouped(part('m:e'))}`;
    case 'm:d':
      return bracketed(xml.slice(tag.end, end), pieces);
    case 'm:nary':
      return `${signOf(xml.slice(tag.end, end), 'm:chr', '∫')}${part('m:e')}`;
    case 'm:mr':
      return ` ${pieces.map(({ text }) => text).join(' ')} `;
    default:
      return pieces.map(({ text }) => text).join('');
  }
}

const contentOf = (xml: string, tag: Tag, end: number): string => {
  const close = xml.lastIndexOf('</', end - 1);
  return xml.slice(tag.end, close < tag.end ? end : close);
};

const flatText = (xml: string): string =>
  Array.from(xml.matchAll(/<m:t(?:\s[^>]*)?>([^<]*)</g), ([, text]) => decodeEntities(text ?? '')).join('');

/** What is more than one figure, name or bracket takes brackets to stay one side of a sign. */
const grouped = (text: string): string =>
  /^(?:[\w.%\p{Script=Han}]*|\([^()]*\)|（[^（）]*）)$/u.test(text) ? text : `(${text})`;

function raised(base: string, power: string): string {
  const digits = raisedDigits(power);
  return digits === null ? `${base}^${grouped(power)}` : base + digits;
}

/** An index behind a figure would be digits of it. */
const lowered = (base: string, index: string): string => base + (/\d$/.test(base) ? '_' : '') + index;

function bracketed(xml: string, pieces: readonly Piece[]): string {
  const inner = pieces.filter(({ name }) => name === 'm:e').map(({ text }) => text);
  return `${signOf(xml, 'm:begChr', '(')}${inner.join(signOf(xml, 'm:sepChr', '|'))}${signOf(xml, 'm:endChr', ')')}`;
}

/** A sign that the properties of the element itself name; they stand first in it. */
function signOf(xml: string, name: string, usual: string): string {
  const own = /^\s*<m:(?:d|nary)Pr>[\s\S]*?<\/m:(?:d|nary)Pr>/.exec(xml)?.[0] ?? '';
  const tag = new RegExp(`<${name}\\b[^>]*>`).exec(own)?.[0];
  return tag === undefined ? usual : (attribute(tag, 'm:val') ?? '');
}
