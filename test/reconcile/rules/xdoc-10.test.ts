import { describe, expect, it } from 'vitest';
import { XDOC_10 } from '../../../src/reconcile/rules/xdoc-10.ts';
import { compare, documentsOf, type Filed, filed } from '../set/filings.ts';

const project = filed('targets', { form_type: 'project_targets', project: '旱厕改造' }, [
  { item: '年度资金总额', value: 62, section: 'funding' },
  { item: '财政拨款', value: 50, section: 'funding', parent: '年度资金总额', role: 'part', parent_id: 'x' },
]);
const unit = project.filing.organisation ?? '';
const list = (title: string, value: number, name = title): Filed =>
  filed(name, { form_type: 'allocation_table', title, organisation: null }, [
    { item: unit, value, section: 'budget', measure: 'budget' },
    { item: '别处农技站', value: 9, section: 'budget', measure: 'budget' },
  ]);
const judged = (...lists: Filed[]) => compare([project, ...lists], XDOC_10).findings;

describe('XDOC-10, a notice allots what the project asked for', () => {
  it('passes the total and the fiscal part, in one batch or several', () => {
    expect(judged(list('2031年旱厕改造资金分配表', 62))).toEqual([]);
    expect(judged(list('关于下达2031年旱厕改造补助资金的通知', 50))).toEqual([]);
    expect(
      judged(list('2031年旱厕改造资金（第一批）分配表', 40), list('2031年旱厕改造资金（第二批）分配表', 22)),
    ).toEqual([]);
  });

  it('fails above the budget with all cells', () => {
    const [finding] = judged(list('2031年旱厕改造资金分配表', 68, 'list'));
    expect(finding).toMatchObject({ severity: 'warning', expected: 62, actual: 68 });
    expect(documentsOf(finding)).toEqual(['list', 'targets']);
  });

  it('notes less: batches may be to come', () => {
    expect(judged(list('2031年旱厕改造资金分配表', 40))[0]).toMatchObject({ severity: 'info' });
  });

  it('cannot tell of another project, or of one list kept twice that differs', () => {
    expect(judged(list('2031年旱厕改造管护资金分配表', 68))).toEqual([]);
    expect(
      judged(list('2031年旱厕改造资金分配表', 62), list('2031年旱厕改造资金分配表', 62, 'again')),
    ).toEqual([]);
    expect(
      judged(list('2031年旱厕改造资金分配表', 68), list('2031年旱厕改造资金分配表', 62, 'again')),
    ).toEqual([]);
  });

  it('is on the edge of the precision of both prints', () => {
    const precise = (value: number) => judged(list('2031年旱厕改造资金分配表', value, `${value}`));
    expect(precise(63)).toEqual([]);
    expect(precise(64)).toHaveLength(1);
  });

  it('cannot compare money with a figure that has no unit', () => {
    const bare = list('2031年旱厕改造资金分配表', 68);
    for (const each of bare.amounts) each.unit = null;
    const { coverage, findings } = compare([project, bare], XDOC_10);
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ reasons: { 'units differ': 1 } });
  });

  it('finds the government of a place that the list names, where one alone has a project of it', () => {
    const form = (organisation: string, name: string): Filed =>
      filed(name, { form_type: 'project_self_evaluation', project: '旱厕改造', organisation }, [
        { item: '年度资金总额', value: 62, section: 'funding', measure: 'initial_budget' },
      ]);
    const places = filed(
      'list',
      { form_type: 'allocation_table', title: '2031年旱厕改造资金分配表', organisation: null },
      [
        { item: '甲水镇', value: 68, section: 'budget', measure: 'budget' },
        { item: '城东街道', value: 62, section: 'budget', measure: 'budget' },
      ],
    );
    const own = [form('云溪县甲水镇人民政府', 'a'), form('城东街道办事处', 'b')];
    const [finding, ...others] = compare([...own, places], XDOC_10).findings;
    expect(finding).toMatchObject({ severity: 'warning', expected: 62, actual: 68 });
    expect(documentsOf(finding)).toEqual(['list', 'a']);
    expect(others).toEqual([]);
    const namesake = form('白鹭县甲水镇人民政府', 'c');
    expect(compare([...own, namesake, places], XDOC_10).findings).toEqual([]);
  });
});
