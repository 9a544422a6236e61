import { describe, expect, it } from 'vitest';
import { lettersAmongFigures } from '../../../parsers/scan/figures/letters-among-figures.ts';
import { hasOddComma } from '../../../parsers/scan/figures/separators.ts';
import { struckFigures } from '../../../parsers/scan/figures/struck-figures.ts';

const cellAt = (y: number, x = 0) => ({ x0: x, x1: x + 50, y0: 20 * y, y1: 20 * y + 20 });
const line = (text: string, cell = cellAt(0), y = cell.y0 / 20) => ({
  text,
  confidence: 0.97,
  doubt: null,
  alternatives: [],
  em: 12,
  area: { x0: 20, x1: 30, y0: 20 * y + 4, y1: 20 * y + 16 },
  cell,
});
const around = (text: string) => {
  const { cell: _, ...rest } = line(text);
  return rest;
};

describe('a mark beside a figure that is alone in its cell', () => {
  it('is the rest of a stroke: the figure without it is the other reading', () => {
    for (const [text, other] of [
      ['25,', '25'],
      ['25/', '25'],
      ['889.86~', '889.86'],
      ['—≤76%', '≤76%'],
      ['152,75', '152.75'],
      ['3,961,38', '3,961.38'],
    ])
      expect(struckFigures([line(text!)])).toMatchObject([
        {
          text,
          confidence: 0.8,
          doubt: 'strokes run over the writing',
          alternatives: [{ text: other, by: 'shape' }],
        },
      ]);
  });

  it('is none in a list, a range, a sentence, before a figure that is less than nought, or around the tables', () => {
    const read = ['1.', '2、', '-3.5', '80-90', '2024年，', '/', '≥98%', '1/2', '1,234'].map((text) =>
      line(text),
    );
    for (const one of [...read, around('25/')]) expect(struckFigures([one])).toEqual([one]);
  });

  it('is none where a text wraps there', () => {
    const cell = cellAt(0);
    const wrapped = [line('2024-', cell), line('2025,', cell, 1)];
    expect(struckFigures(wrapped).map(({ doubt }) => doubt !== null)).toEqual([false, true]);
    const amount = [line('1,234,5', cell), line('/67', cell, 1)];
    expect(struckFigures(amount)).toEqual(amount);
  });
});

it('a comma that parts no three digits is no comma of a figure, but one of a list, behind a year or where a line ends', () => {
  for (const text of ['152,75', '3,961,38', '123,5678']) expect(hasOddComma(text, false)).toBe(true);
  for (const text of ['1,234', '1,234.56', '3,961,380', '12.5', '1,2,3', '2024,12', '2024,2025'])
    expect(hasOddComma(text, false)).toBe(false);
  expect(hasOddComma('1,234,56', true)).toBe(false);
});

describe('a letter alone', () => {
  const doubts = (...texts: string[]) =>
    lettersAmongFigures(texts.map((text, i) => line(text, cellAt(i)))).map(({ doubt }) => doubt);

  it('is in doubt in a column of figures', () => {
    expect(doubts('12', '5', '7', 'T', '≥98%', '4').filter((doubt) => doubt !== null)).toEqual([
      'read as T among figures',
    ]);
  });

  it('is a character that was hardly legible, too, below the fields of a form', () => {
    const texts = ['负责人', '其他资金', '分值', '10', '10', '20', '串', '10'];
    const read = (confidence: number) =>
      lettersAmongFigures(
        texts.map((text, i) => ({ ...line(text, cellAt(i)), ...(text === '串' && { confidence }) })),
      )[6]?.doubt;
    expect(read(0.82)).toBe('read as 串 among figures');
    expect(read(0.97)).toBeNull();
  });

  it('stays among words and letters, and around the tables', () => {
    expect(doubts('12', 'A', 'B', 'A', '5', '4')).toEqual([null, null, null, null, null, null]);
    expect(doubts('个', '人', 't', '次', '5', '4')[2]).toBeNull();
    expect(
      lettersAmongFigures([...['1', '2', '3', '4'].map((text) => line(text)), around('A')])[4]?.doubt,
    ).toBeNull();
  });
});
