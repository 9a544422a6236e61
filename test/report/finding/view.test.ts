import { expect, test } from 'vitest';
import { RULES } from '../../../src/reconcile/registry.ts';
import { plain } from '../../../src/report/finding/figures.ts';
import { roleName } from '../../../src/report/finding/roles.ts';
import { findingViews } from '../../../src/report/finding/view.ts';
import { finding } from '../fictional.ts';

test('a finding is shown with its figures, the allowance it was judged by, its cells and every change thought of', () => {
  const told = finding({ expected: 30, actual: 31, difference: 1, tolerance: 0.005, rule: 'SUM-01' });
  const view = findingViews(RULES, 'zh')(told);
  expect(view.figures.map(({ name, text }) => `${name} ${text}`)).toEqual([
    '表内数 31',
    '应为 30',
    '相差 +1',
    '允许误差 ±0.005',
  ]);
  expect(view.regime).toContain('T');
  expect(view.cells).toHaveLength(told.evidence.length);
  expect(view.proposals.map(({ rank }) => rank)).toEqual(told.hypotheses.map((_, index) => index + 1));
});

test('figures that a finding has not are left out', () => {
  const view = findingViews(
    RULES,
    'en',
  )(finding({ expected: null, actual: null, difference: null, tolerance: null }));
  expect(view.figures).toEqual([]);
});

test('numbers are written out', () => {
  expect([0.000_000_1, -23.29, 1e21, null].map(plain)).toEqual(['0.0000001000', '−23.29', '1e+21', '']);
});

test('roles have names, and those that are new stand as they are', () => {
  expect([roleName('part', 'zh'), roleName('constructor', 'zh')]).toEqual(['分项', 'constructor']);
});
