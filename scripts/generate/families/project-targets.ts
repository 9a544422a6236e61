import {
  type Identity,
  type IndicatorContent,
  inventBudget,
  inventIdentity,
  inventIndicators,
  split,
  weigh,
} from '../content.ts';
import { type Figure, sumOf } from '../decimal.ts';
import type { ExpectedFinding, ExpectedForm } from '../expected.ts';
import {
  amount,
  type BuildOptions,
  type Built,
  inventStyle,
  moneyCell,
  type Style,
  type Template,
} from '../form.ts';
import { gridBuilder, spanning } from '../grid-builder.ts';
import { expectedIndicators, indicatorRows, type TableLayout, widthOf } from '../indicator-table.ts';
import type { ProjectTopic } from '../names.ts';
import { line } from '../page.ts';
import type { Random } from '../random.ts';
import { nameSlip, sumFinding, transpose, weightSlip } from '../slips.ts';
import { levelNames, pickLabel } from '../vocabulary.ts';

export interface ProjectContent {
  identity: Identity;
  project: ProjectTopic;
  name: string;
  goal: string;
  total: Figure;
  parts: Figure[];
  indicators: IndicatorContent[];
}

export function inventProject(
  random: Random,
  identity: Identity,
  options: {
    generation: 'before-2021' | 'since-2021';
    parts: number;
    rich?: boolean;
    project?: ProjectTopic;
  },
): ProjectContent {
  const project = options.project ?? random.pick(identity.topic.projects);
  const total = inventBudget(random);
  const indicators = inventIndicators(random, project, {
    generation: options.generation,
    budget: total,
    unit: '万元',
    rich: options.rich ?? false,
  });
  weigh(indicators, options.generation);
  return {
    identity,
    project,
    name: project.name,
    goal: project.goal,
    total,
    parts: split(random, total, options.parts),
    indicators,
  };
}

export function plantProjectSlip(
  content: ProjectContent,
  slip: string | undefined,
  random: Random,
  options: { base: number; form?: number },
): ExpectedFinding[] {
  const form = options.form ?? 0;
  if (slip === 'weight_total') return [weightSlip(content.indicators, options.base, form)];
  if (slip === 'missing_name') return [nameSlip(content.indicators, random, form)];
  if (slip === 'transposed_total') {
    const right = sumOf(content.parts);
    const wrong = transpose(content.total, random);
    if (!wrong) return [];
    content.total = wrong;
    return [sumFinding('项目资金总额', wrong, right, form)];
  }
  return [];
}

/** Nine columns with basis, last year's value, scoring rule and evidence; totals beside their parts in one row. */
export const evidenceDialect: Template = {
  id: 'project_targets/evidence-columns',
  formType: 'project_targets',
  slips: ['weight_total', 'missing_name', 'transposed_total'],
  build(random, { slip, fixed }: BuildOptions = {}): Built {
    const style = inventStyle(random, {
      operator: random.pick(['sign', 'ascii']),
      levels: 'merged',
      ...fixed,
    });
    const identity = inventIdentity(random);
    const content = inventProject(random, identity, { generation: 'since-2021', parts: 2 });
    const findings = plantProjectSlip(content, slip, random, { base: 90 });
    const table: TableLayout = {
      names: levelNames('since-2021', '指标', '满意度指标'),
      levels: style.levels,
      print: { style: style.operator, operatorColumn: false, unitColumn: false, equals: true },
      columns: [
        { key: 'level1', label: '一级指标', width: 1 },
        { key: 'level2', label: '二级指标', width: 1.2 },
        { key: 'level3', label: pickLabel(random, 'level3'), width: 2 },
        { key: 'target', label: pickLabel(random, 'target'), width: 1.3 },
        { key: 'basis', label: pickLabel(random, 'basis'), width: 1.2 },
        { key: 'last', label: '上年完成值', width: 1.1 },
        { key: 'weight', label: '指标分值权重', width: 0.9 },
        { key: 'rule', label: '指标赋分规则', width: 1.3 },
        { key: 'evidence', label: '佐证资料', width: 1.1 },
      ],
    };
    const grid = gridBuilder(9);
    const money = (value: Figure) => moneyCell(value, style.money);
    grid.row('预算单位', { text: identity.organisation, columnSpan: 8 });
    grid.row('项目名称', { text: content.name, columnSpan: 5 }, '项目负责人', {
      text: identity.person,
      columnSpan: 2,
    });
    grid.row(
      '项目资金（万元）',
      { text: '年度预算总额：', columnSpan: 2 },
      money(content.total),
      '其中：财政拨款',
      money(content.parts[0]!),
      '其他资金：',
      {
        ...money(content.parts[1]!),
        columnSpan: 2,
      },
    );
    grid.row('项目总体目标', { text: content.goal, columnSpan: 8, align: 'left' });
    for (const row of indicatorRows(content.indicators, table)) grid.row(...row);
    const more = { year: identity.year, project: content.name };
    return {
      sections: [
        {
          name: 'Sheet1',
          landscape: true,
          blocks: [
            line('title', '项目支出绩效目标表'),
            line('caption', `（${identity.year}年）`),
            grid.finish({ widths: table.columns.map((c) => c.width ?? 1) }),
          ],
        },
      ],
      forms: [
        {
          ...projectForm(content, '项目支出绩效目标表'),
          indicators: expectedIndicators(content.indicators, table, {
            section: 'annual',
            year: identity.year,
          }),
          amounts: [
            amount('funding', '年度预算总额', 'current', content.total, more),
            amount('funding', '财政拨款', 'current', content.parts[0]!, { ...more, parent: '年度预算总额' }),
            amount('funding', '其他资金', 'current', content.parts[1]!, { ...more, parent: '年度预算总额' }),
          ],
        },
      ],
      findings,
    };
  },
};

/** Labels above values are few: 项目名称, 主管部门, three money rows, the goal, then three levels and a value. */
export const plainDialect: Template = {
  id: 'project_targets/plain',
  formType: 'project_targets',
  slips: ['missing_name', 'transposed_total'],
  build(random, { slip, fixed }: BuildOptions = {}): Built {
    const style = inventStyle(random, fixed);
    const identity = inventIdentity(random);
    const generation = random.chance(0.5) ? 'before-2021' : 'since-2021';
    const content = inventProject(random, identity, { generation, parts: 2, rich: random.chance(0.4) });
    const findings = plantProjectSlip(content, slip, random, { base: 90 });
    const title = random.pick([
      '项目支出绩效目标申报表',
      '绩效目标申报表',
      '项目支出绩效目标表',
      '专项资金绩效目标表',
      '项目支出目标申报表',
    ]);
    const separate = random.chance(0.4);
    const table: TableLayout = {
      names: levelNames(
        generation,
        random.pick(['指标', '指标', '值']),
        random.pick(['服务对象满意度指标', '社会公众或服务对象满意度指标']),
      ),
      levels: style.levels,
      numbered: style.numbered,
      placeholders: style.placeholders,
      print: { style: style.operator, operatorColumn: separate, unitColumn: separate, equals: false },
      columns: [
        { key: 'level1', label: random.pick(['一级指标', '一级']), width: 1.2 },
        { key: 'level2', label: random.pick(['二级指标', '二级']), width: 1.5 },
        { key: 'level3', label: pickLabel(random, 'level3'), width: 3 },
        ...(separate ? ([{ key: 'operator', label: pickLabel(random, 'operator'), width: 1 }] as const) : []),
        { key: 'target', label: pickLabel(random, 'target'), width: 1.6 },
        ...(separate ? ([{ key: 'unit', label: pickLabel(random, 'unit'), width: 1 }] as const) : []),
        { key: 'remark', label: '备注', width: 1 },
      ],
    };
    const width = 1 + widthOf(table);
    const grid = gridBuilder(width);
    const rest = width - 2;
    const money = (value: Figure) => ({ ...moneyCell(value, style.money), columnSpan: rest - 1 });
    const [first, second] = random.pick([
      ['其中：财政拨款', '其他资金'],
      ['财政拨款：', '其他：'],
      ['其中:本年财政拨款', '上年结转资金'],
    ]);
    const clean = (label: string) => label.replace(/^其中[：:]/, '').replace(/：$/, '');
    const totalLabel = random.pick(['年度资金总额：', '资金总额：', '年度资金总额']);
    grid.row({ text: '项目名称', columnSpan: 2 }, { text: content.name, columnSpan: rest });
    const half = Math.floor(rest / 2);
    grid.row(
      { text: random.pick(['主管部门', '项目主管部门']), columnSpan: 2 },
      { text: identity.supervisor, columnSpan: half - 1 || 1 },
      '实施单位',
      {
        text: identity.organisation,
        columnSpan: rest - (half - 1 || 1) - 1,
      },
    );
    grid.row({ text: '项目资金（万元）', rowSpan: 3, columnSpan: 2 }, totalLabel, money(content.total));
    grid.row({ text: first, align: 'left' }, money(content.parts[0]!));
    grid.row({ text: second, align: 'left' }, money(content.parts[1]!));
    grid.row(
      { text: '总体目标', rowSpan: 2, vertical: style.vertical },
      { text: random.pick(['年度目标', '年度绩效目标']), columnSpan: width - 1 },
    );
    grid.row({ text: content.goal, columnSpan: width - 1, align: 'left' });
    const rows = indicatorRows(content.indicators, table);
    rows.forEach((row, i) => {
      grid.row(
        ...(i === 0 ? [{ text: '绩效指标', rowSpan: rows.length, vertical: style.vertical }, ...row] : row),
      );
    });
    const more = { year: identity.year, project: content.name };
    const form = projectForm(content, title);
    return {
      sections: [
        {
          name: '绩效目标',
          blocks: [
            line('title', title),
            line('caption', `（${identity.year}年度）`),
            grid.finish({ widths: [0.8, ...table.columns.map((c) => c.width ?? 1)] }),
          ],
        },
      ],
      forms: [
        {
          ...form,
          indicators: expectedIndicators(content.indicators, table, {
            section: 'annual',
            year: identity.year,
          }),
          amounts: [
            amount('funding', clean(totalLabel), 'current', content.total, more),
            amount('funding', clean(first), 'current', content.parts[0]!, {
              ...more,
              parent: clean(totalLabel),
            }),
            amount('funding', clean(second), 'current', content.parts[1]!, {
              ...more,
              parent: clean(totalLabel),
            }),
          ],
        },
      ],
      findings,
    };
  },
};

export function projectForm(
  content: ProjectContent,
  title: string,
): Omit<ExpectedForm, 'indicators' | 'amounts'> {
  return {
    form_type: 'project_targets',
    title,
    organisation: content.identity.organisation,
    year: content.identity.year,
    project: content.name,
    money_unit: '万元',
  };
}

export const moneyStyle = (style: Style) => (value: Figure) => moneyCell(value, style.money);
export { spanning };
