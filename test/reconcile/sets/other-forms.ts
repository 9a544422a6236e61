import { gridBuilder } from '../../../scripts/generate/grid-builder.ts';
import { line, type PageBlock, type Section } from '../../../scripts/generate/page.ts';
import { wholeOf } from './department-forms.ts';
import { executionScore, type Told, totalScore } from './project-forms.ts';
import type { View } from './view.ts';
import type { Sum, UnitYear } from './world.ts';

/** 部门整体支出绩效评价基础数据表: persons, and what was planned and spent. */
export function baseData(view: View, of: UnitYear, before: UnitYear | undefined): Section {
  const { money } = view;
  const grid = gridBuilder(4);
  const { annual, spent } = wholeOf(of);
  grid.row('财政供养人员情况（人）', '编制数', `${of.year}年实际在职人数`, '控制率');
  grid.row('', String(of.posts), String(of.persons), `${((100 * of.persons) / of.posts).toFixed(2)}%`);
  const last = before === undefined ? null : wholeOf(before);
  grid.row(
    `经费控制情况（${view.moneyUnit}）`,
    `${of.year - 1}年决算数`,
    `${of.year}年预算数`,
    `${of.year}年决算数`,
  );
  for (const [label, part] of [
    ['基本支出', 'basic'],
    ['项目支出', 'projects'],
  ] as const)
    grid.row(label, last === null ? '' : money(last.spent[part]), money(annual[part]), money(spent[part]));
  return {
    name: '基础数据',
    blocks: [
      line('title', `${of.year}年度部门整体支出绩效评价基础数据表`),
      line('caption', `填报单位：${view.unit}    单位：${view.moneyUnit}`),
      grid.finish(),
    ],
  };
}

/** 评分表 of a department with its levels, standards and points. */
export function scoreSheet(view: View, of: UnitYear): Section {
  const { annual, spent } = wholeOf(of);
  const all = ({ basic, projects }: { basic: Sum; projects: Sum }) => basic + projects;
  const points = Math.min(10, Number(((10 * all(spent)) / all(annual)).toFixed(1)));
  const rows = [
    [
      '投入（20分）',
      '目标设定',
      '绩效目标合理性',
      '10',
      '目标依据充分、符合实际的得10分，否则酌情扣分',
      '10',
    ],
    ['投入（20分）', '预算配置', '在职人员控制率', '10', '在职人员控制率不高于100%的得10分', '10'],
    ['过程（30分）', '预算执行', '预算完成率', '10', '按完成比例计分', String(points)],
    ['过程（30分）', '预算管理', '管理制度健全性', '20', '制度健全的得20分，否则酌情扣分', '20'],
    ['产出（30分）', '职责履行', '重点工作办结率', '30', '全部办结的得30分，否则酌情扣分', '30'],
    ['效果（20分）', '履职效益', '服务对象满意度', '20', '满意度90%以上的得20分，否则酌情扣分', '20'],
  ];
  const grid = gridBuilder(6);
  grid.row('一级指标', '二级指标', '三级指标', '分值', '评分标准', '得分');
  rows.forEach((row, i) => {
    const first = rows[i - 1]?.[0] !== row[0];
    const span = rows.filter(([name]) => name === row[0]).length;
    grid.row(...(first ? [{ text: row[0]!, rowSpan: span }] : []), ...row.slice(1));
  });
  grid.row({ text: '合计', columnSpan: 3 }, '100', '', (90 + points).toFixed(1));
  return {
    name: '评分表',
    blocks: [
      line('title', `${of.year}年度部门整体支出绩效评价评分表`),
      line('caption', `填报单位：${view.unit}`),
      grid.finish(),
    ],
  };
}

export interface Share {
  unit: string;
  sum: Sum;
}

/** 关于下达…的通知 and the list behind it: who gets how much of one project. */
export function allocation(view: View, told: Told, shares: readonly Share[]): Section {
  const { money } = view;
  const total = shares.reduce((sum, share) => sum + share.sum, 0);
  const grid = gridBuilder(3);
  grid.row('序号', '单位', '下达金额');
  shares.forEach(({ unit, sum }, i) => {
    grid.row(String(i + 1), unit, money(sum));
  });
  grid.row('', '合计', money(total));
  return {
    name: '分配表',
    blocks: [
      line('title', `关于下达${told.year}年${told.name}资金的通知`),
      line('body', `现下达${told.year}年${told.name}资金${money(total)}${view.moneyUnit}，请按规定使用。`),
      line('heading', `附件：${told.year}年${told.name}资金分配表`),
      line('caption', `单位：${view.moneyUnit}`),
      grid.finish(),
    ],
  };
}

/** 绩效自评报告 of one project in prose; `attached` its own form behind it. */
export function projectReport(view: View, told: Told, attached: Section | null): Section {
  const { money, moneyUnit, random } = view;
  const sum = (of: Sum) => `${money(of)}${moneyUnit}`;
  const rate = `${((100 * told.spent) / told.annual).toFixed(2)}%`;
  const met = told.goals.find(({ actual }) => actual !== null)!;
  const paragraphs = [
    `${view.unit}组织对${told.year}年${told.name}项目开展了绩效自评，现将有关情况报告如下。`,
    random.pick([
      `${told.year}年年初预算${sum(told.initial)}，全年预算${sum(told.annual)}，全年执行${sum(told.spent)}，预算执行率${rate}。`,
      `项目年初预算数${sum(told.initial)}，调整后预算数${sum(told.annual)}，实际支出${sum(told.spent)}，执行率为${rate}。`,
    ]),
    `预算执行率指标分值10分，得分${executionScore(told)}分。`,
    `${met.name}年度目标值${met.target}${met.unit}，实际完成${met.actual}${met.unit}。`,
    random.pick([
      `自评总得分${totalScore(told)}分，自评等级为优。`,
      `该项目自评得分为${totalScore(told)}分。`,
    ]),
  ];
  const blocks: PageBlock[] = [
    line('title', `${told.year}年${told.name}项目绩效自评报告`),
    ...paragraphs.map((text) => line('body', text)),
    ...(attached === null ? [] : [line('heading', '附件'), ...attached.blocks]),
  ];
  return { name: '自评报告', blocks, ...(attached === null ? {} : { landscape: true }) };
}
