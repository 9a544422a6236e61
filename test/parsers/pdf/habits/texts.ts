import type { Random } from '../../../../scripts/generate/random.ts';
import { show } from '../pdf-writer.ts';
import { advance, flipped, hexOf, isWide, piecesOf, spans, spread, thrice } from '../text-writers.ts';
import { type PlacedCell, type PlacedPage, type PlacedText, widthOf } from './placed-filing.ts';

/** Operators that write the texts of a page, y upwards from its foot. */
export type TextHabit = (page: PlacedPage, random: Random) => string;

const textsOf = ({ grids, texts }: PlacedPage): PlacedText[] => [
  ...texts,
  ...grids.flat().flatMap(({ lines }) => lines),
];

const each =
  (write: (text: string, x: number, y: number, size: number, random: Random) => string): TextHabit =>
  (page, random) =>
    textsOf(page)
      .map(({ text, x, y, size }) => write(text, x, page.height - y, size, random))
      .join('');

/** Characters with their places, those of each line moved by what `drift` gives, in ems. */
function characters(
  page: PlacedPage,
  drift: () => number,
): { text: string; x: number; y: number; size: number }[] {
  return textsOf(page).flatMap(({ text, x, y, size }) => {
    let at = x;
    return Array.from(text).map((character) => {
      const placed = { text: character, x: at + drift() * size, y: page.height - y, size };
      at += advance(character) * size;
      return placed;
    });
  });
}
const shown = (list: readonly { text: string; x: number; y: number; size: number }[]): string =>
  list.map(({ text, x, y, size }) => (text === ' ' ? '' : show(text, x, y, size))).join('');

/** Spans with a space behind the text, none where it was wrapped. */
function inSpans({ text, x, y, size, ends }: PlacedText, page: PlacedPage): string {
  const drawn = spans(text, x, page.height - y, size);
  return ends ? drawn : drawn.slice(0, drawn.lastIndexOf('BT'));
}

const codesOf = (text: string): string =>
  hexOf(
    Array.from(text, (character) => character.charCodeAt(0)),
    isWide(text) ? 4 : 2,
  );

/** Lines of a cell in one text object, each begun by moving from the one before. */
function inOnePiece(lines: readonly PlacedText[], page: PlacedPage): string {
  let x = 0;
  let y = 0;
  const moved = lines.flatMap((line) =>
    piecesOf(line.text).map(({ piece, at }) => {
      const to = { x: line.x + at * line.size, y: page.height - line.y };
      const font = isWide(piece) ? 'F2' : 'F1';
      const shown = `/${font} ${line.size} Tf ${(to.x - x).toFixed(3)} ${(to.y - y).toFixed(3)} Td <${codesOf(piece)}> Tj`;
      ({ x, y } = to);
      return shown;
    }),
  );
  return moved.length === 0 ? '' : `BT 1 0 0 1 0 0 Tm ${moved.join(' ')} ET\n`;
}

/** Whether a cell is as a label of several rows. */
const isUpright = ({ x0, y0, x1, y1, lines }: PlacedCell): boolean => {
  const text = lines.map((line) => line.text).join('');
  return (
    y1 - y0 > 2 * (x1 - x0) &&
    /^[\u4e00-\u9fff]{2,8}$/.test(text) &&
    text.length * lines[0]!.size < y1 - y0 - 4
  );
};

/** Its text from its foot upwards, lying on its side. */
function turnedLabel({ x0, y0, x1, y1, lines }: PlacedCell, page: PlacedPage): string {
  const text = lines.map((line) => line.text).join('');
  const { size } = lines[0]!;
  const x = (x0 + x1) / 2 + 0.35 * size;
  const y = page.height - (y0 + y1) / 2 - (text.length * size) / 2;
  return `BT /F2 ${size} Tf 0 1 -1 0 ${x.toFixed(2)} ${y.toFixed(2)} Tm <${codesOf(text)}> Tj ET\n`;
}

export const textHabits = {
  'in spans': (page) =>
    textsOf(page)
      .map((text) => inSpans(text, page))
      .join(''),
  'character by character with odd gaps': (page, random) =>
    shown(characters(page, () => 0.12 * (random.next() - 0.5))),
  'character by character, in no order': (page, random) => {
    const list = characters(page, () => 0);
    return shown(
      list
        .map((one) => ({ one, key: random.next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one),
    );
  },
  'figures and letters first, Chinese behind them': (page) => {
    const list = characters(page, () => 0);
    const narrow = ({ text }: { text: string }): boolean => text <= '\u00ff';
    return shown(list.filter(narrow)) + shown(list.filter((one) => !narrow(one)));
  },
  'with blanks before and behind': (page) =>
    textsOf(page)
      .map(({ text, x, y, size, ends }) => {
        const at = page.height - y;
        const before = show('  ', x - 1.1 * size, at, size) + show(text, x, at, size);
        return ends ? before + show('   ', x + widthOf(text) * size, at, size) : before;
      })
      .join(''),
  'labels spread over their cells': (page) => {
    const labels = page.grids.flat().flatMap(({ x0, x1, lines }) => {
      const [line] = lines;
      if (lines.length !== 1 || !/^[\u4e00-\u9fff]{2,6}$/.test(line!.text))
        return lines.map((one) => writeIn(one));
      const step = (x1 - x0 - 4 - line!.size) / (line!.text.length - 1);
      return Array.from(line!.text, (text, i) =>
        writeIn({ ...line!, text, x: x0 + 2 + i * step, ends: false }),
      );
    });
    function writeIn(text: PlacedText): string {
      return inSpans(text, page);
    }
    return page.texts.map(writeIn).join('') + labels.join('');
  },
  'in one piece, line by line': (page) =>
    page.texts.map((text) => inSpans(text, page)).join('') +
    page.grids
      .flat()
      .map(({ lines }) => inOnePiece(lines, page))
      .join(''),
  'labels of merged cells turned': (page) =>
    page.texts.map((text) => inSpans(text, page)).join('') +
    page.grids
      .flat()
      .map((cell) =>
        isUpright(cell) ? turnedLabel(cell, page) : cell.lines.map((line) => inSpans(line, page)).join(''),
      )
      .join(''),
  'three times, to look bold': each(thrice),
  'in a frame that is upside down': each(flipped),
  'narrowed and spread': each(spread),
  'with a grey shadow': each(
    (text, x, y, size) => `0.6 g ${show(text, x + 0.7, y - 0.7, size)}0 g ${show(text, x, y, size)}`,
  ),
  'with a white rim': each(
    (text, x, y, size) =>
      `q 1 G 2 w ${show(text, x, y, size, '1 Tr')}Q 0 g ${show(text, x, y, size, '0 Tr')}`,
  ),
  'each in the clip of its cell': (page) =>
    page.texts.map((text) => inSpans(text, page)).join('') +
    page.grids
      .flat()
      .map(
        ({ x0, y0, x1, y1, lines }) =>
          `q ${(x0 + 1).toFixed(2)} ${(page.height - y1 + 1).toFixed(2)} ${(x1 - x0 - 2).toFixed(2)} ${(y1 - y0 - 2).toFixed(2)} re W n ${lines.map((line) => inSpans(line, page)).join('')}Q\n`,
      )
      .join(''),
  'labels of one line underlined': (page) =>
    [...page.texts.map((text) => [text]), ...page.grids.flat().map(({ lines }) => lines)]
      .map((lines) => {
        const drawn = lines.map((line) => inSpans(line, page)).join('');
        const [{ text, x, y, size } = { text: '', x: 0, y: 0, size: 0 }] = lines;
        if (lines.length !== 1 || !/^[\u4e00-\u9fff]+$/.test(text)) return drawn;
        const under = [x, page.height - y - 0.18 * size, widthOf(text) * size].map((at) => at.toFixed(2));
        return `${drawn}${under.join(' ')} 0.5 re f\n`;
      })
      .join(''),
  'figures on yellow': (page) =>
    textsOf(page)
      .map((text) => {
        const ground = `1 1 0 rg ${text.x.toFixed(2)} ${(page.height - text.y - 0.2 * text.size).toFixed(2)} ${(widthOf(text.text) * text.size).toFixed(2)} ${(1.2 * text.size).toFixed(2)} re f 0 g\n`;
        return (/^[\d.,]+%?$/.test(text.text) ? ground : '') + inSpans(text, page);
      })
      .join(''),
  'blanks by moving on': (page) =>
    textsOf(page)
      .map(({ text, x, y, size }) =>
        piecesOf(text)
          .map(({ piece, at }) => {
            const words = piece.split(' ').map((word) => `<${codesOf(word)}>`);
            return `BT /${isWide(piece) ? 'F2' : 'F1'} ${size} Tf 1 0 0 1 ${(x + at * size).toFixed(2)} ${(page.height - y).toFixed(2)} Tm [${words.join(' -278 ')}] TJ ET\n`;
          })
          .join(''),
      )
      .join(''),
} satisfies Record<string, TextHabit>;
