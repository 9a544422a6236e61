import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from '../reading/drawing.ts';

/** Points beyond the hundred of a form; every name and figure is invented. */
describe('加分项 and 减分项', () => {
  const rulesOf = (rows: string, total: string): string[] => {
    const readout = read(
      '2024年度项目绩效自评表',
      grid(`
 | 评价内容 | 指标 | 评价标准 | 满分 | 得分 |
 | 产出（60分） | 新建健身路径 | 12套 | 40 | 40 |
 | ^ | 组织赛事 | 20场 | 20 | 19 |
 | 效果（40分） | 受益群众 | 5万人 | 40 | 38 |
 ${rows}
 | 合计 | < | < | 100 | ${total} |`),
    );
    return reconcile(readout).findings.map(({ rule }) => rule);
  };
  const extra = `
 | 加分项 | 获省级表彰 | 加2分 | 2 | 2 |
 | 减分项 | 资料迟报 | 扣1分 | -1 | -1 |`;

  test('belong to no hundred, may be below zero and are in the total score', () => {
    const rules = rulesOf(extra, '98');
    for (const rule of ['WGT-01', 'WGT-05', 'SCR-01', 'SCR-02']) expect(rules).not.toContain(rule);
  });

  test('do not hide a slip of the other points, and leave open what they do to a total that does not close', () => {
    expect(rulesOf('', '98')).toContain('SCR-02');
    expect(rulesOf(extra, '99')).not.toContain('SCR-02');
    const slipped = extra.replace('获省级表彰', '受表彰');
    expect(rulesOf(`| 其他 | 满意度 | 90% | 5 | 5 |${slipped}`, '103')).toContain('WGT-01');
  });
});
