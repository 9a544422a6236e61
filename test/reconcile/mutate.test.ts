import { expect, it } from 'vitest';
import { runHarness, tally } from '../../scripts/mutate/trial.ts';

const FORMS = 600;

it('finds, names and mends injected slips, and raises no error on clean tables however they were cut', () => {
  const { trials, falseErrors } = runHarness(FORMS, 20_311);
  const all = tally(trials);
  expect(all.forms).toBe(FORMS);
  expect(all.detected / all.forms).toBeGreaterThanOrEqual(0.99);
  expect(all.top1 / all.forms).toBeGreaterThanOrEqual(0.93);
  expect(all.top3 / all.forms).toBeGreaterThanOrEqual(0.97);
  expect(all.suggested).toBeGreaterThan(FORMS / 2);
  expect(all.suggestedRight / all.suggested).toBeGreaterThanOrEqual(0.985);
  for (const { forms, errors } of Object.values(falseErrors)) {
    expect(forms).toBeGreaterThan(100);
    expect(errors).toBe(0);
  }
});

it('gives the same figures for the same seed', () => {
  expect(runHarness(60, 7).trials).toEqual(runHarness(60, 7).trials);
});
