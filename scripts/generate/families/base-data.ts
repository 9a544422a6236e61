import { inventIdentity } from '../content.ts';
import { type Figure, figure, numberOf, printFigure, shareOf, sumOf } from '../decimal.ts';
import type { ExpectedAmount, ExpectedFinding } from '../expected.ts';
import { amount, type BuildOptions, type Built, inventStyle, type Template } from '../form.ts';
import { gridBuilder } from '../grid-builder.ts';
import { line } from '../page.ts';
import { sumFinding, transpose } from '../slips.ts';

type Values = [final: Figure, budget: Figure, executed: Figure];
const money = (scaled: number) => figure(scaled, 2);

/** Staff with its control rate, then spending under control: last year's account, this year's budget and account; parts marked 其中 and by number. */
export const baseDataDialect: Template = {
  id: 'base_data/control-table',
  formType: 'base_data',
  slips: ['control_rate', 'transposed_total', 'unit_slip'],
  build(random, { slip, fixed }: BuildOptions = {}): Built {
    const style = inventStyle(random, fixed);
    const identity = inventIdentity(random);
    const { year } = identity;
    const posts = random.int(18, 90);
    const staff = random.int(Math.floor(posts * 0.7), posts);
    const rate = shareOf(figure(staff, 0), figure(posts, 0), 1, 'half-up');
    const three = (least: number, most: number): Values => {
      const budget = random.int(least, most);
      return [
        money(random.int(Math.floor(budget * 0.9), budget)),
        money(budget),
        money(random.int(Math.floor(budget * 0.9), budget)),
      ];
    };
    const add = (...lists: Values[]): Values =>
      [0, 1, 2].map((i) => sumOf(lists.map((list) => list[i]!))) as Values;
    const none: Values = [money(0), money(0), money(0)];
    const running = three(150, 600);
    const cars = add(none, running);
    const reception = three(40, 260);
    const publicFunds = add(cars, none, reception);
    const projects = identity.topic.projects.map((project) => ({
      name: project.name,
      values: three(2000, 30000),
    }));
    const projectTotal = add(...projects.map(({ values }) => values));
    const office = three(800, 3000);
    const utilities = three(300, 1200);
    const meetings = three(100, 500);
    const offices = add(office, utilities, meetings);
    const unit = fixed?.money ? '' : random.chance(0.5) ? '万元' : '';
    const rows: [label: string, item: string, values: Values, parent: string | null][] = [
      ['“三公”经费', '“三公”经费', publicFunds, null],
      ['1、公务用车购置和维护经费', '公务用车购置和维护经费', cars, '“三公”经费'],
      ['其中：公车购置', '公车购置', none, '公务用车购置和维护经费'],
      ['公车运行维护', '公车运行维护', running, '公务用车购置和维护经费'],
      ['2、出国经费', '出国经费', none, '“三公”经费'],
      ['3、公务接待', '公务接待', reception, '“三公”经费'],
      ['项目支出：', '项目支出', projectTotal, null],
      ...projects.map(({ name, values }, i): [string, string, Values, string] => [
        `${i + 1}、${name}`,
        name,
        values,
        '项目支出',
      ]),
      ['公用经费', '公用经费', offices, null],
      ['其中：办公经费', '办公经费', office, '公用经费'],
      ['水费、电费、差旅费', '水费、电费、差旅费', utilities, '公用经费'],
      ['会议费、培训费', '会议费、培训费', meetings, '公用经费'],
    ];
    const findings: ExpectedFinding[] = [];
    let printedRate = rate;
    if (slip === 'control_rate') {
      printedRate = figure(rate.scaled === 1000 ? 900 : 1000, 1);
      findings.push({
        kind: 'ratio',
        rule: 'RAT-01',
        what: `control rate printed ${numberOf(printedRate)} %, ${staff} of ${posts} is ${numberOf(rate)} %`,
        numbers: [staff, posts, numberOf(printedRate)],
        form: 0,
        level: 'error',
      });
    }
    if (slip === 'transposed_total') {
      const wrong = transpose(projectTotal[1], random);
      if (wrong) {
        findings.push(sumFinding('项目支出 budget', wrong, projectTotal[1], 0));
        projectTotal[1] = wrong;
      }
    }
    if (slip === 'unit_slip') {
      const wrong = figure(office[2].scaled * 10000, 2);
      findings.push({
        kind: 'unit',
        rule: 'UNI-02',
        what: `办公经费 typed in 元: ${numberOf(wrong)} for ${numberOf(office[2])} 万元`,
        numbers: [numberOf(wrong), numberOf(office[2])],
        form: 0,
        level: 'error',
      });
      office[2] = wrong;
    }
    const cell = (value: Figure) => (value.scaled === 0 ? '' : printFigure(value, style.money) + unit);
    const staffGrid = gridBuilder(4);
    staffGrid.row({ text: '财政供养人员情况', rowSpan: 2 }, '编制数', `${year}年实际在职人数`, '控制率');
    staffGrid.row(
      { text: String(posts), number: posts },
      { text: String(staff), number: staff },
      `${printFigure(printedRate, { trim: true })}%`,
    );
    const grid = gridBuilder(4);
    grid.row('经费控制情况', `${year - 1}年决算数`, `${year}年预算数`, `${year}年决算数`);
    for (const [label, , values] of rows) grid.row({ text: label, align: 'left' }, ...values.map(cell));
    const title = '部门整体支出绩效评价基础数据表';
    const measures = [
      ['final', year - 1],
      ['budget', year],
      ['final', year],
    ] as const;
    return {
      sections: [
        {
          name: '基础数据',
          blocks: [
            line('title', title),
            line('caption', `填报单位：${identity.organisation}${unit ? '' : '    单位：万元'}`),
            staffGrid.finish({ widths: [1.4, 1, 1, 1] }),
            grid.finish({ widths: [1.8, 1, 1, 1] }),
            line('note', '说明：“项目支出”需要填报基本支出以外的所有项目支出情况。'),
          ],
        },
      ],
      forms: [
        {
          form_type: 'base_data',
          title,
          organisation: identity.organisation,
          year,
          project: null,
          money_unit: '万元',
          indicators: [],
          amounts: [
            amount('staff', '编制数', 'count', figure(posts, 0), { unit: '人', year }),
            amount('staff', '实际在职人数', 'count', figure(staff, 0), { unit: '人', year }),
            ...rows.flatMap(([, item, values, parent]) =>
              values.flatMap((value, i): ExpectedAmount[] => {
                const [measure, at] = measures[i]!;
                return value.scaled === 0
                  ? []
                  : [amount('base_data', item, measure, value, { year: at, parent })];
              }),
            ),
          ],
        },
      ],
      findings,
    };
  },
};
