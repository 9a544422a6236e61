import { expect, it } from 'vitest';
import { withNoughts } from '../../../parsers/scan/figures/seen-twice.ts';

const em = 30;

/** A line whose characters stand half an em apart, but for those behind a blank. */
function noughts(text: string): string {
  let x = 0;
  const line = [...text].flatMap((character) => {
    x += character === ' ' ? em : em / 2;
    return character === ' ' ? [] : [{ text: character, confidence: 0.9, x, rival: '', rivalConfidence: 0 }];
  });
  return withNoughts(line, em)
    .map((character) => character.text)
    .join('');
}

it('puts the two sides of a nought together', () => {
  expect(noughts('()')).toBe('0');
  expect(noughts('().()')).toBe('0.0');
  expect(noughts('1()8.6')).toBe('108.6');
  expect(noughts('O.5')).toBe('0.5');
});

it('leaves brackets that stand apart, hold something or stand among words', () => {
  expect(noughts('( )')).toBe('()');
  expect(noughts('(3)')).toBe('(3)');
  expect(noughts('建设()座')).toBe('建设()座');
});
