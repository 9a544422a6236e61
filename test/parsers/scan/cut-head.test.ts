import { describe, expect, it } from 'vitest';
import { withCutHead } from '../../../parsers/scan/figures/cut-head.ts';

const read = (text: string) => ({ text, confidence: 0.96, doubt: null, alternatives: [] });

describe('a figure against the left border of its cell', () => {
  it('is doubted in small print where a stroke more would make another digit', () => {
    expect(withCutHead(read('562,190.00'), true, 22)).toMatchObject({
      confidence: 0.8,
      doubt: 'its first digit touches the border',
      alternatives: [{ text: '662,190.00', by: 'border' }],
    });
  });

  it('is left alone in larger print, away from the border, with other digits and in words', () => {
    for (const [text, isFlush, em] of [
      ['562', true, 30],
      ['562', false, 22],
      ['412', true, 22],
      ['5个', true, 22],
    ] as const)
      expect(withCutHead(read(text), isFlush, em)).toEqual(read(text));
  });
});
