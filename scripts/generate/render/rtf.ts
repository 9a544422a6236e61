import type { Line, Section, SpanCell, SpanGrid } from '../page.ts';

const pairs = new Map<string, string>();

/** Text as Word writes it in a Chinese document: bytes of GBK in hexadecimal digits, two a character; signs that GBK lacks by their numbers. */
export function gbk(text: string): string {
  if (pairs.size === 0) {
    const decoder = new TextDecoder('gbk');
    for (let lead = 0x81; lead <= 0xfe; lead++)
      for (let trail = 0x40; trail <= 0xfe; trail++)
        pairs.set(
          decoder.decode(Uint8Array.of(lead, trail)),
          `\\'${lead.toString(16)}\\'${trail.toString(16)}`,
        );
  }
  return Array.from(text, (sign) => {
    if (sign === '\n') return '\\line ';
    if (/[\\{}]/.test(sign)) return `\\${sign}`;
    return sign < '\x80' ? sign : (pairs.get(sign) ?? numbered(sign));
  }).join('');
}

const numbered = (sign: string): string =>
  Array.from({ length: sign.length }, (_, n) => {
    const code = sign.charCodeAt(n);
    return `\\uc1\\u${code > 0x7fff ? code - 0x10000 : code}?`;
  }).join('');

/** Twentieths of a point between the margins of A4. */
const room = 9_600;

/** RTF as Word writes it (RTF 1.9.1). */
export function renderRtf(sections: readonly Section[]): string {
  const body = sections.map(({ blocks }) =>
    blocks
      .map((block, n) => {
        if (block.kind === 'paragraph') return paragraph(block);
        return table(block) + (blocks[n + 1]?.kind === 'paragraph' ? '' : '\\pard\\plain \\par ');
      })
      .join('\r\n'),
  );
  const fonts = `{\\fonttbl{\\f0\\froman\\fcharset0 Times New Roman;}{\\f13\\fnil\\fcharset134 ${gbk('宋体')};}}`;
  const styles = '{\\stylesheet{\\qj\\fs21 \\snext0 Normal;}{\\s1\\qc\\b\\fs32 \\sbasedon0 heading 1;}}';
  return `{\\rtf1\\ansi\\ansicpg936\\uc2\\deff0${fonts}{\\colortbl;\\red0\\green0\\blue0;}${styles}\r\n${body.join('\\sect \\sectd ')}}`;
}

const run = (text: string): string => `{\\loch\\af0\\hich\\af0\\dbch\\f13 ${gbk(text)}}`;

function paragraph({ role, text }: Line): string {
  const setting = role === 'title' ? '\\s1\\qc\\b\\fs32 ' : role === 'heading' ? '\\b ' : '';
  return `\\pard\\plain ${setting}${run(text)}\\par `;
}

function table({ cells, rows, widths }: SpanGrid): string {
  const total = widths.reduce((a, b) => a + b, 0);
  const edges = widths.map((_, n) =>
    Math.round((widths.slice(0, n + 1).reduce((a, b) => a + b, 0) / total) * room),
  );
  return Array.from({ length: rows }, (_, row) => {
    const here = cells
      .filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
      .sort((a, b) => a.column - b.column);
    const definition = `\\trowd \\irow${row}\\trgaph108\\trleft0${row === rows - 1 ? '\\lastrow' : ''}${here
      .map((cell) => `${merge(cell, row)}\\cellx${edges[cell.column + cell.columnSpan - 1]}`)
      .join('')}`;
    const texts = here.map((cell) => `${cell.row === row ? run(cell.text) : ''}\\cell `);
    return `${definition}\\pard\\plain \\intbl ${texts.join('')}{${definition}\\row }`;
  }).join('\r\n');
}

const merge = (cell: SpanCell, row: number): string =>
  cell.rowSpan === 1 ? '' : cell.row === row ? '\\clvmgf' : '\\clvmrg';
