import { describe, expect, test } from 'vitest';
import { errorsIn, grid, read } from './drawing.ts';

/** Rows that were typed into one, a line each. Every name and figure is invented. */
describe('rows in the lines of one row', () => {
  const rowsOf = (drawing: string, place = {}) =>
    read('2031年度项目支出绩效自评表', grid(drawing, place)).indicators.map(
      ({ level2, level3, score, target, weight }) => [level2, level3, target?.value, weight, score],
    );

  test('are indicators of their own', () => {
    const drawing = `
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 |
 | 产出指标 | 数量⏎指标 | 防治面积⏎监测调查 | ≥2.6万亩⏎≥12次 | 2.7万亩⏎12次 | 20⏎20 | 20⏎20 |
 | ^ | 质量指标 | 防治效果 | ≥85% | 88% | 30 | 30 |
 | 满意度指标 | 服务对象满意度指标 | 林农满意度 | ≥90% | 93% | 30 | 30 |
 | 总分 | < | < | < | < | 100 | 100 |`;
    expect(rowsOf(drawing)).toEqual([
      ['数量指标', '防治面积', 2.6, 20, 20],
      ['数量指标', '监测调查', 12, 20, 20],
      ['质量指标', '防治效果', 85, 30, 30],
      ['服务对象满意度指标', '林农满意度', 90, 30, 30],
    ]);
    expect(errorsIn(read('2031年度项目支出绩效自评表', grid(drawing)))).toEqual([]);
  });

  test('lose the marks before their values, and each has the level on its line', () => {
    expect(
      rowsOf(`
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标⏎质量指标 | 1.防治面积⏎2.防治效果 | 1.≥2.6万亩⏎2.≥85% |
 | 满意度指标 | 服务对象满意度指标 | 林农满意度 | ≥90% |`),
    ).toEqual([
      ['数量指标', '防治面积', 2.6, null, null],
      ['质量指标', '防治效果', 85, null, null],
      ['服务对象满意度指标', '林农满意度', 90, null, null],
    ]);
  });

  test('are no rows where their lines are not as many: their points are no figure, and the row is told', () => {
    const readout = read(
      '2031年度项目支出绩效自评表',
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 |
 | 产出指标 | 数量指标 | 防治面积⏎监测调查⏎及时上报 | ≥2.6万亩⏎≥12次 | 2.7万亩⏎12次 | 20⏎20 | 20⏎20 |
 | ^ | 质量指标 | 防治效果 | ≥85% | 88% | 30 | 30 |
 | 满意度指标 | 服务对象满意度指标 | 林农满意度 | ≥90% | 93% | 30 | 30 |
 | 总分 | < | < | < | < | 100 | 100 |`),
    );
    expect(readout.indicators.map(({ weight }) => weight)).toEqual([30, 30]);
    expect(readout.filings[0]?.unread_rows).toBe(1);
    expect(readout.warnings.map(({ code }) => code)).toContain('figures_left_out');
    expect(errorsIn(readout)).toEqual([]);
  });
});
