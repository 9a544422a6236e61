import { loweredDigits, raisedDigits } from '../../flow/raised-digits.ts';
import { struck } from './looks.ts';

const runs =
  /<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>|<(?:\w+:)?rPr(?:\s[^<>]*)?>([\s\S]*?)<\/(?:\w+:)?rPr>|<(?:\w+:)?t(?:\s[^<>]*?)?(?:\/>|>([^<]*)<\/(?:\w+:)?t>)|<(?:\w+:)?r[\s>]/g;
const shifts = /<(?:\w+:)?vertAlign\s[^<>]*val="(su(?:per|b))script"/;

/**
 * The text of an element of runs (ECMA-376 18.4.8), as it is escaped, without how it is spoken. Digits that are set raised come as the signs for
 * those; what has a line through it is left out, and told by `strike`. Signs are bytes here, one character each. Text without its element counts where there is no other.
 */
function textOf(inside: string, strike: () => void): string {
  let [text, shift, isStruck, hasTexts] = ['', '', false, false];
  for (const [whole, properties, written] of inside.matchAll(runs)) {
    if (properties !== undefined) {
      shift = shifts.exec(properties)?.[1] ?? '';
      isStruck = struck.test(properties);
    } else if (/^<(?:\w+:)?t[\s/>]/.test(whole)) {
      hasTexts = true;
      if (isStruck && /\S/.test(written ?? '')) {
        strike();
        continue;
      }
      const signs = shiftedDigits(written ?? '', shift, text);
      text += signs === null ? (written ?? '') : Buffer.from(signs).toString('latin1');
    } else if (/^<(?:\w+:)?r[\s>]/.test(whole)) [shift, isStruck] = ['', false];
  }
  return hasTexts ? text : inside.replace(/<[^<>]*>/g, '').trim();
}

function shiftedDigits(written: string, shift: string, before: string): string | null {
  if (shift === '') return null;
  return shift === 'super' ? raisedDigits(written) : loweredDigits(written, before);
}

const element = (text: string, prefix: string): string =>
  `<${prefix}t xml:space="preserve">${text}</${prefix}t>`;

/** Entries with attributes, without a text, with several, with runs: SheetJS leaves them out, and with them the count of all that follow, or reads the first. */
const unusual =
  /<(?:\w+:)?(?:r|rPh)[\s>]|<(?:\w+:)?si[\s/]|<(?:\w+:)?si>\s*<\/|<\/(?:\w+:)?t>\s*<(?:\w+:)?t[\s/>]|<(?:\w+:)?t\/>|<(?:\w+:)?si>\s*[^<\s]/;
const entries = /<(\w+:)?si(?:\s[^<>]*?)?(?:\/>|>([\s\S]*?)<\/(?:\w+:)?si>)/g;

/** The part of shared texts with one text an entry. What is cut off within its last entry loses that. */
export function withPlainEntries(xml: string, strike: () => void): string {
  const isWhole = /<\/(?:\w+:)?sst>\s*$|<(?:\w+:)?sst[^<>]*\/>\s*$/.test(xml.slice(-200));
  if (isWhole && !unusual.test(xml)) return xml;
  const [root = ''] = /<(?:\w+:)?sst\b[^<>]*>/.exec(xml) ?? [];
  const list = Array.from(
    xml.matchAll(entries),
    ([, prefix = '', inside = '']) => `<${prefix}si>${element(textOf(inside, strike), prefix)}</${prefix}si>`,
  );
  const [, prefix = ''] = /^<(\w+:)?sst/.exec(root) ?? [];
  return `${root.replace(/\/>$/, '>')}${list.join('')}</${prefix}sst>`;
}

const inline = /<(\w+:)?is>([\s\S]*?)<\/(?:\w+:)?is>/g;
const unusualInline =
  /<(?:\w+:)?(?:r|rPh)[\s>]|<\/(?:\w+:)?t>\s*<(?:\w+:)?t[\s/>]|<(?:\w+:)?is>\s*(?:[^<\s]|<(?!(?:\w+:)?t[\s/>]))/;

/** A sheet whose texts in cells are one text each. */
export function withPlainInlines(xml: string, strike: () => void): string {
  if (!unusualInline.test(xml)) return xml;
  return xml.replace(inline, (_, prefix: string | undefined, inside: string) => {
    const own = prefix ?? '';
    return `<${own}is>${element(textOf(inside, strike), own)}</${own}is>`;
  });
}

const data = /(<((?:\w+:)?Data)(?:\s[^<>]*)?>)([^<]*<(?!\/\2>)[\s\S]*?)(<\/\2>)/g;
const raisedData = /<((?:\w+:)?Sup)(?:\s[^<>]*)?>([^<]*)<\/\1>/gi;

/** XML Spreadsheet 2003 whose texts have no markup of their own (`<ss:Data xmlns="…html40"><B>…`): SheetJS reads the last piece. */
export function withPlainData(xml: string): string {
  return xml.replace(data, (_, open: string, _name: string, inside: string, close: string) => {
    const text = inside.replace(raisedData, (_found, _tag, signs: string) => raisedDigits(signs) ?? signs);
    return open + text.replace(/<[^<>]*>/g, '') + close;
  });
}
