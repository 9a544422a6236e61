import { expect, it } from 'vitest';
import type { Doubt } from '../../../schemas/index.ts';
import { SUM_01 } from '../../../src/reconcile/rules/sum-01.ts';
import { amount, at, check } from '../records.ts';

const doubt: Doubt = {
  text: '20',
  reason: 'read in two ways',
  alternatives: [{ text: '29', by: 'eng', confidence: 0.7 }],
};

/** A sum that does not close, with a figure recognised as surely as given. */
const finding = (confidence: number, open?: Doubt) => {
  const amounts = [
    amount({ item: '甲', value: 10, source: { value: at(1, 3) } }),
    amount({
      item: '乙',
      value: 20,
      source: { value: at(2, 3) },
      confidence: 0.6,
      confidences: { value: confidence },
      ...(open === undefined ? {} : { doubts: { value: open } }),
    }),
    amount({ item: '合计', value: 35, source: { value: at(3, 3) } }),
  ];
  return check({ amounts }, SUM_01).findings[0];
};

it("is the filer's error where every figure was read surely, whatever its label was", () => {
  expect(finding(0.98)).toMatchObject({ severity: 'error', origin: 'filing' });
});

it('is nobody’s yet where a figure was not read surely', () => {
  expect(finding(0.9)).toMatchObject({ severity: 'error', origin: 'undetermined' });
});

it('is no error where a figure was read in two ways', () => {
  expect(finding(0.6, doubt)).toMatchObject({ severity: 'warning', origin: 'undetermined' });
});
