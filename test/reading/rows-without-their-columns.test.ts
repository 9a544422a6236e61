import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, errorsIn, grid, read, told } from './drawing.ts';

/** Rows of indicators that stand in no column of theirs: all in one cell, or of a page that lost the label beside the table. */
describe('rows typed into one cell', () => {
  const form = read(
    '绩效目标表',
    '（2031年度）',
    grid(`
 | 项目名称山塘清淤主管部门云溪区水利局 |
 | 项目资金（万元）年度资金总额88.5 |
 | 其中：本年财政拨款68.5 |
 | 上年结转资金20 |
 | 绩效指标一级指标二级指标三级指标指标值分值 |
 | 产出指标数量指标清淤山塘座数≥12座60 |
 | 满意度指标服务对象满意度指标村民满意度≥92%40 |`),
  );

  test('are told, and are no captions that were understood', () => {
    expect(told(form)).toEqual([]);
    expect(form.warnings).toMatchObject([
      { code: 'figures_left_out', message: { zh: expect.stringContaining('村民满意度≥92%40') } },
    ]);
    expect(form.filings).toMatchObject([{ unread_rows: 3 }]);
    expect(form.filings[0]?.coverage).toBeLessThan(0.8);
  });

  test('what was carried over is money of this year', () => {
    expect(counted(form)).toContain('funding 上年结转资金 current 2031 20 万元');
  });
});

describe('a page whose side label was cut off', () => {
  const form = (rest: string) =>
    read(
      '项目支出绩效自评表',
      '（2031年度）',
      grid(`
 | 项目名称 | < | 行道树补植 | < | < | < | < | < |
 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
 | ^ | 产出指标 | 数量指标 | 补植行道树 | ≥360株 | 360株 | 50 | 50 |
 | ^ | ^ | 质量指标 | 苗木成活率 | ≥90% | 95% | 20 | 20 |`),
      grid(rest),
      grid('| 总分 | < | < | < | < | < | 100 | 100 |'),
    );
  const cut = form('| 效益指标 | 生态效益指标 | 新增绿地面积 | ≥2.5公顷 | 2.5公顷 | 30 | 30 |');

  test('leaves the sums over all rows open', () => {
    expect(cut.warnings).toMatchObject([{ code: 'figures_left_out' }]);
    expect(cut.filings).toMatchObject([{ unread_rows: 1 }]);
    expect(errorsIn(cut)).toEqual([]);
    const open = reconcile(cut).coverage.filter(({ rule }) => rule === 'WGT-01' || rule === 'SCR-02');
    expect(open).toMatchObject([
      { not_evaluated: 1, reasons: { 'rows of indicators were not read': 1 } },
      { not_evaluated: 1, reasons: { 'rows of indicators were not read': 1 } },
    ]);
  });

  test('a slip in a table that was read whole is still one', () => {
    const whole = form(
      '| ^ | 效益指标 | 生态效益指标 | 新增绿地面积 | ≥2.5公顷 | 2.5公顷 | 28 | 30 |'.replace(
        '^',
        '绩效指标',
      ),
    );
    expect(whole.filings[0]?.unread_rows).toBeUndefined();
    expect(errorsIn(whole)).toHaveLength(1);
  });
});

describe('a total row with fewer cells than the rows above', () => {
  const form = (total: string) =>
    read(
      '项目支出绩效自评表',
      '（2031年度）',
      grid(`
 | 项目名称 | < | 湿地巡护 | < | < | < | < | < | < |
 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因 |
 | ^ | 产出指标 | 数量指标 | 巡护次数 | ≥360次 | 342次 | 60 | 57.6 | 汛期停巡 |
 | ^ | 效益指标 | 生态效益指标 | 新增鸟类 | ≥2种 | 2种 | 40 | 40 |  |
 ${total}`),
    );

  test.each([
    ['left', '| 总分 | < | < | < | < | 100 | 97.6 |  |  |'],
    ['right', '| 总分 | < | < | < | < | < |  | 100 | 97.6 |'],
  ])('that stands one column to the %s of its points', (_, total) => {
    const document = form(total);
    expect(document.filings).toMatchObject([{ total_weight: 100, total_score: 97.6 }]);
    expect(errorsIn(document)).toEqual([]);
  });

  test('and a score above what could be had is no sign of it', () => {
    expect(form('| 总分 | < | < | < | < | 90 | 100 |  |  |').filings).toMatchObject([
      { total_weight: 100, total_score: null },
    ]);
  });
});
