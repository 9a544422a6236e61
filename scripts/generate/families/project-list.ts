import { inventIdentity } from '../content.ts';
import { expectedIndicators } from '../expected-indicators.ts';
import { amount, type BuildOptions, type Built, inventStyle, moneyCell, type Template } from '../form.ts';
import { gridBuilder } from '../grid-builder.ts';
import { indicatorRows, type TableLayout } from '../indicator-table.ts';
import { line } from '../page.ts';
import { levelNames } from '../vocabulary.ts';
import { inventProject, plantProjectSlip, projectForm } from './project-content.ts';

/** One grid for all projects of a unit: its name, budget and goal stand in merged cells at the left. */
export const listDialect: Template = {
  id: 'project_targets/list',
  formType: 'project_targets',
  slips: ['weight_total', 'missing_name'],
  build(random, { slip, fixed }: BuildOptions = {}): Built {
    const style = inventStyle(random, { levels: 'merged', ...fixed });
    const identity = inventIdentity(random);
    const projects = identity.topic.projects.map((project) =>
      inventProject(random, identity, { generation: 'since-2021', parts: 1, project }),
    );
    const findings = plantProjectSlip(projects[0]!, slip, random, { base: 90 });
    const table: TableLayout = {
      names: levelNames('since-2021'),
      levels: style.levels,
      print: { style: 'sign', operatorColumn: true, unitColumn: true, equals: false },
      columns: [
        { key: 'level1', label: '一级指标', width: 1.1 },
        { key: 'level2', label: '二级指标', width: 1.3 },
        { key: 'level3', label: '三级指标', width: 2 },
        { key: 'operator', label: '指标性质', width: 0.9 },
        { key: 'target', label: '指标值', width: 1 },
        { key: 'unit', label: '度量单位', width: 0.9 },
        { key: 'weight', label: '权重', width: 0.7 },
      ],
    };
    const grid = gridBuilder(10);
    const title = '部门预算项目绩效目标表';
    projects.forEach((content, i) => {
      const [header, ...rows] = indicatorRows(content.indicators, table);
      if (i === 0) grid.row('项目名称', '预算金额（万元）', '年度绩效目标', ...header!);
      rows.forEach((row, k) => {
        const left = [
          content.name,
          moneyCell(content.total, style.money),
          { text: content.goal, align: 'left' as const },
        ];
        const merged = left.map((cell) => ({
          ...(typeof cell === 'string' ? { text: cell } : cell),
          rowSpan: rows.length,
        }));
        grid.row(...(k === 0 ? [...merged, ...row] : row));
      });
    });
    return {
      sections: [
        {
          name: '项目绩效目标',
          landscape: true,
          blocks: [
            line('title', title),
            line('caption', `预算单位：${identity.organisation}    预算年度：${identity.year}    单位：万元`),
            grid.finish({ widths: [1.6, 1, 2.4, ...table.columns.map((c) => c.width ?? 1)], headerRows: 1 }),
          ],
        },
      ],
      forms: projects.map((content) => ({
        ...projectForm(content, title),
        indicators: expectedIndicators(content.indicators, table, { section: 'annual', year: identity.year }),
        amounts: [
          amount('funding', '预算金额', 'current', content.total, {
            year: identity.year,
            project: content.name,
          }),
        ],
      })),
      findings,
    };
  },
};
