import { expect, it } from 'vitest';
import { bracketedUnit, bracketedYear, closedItems } from '../../src/reading/recognised/lost-brackets.ts';

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
  expect(bracketedUnit('资金情况（万\n元', isKnown)).toBe('资金情况（万元）');
  expect(bracketedUnit('项目资\n金万\n元）', () => false)).toBe('项目资金（万元）');
  expect(bracketedUnit('资金情况（万元）', isKnown)).toBeNull();
  expect(bracketedUnit('单位：万元', isKnown)).toBeNull();
  expect(bracketedUnit('投入86万元', isKnown)).toBeNull();
  // A bare number may be known as a year.
  expect(bracketedUnit('2000万元', () => true)).toBeNull();
});

it('closes a bracket that is open where the next item of a list begins', () => {
  const funds = (end: string) => `总额95万元\n一、财政拨款：80万元（其中：中央60万元${end}\n二、其他：15万元`;
  expect(closedItems(funds(''))).toBe(funds('）'));
  expect(closedItems(funds('）'))).toBeNull();
  expect(closedItems('包括（下列：\n1、泵站\n2、水闸）')).toBeNull();
  expect(closedItems('道路（长\n30公里）')).toBeNull();
});
