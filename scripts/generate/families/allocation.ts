import { inventIdentity } from '../content.ts';
import { type Figure, figure, numberOf, sumOf } from '../decimal.ts';
import type { ExpectedFinding } from '../expected.ts';
import { amount, type BuildOptions, type Built, inventStyle, moneyCell, type Template } from '../form.ts';
import { gridBuilder } from '../grid-builder.ts';
import { towns } from '../names.ts';
import { line } from '../page.ts';
import { sumFinding, transpose } from '../slips.ts';

/** Towns down, projects across under their budget lines, totals at the right and at the foot. */
export const allocationDialect: Template = {
  id: 'allocation_table/matrix',
  formType: 'allocation_table',
  slips: ['transposed_total', 'row_total'],
  build(random, { slip, fixed }: BuildOptions = {}): Built {
    const style = inventStyle(random, fixed);
    const identity = inventIdentity(random);
    const places = random.sample(towns, random.int(6, 14));
    const groups = [
      { code: '2130122-农业生产发展', projects: ['良种示范补助', '耕地地力提升补助'] },
      { code: '2130108-病虫害控制', projects: ['防疫员补助', '绿色防控示范补助', '统防统治补助'] },
    ];
    const projects = groups.flatMap((group) => group.projects);
    const matrix = places.map(() =>
      projects.map(() => figure(random.chance(0.6) ? random.int(5, 300) : 0, 1)),
    );
    for (const row of matrix) if (row.every(({ scaled }) => scaled === 0)) row[0] = figure(10, 1);
    const rowTotals = matrix.map((row) => sumOf(row));
    const columnTotals = projects.map((_, c) => sumOf(matrix.map((row) => row[c]!)));
    let grand = sumOf(rowTotals);
    const findings: ExpectedFinding[] = [];
    if (slip === 'transposed_total') {
      const wrong = transpose(grand, random);
      if (wrong) {
        findings.push(sumFinding('grand total', wrong, grand, 0, 'SUM-05'));
        grand = wrong;
      }
    }
    if (slip === 'row_total') {
      const at = random.int(0, places.length - 1);
      const wrong = figure(rowTotals[at]!.scaled + 20, 1);
      findings.push({
        ...sumFinding(`合计 of ${places[at]}`, wrong, rowTotals[at]!, 0, 'SUM-05'),
        numbers: [numberOf(wrong), numberOf(rowTotals[at]!)],
      });
      rowTotals[at] = wrong;
    }
    const width = projects.length + 2;
    const grid = gridBuilder(width);
    const money = (value: Figure) =>
      value.scaled === 0 ? { text: '' } : moneyCell(value, { ...style.money, thousands: false });
    grid.row(
      { text: '项目单位', rowSpan: 2 },
      ...groups.map(({ code, projects: list }) => ({ text: code, columnSpan: list.length })),
      { text: '合计', rowSpan: 2 },
    );
    grid.row(...projects);
    for (const [r, place] of places.entries())
      grid.row(place, ...matrix[r]!.map(money), money(rowTotals[r]!));
    grid.row('合计', ...columnTotals.map(money), money(grand));
    const title = `${identity.place}${identity.year}年特色农业发展资金（第一批）分配表`;
    const more = { year: identity.year };
    const named = (item: string, project: string | null, value: Figure) =>
      value.scaled === 0 ? [] : [amount('budget', item, 'budget', value, { ...more, project })];
    return {
      sections: [
        {
          name: '分配表',
          landscape: true,
          blocks: [
            line('title', title),
            line('caption', '单位：万元'),
            grid.finish({ widths: [1.3, ...projects.map(() => 1), 0.9], headerRows: 2 }),
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
            ...places.flatMap((place, r) => [
              ...projects.flatMap((project, c) => named(place, project, matrix[r]![c]!)),
              ...named(place, null, rowTotals[r]!),
            ]),
            ...projects.flatMap((project, c) => named('合计', project, columnTotals[c]!)),
            ...named('合计', null, grand),
          ],
          amounts_by_value_only: true,
        },
      ],
      findings,
    };
  },
};
