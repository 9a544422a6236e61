import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberFault, readNumber } from '../../src/values/number.ts';
import { readDigits, readNumeral } from '../../src/values/numeral.ts';

describe('a printed number', () => {
  test.each([
    ['24,216.22', 24216.22, 2],
    ['１，２３４', 1234, 0],
    [' 90.00 ', 90, 2],
    ['-1234', -1234, 0],
    ['－5.5', -5.5, 1],
    ['(1,234.00)', -1234, 2],
    ['（12.30）', -12.3, 2],
    ['(4521)', -4521, 0],
    ['.5', 0.5, 1],
    ['+3', 3, 0],
    ['1.2E+05', 120000, 0],
    ['0.00', 0, 2],
    ['(0.00)', 0, 2],
  ])('%s is %d', (text, value, places) => {
    const number = readNumber(text);
    expect(number?.value).toBe(value);
    expect(number?.decimal.scale).toBe(places);
  });

  test.each([
    '',
    '无',
    '12人',
    '1 234',
    '(5)',
    '(20)',
    '1.',
    '--5',
    '5-',
    '一',
    '1e5',
    '0x1f',
    'NaN',
    'Infinity',
  ])('%s is none', (text) => {
    expect(readNumber(text)).toBeNull();
  });

  test.each([
    ['1,23', 'grouping'],
    ['12,34,567', 'grouping'],
    ['1234,567', 'grouping'],
    ['1.234.5', 'points'],
    ['1.234,5', 'points'],
    ['12.', 'points'],
    ['51178121000000027938', 'too_long'],
    ['9'.repeat(80), 'too_long'],
  ])('%s is damaged: %s', (text, fault) => {
    expect(readNumber(text)).toBeNull();
    expect(numberFault(text)).toBe(fault);
  });

  test.each(['12', '24,216.22', '', '持续', '12人'])('%s is not damaged', (text) => {
    expect(numberFault(text)).toBeNull();
  });

  test('is read back with and without grouping', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.integer({ min: 0, max: 3 }), (whole, places) => {
        const text = (whole / 10 ** places).toFixed(places);
        const grouped = text.replace(/\B(?=(\d{3})+(?!\d))(?<!\..*)/g, ',');
        expect(readNumber(text)?.value).toBe(Number(text) === 0 ? 0 : Number(text));
        expect(readNumber(grouped)?.decimal).toEqual(readNumber(text)?.decimal);
      }),
    );
  });
});

describe('a number spelled in Chinese', () => {
  test.each([
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百零五', 105],
    ['一百五', 150],
    ['一百一十', 110],
    ['三万五千', 35000],
    ['三万五', 35000],
    ['三万零五', 30005],
    ['两千零三', 2003],
    ['一亿二千万', 120000000],
    ['壹佰贰拾', 120],
    ['零', 0],
  ])('%s is %d', (text, value) => {
    expect(readNumeral(text)).toBe(value);
  });

  test.each(['', '百', '万', '一二', '十十', '百一', '一万万', '二〇二三', '一零', '千万', '五十百', '人'])(
    '%s is none',
    (text) => {
      expect(readNumeral(text)).toBeNull();
    },
  );

  test('every number below a hundred million is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (value) => {
        expect(readNumeral(spell(value))).toBe(value);
      }),
    );
  });

  test('digits in a row', () => {
    expect(readDigits('二〇二三')).toBe(2023);
    expect(readDigits('二○二四')).toBe(2024);
    expect(readDigits('二十')).toBeNull();
  });
});

const signs = [...'零一二三四五六七八九'];

function spell(value: number): string {
  const head = Math.floor(value / 10_000);
  const tail = value % 10_000;
  if (head === 0) return section(tail);
  return `${section(head)}万${tail === 0 ? '' : (tail < 1000 ? '零' : '') + section(tail)}`;
}

function section(value: number): string {
  const places = ['千', '百', '十', ''];
  const digits = String(value).padStart(4, '0');
  return [...digits]
    .map((digit, i) => (digit === '0' ? '零' : `${signs[Number(digit)]}${places[i]}`))
    .join('')
    .replace(/^零+|零+$/g, '')
    .replace(/零+/g, '零');
}
