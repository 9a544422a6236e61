import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read } from './drawing.ts';

/** What a row is of, and the stages of money that no column heads; every name and figure is invented. */
describe('whose indicators stand in columns', () => {
  test('the project that a head names, whatever tells of it behind', () => {
    const readout = read(
      '2032年政府购买服务项目绩效目标表',
      grid(`
 | 序号 | 购买项目名称 | 承接主体 | 服务内容 | 预算金额（万元） | 数量指标 | 质量指标 | 社会效益指标 | 满意度指标 |
 | 1 | 公共文化巡演 | 演艺集团 | 送戏下乡 | 36.00 | 演出≥60场 | 合格率100% | 观众≥2万人 | 群众满意度≥90% |
 | 2 | 图书馆外包 | 书香公司 | 运营管理 | 48.00 | 开放≥300天 | 完好率≥95% | 到馆≥8万人 | 读者满意度≥92% |`),
    );
    expect(readout.indicators.map(({ level3, scope }) => `${scope} ${level3}`)).toEqual([
      '公共文化巡演 演出',
      '公共文化巡演 合格率',
      '公共文化巡演 观众',
      '公共文化巡演 群众满意度',
      '图书馆外包 开放',
      '图书馆外包 完好率',
      '图书馆外包 到馆',
      '图书馆外包 读者满意度',
    ]);
  });

  test('a part of the project where a head says that it is one', () => {
    const readout = read(
      '2032年项目绩效目标表',
      grid(`
 | 项目名称 | 子项目 | 预算金额（万元） | 数量指标 | 质量指标 |
 | 河道治理 | 清淤疏浚 | 36.00 | 清淤≥6公里 | 合格率100% |
 | 河道治理 | 护岸加固 | 48.00 | 护岸≥3公里 | 合格率≥95% |`),
    );
    expect(readout.indicators.map(({ scope }) => scope)).toEqual([
      '清淤疏浚',
      '清淤疏浚',
      '护岸加固',
      '护岸加固',
    ]);
  });
});

describe('stages beside one label', () => {
  test('预算调整情况 before 调整前 and 调整后 is money, 项目基本情况 is none', () => {
    const form = (label: string) =>
      grid(`
 | 项目名称 | 养老服务站点建设 | < | < | < |
 | ${label}（万元） | 调整前 | 600.00 | 调整后 | 480.00 |
 | 三级指标 | 调整前指标值 | < | 调整后指标值 | < |
 | 建设站点数量 | 10个 | < | 8个 | < |`);
    expect(counted(read('项目支出绩效目标调整表（2032年）', form('预算调整情况')))).toEqual([
      'funding 预算调整情况 initial_budget 2032 600 万元',
      'funding 预算调整情况 annual_budget 2032 480 万元',
    ]);
    expect(read('项目支出绩效目标调整表（2032年）', form('资金来源情况')).amounts).toEqual([]);
  });

  test('the progress of each quarter is no execution of the first', () => {
    const drawn = (last: string) =>
      grid(`
 | 项目名称 | 年度预算 | 一季度 | < | 二季度 | < |
 | ^ | ^ | 支出数 | 进度 | 支出数 | 进度 |
 | 校舍维修 | 200.00 | 40.00 | 20% | 60.00 | ${last} |
 | 设备购置 | 100.00 | 10.00 | 10% | 30.00 | 40% |`);
    const errors = (last: string) =>
      reconcile(read('2031年项目预算执行进度表（单位：万元）', drawn(last))).findings.filter(
        ({ severity }) => severity === 'error',
      );
    expect(errors('50%')).toEqual([]);
  });
});
