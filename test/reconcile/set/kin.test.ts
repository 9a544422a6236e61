import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../scripts/generate/random.ts';
import { RULES } from '../../../src/reconcile/registry.ts';
import type { FilingDigest } from '../../../src/reconcile/set/digest.ts';
import { bearersOf } from '../../../src/reconcile/set/kin.ts';
import { unitsApart } from '../../../src/reconcile/set/units.ts';
import { compare, type Filed, filed, reasons } from './filings.ts';

describe('the filings that can be of one unit', () => {
  const random = seededRandom(7);
  const names = ['图书馆', '县图书馆', '青禾县图书馆', '云溪县图书馆'];
  const codes = [null, '', '2', '203', '203001', '203002', '304', '304001'];
  const supervisors = [
    '',
    '文旅局',
    '县文旅局',
    '青禾县文旅局',
    '云溪县文旅局',
    '南岭市云溪县文旅局',
    '文化旅游局',
    '教育局',
  ];
  const invented = (among: readonly string[]): FilingDigest =>
    ({
      organisation: random.pick(among),
      organisationCode: random.pick(codes),
      supervisor: random.pick(supervisors),
    }) as FilingDigest;

  it.each([[names], [names.slice(0, 1)], [names.slice(2, 3)], [names.slice(1, 3)]])(
    'are those of all pairs that can: %s',
    (among) => {
      for (let round = 0; round < 40; round++) {
        const filings = Array.from({ length: random.int(1, 30) }, () => invented(among));
        const isOneUnit = unitsApart(filings);
        const { kin } = bearersOf(filings, isOneUnit);
        for (const one of filings) {
          const found = new Set([...kin(one)].flatMap((bearer) => bearer.filings));
          expect(found).toEqual(new Set(filings.filter((other) => isOneUnit(one, other))));
        }
      }
    },
  );

  it('are found of codes and departments that fill a cell with no end too', () => {
    const long = {
      organisation: '图书馆',
      organisationCode: '2'.repeat(400_000),
      supervisor: '县'.repeat(400_000),
    };
    const filings = [long, { ...long }, { ...long, organisationCode: '304' }] as FilingDigest[];
    const { kin } = bearersOf(filings, unitsApart(filings));
    expect([...kin(filings[0]!)].flatMap((bearer) => bearer.filings)).toEqual(filings.slice(0, 2));
  });
});

describe('forms of the whole department', () => {
  const project = (i: number): Filed =>
    filed(`p${i}`, { form_type: 'project_targets', project: `渠道清淤第${i}段` }, [
      { item: '年度资金总额', value: 60, section: 'funding' },
    ]);
  const department = (i: number): Filed =>
    filed(`d${i}`, { form_type: 'department_targets', title: `整体绩效目标表${i}` }, [
      { item: '基本支出', value: 300 + 17 * i, section: 'expenditure' },
      { item: '项目支出', value: 90 + i, section: 'expenditure' },
    ]);
  const summed = (count: number) =>
    compare(
      [project(1), project(2), ...Array.from({ length: count }, (_, i) => department(i))],
      ...RULES.filter(({ id }) => id === 'XDOC-02'),
    );

  it('are each held to the projects while they may be of the department alone and with its units', () => {
    expect(summed(2).findings.map(({ rule }) => rule)).toEqual(['XDOC-02', 'XDOC-02']);
  });

  it('are compared with no project where more of them are filed than a year can have', () => {
    const many = summed(6);
    expect(many.findings).toEqual([]);
    expect(reasons(many)).toEqual({ 'several forms of the department may be meant': 1 });
  });
});
