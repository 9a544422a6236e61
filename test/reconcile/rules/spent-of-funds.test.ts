import { expect, it } from 'vitest';
import { NAR_02 } from '../../../src/reconcile/rules/nar-02.ts';
import { prose } from '../prose.ts';
import { check } from '../records.ts';

/** What was spent of a fund and is left of it, in one sentence; every figure is invented. */
const told = (fund: string, spent: string, rate: string, left: string) =>
  check(
    {
      filings: [],
      texts: [
        prose(`镇级资金支出偏慢。镇级资金${fund}万元，支出${spent}万元，支出率${rate}%，结余${left}万元。`),
      ],
    },
    NAR_02,
  ).findings.map(({ severity, actual }) => [severity, actual]);

it('NAR-02 holds what was spent of a fund, its rate and what is left to one another', () => {
  expect(told('860', '748.20', '87.00', '111.80')).toEqual([]);
  expect(told('860', '748.20', '87', '111.80')).toEqual([]);
  expect(told('860', '748.20', '89.00', '111.80')).toEqual([['warning', 89]]);
  expect(told('860', '748.20', '87.00', '131.80')).toEqual([['warning', 131.8]]);
  expect(told('890', '748.20', '87.00', '111.80')).toHaveLength(1);
});

it('NAR-02 takes no rate for that of a fund where another sum stands between', () => {
  const text = '镇级资金860万元，其中道路400万元，支出380万元，支出率95.00%。';
  expect(check({ filings: [], texts: [prose(text)] }, NAR_02).findings).toEqual([]);
});
