import type { IndicatorContent } from '../content.ts';
import { inventIdentity } from '../content.ts';
import { type Figure, printFigure } from '../decimal.ts';
import type { ExpectedIndicator, IndicatorSection } from '../expected.ts';
import { amount, type BuildOptions, type Built, inventStyle, type Template } from '../form.ts';
import { gridBuilder } from '../grid-builder.ts';
import { line } from '../page.ts';
import { expectedQuantity, printValue, type ValuePrint } from '../values.ts';
import { levelNames } from '../vocabulary.ts';
import { inventProject, plantProjectSlip, projectForm } from './project-content.ts';

/** Two tables side by side in one grid: the whole project's indicators at the left, the year's at the right, as the form of 2015 has it. */
export const halvesDialect: Template = {
  id: 'project_targets/halves',
  formType: 'project_targets',
  slips: ['missing_name', 'transposed_total'],
  build(random, { slip, fixed }: BuildOptions = {}): Built {
    const style = inventStyle(random, fixed);
    const identity = inventIdentity(random);
    const content = inventProject(random, identity, { generation: 'before-2021', parts: 2 });
    const findings = plantProjectSlip(content, slip, random, { base: 90 });
    const filled = random.chance(0.6);
    const twice = slip === 'transposed_total' || (slip === 'missing_name' && filled);
    if (twice) findings.push(...findings);
    const names = levelNames('before-2021');
    const print: ValuePrint = {
      style: style.operator,
      operatorColumn: false,
      unitColumn: false,
      equals: false,
    };
    const text = (indicator: IndicatorContent) => printValue(indicator.target, print);
    const money = (value: Figure) => ({ text: `${printFigure(value, style.money)}万元`, columnSpan: 2 });
    const grid = gridBuilder(7);
    grid.row('项目名称', { text: content.name, columnSpan: 6 });
    grid.row(
      '主管部门及编码',
      { text: `[${identity.supervisorCode}]${identity.supervisor}`, columnSpan: 3 },
      '实施单位',
      { text: identity.organisation, columnSpan: 2 },
    );
    grid.row('项目属性', { text: '延续性项目', columnSpan: 3 }, '项目起止时间', {
      text: `${identity.year}01-${identity.year}12`,
      columnSpan: 2,
    });
    grid.row(
      { text: '项目资金', rowSpan: 3 },
      '资金总额',
      money(content.total),
      '当年资金总额：',
      money(content.total),
    );
    grid.row('其中：财政拨款', money(content.parts[0]!), '其中：当年财政拨款', money(content.parts[0]!));
    grid.row('其他资金', money(content.parts[1]!), '当年其他资金', money(content.parts[1]!));
    grid.row(
      { text: '总体目标', rowSpan: 2 },
      { text: '中期目标', columnSpan: 3 },
      { text: '年度目标', columnSpan: 3 },
    );
    grid.row(
      { text: content.goal, columnSpan: 3, align: 'left' },
      { text: content.goal, columnSpan: 3, align: 'left' },
    );
    grid.row(
      '一级指标',
      '二级指标（长期）',
      '三级指标（长期）',
      '指标值（长期）',
      '二级指标（年度）',
      '三级指标（年度）',
      '指标值（年度）',
    );
    for (const indicator of content.indicators) {
      const [level1, level2] = names[indicator.branch];
      grid.row(
        level1,
        level2,
        filled ? indicator.name : '',
        filled ? text(indicator) : '',
        level2,
        indicator.name,
        text(indicator),
      );
    }
    const records = (section: IndicatorSection): ExpectedIndicator[] =>
      content.indicators.map((indicator) => ({
        section,
        level1: names[indicator.branch][0],
        level2: names[indicator.branch][1],
        level3: indicator.name,
        target: expectedQuantity(indicator.target, text(indicator)),
        weight: null,
        score: null,
      }));
    const more = { project: content.name };
    const current = { year: identity.year, project: content.name };
    const title = '项目支出绩效目标表';
    return {
      sections: [
        {
          name: '绩效目标表',
          blocks: [
            line('title', title),
            line('caption', `（${identity.year}年度）`),
            grid.finish({ widths: [1.3, 1.3, 1.8, 1.2, 1.4, 1.8, 1.2] }),
          ],
        },
      ],
      forms: [
        {
          ...projectForm(content, title),
          indicators: [...(filled ? records('long_term') : []), ...records('annual')],
          amounts: [
            amount('funding', '资金总额', 'total_budget', content.total, more),
            amount('funding', '财政拨款', 'total_budget', content.parts[0]!, more),
            amount('funding', '其他资金', 'total_budget', content.parts[1]!, more),
            amount('funding', '当年资金总额', 'current', content.total, current),
            amount('funding', '当年财政拨款', 'current', content.parts[0]!, current),
            amount('funding', '当年其他资金', 'current', content.parts[1]!, current),
          ],
        },
      ],
      findings,
    };
  },
};
