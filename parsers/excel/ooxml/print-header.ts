/** Lines that a sheet prints at the head and the foot of each page. */
export interface PrintedLines {
  head: string[];
  foot: string[];
}

const element = /<(?:\w+:)?(odd|even|first)(Header|Footer)(?:\s[^<>]*)?>([^<]*)</g;
const settings = /<(?:\w+:)?headerFooter\b[^<>]*>/;
const isSet = { even: /\bdifferentOddEven="(?:1|true)"/, first: /\bdifferentFirst="(?:1|true)"/ };

/** What stands for the number of a page, the time, the name of the file or the sheet (ECMA-376 18.3.1.46). */
const field = /&[PNDTFAZG]/;
/** Fonts, colours, sizes and styles of letters. */
const looks = /&(?:"[^"]*"|K[\dA-F]{6}|K\d\d[+-]\d{3}|\d{1,3} ?|[BIUESXYOH])/g;
const part = /&[LCR]/;

/** The lines of the head and foot of a sheet's XML, given one character a byte; those with a field in them say nothing of the form. */
export function printedLines(xml: string): PrintedLines {
  const lines: PrintedLines = { head: [], foot: [] };
  const set = settings.exec(xml)?.[0];
  if (set === undefined) return lines;
  for (const [, page = '', end = '', written = ''] of xml.slice(xml.indexOf(set)).matchAll(element)) {
    if ((page === 'even' || page === 'first') && !isSet[page].test(set)) continue;
    const list = end === 'Header' ? lines.head : lines.foot;
    for (const line of linesOf(Buffer.from(written, 'latin1').toString('utf8')))
      if (!list.includes(line)) list.push(line);
  }
  return lines;
}

const named: Readonly<Record<string, string>> = { quot: '"', apos: "'", gt: '>', lt: '<', amp: '&' };
const reference = /&(?:(quot|apos|gt|lt|amp)|#(\d{1,5})|#x([\da-fA-F]{1,4}));/g;
/** A doubled ampersand is one sign, and begins no code. */
const ampersand = '\u0001';

function linesOf(written: string): string[] {
  const code = written
    .replace(reference, (_, name?: string, decimal?: string, hex = '') =>
      name === undefined
        ? String.fromCharCode(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
        : (named[name] as string),
    )
    .replaceAll('&&', ampersand)
    .replace(looks, '');
  return code
    .split(part)
    .flatMap((text) => text.split(/\r\n?|\n|_x000[aAdD]_/))
    .filter((line) => !field.test(line))
    .map((line) => line.replaceAll(ampersand, '&').trim())
    .filter((line) => line !== '');
}

/** 单位：万元, 金额单位：元, （万元）: what the figures of a sheet are counted in. */
const unitLine = /单位\s*[：:]\s*\S{0,6}元|^[（(]\s*(?:人民币)?[千百十万亿]*元\s*[)）]$/;

/** Whether a line says in what a sheet counts its money. */
export const namesUnit = (line: string): boolean => unitLine.test(line);
