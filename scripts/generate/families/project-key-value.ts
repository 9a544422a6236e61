import { type Identity, inventIdentity } from '../content.ts';
import { type Figure, printFigure } from '../decimal.ts';
import type { ExpectedForm } from '../expected.ts';
import { expectedIndicators } from '../expected-indicators.ts';
import { amount, type BuildOptions, type Built, inventStyle, type Style, type Template } from '../form.ts';
import { gridBuilder } from '../grid-builder.ts';
import { indicatorRows, type TableLayout } from '../indicator-table.ts';
import { line, type Section } from '../page.ts';
import type { Random } from '../random.ts';
import { levelNames } from '../vocabulary.ts';
import { inventProject, type ProjectContent, plantProjectSlip, projectForm } from './project-content.ts';

const sources = ['财政资金', '财政专户管理资金', '单位资金', '社会投入资金', '银行贷款'] as const;

/** A sheet a project; label and value in one cell; levels printed on every row; two value and two weight columns. */
export const keyValueDialect: Template = {
  id: 'project_targets/key-value',
  formType: 'project_targets',
  slips: ['weight_total', 'missing_name', 'transposed_total'],
  build(random, { slip, fixed }: BuildOptions = {}): Built {
    const style = inventStyle(random, fixed);
    const identity = inventIdentity(random);
    const sheets = projectSheets(random, identity, style, { count: random.int(1, 2), slip, firstForm: 0 });
    return sheets;
  },
};

export function projectSheets(
  random: Random,
  identity: Identity,
  style: Style,
  options: { count: number; slip?: string | undefined; firstForm: number },
): Built {
  const built: Built = { sections: [], forms: [], findings: [] };
  for (const [i, project] of random.sample(identity.topic.projects, options.count).entries()) {
    const content = inventProject(random, identity, {
      generation: 'before-2021',
      parts: sources.length,
      project,
    });
    const code = `${random.int(110000, 659999)}${identity.year % 100}T${String(random.int(1, 999999)).padStart(12, '0')}`;
    if (i === 0) {
      built.findings.push(
        ...plantProjectSlip(content, options.slip, random, { base: 100, form: options.firstForm }),
      );
    }
    const { section, form } = sheet(random, content, code, style, i);
    built.sections.push(section);
    built.forms.push(form);
  }
  return built;
}

function sheet(
  random: Random,
  content: ProjectContent,
  code: string,
  style: Style,
  index: number,
): { section: Section; form: ExpectedForm } {
  const { identity } = content;
  const table: TableLayout = {
    names: levelNames('before-2021'),
    levels: style.levels === 'merged' ? 'repeated' : style.levels,
    print: {
      style: style.operator === 'double' ? 'double' : 'sign',
      operatorColumn: true,
      unitColumn: true,
      equals: false,
    },
    columns: [
      { key: 'level1', label: '一级指标', width: 1.3 },
      { key: 'level2', label: '二级指标', width: 1.7 },
      { key: 'level3', label: '三级指标', width: 2.2 },
      { key: 'operator', label: '指标性质', width: 0.9 },
      { key: 'target', label: '指标值', width: 1.1 },
      { key: 'currentTarget', label: '本年指标值', width: 1.1 },
      { key: 'unit', label: '度量单位', width: 1 },
      { key: 'weight', label: '权重（%）', width: 0.9 },
      { key: 'currentWeight', label: '本年权重（%）', width: 1 },
      { key: 'remark', label: '备注', span: 2, width: 1 },
    ],
  };
  const money = (value: Figure) => `${printFigure(value)} 万元`;
  const organisation = `${identity.organisationCode}-${identity.organisation}`;
  const grid = gridBuilder(11);
  const three = (a: string, b: string, c: string) =>
    grid.row(
      { text: a, columnSpan: 3, align: 'left' },
      { text: b, columnSpan: 4, align: 'left' },
      { text: c, columnSpan: 4, align: 'left' },
    );
  three(
    `单位信息：${organisation}`,
    `预算项目：${code}-${content.name}`,
    `职能职责与活动：${String(random.int(1, 9)).padStart(2, '0')}-${content.project.use}`,
  );
  three(
    `主管部门：${identity.supervisorCode}-${identity.supervisor}`,
    `项目经办人：${identity.person}`,
    `项目总额：${money(content.total)}`,
  );
  three(
    '预算执行率权重：10',
    `项目经办人电话：${identity.phone}`,
    `其中：${sources[0]}：${money(content.parts[0]!)}`,
  );
  grid.row(
    { text: `年度目标：${content.goal}`, rowSpan: 4, columnSpan: 7, align: 'left' },
    { text: `${sources[1]}：${money(content.parts[1]!)}`, columnSpan: 4, align: 'left' },
  );
  for (const i of [2, 3, 4])
    grid.row({ text: `${sources[i]}：${money(content.parts[i]!)}`, columnSpan: 4, align: 'left' });
  for (const row of indicatorRows(content.indicators, table)) grid.row(...row);
  const funding = (item: string, value: Figure) =>
    amount('funding', item, 'total_budget', value, { project: content.name });
  return {
    section: {
      name: `项目${index + 1}`,
      landscape: true,
      blocks: [
        line('title', '年度绩效目标表'),
        line('caption', `预算年度：${identity.year}`),
        grid.finish({ widths: [...table.columns.map((c) => c.width ?? 1), 0.6] }),
      ],
    },
    form: {
      ...projectForm(content, '年度绩效目标表'),
      organisation,
      project_code: code,
      execution_weight: 10,
      indicators: expectedIndicators(content.indicators, table, { section: 'annual', year: identity.year }),
      amounts: [
        funding('项目总额', content.total),
        ...sources.map((source, i) => funding(source, content.parts[i]!)),
      ],
    },
  };
}
