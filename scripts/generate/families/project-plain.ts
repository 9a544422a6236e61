import { inventIdentity } from '../content.ts';
import type { Figure } from '../decimal.ts';
import { expectedIndicators } from '../expected-indicators.ts';
import { amount, type BuildOptions, type Built, inventStyle, moneyCell, type Template } from '../form.ts';
import { gridBuilder } from '../grid-builder.ts';
import { indicatorRows, type TableLayout, widthOf } from '../indicator-table.ts';
import { line } from '../page.ts';
import { levelNames, pickLabel } from '../vocabulary.ts';
import { inventProject, plantProjectSlip, projectForm } from './project-content.ts';

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
