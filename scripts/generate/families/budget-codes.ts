import { inventIdentity } from '../content.ts';
import { type Figure, figure, numberOf, sumOf } from '../decimal.ts';
import type { ExpectedAmount, ExpectedFinding } from '../expected.ts';
import { amount, type BuildOptions, type Built, inventStyle, moneyCell, type Template } from '../form.ts';
import { gridBuilder } from '../grid-builder.ts';
import { line } from '../page.ts';
import { sumFinding, transpose } from '../slips.ts';

/** A few items of the functional classification: code and name of 类, 款 and 项. */
const classification: readonly [string, string, readonly [string, string, readonly [string, string][]][]][] =
  [
    [
      '208',
      '社会保障和就业支出',
      [
        [
          '05',
          '行政事业单位养老支出',
          [
            ['05', '机关事业单位基本养老保险缴费支出'],
            ['06', '机关事业单位职业年金缴费支出'],
          ],
        ],
        [
          '10',
          '社会福利',
          [
            ['01', '儿童福利'],
            ['02', '老年福利'],
          ],
        ],
      ],
    ],
    ['210', '卫生健康支出', [['11', '行政事业单位医疗', [['02', '事业单位医疗']]]]],
    [
      '213',
      '农林水支出',
      [
        [
          '03',
          '水利',
          [
            ['06', '水利工程运行与维护'],
            ['14', '防汛'],
          ],
        ],
      ],
    ],
    ['221', '住房保障支出', [['02', '住房改革支出', [['01', '住房公积金']]]]],
  ];

interface Row {
  code: [string, string, string];
  name: string;
  basic: Figure;
  project: Figure;
  total: Figure;
}

/** Codes of three levels in columns of their own, each level the sum of the next; total = basic + projects. */
export const codesDialect: Template = {
  id: 'budget_table/functional-codes',
  formType: 'budget_table',
  slips: ['transposed_total', 'row_total'],
  build(random, { slip, fixed }: BuildOptions = {}): Built {
    const style = inventStyle(random, fixed);
    const identity = inventIdentity(random);
    const final = random.chance(0.4);
    const rows: Row[] = [];
    const make = (code: Row['code'], name: string, parts: Row[] | null): Row => {
      const money = (of: 'basic' | 'project') =>
        parts
          ? sumOf(parts.map((part) => part[of]))
          : figure(random.chance(0.6) ? random.int(1_00, 900_00) : 0, 2);
      const [basic, project] = [money('basic'), money('project')];
      const filled =
        !parts && basic.scaled + project.scaled === 0 ? figure(random.int(1_00, 90_00), 2) : basic;
      return { code, name, basic: filled, project, total: sumOf([filled, project]) };
    };
    const tops = random.sample(classification, 3).map(([a, aName, groups]) => {
      const middles = groups.map(([b, bName, leaves]) => {
        const ends = leaves.map(([c, cName]) => make([a, b, c], cName, null));
        return { row: make([a, b, ''], bName, ends), ends };
      });
      return {
        row: make(
          [a, '', ''],
          aName,
          middles.map(({ row }) => row),
        ),
        middles,
      };
    });
    const grand = make(
      ['', '', ''],
      '合计',
      tops.map(({ row }) => row),
    );
    rows.push(
      grand,
      ...tops.flatMap(({ row, middles }) => [
        row,
        ...middles.flatMap((middle) => [middle.row, ...middle.ends]),
      ]),
    );
    const findings: ExpectedFinding[] = [];
    if (slip === 'transposed_total') {
      const wrong = transpose(grand.total, random);
      if (wrong) {
        findings.push({ ...sumFinding('合计', wrong, grand.total, 0, 'SUM-05') });
        grand.total = wrong;
      }
    }
    if (slip === 'row_total') {
      const leaf = random.pick(tops).middles[0]!.ends[0]!;
      const was = leaf.total;
      leaf.total = figure(was.scaled + 7_00, 2);
      findings.push({
        ...sumFinding(leaf.name, leaf.total, was, 0, 'SUM-02'),
        numbers: [numberOf(leaf.total), numberOf(was)],
      });
    }
    const joined = random.chance(0.4);
    const grid = gridBuilder(joined ? 5 : 7);
    const money = (value: Figure) => moneyCell(value, style.money);
    if (joined) {
      grid.row('科目编码', '科目名称', '合计', '基本支出', '项目支出');
    } else {
      grid.row(
        { text: '项目', columnSpan: 4 },
        ...['合计', '基本支出', '项目支出'].map((text) => ({ text, rowSpan: 3 })),
      );
      grid.row({ text: '功能分类科目编码', columnSpan: 3 }, { text: '功能分类科目名称', rowSpan: 2 });
      grid.row('类', '款', '项');
    }
    for (const { code, name, basic, project, total } of rows) {
      const codes = joined ? [code.join('')] : code.map((part) => part);
      grid.row(...codes, { text: name, align: 'left' }, money(total), money(basic), money(project));
    }
    const measure = final ? 'final' : 'budget';
    const title = final ? '支出决算表' : '一般公共预算支出表';
    const records = rows.flatMap(({ code, name, basic, project, total }): ExpectedAmount[] =>
      [total, basic, project].map((value) =>
        amount('budget', name, measure, value, { year: identity.year, code: code.join('') || null }),
      ),
    );
    return {
      sections: [
        {
          name: '支出表',
          blocks: [
            line('title', title),
            line('caption', `编制单位：${identity.organisation}    ${identity.year}年度    单位：万元`),
            grid.finish({
              widths: [...(joined ? [1] : [0.5, 0.5, 0.5]), 2.6, 1, 1, 1],
              headerRows: joined ? 1 : 3,
            }),
          ],
        },
      ],
      forms: [
        {
          form_type: 'budget_table',
          title,
          organisation: identity.organisation,
          year: identity.year,
          project: null,
          money_unit: '万元',
          indicators: [],
          amounts: records,
          amounts_by_value_only: true,
        },
      ],
      findings,
    };
  },
};
