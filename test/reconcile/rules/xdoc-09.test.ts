import { describe, expect, it } from 'vitest';
import { XDOC_09 } from '../../../src/reconcile/rules/xdoc-09.ts';
import { compare, documentsOf, type Filed, filed, reasons } from '../set/filings.ts';

const targets = (value: number): Filed =>
  filed('targets', { form_type: 'project_targets', project: '旱厕改造' }, [
    { item: '年度资金总额', value, section: 'funding' },
  ]);
const evaluation = (initial: number | null, annual: number, title = '项目支出绩效自评表'): Filed =>
  filed('evaluation', { form_type: 'project_self_evaluation', project: '2031年旱厕改造项目', title }, [
    ...(initial === null
      ? []
      : [{ item: '年度资金总额', value: initial, section: 'funding', measure: 'initial_budget' } as const]),
    { item: '年度资金总额', value: annual, section: 'funding', measure: 'annual_budget' },
  ]);
const judged = (...filings: Filed[]) => compare(filings, XDOC_09);

describe('XDOC-09, an evaluation starts from the budget of its targets', () => {
  it('passes where it does, at the precision of both prints', () => {
    expect(judged(targets(120), evaluation(120, 118)).findings).toEqual([]);
    expect(judged(targets(120.34), evaluation(120.3, 118)).findings).toEqual([]);
  });

  it('fails with both cells and what the target form has', () => {
    const [finding] = judged(targets(120), evaluation(102, 118)).findings;
    expect(finding).toMatchObject({ severity: 'warning', expected: 120, actual: 102, difference: -18 });
    expect(documentsOf(finding)).toEqual(['evaluation', 'targets']);
    expect(finding?.hypotheses[0]?.change).toMatchObject({ from: '102', to: '120' });
    expect(finding?.message.zh).toContain('自评表的年初预算数');
    const watched = judged(targets(120), evaluation(102, 118, '项目绩效运行监控表')).findings;
    expect(watched[0]?.message.zh).toContain('监控表的年初预算数');
  });

  it('is on the edge of the adjusted budget: a note', () => {
    expect(judged(targets(118), evaluation(102, 118)).findings[0]).toMatchObject({ severity: 'info' });
  });

  it('fails there too where the list of projects has the budget of the target form', () => {
    const list = filed('list', { form_type: 'budget_table', project: null, title: '项目支出预算表' }, [
      { item: '旱厕改造', project: '旱厕改造', value: 118, section: 'budget', measure: 'budget' },
    ]);
    expect(judged(targets(118), evaluation(102, 118), list).findings[0]).toMatchObject({
      severity: 'warning',
    });
  });

  it('cannot tell without an initial budget, and takes the money of the year alone for it', () => {
    expect(judged(targets(120), evaluation(null, 118)).coverage).toEqual([]);
    const carried = targets(120);
    carried.amounts.push(
      ...filed('targets', {}, [
        {
          item: '财政拨款',
          value: 102,
          section: 'funding',
          parent: '年度资金总额',
          role: 'part',
          parent_id: 'x',
        },
      ]).amounts,
    );
    expect(judged(carried, evaluation(102, 118)).findings).toEqual([]);
    expect(reasons(judged(targets(120), evaluation(102, 118)))).toEqual({});
  });
});
