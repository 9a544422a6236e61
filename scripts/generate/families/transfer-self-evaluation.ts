import { inventIdentity } from '../content.ts';
import { type Figure, printFigure } from '../decimal.ts';
import { expectedIndicators } from '../expected-indicators.ts';
import { amount, type BuildOptions, type Built, inventStyle, moneyCell, type Template } from '../form.ts';
import { gridBuilder } from '../grid-builder.ts';
import { indicatorRows, type TableLayout } from '../indicator-table.ts';
import { line } from '../page.ts';
import { levelNames } from '../vocabulary.ts';
import { sided } from './department-shares.ts';
import { evaluated, plantSelfEvaluationSlip } from './self-evaluation-content.ts';

/** The self-evaluation of a transfer from above: funds of the centre, the place and others in three columns, results without scores. */
export const transferSelfEvaluation: Template = {
  id: 'project_self_evaluation/transfer',
  formType: 'project_self_evaluation',
  slips: ['missing_name'],
  build(random, { slip, fixed }: BuildOptions = {}): Built {
    const style = inventStyle(random, { operator: 'sign', ...fixed });
    const identity = inventIdentity(random);
    const content = evaluated(random, [random, identity, { generation: 'before-2021', parts: 3 }]);
    const findings = plantSelfEvaluationSlip(content, slip, random);
    const table: TableLayout = {
      names: levelNames('before-2021'),
      levels: style.levels,
      numbered: style.numbered,
      print: { style: style.operator, operatorColumn: false, unitColumn: false, equals: false },
      columns: [
        { key: 'level1', label: '一级指标', width: 1 },
        { key: 'level2', label: '二级指标', width: 1.2 },
        { key: 'level3', label: '三级指标', width: 2.2 },
        { key: 'target', label: '指标值', width: 1.2 },
        { key: 'actual', label: '全年实际完成值', width: 1.2 },
        { key: 'deviation', label: '未完成原因和改进措施', width: 1.4 },
      ],
    };
    const grid = gridBuilder(7);
    const wide = (label: string, text: string) =>
      grid.row({ text: label, columnSpan: 2 }, { text, columnSpan: 5 });
    const money = (value: Figure) => moneyCell(value, style.money);
    wide('转移支付（项目）名称', content.name);
    wide('主管部门', identity.supervisor);
    wide('地方主管部门', identity.place + identity.topic.supervisor);
    wide('资金使用单位', identity.organisation);
    const funds = ['其中：中央补助', '地方资金', '其他资金'] as const;
    const { totals } = content;
    const percent = (text: string) => ({ text, columnSpan: 2 });
    grid.row(
      { text: '资金情况（万元）', rowSpan: funds.length + 2, columnSpan: 2 },
      '',
      '全年预算数（A）',
      '全年执行数（B）',
      percent('预算执行率（B/A）'),
    );
    grid.row(
      '年度资金总额：',
      money(totals.annual),
      money(totals.executed),
      percent(`${printFigure(content.rate, { trim: true })}%`),
    );
    funds.forEach((fund, i) => {
      grid.row(
        { text: fund, align: 'left' },
        money(content.annual[i]!),
        money(content.executed[i]!),
        percent(''),
      );
    });
    grid.row(
      { text: '总体目标完成情况', rowSpan: 2 },
      { text: '总体目标', columnSpan: 3 },
      { text: '全年实际完成情况', columnSpan: 3 },
    );
    grid.row(
      { text: content.goal, columnSpan: 3, align: 'left' },
      { text: content.achieved, columnSpan: 3, align: 'left' },
    );
    sided(grid, '绩效指标', indicatorRows(content.indicators, table), style.vertical);
    wide('说明', '无');
    const title = `${identity.year}年度转移支付区域（项目）绩效目标自评表`;
    const more = { year: identity.year, project: content.name };
    const names = ['年度资金总额', '中央补助', '地方资金', '其他资金'];
    const annual = [totals.annual, ...content.annual];
    const executed = [totals.executed, ...content.executed];
    return {
      sections: [
        {
          name: '自评表',
          blocks: [
            line('title', title),
            grid.finish({ widths: [0.7, ...table.columns.map((c) => c.width ?? 1)] }),
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
          amounts: names.flatMap((item, i) => [
            amount('funding', item, 'annual_budget', annual[i]!, more),
            amount('funding', item, 'executed', executed[i]!, more),
          ]),
        },
      ],
      findings,
    };
  },
};
