import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  displayWidth,
  pad,
  printable,
  truncate,
  truncateMiddle,
  wrap,
} from '../../src/report/terminal/width.ts';

const text = fc.string({
  unit: fc.constantFrom(...'预算绩效目标，。（）“”≥%0123456789.abc XYZ—…'),
  maxLength: 60,
});
const width = fc.integer({ min: 8, max: 40 });

describe('columns of a terminal', () => {
  test('汉字 and full-width signs take two, combining marks none', () => {
    expect(['绩效', 'ab', '（％）', '≥95%', 'é'].map(displayWidth)).toEqual([4, 2, 6, 4, 1]);
  });

  test('a shortened text fits, and keeps its ends', () => {
    expect(truncate('部门整体支出', 7)).toBe('部门整…');
    expect(truncateMiddle('部门整体支出绩效目标.xlsx', 14)).toBe('部门整体….xlsx');
    fc.assert(
      fc.property(text, width, (value, size) => {
        expect(displayWidth(truncate(value, size))).toBeLessThanOrEqual(size);
        expect(displayWidth(truncateMiddle(value, size))).toBeLessThanOrEqual(size);
      }),
    );
  });

  test('a padded text has its width', () => {
    fc.assert(fc.property(text, (value) => displayWidth(pad(value, 130)) === 130));
  });

  test('a wrapped text fits and loses nothing but spaces', () => {
    fc.assert(
      fc.property(text, width, (value, size) => {
        const lines = wrap(value, size);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(size);
        expect(lines.join('').replaceAll(' ', '')).toBe(value.replaceAll(' ', ''));
      }),
    );
  });

  test('lines break between 汉字, not inside a figure, and never before a closing sign', () => {
    expect(wrap('合计应为6587.00万元，实为6857.00万元。', 16)).toEqual([
      '合计应为6587.00',
      '万元，实为',
      '6857.00万元。',
    ]);
  });
});

describe('texts of a document on a terminal', () => {
  test('cannot move the cursor, hide or turn round', () => {
    expect(printable('a\u001b[31mb\u0000c\u202ed\u200be\ue000')).toBe(
      'a\\u{1b}[31mb\\u{0}c\\u{202e}d\\u{200b}e\\u{e000}',
    );
  });

  test('stay on one line', () => {
    expect(printable('一\r\n二\t三\u2028四')).toBe('一 二 三 四');
  });
});
