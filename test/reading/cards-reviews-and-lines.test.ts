import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, errorsIn, grid, read, told } from './drawing.ts';

/** Cards of indicators, reviews, years of a plan and prose between tables; every name and figure is invented. */
const findings = (...given: Parameters<typeof read>) =>
  reconcile(read(...given)).findings.map(({ rule, severity }) => `${rule} ${severity}`);

const card = (name: string, target: string, actual: string, weight: string, score: string) =>
  grid(`
 | 指标名称 | ${name} |
 | 指标编号 | CL-03 |
 | 所属一级指标 | 产出指标 |
 | 所属二级指标 | 质量指标 |
 | 指标解释 | 反映路况 |
 | 目标值 | ${target} |
 | 实际完成值 | ${actual} |
 | 分值 | ${weight} |
 | 得分 | ${score} |`);

describe('cards', () => {
  test('one indicator a card, whose points need not be all of them', () => {
    const cards = read(
      '指标信息卡',
      card('道路完好率', '≥92%', '93.5%', '10', '10'),
      card('优良率', '≥80%', '81%', '15', '15'),
    );
    expect(told(cards)).toEqual([
      'evaluation 产出指标/质量指标/道路完好率 >=92% 10',
      'evaluation 产出指标/质量指标/优良率 >=80% 15',
    ]);
    expect(cards.indicators.map(({ score }) => score)).toEqual([10, 15]);
    expect(errorsIn(cards)).toEqual([]);
  });

  test('a table of few indicators keeps its base', () => {
    const table = grid(`
 | 一级指标 | 二级指标 | 三级指标 | 目标值 | 完成值 | 分值 | 得分 |
 | 产出指标 | 数量指标 | 泊位数 | 200个 | 200个 | 15 | 15 |
 | ^ | ^ | 岗亭数 | 20个 | 20个 | 10 | 10 |`);
    expect(errorsIn(read('2031年度项目支出绩效自评表', table))).toEqual(['WGT-01']);
  });

  test('a second level and what it asks for, a row each', () => {
    const readout = read(
      '绩效目标卡',
      grid(`
 | 项目名称 | 农村供水工程 |
 | 绩效目标 | 完成12处工程改造，受益人口3.6万人。 |
 | 数量指标 | 改造供水工程12处 |
 | 质量指标 | 水质达标率≥95% |
 | 满意度指标 | 群众满意度≥90% |`),
    );
    expect(told(readout)).toEqual([
      'annual ∅/数量指标/改造供水工程 =12处 ∅',
      'annual ∅/质量指标/水质达标率 >=95% ∅',
      'annual 满意度指标/∅/群众满意度 >=90% ∅',
    ]);
  });
});

describe('reviews', () => {
  test('一、完整性审核 across the table is the level of the rows below, and no funds are wanting', () => {
    const review = [
      '项目支出绩效目标审核表',
      '项目名称：公园提升　　单位名称：园林绿化中心　　2031年度',
      grid(`
 | 审核内容 | 审核要点 | 是否符合 | 备注 |
 | 一、完整性审核 | < | < | < |
 | 规范完整性 | 填报格式是否规范 | 符合 | |
 | 二、相关性审核 | < | < | < |
 | 指标科学性 | 指标是否细化、量化 | 基本符合 | 个别需量化 |`),
    ] as const;
    expect(told(read(...review))).toEqual([
      'annual 完整性审核/规范完整性/填报格式是否规范 ∅ ∅',
      'annual 相关性审核/指标科学性/指标是否细化、量化 ∅ ∅',
    ]);
    expect(findings(...review)).toEqual([]);
  });
});

describe('goals handed down', () => {
  const handed = (last: string) =>
    [
      '青禾县农业农村局2031年绩效指标分解表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 年度目标值 | 分解到各科室 | < |
 | ^ | ^ | ^ | ^ | 种植业科 | 农机科 |
 | 产出指标 | 数量指标 | 举办培训班 | 24期 | 15期 | ${last} |
 | ^ | ^ | 培训人次 | 1800人次 | 1000人次 | 800人次 |
 | ^ | 质量指标 | 培训合格率 | ≥95% | ≥95% | ≥95% |`),
    ] as const;

  test('each office has its share, which makes up the whole, and no project is wanting', () => {
    expect(
      read(...handed('9期')).indicators.map(({ scope, target }) => `${scope ?? ''}${target?.raw}`),
    ).toEqual([
      '24期',
      '种植业科15期',
      '农机科9期',
      '1800人次',
      '种植业科1000人次',
      '农机科800人次',
      '≥95%',
      '种植业科≥95%',
      '农机科≥95%',
    ]);
    expect(findings(...handed('9期'))).toEqual([]);
    expect(findings(...handed('8期'))).toEqual(['SUM-15 warning']);
  });
});

describe('years of a plan', () => {
  test('the total of 2031-2033 is of none of them, and how long is no money', () => {
    const plan = read(
      '中期财政规划项目支出表（单位：万元）',
      grid(`
 | 项目名称 | 合作期限（年） | 2031-2033年规划数 | < | < | < |
 | ^ | ^ | 合计 | 2031年 | 2032年 | 2033年 |
 | 水环境治理 | 25 | 60.00 | 10.00 | 20.00 | 30.00 |
 | 大气监测 | 15 | 66.00 | 11.00 | 22.00 | 33.00 |`),
    );
    expect(counted(plan).slice(0, 4)).toEqual([
      'budget 水环境治理 total_budget ∅ 60 万元',
      'budget 水环境治理 budget 2031 10 万元',
      'budget 水环境治理 budget 2032 20 万元',
      'budget 水环境治理 budget 2033 30 万元',
    ]);
    expect(plan.amounts.some(({ value }) => value === 25)).toBe(false);
    expect(plan.warnings.map(({ code }) => code)).toEqual(['figures_left_out']);
  });
});

describe('prose in rows of a sheet', () => {
  const list = (said: string) =>
    [
      grid(`
 | 2031年危房改造补助资金分配表 | < | < |
 | 根据有关通知，2031年共安排补助资金${said}万元，涉及2个乡镇，现将分配情况说明如下。 | < | < |
 | 单位：万元 | < | < |
 | 乡镇 | 补助资金 | 备注 |
 | 白河镇 | 150.00 | |
 | 清溪镇 | 130.00 | |
 | 合计 | 280.00 | |`),
    ] as const;

  test('is kept, and held to the table', () => {
    expect(read(...list('280')).texts).toMatchObject([
      { filing_id: null, role: 'prose', text: expect.stringContaining('涉及2个乡镇') },
    ]);
    expect(findings(...list('280'))).toEqual([]);
    expect(findings(...list('260'))).toEqual(['NAR-01 warning']);
  });

  test('a goal across the table is kept once', () => {
    const goal = read(
      '项目支出绩效目标表',
      grid(`
 | 项目名称 | 供水工程 | < | < |
 | 年度绩效目标：改造12处工程，惠及3个乡镇。 | < | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 改造工程数 | 12处 |`),
    );
    expect(goal.texts.map(({ role }) => role)).toEqual(['goal']);
  });
});
