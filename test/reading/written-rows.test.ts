import { describe, expect, test } from 'vitest';
import type { Grid } from '../../schemas/index.ts';
import { counted, errorsIn, grid, read, told } from './drawing.ts';

/** Rows typed into one cell, directions in words, labels in two languages. Every name and figure is invented. */
describe('rows that were typed into one cell', () => {
  test('are parted where names and values count on, whatever the values say', () => {
    const readout = read(
      '2031年度专项资金绩效目标申报表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 质量指标 | 1.渠道完好率⏎2.完工时间 | 1.≥95%⏎2.10月底前 |
 | 效益指标 | 经济效益指标 | 1.亩均增收 | 1.≥60元 |`),
    );
    expect(told(readout)).toEqual([
      'annual 产出指标/质量指标/渠道完好率 >=95% ∅',
      'annual 产出指标/质量指标/完工时间 <=10月底前 ∅',
      'annual 效益指标/经济效益指标/亩均增收 >=60元 ∅',
    ]);
  });

  test('are not where figures may be their own marks', () => {
    const readout = read(
      '2031年度专项资金绩效目标申报表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 质量指标 | 1.差错率⏎2.漏损率 | 1.5%⏎2.5% |
 | 效益指标 | 经济效益指标 | 亩均增收 | ≥60元 |`),
    );
    expect(readout.indicators.map(({ target }) => target?.value)).not.toContain(5);
  });

  test('leave the goals of a form in their cells', () => {
    const readout = read(
      '2031年度项目支出绩效自评表',
      grid(`
 | 项目名称 | 渠道维修 | < | < |
 | 年度目标 | 1.维修渠道⏎2.10月底前完工 | 实际完成情况 | 1.已维修⏎2.9月底完工 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 维修渠道 | ≥6公里 |`),
    );
    expect(readout.texts.find(({ role }) => role === 'goal')?.text).toBe('1.维修渠道\n2.10月底前完工');
  });

  const named = (points: string, method: Grid['method'] = 'native') =>
    read('2031年度专项资金绩效自评表', {
      ...grid(`
 | 一级指标 | 二级指标 | 三级指标及目标值 | 实际完成值 | 分值 | 得分 |
 | 产出指标 | 数量指标 | 新建驿站：6座⏎新增导览牌：≥120块 | 新建驿站：6座⏎新增导览牌：126块 | ${points} | ${points} |
 | ^ | 质量指标 | 驿站验收合格率：100% | 驿站验收合格率：100% | 50 | 50 |
 | 效益指标 | 社会效益指标 | 游客人次：≥8万人次 | 游客人次：9万人次 | 30 | 30 |
 | 总分 | < | < | < | 100 | 100 |`),
      method,
    });
  test('are parted on a page too', () => {
    expect(named('10⏎10', 'ruled').indicators.map(({ actual }) => actual?.value)).toEqual([6, 126, 100, 9]);
  });
  test('are parted where each line names its value', () => {
    const readout = named('10⏎10');
    expect(
      readout.indicators.map(({ actual, level3, target, weight }) => [
        level3,
        target?.value,
        actual?.value,
        weight,
      ]),
    ).toEqual([
      ['新建驿站', 6, 6, 10],
      ['新增导览牌', 120, 126, 10],
      ['驿站验收合格率', 100, 100, 50],
      ['游客人次', 8, 9, 30],
    ]);
    expect(errorsIn(readout)).toEqual([]);
  });

  test('give no points of four digits where a blank is all that parts them', () => {
    const readout = named('10␣10');
    expect(readout.indicators.map(({ weight }) => weight)).toEqual([50, 30]);
    expect(readout.warnings.map(({ code }) => code)).toEqual(['figures_left_out']);
    expect(errorsIn(readout)).toEqual([]);
  });
});

describe('a column of directions', () => {
  const form = (rate: string) =>
    read(
      '项目绩效指标完成情况表',
      grid(`
 | 指标 | < | < | 指标方向 | 计量单位 | 2030年实际 | 2031年 | < | 完成率 |
 | 一级 | 二级 | 三级 | ^ | ^ | ^ | 计划 | 实际 | ^ |
 | 产出指标 | 数量指标 | 修复湿地面积 | 正向 | 亩 | 980 | 1250 | 1300 | 104% |
 | ^ | ^ | 清除水草面积 | 正向 | 亩 | 310 | 360 | 342 | 95% |
 | ^ | 时效指标 | 修复工期 | 反向 | 天 | 225 | 210 | 200 | ${rate} |`),
    );
  test('turns the rates of what should be less, below the plan and the result of the latest year', () => {
    const readout = form('105%');
    expect(readout.filings[0]).toMatchObject({
      form_type: 'project_self_evaluation',
      title: '项目绩效指标完成情况表',
    });
    expect(
      readout.indicators.map(({ actual, prior, target }) => [
        prior[0]?.year,
        prior[0]?.value,
        target?.value,
        actual?.value,
      ]),
    ).toEqual([
      [2030, 980, 1250, 1300],
      [2030, 310, 360, 342],
      [2030, 225, 210, 200],
    ]);
    expect(errorsIn(readout)).toEqual([]);
  });
  test('leaves a wrong one wrong', () => {
    expect(errorsIn(form('150%'))).toEqual(['RAT-13']);
  });

  test('makes a price and its count bounds, and one of several things no whole budget', () => {
    const readout = read(
      '项目绩效目标申报表',
      grid(`
 | 项目名称 | 园区道路 | 本年预算（元） | 5,400,000.00 | < | < |
 | 一级指标 | 二级指标 | 指标名称 | 指标方向 | 指标值 | 计量单位 |
 | 产出指标 | 数量指标 | 道路长度 | 正向 | 1860 | 米 |
 | 产出指标 | 数量指标 | 安装路灯 | 正向 | 120 | 盏 |
 | 产出指标 | 成本指标 | 道路单位造价 | 反向 | 2000 | 元/米 |`),
    );
    expect(errorsIn(readout)).toEqual([]);
  });
});

test('a label says the same in another language behind it', () => {
  const readout = read(
    '2031年度项目支出绩效目标申报表',
    grid(`
 | 项目名称⏎Project | 友城交流 | 填报单位⏎Unit | 云浦市外事中心 | < |
 | 项目资金⏎Funding（万元） | 年度资金总额 Total | < | 86.40 | < |
 | ^ | 其中：财政拨款 Fiscal | < | 86.40 | < |
 | 一级指标⏎Level 1 | 二级指标⏎Level 2 | 三级指标⏎Level 3 | 指标值⏎Target | 权重⏎Weight |
 | 产出指标 | 数量指标 | 接待团组 | ≥16批次 | 50 |
 | 满意度指标 | 服务对象满意度指标 | 团组满意度 | ≥95% | 50 |`),
  );
  expect(readout.filings[0]).toMatchObject({ project: '友城交流', organisation: '云浦市外事中心' });
  expect(readout.amounts.map(({ value }) => value)).toEqual([86.4, 86.4]);
  expect(readout.indicators.map(({ weight }) => weight)).toEqual([50, 50]);
});

describe('the execution in one row', () => {
  const points = (readout: ReturnType<typeof read>) => {
    const { execution_score, execution_weight } = readout.filings[0] ?? {};
    return [execution_score, execution_weight];
  };
  const body = `
 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分/分值 |
 | 产出指标 | 数量指标 | 举办赛事场次 | ≥24场 | 24场 | 60/60 |
 | 满意度指标 | 服务对象满意度指标 | 观众满意度 | ≥92% | 93% | 30/30 |`;
  test('names the money, its stages and its points in pairs', () => {
    const readout = read(
      '2031年度项目支出绩效自评表',
      grid(`
 | 预算执行情况（万元） | 资金总额 | 预算数 | 168.00 | 执行数 | 161.28 | 执行率 | 96.00% | 分值/得分 | 10/9.6 |`),
      grid(body),
    );
    expect(counted(readout).map((line) => line.split(' ').slice(0, 5).join(' '))).toEqual([
      'funding 资金总额 budget 2031 168',
      'funding 资金总额 executed 2031 161.28',
      'funding 资金总额 rate 2031 96',
    ]);
    expect(points(readout)).toEqual([9.6, 10]);
  });

  test('and with each stage in the cell of its figure', () => {
    const readout = read(
      '2031年度项目支出绩效自评表',
      grid(`
 | 资金情况（万元） | 年度资金总额 | 全年预算数：120.00 | 全年执行数：114.00 | 执行率：95.00% | 9.5/10 |${body}
 | 总分 | < | < | < | < | 98.5/100 |`),
    );
    expect(counted(readout).slice(0, 2)).toEqual([
      'funding 年度资金总额 annual_budget 2031 120 万元',
      'funding 年度资金总额 executed 2031 114 万元',
    ]);
    expect(points(readout)).toEqual([9.5, 10]);
    expect(errorsIn(readout)).toEqual(['SCR-02']);
  });

  test('年度预算 beside what was spent is the annual budget', () => {
    const readout = read(
      '2031年度项目支出绩效自评表',
      grid(`
 | 项目资金（万元） |  | 年度预算 | 执行数 | 执行率 |
 | ^ | 年度资金总额 | 126.00 | 120.00 | 95.24% |`),
    );
    expect(readout.amounts.map(({ measure }) => measure)).toEqual(['annual_budget', 'executed', 'rate']);
  });
});
