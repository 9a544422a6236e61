import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, type Due, execute } from '../../../src/reconcile/clauses/index.ts';
import { exact, show } from '../../../src/reconcile/facts/exact.ts';

function due(text: string, weight: number, value: number | null, target: number | null = null): Due {
  const at = value === null ? null : exact(value);
  const measured = at === null ? null : { low: at, high: at, exact: at };
  return execute(compile(text)!, exact(weight), measured, target === null ? null : exact(target));
}

function points(text: string, weight: number, value: number | null, target: number | null = null): string {
  const of = due(text, weight, value, target);
  if (of.kind === 'unknown') return of.reason;
  if (of.kind === 'steps') return `steps of ${show(of.step)}`;
  return of.low === of.high ? show(of.low) : `${show(of.low)}–${show(of.high)}`;
}

const BELOW = '100%计满分，每下降5%扣1分，扣完为止。';

describe('the points that a standard gives', () => {
  it.each<[string, number, number, string]>([
    [BELOW, 3, 100, '3'],
    [BELOW, 3, 95, '2'],
    [BELOW, 3, 93, '1–2'],
    [BELOW, 3, 20, '0'],
    ['≤100%，计2分；每超过一个百分点扣0.5分', 2, 83.8, '2'],
    ['≤100%，计2分；每超过一个百分点扣0.5分', 2, 102, '1'],
    ['100%计满分，每超过（降低）5%扣1分', 3, 105, '2'],
    ['完成率≥95%得满分，每降低1个百分点扣权重的5%', 20, 93, '18'],
    ['≥90%得5分，80%（含）-90%得4分，80%以下不得分', 5, 80, '4'],
    ['≥90%得5分，80%（含）-90%得4分，80%以下不得分', 5, 79.99, '0'],
    ['按比例得分', 10, 98, '9.8'],
    ['按比例得分', 10, 130, '10'],
  ])('%s: of %d points at %d%% %s', (text, weight, value, expected) => {
    expect(points(text, weight, value)).toBe(expected);
  });

  it('counts from the target where the standard names no mark', () => {
    expect(points('每低于1个百分点扣0.5分', 3, 93, 95)).toBe('2');
    expect(points('每低于1个百分点扣0.5分', 3, 96, 95)).toBe('standard is silent on this value');
  });

  it('says why it cannot tell', () => {
    expect(points(BELOW, 3, null)).toBe('operand missing');
    expect(points(BELOW, 3, 103)).toBe('standard is silent on this value');
    expect(points('有制度的计1分；超过30%的不计分', 2, 40)).toBe('standard is in words');
    expect(points('每缺一项扣1分', 2, null)).toBe('steps of 1');
    expect(points('每缺一项扣1分；每超1%扣1分', 2, 3)).toBe('standard has several clauses in words');
  });

  it('covers what the print of a value leaves open', () => {
    const measured = { low: exact(94.5), high: exact(95.5), exact: exact(95) };
    const of = execute(compile('≥95%得5分，低于95%得3分')!, exact(5), measured, null);
    expect(of).toMatchObject({ kind: 'range', low: exact(3), high: exact(5) });
  });

  it('never gives less than nothing or more than there is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 20 }), (value, weight) => {
        const of = due(BELOW, weight, value);
        return of.kind !== 'range' || (of.low >= 0n && of.high <= exact(weight) && of.low <= of.high);
      }),
    );
  });
});
