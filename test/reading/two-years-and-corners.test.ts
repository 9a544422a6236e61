import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read } from './drawing.ts';

/** Figures of several years side by side, and lists below 其中 that their sums end; every name and figure is invented. */
const wrong = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ rule }) => rule);

const sums = (readout: ReturnType<typeof read>): string[] =>
  wrong(readout).filter((rule) => rule.startsWith('SUM'));

const indicators = `
 | 绩效指标 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 备注 |
 | ^ | 产出 | 数量 | 培训护理员 | 90人 | |
 | ^ | 满意度 | 公众 | 学员满意度 | ≥90% | |`;

describe('heads that begin again beside the same label', () => {
  test('sizes over their figures, costs below them over theirs', () => {
    const readout = read(
      '部门整体支出基础数据表（2031年度）',
      grid(`
 | 财政供养人员情况（人） | 编制数 | 2031年末实有人数 | 控制率 |
 | ^ | 168 | 162 | 96.43% |
 | 楼堂馆所控制情况 | 批复规模（㎡） | 实际规模（㎡） | 规模控制率 |
 | ^ | 4,800 | 4,752 | 96.00% |
 | ^ | 批复投资（万元） | 实际投资（万元） | 投资控制率 |
 | ^ | 1,920.00 | 1,882.00 | 98.02% |`),
    );
    expect(counted(readout)).toEqual([
      'staff 编制数 count 2031 168 人',
      'staff 年末实有人数 count 2031 162 人',
      'staff 控制率 rate 2031 96.43 %',
      'staff 批复规模 count 2031 4800 ㎡',
      'staff 实际规模 count 2031 4752 ㎡',
      'staff 规模控制率 rate 2031 96 %',
      'base_data 批复投资 budget 2031 1920 万元',
      'base_data 实际投资 executed 2031 1882 万元',
      'base_data 投资控制率 rate 2031 98.02 %',
    ]);
    expect(wrong(readout)).toEqual(['RAT-15']);
  });
});

describe('years side by side', () => {
  const needs = (county: string): ReturnType<typeof read> =>
    read(
      '项目支出绩效目标申报表',
      grid(`
 | 项目基本情况 | 项目名称 | 护理员培训 | < | < | < |
 | ^ | 资金需求（万元） | 2031年安排数 | < | 2032年申请数 | < |
 | ^ | ^ | 90.00 | < | 108.00 | < |
 | ^ | 其中：上级补助 | 60.00 | < | 72.00 | < |
 | ^ | 本级财政 | 30.00 | < | ${county} | < |${indicators}`),
    );
  test('the label beside the one row of figures heads the names of those below it', () => {
    const readout = needs('36.00');
    expect(counted(readout)).toEqual([
      'funding 安排数 current 2031 90 万元',
      'funding 资金需求 budget 2032 108 万元',
      'funding 上级补助 current 2031 60 万元 of=安排数',
      'funding 上级补助 budget 2032 72 万元 of=资金需求',
      'funding 本级财政 current 2031 30 万元 of=安排数',
      'funding 本级财政 budget 2032 36 万元 of=资金需求',
    ]);
    expect(sums(readout)).toEqual([]);
  });
  test('a slip in one of the years is found', () => {
    expect(sums(needs('38.00'))).not.toEqual([]);
  });

  test('years over 目标值 | 权重 are the years of both, and those to come are remarks', () => {
    const rolling = (own: number) =>
      read(
        '项目绩效目标表（三年滚动）',
        grid(`
 | 年度 | 2031年 | < | 2032年 | < | 2033年 | < |
 | 预算（万元） | 320 | < | 260 | < | 180 | < |
 | 其中：财政 | 240 | < | 200 | < | 120 | < |
 | 自筹 | ${own} | < | 60 | < | 60 | < |
 | 指标 | 2031年 | < | 2032年 | < | 2033年 | < |
 | ^ | 目标值 | 权重 | 目标值 | 权重 | 目标值 | 权重 |
 | 改造实训室数量 | 40间 | 60 | 30间 | 55 | 20间 | 50 |
 | 师生满意度 | ≥88% | 40 | ≥90% | 45 | ≥92% | 50 |`),
      );
    const readout = rolling(80);
    expect(readout.filings[0]?.year).toBe(2031);
    expect(
      readout.indicators.map(({ target, weight, prior, remark }) => [target?.raw, weight, prior, remark]),
    ).toEqual([
      ['40间', 60, [], '2032年目标值：30间；2033年目标值：20间；2032年权重：55；2033年权重：50'],
      ['≥88%', 40, [], '2032年目标值：≥90%；2033年目标值：≥92%；2032年权重：45；2033年权重：50'],
    ]);
    // No list knows 预算 as the head of the sources: that 自筹 is a part of it too their sum tells.
    const ownIn = (form: typeof readout) => counted(form).filter((amount) => amount.includes('自筹'));
    expect(ownIn(readout)).toEqual([
      'funding 自筹 current 2031 80 万元 of=预算',
      'funding 自筹 current 2032 60 万元 of=预算',
      'funding 自筹 current 2033 60 万元 of=预算',
    ]);
    expect(ownIn(rolling(60)).filter((amount) => amount.includes('of='))).toEqual([]);
  });
});

describe('lists below 其中', () => {
  const policy = (own: string): ReturnType<typeof read> =>
    read(
      '预算绩效目标申报表（政策类）',
      grid(`
 | 政策名称 | 青年见习补贴 | < | < | < | < |
 | 政策资金规模（万元） | 2031年 | 2032年 | 2033年 | 合计 | < |
 | 预算安排 | 2,400 | 2,640 | 2,880 | 7,920 | < |
 | 其中：就业补助资金 | 1,800 | 1,980 | 2,160 | 5,940 | < |
 | 市级配套 | 600 | 660 | ${own} | 1,980 | < |
 | 指标 | < | 政策期指标值 | 2033年度指标值 | 单位 | 说明 |
 | 产出 | 发放补贴人次 | 6.6 | 2.4 | 万人次 | |
 | 满意度 | 补贴对象满意度 | ≥90 | ≥92 | % | |`),
    );
  test('a source of another rank that closes the sum is a part of the whole and not of the first', () => {
    const readout = policy('720');
    expect(counted(readout).slice(-4)).toEqual([
      'funding 市级配套 current 2031 600 万元 of=预算安排',
      'funding 市级配套 current 2032 660 万元 of=预算安排',
      'funding 市级配套 current 2033 720 万元 of=预算安排',
      'funding 市级配套 total_budget ∅ 1980 万元 of=预算安排',
    ]);
    expect(wrong(policy('750'))).toContain('SUM-01');
  });
  test('指标值 of the whole time and of the one year are two values; the form is of that year', () => {
    const readout = policy('720');
    expect(readout.filings[0]?.year).toBe(2033);
    expect(readout.indicators.map(({ section, target }) => [section, target?.raw])).toEqual([
      ['long_term', '6.6'],
      ['annual', '2.4'],
      ['long_term', '≥90'],
      ['annual', '≥92'],
    ]);
  });
});

describe('sums in the numerals of cheques', () => {
  const form = (sum: string): ReturnType<typeof read> =>
    read(
      '项目绩效目标申报表',
      grid(`
 | 项目名称 | 集镇亮化 | 预算金额 | ${sum} |
 | 实施期限 | 2031年1月至12月 | 资金渠道 | 区级财政150万元，街道80万元 |
 | 产出 | 数量 | 安装路灯 | 180盏 |
 | 满意度 | 公众 | 居民满意度 | 90%以上 |`),
    );
  test('are read, and their sources are parts of them', () => {
    const readout = form('贰佰叁拾万元整（¥2,300,000.00）');
    expect(counted(readout)[0]).toBe('funding 预算金额 current ∅ 2300000 元');
    expect(
      counted(readout)
        .slice(1)
        .every((amount) => amount.endsWith('of=预算金额')),
    ).toBe(true);
    expect(sums(readout)).toEqual([]);
  });
  test('and so is what a figure with its own sign or unit says of a stage', () => {
    const readout = read(
      '2031年度预算项目绩效自评表',
      grid(`
 | 项目名称 | 电梯更新补助 | 预算金额 | 人民币叁佰陆拾万元整 |
 | 资金到位 | ¥3,600,000.00 | 资金支出 | 352.8万元 |
 | 指标名称 | 目标值 | 实际值 | 权重 |
 | 更新电梯台数 | 24台 | 24台 | 60 |
 | 居民满意度 | ≥90% | 93% | 40 |`),
    );
    expect(counted(readout)).toEqual([
      'funding 预算金额 current 2031 3600000 元',
      'funding 资金到位 arrived 2031 3600000 元',
      'funding 资金支出 executed 2031 352.8 万元',
    ]);
  });
  test('that differ from their figure or from their sources are found', () => {
    expect(sums(form('贰佰叁拾万元整（¥2,200,000.00）'))).not.toEqual([]);
    expect(sums(form('贰佰贰拾万元整（¥2,200,000.00）'))).not.toEqual([]);
  });
});

describe('what is aimed at beside money', () => {
  const list = (least: string): ReturnType<typeof read> =>
    read(
      '省级水利发展资金绩效目标分解下达表',
      '单位：万元',
      grid(`
 | 序号 | 市县 | 下达资金 | < | < | 灌区改造（处） | 资金支付率（%） | 群众满意度（%） |
 | ^ | ^ | 合计 | 中央 | 省级 | ^ | ^ | ^ |
 | 1 | 东河市 | 1,860 | 1,200 | 660 | 2 | ≥90 | ${least} |
 | 2 | 西岭县 | 1,240 | 800 | 440 | 1 | ≥92 | ≥88 |
 | 合计 | | 3,100 | 2,000 | 1,100 | 3 | ≥90 | ≥88 |`),
    );
  test('bounds in every row of a column are indicators of the places, by the name of its head', () => {
    const readout = list('≥90');
    expect(
      readout.indicators.map(({ scope, level3, target }) => [
        scope,
        level3,
        target?.op,
        target?.value,
        target?.unit,
      ]),
    ).toEqual([
      ['东河市', '资金支付率', '>=', 90, '%'],
      ['东河市', '群众满意度', '>=', 90, '%'],
      ['西岭县', '资金支付率', '>=', 92, '%'],
      ['西岭县', '群众满意度', '>=', 88, '%'],
    ]);
    expect(counted(readout)).toHaveLength(12);
  });
  test('a column with a figure without a bound is none of them', () => {
    expect(list('90').indicators.map(({ level3 }) => level3)).toEqual(['资金支付率', '资金支付率']);
  });
});

test('原指标 beside 审核后指标: the form holds the second, and the first is a remark', () => {
  const readout = read(
    '项目支出绩效目标审核表',
    grid(`
 | 项目单位 | 东河区环境卫生中心 | < | < | < |
 | 项目名称 | 清扫车更新 | < | < | < |
 | 原指标 | 原指标值 | 审核后指标 | 审核后指标值 | 审核意见 |
 | 采购车辆数 | 13台 | 采购作业车辆数 | 12台 | 名称规范 |
 | 满意度 | ≥80% | 居民满意度 | ≥90% | 调高标准 |`),
  );
  expect(readout.indicators.map(({ level3, target, remark }) => [level3, target?.raw, remark])).toEqual([
    ['采购作业车辆数', '12台', '审核意见：名称规范；原指标：采购车辆数；原指标值：13台'],
    ['居民满意度', '≥90%', '审核意见：调高标准；原指标：满意度；原指标值：≥80%'],
  ]);
});

describe('indicators below the heads of the funds', () => {
  const form = (own: string): ReturnType<typeof read> =>
    read(
      '2031年度项目支出绩效自评表',
      grid(`
 | 项目名称 | 教学质量提升 | < | < | 实施部门 | 教务处 | < | < |
 | 经费执行 | 来源 | 预算（万元） | 支出（万元） | 执行率（%） | 分值 | 得分 | 备注 |
 | ^ | 财政拨款 | 480.00 | 468.00 | 97.5 | | | |
 | ^ | 学校自筹 | 120.00 | 96.00 | 80.0 | | | |
 | ^ | 合计 | 600.00 | 564.00 | 94.0 | 10 | 9.4 | |
 | 产出 | 数量 | 建设一流课程（门） | ≥40 | 43 | 30 | 30 | |
 | ^ | 质量 | 课程验收通过率（%） | ≥95 | 94.0 | 30 | ${own} | 一门延期 |
 | 效益 | 社会效益 | 毕业生就业率（%） | ≥90 | 92.3 | 20 | 20 | |
 | 满意度 | 师生满意度 | 学生评教满意率（%） | ≥90 | 91.6 | 10 | 10 | |
 | 总分 | < | < | < | < | 100 | 99.1 | |`),
    );
  test('分值 and 得分 head their points too, and between them and the target stands what was reached', () => {
    const readout = form('29.7');
    expect(
      readout.indicators.map(({ target, actual, weight, score, remark }) => [
        target?.raw,
        actual?.raw,
        weight,
        score,
        remark,
      ]),
    ).toEqual([
      ['≥40', '43', 30, 30, null],
      ['≥95', '94.0', 30, 29.7, '一门延期'],
      ['≥90', '92.3', 20, 20, null],
      ['≥90', '91.6', 10, 10, null],
    ]);
    expect(wrong(readout).filter((rule) => rule.startsWith('SCR'))).toEqual([]);
  });
  test('a score that the sum does not bear out is found', () => {
    expect(wrong(form('28.7')).filter((rule) => rule.startsWith('SCR'))).not.toEqual([]);
  });
});
