import { inventIdentity } from '../content.ts';
import type { Figure } from '../decimal.ts';
import { expectedIndicators } from '../expected-indicators.ts';
import { amount, type BuildOptions, type Built, inventStyle, moneyCell, type Template } from '../form.ts';
import { gridBuilder } from '../grid-builder.ts';
import { indicatorRows, type TableLayout } from '../indicator-table.ts';
import { line } from '../page.ts';
import { levelNames, pickLabel } from '../vocabulary.ts';
import { inventProject, plantProjectSlip, projectForm } from './project-content.ts';

/** Nine columns with basis, last year's value, scoring rule and evidence; totals beside their parts in one row. */
export const evidenceDialect: Template = {
  id: 'project_targets/evidence-columns',
  formType: 'project_targets',
  slips: ['weight_total', 'missing_name', 'transposed_total'],
  build(random, { slip, fixed }: BuildOptions = {}): Built {
    const style = inventStyle(random, {
      operator: random.pick(['sign', 'ascii']),
      levels: 'merged',
      ...fixed,
    });
    const identity = inventIdentity(random);
    const content = inventProject(random, identity, { generation: 'since-2021', parts: 2 });
    const findings = plantProjectSlip(content, slip, random, { base: 90 });
    const table: TableLayout = {
      names: levelNames('since-2021', '指标', '满意度指标'),
      levels: style.levels,
      print: { style: style.operator, operatorColumn: false, unitColumn: false, equals: true },
      columns: [
        { key: 'level1', label: '一级指标', width: 1 },
        { key: 'level2', label: '二级指标', width: 1.2 },
        { key: 'level3', label: pickLabel(random, 'level3'), width: 2 },
        { key: 'target', label: pickLabel(random, 'target'), width: 1.3 },
        { key: 'basis', label: pickLabel(random, 'basis'), width: 1.2 },
        { key: 'last', label: '上年完成值', width: 1.1 },
        { key: 'weight', label: '指标分值权重', width: 0.9 },
        { key: 'rule', label: '指标赋分规则', width: 1.3 },
        { key: 'evidence', label: '佐证资料', width: 1.1 },
      ],
    };
    const grid = gridBuilder(9);
    const money = (value: Figure) => moneyCell(value, style.money);
    grid.row('预算单位', { text: identity.organisation, columnSpan: 8 });
    grid.row('项目名称', { text: content.name, columnSpan: 5 }, '项目负责人', {
      text: identity.person,
      columnSpan: 2,
    });
    grid.row(
      '项目资金（万元）',
      { text: '年度预算总额：', columnSpan: 2 },
      money(content.total),
      '其中：财政拨款',
      money(content.parts[0]!),
      '其他资金：',
      {
        ...money(content.parts[1]!),
        columnSpan: 2,
      },
    );
    grid.row('项目总体目标', { text: content.goal, columnSpan: 8, align: 'left' });
    for (const row of indicatorRows(content.indicators, table)) grid.row(...row);
    const more = { year: identity.year, project: content.name };
    return {
      sections: [
        {
          name: 'Sheet1',
          landscape: true,
          blocks: [
            line('title', '项目支出绩效目标表'),
            line('caption', `（${identity.year}年）`),
            grid.finish({ widths: table.columns.map((c) => c.width ?? 1) }),
          ],
        },
      ],
      forms: [
        {
          ...projectForm(content, '项目支出绩效目标表'),
          indicators: expectedIndicators(content.indicators, table, {
            section: 'annual',
            year: identity.year,
          }),
          amounts: [
            amount('funding', '年度预算总额', 'current', content.total, more),
            amount('funding', '财政拨款', 'current', content.parts[0]!, { ...more, parent: '年度预算总额' }),
            amount('funding', '其他资金', 'current', content.parts[1]!, { ...more, parent: '年度预算总额' }),
          ],
        },
      ],
      findings,
    };
  },
};
