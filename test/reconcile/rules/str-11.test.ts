import { describe, expect, it } from 'vitest';
import { STR_11 } from '../../../src/reconcile/rules/str-11.ts';
import { amount, at, check, DOCUMENT, filing, indicator } from '../records.ts';

const long = () => indicator({ section: 'long_term' });
const note = {
  text_id: 't1',
  document_id: DOCUMENT,
  filing_id: 'f0',
  role: 'note' as const,
  label: null,
  text: '本表为空表，无预算支出。',
  figures: [],
  relations: [],
  source: { text: at(9) },
};

describe('STR-11, a block that the form is filed for is filled', () => {
  it('passes with one figure, a printed 0 too', () => {
    expect(
      check({ amounts: [amount({ item: '财政拨款', value: 0 })], indicators: [long(), indicator()] }, STR_11)
        .findings,
    ).toEqual([]);
  });
  it('warns of a fund block without any figure', () => {
    const { findings } = check({ indicators: [long(), indicator()] }, STR_11);
    expect(findings).toMatchObject([{ kind: 'structure', severity: 'warning' }]);
    expect(findings[0]?.message.zh).toContain('总体资金情况');
  });
  it('is on the edge with a note that the table is empty', () => {
    expect(check({ indicators: [long(), indicator()], texts: [note] }, STR_11).findings).toEqual([]);
  });
  it('notes annual indicators without any for the long term', () => {
    const { findings } = check(
      { amounts: [amount({ item: '财政拨款', value: 1 })], indicators: [indicator()] },
      STR_11,
    );
    expect(findings).toMatchObject([{ severity: 'info' }]);
  });
  it('asks no self-evaluation for funds that it has no place for', () => {
    const form = (money_unit: '万元' | null) => [
      filing({ form_type: 'project_self_evaluation', money_unit, title: '项目自评表' }),
    ];
    expect(check({ filings: form(null), indicators: [indicator()] }, STR_11).findings).toEqual([]);
    expect(check({ filings: form('万元'), indicators: [indicator()] }, STR_11).findings).toHaveLength(1);
  });
  it('only notes that a list of goals and indicators has no place for money', () => {
    const form = (money_unit: '万元' | null) => [filing({ form_type: 'project_targets', money_unit })];
    const severities = (unit: '万元' | null) =>
      check({ filings: form(unit), indicators: [indicator()] }, STR_11).findings.map((each) => each.severity);
    expect(severities(null)).toEqual(['info']);
    expect(severities('万元')).toEqual(['warning']);
  });
  it('only notes it of a department too, unless a block of funds was left blank', () => {
    const told = (source: object) =>
      check(
        {
          filings: [
            filing({
              form_type: 'department_targets',
              money_unit: null,
              source: { title: at(0), ...source },
            }),
          ],
          indicators: [long(), indicator()],
        },
        STR_11,
      ).findings.map((each) => each.severity);
    expect(told({})).toEqual(['info']);
    expect(told({ funds: at(2) })).toEqual(['warning']);
  });
  it('cannot tell for a form without rows, and asks nothing of other kinds', () => {
    expect(check({}, STR_11).coverage[0]).toMatchObject({ not_evaluated: 1 });
    expect(check({ filings: [filing({ form_type: 'budget_table' })] }, STR_11)).toEqual({
      findings: [],
      coverage: [],
    });
  });
});
