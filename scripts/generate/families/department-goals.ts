import { inventIndicators } from '../content.ts';
import { figure, sumOf } from '../decimal.ts';
import { expectedIndicators } from '../expected-indicators.ts';
import { amount, type BuildOptions, type Built, inventStyle, moneyCell, type Template } from '../form.ts';
import { gridBuilder } from '../grid-builder.ts';
import { indicatorRows, type TableLayout } from '../indicator-table.ts';
import { line } from '../page.ts';
import { nameSlip, sumFinding, transpose } from '../slips.ts';
import { levelNames } from '../vocabulary.ts';
import { sided } from './department-shares.ts';
import { inventDepartment } from './department-shares-content.ts';

/** Several annual goals in one grid, each a row of its own above its indicators; the long-term half of the template left blank. */
export const goalsDialect: Template = {
  id: 'department_targets/several-goals',
  formType: 'department_targets',
  slips: ['missing_name', 'transposed_total'],
  build(random, { slip, fixed }: BuildOptions = {}): Built {
    const style = inventStyle(random, { levels: 'merged', ...fixed });
    const content = inventDepartment(random, 'half-up', 2);
    const { identity } = content;
    const goals = identity.topic.projects.map((project, i) => ({
      text: project.goal,
      indicators: inventIndicators(random, project, {
        generation: 'before-2021',
        budget: content.projects[i]!.current,
        unit: '万元',
      }),
    }));
    const findings = slip === 'missing_name' ? [nameSlip(goals[0]!.indicators, random, 0)] : [];
    const [basic, project] = [
      figure(
        content.expenditure.slice(0, -2).reduce((n, { current }) => n + current.scaled, 0),
        2,
      ),
      content.expenditure.at(-2)!.current,
    ];
    let total = sumOf([basic, project]);
    if (slip === 'transposed_total') {
      const wrong = transpose(total, random);
      if (wrong) {
        findings.push(sumFinding('支出合计', wrong, total, 0));
        total = wrong;
      }
    }
    const table: TableLayout = {
      names: levelNames('before-2021'),
      levels: style.levels,
      numbered: style.numbered,
      placeholders: style.placeholders,
      print: { style: style.operator, operatorColumn: false, unitColumn: false, equals: false },
      columns: [
        { key: 'level1', label: '一级指标', width: 1 },
        { key: 'level2', label: '二级指标', width: 1.1 },
        { key: 'level3', label: '指标名称', width: 2.2, span: 2 },
        { key: 'target', label: '指标值', width: 1.1 },
        { key: 'basis', label: '绩效标准', width: 1.1 },
      ],
    };
    const empty: TableLayout = {
      ...table,
      numbered: false,
      placeholders: false,
      emptyLevels: goals[0]!.indicators.map(({ branch }) => ({ branch, text: '' as const })),
    };
    const grid = gridBuilder(7);
    const wide = (label: string, text: string) => grid.row(label, { text, columnSpan: 6, align: 'left' });
    grid.row('部门（单位）名称', { text: identity.organisation, columnSpan: 6 });
    grid.row('填报人', { text: identity.person, columnSpan: 2 }, '联系电话', {
      text: identity.phone,
      columnSpan: 3,
    });
    grid.row(
      { text: '部门总体资金情况', rowSpan: 4 },
      { text: '总体资金情况', columnSpan: 4 },
      { text: '当年金额', columnSpan: 2 },
    );
    const spending = [
      ['基本支出', basic],
      ['项目支出', project],
      ['合计', total],
    ] as const;
    spending.forEach(([item, value], i) => {
      grid.row(
        ...(i === 0 ? [{ text: '支出构成', rowSpan: 3 }] : []),
        { text: item, columnSpan: 3 },
        { ...moneyCell(value, style.money), columnSpan: 2 },
      );
    });
    wide('部门职能概述', identity.topic.duty);
    grid.row(
      { text: '项目支出情况', rowSpan: content.projects.length + 2 },
      { text: '项目名称', columnSpan: 2 },
      '项目类型',
      '项目总预算',
      '项目本年度预算',
      '项目主要支出方向和用途',
    );
    for (const one of content.projects) {
      grid.row(
        { text: one.name, columnSpan: 2 },
        one.kind,
        moneyCell(one.total, style.money),
        moneyCell(one.current, style.money),
        one.use,
      );
    }
    grid.row({ text: '……', columnSpan: 2 }, '', '', '', '');
    grid.row(
      { text: '整体绩效总目标', rowSpan: 2 },
      { text: '长期目标（截止  年）', columnSpan: 3 },
      { text: '年度目标', columnSpan: 3 },
    );
    grid.row(
      { text: '目标1：\n目标2：\n……', columnSpan: 3, align: 'left' },
      { text: goals.map(({ text }, i) => `目标${i + 1}：${text}`).join('\n'), columnSpan: 3, align: 'left' },
    );
    wide('长期目标', '1、2、3……');
    sided(grid, '长期目标绩效指标', indicatorRows([], empty));
    goals.forEach((goal, i) => {
      wide(`年度目标${i + 1}：`, goal.text);
      sided(grid, '年度目标绩效指标', indicatorRows(goal.indicators, table));
    });
    const title = '部门整体支出绩效目标申报表';
    const [year, month, day] = identity.filedOn.split('-').map(Number);
    return {
      sections: [
        {
          name: '整体绩效目标',
          blocks: [
            line('title', title),
            line('caption', `（${identity.year}年度）`),
            line('caption', `填报日期：${year}年${month}月${day}日    单位：万元`),
            grid.finish({ widths: [1, 1, 1.1, 1.1, 1.1, 1.1, 1.3] }),
          ],
        },
      ],
      forms: [
        {
          form_type: 'department_targets',
          title,
          organisation: identity.organisation,
          year: identity.year,
          project: null,
          filed_on: identity.filedOn,
          money_unit: '万元',
          indicators: goals.flatMap((goal) =>
            expectedIndicators(goal.indicators, table, {
              section: 'annual',
              year: identity.year,
              goal: goal.text,
            }),
          ),
          amounts: [
            ...spending.map(([item, value]) =>
              amount('expenditure', item, 'current', value, { year: identity.year }),
            ),
            ...content.projects.flatMap((one) => [
              amount('projects', one.name, 'total_budget', one.total, { project: one.name }),
              amount('projects', one.name, 'current', one.current, {
                year: identity.year,
                project: one.name,
              }),
            ]),
          ],
        },
      ],
      findings,
    };
  },
};
