import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SSF } from 'xlsx';
import { figure, formatOf, printedFigure } from '../../../src/report/workbook/figures.ts';

describe('a figure of a table', () => {
  test('is shown as it was printed, and is a number', () => {
    const digits = fc.bigInt({ min: 0n, max: 999_999_999n }).map(String);
    const parted = digits.map((text) => text.replace(/\B(?=(?:\d{3})+$)/g, ','));
    const printed = fc
      .tuple(fc.boolean(), fc.oneof(digits, parted), fc.stringMatching(/^(?:\.\d{1,4})?$/), fc.boolean())
      .map(
        ([isNegative, whole, fraction, isRate]) =>
          `${isNegative ? '-' : ''}${whole}${fraction}${isRate ? '%' : ''}`,
      );
    fc.assert(
      fc.property(printed, (text) => {
        const read = printedFigure(text);
        fc.pre(read !== null);
        expect(SSF.format(read!.format, Number(read!.figure.digits))).toBe(text);
        const plain = Number(text.replace(/[,%]/g, ''));
        expect(Number(read!.figure.digits)).toBeCloseTo(text.endsWith('%') ? plain / 100 : plain, 8);
      }),
    );
  });

  test.each([
    ['6951.77', '6951.77', '0.00'],
    ['1,234', '1234', '#,##0'],
    ['99.8%', '0.998', '0.0%'],
    ['100%', '1.00', '0%'],
    ['-0.5', '-0.5', '0.0'],
    ['0', '0', '0'],
  ])('%s is %s with %s', (text, digits, format) => {
    expect(printedFigure(text)).toEqual({ figure: { digits }, format });
  });

  test.each([
    '0301',
    '00.5',
    '-0.00',
    '12,34',
    '≥95%',
    '１２',
    '1234567890123456',
    '',
    '1e5',
    ' 5',
    '5万元',
    '=1',
    '-',
  ])('%j stays a text', (text) => expect(printedFigure(text)).toBeNull());
});

test('figures of one row have the places of the most exact, money two at least', () => {
  expect(formatOf([99.5996, 84.6, null])).toBe('#,##0.0000');
  expect(formatOf([886, 880.6])).toBe('#,##0.00');
  expect(formatOf([10, 20])).toBe('#,##0');
  expect(formatOf([99.8], '%')).toBe('#,##0.00"%"');
  expect(formatOf([1e-9])).toBe('#,##0.000000000');
});

test('a figure with more digits than a program keeps is written as a text', () => {
  expect(figure(6951.77)).toEqual({ digits: '6951.77' });
  expect(figure(123_456_789_012.345_67)).toBe('123456789012.34567');
  expect(figure(null)).toBeNull();
});
