import { describe, expect, test } from 'vitest';
import { reconcile } from '../../src/reconcile/index.ts';
import { grid, read } from './drawing.ts';

/** Oddities of budget tables and accounts as offices publish them; every name and figure is invented. */
describe('tables of money', () => {
  const form = (title: string, drawing: string, unit = '单位：万元') => read(title, unit, grid(drawing));
  const parentsOf = (readout: ReturnType<typeof form>) =>
    readout.amounts.map(({ item, parent, value }) => `${parent ?? ''} > ${item} ${value}`);
  const told = (readout: ReturnType<typeof form>) =>
    reconcile(readout).findings.flatMap(({ rule, severity }) => (severity === 'info' ? [] : [rule]));

  test('codes of one length that noughts fill up rank their rows; 其中：…合计 adds up what is below it', () => {
    const drawing = (linen: string) => `
 | 代码 | 指标名称 | 计量单位 | 数额 |
 | A1000 | （一）接收捐赠情况 | 万元 | 640 |
 | A1100 | 1.捐赠款总额 | 万元 | 500 |
 | A1110 | 其中：定向捐赠合计 | 万元 | 300 |
 | A1111 | 其中：重建民房 | 万元 | 180 |
 | A1112 | 重建学校 | 万元 | 120 |
 | A1200 | 2.捐赠物资折价 | 万元 | ${linen} |`;
    const readout = form('捐赠款物统计表', drawing('140'));
    expect(parentsOf(readout)).toEqual([
      ' > 接收捐赠情况 640',
      '接收捐赠情况 > 捐赠款总额 500',
      '捐赠款总额 > 定向捐赠合计 300',
      '定向捐赠合计 > 重建民房 180',
      '定向捐赠合计 > 重建学校 120',
      '接收捐赠情况 > 捐赠物资折价 140',
    ]);
    expect(told(readout)).toEqual([]);
    expect(told(form('捐赠款物统计表', drawing('104')))).toEqual(['SUM-01']);
  });

  test('subjects whose codes end in noughts stand beside the next', () => {
    const readout = form(
      '2031年一般公共预算支出表',
      `
 | 科目编码 | 科目名称 | 合计 |
 | | 合计 | 90 |
 | 210 | 卫生健康支出 | 30 |
 | 213 | 农林水支出 | 60 |`,
    );
    expect(readout.amounts.map(({ parent }) => parent)).toEqual([null, '合计', '合计']);
  });

  test('what becomes of the money, and what it is worked out from, are no names of projects', () => {
    const given = form(
      '2031年学生资助资金安排表',
      `
 | 地区 | 小学（生活费） | < | 初中（生活费） | < |
 | ^ | 应抵扣 | 核定下达 | 应抵扣 | 核定下达 |
 | 湖东县 | 2 | 52 | 1 | 25 |
 | 安西县 | 0 | 37 | 0 | 16 |
 | 合计 | 2 | 89 | 1 | 41 |`,
    );
    const worked = form(
      '2031年企业收益上交资金测算表',
      `
 | 企业名称 | 2030年1-10月已累计实现净利润 | 应交收益 |
 | 江南能源公司 | 200 | 38 |
 | 东湖盐业公司 | 40 | 5 |
 | 合计 | 240 | 43 |`,
    );
    expect([...given.amounts, ...worked.amounts].filter(({ project }) => project !== null)).toEqual([]);
    expect(given.amounts[1]?.column_label).toBe('小学（生活费） / 核定下达');
    expect([...told(given), ...told(worked)]).toEqual([]);
  });

  test('其中 behind the last of a marked list is of the whole, where it is more than that last line', () => {
    const drawing = (fund: string) => `
 | 项目 | 行次 | 金额 |
 | 一、政府投资 | 1 | 900 |
 | （一）中央财政投资 | 2 | 560 |
 | 1、基建拨款 | 3 | 300 |
 | 2、${fund} | 4 | 210 |
 | 3、其他 | 5 | 50 |
 | 其中：用于三农 | 6 | 180 |
 | （二）地方财政投资 | 7 | 340 |`;
    const readout = form('基本建设支出预算指标表', drawing('专项资金'));
    expect(parentsOf(readout)[5]).toBe('中央财政投资 > 用于三农 180');
    expect(told(readout)).toEqual([]);
  });

  test('parts of a line with a year are of that year; 附： ends a list and has parts of its own', () => {
    const readout = form(
      '2031年政府债务限额调整情况表',
      `
 | 项目 | 公式 | 本级 |
 | 一、2030年政府债务限额 | A=B+C | 800 |
 | 其中：一般债务限额 | B | 300 |
 | 专项债务限额 | C | 500 |
 | 二、2031年新增政府债务限额 | D=E+F | 90 |
 | 其中：一般债务限额 | E | 30 |
 | 专项债务限额 | F | 60 |
 | 附：提前下达的下年限额 | G=H+I | 40 |
 | 其中：一般债务限额 | H | 10 |
 | 专项债务限额 | I | 30 |`,
    );
    expect(readout.amounts.slice(0, 6).map(({ year }) => year)).toEqual([2030, 2030, 2030, 2031, 2031, 2031]);
    expect(readout.amounts.slice(6).map(({ parent }) => parent)).toEqual([
      null,
      '附：提前下达的下年限额',
      '附：提前下达的下年限额',
    ]);
    expect(told(readout)).toEqual([]);
  });

  test('本月合计 leaves out what was left of the month before; 100% beside a sum is of its own parts', () => {
    const readout = form(
      '2031年9月食堂收支预算结算表',
      `
 | 收入 | < | 支出 | < | < |
 | 项目 | 金额 | 项目 | 金额 | 百分比 |
 | 上月结存 | 40 | 主食 | 60 | 40.00% |
 | 本月餐费 | 150 | 副食 | 90 | 60.00% |
 | 补助 | 10 | 支出合计 | 150 | 100.00% |
 | 本月合计 | 160 | 本月结存 | 50 | 25.00% |
 | 合计 | 200 | 合计 | 200 | |`,
    );
    expect(parentsOf(readout)).toContain('合计 > 上月结存 40');
    expect(told(readout)).toEqual([]);
  });

  test('what a canteen has left is the difference of both sides, and may be below nought', () => {
    const drawing = (left: string) => `
 | 项目 | 本月数 | 本学期数 |
 | 一、收入 | | |
 | 1、学生伙食收入 | | 208 |
 | 2、教职工伙食收入 | | 32 |
 | 收入合计 | | 240 |
 | 二、支出 | | |
 | 1、学生伙食支出 | | 214 |
 | 2、教职工伙食支出 | | 31 |
 | 支出合计 | | 245 |
 | 三、本期盈余 | | ${left} |
 | 四、利润总额 | | -5 |`;
    const readout = form('食堂收支预算盈亏表', drawing('-5'), '单位：元');
    expect(readout.amounts.map(({ value }) => value)).toEqual([208, 32, 240, 214, 31, 245, -5, -5]);
    expect(told(readout)).toEqual([]);
    expect(told(form('食堂收支预算盈亏表', drawing('-9'), '单位：元'))).toEqual(['SUM-09']);
  });

  test('numbers in brackets number the columns, though one of them is left out with its column', () => {
    const readout = form(
      '专项债券存续期对应项目情况表',
      `
 | 债券简称 | 项目名称 | 债券利率（%） | 本期债券使用额度 | 总投资 | 预期收益 |
 | | | （1） | （2） | （3） | （5） |
 | 31云债04 | 海岸花园 | 3.21 | 0.30 | 10.36 | 17.94 |
 | 31云债31 | 码头改造 | 3.19 | 0.40 | 0.99 | 1.90 |`,
      '单位：亿元',
    );
    expect(readout.amounts.every(({ value }) => (value ?? 0) > 0)).toBe(true);
    expect(readout.warnings.filter(({ code }) => code === 'figures_left_out')).toEqual([]);
  });

  test('heads of figures that nobody filled in, in one row at the end, name no rows', () => {
    const readout = form(
      '2031年部门整体支出绩效评价基础数据表',
      `
 | 经费控制情况 | 2030年决算数 | < | 2031年预算数 | < | 2031年决算数 |
 | 三公经费 | 29.08 | < | 63.46 | < | 44.29 |
 | 公用经费 | 32.36 | < | 18.3 | < | 26.04 |
 | 楼堂馆所控制情况 | 批复规模（㎡） | 实际规模（㎡） | 规模控制率 | 预算投资（万元） | 实际投资（万元） |
 | 厉行节约保障措施 | 压缩一般性支出。 | < | < | < | < |`,
    );
    expect(readout.amounts.map(({ item, value }) => [item, value])).toEqual([
      ['三公经费', 29.08],
      ['三公经费', 63.46],
      ['三公经费', 44.29],
      ['公用经费', 32.36],
      ['公用经费', 18.3],
      ['公用经费', 26.04],
    ]);
  });
});
