import { describe, expect, it } from 'vitest';
import type { Filing } from '../../../schemas/index.ts';
import { XDOC_01 } from '../../../src/reconcile/rules/xdoc-01.ts';
import { XDOC_03 } from '../../../src/reconcile/rules/xdoc-03.ts';
import { XDOC_07 } from '../../../src/reconcile/rules/xdoc-07.ts';
import { XDOC_08 } from '../../../src/reconcile/rules/xdoc-08.ts';
import { XDOC_09 } from '../../../src/reconcile/rules/xdoc-09.ts';
import { quantity } from '../records.ts';
import { compare, type Filed, filed } from './filings.ts';

type Row = [level2: string, level3: string, target: number, weight?: number];

const ROWS: Row[] = [
  ['数量指标', '保洁河道长度', 126, 20],
  ['质量指标', '保洁达标率', 95, 20],
  ['成本指标', '每公里保洁成本', 1.2, 10],
];
const rows = (given: readonly Row[]) =>
  given.map(([level2, level3, target, weight]) => ({
    level2,
    level3,
    target: quantity(target, '公里', '>='),
    ...(weight === undefined ? {} : { weight }),
  }));
const planned = (name: string, fields: Partial<Filing>, total = 156, given = ROWS): Filed =>
  filed(
    name,
    { form_type: 'project_targets', project: '河道保洁', title: '项目支出绩效目标表', ...fields },
    [{ item: '年度资金总额', value: total, section: 'funding' }],
    rows(given),
  );
const evaluated = (fields: Partial<Filing>, initial = 156, given = ROWS): Filed =>
  filed(
    'evaluated',
    { form_type: 'project_self_evaluation', project: '河道保洁', ...fields },
    [{ item: '年度资金总额', value: initial, section: 'funding', measure: 'initial_budget' }],
    rows(given),
  );
const told = (...filings: Filed[]): string[] =>
  compare(filings, XDOC_03, XDOC_09).findings.map(({ message }) => message.zh);
const first = (target: number): Row[] => [['数量指标', '保洁河道长度', target, 20], ...ROWS.slice(1)];

describe('a self-evaluation follows its target form', () => {
  it('under a name with 项目 in brackets behind it', () => {
    expect(told(planned('a', {}), evaluated({ project: '河道保洁（项目）' }, 165))).toHaveLength(1);
  });

  it('where its unit is named without the department above it, and no other unit of that ends so', () => {
    const supervisor = '云门县交通运输局';
    const full = { organisation: '云门县交通运输局公路养护站', supervisor };
    const short = { organisation: '县公路养护站', supervisor };
    expect(told(planned('a', full), evaluated(short, 165))).toHaveLength(1);
    const second = planned('b', {
      ...full,
      organisation: '云门县交通运输局第二公路养护站',
      project: '桥梁养护',
    });
    expect(told(planned('a', full), second, evaluated(short, 165))).toEqual([]);
    const elsewhere = { ...short, supervisor: '北屿县交通运输局' };
    expect(told(planned('a', full), evaluated(elsewhere, 165))).toEqual([]);
    expect(told(planned('a', full), evaluated({ ...short, supervisor: null }, 165))).toEqual([]);
  });

  it('by what was approved first or anew, where the targets were adjusted', () => {
    const anew = planned('anew', { title: '项目支出绩效目标调整表' }, 120, first(100));
    const both = [planned('first', {}), anew];
    expect(told(...both, evaluated({}))).toEqual([]);
    expect(told(...both, evaluated({}, 156, first(100)))).toEqual([]);
    const [target, budget] = told(...both, evaluated({}, 165, first(90)));
    expect(target).toContain('≥90公里，目标表为 ≥100公里');
    expect(budget).toContain('目标表的年度资金总额为 156');
    const again = planned('again', { title: '项目支出绩效目标第二次调整表' }, 120, first(90));
    const other = planned('anew', { title: '项目支出绩效目标调整表' }, 120, first(100));
    expect(told(planned('first', {}), other, again, evaluated({}, 156, first(90)))).toEqual([]);
    expect(told(planned('first', {}), other, again, evaluated({}, 156, first(100)))).toEqual([]);
    const weighted: Row[] = [['数量指标', '保洁河道长度', 100, 15], ...ROWS.slice(1)];
    expect(told(...both, evaluated({}, 156, weighted))).toEqual([expect.stringContaining('20→15')]);
  });

  it('by a name that stands once in each, under another level or with its unit behind it', () => {
    const moved: Row[] = [
      ['数量指标', '保洁河道长度（公里）', 100, 20],
      ROWS[1]!,
      ['经济成本指标', '每公里保洁成本', 2.1, 10],
    ];
    expect(told(planned('a', {}), evaluated({}, 156, moved))).toHaveLength(1);
    const [finding] = compare([planned('a', {}), evaluated({}, 156, moved)], XDOC_03).findings;
    expect(finding?.message.zh).toContain('每公里保洁成本');
    expect(finding?.message.zh).toContain('保洁河道长度（公里）');
    const same: Row[] = moved.map(([level2, level3], i) => [level2, level3, ROWS[i]![2], ROWS[i]![3]]);
    expect(told(planned('a', {}), evaluated({}, 156, same))).toEqual([]);
  });

  it('but for names that stand twice in what is left', () => {
    const twice: Row[] = [
      ['时效指标', '保洁达标率', 95, 20],
      ['社会效益指标', '保洁达标率', 90, 20],
      ROWS[0]!,
    ];
    expect(told(planned('a', {}), evaluated({}, 156, twice))).toEqual([
      expect.stringContaining('没有或改了名称'),
    ]);
  });
});

describe('names that signs and places part', () => {
  it('are one: dashes, the city above a county, and the word that says what a place is', () => {
    const project = '“幸福河湖”——河道保洁（2031—2033年）';
    const other = '"幸福河湖"-河道保洁(2031-2033年)';
    expect(told(planned('a', { project }), evaluated({ project: other }, 165))).toHaveLength(1);
    const organisation = '青杨县水务局';
    for (const written of ['江渚市青杨县水务局', '青杨水务局']) {
      const pair = [planned('a', { organisation }), evaluated({ organisation: written }, 165)];
      expect(told(...pair)).toHaveLength(1);
    }
  });

  it('are one: the county above a township', () => {
    const pair = (other: string) => [
      planned('a', { organisation: '青杨县甲水镇人民政府' }),
      evaluated({ organisation: other }, 165),
    ];
    expect(told(...pair('甲水镇人民政府'))).toHaveLength(1);
    expect(told(...pair('乙山镇人民政府'))).toEqual([]);
    const namesake = planned('b', { organisation: '北屿县甲水镇人民政府' });
    expect(told(...pair('甲水镇人民政府'), namesake)).toEqual([]);
  });

  it('are left alone where two places of the set could be meant', () => {
    const of = (organisation: string, name: string) =>
      planned(name, { organisation, project: `${name}清淤` });
    const cities = [of('江渚市鼓楼区水务局', 'b'), of('白鹭市鼓楼区水务局', 'c')];
    const first = planned('a', { organisation: '江渚市鼓楼区水务局' });
    expect(told(first, ...cities, evaluated({ organisation: '鼓楼区水务局' }, 165))).toEqual([]);
    const places = [of('青杨县水务局', 'b'), of('青杨区水务局', 'c')];
    const other = planned('a', { organisation: '青杨县水务局' });
    expect(told(other, ...places, evaluated({ organisation: '青杨水务局' }, 165))).toEqual([]);
  });
});

describe('targets', () => {
  it('differ where one is a floor and the other a ceiling', () => {
    const turned = evaluated({});
    turned.indicators[0]!.target = quantity(126, '公里', '<=');
    expect(told(planned('a', {}), turned)).toEqual([
      expect.stringMatching(/自评表为 ≤126公里，目标表为 ≥126公里/),
    ]);
    turned.indicators[0]!.target = quantity(126, '公里', '=');
    expect(told(planned('a', {}), turned)).toEqual([]);
  });

  it('agree in two units of one measure', () => {
    const area = (name: string, value: number, unit: string, form: typeof planned | null) => {
      const made = form === planned ? planned('a', {}) : evaluated({});
      Object.assign(made.indicators[0]!, { level3: name, target: quantity(value, unit, '>=') });
      return made;
    };
    const of = (value: number, unit: string) =>
      told(area('整治面积（公顷）', 3, '公顷', planned), area(`整治面积（${unit}）`, value, unit, null));
    expect(of(30_000, '平方米')).toEqual([]);
    expect(of(45, '亩')).toEqual([]);
    expect(of(46, '亩')).toHaveLength(1);
    expect(of(30_000, '公里')).toHaveLength(1);
  });

  it('agree as a rate and as a fraction without a unit', () => {
    const [rate, fraction] = [planned('a', {}), evaluated({})];
    rate.indicators[1]!.target = quantity(95, '%', '>=');
    fraction.indicators[1]!.target = quantity(0.95, null, '>=');
    expect(told(rate, fraction)).toEqual([]);
    fraction.indicators[1]!.target = quantity(0.94, null, '>=');
    expect(told(rate, fraction)).toHaveLength(1);
  });
});

describe('a self-evaluation without a target form', () => {
  const list = (value: number, title = '项目支出预算表'): Filed =>
    filed(title, { form_type: 'budget_table', project: null, title }, [
      { item: '河道保洁', project: '河道保洁', value, section: 'budget', measure: 'budget' },
    ]);

  it.each([
    '政府性基金预算项目支出表',
    '政府采购预算表',
    '追加预算项目表',
    '中央资金安排表',
    '预算调整项目表',
  ])('has more than the part of it that a list has: %s', (title) => {
    expect(told(list(32, title), evaluated({}))).toEqual([]);
    const both = [list(32, title), planned('a', {})];
    expect(compare(both, XDOC_01).findings).toEqual([]);
  });

  it('has no less than a list of a part', () => {
    expect(told(list(165, '政府性基金预算项目支出表'), evaluated({}))).toHaveLength(1);
    expect(compare([list(165, '政府采购预算表'), planned('a', {})], XDOC_01).findings).toHaveLength(1);
    expect(compare([list(165, '省级部门预算项目表'), planned('a', {})], XDOC_01).findings).toHaveLength(1);
  });

  it('starts from the budget of the list of projects', () => {
    expect(told(list(156), evaluated({}))).toEqual([]);
    const [finding] = compare([list(156), evaluated({}, 165)], XDOC_09).findings;
    expect(finding).toMatchObject({ severity: 'warning', expected: 156, actual: 165 });
    expect(finding?.message.zh).toContain('“项目支出预算表”所列为 156');
  });

  it('passes where one of several lists agrees, and is held to its target form where there is one', () => {
    expect(told(list(156), list(165, '项目表二'), evaluated({}, 165))).toEqual([]);
    expect(told(planned('a', {}, 165), list(156), evaluated({}, 165))).toEqual([]);
  });
});

describe('a project under two names', () => {
  const four: Row[] = [...ROWS, ['社会效益指标', '受益人口', 5200, 20]];
  const renamed = (...filings: Filed[]) => compare(filings, XDOC_07).findings;

  it('is told where unit, money and targets are the same and neither has another form', () => {
    const other = evaluated({ project: '河道综合整治' }, 156, four);
    const [finding] = renamed(planned('a', {}, 156, four), other);
    expect(finding).toMatchObject({ severity: 'warning' });
    expect(finding?.message.zh).toContain('“河道综合整治”没有同名的目标表');
    expect(finding?.evidence.map(({ document_id }) => document_id?.replace(/0+$/, ''))).toEqual([
      'evaluated',
      'a',
    ]);
  });

  it('is two projects that were planned by one template, and two phases of one', () => {
    const template: Row[] = [
      ['质量指标', '资金使用合规率', 100],
      ['质量指标', '验收合格率', 95],
      ['时效指标', '资金拨付及时率', 100],
      ['数量指标', '报告份数', 1],
      ['满意度指标', '群众满意度', 90],
    ];
    const form = (filing: Filed): Filed => {
      for (const row of filing.indicators)
        row.target = quantity(row.target!.value!, row.level3 === '报告份数' ? '份' : '%', '>=');
      return filing;
    };
    const other = form(evaluated({ project: '乡镇敬老院运转' }, 156, template));
    expect(renamed(form(planned('a', {}, 156, template)), other)).toEqual([]);
    const phases = ['饮水安全工程一期', '饮水安全工程二期'].map((project) => ({ project }));
    expect(renamed(planned('a', phases[0]!, 156, four), evaluated(phases[1]!, 156, four))).toEqual([]);
  });

  it('is none of two with a form and an evaluation each, like as their names and figures may be', () => {
    const each = ['甲村工作经费', '乙村工作经费'].flatMap((project, i) => {
      const after = evaluated({ project }, 156, four);
      const name = `evaluated${i}`;
      const ids = { document_id: name.padEnd(64, '0'), filing_id: `${name}:f0` };
      for (const record of [after.filing, ...after.amounts, ...after.indicators]) Object.assign(record, ids);
      return [planned(`planned${i}`, { project }, 156, four), after];
    });
    expect(compare(each, XDOC_07, XDOC_08).findings).toEqual([]);
    each[3]!.indicators[0]!.target = quantity(120, '公里', '>=');
    expect(compare(each, XDOC_03).findings).toHaveLength(1);
  });

  it('is two projects where the money, the targets or the codes differ, or several could be meant', () => {
    const other = (fields: Partial<Filing> = {}, initial = 156, given = four) =>
      evaluated({ project: '河道综合整治', ...fields }, initial, given);
    const form = planned('a', {}, 156, four);
    expect(renamed(form, other({}, 157))).toEqual([]);
    expect(renamed(form, other({}, 156, [...ROWS.slice(1), ['社会效益指标', '受益人口', 5201, 20]]))).toEqual(
      [],
    );
    expect(renamed(form, other({ organisation: '青禾县林业局' }))).toEqual([]);
    expect(renamed(form, planned('b', { project: '河道清淤' }, 156, four), other())).toEqual([]);
    const coded = (code: string) => ({ project_code: `51178131T00000002793${code}` });
    expect(renamed(planned('a', coded('8'), 156, four), other(coded('9')))).toEqual([]);
  });
});
