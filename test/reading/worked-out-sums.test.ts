import { describe, expect, test } from 'vitest';
import { errorsIn, grid, read } from './drawing.ts';

/** Lists whose sums are worked out from columns beside them. Every name and figure is invented. */
const listOf = (drawing: string, unit = '单位：万元') =>
  read('2031年度项目支出测算明细表', unit, grid(drawing));

const factorsOf = (records: ReturnType<typeof listOf>) =>
  records.amounts.flatMap(({ factors = [], item, source, value }) =>
    factors.length === 0
      ? []
      : [
          [
            item,
            value,
            ...factors.map(({ label, unit, value: of }, i) => [
              label,
              of,
              unit,
              source[`factor${i}`]?.column,
            ]),
          ],
        ],
  );

describe('counts and prices beside a sum', () => {
  const table = (sum: string) =>
    listOf(`
 | 序号 | 支出内容 | 测算标准（元/人·天） | 人数 | 天数 | 金额 | 备注 |
 | 1 | 护林员培训 | 450 | 120 | 5 | ${sum} | - |
 | 2 | 外出考察 | 600 | 40 | 3 | 7.20 | - |
 | 3 | 宣传资料 | - | - | - | 3.50 | 按合同 |`);

  test('are its factors, whatever their order, where the row prints all of them', () => {
    expect(factorsOf(table('27.00'))).toEqual([
      [
        '护林员培训',
        27,
        ['测算标准（元/人·天）', 450, '元/人·天', 2],
        ['人数', 120, null, 3],
        ['天数', 5, null, 4],
      ],
      [
        '外出考察',
        7.2,
        ['测算标准（元/人·天）', 600, '元/人·天', 2],
        ['人数', 40, null, 3],
        ['天数', 3, null, 4],
      ],
    ]);
    expect(table('27.00').warnings).toEqual([]);
  });
  test('are checked', () => {
    expect(errorsIn(table('27.00'))).toEqual([]);
    expect(errorsIn(table('28.00'))).toEqual(['UCQ-05']);
  });
});

test('a column of units says what is counted', () => {
  const list = listOf(`
 | 工程内容 | 单位 | 工程量 | 综合单价（元） | 投资额 | 其他费 |
 | 沥青路面 | 平方米 | 36500 | 128.6 | 469.39 | 39.39 |
 | 路缘石 | 米 | 8200 | 96 | 78.72 | 8.72 |`);
  expect(factorsOf(list)).toMatchObject([
    ['沥青路面', 469.39, ['工程量', 36500, '平方米', 2], ['综合单价（元）', 128.6, '元', 3]],
    ['路缘石', 78.72, ['工程量', 8200, '米', 2], ['综合单价（元）', 96, '元', 3]],
  ]);
});

test('a price that nothing counts is told as before', () => {
  const list = listOf(`
 | 项目名称 | 定额标准 | 分配系数 | 金额 |
 | 南坡卫生院 | 1.2 | 0.6 | 480.00 |
 | 北坡卫生院 | 1.2 | 0.4 | 210.00 |`);
  expect(factorsOf(list)).toEqual([]);
  expect(list.warnings.map(({ code }) => code)).toEqual(['figures_left_out']);
});

test('a size whose unit was not read is no money', () => {
  const list = listOf(`
 | 资产名称 | 建筑面积（m） | 账面原值 |
 | 办公楼 | 3600 | 1260.00 |
 | 仓库 | 820 | 96.50 |`);
  expect(list.amounts.map(({ value }) => value)).toEqual([1260, 96.5]);
  expect(list.warnings.map(({ code }) => code)).toEqual(['figures_left_out']);
});

describe('heads of counts and prices', () => {
  test('月数/次数 and 月人均补助（元） are no sums of money', () => {
    const list = listOf(`
 | 测算内容 | 数量 | 单位 | 单价 | 月数/次数 | 小计 |
 | 演出劳务 | 48 | 人 | 0.06 | 12 | 34.56 |
 | 车辆租赁 | 2 | 辆 | 0.35 | 24 | 16.80 |`);
    expect(list.amounts.map(({ value }) => value)).toEqual([34.56, 16.8]);
    expect(errorsIn(list)).toEqual([]);
    const others = listOf(`
 | 类别 | 月均人数 | 月人均补助（元） | 发放月数 | 应发资金 | 实发资金 |
 | 城市低保 | 1260 | 486 | 12 | 734.83 | 734.83 |
 | 农村低保 | 8420 | 312 | 12 | 3152.45 | 3148.20 |`);
    expect(factorsOf(others)).toEqual([
      [
        '城市低保',
        734.83,
        ['月均人数', 1260, null, 1],
        ['月人均补助（元）', 486, '元', 2],
        ['发放月数', 12, null, 3],
      ],
      [
        '农村低保',
        3152.45,
        ['月均人数', 8420, null, 1],
        ['月人均补助（元）', 312, '元', 2],
        ['发放月数', 12, null, 3],
      ],
    ]);
  });
  test('count below 服务数量, and cost below 服务标准 and 月标准', () => {
    const list = listOf(
      `
 | 服务项目 | 服务数量 | < | 服务标准 | < | 预算金额（元） |
 | ^ | 数值 | 单位 | 单价 | 单位 | ^ |
 | 环卫保洁 | 186000 | 平方米 | 8.5 | 元/平方米 | 1581000 |
 | 垃圾清运 | 7300 | 吨 | 96 | 元/吨 | 700800 |`,
      '单位：元',
    );
    expect(factorsOf(list)).toEqual([
      ['环卫保洁', 1581000, ['服务数量 / 数值', 186000, '平方米', 1], ['服务标准 / 单价', 8.5, null, 3]],
      ['垃圾清运', 700800, ['服务数量 / 数值', 7300, '吨', 1], ['服务标准 / 单价', 96, null, 3]],
    ]);
    const pay = listOf(
      `
 | 人员类别 | 人数 | 月标准 | < | < | 月数 | 年金额 |
 | ^ | ^ | 基本工资 | 津贴补贴 | 小计 | ^ | ^ |
 | 行政人员 | 26 | 4280 | 3650 | 7930 | 12 | 2474160 |`,
      '单位：元',
    );
    expect(pay.amounts.map(({ value }) => value)).toEqual([26, 2474160]);
    expect(errorsIn(pay)).toEqual([]);
  });
  test('of another list beside them are none of its', () => {
    const list = listOf(`
 | 来源 | 金额 | 支出内容 | 数量 | 单价 | 金额 |
 | 省级补助 | 300 | 服务器 | 12 | 8.5 | 102 |
 | 学校自筹 | 20 | 交换机 | 36 | 1.25 | 45 |`);
    expect(factorsOf(list).map(([item]) => item)).toEqual(['服务器', '交换机']);
    expect(list.warnings).toEqual([]);
  });
});

test('a level and its indicators have scores of their own', () => {
  const readout = read(
    '2031年度部门整体支出绩效自评表',
    grid(`
 | 一级指标 | 权重 | 得分 | 得分率 | 二级指标 | 权重 | 得分 | 得分率 |
 | 预算管理 | 22 | 20.4 | 92.73% | 预算编制 | 10 | 9.5 | 95.00% |
 | ^ | ^ | ^ | ^ | 预算执行 | 12 | 10.9 | 90.83% |`),
  );
  expect(readout.indicators.map(({ score, score_rate, weight }) => [weight, score, score_rate])).toEqual([
    [10, 9.5, 95],
    [12, 10.9, 90.83],
  ]);
});
