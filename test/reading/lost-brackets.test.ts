import { expect, it } from 'vitest';
import { bracketedUnit, bracketedYear } from '../../src/reading/recognised/lost-brackets.ts';

it('takes strokes around a year for its brackets', () => {
  expect(bracketedYear('12031年度！')).toBe('（2031年度）');
  expect(bracketedYear('12031年）')).toBe('（2031年）');
  expect(bracketedYear('2031年度')).toBeNull();
  expect(bracketedYear('12031年度部门预算')).toBeNull();
  expect(bracketedYear('12031元')).toBeNull();
});

it('gives the unit behind a known label its brackets', () => {
  const isKnown = (label: string) => label === '资金情况';
  expect(bracketedUnit('资金情况万\n元', isKnown)).toBe('资金情况（万元）');
  expect(bracketedUnit('资金情况（万元）', isKnown)).toBeNull();
  expect(bracketedUnit('单位：万元', isKnown)).toBeNull();
  expect(bracketedUnit('投入86万元', isKnown)).toBeNull();
  // A bare number may be known as a year.
  expect(bracketedUnit('2000万元', () => true)).toBeNull();
});
