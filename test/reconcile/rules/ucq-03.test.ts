import { describe, expect, it } from 'vitest';
import { UCQ_03 } from '../../../src/reconcile/rules/ucq-03.ts';
import { prose } from '../prose.ts';
import { check, figuresOf } from '../records.ts';

const of = (text: string) => check({ texts: [prose(text, { filing_id: 'f0', role: 'goal' })] }, UCQ_03);

describe('UCQ-03, price × heads = sum in one text', () => {
  it('passes', () => {
    expect(of('为200人发放补助，补助标准500元/人，资金10万元。').findings).toEqual([]);
  });
  it('warns with all three figures', () => {
    const { findings } = of('为200人发放补助，补助标准500元/人，资金12万元。');
    expect(findings).toMatchObject([{ severity: 'warning', kind: 'unit_cost', expected: 10, actual: 12 }]);
    expect(figuresOf(findings[0])).toEqual([500, 200, 12]);
  });
  it('is on the edge of the rounding that the text prints', () => {
    expect(of('为203人发放补助，补助标准496元/人，资金10.1万元。').findings).toEqual([]);
    expect(of('为203人发放补助，补助标准496元/人，资金10.3万元。').findings).toHaveLength(1);
  });
  it('cannot tell with months or two counts in the text', () => {
    expect(of('为200人发放12个月补助，补助标准500元/人，资金12万元。').findings).toEqual([]);
    expect(of('为200人和30人发放补助，补助标准500元/人，资金12万元。')).toMatchObject({
      findings: [],
      coverage: [{ not_evaluated: 1 }],
    });
  });
});
