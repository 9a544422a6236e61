import { describe, expect, test } from 'vitest';
import { errorsIn, grid, read, told } from './drawing.ts';

/** Score tables and heads as counties and cities draw them; every name and figure is invented. */
describe('levels that a form may also ask for', () => {
  test('项目绩效 runs down beside points and is the level of its rows', () => {
    const { filings, indicators } = read(
      '项目支出绩效评价评分表',
      grid(`
 | 一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值 | 具体指标 | 评价标准 | 自评得分 |
 | 项目决策 | 45 | 决策过程 | 45 | 决策依据 | 45 | 有规定 | 对照计分 | 45 |
 | 项目绩效 | 55 | 项目产出 | 20 | 产出数量 | 20 | 实际完成情况 | 对照计分 | 18 |
 | ^ | ^ | 项目效果 | 35 | 社会效益 | 35 | 受益人口 | 对照计分 | 34 |
 | 总分 | 100 | | | | 100 | | | 97 |`),
    );
    expect(indicators.map(({ level1, level3, weight }) => [level1, level3, weight])).toEqual([
      ['项目决策', '决策依据', 45],
      ['项目绩效', '产出数量', 20],
      ['项目绩效', '社会效益', 35],
    ]);
    expect(filings[0]!.unread_rows ?? null).toBeNull();
  });

  test('年度绩效目标 runs down beside the levels of its indicators', () => {
    const { indicators } = read(
      '项目绩效评价指标表',
      grid(`
 | 评价指标 | 评价内容 | 指标名称 | 指标说明 | 目标值 | 分值 | 备注 |
 | 年度绩效目标（定量指标） | 制度指标 | 规章制度 | 建立与否 | 建立 | 20 | |
 | ^ | 产出数量指标 | 资助人数 | 达到预计值 | 2100人 | 40 | |
 | ^ | 时效指标 | 及时发放率 | 达到目标值 | 100% | 40 | |
 | 总分 | < | < | < | < | 100 | |`),
    );
    expect(indicators.map(({ level2, weight }) => [level2, weight])).toEqual([
      ['制度指标', 20],
      ['产出数量指标', 40],
      ['时效指标', 40],
    ]);
  });
});

describe('heads over two columns', () => {
  test('绩效目标内容 holds the names and their values', () => {
    const readout = read(
      '2031年绩效目标申报表',
      grid(`
 | 一级指标 | 二级指标 | 绩效目标内容 | < |
 | 投入 | 时效目标 | 实施周期 | 12个月 |
 | 产出 | 数量目标 | 打捞垃圾 | 600吨 |`),
    );
    expect(told(readout)).toEqual([
      'annual 投入/时效目标/实施周期 =12个月 ∅',
      'annual 产出/数量目标/打捞垃圾 =600吨 ∅',
    ]);
  });

  test('评价内容 holds both levels, left of 绩效内容 | 参考标准 | 绩效目标值', () => {
    const readout = read(
      '2031年财政支出项目绩效目标申报表',
      grid(`
 | 项目年度绩效目标 | 评价内容 | < | 绩效内容 | 参考标准 | 绩效目标值 |
 | ^ | 投入 | 成本目标 | 目标1 总投入 | 预算批复 | 52万元 |
 | ^ | 产出 | 数量目标 | 目标1 修复册数 | 上年120册 | 150册 |
 | ^ | ^ | 质量目标 | 目标1 合格率 | 行业标准 | 98% |`),
    );
    expect(told(readout)).toEqual([
      'annual 投入/成本目标/总投入 =52万元 ∅',
      'annual 产出/数量目标/修复册数 =150册 ∅',
      'annual 产出/质量目标/合格率 =98% ∅',
    ]);
    expect(readout.amounts).toEqual([]);
  });
});

describe('points that levels print', () => {
  const form = (output: number) =>
    read(
      '2031年项目绩效目标自评表',
      grid(`
 | 项目权重 | 评价内容 | 分值 | 自评分 | 评价标准 | < | < |
 | 项目管理15分 | 财务制度 | 9 | 9 | 有制度 | < | < |
 | ^ | 组织机构 | 6 | 6 | 有机构 | < | < |
 | 一级指标 | 二级指标 | 指标名称 | 年初指标值 | 年终完成值 | 自评分 | 评价标准 |
 | 产出指标${output}分 | 数量指标 | 养护里程 | 300公里 | 300公里 | 30 | 佐证 |
 | ^ | 质量指标 | 合格率 | 98% | 98% | 20 | 佐证 |
 | 效益指标35分 | 社会效益 | 受益人口 | 2万人 | 2.1万人 | 35 | 问卷 |`),
    );

  test('beside rows with points of their own they count in the sum', () => {
    expect(form(50).indicators.map(({ level1 }) => level1)).toContain('项目管理');
    expect(errorsIn(form(50))).toEqual([]);
    expect(errorsIn(form(60)).join()).toContain('WGT-01');
  });

  test('what may come on top of the points of a level makes it no extra', () => {
    const { indicators } = read(
      '2031年绩效评价指标表',
      grid(`
 | 评价内容 | 评价指标 | 分值 | 得分 |
 | 预算执行（50分） | 资金投入 | 50 | 50 |
 | 目标完成（50分，附加分5分） | 新增耕地 | 20 | 20 |
 | ^ | 耕地等别 | 30 | 30 |`),
    );
    expect(indicators.map(({ level1, level1_weight }) => [level1, level1_weight])).toEqual([
      ['预算执行', 50],
      ['目标完成', 50],
      ['目标完成', 50],
    ]);
  });
});
