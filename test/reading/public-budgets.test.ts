import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { counted, grid, read } from './drawing.ts';

/** Tables as offices, funds and counties make them public; every name and figure is invented. */
const form = (title: string, drawing: string, unit = '单位：万元') => read(title, unit, grid(drawing));
const told = (readout: ReturnType<typeof read>) =>
  reconcile(readout).findings.flatMap(({ rule, severity }) => (severity === 'info' ? [] : [rule]));

describe('columns in groups within groups', () => {
  const shares = (given: string) =>
    form(
      '2031年生态补助分配表',
      `
 | 地区 | 总额 | 补助明细 | < | < |
 | ^ | ^ | 已经下达 | < | 此次下达 |
 | ^ | ^ | 小计 | 其中：山区补助 | 山区补助 |
 | 合计 | 150 | 110 | 30 | 40 |
 | 甲县 | 70 | 50 | 10 | ${given} |
 | 乙县 | 80 | 60 | 20 | 20 |`,
    );
  test('the total of an inner group stands for that group alone', () => {
    expect(told(shares('20'))).toEqual([]);
    expect(told(shares('90'))).not.toEqual([]);
  });
});

describe('what a fund brings in and pays', () => {
  const fund = (left: string, ofYear = '30') =>
    form(
      '2031年居民养老保险基金收支预算表',
      `
 | 项目 | 2030年执行数 | 2031年预算数 | 项目 | 2030年执行数 | 2031年预算数 |
 | 一、缴费收入 | 60 | 70 | 一、养老金支出 | 80 | 85 |
 | 二、补贴收入 | 40 | 50 | 二、转移支出 | 5 | 5 |
 | 三、本年收入小计 | 100 | 120 | 三、本年支出小计 | 85 | 90 |
 | | | | 四、本年收支结余 | 15 | ${ofYear} |
 | 四、上年结余 | 200 | 215 | 五、年末滚存结余 | 215 | ${left} |
 | 总计 | 300 | 335 | 总计 | 300 | 335 |`,
    );
  test('the subtotal of the year takes the marked lines before it, and what is left of the year is no part of the total', () => {
    const readout = fund('245');
    expect(counted(readout)).toContain('budget 缴费收入 executed 2030 60 万元 of=本年收入小计');
    expect(counted(readout)).toContain('budget 转移支出 budget 2031 5 万元 of=本年支出小计');
    expect(told(readout)).toEqual([]);
    expect(told(fund('265'))).not.toEqual([]);
    expect(told(fund('245', '45'))).toEqual(['SUM-09']);
  });
});

describe('names and heads', () => {
  test('a second column of names that stand where the first is blank holds the parts of the row above', () => {
    const readout = form(
      '政府采购预算表',
      `
 | 采购项目 | 采购目录 | 计量单位 | 数量 | 单价 | 金额 |
 | 合计 | | | | | 186.00 |
 | 公用经费 | | | | | 46.00 |
 | | 台式计算机 | 台 | 6 | 5.00 | 30.00 |
 | | 复印纸 | 箱 | 100 | 0.16 | 16.00 |
 | 森林防火 | | | | | 140.00 |
 | | 印刷服务 | 项 | 1 | 20.00 | 20.00 |
 | | 风力灭火机 | 台 | 40 | 3.00 | 120.00 |`,
    );
    expect(counted(readout)).toContain('budget 复印纸 budget ∅ 16 万元 of=公用经费');
    expect(told(readout)).toEqual([]);
  });

  test('numbers of documents between the figures of a row name nothing', () => {
    const readout = form(
      '2031年统筹整合资金来源表',
      `
 | 序号 | 财政资金名称 | 2030年整合规模 | 2031年资金规模 | < | 计划整合 |
 | ^ | ^ | ^ | 收到文件 | 金额 | ^ |
 | | 总计 | 52 | | 56 | 54 |
 | 1 | 衔接资金 | 42 | 财农〔2030〕118号 | 45 | 45 |
 | 2 | 水利资金 | 10 | 财农〔2031〕15号 | 11 | 9 |`,
    );
    expect(new Set(readout.amounts.map(({ item }) => item))).toEqual(
      new Set(['总计', '衔接资金', '水利资金']),
    );
    expect(readout.amounts).toHaveLength(9);
    expect(told(readout)).toEqual([]);
  });

  test('项目 | 1996 heads names and figures; a sum heads its rows where those behind them make up the next', () => {
    const readout = form(
      '收支平衡表',
      `
 | 项目 | 2031 |
 | 经常性收支项目 | |
 | 经常性收入合计 | 801 |
 | 各项税收 | 933 |
 | 企业亏损补贴 | -132 |
 | 经常性支出合计 | 694 |
 | 基本建设 | 311 |
 | 事业发展 | 383 |
 | 经常性结余 | 107 |
 | 建设性收支项目 | |
 | 收入 | |
 | 转入结余 | 107 |
 | 专项收入 | 278 |
 | 建设性收入合计 | 385 |
 | 支出 | |
 | 改造费 | 166 |
 | 维护费 | 214 |
 | 建设性支出合计 | 380 |`,
    );
    const of = (name: string) => readout.amounts.find(({ item }) => item === name)?.parent ?? null;
    expect(['各项税收', '事业发展', '经常性结余', '专项收入', '维护费'].map(of)).toEqual([
      '经常性收入合计',
      '经常性支出合计',
      null,
      '建设性收入合计',
      '建设性支出合计',
    ]);
    expect(told(readout)).toEqual([]);
  });

  test('the number of a document in a head is no year of its money', () => {
    const readout = form(
      '2031年奖励扶助资金分配表',
      `
 | 地区 | 应补助资金 | 已提前下达（财社〔2030〕187号） | 本次下达 |
 | 甲县 | 469 | 400 | 69 |
 | 乙县 | 337 | 270 | 67 |`,
    );
    expect(new Set(readout.amounts.map(({ year }) => year))).toEqual(new Set([2031]));
  });
});

describe('changes', () => {
  test('增减值 under 2031比2030增减 is a sum of money, and what came in and went out need not balance', () => {
    const readout = form(
      '公立医院情况对比表',
      `
 | 项目 | 2030年度 | 2031年度 | 2031比2030增减 | < |
 | ^ | ^ | ^ | 增减值 | 增减% |
 | 收入总计 | 5800 | 11700 | 5900 | 101.72% |
 | 支出总计 | 6800 | 7400 | 600 | 8.82% |`,
    );
    expect(readout.amounts.map(({ measure }) => measure).slice(0, 4)).toEqual([
      'budget',
      'budget',
      'adjustment',
      'rate',
    ]);
    expect(told(readout)).toEqual([]);
  });

  const byYears = (growth: string) =>
    form(
      '2031年决算数与2030年决算数对比情况',
      `
 | 年度 | 合计 | 出国费 | 接待费 | 用车费 |
 | 2030年 | 200 | 20 | 80 | 100 |
 | 2031年 | 190 | 10 | 60 | 120 |
 | 2031年比2030年增减% | -5.00 | -50.00 | ${growth} | 20.00 |`,
    );
  test('a row of changes below its years is what the years say', () => {
    const readout = byYears('-25.00');
    expect(readout.amounts.filter(({ value }) => value === 60).map(({ measure }) => measure)).toEqual([
      'final',
    ]);
    expect(told(readout)).toEqual([]);
    expect(told(byYears('-15.00'))).toEqual(['PCT-09']);
  });

  const moved = (carried: string) =>
    form(
      '2031年支出预算变动情况表',
      `
 | 科目 | 预算数 | 变动项目 | < | < | 变动预算数 |
 | ^ | ^ | 上年结转 | 专项补助 | 调整预算 | ^ |
 | 支出合计 | 170 | 5 | 15 | 4 | 194 |
 | 教育支出 | 110 | 2 | 10 | 3 | 125 |
 | 农林水支出 | 60 | ${carried} | 5 | 1 | 69 |`,
    );
  test('what stands under 变动项目 is what the budget changed by', () => {
    const measures = moved('3')
      .amounts.slice(0, 5)
      .map(({ measure }) => measure);
    expect(measures).toEqual(['budget', 'adjustment', 'adjustment', 'adjustment', 'annual_budget']);
    expect(told(moved('3'))).toEqual([]);
    expect(told(moved('8'))).not.toEqual([]);
  });

  test('how an area changed is no rate', () => {
    const readout = form(
      '2031年小麦面积核定表',
      `
 | 镇 | 核定面积 | 较上年增减面积 | 补贴资金 |
 | 河口镇 | 4500 | -300 | 90 |
 | 山口镇 | 2200 | 50 | 44 |`,
    );
    expect(readout.amounts.filter(({ measure }) => measure === 'rate')).toEqual([]);
  });
});

describe('lists of bonds and subsidies', () => {
  test('codes and dates of bonds are no money and no names', () => {
    const readout = form(
      '2031年末新增政府债券情况表',
      `
 | 债券基本信息 | < | < | < | 项目总投资 | 项目已实现投资 |
 | 债券名称 | 债券编码 | 债券规模 | 发行时间（年/月/日） | ^ | ^ |
 | 合计 | | 900 | | 4100 | 3200 |
 | 青禾一期债券 | 2305189 | 600 | 2031/2/28 | 2500 | 2000 |
 | 青禾二期债券 | 198764 | 300 | 2031/5/31 | 1600 | 1200 |`,
    );
    expect(new Set(readout.amounts.map(({ item }) => item))).toEqual(
      new Set(['合计', '青禾一期债券', '青禾二期债券']),
    );
    expect(readout.amounts.some(({ value }) => value === 2305189)).toBe(false);
    expect(readout.amounts.find(({ value }) => value === 2000)?.measure).toBe('executed');
    expect(told(readout)).toEqual([]);
  });

  const lands = (sum: string) =>
    form(
      '2031年种粮补贴发放表',
      `
 | 乡镇 | 面积（亩） | 每亩补助资金（元） | 发放资金（元） |
 | 河口镇 | 1211.57 | 18.34 | 22220.19 |
 | 山口镇 | 280.36 | ^ | ${sum} |
 | 南坪镇 | 100.00 | ^ | 1834.00 |`,
      '单位：元',
    );
  test('one price merged down is that of every row, and 分 are rounded without a word', () => {
    expect(reconcile(lands('5141.80')).findings).toEqual([]);
    expect(told(lands('5741.80'))).toEqual(['UCQ-05']);
  });

  test('a list that counts its rows asks for nothing, whatever its heads ask for elsewhere', () => {
    const readout = form(
      '惠民惠农财政补贴资金公示表',
      `
 | 序号 | 名称 | 来源 | 总额 | 核发办法 | 主管部门 | 去向 | 备注 |
 | 1 | 岗位补贴 | 中央资金 | 18.52 | 一卡通 | 人社局 | 竹林镇33人 | |
 | 2 | 医疗救助 | 省级资金 | 0.31 | 一卡通 | 医保局 | 金水镇1人 | |`,
    );
    expect(readout.filings[0]?.form_type).toBe('allocation_table');
    expect(counted(readout)).toEqual([
      'budget 岗位补贴 budget ∅ 18.52 万元',
      'budget 医疗救助 budget ∅ 0.31 万元',
    ]);
  });

  test('投资规模 with its unit in the cell is money; grades and bare remarks are none', () => {
    expect(
      counted(
        form(
          '2031年专项扶贫资金分配表',
          `
 | 序号 | 项目名称 | 建设地点 | 投资规模 | 责任单位 |
 | 1 | 饮水工程 | 屈家村 | 20万元 | 办事处 |
 | 2 | 道路建设 | 林家村 | 73.5万元 | 柏木镇 |`,
          '备注：另行公告',
        ),
      ),
    ).toEqual(['budget 饮水工程 budget 2031 20 万元', 'budget 道路建设 budget 2031 73.5 万元']);
    const graded = form(
      '2031年旅游资金分配表',
      `
 | 行政区域 | 拟建等级 | < | < | 拨付金额 |
 | ^ | A | AA | 备注 | ^ |
 | 泉县 | 1 | 2 | 0 | 15.37 |
 | 颍县 | 0 | 1 | 0 | 5.49 |`,
    );
    expect(graded.amounts.map(({ value }) => value)).toEqual([15.37, 5.49]);
    expect(graded.warnings.map(({ code }) => code)).toContain('figures_left_out');
  });

  test('项目单位 | 约束性任务 | 备注 heads a list and names no office', () => {
    const readout = read(
      '2031年任务清单',
      grid(`
 | 项目单位 | 约束性任务 | 备注 |
 | 河口镇 | 扶持2个村 | |`),
    );
    expect(readout.filings[0]?.organisation ?? null).toBe(null);
  });
});

describe('forecasts and lists under 其中', () => {
  const funds = (moved: string) =>
    form(
      '2032年政府性基金收支预算草案表',
      `
 | 支出 | 2031年预计执行数 | 2032年预算数 |
 | 政府性基金支出 | 14500 | 15100 |
 | 其中：城乡社区支出 | 14200 | 14800 |
 | 调出资金 | ${moved} | 400 |
 | 结转下年 | 400 | |
 | 支出总计 | 15200 | 15500 |`,
    );
  test('a forecast is a doubt of its kind', () => {
    const doubts = funds('300').amounts.map(({ doubts, year }) => [year, doubts?.measure?.reason]);
    const reason = 'what is expected, and no kind of its own: 2031年预计执行数';
    expect(doubts.filter(([year]) => year === 2031).every(([, said]) => said === reason)).toBe(true);
    expect(doubts.filter(([year]) => year === 2032).every(([, said]) => said === undefined)).toBe(true);
  });
  test('the column without the slip says where 其中 ends', () => {
    expect(told(funds('300'))).toEqual([]);
    expect(told(funds('330'))).toEqual(['SUM-01']);
  });

  const cars = (running: string) =>
    form(
      '2031年三公经费预算表',
      `
 | 项目 | 2031年预算数 |
 | 合计 | 25.00 |
 | 1、公务接待费 | 15.00 |
 | 2、公务用车费 | 10.00 |
 | 其中：（1）公务用车运行维护费 | ${running} |
 | （2）公务用车购置费 | |`,
    );
  test('a part is never more than its whole, and with a blank beside it never less', () => {
    expect(told(cars('10.00'))).toEqual([]);
    expect(told(cars('13.00'))).toEqual(['SUM-10']);
    expect(told(cars('7.00'))).toEqual(['SUM-10']);
  });
});
