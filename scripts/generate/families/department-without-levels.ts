import { inventIdentity } from '../content.ts';
import { type Figure, printFigure } from '../decimal.ts';
import type { ExpectedIndicator } from '../expected.ts';
import { amount, type BuildOptions, type Built, inventStyle, moneyCell, type Template } from '../form.ts';
import { gridBuilder } from '../grid-builder.ts';
import { line } from '../page.ts';
import { expectedQuantity, printOperator, printUnit, printValue, type ValuePrint } from '../values.ts';
import { evaluated, plantSelfEvaluationSlip } from './self-evaluation-content.ts';

/** A self-evaluation without levels: a flat list of indicators, unit and operator first, coefficient, points and score last. */
export const flatSelfEvaluation: Template = {
  id: 'department_self_evaluation/without-levels',
  formType: 'department_self_evaluation',
  slips: ['missing_name', 'score_above_weight'],
  build(random, { slip, fixed }: BuildOptions = {}): Built {
    const style = inventStyle(random, { operator: 'sign', ...fixed });
    const identity = inventIdentity(random);
    const content = evaluated(random, [random, identity, { generation: 'before-2021', parts: 1 }]);
    const findings = plantSelfEvaluationSlip(content, slip, random);
    const print: ValuePrint = {
      style: style.operator,
      operatorColumn: true,
      unitColumn: true,
      equals: false,
    };
    const money = (value: Figure) => moneyCell(value, style.money);
    const grid = gridBuilder(9);
    const two = (text: string) => ({ text, columnSpan: 2 });
    grid.row('部门名称', { text: identity.organisation, columnSpan: 4 }, two('自评总分（分）'), {
      text: String(content.totalScore),
      columnSpan: 2,
    });
    grid.row(
      { text: '部门资金（万元）', rowSpan: 2 },
      two('年初预算数'),
      two('全年（调整）预算数'),
      '全年执行数',
      '执行率',
      '执行率权重',
      '执行率得分',
    );
    const { totals } = content;
    grid.row(
      { ...money(totals.initial), columnSpan: 2 },
      { ...money(totals.annual), columnSpan: 2 },
      money(totals.executed),
      `${printFigure(content.rate)}%`,
      '10',
      String(content.executionScore),
    );
    grid.row('年初绩效目标', { text: content.goal, columnSpan: 3, align: 'left' }, '目标实际完成情况', {
      text: content.achieved,
      columnSpan: 4,
      align: 'left',
    });
    grid.row(
      ...[
        '绩效指标',
        '计量单位',
        '指标性质',
        '年初指标值',
        '全年完成值',
        '得分系数（%）',
        '指标权重（分）',
        '指标得分（分）',
        '说明',
      ].map((text) => ({ text, bold: true })),
    );
    for (const indicator of content.indicators) {
      grid.row(
        { text: indicator.name, align: 'left' },
        printUnit(indicator.target),
        printOperator(indicator.target, print),
        printValue(indicator.target, print),
        printValue(indicator.actual, print),
        '100',
        { text: String(indicator.weight), number: indicator.weight },
        { text: String(indicator.score), number: indicator.score },
        '',
      );
    }
    const title = '部门整体绩效自评表';
    const more = { year: identity.year };
    return {
      sections: [
        {
          name: '整体自评',
          landscape: true,
          blocks: [
            line('title', title),
            line('caption', `（${identity.year}年度）`),
            grid.finish({ widths: [2, 1, 1, 1.1, 1.1, 1, 1, 1, 1] }),
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
          indicators: content.indicators.map(
            (indicator): ExpectedIndicator => ({
              section: 'evaluation',
              level1: null,
              level2: null,
              level3: indicator.name,
              target: expectedQuantity(indicator.target, printValue(indicator.target, print)),
              actual: expectedQuantity(indicator.actual, printValue(indicator.actual, print)),
              weight: indicator.weight,
              score: indicator.score,
            }),
          ),
          amounts: [
            amount('funding', '部门资金', 'initial_budget', totals.initial, more),
            amount('funding', '部门资金', 'annual_budget', totals.annual, more),
            amount('funding', '部门资金', 'executed', totals.executed, more),
          ],
          amounts_by_value_only: true,
        },
      ],
      findings,
    };
  },
};
