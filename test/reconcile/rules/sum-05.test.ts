import { describe, expect, it } from 'vitest';
import type { Amount } from '../../../schemas/index.ts';
import { SUM_05 } from '../../../src/reconcile/rules/sum-05.ts';
import { amount, at, check, figuresOf } from '../records.ts';

const row = (cells: [string, number | null][], item = '行政运行') =>
  cells.map(([header, value], c) =>
    amount({
      item,
      value,
      section: 'budget',
      measure: 'budget',
      column_label: `支出预算 / ${header}`,
      source: { value: at(3, c) },
    }),
  );

describe('SUM-05, a row total is the sum of its columns', () => {
  it('passes where the row closes', () => {
    const { findings } = check(
      {
        amounts: row([
          ['合计', 30.5],
          ['基本支出', 10.25],
          ['项目支出', 20.25],
        ]),
      },
      SUM_05,
    );
    expect(findings).toEqual([]);
  });
  it('fails with the cells of the row', () => {
    const { findings } = check(
      {
        amounts: row([
          ['合计', 30],
          ['基本支出', 30],
          ['项目支出', 64],
        ]),
      },
      SUM_05,
    );
    expect(findings).toMatchObject([{ kind: 'sum', severity: 'error', expected: 94, actual: 30 }]);
    expect(figuresOf(findings[0])).toEqual([30, 30, 64]);
  });
  it('takes the total of a header group for its columns', () => {
    const cells: [string, number][] = [
      ['合计', 60],
      ['基本支出 / 小计', 40],
      ['基本支出 / 人员', 30],
      ['基本支出 / 公用', 10],
      ['项目支出', 20],
    ];
    expect(check({ amounts: row(cells) }, SUM_05).findings).toEqual([]);
  });
  it('takes the one column that a row fills for all of it, where fuller rows close', () => {
    const table = (last: number) => {
      const lines: [string, (number | null)[]][] = [
        ['本年支出', [100, 70, 30]],
        ['支出总计', [120, 90, 30]],
        ['教育支出', [40, 40, null]],
        ['卫生健康支出', [30, 30, null]],
        ['城乡社区支出', [30, null, last]],
      ];
      const amounts = lines.flatMap(([item, values], r) =>
        ['合计', '一般公共预算', '政府性基金'].map((header, c) => ({
          ...amount({ item, value: values[c]!, section: 'budget', measure: 'budget', column_label: header }),
          source: { value: at(r + 1, c) },
        })),
      );
      return check({ amounts: amounts.filter(({ value }) => value !== null) }, SUM_05).findings;
    };
    expect(table(30)).toEqual([]);
    expect(table(13)).toMatchObject([{ severity: 'error', expected: 13, actual: 30 }]);
  });
  it('is on the edge with a whole number in a column of fixed decimals', () => {
    const rounded = row([
      ['合计', 100.34],
      ['基本支出', 40],
      ['项目支出', 60],
    ]);
    const fixed = row(
      [
        ['合计', 5],
        ['基本支出', 2],
        ['项目支出', 3],
      ],
      '其他',
    ).map((cell, c) => ({ ...cell, raw: `${cell.value}.00`, source: { value: at(4, c) } }));
    const twice = fixed.map((cell, c) => ({
      ...cell,
      amount_id: `x${c}`,
      item: '再',
      source: { value: at(5, c) },
    }));
    const { findings } = check({ amounts: [...rounded, ...fixed, ...twice] }, SUM_05);
    expect(findings).toMatchObject([{ verdict: 'explained', severity: 'info' }]);
    const general = row(
      [
        ['合计', 5.5],
        ['基本支出', 2.25],
        ['项目支出', 3.25],
      ],
      '其他',
    ).map((cell, c) => ({ ...cell, source: { value: at(4, c) } }));
    expect(check({ amounts: [...rounded, ...general] }, SUM_05).findings).toMatchObject([
      { severity: 'error' },
    ]);
  });
  it('adds up each group of columns where the rows part their total twice', () => {
    const heads = ['合计', '镇本级', '各村', '基本支出', '项目支出'];
    const rows = (last: number) =>
      [
        [640, 580, 60, 560, 80],
        [820, 420, 400, 240, 580],
        [400, 310, 90, 120, last],
      ].flatMap((values, r) =>
        row(
          values.map((value, c): [string, number] => [heads[c] as string, value]),
          `第${r}项`,
        ).map((cell, c) => ({ ...cell, amount_id: `${r}.${c}`, source: { value: at(r, c) } })),
      );
    expect(check({ amounts: rows(280) }, SUM_05).findings).toEqual([]);
    const { findings } = check({ amounts: rows(300) }, SUM_05);
    expect(findings).toMatchObject([{ kind: 'sum', severity: 'error', expected: 420, actual: 400 }]);
    expect(figuresOf(findings[0])).toEqual([400, 120, 300]);
  });
  it('leaves 其中 columns alone that most rows do not add up from', () => {
    const heads = ['合计', '其中：财政拨款', '教育专户'];
    const rows = (values: readonly (readonly number[])[]) =>
      values.flatMap((row, r) =>
        row.map((value, c) =>
          amount({
            amount_id: `${r}.${c}`,
            item: `第${r}项`,
            value,
            section: 'budget',
            measure: 'budget',
            column_label: heads[c] ?? null,
            source: { value: at(r, c) },
          }),
        ),
      );
    const open = [
      [182, 108, 52],
      [13, 10, 2],
      [195, 118, 54],
    ];
    expect(check({ amounts: rows(open) }, SUM_05).findings).toEqual([]);
    const closed = [
      [160, 108, 52],
      [12, 10, 2],
      [127, 118, 54],
    ];
    expect(check({ amounts: rows(closed) }, SUM_05).findings).toMatchObject([{ actual: 127, expected: 172 }]);
  });
  it('holds 总投资 against the years beside it where most rows close so', () => {
    const plan = (
      rows: readonly (readonly number[])[],
      heads: readonly string[],
      measures: readonly Amount['measure'][] = [],
    ) =>
      rows.flatMap((values, r) =>
        values.map((value, c) =>
          amount({
            amount_id: `${r}.${c}`,
            item: `第${r}项`,
            value,
            section: 'projects',
            measure: c === 0 ? 'total_budget' : (measures[c] ?? 'budget'),
            year: c === 0 ? null : Number.parseInt(heads[c] ?? '', 10) || null,
            column_label: heads[c] ?? null,
            source: { value: at(r, c) },
          }),
        ),
      );
    const heads = ['总投资', '2024年', '2025年', '2026年计划'];
    const rows = [
      [86, 20, 36, 30],
      [54, 14, 20, 20],
      [32, 8, 14, 10],
    ];
    expect(check({ amounts: plan(rows, heads) }, SUM_05).findings).toEqual([]);
    const slip = check({ amounts: plan([...rows, [45, 14, 20, 20]], heads) }, SUM_05).findings;
    expect(slip).toMatchObject([{ severity: 'error', actual: 45, expected: 54 }]);
    // What was carried out of one year and is planned of the next are no parts of one whole.
    const mixed = plan([...rows, [45, 14, 20, 20]], heads, ['total_budget', 'executed']);
    expect(check({ amounts: mixed }, SUM_05)).toEqual({ findings: [], coverage: [] });
    const twice = ['总投资', '2024年', '2024年', '2026年计划'];
    expect(check({ amounts: plan([...rows, [45, 14, 20, 20]], twice) }, SUM_05).findings).toEqual([]);
    const more = ['总投资', '2024年', '2025年', '以后年度'];
    expect(check({ amounts: plan([...rows, [45, 14, 20, 20]], more) }, SUM_05).findings).toHaveLength(1);
    const others = [
      [100, 20, 36],
      [80, 14, 20],
    ];
    expect(check({ amounts: plan(others, heads) }, SUM_05)).toMatchObject({
      findings: [],
      coverage: [{ not_evaluated: 1 }],
    });
  });
  it('cannot tell where the total is blank', () => {
    const { coverage } = check(
      {
        amounts: row([
          ['合计', null],
          ['基本支出', 1],
          ['项目支出', 2],
        ]),
      },
      SUM_05,
    );
    expect(coverage[0]).toMatchObject({ not_evaluated: 1 });
  });
});

describe('SUM-05, a sum beside 其中：财政拨款 and 其他资金', () => {
  let line = 20;
  const task = (sum: number, own: number, other: number) => {
    line += 1;
    const heads = ['预算安排', '其中：财政拨款', '其他资金'];
    return [sum, own, other].map((value, c) =>
      amount({
        item: `任务${line}`,
        value,
        raw: value.toFixed(2),
        section: 'projects',
        column_label: heads[c] ?? null,
        source: { value: at(line, c, 3) },
      }),
    );
  };
  const others = [...task(520, 500, 20), ...task(460, 460, 0)];

  it('passes where the lines add up', () => {
    const { findings, coverage } = check({ amounts: [...others, ...task(340, 300, 40)] }, SUM_05);
    expect({ findings, coverage }).toMatchObject({ findings: [], coverage: [{ consistent: 3 }] });
  });
  it('tells the line that does not', () => {
    const { findings } = check({ amounts: [...others, ...task(340, 300, 50)] }, SUM_05);
    expect(findings).toMatchObject([{ severity: 'error', actual: 340, expected: 350 }]);
    expect(figuresOf(findings[0])).toEqual([340, 300, 50]);
  });
  it('is on the edge of the places printed', () => {
    const severities = (own: number): string[] =>
      check({ amounts: [...others, ...task(340, own, 40)] }, SUM_05).findings.map(({ severity }) => severity);
    expect(severities(300.01)).toEqual(['info']);
    expect(severities(300.03)).toEqual(['error']);
  });
  it('says nothing where most lines have more than these parts, or no line has two', () => {
    const open = [...task(520, 300, 20), ...task(460, 260, 100), ...task(340, 300, 40)];
    expect(check({ amounts: open }, SUM_05).findings).toEqual([]);
    const single = [...task(520, 520, 0), ...task(460, 460, 0), ...task(340, 300, 0)];
    expect(check({ amounts: single }, SUM_05).findings).toEqual([]);
  });

  const rows = (total: (sum: number) => number) =>
    [1, 2, 3, 4, 5].flatMap((n) =>
      row(
        [
          ['合计', total(10.25 * n + 20.5)],
          ['基本支出', 10.25 * n],
          ['项目支出', 20.5],
        ],
        `项目${n}`,
      ).map((one, c) => ({ ...one, source: { value: at(3 + n, c) } })),
    );
  it('fails in every row where the column of sums is in another unit, and cannot tell where no row of several closes', () => {
    const told = (total: (sum: number) => number) => check({ amounts: rows(total) }, SUM_05).findings.length;
    expect(told((sum) => sum)).toBe(0);
    expect(told((sum) => 10_000 * sum)).toBeGreaterThan(0);
    expect(told((sum) => sum / 10_000)).toBeGreaterThan(0);
    expect(told((sum) => 3 * sum)).toBe(0);
  });
});
