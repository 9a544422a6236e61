import { inventIdentity } from '../content.ts';
import { type Figure, printFigure, shareOf } from '../decimal.ts';
import { expectedIndicators } from '../expected-indicators.ts';
import { amount, type BuildOptions, type Built, inventStyle, moneyCell, type Template } from '../form.ts';
import { gridBuilder } from '../grid-builder.ts';
import { indicatorRows, type TableLayout } from '../indicator-table.ts';
import { line } from '../page.ts';
import { levelNames } from '../vocabulary.ts';
import { evaluated, plantSelfEvaluationSlip } from './self-evaluation-content.ts';

/** A form in numbered parts, each a small grid: basics, funds as budgeted, arrived and spent side by side, goals, scored indicators. */
export const partsDialect: Template = {
  id: 'project_self_evaluation/numbered-parts',
  formType: 'project_self_evaluation',
  slips: ['score_above_weight', 'missing_name'],
  build(random, { slip, fixed }: BuildOptions = {}): Built {
    const style = inventStyle(random, { operator: 'ascii', ...fixed });
    const identity = inventIdentity(random);
    const content = evaluated(random, [random, identity, { generation: 'before-2021', parts: 1 }]);
    content.executed = content.annual;
    const findings = plantSelfEvaluationSlip(content, slip, random);
    const total = content.totals.annual;
    const other = { scaled: 0, decimals: 2 };
    const money = (value: Figure) => moneyCell(value, style.money);
    const basics = gridBuilder(4);
    basics.row('项目名称', content.name, '项目级次', '本级');
    basics.row('实施单位', identity.organisation, '主管部门', identity.supervisor);
    const funds = gridBuilder(7);
    const two = (text: string) => ({ text, columnSpan: 2 });
    funds.row(two('预算安排情况（调整后）'), two('资金到位情况'), two('资金执行情况'), '预算执行进度（%）');
    const rate = shareOf(total, total, 2, 'half-up');
    const rateCell = { text: printFigure(rate), number: 100, format: '0.00', rowSpan: 3 };
    funds.row('预算数', money(total), '到位数', money(total), '执行数', money(total), rateCell);
    for (const [label, value] of [
      ['其中：财政资金', total],
      ['其他', other],
    ] as const) {
      funds.row(label, money(value), label, money(value), label, money(value));
    }
    const goals = gridBuilder(2);
    goals.row('年度预期目标', '具体完成情况');
    goals.row({ text: content.goal, align: 'left' }, { text: content.achieved, align: 'left' });
    const table: TableLayout = {
      names: { ...levelNames('before-2021'), ...effectLevels },
      levels: style.levels,
      print: { style: 'ascii', operatorColumn: false, unitColumn: true, equals: true },
      columns: [
        { key: 'level1', label: '一级指标', width: 1.1 },
        { key: 'level2', label: '二级指标', width: 1.3 },
        { key: 'level3', label: '三级指标', width: 2 },
        { key: 'weight', label: '指标分值', width: 0.8 },
        { key: 'target', label: '符号', above: ['预期指标值'], width: 1 },
        { key: 'unit', label: '单位（文字描述）', above: ['预期指标值'], width: 1 },
        { key: 'actual', label: '单项指标实际完成值', width: 1.1 },
        { key: 'score', label: '单项指标得分', width: 0.9 },
      ],
    };
    const grid = gridBuilder(8);
    for (const row of indicatorRows(content.indicators, table)) grid.row(...row);
    const title = '预算项目绩效自评表';
    const more = { year: identity.year, project: content.name };
    const caption = `${identity.year}年度    金额单位：万元`;
    return {
      sections: [
        {
          name: '自评',
          blocks: [
            line('title', title),
            line('caption', caption),
            line('heading', '一、基本情况'),
            basics.finish({ widths: [1, 2, 1, 2] }),
            line('heading', '二、预算执行情况'),
            funds.finish({ widths: [1.4, 1, 1.4, 1, 1.4, 1, 1.2] }),
            line('heading', '三、目标完成情况'),
            goals.finish(),
            line('heading', '四、年度绩效指标完成情况'),
            grid.finish({ widths: table.columns.map((c) => c.width ?? 1), headerRows: 2 }),
          ],
        },
      ],
      forms: [
        {
          form_type: 'project_self_evaluation',
          title,
          organisation: identity.organisation,
          year: identity.year,
          project: content.name,
          money_unit: '万元',
          indicators: expectedIndicators(content.indicators, table, {
            section: 'evaluation',
            year: identity.year,
          }),
          amounts: [
            amount('funding', '预算数', 'budget', total, more),
            amount('funding', '财政资金', 'budget', total, more),
            amount('funding', '其他', 'budget', other, more),
            amount('funding', '到位数', 'arrived', total, more),
            amount('funding', '财政资金', 'arrived', total, more),
            amount('funding', '其他', 'arrived', other, more),
            amount('funding', '执行数', 'executed', total, more),
            amount('funding', '财政资金', 'executed', total, more),
            amount('funding', '其他', 'executed', other, more),
          ],
          amounts_by_value_only: true,
        },
      ],
      findings,
    };
  },
};

const effectLevels = {
  economic: ['效果指标', '经济效益指标'],
  social: ['效果指标', '社会效益指标'],
  ecological: ['效果指标', '生态效益指标'],
  sustained: ['效果指标', '可持续影响指标'],
} as const;
