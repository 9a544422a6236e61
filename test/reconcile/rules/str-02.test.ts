import { describe, expect, it } from 'vitest';
import { STR_02 } from '../../../src/reconcile/rules/str-02.ts';
import { prose } from '../prose.ts';
import { amount, check, filing } from '../records.ts';

const of = (fields: Parameters<typeof filing>[0]) =>
  check(
    { filings: [filing({ form_type: 'project_targets', title: '项目支出绩效目标表', ...fields })] },
    STR_02,
  );

describe('STR-02, the header says what the form is', () => {
  it('passes with unit, project and year', () => {
    expect(of({ project: '苗圃改造' }).findings).toEqual([]);
  });
  it('warns of a project form without a project', () => {
    const { findings } = of({ project: null });
    expect(findings).toMatchObject([{ severity: 'warning', kind: 'structure' }]);
    expect(findings[0]?.message.zh).toBe('表头缺少：项目名称');
    expect(findings[0]?.evidence[0]?.text).toBe('项目支出绩效目标表');
  });
  it('is on the edge: a unit missing alone is noted, with the year a warning', () => {
    expect(of({ project: '苗圃改造', organisation: null }).findings).toMatchObject([{ severity: 'info' }]);
    expect(of({ project: '苗圃改造', organisation: null, year: null }).findings).toMatchObject([
      { severity: 'warning' },
    ]);
  });
  it('takes a project that the title names', () => {
    expect(of({ project: null, title: '绩效目标自评表 苗圃改造经费' }).findings).toEqual([]);
  });
  it('asks a form of a department for its unit and year, and for no project', () => {
    const department = {
      form_type: 'department_targets',
      project: null,
      title: '部门整体支出绩效目标表',
    } as const;
    expect(of(department).findings).toEqual([]);
    expect(of({ ...department, organisation: null, year: null }).findings[0]?.message.zh).toBe(
      '表头缺少：单位名称、年度',
    );
  });
  it('asks a list of projects for no project of its own', () => {
    const listed = (project: string | null) =>
      check(
        {
          filings: [filing({ form_type: 'project_targets', title: '绩效目标表', project: null, year: null })],
          amounts: [amount({ section: 'projects', item: '苗圃改造', value: 30, project })],
        },
        STR_02,
      ).findings[0]?.message.zh;
    expect(listed('苗圃改造')).toBe('表头缺少：年度');
    expect(listed(null)).toBe('表头缺少：项目名称、年度');
  });
  it('says nothing of tables without such a header', () => {
    expect(of({ form_type: 'budget_table', organisation: null, year: null })).toEqual({
      findings: [],
      coverage: [],
    });
  });
  it('asks nothing of a table without a title in the middle of a report', () => {
    const scores = { title: null, organisation: null, project: null };
    const report = (paragraphs: number, title: string | null = null) =>
      check(
        {
          filings: [filing({ form_type: 'project_self_evaluation', ...scores, title })],
          texts: Array.from({ length: paragraphs }, () => prose('综合得分89.35分。')),
        },
        STR_02,
      ).findings;
    expect(report(3)).toEqual([]);
    expect(report(3, '表2 得分情况表')).toEqual([]);
    expect(report(1)).toHaveLength(1);
    expect(report(3, '得分情况表')).toHaveLength(1);
  });
});
