import { describe, expect, it } from 'vitest';
import { SUM_01 } from '../../../src/reconcile/rules/sum-01.ts';
import { amount, at, check, figuresOf, under } from '../records.ts';

const column = (values: [string, number | null, string?][]) =>
  values.map(([item, value, raw]) => amount({ item, value, ...(raw === undefined ? {} : { raw }) }));

describe('SUM-01, a total is the sum of its parts', () => {
  it('passes where the parts add up', () => {
    const { findings, coverage } = check(
      {
        amounts: column([
          ['财政拨款', 40.5],
          ['单位资金', 9.5],
          ['合计', 50],
        ]),
      },
      SUM_01,
    );
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ rule: 'SUM-01', applicable: 1, consistent: 1 });
  });

  it('fails with every cell of the equation as evidence', () => {
    const { findings } = check(
      {
        amounts: column([
          ['财政拨款', 40.5],
          ['单位资金', 9.5],
          ['合计', 60],
        ]),
      },
      SUM_01,
    );
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      kind: 'sum',
      severity: 'error',
      verdict: 'impossible',
      expected: 50,
    });
    expect(findings[0]).toMatchObject({ actual: 60, difference: 10 });
    expect(figuresOf(findings[0])).toEqual([60, 40.5, 9.5]);
    expect(findings[0]?.equation).toBe('60 ≠ 40.5 + 9.5 = 50');
  });

  it('is on the edge at the largest residual that rounding leaves', () => {
    const parts: [string, number][] = [
      ['甲', 1.11],
      ['乙', 2.22],
      ['丙', 3.33],
    ];
    const edge = check({ amounts: column([...parts, ['合计', 6.68]]) }, SUM_01);
    expect(edge.findings).toEqual([]);
    const beyond = check({ amounts: column([...parts, ['合计', 6.69]]) }, SUM_01);
    expect(beyond.findings[0]?.verdict).not.toBe('consistent');
  });

  it('takes no list for all of a line where the row that opened it is blank', () => {
    const list = (opened: string | null, total: number, section: 'base_data' | 'funding' = 'base_data') => {
      const place = (row: number) => ({ source: { value: at(row, 1), item: at(row, 0) } });
      const whole = amount({ item: '公用经费', value: 84.37, section, ...place(1) });
      const listed = under(whole, [
        amount({ item: '水费', value: 22.65, section, ...place(3) }),
        amount({ item: '会议费', value: total - 22.65, section, ...place(4) }),
      ]);
      const beside = { value: 30.5, section, measure: 'budget' } as const;
      const first = { ...place(2), source: { value: at(2, 2), item: at(2, 0) } };
      const other = opened === null ? [] : [amount({ item: '办公费', label: opened, ...beside, ...first })];
      return check({ amounts: [...listed, ...other] }, SUM_01).findings;
    };
    expect(list('其中：办公费', 28.75)).toEqual([]);
    expect(list(null, 28.75)).toEqual([]);
    expect(list('办公费', 28.75)).toHaveLength(1);
    // A list of funds is whole, with 其中 in front or without.
    expect(list(null, 28.75, 'funding')).toHaveLength(1);
  });

  it('takes the precision of the column, not of the cell', () => {
    const { findings } = check(
      {
        amounts: column([
          ['甲', 90],
          ['乙', 8.25],
          ['合计', 98.5],
        ]),
      },
      SUM_01,
    );
    expect(findings).toHaveLength(1);
  });

  it('cannot tell where the total has no figures under it', () => {
    const { findings, coverage } = check(
      {
        amounts: column([
          ['甲', null],
          ['合计', 5],
        ]),
      },
      SUM_01,
    );
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ not_evaluated: 1, reasons: { 'no figures to add up': 1 } });
  });

  it('reads a list whose marks are lost by the item that is the sum of those below it', () => {
    const rows: [string, number][] = [
      ['本年收入', 268.22],
      ['一般公共预算资金', 216.22],
      ['政府性基金预算资金', 52],
      ['收入合计', 268.22],
    ];
    expect(check({ amounts: column(rows) }, SUM_01).findings).toEqual([]);
    rows[3]![1] = 286.22;
    expect(check({ amounts: column(rows) }, SUM_01).findings).toHaveLength(1);
  });

  it('adds up the subtotals of units, and to each of them its projects', () => {
    const issued = (subtotal: number) => {
      const row = (item: string, project: string | null, value: number) =>
        amount({ item, project, value, section: 'budget', measure: 'budget' });
      const [first, second] = [row('双河乡', '水渠', 53.44), row('双河乡', '道路', 82.66)];
      const own = [row('双河乡', null, subtotal), row('石桥乡', '水渠', 10), row('石桥乡', null, 10)];
      return under(amount({ item: '合计', value: 146.1, section: 'budget', measure: 'budget' }), [
        first,
        second,
        ...own,
      ]);
    };
    expect(check({ amounts: issued(136.1) }, SUM_01).findings).toEqual([]);
    const { findings } = check({ amounts: issued(163.1) }, SUM_01);
    expect(findings).toMatchObject([{ severity: 'error', actual: 163.1, expected: 136.1 }]);
  });

  it('leaves a list under 其中 open where its parts may not be all, and tells it where another column or the shares say so', () => {
    const list = (total: number, items: [string, number, number?][]) =>
      under(
        amount({ item: '支出合计', value: total, section: 'budget' }),
        items.map(([item, value, share], i) =>
          amount({
            item,
            label: i === 0 ? `其中：${item}` : item,
            value,
            share: share ?? null,
            section: 'budget',
          }),
        ),
      );
    const told = (amounts: ReturnType<typeof list>) =>
      check({ amounts }, SUM_01).findings.map(({ severity }) => severity);
    // 基本支出 is made of these two, and the sum is of more.
    expect(
      told(
        list(1000, [
          ['人员经费', 700],
          ['公用经费', 250],
        ]),
      ),
    ).toEqual([]);
    expect(
      told(
        list(1000, [
          ['设备购置', 700],
          ['信息化', 250],
        ]),
      ),
    ).toEqual(['warning']);
    expect(
      told(
        list(1000, [
          ['设备购置', 300],
          ['信息化', 150],
        ]),
      ),
    ).toEqual([]);
    // Half of it is told, less is left to what has no row.
    expect(
      told(
        list(1000, [
          ['设备购置', 300],
          ['信息化', 200],
        ]),
      ),
    ).toEqual(['warning']);
    // Parts above their whole are wrong however many others there are.
    expect(
      told(
        list(1000, [
          ['设备购置', 900],
          ['信息化', 750],
        ]),
      ),
    ).toEqual(['error']);
    expect(
      told(
        list(1000, [
          ['设备购置', 700, 70],
          ['信息化', 200, 30],
        ]),
      ),
    ).toEqual(['error']);
    // The same rows add up in the column beside.
    const beside = (total: number, parts: number[], column: number) => {
      const place = (row: number) => ({
        fund: `口径${column}`,
        section: 'budget' as const,
        measure: 'budget' as const,
        source: { value: at(row, column) },
      });
      return under(
        amount({ item: '支出合计', value: total, ...place(1) }),
        parts.map((value, i) =>
          amount({ item: `项${i}`, label: i === 0 ? '其中：项0' : '项1', value, ...place(i + 2) }),
        ),
      );
    };
    expect(told([...beside(1000, [700, 250], 1), ...beside(90, [60, 30], 2)])).toEqual(['error']);
    expect(told([...beside(1000, [700, 250], 1), ...beside(90, [60, 20], 2)])).toEqual([
      'warning',
      'warning',
    ]);
  });

  it('takes in what stands among the parts of a sum and is none by its name', () => {
    const rows = (sum: number) => {
      const place = (row: number) => ({ section: 'budget' as const, source: { value: at(row, 1) } });
      const own = amount({ item: '财政拨款收入', value: 100, ...place(1) });
      const before = amount({ item: '上年结转', value: 20, ...place(2) });
      const [total] = under(amount({ item: '本年收入合计', value: sum, ...place(3) }), [own]);
      return check({ amounts: [own, before, total!] }, SUM_01).findings;
    };
    expect(rows(100)).toEqual([]);
    expect(rows(120)).toEqual([]);
    const [finding] = rows(130);
    expect(finding?.message.zh).toContain(
      '本年收入合计（2031年）应等于其下唯一填有数字的“财政拨款收入（2031年）”',
    );
  });

  it('leaves a sum of funds open whose only part is no fiscal money, and one beside a lesser part', () => {
    const of = (item: string, value: number, row: number) => {
      const place = (at_: number, column: number) => ({ source: { value: at(at_, column) } });
      const whole = amount({ item: '投资合计', value: 900, section: 'funding', ...place(1, 1) });
      const parts = [amount({ item, value, section: 'funding', ...place(row, 3) })];
      return check({ amounts: under(whole, parts) }, SUM_01).findings;
    };
    expect(of('债券额度', 600, 2)).toEqual([]);
    expect(of('财政拨款', 600, 1)).toEqual([]);
    expect(of('财政拨款', 600, 2)).toHaveLength(1);
  });
});
