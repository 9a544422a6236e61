import { expect, test } from 'vitest';
import { grid, read } from './drawing.ts';

/** Rows and cells over more columns than their heads; every name and figure is invented. */
const title = '2027年度项目支出绩效自评表';

test('a row left open across a list is no indicator and ends no table', () => {
  const readout = read(
    '2027年度项目支出绩效目标表',
    grid(`
 | 绩效指标 | 一级指标 | 二级指标 | 指标内容 | 目标值 | 权重 | 指标说明 |
 | ^ | 产出指标 | 质量指标 | 培训合格率 | ≥95% | 50 | 历史数据 |
 | ^ | 效益指标 | 社会效益指标 | 公共服务水平 | 长期 | 50 | 历史数据 |
 | …… | < | < | < | < | < | < |
 | 指标1： | < | < | < | < | < | < |
 | 总分 | < | < | < | < | 100 | |`),
  );
  expect(readout.indicators.map(({ level3 }) => level3)).toEqual(['培训合格率', '公共服务水平']);
  expect(readout.filings[0]).toMatchObject({ total_weight: 100, total_score: null });
});

test('points in a cell that runs on from a column without a head are points, no sum', () => {
  const readout = read(
    title,
    grid(`
 | 项目名称 | 河道清淤项目 | < | < | < | < | < | < | < |
 | 项目资金（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 分值 | | 得分 |
 | ^ | 年度资金总额 | 340 | 340 | 340 | 100% | 10 | 10 | < |
 | ^ | 其中：财政拨款 | 340 | 340 | 340 | | | | |
 | 一级指标 | 二级指标 | 三级指标 | < | 年度指标值 | 实际完成值 | 分值 | < | 得分 |
 | 产出指标 | 数量指标 | 清淤河道长度 | < | ≥12公里 | 12公里 | 90 | < | 90 |`),
  );
  expect(readout.amounts.map(({ measure, value }) => [measure, value])).not.toContainEqual(['current', 10]);
});

test('a name that runs on into the column of the values is no part of them', () => {
  const readout = read(
    title,
    grid(`
 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | < | 实际完成值 |
 | 产出指标 | 质量指标 | 工程验收合格率 | < | ≥98% | 99% |
 | ^ | ^ | 档案归档率 | 100% | < | 100% |`),
  );
  expect(readout.indicators.map(({ target }) => target?.value)).toEqual([98, 100]);
});

test('a remark that begins below the points and runs on below its own head is no part of them', () => {
  const { filings, indicators } = read(
    title,
    grid(`
 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | < | 偏差原因分析 |
 | 产出指标 | 质量指标 | 培训合格率 | ≥95% | 96% | 50 | 50 | | < |
 | 效益指标 | 社会效益指标 | 受益人口 | ≥300人 | 320人 | 50 | 50 | 无 | < |
 | 总分 | < | < | < | < | 100 | 100 | | < |`),
  );
  expect(indicators.map(({ score }) => score)).toEqual([50, 50]);
  expect(filings[0]?.total_score).toBe(100);
});
