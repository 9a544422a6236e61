import { inventIdentity } from '../content.ts';
import type { ExpectedFinding, ExpectedIndicator } from '../expected.ts';
import type { BuildOptions, Built, Template } from '../form.ts';
import { gridBuilder } from '../grid-builder.ts';
import { line } from '../page.ts';

interface Item {
  level1: string;
  level2: string;
  name: string;
  points: number;
  score: number;
  rule: string;
  description: string;
}

type Source = readonly [
  level1: string,
  level2: string,
  name: string,
  points: number,
  rule: string,
  description: string,
];

const missing = '按指标说明评价要点，每缺一项扣1分，扣完为止。';
const falling = '100%计满分，每下降5个百分点扣1分，扣完为止。';

/** Points add up to 100; standards name no points above those of their indicator. */
const sources: readonly Source[] = [
  [
    '决策',
    '目标设定',
    '绩效目标合理性',
    4,
    missing,
    '评价要点：\n①目标是否与职责相符；\n②目标是否与预算相匹配。',
  ],
  ['决策', '目标设定', '绩效指标明确性', 4, missing, '评价要点：\n①指标是否清晰；\n②指标是否可衡量。'],
  ['决策', '资金投入', '预算编制科学性', 4, missing, '评价要点：\n①预算是否经过论证；\n②测算依据是否充分。'],
  ['决策', '资金投入', '资金分配合理性', 3, missing, '评价要点：\n①分配依据是否充分。'],
  ['过程', '资金管理', '资金到位率', 5, falling, '资金到位率=（实际到位资金/预算资金）×100%。'],
  ['过程', '资金管理', '预算执行率', 10, falling, '预算执行率=（实际支出资金/实际到位资金）×100%。'],
  [
    '过程',
    '资金管理',
    '资金使用合规性',
    5,
    missing,
    '评价要点：\n①是否符合财务管理制度；\n②拨付手续是否完整。',
  ],
  ['过程', '组织实施', '管理制度健全性', 5, missing, '评价要点：\n①是否制定业务管理制度。'],
  ['过程', '组织实施', '制度执行有效性', 5, missing, '评价要点：\n①是否遵守管理规定。'],
  ['产出', '产出数量', '实际完成率', 10, falling, '实际完成率=（实际产出数/计划产出数）×100%。'],
  ['产出', '产出质量', '质量达标率', 10, falling, '质量达标率=（达标产出数/实际产出数）×100%。'],
  ['产出', '产出时效', '完成及时性', 5, missing, '评价要点：\n①是否按计划时间完成。'],
  ['产出', '产出成本', '成本节约率', 5, missing, '成本节约率=[（计划成本-实际成本）/计划成本]×100%。'],
  ['效益', '项目效益', '实施效益', 15, missing, '评价要点：\n①社会效益是否实现；\n②可持续影响是否实现。'],
  ['效益', '项目效益', '服务对象满意度', 10, falling, '服务对象满意度以问卷调查为准。'],
];

/** Points in the names of all three levels, standards and explanations, self scores, a total row. */
export const frameworkDialect: Template = {
  id: 'scoring_framework/points-in-names',
  formType: 'scoring_framework',
  slips: ['score_total', 'level_points', 'score_above_weight'],
  build(random, { slip, fixed }: BuildOptions = {}): Built {
    const identity = inventIdentity(random);
    const items: Item[] = sources.map(([level1, level2, name, points, rule, description]) => ({
      level1,
      level2,
      name,
      points,
      score: random.chance(0.85) ? points : points - 1,
      rule,
      description,
    }));
    const sum = (list: Item[], of: (item: Item) => number) => list.reduce((n, item) => n + of(item), 0);
    const within = (level: 'level1' | 'level2', item: Item) =>
      items.filter((other) => other.level1 === item.level1 && other[level] === item[level]);
    const printed = new Map<string, number>();
    for (const item of items) {
      printed.set(
        item.level1,
        sum(within('level1', item), (one) => one.points),
      );
      printed.set(
        item.level1 + item.level2,
        sum(within('level2', item), (one) => one.points),
      );
    }
    let total = sum(items, (item) => item.score);
    const findings: ExpectedFinding[] = [];
    const report = (kind: ExpectedFinding['kind'], rule: string, what: string, numbers: number[]) =>
      findings.push({ kind, rule, what, numbers, form: 0, level: 'error' });
    if (slip === 'score_total') {
      report('score_sum', 'SCR-02', `self scores add up to ${total}, printed ${total + 3}`, [
        total,
        total + 3,
      ]);
      total += 3;
    }
    if (slip === 'score_above_weight') {
      const victim = random.pick(items);
      total += victim.points + 1 - victim.score;
      victim.score = victim.points + 1;
      report('score_rule', 'SCR-01', `${victim.name} scores ${victim.score} of ${victim.points}`, [
        victim.score,
        victim.points,
      ]);
    }
    if (slip === 'level_points') {
      const victim = random.pick(items);
      const key = victim.level1 + victim.level2;
      const right = printed.get(key)!;
      printed.set(key, right + 2);
      report('weight_sum', 'WGT-02', `${victim.level2}（${right + 2}分） holds ${right}`, [right + 2, right]);
    }
    const merged = fixed?.levels !== 'blank';
    const withPoints = (name: string, points: number) => `${name}（${points}分）`;
    const grid = gridBuilder(6);
    grid.row(
      ...['一级指标', '二级指标', '三级指标', '评分标准', '指标说明', '自评分'].map((text) => ({
        text,
        bold: true,
      })),
    );
    items.forEach((item, i) => {
      const level = (name: 'level1' | 'level2', key: string) => {
        const first = i === 0 || items[i - 1]!.level1 !== item.level1 || items[i - 1]![name] !== item[name];
        const text = withPoints(item[name], printed.get(key)!);
        if (!merged) return [{ text: first ? text : '' }];
        return first ? [{ text, rowSpan: within(name, item).length }] : [];
      };
      grid.row(
        ...level('level1', item.level1),
        ...level('level2', item.level1 + item.level2),
        withPoints(item.name, item.points),
        { text: item.rule, align: 'left' },
        { text: item.description, align: 'left' },
        { text: String(item.score), number: item.score },
      );
    });
    grid.row({ text: '合计', columnSpan: 3 }, '', '', { text: String(total), number: total });
    const title = random.pick(['部门整体支出绩效评价评分表', '项目支出绩效评价指标评分表']);
    const indicators = items.map(
      (item): ExpectedIndicator => ({
        section: 'evaluation',
        level1: item.level1,
        level1_weight: printed.get(item.level1)!,
        level2: item.level2,
        level2_weight: printed.get(item.level1 + item.level2)!,
        level3: item.name,
        weight: item.points,
        score: item.score,
        scoring_rule: item.rule,
        description: item.description,
      }),
    );
    return {
      sections: [
        {
          name: '评分表',
          blocks: [
            line('title', title),
            line('caption', `填报单位：${identity.organisation}    年度：${identity.year}年`),
            grid.finish({ widths: [1, 1.1, 1.3, 2.4, 2.6, 0.7], headerRows: 1 }),
          ],
        },
      ],
      forms: [
        {
          form_type: 'scoring_framework',
          title,
          organisation: identity.organisation,
          year: identity.year,
          project: null,
          money_unit: null,
          total_score: total,
          indicators,
          amounts: [],
        },
      ],
      findings,
    };
  },
};
