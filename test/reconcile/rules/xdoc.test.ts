import { describe, expect, it } from 'vitest';
import { filingSet } from '../../../src/reconcile/index.ts';
import { XDOC_01 } from '../../../src/reconcile/rules/xdoc-01.ts';
import { XDOC_02 } from '../../../src/reconcile/rules/xdoc-02.ts';
import { XDOC_03 } from '../../../src/reconcile/rules/xdoc-03.ts';
import { XDOC_04 } from '../../../src/reconcile/rules/xdoc-04.ts';
import { XDOC_05 } from '../../../src/reconcile/rules/xdoc-05.ts';
import { XDOC_06 } from '../../../src/reconcile/rules/xdoc-06.ts';
import { XDOC_07 } from '../../../src/reconcile/rules/xdoc-07.ts';
import { XDOC_08 } from '../../../src/reconcile/rules/xdoc-08.ts';
import { at, figuresOf, quantity } from '../records.ts';
import { compare, documentsOf, type Filed, filed, reasons } from '../set/filings.ts';

const department = (listed: [string, number][], spending: number | null = null): Filed =>
  filed('dept', {}, [
    ...listed.map(([item, value]) => ({ item, value, section: 'projects' as const })),
    ...(spending === null ? [] : [{ item: '项目支出', value: spending, section: 'expenditure' as const }]),
  ]);
const project = (name: string, value: number | null, document = name): Filed =>
  filed(document, { form_type: 'project_targets', project: name }, [
    ...(value === null ? [] : [{ item: '年度资金总额', value, section: 'funding' as const }]),
  ]);

describe('XDOC-01, a project has one budget', () => {
  it('passes where form and list agree', () => {
    const { findings, coverage } = compare(
      [department([['堤防加固', 57.06]]), project('堤防加固', 57.06)],
      XDOC_01,
    );
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ consistent: 1 });
  });

  it('fails with both cells, on the edge of their print', () => {
    const [finding] = compare(
      [department([['堤防加固', 75.06]]), project('堤防加固', 57.06)],
      XDOC_01,
    ).findings;
    expect(finding).toMatchObject({
      kind: 'cross_document',
      severity: 'error',
      expected: 75.06,
      actual: 57.06,
    });
    expect(documentsOf(finding)).toEqual(['堤防加固', 'dept']);
    expect(compare([department([['堤防加固', 57.1]]), project('堤防加固', 57.06)], XDOC_01).findings).toEqual(
      [],
    );
  });

  it('reads the list of a budget table too, where a column of one source is no total', () => {
    const table = (value: number) =>
      filed('budget', { form_type: 'budget_table' }, [
        { item: '堤防加固', value, section: 'budget', measure: 'budget', project: '堤防加固' },
        {
          item: '堤防加固',
          value: 9,
          section: 'budget',
          measure: 'budget',
          project: '堤防加固',
          fund: '一般公共预算',
        },
      ]);
    expect(compare([table(57.06), project('堤防加固', 57.06)], XDOC_01).findings).toEqual([]);
    const [finding] = compare([table(75.06), project('堤防加固', 57.06)], XDOC_01).findings;
    expect(figuresOf(finding)).toEqual([57.06, 75.06]);
  });

  it('cannot tell without a figure, and leaves projects of other units alone', () => {
    const empty = compare([department([['堤防加固', 57.06]]), project('堤防加固', null)], XDOC_01);
    expect(reasons(empty)).toEqual({ 'the project form has no total': 1 });
    expect(compare([department([['堤防加固', 57.06]]), project('旱厕改造', 9)], XDOC_01).coverage).toEqual(
      [],
    );
  });
});

describe('XDOC-02, project forms add up to project spending', () => {
  const forms = (a: number, b: number) => [project('堤防加固', a), project('旱厕改造', b)];

  it('passes, and fails above the whole', () => {
    expect(compare([department([], 100), ...forms(60, 40)], XDOC_02).findings).toEqual([]);
    const [finding] = compare([department([], 100), ...forms(60, 45)], XDOC_02).findings;
    expect(finding).toMatchObject({ severity: 'error', expected: 105, actual: 100 });
    expect(figuresOf(finding)).toEqual([100, 60, 45]);
  });

  it('is on the edge below the whole: an error only where every listed project has its form', () => {
    const listed: [string, number][] = [
      ['堤防加固', 60],
      ['旱厕改造', 35],
    ];
    expect(compare([department(listed, 100), ...forms(60, 35)], XDOC_02).findings).toHaveLength(1);
    const more = compare([department([...listed, ['病虫防治', 5]], 100), ...forms(60, 35)], XDOC_02);
    expect(reasons(more)).toEqual({ 'projects without a form': 1 });
  });

  it('cannot tell without project spending, or from one form', () => {
    expect(reasons(compare([department([]), ...forms(1, 2)], XDOC_02))).toEqual({ 'no project spending': 1 });
    expect(compare([department([], 100), project('堤防加固', 60)], XDOC_02).coverage).toEqual([]);
  });
});

describe('XDOC-03, an evaluation judges by what was approved', () => {
  const form = (kind: 'targets' | 'self_evaluation', rows: [string, number, number][]) =>
    filed(
      kind,
      { form_type: `project_${kind}`, project: '农技培训' },
      [],
      rows.map(([level3, value, weight]) => ({
        level3,
        target: quantity(value, '人', '>='),
        weight,
      })),
    );
  const planned: [string, number, number][] = [
    ['培训人数', 1200, 10],
    ['示范户', 40, 20],
    ['回访人数', 9, 5],
  ];
  const both = (rows: [string, number, number][]) =>
    compare([form('targets', planned), form('self_evaluation', rows)], XDOC_03);

  it('passes where nothing changed', () => {
    expect(both(planned).findings).toEqual([]);
  });

  it('fails on a target and on a weight', () => {
    const [target] = both([['培训人数', 1000, 10], planned[1]!, planned[2]!]).findings;
    expect(target).toMatchObject({ severity: 'error', expected: 1200, actual: 1000, difference: -200 });
    expect(documentsOf(target)).toEqual(['self_evaluation', 'targets']);
    const [weight] = both([['培训人数', 1200, 15], planned[1]!, planned[2]!]).findings;
    expect(weight).toMatchObject({ severity: 'error', expected: 10, actual: 15 });
  });

  it('fails on a unit that is of another kind, and takes a figure without one for the same', () => {
    const of = (kind: 'targets' | 'self_evaluation', unit: string | null) =>
      filed(
        kind,
        { form_type: `project_${kind}`, project: '农技培训' },
        [],
        [{ level3: '培训人数', target: { ...quantity(30, unit ?? '', '>='), unit }, weight: 10 }],
      );
    const judged = (was: string | null, is: string | null) =>
      compare([of('targets', was), of('self_evaluation', is)], XDOC_03).findings;
    expect(judged('人', '公里')[0]?.message.zh).toContain('计量单位自评表为');
    expect(judged('人', null)).toEqual([]);
    expect(judged(null, '人')).toEqual([]);
  });

  it('is on the edge where more than half of the weights change: one decision', () => {
    const { findings } = both([['培训人数', 1200, 15], ['示范户', 40, 15], planned[2]!]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ severity: 'warning' });
    expect(figuresOf(findings[0])).toEqual([15, 10, 15, 20]);
  });

  it('notes what is left out, and cannot tell of another project', () => {
    expect(both([planned[0]!, planned[1]!]).findings[0]).toMatchObject({ severity: 'info' });
    const other = filed('x', { form_type: 'project_self_evaluation', project: '堤防加固' });
    expect(compare([form('targets', planned), other], XDOC_03).coverage).toEqual([]);
  });
});

describe('XDOC-04, what was carried out is what was booked', () => {
  const evaluation = filed('eval', { form_type: 'department_self_evaluation' }, [
    { item: '年度资金总额', value: 1302.5, section: 'funding', measure: 'executed' },
  ]);
  const accounts = (value: number, unit = '万元') =>
    filed('accounts', { form_type: 'budget_table', title: '决算表' }, [
      { item: '本年支出合计', value, unit, section: 'budget', measure: 'final' },
    ]);

  it('passes, fails, and stands on the edge of the print', () => {
    expect(compare([evaluation, accounts(13_025_000, '元')], XDOC_04).findings).toEqual([]);
    expect(compare([evaluation, accounts(1302.54)], XDOC_04).findings).toEqual([]);
    const [finding] = compare([evaluation, accounts(1320.5)], XDOC_04).findings;
    expect(finding).toMatchObject({ severity: 'error', expected: 1320.5, actual: 1302.5 });
    expect(documentsOf(finding)).toEqual(['eval', 'accounts']);
  });

  it('cannot tell from persons or without accounts', () => {
    expect(reasons(compare([evaluation, accounts(5, '人')], XDOC_04))).toEqual({ 'units differ': 1 });
    expect(compare([evaluation], XDOC_04).coverage).toEqual([]);
  });
});

describe('XDOC-05, a project is filed once', () => {
  const form = (name: string, organisation: string, values: number[]) =>
    filed(
      name,
      { form_type: 'project_targets', organisation, project: '堤防加固', project_code: 'X3101' },
      values.map((value, i) => ({ item: `第${i}段`, value, section: 'funding' as const })),
    );

  it('passes copies and other formats of one filing', () => {
    const values = [1, 2, 3, 4, 5, 6];
    expect(compare([form('a', '水务站', values), form('b', '水务站', values)], XDOC_05).findings).toEqual([]);
  });

  it('fails where two units file one code', () => {
    const [finding] = compare(
      [form('a', '水务站', [1, 2]), form('b', '农经办公室', [8, 9])],
      XDOC_05,
    ).findings;
    expect(finding).toMatchObject({ severity: 'warning' });
    expect(finding?.message.zh).toContain('分别申报');
    expect(documentsOf(finding)).toEqual(['a', 'b']);
  });

  it('is on the edge of half of the figures: below, two filings', () => {
    const two = (b: number[]) =>
      compare([form('a', '水务站', [1, 2, 3, 4]), form('b', '水务站', b)], XDOC_05).findings;
    expect(two([1, 2, 8, 9])).toEqual([]);
    expect(two([1, 7, 8, 9])).toHaveLength(1);
  });

  it('cannot tell projects of one name apart by name alone', () => {
    const named = (name: string, organisation: string) =>
      filed(name, { form_type: 'project_targets', organisation, project: '教师培训' }, [
        { item: '总额', value: 1 },
      ]);
    expect(compare([named('a', '一中'), named('b', '三小')], XDOC_05).findings).toEqual([]);
  });
});

describe('XDOC-06, units make up their department', () => {
  const unit = (name: string, value: number | null, supervisor: string | null = '云溪县农业局') =>
    filed(
      name,
      { organisation: name, supervisor },
      value === null ? [] : [{ item: '支出合计', value, section: 'expenditure', role: 'total' }],
    );
  const whole = (value: number) => unit('云溪县农业局', value, null);

  it('passes, and fails above the whole', () => {
    expect(compare([whole(50), unit('甲站', 20), unit('乙站', 30)], XDOC_06).findings).toEqual([]);
    const [finding] = compare([whole(48), unit('甲站', 20), unit('乙站', 30)], XDOC_06).findings;
    expect(finding).toMatchObject({ severity: 'error', expected: 50, actual: 48 });
    expect(figuresOf(finding)).toEqual([48, 20, 30]);
  });

  it('is on the edge below the whole: units may be missing unless its own 本级 is there', () => {
    expect(reasons(compare([whole(60), unit('甲站', 20), unit('乙站', 30)], XDOC_06))).toEqual({
      'units may be missing': 1,
    });
    const own = unit('云溪县农业局机关', 30);
    expect(compare([whole(60), unit('甲站', 20), own], XDOC_06).findings[0]).toMatchObject({
      severity: 'warning',
    });
  });

  it('cannot tell without a total', () => {
    expect(reasons(compare([whole(60), unit('甲站', null), unit('乙站', 30)], XDOC_06))).toEqual({
      'a total is missing': 1,
    });
  });
});

describe('XDOC-07, a code has one name', () => {
  const form = (name: string, fields: Parameters<typeof filed>[1]) =>
    filed(name, { form_type: name === 'a' ? 'project_targets' : 'project_self_evaluation', ...fields });
  const projects = (a: string, b: string) =>
    compare(
      [form('a', { project: a, project_code: 'X1' }), form('b', { project: b, project_code: 'X1' })],
      XDOC_07,
    );

  it('passes names that are equal, differ in signs or are cut off', () => {
    expect(projects('堤防加固', '堤防 加固').findings).toEqual([]);
    expect(projects('镇区主干道路灯改造及亮化', '镇区主干道路灯改造').findings).toEqual([]);
  });

  it('fails on two names of a code, and two codes of a name', () => {
    expect(projects('堤防加固', '旱厕改造').findings[0]).toMatchObject({ severity: 'warning' });
    const codes = compare(
      [
        form('a', { project: '堤防加固', project_code: 'X1' }),
        form('b', { project: '堤防加固', project_code: 'X2' }),
      ],
      XDOC_07,
    );
    expect(codes.findings[0]?.message.zh).toContain('两个编码');
  });

  it('is on the edge of like names of a unit: codes repeat between regions', () => {
    const units = (a: string, b: string) =>
      compare(
        [
          form('a', { organisation: a, organisation_code: '203' }),
          form('b', { organisation: b, organisation_code: '203' }),
        ],
        XDOC_07,
      ).findings;
    expect(units('云溪县社会保险事业局', '云溪县社会保险局')).toHaveLength(1);
    expect(units('云溪县社会保险局', '青禾镇中心小学')).toEqual([]);
  });

  it('cannot tell without codes', () => {
    expect(
      compare([form('a', { project: '堤防加固' }), form('b', { project: '旱厕改造' })], XDOC_07).findings,
    ).toEqual([]);
  });
});

describe('XDOC-08, one filing reads the same in every format', () => {
  const reading = (name: string, values: number[], page: number | null, confidence = 1): Filed => {
    const place = { ...at(0), ...(page === null ? {} : { page, sheet: null, ref: null }) };
    const made = filed(
      name,
      { confidence, source: { title: place } },
      values.map((value, i) => ({
        item: `第${i}项`,
        value,
        source: { value: place },
      })),
    );
    return made;
  };
  const values = [10, 20, 30, 40, 50, 60];
  const slipped = [10, 20, 30, 40, 50, 66];

  it('passes where it does', () => {
    const { findings, coverage } = compare(
      [reading('xlsx', values, null), reading('pdf', values, 1)],
      XDOC_08,
    );
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ consistent: 6 });
  });

  it('fails as ours, at the reading that is trusted less', () => {
    const [finding] = compare(
      [reading('pdf', slipped, 1, 0.9), reading('xlsx', values, null)],
      XDOC_08,
    ).findings;
    expect(finding).toMatchObject({ severity: 'error', origin: 'extraction', expected: 60, actual: 66 });
    expect(documentsOf(finding)).toEqual(['pdf', 'xlsx']);
  });

  it('is on the edge between two readings and two versions: one format, both digital', () => {
    const [finding] = compare([reading('a', values, null), reading('b', slipped, null)], XDOC_08).findings;
    expect(finding).toMatchObject({ severity: 'warning', origin: 'filing' });
  });

  it('trusts the version whose file says that it was revised', () => {
    const set = filingSet({ rules: [XDOC_08] });
    const kinds: [string, number[]][] = [
      ['自评表（旧）.xlsx', slipped],
      ['旧档/自评表.xlsx', values],
    ];
    for (const [path, figures] of kinds) {
      const { filing, amounts } = reading(path, figures, null);
      set.add({ filings: [filing], amounts, indicators: [], texts: [], document: { path } });
    }
    const [finding] = set.conclude().findings;
    expect(finding).toMatchObject({ severity: 'info', expected: 60, actual: 66 });
  });

  it('takes no name of a project for a word about the version', () => {
    const told = (paths: readonly [string, string]) => {
      const set = filingSet({ rules: [XDOC_08] });
      for (const [i, path] of paths.entries()) {
        const { filing, amounts } = reading(path, i === 0 ? values : slipped, null);
        set.add({ filings: [filing], amounts, indicators: [], texts: [], document: { path } });
      }
      return set.conclude().findings.map(({ severity }) => severity);
    };
    expect(told(['自评表.xlsx', '2031_旧城改造自评表.xlsx'])).toEqual(['warning']);
    expect(told(['规划修订项目自评表.xlsx', '自评表2.xlsx'])).toEqual(['warning']);
    expect(told(['自评表（修订）.xlsx', '自评表.xlsx'])).toEqual(['info']);
    expect(told(['自评表.xlsx', '自评表-旧.xlsx'])).toEqual(['info']);
  });

  it('takes scoring tables of two projects for two, which only their titles name', () => {
    const of = (name: string, title: string): Filed => {
      const made = reading(name, values, null);
      Object.assign(made.filing, { form_type: 'scoring_framework', project: null, title });
      return made;
    };
    // The same points, in the same order, of other items.
    const other = (title: string): Filed => {
      const made = of('b', title);
      const [first, second] = made.amounts;
      Object.assign(first!, { item: '第1项' });
      Object.assign(second!, { item: '第0项' });
      return made;
    };
    const told = (title: string) => compare([of('a', '旱厕改造评分表'), other(title)], XDOC_08).findings;
    expect(told('堤防加固评分表')).toEqual([]);
    expect(told('附件：旱厕改造评分表')).toHaveLength(1);
  });

  it('sets a figure beside the one of its name, wherever each reading puts it', () => {
    const elsewhere = reading('pdf', slipped, 1);
    Object.assign(elsewhere.amounts.at(-1)!, { year: 2031 });
    const [finding] = compare([reading('xlsx', values, null), elsewhere], XDOC_08).findings;
    expect(finding?.message.en).toBe('two readings of one form differ in 1 place: 第5项 66≠60');
    expect(figuresOf(finding)).toEqual([66, 60]);
  });

  it('notes of two versions that one has parts which the other has not, and puts what differs first', () => {
    const [note] = compare(
      [reading('a', [...values, 5, 55], null), reading('b', values, null)],
      XDOC_08,
    ).findings;
    expect(note).toMatchObject({ severity: 'info', origin: 'filing' });
    const [lost] = compare(
      [reading('a', [...values, 5, 55], null), reading('b', values, 1)],
      XDOC_08,
    ).findings;
    expect(lost).toMatchObject({ severity: 'error' });
    const more = reading('a', [...slipped, 5], null);
    more.amounts.reverse();
    const [finding] = compare([more, reading('b', values, null)], XDOC_08).findings;
    expect(finding).toMatchObject({ severity: 'warning' });
    expect(finding?.message.zh).toContain('2 处不同：第5项 60≠66、第6项');
  });

  it('cannot tell of filings that share less than half of their figures', () => {
    const other = [1, 2, 3, 4, 5, 60];
    expect(compare([reading('xlsx', values, null), reading('pdf', other, 1)], XDOC_08).coverage).toEqual([]);
  });
});
