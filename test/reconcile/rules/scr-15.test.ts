import { describe, expect, it } from 'vitest';
import { SCR_15 } from '../../../src/reconcile/rules/scr-15.ts';
import { errorsIn, grid, read } from '../../reading/drawing.ts';
import { check, figuresOf, indicator } from '../records.ts';

const rows = (...groups: (readonly [number, ...number[]])[]) =>
  groups.flatMap(([whole, ...scores], k) =>
    scores.map((score) => indicator({ level1: `第${k + 1}类`, level1_score: whole, score, weight: 10 })),
  );

describe('SCR-15, the score of a level is the sum of those below it', () => {
  it('passes', () => {
    expect(check({ indicators: rows([18, 9, 9], [17, 8, 9], [10, 10]) }, SCR_15).findings).toEqual([]);
  });
  it('fails with the level and its rows', () => {
    const { findings } = check({ indicators: rows([18, 9, 9], [71, 8, 9], [10, 10]) }, SCR_15);
    expect(findings).toMatchObject([{ kind: 'score_sum', severity: 'error', expected: 17, actual: 71 }]);
    expect(figuresOf(findings[0])).toEqual([71, 8, 9]);
  });
  it('is on the edge, a warning, where only half of the levels fit', () => {
    const { findings } = check({ indicators: rows([18, 9, 9], [16, 8, 9]) }, SCR_15);
    expect(findings).toMatchObject([{ severity: 'warning' }]);
  });
  it('cannot tell where most levels hold something else', () => {
    expect(check({ indicators: rows([90, 9, 9], [85, 8, 9], [10, 10]) }, SCR_15).findings).toEqual([]);
  });

  it('reads them from rows that name a level and from columns behind one', () => {
    const listed = (score: string) =>
      read(
        '部门整体绩效自评指标计分表',
        grid(`
 | 序号 | 评价内容 | 分值 | 评分标准 | 自评得分 |
 | 一 | 投入管理 | 20 |  | ${score} |
 | 1 | 目标合理性 | 10 | 合理得10分 | 10 |
 | 2 | 编制完整性 | 10 | 完整得10分 | 9 |
 | 二 | 过程管理 | 30 |  | 29 |
 | 3 | 预算执行率 | 15 | 执行率×15分 | 14 |
 | 4 | 资金合规性 | 15 | 合规得15分 | 15 |
 | 三 | 产出 | 50 |  | 49 |
 | 5 | 任务完成率 | 50 | 完成率×50分 | 49 |`),
      );
    expect(listed('19').indicators.map(({ level1_score }) => level1_score)).toEqual([19, 19, 29, 29, 49]);
    expect(errorsIn(listed('19'))).toEqual([]);
    expect(errorsIn(listed('91'))).toEqual(['SCR-15']);
    const columns = (score: string) =>
      read(
        '绩效评价得分汇总表',
        grid(`
 | 一级指标 | 分值 | 得分 | 三级指标 | 分值 | 得分 |
 | 决策 | 20 | ${score} | 立项依据 | 10 | 10 |
 | ^ | ^ | ^ | 目标合理 | 10 | 8 |
 | 过程 | 30 | 28 | 预算执行 | 30 | 28 |
 | 产出 | 50 | 47 | 完成数量 | 50 | 47 |
 | 合计 | 100 | 93 |  | 100 | 93 |`),
      );
    expect(
      columns('18').indicators.map(({ level1_score, other_scores }) => [level1_score, other_scores]),
    ).toEqual([18, 18, 28, 47].map((score) => [score, undefined]));
    expect(errorsIn(columns('18'))).toEqual([]);
    expect(errorsIn(columns('19'))).toEqual(['SCR-15']);
  });
});
