import { describe, expect, it } from 'vitest';
import type { Filing } from '../../../schemas/index.ts';
import { filingSet } from '../../../src/reconcile/index.ts';
import { RULES } from '../../../src/reconcile/registry.ts';
import { isOneFigure } from '../../../src/reconcile/set/twins.ts';
import { quantity } from '../records.ts';
import { compare, type Filed, filed } from './filings.ts';

/** What looks like one thing and is two is not compared. */
const targets = (fields: Partial<Filing>, value = 1200, name = 'targets'): Filed => ({
  ...filed(name, { form_type: 'project_targets', project: '农技培训', ...fields }, money(80), rows(value)),
});
const evaluation = (fields: Partial<Filing>, value = 1200, name = 'evaluation'): Filed =>
  filed(
    name,
    { form_type: 'project_self_evaluation', project: '农技培训', ...fields },
    money(80),
    rows(value),
  );
const rows = (value: number) =>
  ['培训人数', '培训场次', '示范户', '回访人数', '培训天数'].map((level3, i) => ({
    level3,
    target: quantity(i === 0 ? value : 10 + i, '人', '>='),
    weight: 10,
  }));
const money = (value: number) => [
  { item: '年度资金总额', value, section: 'funding' as const },
  { item: '年度资金总额', value, section: 'funding' as const, measure: 'initial_budget' as const },
  { item: '年度资金总额', value: value / 2, section: 'funding' as const, measure: 'executed' as const },
];
const told = (...filings: Filed[]): string[] =>
  compare(filings, ...RULES.filter(({ scope }) => scope === 'set'))
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule }) => rule);

describe('filings of one thing', () => {
  it('are compared under every way of writing unit and project', () => {
    const organisation = '云溪县农技站';
    for (const other of [
      `203001-${organisation}`,
      `${organisation}（本级）`,
      `[203001]${organisation}(机关)`,
    ])
      expect(told(targets({ organisation }), evaluation({ organisation: other }, 900))).toEqual(['XDOC-03']);
    for (const project of ['2031年农技培训项目', '51178131T000000027938-农技培训', '农技培训（2031年）'])
      expect(told(targets({}), evaluation({ project }, 900))).toEqual(['XDOC-03']);
  });

  it('are told once where most targets were set anew', () => {
    const anew = evaluation({});
    for (const { target } of anew.indicators.slice(0, 4)) target!.value! -= 1;
    expect(told(targets({}), anew)).toEqual(['XDOC-03']);
  });

  it('hold their targets to the last digit', () => {
    expect(told(targets({}, 1200), evaluation({}, 1199))).toEqual(['XDOC-03']);
  });
});

describe('filings of two things', () => {
  it('are projects whose names only begin alike', () => {
    const name = '镇区主干道路灯改造';
    expect(told(targets({ project: `${name}监理` }), evaluation({ project: name }, 900))).toEqual([]);
  });

  it('are units of one name without a place, told apart by codes, by departments, or by others of the set', () => {
    const organisation = '图书馆';
    const coded = (code: string) => ({ organisation, organisation_code: code });
    expect(told(targets(coded('203001')), evaluation(coded('507002'), 900))).toEqual([]);
    const below = (supervisor: string) => ({ organisation, supervisor });
    expect(told(targets(below('青禾县文旅局')), evaluation(below('白鹭县文旅局'), 900))).toEqual([]);
    const full = ['青禾县图书馆', '白鹭县图书馆'].map((name) =>
      targets({ organisation: name, project: name }, 9, name),
    );
    const bare = { organisation, supervisor: null };
    expect(told(targets(bare), evaluation(bare, 900))).toEqual(['XDOC-03']);
    expect(told(targets(bare), evaluation(bare, 900), ...full)).toEqual([]);
    const short = { organisation: '县图书馆', supervisor: null };
    expect(told(targets(short), evaluation(short, 900))).toEqual(['XDOC-03']);
    expect(told(targets(short), evaluation(short, 900), ...full)).toEqual([]);
  });

  it('are two forms of one kind, most of whose figures agree, and two codes of a project', () => {
    const of = (supervisor: string, fields: Partial<Filing>, value = 1200) =>
      targets({ organisation: '图书馆', supervisor, ...fields }, value, `${supervisor}${value}`);
    const [one, other] = ['青禾县文旅局', '白鹭县文旅局'];
    expect(told(of(one, {}), of(other, {}, 900))).toEqual([]);
    expect(told(of(one, {}), of(one, {}, 900))).toEqual(['XDOC-08']);
    const codes = ['51178131T000000027938', '51178131T000000027939'] as const;
    const coded = (supervisor: string, at: 0 | 1) => of(supervisor, { project_code: codes[at] }, 30 + at);
    expect(told(coded(one, 0), coded(other, 1))).toEqual([]);
  });

  it('are units of one name without a place, where their department has several of it in full', () => {
    const supervisor = '云溪县文旅局';
    const full = ['甲水镇文化站', '乙山镇文化站'].map((organisation) =>
      targets({ organisation, supervisor }, 1300, organisation),
    );
    const bare = (name: string, value: number) =>
      evaluation({ organisation: '文化站', supervisor }, value, name);
    expect(told(...full, bare('a', 1200), bare('b', 900))).toEqual([]);
    expect(told(full[0]!, bare('a', 1200), bare('b', 900))).toContain('XDOC-08');
  });

  it('are a form of the middle of the year and one of its end', () => {
    const watched = (name: string, value: number) => {
      const form = evaluation({ title: '项目支出绩效运行监控表' }, 1200, name);
      for (const amount of form.amounts) if (amount.measure === 'executed') amount.value = value;
      return form;
    };
    const accounts = filed('accounts', { form_type: 'budget_table', title: '项目支出决算表' }, [
      { item: '农技培训', value: 40, section: 'budget', measure: 'final', project: '农技培训' },
    ]);
    expect(told(watched('june', 20), watched('september', 31), evaluation({}), accounts)).toEqual([]);
    const untitled = evaluation({ title: null }, 1200, 'untitled');
    for (const amount of untitled.amounts)
      if (amount.measure === 'executed') Object.assign(amount, { value: 20, column_label: '1-7月执行数' });
    expect(told(untitled, evaluation({}), accounts)).toEqual([]);
  });

  it('are a target form and the one that was adjusted within the year', () => {
    const adjusted = targets({ title: '项目支出绩效目标调整表' }, 1500, 'adjusted');
    expect(told(targets({}), adjusted, evaluation({}))).toEqual([]);
    const inFile = (path: string): string[] => {
      const set = filingSet({ rules: RULES.filter(({ scope }) => scope === 'set') });
      const files = {
        '目标表.docx': targets({}),
        [path]: targets({}, 1500, 'anew'),
        '自评表.docx': evaluation({}),
      };
      for (const [path, { filing, ...records }] of Object.entries(files))
        set.add({ filings: [filing], texts: [], document: { path }, ...records });
      return set
        .conclude()
        .findings.filter(({ severity }) => severity !== 'info')
        .map(({ rule }) => rule);
    };
    expect(inFile('目标表（调整后）.docx')).toEqual([]);
    expect(inFile('结构调整目标表.docx')).toContain('XDOC-08');
  });

  it('are a department with its units and the department alone', () => {
    const whole = filed(
      'accounts',
      { form_type: 'budget_table', title: '支出决算表', organisation: '云溪县农业局' },
      [{ item: '支出合计', value: 900, section: 'budget', measure: 'final' }],
    );
    const own = filed(
      'evaluation',
      { form_type: 'department_self_evaluation', organisation: '云溪县农业局本级' },
      money(80),
    );
    expect(told(whole, own)).toEqual([]);
  });
});

describe('copies of one form', () => {
  it('are one in 元, in 万元 and in whole 万元', () => {
    const copy = (name: string, scale: number, unit: string, places: number) =>
      filed(
        name,
        { form_type: 'project_targets', project: '农技培训' },
        [80.14, 60.21, 12.4, 7.53].map((value, i) => ({
          item: `第${i}项`,
          value: Number((value * scale).toFixed(places)),
          raw: (value * scale).toFixed(places),
          unit,
        })),
      );
    expect(told(copy('a', 1, '万元', 2), copy('b', 10_000, '元', 0), copy('c', 1, '万元', 0))).toEqual([]);
  });
});

describe('hundreds of filings under one name', () => {
  it('are each held to the one of their project', () => {
    const filings = Array.from({ length: 400 }, (_, i) => {
      const project = `第${i >> 1}批图书`;
      const form = i % 2 === 0 ? targets : evaluation;
      return form({ organisation: '图书馆', project }, 2000 + 10 * (i >> 1) - (i % 2), `d${i}x`);
    });
    expect(told(...filings)).toEqual(Array.from({ length: 200 }, () => 'XDOC-03'));
  });
});

it('takes two prints for one figure where they are the same money in another unit or in fewer places', () => {
  const figure = (raw: string, unit: string) => ({ value: Number(raw), raw, unit, place: [] as never });
  expect(isOneFigure(figure('81.2', '万元'), figure('812000', '元'))).toBe(true);
  expect(isOneFigure(figure('81', '万元'), figure('81.2', '万元'))).toBe(true);
  expect(isOneFigure(figure('80', '万元'), figure('81.2', '万元'))).toBe(false);
  expect(isOneFigure(figure('81', '人'), figure('81.2', '人'))).toBe(false);
});
