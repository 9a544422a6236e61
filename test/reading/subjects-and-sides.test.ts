import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read } from './drawing.ts';

/** Subjects without codes, heads beside labels from above, points in front of names; every name and figure is invented. */
const wrong = (readout: ReturnType<typeof read>): string[] =>
  reconcile(readout)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ message }) => message.zh.split('：')[0] as string);

describe('budget subjects without codes', () => {
  const accounts = (management: string): ReturnType<typeof read> =>
    read(
      '2031年度支出决算表',
      grid(`
 | 支出功能分类科目 | 本年收入 | 本年支出 | 年末结转和结余 |
 | 科目名称 | 1 | 2 | 3 |
 | 合计 | 1,864.25 | 1,851.63 | 55.24 |
 | 一般公共服务支出 | 1,589.27 | 1,576.65 | 55.24 |
 | 市场监督管理事务 | 1,589.27 | 1,576.65 | 55.24 |
 | 行政运行 | 989.84 | 989.84 | 12.04 |
 | 市场主体管理 | 599.43 | ${management} | 43.20 |
 | 社会保障和就业支出 | 168.43 | 168.43 | 0.00 |
 | 行政事业单位养老支出 | 168.43 | 168.43 | 0.00 |
 | 卫生健康支出 | 46.21 | 46.21 | 0.00 |
 | 住房保障支出 | 60.34 | 60.34 | 0.00 |`),
    );
  test('their classes make up the whole, the figures nest what stands below each', () => {
    const readout = accounts('586.81');
    expect(wrong(readout)).toEqual([]);
    const places = readout.amounts
      .filter(({ measure }) => measure === 'balance')
      .map(({ item, parent, depth }) => [item, parent, depth]);
    expect(places).toEqual([
      ['合计', null, 0],
      ['一般公共服务支出', '合计', 1],
      ['市场监督管理事务', '一般公共服务支出', 2],
      ['行政运行', '市场监督管理事务', 3],
      ['市场主体管理', '市场监督管理事务', 3],
      ['社会保障和就业支出', '合计', 1],
      ['行政事业单位养老支出', '社会保障和就业支出', 2],
      ['卫生健康支出', '合计', 1],
      ['住房保障支出', '合计', 1],
    ]);
  });
  test('a slip in one column is told where it is', () => {
    expect(wrong(accounts('596.81'))).toEqual(['市场监督管理事务（2031年）应等于2项之和']);
  });
});

describe('heads beside a label that began above them', () => {
  const applied = (county: string): ReturnType<typeof read> =>
    read(
      '财政支出绩效目标申报表（2031年度）',
      grid(`
 | 项目名称 | 高标准农田建设 | < | < | < | < |
 | 项目资金申请（万元） | 资金总额：3,600 | < | < | < | < |
 | ^ | 中央资金 | 省级资金 | 县级资金 | 其他资金 | 合计 |
 | ^ | 2,160 | 720 | ${county} | 180 | 3,600 |
 | 立项依据 | 苇农发〔2030〕31号 | < | < | < | < |
 | 绩效指标 | 一级指标 | 二级指标 | 指标内容 | 指标值 | 备注 |
 | ^ | 产出 | 数量 | 建设面积 | 2.4万亩 | |
 | ^ | 满意度 | 服务对象 | 农户满意率 | ≥92% | |`),
    );
  test('name their figures, and end with the label', () => {
    const readout = applied('540');
    expect(counted(readout)).toEqual([
      'funding 资金总额 current 2031 3600 万元',
      'funding 中央资金 current 2031 2160 万元',
      'funding 省级资金 current 2031 720 万元',
      'funding 县级资金 current 2031 540 万元',
      'funding 其他资金 current 2031 180 万元',
      'funding 合计 current 2031 3600 万元',
    ]);
    expect(wrong(readout)).toEqual([]);
    expect(wrong(applied('640'))).not.toEqual([]);
  });

  const sized = (county: string): ReturnType<typeof read> =>
    read(
      '省级专项资金绩效目标申报表（2031年度）',
      grid(`
 | 专项资金名称 | 产业基础再造专项 | < | < | < |
 | 资金规模（万元） | 其中 | < | < | < |
 | ^ | 省级财政资金 | 市县配套 | 企业自筹 | 其他 |
 | 64,000 | 20,000 | ${county} | 36,000 | 0 |
 | 指标类型 | 指标名称 | < | 指标值 | 评分标准 |
 | 数量指标 | 支持项目数 | < | 65个 | 每少1个扣1分 |`),
    );
  test('a head as deep as 其中 beside it is one of the heads, its unit is theirs, and they make it up', () => {
    expect(counted(sized('8,000'))).toEqual([
      'funding 资金规模 current 2031 64000 万元',
      'funding 省级财政资金 current 2031 20000 万元 of=资金规模',
      'funding 市县配套 current 2031 8000 万元 of=资金规模',
      'funding 企业自筹 current 2031 36000 万元 of=资金规模',
      'funding 其他 current 2031 0 万元 of=资金规模',
    ]);
    expect(wrong(sized('8,000'))).toEqual([]);
    expect(wrong(sized('9,000'))).toHaveLength(1);
  });
});

test('points in front of the names, a cell a row, are those of the indicators', () => {
  const readout = read(
    '项目支出绩效自评表（2031年度）',
    grid(`
 | 项目名称 | 排水防涝设施建设 | < | < | < | < |
 | 指标 | 分值 | 三级指标 | 目标值 | 完成值 | 得分 |
 | 产出指标 | 15 | 新建雨水管网 | 180公里 | 184.6公里 | 15 |
 | ^ | 35 | 改造易涝点 | 42处 | 40处 | 33.33 |
 | 效益指标 | 30 | 内涝次数下降率 | ≥20% | 22% | 30 |
 | 满意度指标 | 20 | 居民满意度 | ≥85% | 87% | 20 |
 | 合计 | 100 | | | | 98.33 |`),
  );
  expect(readout.indicators.map(({ level1, level3, weight }) => [level1, level3, weight])).toEqual([
    ['产出指标', '新建雨水管网', 15],
    ['产出指标', '改造易涝点', 35],
    ['效益指标', '内涝次数下降率', 30],
    ['满意度指标', '居民满意度', 20],
  ]);
  expect(wrong(readout)).toEqual([]);
});

describe('其中 below a source', () => {
  const applied = (own: string, other: string): ReturnType<typeof read> =>
    read(
      '项目支出绩效目标申报表（2031年度）',
      grid(`
 | 项目名称 | 国土绿化 | < | < |
 | 项目资金申请（万元） | 资金总额： | 740.00 | < |
 | ^ | 财政拨款： | 700.00 | < |
 | ^ | 其中：本级财力 | ${own} | < |
 | ^ | 上级补助 | 300.00 | < |
 | ^ | 其他资金： | ${other} | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 人工造林 | ≥5000亩 |
 | 满意度指标 | 服务对象满意度指标 | 林农满意度 | ≥90% |`),
    );
  const nested = (own: string, other: string): string[] => [
    'funding 资金总额 current 2031 740 万元',
    'funding 财政拨款 current 2031 700 万元 of=资金总额',
    `funding 本级财力 current 2031 ${Number(own)} 万元 of=财政拨款`,
    'funding 上级补助 current 2031 300 万元 of=财政拨款',
    `funding 其他资金 current 2031 ${Number(other)} 万元 of=资金总额`,
  ];
  test('what makes up the source is its parts, whatever rank the names have elsewhere', () => {
    expect(counted(applied('400.00', '40.00'))).toEqual(nested('400.00', '40.00'));
    expect(wrong(applied('400.00', '40.00'))).toEqual([]);
  });
  test('a slip on either side is told', () => {
    expect(counted(applied('410.00', '40.00'))).toEqual(nested('410.00', '40.00'));
    expect(wrong(applied('410.00', '40.00'))).toEqual(['财政拨款（2031年）应等于2项之和']);
    expect(counted(applied('400.00', '50.00'))).toEqual(nested('400.00', '50.00'));
    expect(wrong(applied('400.00', '50.00'))).toEqual(['资金总额（2031年）应等于2项之和']);
  });
});

test('heads of a list that no one knows, led by 序号, are no labels with answers', () => {
  const readout = read(
    '政府购买服务项目绩效目标表（2031年度）',
    grid(`
 | 序号 | 购买主体 | 项目名称 | 服务内容 | 服务对象 |
 | 1 | 沙河县民政局 | 居家养老助餐 | 送餐上门 | 高龄老人 |
 | 2 | 沙河县残联 | 康复训练 | 上门康复 | 残疾儿童 |`),
  );
  expect(readout.filings.map(({ project }) => project)).not.toContain('服务内容');
});

test('a note of the unit in the place of the name leaves the name to the head', () => {
  const readout = read(
    '绩效运行监控表（2031年1-9月）',
    grid(`
 | 项目名称 | 智慧停车 | < | < |
 | 资金 | 年初预算 | 到位金额 | 支出金额 |
 | 单位：万元 | 960.00 | 768.00 | 691.20 |
 | 指标 | 年初目标 | 1-9月完成 | 完成比例 |
 | 新增泊位 | ≥1200个 | 936个 | 78% |`),
  );
  expect(counted(readout)).toEqual([
    'funding 资金 initial_budget 2031 960 万元',
    'funding 资金 arrived 2031 768 万元',
    'funding 资金 executed 2031 691.2 万元',
  ]);
});
