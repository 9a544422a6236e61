import { inventIdentity, split } from '../content.ts';
import { type Figure, figure, printFigure, sumOf } from '../decimal.ts';
import type { ExpectedAmount, ExpectedFinding } from '../expected.ts';
import { amount, type BuildOptions, type Built, inventStyle, type Template } from '../form.ts';
import { gridBuilder } from '../grid-builder.ts';
import { line } from '../page.ts';
import { sumFinding, transpose } from '../slips.ts';

const incomeItems = [
  '一般公共预算拨款收入',
  '政府性基金预算拨款收入',
  '国有资本经营预算拨款收入',
  '财政专户管理资金收入',
  '单位资金收入',
] as const;
const spendingItems = [
  '一般公共服务支出',
  '教育支出',
  '文化旅游体育与传媒支出',
  '社会保障和就业支出',
  '卫生健康支出',
  '节能环保支出',
  '城乡社区支出',
  '农林水支出',
  '交通运输支出',
  '住房保障支出',
] as const;
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** Income at the left, spending at the right, totals of both at the foot. */
export const sidesDialect: Template = {
  id: 'budget_table/income-beside-spending',
  formType: 'budget_table',
  slips: ['transposed_total', 'sides_differ'],
  build(random, { slip, fixed }: BuildOptions = {}): Built {
    const style = inventStyle(random, { money: { thousands: random.chance(0.5), trim: false }, ...fixed });
    const identity = inventIdentity(random);
    const { year } = identity;
    const total = figure(random.int(900_00, 32000_00), 2);
    const income = split(random, total, 3, 0.5);
    const filled = random.sample(spendingItems, random.int(3, 6));
    const spending = split(random, total, filled.length, 0);
    const carried = figure(0, 2);
    let incomeTotal = sumOf([...income, carried]);
    const spendingTotal = sumOf(spending);
    const findings: ExpectedFinding[] = [];
    if (slip === 'transposed_total') {
      const wrong = transpose(incomeTotal, random);
      if (wrong) {
        findings.push(sumFinding('收入总计', wrong, incomeTotal, 0));
        incomeTotal = wrong;
      }
    }
    const numbered = random.chance(0.6);
    const mark = (label: string, i: number) => (numbered ? `${numerals[i]}、${label}` : label);
    const cell = (value: Figure | undefined) => {
      if (!value || value.scaled === 0) return { text: '' };
      const text = printFigure(value, style.money);
      return {
        text,
        number: Number(printFigure(value)),
        format: style.money.thousands ? '#,##0.00' : '0.00',
        align: 'right' as const,
      };
    };
    const ordinals = random.chance(0.4);
    const grid = gridBuilder(ordinals ? 5 : 4);
    grid.row(
      ...(ordinals ? [{ text: '序号', rowSpan: 2 }] : []),
      { text: '收入', columnSpan: 2 },
      { text: '支出', columnSpan: 2 },
    );
    grid.row('项目', '预算数', '项目', '预算数');
    if (ordinals) grid.row('栏次', '1', '2', '3', '4');
    const records: ExpectedAmount[] = [];
    const more = { year };
    spendingItems.forEach((item, i) => {
      const left = incomeItems[i];
      const value = spending[filled.indexOf(item)];
      grid.row(
        ...(ordinals ? [String(i + 1)] : []),
        { text: left ? mark(left, i) : '', align: 'left' },
        cell(left ? income[i] : undefined),
        { text: mark(item, i), align: 'left' },
        cell(value),
      );
      if (left && income[i] && income[i].scaled > 0)
        records.push(amount('budget', left, 'budget', income[i], more));
      if (value && value.scaled > 0) records.push(amount('budget', item, 'budget', value, more));
    });
    if (slip === 'sides_differ') {
      const wrong = transpose(incomeTotal, random) ?? incomeTotal;
      findings.push(sumFinding('收入总计 against 支出总计', wrong, spendingTotal, 0, 'SUM-09'));
      incomeTotal = wrong;
    }
    const last = spendingItems.length;
    const [incomeLabel, spendingLabel] = random.pick([
      ['收入合计', '支出合计'],
      ['收入总计', '支出总计'],
    ] as const);
    grid.row(
      ...(ordinals ? [String(last + 1)] : []),
      incomeLabel,
      cell(incomeTotal),
      spendingLabel,
      cell(spendingTotal),
    );
    records.push(
      amount('budget', incomeLabel, 'budget', incomeTotal, more),
      amount('budget', spendingLabel, 'budget', spendingTotal, more),
    );
    const title = random.pick(['部门预算收支总表', '财政拨款收支总表']);
    return {
      sections: [
        {
          name: '收支总表',
          blocks: [
            line('title', title),
            line('caption', `编制单位：${identity.organisation}    预算年度：${year}    单位：万元`),
            grid.finish({ widths: [...(ordinals ? [0.5] : []), 2, 1.1, 2, 1.1], headerRows: 2 }),
          ],
        },
      ],
      forms: [
        {
          form_type: 'budget_table',
          title,
          organisation: identity.organisation,
          year,
          project: null,
          money_unit: '万元',
          indicators: [],
          amounts: records,
        },
      ],
      findings,
    };
  },
};
