import { type Figure, figure, sumOf } from '../decimal.ts';
import type { ExpectedFinding } from '../expected.ts';
import { amount, type BuildOptions, type Built, inventStyle, moneyCell, type Template } from '../form.ts';
import { gridBuilder } from '../grid-builder.ts';
import { counties } from '../names.ts';
import { line } from '../page.ts';
import { sumFinding, transpose } from '../slips.ts';
import { topics } from '../topics.ts';

/** “三公”经费 in one row under a header of three rows: budget and account beside one another, cars with their parts below. */
export const publicFundsPairsDialect: Template = {
  id: 'budget_table/public-funds-pairs',
  formType: 'budget_table',
  slips: ['transposed_total'],
  build(random, { slip, fixed }: BuildOptions = {}): Built {
    const style = inventStyle(random, fixed);
    const year = random.int(2019, 2025);
    const organisation = random.pick(counties) + random.pick(topics).agency;
    const half = () => {
      const [abroad, buying, running, reception] = [
        0,
        random.chance(0.3) ? 1800 : 0,
        random.int(200, 3000),
        random.int(20, 700),
      ].map((n) => figure(n, 2)) as [Figure, Figure, Figure, Figure];
      const cars = sumOf([buying, running]);
      return { total: sumOf([abroad, cars, reception]), abroad, cars, buying, running, reception };
    };
    const halves = [half(), half()] as const;
    const findings: ExpectedFinding[] = [];
    if (slip === 'transposed_total') {
      const wrong = transpose(halves[1].total, random);
      if (wrong) {
        findings.push(sumFinding('“三公”经费 合计', wrong, halves[1].total, 0, 'SUM-10'));
        halves[1].total = wrong;
      }
    }
    const keys = ['total', 'abroad', 'cars', 'buying', 'running', 'reception'] as const;
    const grid = gridBuilder(12);
    grid.row({ text: `${year}年度预算数`, columnSpan: 6 }, { text: `${year}年度决算数`, columnSpan: 6 });
    const middle = [
      { text: '合计', rowSpan: 2 },
      { text: '因公出国（境）费', rowSpan: 2 },
      { text: '公务用车购置及运行费', columnSpan: 3 },
      { text: '公务接待费', rowSpan: 2 },
    ];
    grid.row(...middle, ...middle);
    const lower = ['小计', '公务用车购置费', '公务用车运行费'];
    grid.row(...lower, ...lower);
    grid.row(...halves.flatMap((one) => keys.map((key) => moneyCell(one[key], style.money))));
    const title = '“三公”经费支出决算表';
    const items = ['合计', '因公出国（境）费', '小计', '公务用车购置费', '公务用车运行费', '公务接待费'];
    return {
      sections: [
        {
          name: '三公经费',
          landscape: true,
          blocks: [
            line('title', title),
            line('caption', `编制单位：${organisation}`),
            line('caption', `${year}年度    单位：万元`),
            grid.finish({ headerRows: 3 }),
          ],
        },
      ],
      forms: [
        {
          form_type: 'budget_table',
          title,
          organisation,
          year,
          project: null,
          money_unit: '万元',
          indicators: [],
          amounts: halves.flatMap((one, h) =>
            keys.map((key, i) =>
              amount('budget', items[i]!, h === 0 ? 'budget' : 'final', one[key], { year }),
            ),
          ),
          amounts_by_value_only: true,
        },
      ],
      findings,
    };
  },
};
