import { describe, expect, it } from 'vitest';
import { IND_01 } from '../../../src/reconcile/rules/ind-01.ts';
import { check, figuresOf, filing, indicator, quantity, words } from '../records.ts';

const row = (level3: string, target: [number, string, ('>=' | '<=' | '=')?], actual: number) =>
  indicator({ level3, target: quantity(...target), actual: quantity(actual, target[1]) });

describe('IND-01, targets that were missed', () => {
  it('passes where all were reached, by either sign', () => {
    const indicators = [row('成活率', [95, '%', '>='], 96), row('成本', [30, '万元', '<='], 29.5)];
    expect(check({ indicators }, IND_01).findings).toEqual([]);
  });
  it('notes all that were missed in one finding', () => {
    const indicators = [
      row('成活率', [95, '%', '>='], 92),
      row('成本', [30, '万元', '<='], 31),
      row('苗圃数', [3, '处'], 3),
    ];
    const { coverage, findings } = check({ indicators }, IND_01);
    expect(findings).toMatchObject([{ severity: 'info', kind: 'structure' }]);
    expect(figuresOf(findings[0])).toEqual([95, 92, 30, 31]);
    expect(coverage[0]).toMatchObject({ consistent: 1, explained: 1 });
  });
  it('is on the edge: equal is reached, 1.2万人 is 12000人, > is not reached by its bound', () => {
    const scaled = indicator({ target: quantity(1.2, '万人', '>='), actual: quantity(12000, '人') });
    expect(check({ indicators: [row('成活率', [95, '%', '>='], 95), scaled] }, IND_01).findings).toEqual([]);
    const above = indicator({ target: { ...quantity(95, '%'), op: '>' }, actual: quantity(95, '%') });
    expect(check({ indicators: [above] }, IND_01).findings).toHaveLength(1);
  });
  it('takes a target without a sign by its name: fewer complaints are better', () => {
    expect(check({ indicators: [row('有效投诉率', [5, '%'], 2)] }, IND_01).findings).toEqual([]);
    expect(check({ indicators: [row('投诉处置及时率', [95, '%'], 92)] }, IND_01).findings).toHaveLength(1);
  });
  it('cannot tell with words, other units or a fraction beside per cent', () => {
    const indicators = [
      indicator({ target: quantity(95, '%'), actual: words('完成') }),
      indicator({ target: quantity(95, '人'), actual: quantity(90, '%') }),
      indicator({ target: quantity(95, '%'), actual: quantity(0.9) }),
    ];
    expect(check({ indicators }, IND_01)).toEqual({ findings: [], coverage: [] });
  });
});

it('misses nothing while the year goes on, but what is above a bound already', () => {
  const indicators = [row('养护里程', [320, '公里', '>='], 150), row('投诉', [40, '件', '<='], 45)];
  const watched = check(
    { filings: [filing({ title: '项目支出绩效运行监控表（1-6月）' })], indicators },
    IND_01,
  );
  expect(watched.findings.map(({ message }) => message.zh)).toEqual([
    '1 项定量指标中 1 项未达目标值：投诉（目标 ≤40件，实际 45件）',
  ]);
});
