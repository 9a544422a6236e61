import { describe, expect, test } from 'vitest';
import { counted, errorsIn, grid, read } from './drawing.ts';

/** Sums under names that no list holds, and figures that no label explains; every name and figure is invented. */
describe('funds in pairs', () => {
  const province = (first: string) =>
    read(
      '2032年省级部门预算项目支出绩效目标表',
      '单位：万元',
      grid(`
 | 项目名称 | < | 水文站网运行维护 | < | < |
 | 年度预算安排 | 资金合计 | 620.00 | ${first} | 580.00 |
 | ^ | 部门收入安排 | 0.00 | 执勤补助 | 15.00 |
 | ^ | 单位自筹安排 | 25.00 | 成本性补偿 | 0.00 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 备注 |
 | 产出指标 | 数量指标 | 维护水文站 | ≥86处 | |
 | 效益指标 | 社会效益 | 预报合格率 | ≥85% | |`),
    );

  test('go on below the total whatever their names', () => {
    expect(counted(province('省本级专款安排'))).toEqual([
      'funding 资金合计 current 2032 620 万元',
      'funding 省本级专款安排 current 2032 580 万元 of=资金合计',
      'funding 部门收入安排 current 2032 0 万元 of=资金合计',
      'funding 执勤补助 current 2032 15 万元 of=资金合计',
      'funding 单位自筹安排 current 2032 25 万元 of=资金合计',
      'funding 成本性补偿 current 2032 0 万元 of=资金合计',
    ]);
  });

  test('add up', () => {
    expect(errorsIn(province('本级财力安排'))).toEqual([]);
  });

  test('a sum that prints its unit is one, and what stands below it no part of it unless it says so', () => {
    const bonds = (part: string) =>
      counted(
        read(
          '2032年专项债券项目绩效目标表',
          grid(`
 | 项目名称 | 城乡供水一体化 | < | < |
 | 项目总投资（万元） | 36000 | 债券期限（年） | 20 |
 | 本次申请额度（万元） | 6000 | 人均补助标准（元） | 35 |
 | ${part}（万元） | 900 | 本息覆盖倍数 | 1.32 |`),
        ),
      );
    expect(bonds('项目资本金')).toEqual([
      'funding 项目总投资 total_budget ∅ 36000 万元',
      'funding 本次申请额度 current 2032 6000 万元',
      'funding 项目资本金 total_budget ∅ 900 万元 of=项目总投资',
    ]);
    expect(bonds('其中：财政资金').at(-1)).toBe('funding 财政资金 current 2032 900 万元 of=本次申请额度');
  });
});

describe('figures that no label explains', () => {
  const left = (...rows: string[]) =>
    read(
      '2032年项目支出绩效目标表',
      grid(`
 | 项目名称 | 校园食堂改造 | < | < | < |
 | 项目资金（万元） | 120 | < | < | < |
${rows.join('\n')}
 | 一级指标 | 二级指标 | 三级指标 | 权重 | 本年权重 |
 | 产出指标 | 数量指标 | 改造食堂 | 30 | 40 |`),
    ).warnings.filter(({ code }) => code === 'figures_left_out');

  test('are told with the names beside them', () => {
    expect(left(' | 配餐窗口 | 1248 | 供餐天数 | 200 | |').map(({ message }) => message.zh)).toEqual([
      '2032年项目支出绩效目标表有 2 个数没有认得的标签说明，未记入：配餐窗口 1248、供餐天数 200',
    ]);
  });

  test('are told where signs among their digits make them none', () => {
    const { warnings } = read(
      '2032年项目支出绩效目标表',
      grid(`
 | 项目名称 | 校园食堂改造 | < | < |
 | 项目资金（万元） | | 全年预算数 | 全年执行数 |
 | ^ | 年度资金总额 | 1234·56 | 1180·25 |
 | ^ | 其中：财政拨款 | １０００·⏎００ | 2032-05-01 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 改造食堂 | 30个 |`),
    );
    expect(warnings.map(({ message }) => message.zh)).toEqual([
      '2032年项目支出绩效目标表有 3 个数没有认得的标签说明，未记入：年度资金总额 1234·56、年度资金总额 1180·25、其中：财政拨款 1000·\n00',
    ]);
  });

  test('are told where a scan left no figure of them', () => {
    const form = (confidence: number) => {
      const table = grid(`
 | 项目名称 | 校园食堂改造 | < | < |
 | 项目资金（万元） | 120 | 供餐天数 | 97.931. |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 改造食堂 | 30个 |`);
      const cells = table.cells.map((cell) => (cell.text === '97.931.' ? { ...cell, confidence } : cell));
      return read('2032年项目支出绩效目标表', { ...table, cells }).warnings.map(({ message }) => message.zh);
    };
    expect(form(0.51)).toEqual([expect.stringContaining('供餐天数 97.931.')]);
    expect(form(1)).toEqual([]);
  });

  test('behind a label that was hardly legible leave open the sum that is off by them', () => {
    const form = (label: string, confidence: number) => {
      const table = grid(`
 | 项目名称：校园食堂改造 | 项目总额：120.00万元 | < | < |
 | 主管部门：661-青溪县教育局 | 其中：财政资金：100.00万元 | < | < |
 | 经办人：孙南溪 | ${label}：20.00万元 | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 改造食堂 | 30个 |`);
      const cells = table.cells.map((cell) => (cell.text.startsWith(label) ? { ...cell, confidence } : cell));
      return read('2032年项目支出绩效目标表', { ...table, cells });
    };
    expect(form('美佗渍佥', 0.51).filings[0]?.unread_figures).toEqual([20]);
    expect(errorsIn(form('美佗渍佥', 0.51))).toEqual([]);
    expect(errorsIn(form('美佗渍佥', 1))).not.toEqual([]);
    expect(form('其他资金', 0.51).filings[0]?.unread_figures).toBeUndefined();
  });

  test('are no codes, no numbers of rows and no second column of weights', () => {
    expect(left(' | 3 | 供餐方式 | 自办 | 037 | |')).toEqual([]);
    expect(left()).toEqual([]);
  });
});

describe('whose form it is', () => {
  const organisation = (title: string, ...lines: string[]) => {
    const { organisation: name, inferred } = read(
      title,
      ...lines,
      grid(`
 | 项目名称 | 设备更新 | < | < |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 更新设备 | 12台 |`),
    ).filings[0]!;
    return [name, inferred.includes('organisation')];
  };

  test('is told by the title where no line of it does', () => {
    const title = '东陵市第三人民医院2032年度项目支出绩效目标表';
    expect(organisation(title)).toEqual(['东陵市第三人民医院', true]);
    expect(organisation(title, '填报单位：东陵市卫生健康委员会')).toEqual(['东陵市卫生健康委员会', false]);
    expect(organisation('青溪县水务局项目支出绩效目标申报表')).toEqual(['青溪县水务局', true]);
  });

  test('is not told by a title that speaks of many', () => {
    for (const many of ['各县区卫生院', '全市公立医院', '县级公立医院', '市直学校', '财政局'])
      expect(organisation(`${many}2032年度项目支出绩效目标表`)[0]).toBe(many === '财政局' ? '财政局' : null);
  });
});

test('what others gave is the score where the office gave none, and what stands right of it no rule', () => {
  const form = (own: string) =>
    read(
      '2032年度项目事前绩效评估评分表',
      grid(`
 | 评估内容 | 评估要点 | 标准分 | 专家评分 | ${own} |
 | 立项必要性（40分） | 政策依据 | 20 | 18 | 16 |
 | ^ | 需求迫切 | 20 | 15 | 14 |
 | 投入经济性（60分） | 成本测算 | 60 | 52 | 50 |
 | 合计 | < | 100 | 85 | 80 |`),
    );
  expect(form('评分说明').indicators.map(({ score }) => score)).toEqual([18, 15, 52]);
  expect(form('评分说明').indicators[0]).toMatchObject({ scoring_rule: null, remark: '评分说明：16' });
  expect(form('评分说明').filings[0]).toMatchObject({ total_score: 85 });
  expect(form('自评得分').indicators.map(({ score }) => score)).toEqual([16, 14, 50]);
});

test('the sum of a bond is money of its column, and no source of funds', () => {
  const { amounts } = read(
    '截至2032年12月31日债券项目资金使用情况表',
    grid(`
 | 债券名称 | 项目名称 | 债券金额（万元） | 已支出（万元） | 形象进度 |
 | 一般债一期 | 县乡道改造 | 3000.00 | 2850.00 | 98% |
 | 一般债二期 | 防洪堤加固 | 1500.00 | 1500.00 | 100% |
 | 合计 | | 4500.00 | 4350.00 | |`),
  );
  expect(amounts.map(({ fund, measure }) => [measure, fund]).slice(0, 2)).toEqual([
    ['budget', null],
    ['executed', null],
  ]);
  expect(amounts.some(({ measure }) => measure === 'rate')).toBe(false);
});
