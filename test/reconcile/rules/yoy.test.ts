import { describe, expect, it } from 'vitest';
import { YOY_01 } from '../../../src/reconcile/rules/yoy-01.ts';
import { YOY_02 } from '../../../src/reconcile/rules/yoy-02.ts';
import { YOY_03 } from '../../../src/reconcile/rules/yoy-03.ts';
import { YOY_04 } from '../../../src/reconcile/rules/yoy-04.ts';
import { figuresOf, quantity } from '../records.ts';
import { compare, documentsOf, filed, reasons } from '../set/filings.ts';

const last = (value: number, unit = '万元') =>
  filed('last', { year: 2030 }, [{ item: '基本支出', value, unit, section: 'expenditure' }]);
const current = (prior: number, unit = '万元', now = 100) =>
  filed('now', { year: 2031 }, [
    { item: '基本支出', value: now, unit, section: 'expenditure' },
    { item: '基本支出', value: prior, unit, section: 'expenditure', measure: 'prior', year: 2030 },
  ]);

describe('YOY-01, the prior year is what was filed for it', () => {
  it('passes in the same and in another unit', () => {
    expect(compare([last(86.63), current(86.63)], YOY_01).coverage[0]).toMatchObject({ consistent: 1 });
    expect(compare([last(866_300, '元'), current(86.63)], YOY_01).findings).toEqual([]);
  });

  it('fails with the cells of both documents', () => {
    const agreeing = { item: '项目支出', value: 40, section: 'expenditure' as const };
    const filedLast = last(68.63);
    const filedNow = current(86.63);
    filedLast.amounts.push(...filed('last', { year: 2030 }, [agreeing]).amounts);
    filedNow.amounts.push(...filed('now', {}, [{ ...agreeing, measure: 'prior', year: 2030 }]).amounts);
    const { findings } = compare([filedLast, filedNow], YOY_01);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ kind: 'prior', severity: 'error', expected: 68.63, actual: 86.63 });
    expect(findings[0]).toMatchObject({ difference: 18, filing_id: 'now:f0' });
    expect(figuresOf(findings[0])).toEqual([86.63, 68.63]);
    expect(documentsOf(findings[0])).toEqual(['now', 'last']);
  });

  it('notes a column that differs in most lines: it tells what was spent, not what was planned', () => {
    const { findings } = compare([last(68.63), current(66.2)], YOY_01);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ severity: 'info', verdict: 'explained' });
    expect(documentsOf(findings[0])).toEqual(['now', 'last']);
  });

  it('doubts a line alone, or beside one that agrees, whose head says that it is the budget', () => {
    const under = (column_label: string, ...priors: number[]) => {
      const names = ['基本支出', '项目支出', '支出合计'];
      const line = (value: number, i: number) => ({
        item: names[i]!,
        value,
        section: 'expenditure' as const,
      });
      const filedLast = filed('last', { year: 2030 }, [68.63, 40, 108.63].slice(0, priors.length).map(line));
      const filedNow = filed(
        'now',
        { year: 2031 },
        priors.map((value, i) => ({ ...line(value, i), measure: 'prior', year: 2030, column_label })),
      );
      return compare([filedLast, filedNow], YOY_01).findings.map(({ severity }) => severity);
    };
    expect(under('上年预算数', 66.2)).toEqual(['warning']);
    expect(under('上年预算数', 66.2, 40, 106.2)).toEqual(['warning', 'warning']);
    expect(under('上年预算数', 66.2, 44, 110.2)).toEqual(['info']);
    expect(under('上年预算调整数', 66.2)).toEqual(['info']);
    expect(under('上年预算执行数', 66.2)).toEqual(['info']);
  });

  it('compares the actual value of an indicator with what was evaluated', () => {
    const row = { level3: '培训人数' };
    const evaluated = filed(
      'last',
      { year: 2030, form_type: 'project_self_evaluation', project: '农技培训' },
      [],
      [{ ...row, target: quantity(100, '人'), actual: quantity(120, '人') }],
    );
    const planned = (prior: number) =>
      filed(
        'now',
        { year: 2031, form_type: 'project_targets', project: '农技培训' },
        [],
        [{ ...row, target: quantity(130, '人'), prior: [{ ...quantity(prior, '人'), year: 2030 }] }],
      );
    expect(compare([evaluated, planned(120)], YOY_01).findings).toEqual([]);
    expect(figuresOf(compare([evaluated, planned(102)], YOY_01).findings[0])).toEqual([102, 120]);
  });

  it('is on the edge of the precision of both prints', () => {
    expect(compare([last(86.634), current(86.63)], YOY_01).findings).toEqual([]);
    expect(compare([last(86.641), current(86.63)], YOY_01).findings).toHaveLength(1);
  });

  it('cannot tell of another unit, another year or of two filings that could be meant', () => {
    const elsewhere = filed('last', { year: 2030, organisation: '云溪县档案馆' }, [
      { item: '基本支出', value: 1 },
    ]);
    expect(compare([elsewhere, current(86.63)], YOY_01).coverage).toEqual([]);
    const older = filed('last', { year: 2029 }, [{ item: '基本支出', value: 1, section: 'expenditure' }]);
    expect(compare([older, current(86.63)], YOY_01).coverage).toEqual([]);
    const counted = filed('last', { year: 2030 }, [
      { item: '基本支出', value: 1, unit: '人', section: 'expenditure' },
    ]);
    expect(reasons(compare([counted, current(86.63)], YOY_01))).toEqual({ 'units differ': 1 });
  });
});

describe('YOY-02, a year opens with what the last one closed with', () => {
  const form = (name: string, year: number, item: string, value: number) =>
    filed(name, { year, form_type: 'budget_table', title: `${year}年收支总表` }, [
      { item, value, section: 'budget', measure: 'final' },
    ]);
  const both = (opening: number, closing: number) =>
    compare([form('last', 2030, '年末结转和结余', closing), form('now', 2031, '上年结转', opening)], YOY_02);

  it('passes, fails, and stands on the edge of the print', () => {
    expect(both(12.4, 12.4).coverage[0]).toMatchObject({ consistent: 1 });
    expect(both(12.4, 12.44).findings).toEqual([]);
    const [finding] = both(12.4, 14.2).findings;
    expect(finding).toMatchObject({ severity: 'error', expected: 14.2, actual: 12.4 });
    expect(figuresOf(finding)).toEqual([12.4, 14.2]);
  });

  it('tells the line of a table of projects, and its total with it', () => {
    const lines = (name: string, year: number, head: string, values: number[]) =>
      filed(
        name,
        { year, form_type: 'budget_table', title: `${year}年度项目支出决算明细表` },
        values.map((value, i) => ({
          item: ['旱厕改造', '堤防加固', '教师培训', '合计'][i]!,
          project: i < 3 ? ['旱厕改造', '堤防加固', '教师培训'][i]! : null,
          value,
          section: 'budget',
          measure: 'balance',
          column_label: head,
        })),
      );
    const told = (opening: number[]) =>
      compare(
        [
          lines('last', 2030, '年末结转和结余', [12.4, 3.2, 0, 15.6]),
          lines('now', 2031, '年初结转和结余', opening),
        ],
        YOY_02,
      );
    expect(told([12.4, 3.2, 0, 15.6]).findings).toEqual([]);
    expect(told([14.2, 3.2, 0, 17.4]).findings).toMatchObject([
      { severity: 'error', expected: 12.4, actual: 14.2 },
    ]);
    // Of other money, or restated as a whole.
    expect(told([14.2, 5.2, 1, 20.4]).findings).toEqual([]);
  });

  it('cannot tell without a closing balance', () => {
    const without = form('last', 2030, '本年支出', 5);
    expect(compare([without, form('now', 2031, '上年结转', 1)], YOY_02).coverage).toEqual([]);
  });
});

describe('YOY-03, a power of ten is a slip of the unit', () => {
  const both = (then: number, now: number) => compare([last(then), current(then, '万元', now)], YOY_03);

  it('passes where figures grow as budgets do', () => {
    expect(both(56.2, 60).findings).toEqual([]);
    expect(both(56.2, 400).findings).toEqual([]);
  });

  it('fails at ten and at ten thousand times', () => {
    expect(both(56.2, 562_000).findings[0]).toMatchObject({ severity: 'warning', verdict: 'improbable' });
    expect(figuresOf(both(56.2, 5.62).findings[0])).toEqual([5.62, 56.2]);
  });

  it('is on the edge of its band', () => {
    expect(both(100, 1050).findings).toHaveLength(1);
    expect(both(100, 1051).findings).toEqual([]);
  });

  it('cannot tell from zero', () => {
    expect(both(0, 100).findings).toEqual([]);
  });
});

describe('YOY-04, indicators stay and ask for no less', () => {
  const form = (name: string, year: number, rows: [string, number][]) =>
    filed(
      name,
      { year, form_type: 'project_targets', project: '农技培训' },
      [],
      rows.map(([level3, value]) => ({
        level3,
        target: quantity(value, '人', '>='),
      })),
    );
  const evaluated = (value: number) =>
    filed(
      'last',
      { year: 2030, form_type: 'project_self_evaluation', project: '农技培训' },
      [],
      [{ level3: '培训人数', target: quantity(100, '人'), actual: quantity(value, '人') }],
    );

  it('passes where all stay', () => {
    const rows: [string, number][] = [['培训人数', 100]];
    expect(compare([form('last', 2030, rows), form('now', 2031, rows)], YOY_04).findings).toEqual([]);
  });

  it('notes what is gone or renamed', () => {
    const [finding] = compare(
      [
        form('last', 2030, [
          ['农机培训人数', 1],
          ['示范田数量', 9],
        ]),
        form('now', 2031, [['农机手培训人数', 2]]),
      ],
      YOY_04,
    ).findings;
    expect(finding).toMatchObject({ severity: 'info' });
    expect(finding?.message.zh).toContain('农机培训人数→农机手培训人数');
    expect(figuresOf(finding)).toEqual([1, 9]);
  });

  it('warns of a target below what was reached, beyond the edge', () => {
    const now = form('now', 2031, [['培训人数', 950]]);
    expect(compare([evaluated(1000), now], YOY_04).findings).toEqual([]);
    const [finding] = compare([evaluated(1001), now], YOY_04).findings;
    expect(finding).toMatchObject({ severity: 'warning', expected: 1001, actual: 950 });
  });

  it('cannot tell without the year before', () => {
    expect(compare([form('now', 2031, [['培训人数', 950]])], YOY_04).coverage).toEqual([]);
  });
});
