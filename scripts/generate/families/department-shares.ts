import type { Print } from '../decimal.ts';
import { printFigure } from '../decimal.ts';
import type { ExpectedAmount } from '../expected.ts';
import { expectedIndicators } from '../expected-indicators.ts';
import {
  amount,
  type BuildOptions,
  type Built,
  inventStyle,
  moneyCell,
  shareCell,
  type Template,
} from '../form.ts';
import { type GridBuilder, gridBuilder } from '../grid-builder.ts';
import { type Column, indicatorRows, type TableLayout } from '../indicator-table.ts';
import { line } from '../page.ts';
import { departmentLevels } from '../vocabulary.ts';
import {
  type DepartmentContent,
  departmentSlips,
  inventDepartment,
  type MoneyLine,
  plantDepartmentSlip,
  type Regime,
} from './department-shares-content.ts';

const regimes: readonly Regime[] = ['exact', 'half-up', 'truncated', 'plugged'];

/** Income and expenditure with shares and two earlier years, duties, tasks, projects, long-term and annual goals with their indicators. */
export const sharesDialect: Template = {
  id: 'department_targets/shares-and-years',
  formType: 'department_targets',
  slips: departmentSlips,
  build(random, { slip, fixed }: BuildOptions = {}): Built {
    const style = inventStyle(random, {
      levels: 'merged',
      operator: random.pick(['sign', 'ascii']),
      ...fixed,
    });
    const regime = random.pick(regimes);
    const content = inventDepartment(random, regime, regime === 'exact' ? 0 : random.int(1, 2));
    const findings = plantDepartmentSlip(content, slip, random);
    const { identity } = content;
    const print = { style: style.operator, operatorColumn: false, unitColumn: false, equals: false };
    const levels: Column[] = [
      { key: 'level1', label: '一级指标', width: 1.1 },
      { key: 'level2', label: '二级指标', width: 1.3 },
      { key: 'level3', label: '三级指标', width: 1.9 },
    ];
    const ends: Column[] = [
      { key: 'basis', label: '指标值确定依据', width: 1.1 },
      { key: 'category', label: '指标分类', width: 1 },
    ];
    const longTerm: TableLayout = {
      names: departmentLevels,
      levels: style.levels,
      print,
      columns: [...levels, { key: 'target', label: '指标值', width: 1 }, ...ends],
    };
    const annual: TableLayout = {
      ...longTerm,
      columns: [
        ...levels,
        { key: 'older', label: '前年', above: ['指标值', '近两年指标值'], width: 0.8 },
        { key: 'last', label: '上年', above: ['指标值', '近两年指标值'], width: 0.8 },
        { key: 'target', label: '预期当年实现值', above: ['指标值'], width: 1 },
        ...ends,
      ],
    };
    const grid = gridBuilder(7);
    head(grid, content, style.money);
    const wide = (label: string, text: string) => grid.row(label, { text, columnSpan: 6, align: 'left' });
    wide('部门职能概述', identity.topic.duty);
    wide('年度工作任务', identity.topic.tasks.map((task, i) => `${i + 1}. ${task}。`).join('\n'));
    grid.row(
      { text: '项目支出情况', rowSpan: content.projects.length + 1 },
      '项目名称',
      '支出项目类别',
      '项目总预算',
      '项目本年度预算',
      { text: '项目主要支出方向和用途', columnSpan: 2 },
    );
    for (const project of content.projects) {
      grid.row(
        project.name,
        project.kind,
        moneyCell(project.total, style.money),
        moneyCell(project.current, style.money),
        { text: project.use, columnSpan: 2 },
      );
    }
    wide(`长期目标：（截止${identity.year + 2}年）`, content.goal);
    sided(grid, '长期绩效指标', indicatorRows(content.indicators, longTerm));
    const goal = gridBuilder(2);
    goal.row('年度目标：', { text: content.goal, align: 'left' });
    const second = gridBuilder(9);
    sided(second, '年度绩效指标', indicatorRows(content.indicators, annual));
    const title = random.pick(['部门整体绩效目标申报表', '部门整体支出绩效目标申报表']);
    const [year, month, day] = identity.filedOn.split('-').map(Number);
    return {
      sections: [
        {
          name: 'Sheet1',
          blocks: [
            line('title', title),
            line('caption', `填报日期：${year}年${month}月${day}日    单位：万元`),
            grid.finish({ widths: [1, ...longTerm.columns.map((c) => c.width ?? 1)] }),
            goal.finish({ widths: [1, 6] }),
            second.finish({ widths: [0.8, ...annual.columns.map((c) => c.width ?? 1)] }),
            line('note', '注：本表由部门按照年度预算编制要求填报。'),
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
          indicators: [
            ...expectedIndicators(content.indicators, longTerm, {
              section: 'long_term',
              year: identity.year,
            }),
            ...expectedIndicators(content.indicators, annual, { section: 'annual', year: identity.year }),
          ],
          amounts: amounts(content),
        },
      ],
      findings,
    };
  },
};

function head(grid: GridBuilder, content: DepartmentContent, print: Print): void {
  const { identity, income, expenditure } = content;
  grid.row('部门（单位）名称', { text: identity.organisation, columnSpan: 6 });
  grid.row('填报人', { text: identity.person, columnSpan: 2 }, '联系电话', {
    text: identity.phone,
    columnSpan: 3,
  });
  grid.row(
    { text: '部门总体资金情况', rowSpan: 2 + income.length + expenditure.length },
    { text: '总体资金情况', rowSpan: 2, columnSpan: 2 },
    { text: '当年金额', rowSpan: 2 },
    { text: '占比', rowSpan: 2 },
    { text: '近两年收支金额', columnSpan: 2 },
  );
  grid.row(`${identity.year - 2}年`, `${identity.year - 1}年`);
  for (const [label, lines] of [
    ['收入构成', income],
    ['支出构成', expenditure],
  ] as const) {
    lines.forEach((one, i) => {
      const cells = [
        one.item,
        moneyCell(one.current, print),
        shareCell(one.share),
        moneyCell(one.prior[0], print),
        moneyCell(one.prior[1], print),
      ];
      grid.row(...(i === 0 ? [{ text: label, rowSpan: lines.length }, ...cells] : cells));
    });
  }
}

export function sided(
  grid: GridBuilder,
  label: string,
  rows: ReturnType<typeof indicatorRows>,
  vertical = false,
): void {
  rows.forEach((row, i) => {
    grid.row(...(i === 0 ? [{ text: label, rowSpan: rows.length, vertical }, ...row] : row));
  });
}

function amounts({ identity, income, expenditure, projects }: DepartmentContent): ExpectedAmount[] {
  const lines = (section: 'income' | 'expenditure', list: MoneyLine[]) =>
    list.flatMap((one) => [
      amount(section, one.item, 'current', one.current, {
        year: identity.year,
        share: Number(printFigure(one.share)),
      }),
      amount(section, one.item, 'prior', one.prior[0], { year: identity.year - 2 }),
      amount(section, one.item, 'prior', one.prior[1], { year: identity.year - 1 }),
    ]);
  return [
    ...lines('income', income),
    ...lines('expenditure', expenditure),
    ...projects.flatMap(({ name, total, current }) => [
      amount('projects', name, 'total_budget', total, { project: name }),
      amount('projects', name, 'current', current, { year: identity.year, project: name }),
    ]),
  ];
}
