import { inventIdentity, weigh } from '../content.ts';
import { type Figure, figure, sumOf } from '../decimal.ts';
import { expectedIndicators } from '../expected-indicators.ts';
import { amount, type BuildOptions, type Built, inventStyle, moneyCell, type Template } from '../form.ts';
import { gridBuilder } from '../grid-builder.ts';
import { indicatorRows, type TableLayout } from '../indicator-table.ts';
import { levelNames } from '../vocabulary.ts';
import { inventProject, plantProjectSlip } from './project-content.ts';
import { projectSheets } from './project-key-value.ts';

/** Title and captions inside the grid, funds as a matrix in one row, tasks, and the sheets of its projects behind it. */
export const matrixDialect: Template = {
  id: 'department_targets/matrix-with-projects',
  formType: 'department_targets',
  slips: ['weight_total', 'missing_name'],
  build(random, { slip, fixed }: BuildOptions = {}): Built {
    const style = inventStyle(random, { levels: 'merged', ...fixed });
    const identity = inventIdentity(random);
    const content = inventProject(random, identity, { generation: 'before-2021', parts: 1 });
    content.indicators = content.indicators.filter(({ branch }) => branch !== 'cost');
    weigh(content.indicators, 'before-2021');
    content.indicators[0]!.weight += 10;
    const findings = plantProjectSlip(content, slip, random, { base: 100 });
    const sheets = projectSheets(random, identity, style, {
      count: identity.topic.projects.length,
      firstForm: 1,
    });
    const projectTotal = sheets.forms.reduce((n, form) => n + Math.round(form.amounts[0]!.value * 100), 0);
    const basic = figure(random.int(80_00, 900_00), 2);
    const none = figure(0, 2);
    const row: Figure[] = [
      sumOf([basic, figure(projectTotal, 2)]),
      basic,
      basic,
      none,
      none,
      figure(projectTotal, 2),
      figure(projectTotal, 2),
      none,
    ];
    const table: TableLayout = {
      names: levelNames('before-2021'),
      levels: style.levels,
      print: { style: 'sign', operatorColumn: true, unitColumn: true, equals: false },
      columns: [
        { key: 'level1', label: '一级指标', width: 1.1 },
        { key: 'level2', label: '二级指标', span: 2, width: 1 },
        { key: 'level3', label: '三级指标', width: 1.8 },
        { key: 'operator', label: '绩效指标性质', width: 1 },
        { key: 'target', label: '绩效指标值', width: 1 },
        { key: 'unit', label: '绩效度量单位', width: 1 },
        { key: 'weight', label: '权重', width: 0.9 },
      ],
    };
    const title = '部门（单位）整体支出绩效目标申报表';
    const organisation = `${identity.organisationCode}-${identity.organisation}`;
    const grid = gridBuilder(10);
    grid.row({ text: title, columnSpan: 10, bold: true });
    grid.row(
      { text: `预算（单位）名称：${organisation}`, columnSpan: 3, align: 'left' },
      { text: `预算年度：${identity.year}`, columnSpan: 3 },
      { text: '单位：万元', columnSpan: 4 },
    );
    grid.row(
      { text: '总体资金情况（万元）', rowSpan: 3, columnSpan: 2 },
      { text: '预算支出总额', rowSpan: 2 },
      { text: '基本支出', columnSpan: 4 },
      { text: '项目支出', columnSpan: 3 },
    );
    grid.row('合计', '财政拨款', '专户资金', '单位资金', '合计', '财政拨款', '专户资金');
    grid.row(...row.map((value) => moneyCell(value, style.money)));
    const tasks = identity.topic.projects;
    grid.row(
      { text: '年度主要任务', rowSpan: tasks.length + 1, columnSpan: 2 },
      { text: '任务名称', columnSpan: 2 },
      { text: '主要内容', columnSpan: 6 },
    );
    for (const task of tasks)
      grid.row({ text: task.name, columnSpan: 2 }, { text: task.use, columnSpan: 6, align: 'left' });
    const rows = indicatorRows(content.indicators, table);
    grid.row({ text: '部门整体绩效情况', rowSpan: rows.length + 1 }, '整体绩效目标', {
      text: content.goal,
      columnSpan: 8,
      align: 'left',
    });
    rows.forEach((cells, i) => {
      grid.row(
        ...(i === 0
          ? [{ text: '年度绩效指标', rowSpan: rows.length, vertical: style.vertical }, ...cells]
          : cells),
      );
    });
    grid.row({ text: '其他说明', columnSpan: 2 }, { text: '', columnSpan: 8 });
    const labels = [
      '预算支出总额',
      '基本支出',
      '财政拨款',
      '专户资金',
      '单位资金',
      '项目支出',
      '财政拨款',
      '专户资金',
    ];
    return {
      sections: [
        {
          name: '整体',
          landscape: true,
          blocks: [grid.finish({ widths: [0.8, 0.9, 1.2, 1.1, 1.1, 1.6, 1.1, 1.1, 1.1, 1] })],
        },
        ...sheets.sections.map(withoutYear),
      ],
      forms: [
        {
          form_type: 'department_targets',
          title,
          organisation,
          year: identity.year,
          project: null,
          money_unit: '万元',
          indicators: expectedIndicators(content.indicators, table, {
            section: 'annual',
            year: identity.year,
          }),
          amounts: row.map((value, i) =>
            amount('expenditure', labels[i]!, 'current', value, { year: identity.year }),
          ),
          amounts_by_value_only: true,
        },
        ...sheets.forms,
      ],
      findings: [...findings, ...sheets.findings],
    };
  },
};

/** The project sheets print no year of their own; it is the department form's. */
const withoutYear = (section: Built['sections'][number]) => ({
  ...section,
  blocks: section.blocks.filter((block) => block.kind === 'grid' || !block.text.startsWith('预算年度')),
});
