import { describe, expect, it } from 'vitest';
import { IND_05 } from '../../../src/reconcile/rules/ind-05.ts';
import { check, figuresOf, filing, indicator, quantity } from '../records.ts';

const row = (level3: string, target: number, actual: number) =>
  indicator({ level3, target: quantity(target, '%', '>='), actual: quantity(actual, '%') });

describe('IND-05, a share of a whole', () => {
  it('passes up to 100', () => {
    expect(check({ indicators: [row('苗木合格率', 95, 100)] }, IND_05).findings).toEqual([]);
  });
  it('fails above, in target and actual value', () => {
    const { findings } = check(
      { indicators: [row('苗木合格率', 950, 98), row('游客满意度', 90, 960)] },
      IND_05,
    );
    expect(findings).toMatchObject([
      { severity: 'error', kind: 'structure', expected: 100, actual: 950 },
      { severity: 'error', actual: 960 },
    ]);
    expect(findings.flatMap(figuresOf)).toEqual([950, 960]);
  });
  it('fails in the value of an earlier year', () => {
    const before = { ...row('苗木合格率', 95, 98), prior: [{ year: 2022, ...quantity(198, '%') }] };
    expect(check({ indicators: [before] }, IND_05).findings).toMatchObject([{ actual: 198 }]);
  });
  it('is on the edge at 100.1', () => {
    expect(check({ indicators: [row('覆盖率（%）', 100, 100.1)] }, IND_05).findings).toHaveLength(1);
  });
  it('takes a bare figure for per cent where its name ends in （%）', () => {
    const bare = (level3: string) => indicator({ level3, target: quantity(900, null, '>=') });
    expect(check({ indicators: [bare('群众满意度（%）')] }, IND_05).findings).toMatchObject([
      { actual: 900 },
    ]);
    expect(check({ indicators: [bare('群众满意度')] }, IND_05).findings).toEqual([]);
  });
  it('only warns where the form was recognised from a picture', () => {
    const filings = [filing({ confidence: 0.9 })];
    expect(check({ filings, indicators: [row('游客满意度', 298, 98)] }, IND_05).findings).toMatchObject([
      { severity: 'warning', origin: 'undetermined' },
    ]);
  });
  it('says nothing of rates that may be above 100, or of other units', () => {
    const free = [row('任务完成率', 100, 130), row('收入增长率', 5, 120)];
    const counted = indicator({ level3: '苗木合格率', target: quantity(950, '株') });
    expect(check({ indicators: [...free, counted] }, IND_05)).toEqual({ findings: [], coverage: [] });
  });
});
