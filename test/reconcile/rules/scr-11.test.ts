import { describe, expect, it } from 'vitest';
import { SCR_11 } from '../../../src/reconcile/rules/scr-11.ts';
import { check, figuresOf, indicator, quantity } from '../records.ts';

const row = (value: number, actual = value, score = 10) =>
  indicator({ target: quantity(value, '人'), actual: quantity(actual, '人'), weight: 10, score });
const of = (...indicators: ReturnType<typeof row>[]) => check({ indicators }, SCR_11);
const five = [31, 42, 53, 64, 75];

describe('SCR-11, everything hit exactly', () => {
  it('passes where one was passed or one scored less', () => {
    expect(of(...five.map((value) => row(value)), row(86, 90)).findings).toEqual([]);
    expect(of(...five.map((value) => row(value)), row(86, 86, 9)).findings).toEqual([]);
  });
  it('notes a form of exact hits', () => {
    const { findings } = of(...five.map((value) => row(value)));
    expect(findings).toMatchObject([{ severity: 'info', kind: 'score_rule' }]);
    expect(figuresOf(findings[0])).toEqual(five.flatMap((value) => [value, value]));
  });
  it('is on the edge: 100 of 100 cannot be passed and does not count', () => {
    expect(of(...five.slice(1).map((value) => row(value)), row(100)).findings).toEqual([]);
  });
  it('cannot tell of four', () => {
    expect(of(...five.slice(1).map((value) => row(value)))).toMatchObject({
      coverage: [{ not_evaluated: 1 }],
    });
  });
});
