import { describe, expect, test } from 'vitest';
import { grid, read } from './drawing.ts';

/** Titles below other lines, and whose the points of a list are; every name and figure is invented. */
const funds = `
 | 项目名称 | 湿地巡护 | < | < |
 | 项目资金（万元） | 全年预算数 | 全年执行数 | 执行率 |
 | 年度资金总额 | 215.00 | 204.25 | 95% |`;

describe('titles', () => {
  test('a unit in front of the title is no part of it', () => {
    const [form] = read(
      '单位：元　　2031年度专项资金绩效自评情况表',
      grid(funds.replace('（万元）', '')),
    ).filings;
    expect(form).toMatchObject({ title: '2031年度专项资金绩效自评情况表', money_unit: '元', year: 2031 });
  });

  test('nor is the report that the table is annexed to', () => {
    const [form] = read('2031年预算绩效情况说明附表：项目绩效自评情况表', grid(funds)).filings;
    expect(form).toMatchObject({ title: '项目绩效自评情况表' });
  });

  test('量化评价表 is one of scores', () => {
    const list = grid(`
 | 评价内容 | 评价指标 | 评价标准 | 标准分 | 自评分 |
 | 预算编制 | 差异率 | ≤10%得满分 | 100 | 96 |`);
    expect(read('2032年度部门决算量化评价表', list).filings[0]?.form_type).toBe('scoring_framework');
  });

  test.each(['评分细则', '考核标准'])('…%s is one', (end) => {
    const list = grid(`
 | 一级指标 | 三级指标 | 分值 | 评分标准 | 得分 |
 | 预算编审 | 编报及时性 | 100 | 逾期1天扣1分 | 98 |`);
    expect(read(`乡镇财政管理考核${end}`, list).filings[0]?.title).toBe(`乡镇财政管理考核${end}`);
  });

  test('a letter in rows of the same sheet may stand above it', () => {
    const letter = grid(`
 | 关于报送绩效自评材料的函 | < | < | < |
 | 县财政局： | < | < | < |
 | 现将我单位的材料报送你局，请审阅。 | < | < | < |
 | 项目支出绩效自评表 | < | < | < |
 ${funds}`);
    expect(read(letter).filings).toMatchObject([{ title: '项目支出绩效自评表', project: '湿地巡护' }]);
  });
});

test.each(['2033年3月12日', '二〇三三年三月十二日'])(
  'the day of the letter above, %s, is not the year of the form',
  (day) => {
    const annexed = (...lines: string[]) => read('县财政局：', ...lines, grid(funds)).filings[0]?.year;
    expect(annexed(day, '附件1', '项目支出绩效自评表', '（2032年度）')).toBe(2032);
    expect(annexed('资产占用情况表', '2031年12月31日')).toBe(2031);
  },
);

describe('points', () => {
  test('of projects are not those of the execution of the form', () => {
    const list = read(
      '2031年项目绩效自评得分一览（单位：万元）',
      grid(`
 | 项目 | 预算数 | 执行数 | 执行率 | 执行率得分 |
 | 创新券 | 200.00 | 190.00 | 95.00% | 9.5 |
 | 科普活动 | 80.00 | 72.00 | 90.00% | 9 |
 | 合计 | 280.00 | 262.00 | 93.57% | |`),
    );
    expect(list.filings[0]).toMatchObject({ execution_score: null, execution_rate: 93.57 });
    expect(list.indicators.map(({ level3, scope, score }) => [level3, scope, score])).toEqual([
      ['执行率得分', '创新券', 9.5],
      ['执行率得分', '科普活动', 9],
    ]);
    expect(list.warnings).toEqual([]);
  });

  test('beside 考核内容 are those of the group where 考核项目 stands right of it', () => {
    const drawn = (inner: string) => `
 | 考核内容 | 分值 | ${inner} | 分值 | 考核办法 | 得分 |
 | 预算编审 | 60 | 及时性 | 20 | 逾期1天扣1分 | 20 |
 | ^ | ^ | 质量 | 40 | 每退回一次扣1分 | 39 |
 | 信息公开 | 40 | 完整性 | 40 | 缺1项扣2分 | 36 |
 | 合计 | 100 | | 100 | | 95 |`;
    const [first, second] = read('考核评分表', grid(drawn('考核项目'))).indicators;
    expect(first).toMatchObject({
      level1: '预算编审',
      level3: '及时性',
      level1_weight: 60,
      weight: 20,
      scoring_rule: '逾期1天扣1分',
    });
    expect(second).toMatchObject({ level1: '预算编审', level3: '质量', weight: 40, score: 39 });
  });
});

test('how many projects were found good is no money', () => {
  const { amounts } = read(
    '2031年度项目支出绩效自评情况表（单位：万元）',
    grid(`
 | 资金性质 | 年初预算 | 支出数 | 评价等级为优 | 评价等级为良 |
 | 中央资金 | 1800.0 | 1728.0 | 1 | 1 |
 | 省级资金 | 960.0 | 912.0 | 2 | 1 |`),
  );
  expect(amounts.map(({ value }) => value)).toEqual([1800, 1728, 960, 912]);
});
