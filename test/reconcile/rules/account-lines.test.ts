import { describe, expect, it } from 'vitest';
import { NAR_02 } from '../../../src/reconcile/rules/nar-02.ts';
import { NAR_03 } from '../../../src/reconcile/rules/nar-03.ts';
import { prose } from '../prose.ts';
import { check } from '../records.ts';

/** Paragraphs of a public account; every figure is invented. */
const told = (texts: string[], rule = NAR_02) =>
  check({ filings: [], texts: texts.map((text) => prose(text)) }, rule).findings.map(
    ({ severity, expected, actual }) => [severity, expected, actual],
  );

const account = (left: string, kept = '8.00') => [
  '1.总体情况。2031年度收入总计912.40万元，支出总计912.40万元。',
  `2.收入情况。2031年度收入合计890.40万元。其中：财政拨款收入890.40万元，占100.0%。此外，使用非财政拨款结余0.00万元，年初结转和结余${left}万元。`,
  '3.支出情况。2031年度支出合计904.40万元。其中：基本支出904.40万元，占100.0%。此外，结余分配0.00万元。',
  `4.结转结余情况。2031年度年末结转和结余${kept}万元。`,
];

describe('NAR-02, lines of an account', () => {
  it('closes each side with what is told besides', () => {
    expect(told(account('22.00'))).toEqual([]);
    expect(told(account('20.20'))).toEqual([['warning', 910.6, 912.4]]);
    expect(told(account('22.00', '18.00'))).toEqual([['warning', 922.4, 912.4]]);
  });

  it('is silent where what closes it is not told', () => {
    expect(told([account('22.00')[0]!, account('22.00')[2]!])).toEqual([]);
  });

  const cars = (run: string, each: string, guest = '75.00') => [
    '2031年度“三公”经费支出共计41.50万元。',
    `2031年度本部门公务车购置费17.00万元，公务车运行维护费${run}万元。公务接待费1.50万元。`,
    `2031年度本部门公务用车购置1辆，公务车保有量9辆；国内公务接待18批次200人。2031年本部门人均接待费${guest}元，车均购置费17.00万元，车均维护费${each}万元。`,
  ];

  it('divides money by guests and by cars', () => {
    expect(told(cars('20.00', '2.22'))).toEqual([]);
    expect(told(cars('20.00', '2.02'))).toEqual([['warning', 2.22, 2.02]]);
    expect(told(cars('20.00', '2.22', '57.00'))).toEqual([['warning', 75, 57]]);
  });

  it('holds what is told of 三公 to the whole where nobody is said to have gone abroad', () => {
    expect(told(cars('32.00', '3.56'))).toEqual([['warning', expect.anything(), 41.5]]);
  });

  it('has a change that is said of both sides at once', () => {
    const both = (change: string) => [
      `2031年度收入总计912.40万元，支出总计912.40万元。收支较上年决算数减少${change}万元、下降10.0%，主要原因是项目减少。`,
    ];
    expect(told(both('101.40'), NAR_03)).toEqual([]);
    expect(told(both('140.10'), NAR_03)).toHaveLength(1);
  });
});
