import { describe, expect, it } from 'vitest';
import { STA_01 } from '../../../src/reconcile/rules/sta-01.ts';
import { STA_02 } from '../../../src/reconcile/rules/sta-02.ts';
import { STA_03 } from '../../../src/reconcile/rules/sta-03.ts';
import { figuresOf, quantity } from '../records.ts';
import { compare, filed } from '../set/filings.ts';

describe('STA-01, figures are spread like those of peers', () => {
  const spread = (i: number): number => Math.round(10 ** (1 + ((i * 37) % 300) / 100) * 100) / 100;
  const unit = (name: string, count: number, of: (i: number) => number) =>
    filed(
      name,
      { organisation: name },
      Array.from({ length: count }, (_, i) => ({ item: `第${i}项`, value: of(i) })),
    );

  it('passes, notes a unit whose figures are made up, and is on the edge of 300 figures', () => {
    const peers = Array.from({ length: 9 }, (_, i) => unit(`第${i}站`, 300, spread));
    expect(compare(peers, STA_01).findings).toEqual([]);
    const [finding] = compare([...peers, unit('丙站', 300, (i) => 500 + (i % 90))], STA_01).findings;
    expect(finding).toMatchObject({ severity: 'info', verdict: 'explained' });
    expect(finding?.message.zh).toContain('首位为 5');
    expect(compare([...peers, unit('丙站', 299, (i) => 500 + (i % 90))], STA_01).findings).toEqual([]);
  });

  it('notes a unit of whose figures more are round hundreds than those of its peers', () => {
    const peers = Array.from({ length: 9 }, (_, i) => unit(`第${i}站`, 300, spread));
    const round = (part: number) =>
      unit('丙站', 300, (i) => (i % 100 < part ? 100 * Math.round(spread(i)) : spread(i)));
    const [finding] = compare([...peers, round(50)], STA_01).findings;
    expect(finding?.message.zh).toContain('整百的占 50%');
    expect(compare([...peers, round(20)], STA_01).findings).toEqual([]);
  });

  it('cannot tell from a small set', () => {
    expect(compare([unit('甲站', 300, () => 500)], STA_01).coverage).toEqual([]);
  });
});

describe('STA-02, a unit cost is like that of peers', () => {
  const unit = (i: number, value: number) =>
    filed(
      `u${i}`,
      { organisation: `第${i}村`, form_type: 'project_targets', project: `培训${i}` },
      [],
      [{ level3: '培训成本', target: quantity(value, '元/人/天', '<=') }],
    );
  const peers = [290, 295, 300, 300, 305, 310, 315].map((value, i) => unit(i, value));

  it('passes among peers and notes one far away', () => {
    expect(compare([...peers, unit(9, 330)], STA_02).findings).toEqual([]);
    const [finding] = compare([...peers, unit(9, 3000)], STA_02).findings;
    expect(finding).toMatchObject({ severity: 'info', actual: 3000, expected: 300 });
    expect(figuresOf(finding)).toEqual([3000, 300]);
  });

  it('is on the edge of twice the median, and cannot tell from seven units', () => {
    expect(compare([...peers, unit(9, 600)], STA_02).findings).toEqual([]);
    expect(compare([...peers, unit(9, 601)], STA_02).findings).toHaveLength(1);
    expect(compare([...peers, unit(9, 150)], STA_02).findings).toEqual([]);
    expect(compare([...peers, unit(9, 149)], STA_02).findings).toHaveLength(1);
    expect(compare(peers, STA_02).coverage).toEqual([]);
  });
});

describe('STA-03, indicators are set for their project', () => {
  const form = (name: string, organisation: string, values: number[]) =>
    filed(
      name,
      { organisation, form_type: 'project_targets', project: `${name}期工程` },
      [],
      values.map((value, i) => ({
        level3: `第${i}类数量`,
        target: quantity(value, '个'),
      })),
    );
  const values = [3, 17, 29, 41, 53, 67, 71];

  it('passes where values differ, notes a copy at one of the two', () => {
    expect(
      compare(
        [
          form('a', '青禾镇', values),
          form(
            'b',
            '云溪县',
            values.map((v) => v + 1),
          ),
        ],
        STA_03,
      ).findings,
    ).toEqual([]);
    const { findings } = compare([form('a', '青禾镇', values), form('b', '云溪县', values)], STA_03);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ severity: 'info', filing_id: 'b:f0' });
    expect(findings[0]?.message.zh).toContain('7 项指标中 7 项');
  });

  it('is on the edge of six rows, and leaves templates of many units alone', () => {
    const short = values.slice(0, 6);
    expect(compare([form('a', '青禾镇', short), form('b', '云溪县', short)], STA_03).findings).toHaveLength(
      1,
    );
    const five = values.slice(0, 5);
    expect(compare([form('a', '青禾镇', five), form('b', '云溪县', five)], STA_03).findings).toEqual([]);
    const many = ['青禾', '云溪', '石桥', '柳林', '白沙', '东湖', '西岭'].map((name) =>
      form(name, name, values),
    );
    expect(compare(many, STA_03).findings).toEqual([]);
  });
});
