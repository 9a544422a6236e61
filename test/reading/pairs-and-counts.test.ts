import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, errorsIn, grid, read, told } from './drawing.ts';

/** Two answers in one cell, and counts that are no money; every name and figure is invented. */
type Readout = ReturnType<typeof read>;

describe('two answers in one cell', () => {
  test('目标/实际 is a target and what came of it, below headings that name the first level', () => {
    const readout = read(
      '部门整体支出绩效自评指标表（2024年）',
      grid(`
 | 指标 | 目标/实际 | 权重 | 自评分 | 备注 |
 | 一、预算编制（10分） | | | | |
 | 1.预算完整性 | 完整/完整 | 10 | 10 | |
 | 二、履职成效（90分） | | | | |
 | 2.教师培训人次 | ≥2000人次/1960人次 | 60 | 58.8 | |
 | 3.人均培训成本 | ≤300元/人/280元/人 | 30 | 30 | |
 | 合计 | | 100 | 98.8 | |`),
    );
    expect(
      readout.indicators.map(({ actual, level1, level1_weight, level3, target }) => [
        level1,
        level1_weight,
        level3,
        target?.raw,
        actual?.raw,
      ]),
    ).toEqual([
      ['预算编制', 10, '预算完整性', '完整', '完整'],
      ['履职成效', 90, '教师培训人次', '≥2000人次', '1960人次'],
      ['履职成效', 90, '人均培训成本', '≤300元/人', '280元/人'],
    ]);
    expect(told(readout)[1]).toBe('evaluation 履职成效/∅/教师培训人次 >=2000人次 60');
  });

  test('three stages of the funds in a row keep their own sources, 分值 and 得分 beside the rate', () => {
    const readout = read(
      '项目支出绩效自评表（2024年度）',
      grid(`
 | 项目名称 | 校园足球 | < | 主管部门 | 云台县教育局 | < |
 | 预算执行情况（万元） | 年初预算数：50 | < | 调整后预算数：48 | < | 执行数：46.08 |
 | ^ | 其中：财政拨款：50 | < | 其中：财政拨款：48 | < | 其中：财政拨款：46.08 |
 | ^ | 执行率：96% | < | 分值：10 | < | 得分：9.6 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 得分 |
 | 产出指标 | 数量指标 | 举办联赛场次 | ≥60场 | 64场 | 90 |`),
    );
    expect(readout.filings[0]).toMatchObject({ execution_weight: 10, execution_score: 9.6 });
    expect(counted(readout)).toContain('funding 财政拨款 annual_budget 2024 48 万元 of=调整后预算数');
    expect(reconcile(readout).findings.filter(({ rule }) => rule.startsWith('SUM'))).toEqual([]);
  });
});

describe('points and score of one cell', () => {
  const form = (recognised: boolean) => {
    const drawn = grid(`
 | 一级指标 | 二级指标 | 三级指标 | 目标值 | 实际值 | 得分/分值 |
 | 产出指标 | 数量指标 | 抽检批次 | ≥6500批次 | 6620批次 | 20/20 |
 | 效益指标 | 社会效益指标 | 问题发现率 | ≥2% | 2.4% | 9/10（ |`);
    const cells = drawn.cells.map((cell) => ({ ...cell, confidence: recognised ? 0.97 : 1 }));
    return read('项目支出绩效自评表', { ...drawn, cells }).indicators;
  };

  test('strokes of a note by hand are no part of what was recognised, and leave a doubt', () => {
    const [, beside] = form(true);
    expect(beside).toMatchObject({ score: 9, weight: 10 });
    expect(beside?.confidence).toBeLessThanOrEqual(0.8);
  });

  test('what a file prints is taken as it stands', () => {
    expect(form(false)[1]).toMatchObject({ score: null, weight: null });
  });
});

describe('counts that are no money', () => {
  test('现有数量 and 拟新增数量 are no sums of yuan', () => {
    const { amounts } = read(
      '2025年新增资产配置预算表',
      '单位：元',
      grid(`
 | 资产品目 | 现有数量 | 拟新增数量 | 单价 | 金额 |
 | 台式计算机 | 120 | 30 | 5,000 | 150,000 |
 | 合计 | 120 | 30 | — | 150,000 |`),
    );
    expect(amounts.map(({ value }) => value)).toEqual([150000, 150000]);
  });

  test('其中：行政编制 and 事业编制 right below 编制人数 are parts of it', () => {
    const staff = (second: string) =>
      read(
        '行政事业单位基本信息表',
        grid(`
 | 单位名称 | 海岬县水务局 | 电话 | — |
 | 编制人数 | 58 | 在职人数 | 55 |
 | 其中：行政编制 | 22 | 其中：行政人员 | 21 |
 | 事业编制 | ${second} | 事业人员 | 34 |
 | 车辆编制数 | 6 | 实有车辆数 | 6 |`),
      );
    expect(staff('36').amounts.map(({ item, parent }) => `${item} < ${parent}`)).toEqual([
      '编制人数 < null',
      '在职人数 < null',
      '行政编制 < 编制人数',
      '行政人员 < 在职人数',
      '事业编制 < 编制人数',
      '事业人员 < 在职人数',
      '车辆编制数 < null',
      '实有车辆数 < null',
    ]);
    const rules = (second: string) => reconcile(staff(second)).findings.map(({ rule }) => rule);
    expect(rules('36')).not.toContain('SUM-06');
    expect(rules('46')).toContain('SUM-06');
  });

  test('项目 | 单位 | 数量 gives what each row says in its own unit', () => {
    const readout = read(
      '2024年预算绩效管理工作情况统计表',
      '填报单位：云台县教育局',
      grid(`
 | 项目 | 单位 | 数量 |
 | 一、绩效自评 | — | — |
 | 1.开展自评项目数 | 个 | 36 |
 | 2.涉及资金 | 万元 | 6,520.00 |
 | 3.自评覆盖率 | % | 94.74 |`),
    );
    expect(counted(readout)).toEqual([
      'budget 开展自评项目数 count 2024 36 个 of=绩效自评',
      'budget 涉及资金 budget 2024 6520 万元 of=绩效自评',
      'budget 自评覆盖率 rate 2024 94.74 % of=绩效自评',
    ]);
  });

  test('the score of a unit in a summary is no score of the execution', () => {
    const { filings } = read(
      '2024年部门所属单位绩效自评结果汇总表',
      '金额单位：万元',
      grid(`
 | 序号 | 单位名称 | 预算金额 | 执行金额 | 执行率 | 自评得分 |
 | 1 | 云台县第一中学 | 860.00 | 851.40 | 99.00% | 97.50 |
 | 2 | 云台县第二中学 | 640.00 | 608.00 | 95.00% | 94.20 |
 | | 合计 | 1,500.00 | 1,459.40 | 97.29% | |`),
    );
    expect(filings[0]?.execution_score).toBeNull();
  });
});

test('a row of fields above the heads of the funds is none of them', () => {
  const { amounts, filings } = read(
    '项目支出绩效自评表（2024年度）',
    grid(`
 | 项目名称 | < | < | 水旱灾害防御 | < | < | < |
 | 主管部门 | < | < | | 实施单位 | 青石县水利局 | < |
 | 项目资金（万元） | | < | 全年预算数（A） | 全年执行数（B） | 执行率（B/A） | 得分 |
 | ^ | 年度资金总额： | < | 880 | 880 | | 10 |
 | ^ | 其中：本年财政拨款 | < | 880 | 880 | | - |
 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
 | 产出指标 | 数量指标 | 改造灌区 | 1处 | 1处 | 90 | 90 |`),
  );
  expect(filings[0]).toMatchObject({ organisation: '青石县水利局', execution_score: 10 });
  expect(amounts.map(({ column_label }) => column_label)).toContain('全年执行数（B）');
});

describe('funds and terms side by side', () => {
  test('一般公共预算 beside 事业收入 is a source, 总目标值 beside 2025年目标值 is of the whole project', () => {
    const readout = read(
      '2025年项目预算绩效目标申报表',
      '金额单位：万元',
      grid(`
 | 项目名称 | 档案数字化 | < | 项目总预算 | 300 | < |
 | 项目资金来源 | 合计 | 一般公共预算 | 政府性基金 | 事业收入 | 其他 |
 | ^ | 100 | 90 | 0 | 10 | 0 |
 | 一级指标 | 二级指标 | 三级指标 | 总目标值 | 2025年目标值 | 备注 |
 | 产出指标 | 数量指标 | 数字化页数 | ≥300万页 | ≥100万页 | |`),
    );
    expect(readout.amounts.filter(({ value }) => value === 90).map(({ measure }) => measure)).toEqual([
      'current',
    ]);
    expect(reconcile(readout).findings.filter(({ rule }) => rule.startsWith('SUM'))).toEqual([]);
    expect(told(readout)).toEqual([
      'long_term 产出指标/数量指标/数字化页数 >=300万页 ∅',
      'annual 产出指标/数量指标/数字化页数 >=100万页 ∅',
    ]);
  });

  test('what was carried over of each budget is part of what was carried over', () => {
    const { amounts } = read(
      '财政拨款收入支出决算总表',
      '金额单位：万元',
      grid(`
 | 项目 | 行次 | 金额 |
 | 一、一般公共预算财政拨款 | 1 | 500.50 |
 | 二、政府性基金预算财政拨款 | 2 | 0.00 |
 | 本年收入合计 | 27 | 500.50 |
 | 年初财政拨款结转和结余 | 28 | 12.00 |
 | 一般公共预算财政拨款 | 29 | 12.00 |
 | 政府性基金预算财政拨款 | 30 | 0.00 |
 | 总计 | 32 | 512.50 |`),
    );
    expect(
      amounts.filter(({ parent }) => parent === '年初财政拨款结转和结余').map(({ value }) => value),
    ).toEqual([12, 0]);
  });

  test('indicators written out in a column of a list of projects are read', () => {
    const readout = read(
      '项目支出绩效目标表',
      grid(`
 | 单位名称 | 项目名称 | 项目资金（万元） | < | 绩效指标 |
 | ^ | ^ | 合计 | 财政资金 | ^ |
 | 清江县档案馆 | 档案保护 | 30 | 30 | 产出指标：数量指标：修复档案≥5000页；质量指标：修复合格率≥98%；效益指标：社会效益：查档人次≥2000人次 |
 | 清江县档案馆 | 地方志 | 20 | 15 | 产出指标：数量指标：编纂年鉴≥1部；满意度指标：读者满意度≥90% |`),
    );
    expect(told(readout)[0]).toBe('annual 产出指标/数量指标/修复档案 >=5000页 ∅');
    expect(readout.indicators.map(({ scope }) => scope)).toEqual([
      ...Array(3).fill('档案保护'),
      ...Array(2).fill('地方志'),
    ]);
  });

  test('rates below the funds keep their own names, and 计划数 | 完成数 are of indicators', () => {
    const readout = read(
      '2024年度省级专项资金绩效自评表',
      grid(`
 | 专项资金名称 | 公共文化服务 | < | < | < |
 | 资金管理 | 年初预算（万元） | 实际到位（万元） | 实际使用（万元） | 结余（万元） |
 | 省级资金 | 200 | 200 | 190 | 10 |
 | 市县配套 | 100 | 80 | 80 | 0 |
 | 合计 | 300 | 280 | 270 | 10 |
 | 到位率 | 93.33% | 使用率 | 96.43% | |
 | 指标 | 计划数 | 完成数 | 完成率 | 说明 |
 | 送戏下乡（场） | 200 | 210 | 105% | |`),
    );
    expect(counted(readout)).toContain('funding 使用率 rate 2024 96.43 %');
    expect(counted(readout)).toContain('funding 合计 executed 2024 270 万元');
    expect(readout.indicators.map(({ actual, target }) => [target?.value, actual?.value])).toEqual([
      [200, 210],
    ]);
    expect(reconcile(readout).findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
  });

  test.each(['编制人数', '编制人数（人）'])(
    'people below years are counted, and held against each other: %s',
    (posts) => {
      const table = (before: string, rate: string) =>
        read(
          '2031年度部门整体支出绩效评价基础数据表',
          '单位：万元',
          grid(`
 | 项目 | 2030年 | 2031年 |
 | ${posts} | 30 | 30 |
 | 在职人数 | ${before} | 29 |
 | 财政供养人员控制率 | ${rate} | 96.67% |
 | 三公经费 | 30 | 28 |`),
        );
      const findings = (readout: Readout) =>
        reconcile(readout).findings.map(({ rule, severity }) => `${severity} ${rule}`);
      expect(table('27', '90%').amounts.map(({ measure, unit }) => `${measure} ${unit}`)).toEqual([
        ...Array(4).fill('count 人'),
        ...Array(2).fill('rate %'),
        ...Array(2).fill('budget 万元'),
      ]);
      expect(findings(table('27', '90%'))).toEqual([]);
      expect(findings(table('34', '113.33%'))).toEqual(['warning RAT-11']);
      expect(findings(table('27', '93%'))).toEqual(['error RAT-01']);
    },
  );

  test('其中 down beside the sources makes them parts of the sum above, whose slips are then found', () => {
    const funds = (first: string) =>
      read(
        '2031年度项目支出绩效自评表',
        '单位：万元',
        grid(`
 | 项目名称 | < | 水源建设 | < | < | < |
 | 项目资金 | < | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 |
 | 年度资金总额 | < | 260 | 260 | 247 | 95% |
 | 其中 | 财政拨款 | ${first} | 200 | 190 | 95% |
 | ^ | 上年结转 | 60 | 60 | 57 | 95% |
 | ^ | 其他 | 0 | 0 | 0 | — |`),
      );
    const parents = funds('200').amounts.map(({ parent }) => parent);
    expect(new Set(parents.slice(parents.indexOf('年度资金总额')))).toEqual(new Set(['年度资金总额']));
    expect(errorsIn(funds('200'))).toEqual([]);
    expect(errorsIn(funds('210'))).toEqual(['SUM-01']);
    expect(errorsIn(funds('190'))).toEqual(['SUM-01']);
  });

  test('how many projects go as planned is no money, and what was done in all is the answer', () => {
    const list = read(
      '2031年度部门整体支出绩效监控情况汇总表',
      '编制单位：云溪县教育局　　单位：万元',
      grid(`
 | 序号 | 单位名称 | 监控金额 | 执行金额 | 其中 | < | < |
 | ^ | ^ | ^ | ^ | 正常 | 轻微偏离 | 严重偏离 |
 | 1 | 云溪一中 | 860 | 602 | 5 | 1 | 0 |
 | 2 | 云溪小学 | 420 | 273 | 3 | 1 | 1 |
 | 合计 | < | 1280 | 875 | 8 | 2 | 1 |`),
    );
    expect(list.amounts.map(({ value }) => value)).toEqual([860, 602, 420, 273, 1280, 875]);
    expect(list.warnings.map(({ message }) => message.zh)).toEqual([
      '2031年度部门整体支出绩效监控情况汇总表“正常、轻微偏离、严重偏离”列的 9 个数没有记入（不是资金，也不是资金的某个阶段）',
    ]);
    const quarters = read(
      '2031年度项目绩效运行监控表',
      grid(`
 | 项目名称 | 停车平台 | < | < | < |
 | 指标名称 | 年度目标值 | 一季度完成 | 二季度完成 | 累计完成 |
 | 新增泊位 | 600个 | 120个 | 150个 | 270个 |`),
    );
    expect(quarters.indicators.map(({ actual }) => actual?.raw)).toEqual(['270个']);
  });
});
