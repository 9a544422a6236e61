import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as values from '../../src/values/index.ts';

const readers: Record<string, (text: string) => unknown> = {
  fold: values.fold,
  foldLabel: values.foldLabel,
  readQuantity: (text) => values.readQuantity(text),
  readQuantityOfColumns: (text) => values.readQuantity('5', { unit: text, op: text }),
  readOperator: values.readOperator,
  readNumber: values.readNumber,
  numberFault: values.numberFault,
  readNumeral: values.readNumeral,
  readDigits: values.readDigits,
  moneyUnitIn: values.moneyUnitIn,
  readDate: values.readDate,
  readYear: values.readYear,
  readPeriod: values.readPeriod,
  relativeYear: values.relativeYear,
  listMark: values.listMark,
  stripMarks: values.stripMarks,
  isUnit: values.isUnit,
  scaleOf: values.scaleOf,
  parseDecimal: values.parseDecimal,
};

const pieces = fc.constantFrom(
  ...'0 1 9 , . - — ~ % ( ) （ ） / 一 十 百 万 亿 元 人 年 月 日 至 ≥ < = > 其中 指标 单位 ： 、 以上 以内 控制在 e E+ \u0000 \u200b \ud800'.split(
    ' ',
  ),
  ' ',
  '\n',
);
const nearMisses = fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join(''));

describe.each(Object.entries(readers))('%s', (_, read) => {
  test('throws on no text', () => {
    fc.assert(
      fc.property(fc.oneof(nearMisses, fc.string({ unit: 'binary', maxLength: 40 })), (text) => {
        read(text);
      }),
      { numRuns: 300 },
    );
  });

  // A pattern that backtracks would not come back within the test's time limit.
  test.each([
    '1',
    '1,',
    '1.',
    ',',
    '-',
    '—',
    '十',
    '万',
    '年',
    ' ',
    '(',
    '1月',
    '单位',
    '其中：',
    '①',
    'a/',
    '≥',
    '%',
    '2023',
    '2023年1月至',
  ])('comes back from a hundred thousand signs of %s', (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    read(text);
    read(`${text}x`);
    expect(text.length).toBeGreaterThanOrEqual(100_000);
  });
});

test('a quantity of any text is one by its schema', async () => {
  const { Quantity } = await import('../../schemas/index.ts');
  fc.assert(
    fc.property(nearMisses, nearMisses, (text, unit) => {
      const quantity = values.readQuantity(text, { unit });
      expect(Quantity.safeParse(quantity).success).toBe(true);
      expect(quantity.raw).toBe(text);
    }),
    { numRuns: 1000 },
  );
});
