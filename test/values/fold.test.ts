import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldLabel, foldSigns } from '../../src/values/fold.ts';

describe('fold', () => {
  test.each([
    ['１２，３４５．６％', '12,345.6%'],
    ['≧９５', '≥95'],
    ['≦５', '≤5'],
    ['═３人', '=3人'],
    ['＞＝98', '>=98'],
    ['（万元）：', '(万元):'],
    ['1～3', '1~3'],
    ['1－3', '1-3'],
    ['━', '—'],
    ['项　目\u00a0名', '项 目 名'],
    ['绩\u200b效', '绩效'],
    ['⽬标⻓期', '目标长期'],
    ['“三公”经费', '"三公"经费'],
  ])('%s becomes %s', (printed, folded) => {
    expect(fold(printed)).toBe(folded);
  });

  test('keeps list marks, units and paragraphs', () => {
    expect(fold('① 12㎡ m²\n②')).toBe('① 12㎡ m²\n②');
  });

  test('a label loses all its spaces', () => {
    expect(foldLabel(' 一 级\n指　标 ')).toBe('一级指标');
  });

  const texts = fc.string({ unit: 'binary', maxLength: 60 });

  test('is idempotent on any text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  test('is idempotent on every character of the basic plane', () => {
    const unstable: string[] = [];
    for (let code = 0; code < 0x10000; code++) {
      const once = foldSigns(String.fromCharCode(code));
      if (foldSigns(once) !== once || once.length !== 1) unstable.push(code.toString(16));
    }
    expect(unstable).toEqual([]);
  });

  test('folded signs keep every offset', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(foldSigns(text)).toHaveLength(text.length);
      }),
    );
  });
});
