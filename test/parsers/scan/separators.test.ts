import { expect, it } from 'vitest';
import { isNoFigure, misreadCommas, pointsOfThree } from '../../../parsers/scan/figures/separators.ts';

it.each([
  ['3.370.455.26', [1, 5]],
  ['1.731,539.880', [1]],
  ['6.457,605', [1]],
  ['=37.995.5', [3]],
  ['3,370,455.26', []],
  ['4.3.7', []],
  ['2023.12.25', []],
  ['37.995', []],
])('%s has points that can only be commas at %j', (text, places) => {
  expect(misreadCommas(text)).toEqual(places);
});

it.each([
  ['376.607', [3]],
  ['8,376.607', [5]],
  ['1376.607', []],
  ['376.60', []],
  ['4.377.607', []],
])('%s has points that may be commas at %j', (text, places) => {
  expect(pointsOfThree(text)).toEqual(places);
});

it('a figure has no two points with a group between them', () => {
  expect(['36.644.3', '4.3.7', '2023.12.25', '36.64'].map(isNoFigure)).toEqual([true, false, false, false]);
});
