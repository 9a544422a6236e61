import { inventIdentity } from '../content.ts';
import { type Figure, printFigure } from '../decimal.ts';
import { expectedIndicators } from '../expected-indicators.ts';
import { type BuildOptions, type Built, inventStyle, moneyCell, type Template } from '../form.ts';
import { gridBuilder } from '../grid-builder.ts';
import { indicatorRows, type TableLayout } from '../indicator-table.ts';
import { line } from '../page.ts';
import { levelNames, pickLabel } from '../vocabulary.ts';
import { sided } from './department-shares.ts';
import { fundAmounts } from './project-self-evaluation.ts';
import { evaluated, plantSelfEvaluationSlip, selfEvaluationSlips } from './self-evaluation-content.ts';

const items = ['基本支出', '项目支出', '其他支出'] as const;

/** The self-evaluation of a whole department: budget and execution by kind of spending, goals, scored indicators, 总分. */
export const departmentSelfEvaluation: Template = {
  id: 'department_self_evaluation/national',
  formType: 'department_self_evaluation',
  slips: selfEvaluationSlips,
  build(random, { slip, fixed }: BuildOptions = {}): Built {
    const style = inventStyle(random, { operator: random.pick(['sign', 'ascii']), ...fixed });
    const identity = inventIdentity(random);
    const content = evaluated(random, [
      random,
      identity,
      { generation: 'before-2021', parts: 3, rich: random.chance(0.3) },
    ]);
    const findings = plantSelfEvaluationSlip(content, slip, random);
    const table: TableLayout = {
      names: levelNames('before-2021'),
      levels: style.levels,
      points: style.points ? 'wide' : undefined,
      print: { style: style.operator, operatorColumn: false, unitColumn: false, equals: false },
      columns: [
        { key: 'level1', label: '一级指标', width: 1 },
        { key: 'level2', label: '二级指标', width: 1.2 },
        { key: 'level3', label: '三级指标', width: 2 },
        { key: 'weight', label: '分值', width: 0.9 },
        { key: 'target', label: pickLabel(random, 'target'), width: 1.1 },
        { key: 'actual', label: pickLabel(random, 'actual'), width: 1.1 },
        { key: 'score', label: '得分', width: 1 },
        { key: 'deviation', label: pickLabel(random, 'deviation'), width: 1.3 },
      ],
    };
    const grid = gridBuilder(9);
    const money = (value: Figure) => moneyCell(value, style.money);
    grid.row({ text: '部门（单位）名称', columnSpan: 2 }, { text: identity.organisation, columnSpan: 7 });
    const { totals } = content;
    grid.row(
      { text: '年度预算执行情况（万元）', rowSpan: 5, columnSpan: 2 },
      '支出类型',
      '年初预算数',
      '全年预算数',
      '全年执行数',
      '分值',
      '执行率',
      '得分',
    );
    grid.row(
      '年度资金总额',
      money(totals.initial),
      money(totals.annual),
      money(totals.executed),
      '10',
      `${printFigure(content.rate)}%`,
      String(content.executionScore),
    );
    items.forEach((item, i) => {
      grid.row(
        i === 0 ? `其中：${item}` : item,
        money(content.initial[i]!),
        money(content.annual[i]!),
        money(content.executed[i]!),
        '—',
        '',
        '—',
      );
    });
    grid.row(
      { text: '年度总体目标', rowSpan: 2 },
      { text: '预期目标', columnSpan: 4 },
      { text: '实际完成情况', columnSpan: 4 },
    );
    grid.row(
      { text: content.goal, columnSpan: 4, align: 'left' },
      { text: content.achieved, columnSpan: 4, align: 'left' },
    );
    sided(grid, '绩效指标', indicatorRows(content.indicators, table), style.vertical);
    grid.row(
      { text: '总分', columnSpan: 4 },
      String(content.totalWeight),
      '',
      '',
      String(content.totalScore),
      '',
    );
    const title = random.pick(['部门整体支出绩效自评表', '部门整体绩效自评表']);
    return {
      sections: [
        {
          name: '整体自评',
          blocks: [
            line('title', title),
            line('caption', `（${identity.year}年度）`),
            grid.finish({ widths: [0.8, ...table.columns.map((c) => c.width ?? 1)] }),
          ],
        },
      ],
      forms: [
        {
          form_type: 'department_self_evaluation',
          title,
          organisation: identity.organisation,
          year: identity.year,
          project: null,
          money_unit: '万元',
          execution_weight: 10,
          total_score: content.totalScore,
          indicators: expectedIndicators(content.indicators, table, {
            section: 'evaluation',
            year: identity.year,
          }),
          amounts: fundAmounts(content, () => true, items, null),
        },
      ],
      findings,
    };
  },
};
