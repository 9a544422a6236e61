import { inventIdentity } from '../content.ts';
import { type Figure, figure, numberOf, sumOf } from '../decimal.ts';
import type { ExpectedFinding } from '../expected.ts';
import { amount, type BuildOptions, type Built, inventStyle, moneyCell, type Template } from '../form.ts';
import { gridBuilder } from '../grid-builder.ts';
import { line } from '../page.ts';
import { sumFinding, transpose } from '../slips.ts';

/** “三公”经费: total, travel abroad, reception, cars with their two parts; budget and account beside one another. */
export const publicFundsDialect: Template = {
  id: 'budget_table/public-funds',
  formType: 'budget_table',
  slips: ['transposed_total', 'part_above_whole'],
  build(random, { slip, fixed }: BuildOptions = {}): Built {
    const style = inventStyle(random, fixed);
    const identity = inventIdentity(random);
    const column = () => {
      const [abroad, reception, running] = [0, random.int(20, 900), random.int(150, 4200)];
      const buying = random.chance(0.3) ? random.int(1500, 2200) : 0;
      const parts = [abroad, reception, running, buying].map((scaled) => figure(scaled, 2)) as [
        Figure,
        Figure,
        Figure,
        Figure,
      ];
      const cars = sumOf([parts[2], parts[3]]);
      return {
        abroad: parts[0],
        reception: parts[1],
        running: parts[2],
        buying: parts[3],
        cars,
        total: sumOf([parts[0], parts[1], cars]),
      };
    };
    const columns = [column(), column()] as const;
    const findings: ExpectedFinding[] = [];
    const first = columns[0];
    if (slip === 'transposed_total') {
      const wrong = transpose(first.total, random);
      if (wrong) {
        findings.push(sumFinding('“三公”经费合计', wrong, first.total, 0, 'SUM-10'));
        first.total = wrong;
      }
    }
    if (slip === 'part_above_whole') {
      findings.push({
        ...sumFinding('公务用车费 0 over its parts', figure(0, 2), first.cars, 0, 'SUM-10'),
        numbers: [0, numberOf(first.running)],
      });
      first.cars = figure(0, 2);
    }
    const rows: [label: string, item: string, key: keyof typeof first][] = [
      ['合  计', '合计', 'total'],
      ['1.因公出国（境）费用', '因公出国（境）费用', 'abroad'],
      ['2.公务接待费', '公务接待费', 'reception'],
      ['3.公务用车费', '公务用车费', 'cars'],
      ['其中：（1）公务用车运行维护费', '公务用车运行维护费', 'running'],
      ['（2）公务用车购置', '公务用车购置', 'buying'],
    ];
    const grid = gridBuilder(3);
    grid.row('项  目', `${identity.year}年预算数`, `${identity.year - 1}年预算数`);
    for (const [label, , key] of rows)
      grid.row({ text: label, align: 'left' }, ...columns.map((one) => moneyCell(one[key], style.money)));
    const title = `${identity.organisation}“三公”经费预算情况表`;
    return {
      sections: [
        {
          name: '三公经费',
          blocks: [
            line('title', title),
            line('caption', '单位：万元'),
            grid.finish({ widths: [2.4, 1, 1], headerRows: 1 }),
          ],
        },
      ],
      forms: [
        {
          form_type: 'budget_table',
          title,
          organisation: null,
          year: identity.year,
          project: null,
          money_unit: '万元',
          indicators: [],
          amounts: rows.flatMap(([, item, key]) =>
            columns.map((one, i) => amount('budget', item, 'budget', one[key], { year: identity.year - i })),
          ),
        },
      ],
      findings,
    };
  },
};
