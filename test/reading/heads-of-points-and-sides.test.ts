import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read } from './drawing.ts';

/** What stands beside money and is none, and sides of a budget that a layout mixes; every name and figure is invented. */
const wrong = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule }) => rule);

describe('what is no money in a table of it', () => {
  test('分值 that runs down to the row of the sum heads its points', () => {
    const readout = read(
      '公立医院改革项目绩效自评表',
      '（2031年度）',
      grid(`
 | 单位名称 | 东河县人民医院 | < | < | < | < | < | < |
 | 资金 | 预算 | 决算 | 执行率 | 分值 | 得分 | 说明 | < |
 | 县级财政（万元） | 260.00 | 260.00 | 100% | ^ | ^ | ^ | < |
 | 上级补助（万元） | 340.00 | 326.40 | 96% | ^ | ^ | ^ | < |
 | 合计（万元） | 600.00 | 586.40 | 97.73% | 10 | 9.77 | 尾款未付 | < |
 | 一级指标 | 二级指标 | 三级指标 | 目标 | 完成 | 分值 | 得分 | 备注 |
 | 产出 | 数量 | 购置设备 | 12台 | 12台 | 50 | 50 | |
 | 满意度 | 患者 | 患者满意度 | ≥92% | 93% | 40 | 40 | |
 | 合计 | | | | | 100 | 99.77 | |`),
    );
    expect(counted(readout)).toHaveLength(9);
    expect(counted(readout).filter((amount) => / 10 /.test(amount))).toEqual([]);
    expect(readout.filings[0]).toMatchObject({ execution_weight: 10, execution_score: 9.77 });
    expect(wrong(readout)).toEqual([]);
  });

  test('倍数 counts how many times one sum is another', () => {
    const readout = read(
      '专项债券项目情况表',
      grid(`
 | 项目名称 | 停车场建设 | < |
 | 收益测算（万元） | 项目 | 金额 |
 | ^ | 可偿债收益 | 20,800 |
 | ^ | 债券本息 | 16,640 |
 | ^ | 本息覆盖倍数 | 1.25 |`),
    );
    expect(readout.amounts.map(({ item, unit, value }) => [item, value, unit])).toEqual([
      ['可偿债收益', 20_800, '万元'],
      ['债券本息', 16_640, '万元'],
      ['本息覆盖倍数', 1.25, '倍'],
    ]);
  });
});

describe('sides', () => {
  test('what goes out is no part of what comes in, although that runs down beside it', () => {
    const readout = read(
      '2031年部门整体支出绩效目标申报表',
      grid(`
 | 部门名称 | 东河市文化旅游局 | < | < |
 | 年度预算（万元） | 收入来源 | 支出类型 | < |
 | ^ | 财政拨款 2,860.40 | 基本支出 1,920.40 | 人员经费 1,680.00 |
 | ^ | 其他收入 140.00 | ^ | 公用经费 240.40 |
 | ^ | ^ | 项目支出 1,080.00 | < |
 | ^ | 合计 3,000.40 | 合计 3,000.40 | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 惠民演出场次 | ≥120场 |
 | 满意度指标 | 服务对象满意度指标 | 游客满意度 | ≥92% |`),
    );
    expect(counted(readout).find((amount) => amount.includes('项目支出'))).not.toContain('其他收入');
    expect(wrong(readout)).toEqual([]);
  });

  test('fields with their answers over years and stages are no head of money', () => {
    const readout = read(
      '社会保险基金预算绩效目标表',
      grid(`
 | 险种 | 城乡居民基本养老保险 | 统筹层次 | 市级 |
 | 基金收支（万元） | 项目 | 2031年执行数 | 2032年预算数 |
 | ^ | 一、本年收入 | 5,750 | 6,080 |
 | ^ | 其中：个人缴费收入 | 4,250 | 4,480 |
 | ^ | 利息收入 | 1,500 | 1,600 |
 | ^ | 二、本年支出 | 5,400 | 5,530 |
 | 产出指标 | 数量指标 | 领取待遇人数 | ≥8.6万人 |
 | ^ | 时效指标 | 养老金发放率 | 100% |
 | 效益指标 | 社会效益指标 | 参保率 | ≥98% |
 | 满意度指标 | 服务对象满意度 | 参保人员满意度 | ≥90% |`),
    );
    expect(readout.filings[0]?.year).toBe(2032);
    expect(counted(readout).map((amount) => amount.replace(/^\S+ /, ''))).toEqual([
      '本年收入 executed 2031 5750 万元',
      '本年收入 budget 2032 6080 万元',
      '个人缴费收入 executed 2031 4250 万元 of=本年收入',
      '个人缴费收入 budget 2032 4480 万元 of=本年收入',
      '利息收入 executed 2031 1500 万元 of=本年收入',
      '利息收入 budget 2032 1600 万元 of=本年收入',
      '本年支出 executed 2031 5400 万元',
      '本年支出 budget 2032 5530 万元',
    ]);
    expect(readout.indicators.map(({ level3 }) => level3)).toEqual([
      '领取待遇人数',
      '养老金发放率',
      '参保率',
      '参保人员满意度',
    ]);
  });
});
