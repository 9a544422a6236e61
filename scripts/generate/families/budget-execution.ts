import { type Figure, figure, numberOf, printFigure, shareOf, sumOf } from '../decimal.ts';
import type { ExpectedAmount, ExpectedFinding } from '../expected.ts';
import { amount, type BuildOptions, type Built, type Template } from '../form.ts';
import { gridBuilder } from '../grid-builder.ts';
import { counties } from '../names.ts';
import { line } from '../page.ts';
import { sumFinding, transpose } from '../slips.ts';

const taxes = [
  '增值税',
  '企业所得税',
  '个人所得税',
  '城市维护建设税',
  '房产税',
  '印花税',
  '车船税',
  '契税',
] as const;
const others = ['专项收入', '行政事业性收费收入', '罚没收入'] as const;

interface Row {
  label: string;
  item: string;
  last: Figure;
  plan: Figure;
  done: Figure;
}

/** Income of a town: last year's account, this year's adjusted budget and execution, with rate and growth in whole 万元. */
export const executionDialect: Template = {
  id: 'budget_table/income-execution',
  formType: 'budget_table',
  slips: ['transposed_total', 'growth'],
  build(random, { slip }: BuildOptions = {}): Built {
    const year = random.int(2019, 2025);
    const place = random.pick(counties);
    const whole = (scaled: number) => figure(scaled, 0);
    const leaf = (item: string): Row => {
      const plan = random.int(40, 900);
      return {
        label: item,
        item,
        last: whole(random.int(Math.ceil(plan * 0.8), Math.ceil(plan * 1.15))),
        plan: whole(plan),
        done: whole(random.int(Math.ceil(plan * 0.95), Math.ceil(plan * 1.04))),
      };
    };
    const total = (label: string, item: string, parts: Row[]): Row => ({
      label,
      item,
      last: sumOf(parts.map((p) => p.last)),
      plan: sumOf(parts.map((p) => p.plan)),
      done: sumOf(parts.map((p) => p.done)),
    });
    const tax = random.sample(taxes, random.int(4, 7)).map(leaf);
    const other = random.sample(others, 2).map(leaf);
    const taxTotal = total('一、税收收入', '税收收入', tax);
    const otherTotal = total('二、非税收入', '非税收入', other);
    const grand = total('本年收入合计', '本年收入合计', [taxTotal, otherTotal]);
    const rows = [taxTotal, ...tax, otherTotal, ...other, grand];
    const findings: ExpectedFinding[] = [];
    const rates = new Map(rows.map((row) => [row, shareOf(row.done, row.plan, 2, 'half-up')]));
    const growths = new Map(rows.map((row) => [row, growthOf(row)]));
    if (slip === 'transposed_total') {
      const wrong = transpose(taxTotal.last, random);
      if (wrong) {
        findings.push(sumFinding('税收收入 of last year', wrong, taxTotal.last, 0));
        taxTotal.last = wrong;
        growths.set(taxTotal, growthOf(taxTotal));
      }
    }
    if (slip === 'growth') {
      const right = growths.get(grand)!;
      const wrong = figure(right.scaled + 500, 2);
      growths.set(grand, wrong);
      findings.push({
        kind: 'ratio',
        rule: 'PCT-07',
        what: `growth printed ${numberOf(wrong)}, is ${numberOf(right)}`,
        numbers: [numberOf(wrong), numberOf(grand.done), numberOf(grand.last)],
        form: 0,
        level: 'error',
      });
    }
    const cell = (value: Figure) => ({
      text: printFigure(value),
      number: numberOf(value),
      align: 'right' as const,
      ...(value.decimals > 0 && { format: '0.00' }),
    });
    const grid = gridBuilder(6);
    grid.row(
      { text: '项  目', rowSpan: 2 },
      { text: `${year - 1}年决算数`, rowSpan: 2 },
      { text: `${year}年预算调整数`, rowSpan: 2 },
      { text: `${year}年执行数`, columnSpan: 3 },
    );
    grid.row('金额', '占调整预算%', '比上年增长%');
    for (const row of rows)
      grid.row(
        { text: row.label, align: 'left' },
        cell(row.last),
        cell(row.plan),
        cell(row.done),
        cell(rates.get(row)!),
        cell(growths.get(row)!),
      );
    const title = `${year}年${place}一般公共预算收入执行情况表`;
    return {
      sections: [
        {
          name: '收入执行',
          blocks: [
            line('title', title),
            line('caption', '单位：万元'),
            grid.finish({ widths: [2.2, 1, 1.1, 1, 1.1, 1.1], headerRows: 2 }),
          ],
        },
      ],
      forms: [
        {
          form_type: 'budget_table',
          title,
          organisation: null,
          year,
          project: null,
          money_unit: '万元',
          indicators: [],
          amounts: rows.flatMap((row): ExpectedAmount[] => [
            amount('budget', row.item, 'final', row.last, { year: year - 1 }),
            amount('budget', row.item, 'annual_budget', row.plan, { year }),
            amount('budget', row.item, 'executed', row.done, { year }),
          ]),
          amounts_by_value_only: true,
        },
      ],
      findings,
    };
  },
};

function growthOf({ done, last }: Row): Figure {
  const change = done.scaled - last.scaled;
  const share = shareOf(figure(Math.abs(change), 0), last, 2, 'half-up');
  return figure(Math.sign(change) * share.scaled, 2);
}
