import { describe, expect, it } from 'vitest';
import { errorsIn, grid, read } from './drawing.ts';

/** A self-evaluation whose first score is given, and whose total is the sum of 28 and the others. */
const form = (score: string, total = '98', name = '河道清淤长度') =>
  read(
    '2032年度项目支出绩效自评表',
    grid(`
 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
 | 产出指标 | 数量指标 | ${name} | ≥12公里 | 12公里 | 30 | ${score} |
 | ^ | 质量指标 | 验收合格率 | ≥95% | 96% | 30 | 30 |
 | 效益指标 | 社会效益 | 受益村庄数 | ≥8个 | 8个 | 30 | 30 |
 | 满意度指标 | 服务对象满意度 | 农户满意度 | ≥90% | 91% | 10 | 10¹ |
 | 总分 | < | < | < | < | 100 | ${total} |`),
  );

describe('points with the mark of a note', () => {
  it.each(['28¹', '28[1]', '28（注1）', '28注2', '28*'])('%s are the points', (score) => {
    const got = form(score);
    expect(got.indicators.map((row) => row.score)).toEqual([28, 30, 30, 10]);
    expect(errorsIn(got)).toEqual([]);
    expect(errorsIn(form(score, '99'))).toEqual(['SCR-02']);
  });

  it('leave the mark out of a name, too', () => {
    expect(form('28', '98', '河道清淤长度²').indicators[0]?.level3).toBe('河道清淤长度');
  });
});

describe('points that are no number', () => {
  it.each(['约28', '27+1', '28？', '二十八', '见附表'])('%s are told, and leave the sum open', (score) => {
    const got = form(score);
    expect(got.filings[0]?.unread_rows).toBe(1);
    expect(errorsIn(got)).toEqual([]);
  });

  it('that say nothing are blank', () => {
    expect(form('—', '70').filings[0]?.unread_rows).toBeUndefined();
  });
});
