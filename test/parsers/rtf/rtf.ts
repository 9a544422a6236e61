import { parseRtf } from '../../../parsers/rtf/index.ts';
import type { SourceDocument } from '../../../schemas/index.ts';
import { gbk } from '../../../scripts/generate/render/rtf.ts';
import { readAs } from '../grids.ts';

export { gbk };

/** Text as LibreOffice writes it: numbers of Unicode with a question mark for readers that know none. */
export const unicode = (text: string): string =>
  Array.from(text, (sign) => {
    const code = sign.charCodeAt(0);
    return code < 128 ? sign : `\\u${code > 32_767 ? code - 65_536 : code}\\'3f`;
  }).join('');

const fonts =
  '{\\fonttbl{\\f0\\froman\\fcharset0\\fprq2{\\*\\panose 02020603050405020304}Times New Roman;}' +
  `{\\f13\\fnil\\fcharset134\\fprq2{\\*\\panose 02010600030101010101}${gbk('宋体')}{\\*\\falt SimSun};}` +
  '{\\f37\\fnil\\fcharset2\\fprq2 Wingdings 2;}{\\f38\\fnil\\fcharset2 Symbol;}}';
const colours = '{\\colortbl;\\red0\\green0\\blue0;\\red255\\green255\\blue255;\\red31\\green78\\blue121;}';
const styles = `{\\stylesheet{\\qj\\fs21\\lang1033 \\snext0 Normal;}{\\s1\\b\\fs44 \\sbasedon0 heading 1;}{\\*\\cs10 \\additive Default Paragraph Font;}}`;

/** A document as Word writes it, with this text. */
export const rtf = (body: string): string =>
  `{\\rtf1\\adeflang1025\\ansi\\ansicpg936\\uc2\\adeff0\\deff0${fonts}${colours}${styles}` +
  `{\\*\\rsidtbl \\rsid12}{\\info{\\title ${gbk('说明')}}{\\author a}}\\paperw11906 ${body}}`;

/** A row as Word writes it: its definition before and behind its cells. `edges`: right edges of the cells, with the words that stand before each. */
export const row = (cells: string[], edges: (number | string)[]): string => {
  const definition = `\\trowd \\irow0\\trgaph108\\trleft-108${edges
    .map((edge) => (typeof edge === 'number' ? `\\clbrdrt\\cellx${edge}` : edge))
    .join('')}`;
  const texts = cells.map((cell) => `{\\loch\\af0\\hich\\af0\\dbch\\f13 ${cell}\\cell }`).join('');
  return `${definition}\\pard \\ql\\intbl ${texts}{${definition}\\row }`;
};

export const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

export const readRtf = (body: string): Promise<SourceDocument> => readAs(parseRtf, 'rtf', bytesOf(rtf(body)));
