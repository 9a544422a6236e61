import { inventIdentity } from '../content.ts';
import { type Figure, printFigure } from '../decimal.ts';
import type { ExpectedAmount } from '../expected.ts';
import { expectedIndicators } from '../expected-indicators.ts';
import { amount, type BuildOptions, type Built, inventStyle, moneyCell, type Template } from '../form.ts';
import { gridBuilder } from '../grid-builder.ts';
import { indicatorRows, type TableLayout, widthOf } from '../indicator-table.ts';
import { line } from '../page.ts';
import { levelNames, pickLabel } from '../vocabulary.ts';
import {
  evaluated,
  plantSelfEvaluationSlip,
  type SelfEvaluation,
  selfEvaluationSlips,
  sources,
} from './self-evaluation-content.ts';

/** The national form of 2020: funds with execution rate and its points, goal against result, indicators with points and scores, 总分. */
export const nationalSelfEvaluation: Template = {
  id: 'project_self_evaluation/national-2020',
  formType: 'project_self_evaluation',
  slips: selfEvaluationSlips,
  build(random, { slip, fixed }: BuildOptions = {}): Built {
    const style = inventStyle(random, { operator: random.pick(['sign', 'ascii', 'double']), ...fixed });
    const identity = inventIdentity(random);
    const generation = 'before-2021';
    const content = evaluated(random, [random, identity, { generation, parts: 3, rich: random.chance(0.3) }]);
    const findings = plantSelfEvaluationSlip(content, slip, random);
    const grouped = random.chance(0.4);
    const group = ['年度指标值'];
    const table: TableLayout = {
      names: levelNames(generation, '指标', random.pick(['服务对象满意度指标', '服务对象满意度指标等'])),
      levels: style.levels,
      points: style.points && !grouped ? 'wide' : undefined,
      numbered: style.numbered && !grouped,
      placeholders: style.placeholders && !grouped,
      print: { style: style.operator, operatorColumn: grouped, unitColumn: grouped, equals: false },
      columns: [
        ...(['一级指标', '二级指标', '三级指标'] as const).map((label, i) => ({
          key: `level${i + 1}` as 'level1' | 'level2' | 'level3',
          label,
          width: [1, 1.2, 2][i]!,
          ...(grouped && { above: ['绩效指标'] }),
        })),
        ...(grouped ? ([{ key: 'operator', label: '指标性质', width: 0.8, above: group }] as const) : []),
        {
          key: 'target',
          label: grouped ? '指标值' : pickLabel(random, 'target'),
          width: 1.1,
          ...(grouped && { above: group }),
        },
        ...(grouped ? ([{ key: 'unit', label: '度量单位', width: 0.8, above: group }] as const) : []),
        { key: 'actual', label: pickLabel(random, 'actual'), width: 1.1 },
        { key: 'weight', label: '分值', width: 1 },
        { key: 'score', label: pickLabel(random, 'score'), width: 1 },
        { key: 'deviation', label: pickLabel(random, 'deviation'), width: 1.3 },
      ],
    };
    const side = !grouped;
    const width = widthOf(table) + (side ? 1 : 0);
    const grid = gridBuilder(width);
    const tail = width - 9;
    const money = (value: Figure) =>
      value.scaled === 0 && !style.money.thousands ? { text: '' } : moneyCell(value, style.money);
    const head = (label: string) => ({ text: label, columnSpan: 2 });
    grid.row(head('项目名称'), { text: content.name, columnSpan: width - 2 });
    grid.row(head('主管部门'), { text: identity.supervisor, columnSpan: 2 }, '实施单位', {
      text: identity.organisation,
      columnSpan: width - 5,
    });
    const fundRow = (
      label: string,
      cells: [string | { text: string }, ...(string | { text: string })[]],
      first = false,
    ) =>
      grid.row(
        ...(first ? [{ text: '项目资金（万元）', rowSpan: 5, columnSpan: 1 }] : []),
        { text: label, columnSpan: 2, align: 'left' as const },
        ...cells.map((cell, i) => ({
          ...(typeof cell === 'string' ? { text: cell } : cell),
          columnSpan: i === cells.length - 1 ? 1 + tail : 1,
        })),
      );
    fundRow('', ['年初预算数', '全年预算数（A）', '全年执行数（B）', '分值', '执行率（B/A）', '得分'], true);
    const { totals } = content;
    fundRow('年度资金总额', [
      money(totals.initial),
      money(totals.annual),
      money(totals.executed),
      '10',
      `${printFigure(content.rate, { trim: true })}%`,
      String(content.executionScore),
    ]);
    const dash = random.pick(['', '—', '-']);
    sources.forEach((source, i) => {
      fundRow((i === 0 ? '其中：' : '') + source, [
        money(content.initial[i]!),
        money(content.annual[i]!),
        money(content.executed[i]!),
        dash,
        '',
        dash,
      ]);
    });
    const left = Math.floor((width - 1) / 2);
    grid.row(
      { text: '年度总体目标', rowSpan: 2, vertical: style.vertical },
      { text: '预期目标', columnSpan: left },
      { text: '实际完成情况', columnSpan: width - 1 - left },
    );
    grid.row(
      { text: content.goal, columnSpan: left, align: 'left' },
      { text: content.achieved, columnSpan: width - 1 - left, align: 'left' },
    );
    const rows = indicatorRows(content.indicators, table);
    rows.forEach((row, i) => {
      grid.row(
        ...(side && i === 0
          ? [{ text: '绩效指标', rowSpan: rows.length, vertical: style.vertical }, ...row]
          : row),
      );
    });
    grid.row(
      { text: '总分', columnSpan: width - 3 },
      String(content.totalWeight),
      String(content.totalScore),
      '',
    );
    const title = random.pick(['项目支出绩效自评表', '部门预算项目支出绩效自评表', '预算支出绩效自评表']);
    return {
      sections: [
        {
          name: '自评表',
          blocks: [
            line('title', title),
            line('caption', `（${identity.year}年度）`),
            grid.finish({ widths: [...(side ? [0.7] : []), ...table.columns.map((c) => c.width ?? 1)] }),
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
          execution_weight: 10,
          total_score: content.totalScore,
          indicators: expectedIndicators(content.indicators, table, {
            section: 'evaluation',
            year: identity.year,
          }),
          amounts: fundAmounts(content, (value) => money(value).text !== '', sources, content.name),
        },
      ],
      findings,
    };
  },
};

/** Three measures of the total and of each source; a blank cell gives none. */
export function fundAmounts(
  content: SelfEvaluation,
  printed: (value: Figure) => boolean,
  items: readonly string[],
  project: string | null,
  total = '年度资金总额',
): ExpectedAmount[] {
  const { identity, totals } = content;
  const rows: [string, Figure, Figure, Figure][] = [
    [total, totals.initial, totals.annual, totals.executed],
    ...items.map((item, i): [string, Figure, Figure, Figure] => [
      item,
      content.initial[i]!,
      content.annual[i]!,
      content.executed[i]!,
    ]),
  ];
  const more = { year: identity.year, project };
  return rows.flatMap(([item, initial, annual, executed]) =>
    (
      [
        ['initial_budget', initial],
        ['annual_budget', annual],
        ['executed', executed],
      ] as const
    ).flatMap(([measure, value]) => (printed(value) ? [amount('funding', item, measure, value, more)] : [])),
  );
}
