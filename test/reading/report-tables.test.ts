import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, line, read } from './drawing.ts';

/** Tables within the text of a report; every name and figure is invented. */
describe('a table within a report', () => {
  const report = (sentence: string, score = '96.8') =>
    read(
      '2024年度部门整体支出绩效自评报告',
      line('一、部门基本情况'),
      line(sentence),
      grid(`
 | 一级指标 | 分值 | 得分 |
 | 投入 | 15 | 15 |
 | 过程 | 25 | 24.2 |
 | 产出 | 35 | 34.1 |
 | 效果 | 25 | 23.5 |
 | 合计 | 100 | ${score} |`),
    );
  const rulesOf = (readout: ReturnType<typeof read>): string[] =>
    reconcile(readout).findings.map((finding) => finding.rule);

  test('is of the department where the report is, and leaves the funds to the text', () => {
    const readout = report('经自评，总体情况良好。');
    expect(readout.filings[0]).toMatchObject({ form_type: 'department_self_evaluation', year: 2024 });
    expect(rulesOf(readout)).not.toContain('STR-11');
  });

  test('points are no parts of a score, what was given for them is', () => {
    const said = (parts: string) => rulesOf(report(`经自评，得分96.8分，其中：${parts}。`));
    expect(said('投入15分得15分，过程25分得24.2分，产出35分得34.1分，效果25分得23.5分')).not.toContain(
      'NAR-02',
    );
    expect(said('投入15分得15分，过程25分得24.2分，产出35分得34.1分，效果25分得24.5分')).toContain('NAR-02');
  });
});
