import { inventIdentity } from '../content.ts';
import { type Figure, figure, sumOf } from '../decimal.ts';
import type { ExpectedFinding } from '../expected.ts';
import { amount, type BuildOptions, type Built, inventStyle, moneyCell, type Template } from '../form.ts';
import { gridBuilder } from '../grid-builder.ts';
import { towns } from '../names.ts';
import { line } from '../page.ts';
import { sumFinding, transpose } from '../slips.ts';

/** Issued funds as a list: total first, then each town with its projects and a subtotal, the town in a merged cell. */
export const issuedFundsDialect: Template = {
  id: 'allocation_table/issued-list',
  formType: 'allocation_table',
  slips: ['subtotal'],
  build(random, { slip, fixed }: BuildOptions = {}): Built {
    const style = inventStyle(random, fixed);
    const identity = inventIdentity(random);
    const places = random.sample(towns, random.int(3, 6)).map((name) => ({
      name,
      projects: random
        .sample(
          ['道路硬化工程', '灌溉水渠维修', '人居环境整治', '产业路建设', '饮水管网改造'],
          random.int(1, 4),
        )
        .map((project) => ({
          project,
          value: figure(random.int(300, 9800), 2),
        })),
    }));
    const subtotals = places.map(({ projects }) => sumOf(projects.map(({ value }) => value)));
    const total = sumOf(subtotals);
    const findings: ExpectedFinding[] = [];
    if (slip === 'subtotal') {
      const at = places.findIndex(({ projects }) => projects.length > 1);
      const wrong = at >= 0 ? transpose(subtotals[at]!, random) : null;
      if (wrong) {
        findings.push(sumFinding(`小计 of ${places[at]!.name}`, wrong, subtotals[at]!, 0));
        subtotals[at] = wrong;
      }
    }
    const money = (value: Figure) => moneyCell(value, style.money);
    const grid = gridBuilder(5);
    grid.row('序号', '实施单位', '项目名称', '下达金额', '备注');
    grid.row({ text: '合计', columnSpan: 3 }, money(total), '');
    let ordinal = 0;
    places.forEach(({ name, projects }, p) => {
      projects.forEach(({ project, value }, i) => {
        ordinal++;
        const left = i === 0 ? [{ text: name, rowSpan: projects.length + 1 }] : [];
        grid.row(String(ordinal), ...left, { text: project, align: 'left' }, money(value), '');
      });
      grid.row('', '小计', money(subtotals[p]!), '');
    });
    const title = `${identity.place}${identity.year}年乡村建设补助资金下达明细表`;
    const at = { year: identity.year };
    return {
      sections: [
        {
          name: '下达明细',
          blocks: [
            line('title', title),
            line('caption', '单位：万元'),
            grid.finish({ widths: [0.5, 1.2, 2.4, 1, 1], headerRows: 1 }),
          ],
        },
      ],
      forms: [
        {
          form_type: 'allocation_table',
          title,
          organisation: null,
          year: identity.year,
          project: null,
          money_unit: '万元',
          indicators: [],
          amounts: [
            amount('budget', '合计', 'budget', total, at),
            ...places.flatMap(({ name, projects }, p) => [
              ...projects.map(({ project, value }) =>
                amount('budget', name, 'budget', value, { ...at, project }),
              ),
              amount('budget', '小计', 'budget', subtotals[p]!, at),
            ]),
          ],
          amounts_by_value_only: true,
        },
      ],
      findings,
    };
  },
};
