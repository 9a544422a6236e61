import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TextFigure, TextRelation } from '../../../schemas/index.ts';
import { readClaims } from '../../../src/reading/prose/index.ts';

type Told = [raw: string, item: string | null, year: number | null];

/** Figures as [raw, item, year]. */
function told(text: string, year: number | null = null): Told[] {
  return readClaims(text, year).figures.map((figure) => [figure.raw, figure.item, figure.year]);
}

/** Relations as `kind from→to/base`, with figures by their printing. */
function related(text: string, year: number | null = null): string[] {
  const { figures, relations } = readClaims(text, year);
  const raw = (index: number | null) => (index === null ? '?' : figures[index]?.raw);
  return relations.map(({ kind, from, to, base }) => `${kind} ${raw(from)} → ${raw(to)} / ${raw(base)}`);
}

describe('figures', () => {
  test('name, year, unit and operator', () => {
    const text =
      '2023年，云溪县档案中心预算收入416.14万元，培训满意度≥95%，发放补贴45.5元/人/月，完成率98%以上。';
    expect(told(text)).toEqual([
      ['416.14万元', '预算收入', 2023],
      ['≥95%', '培训满意度', 2023],
      ['45.5元/人/月', '补贴', 2023],
      ['98%以上', '完成率', 2023],
    ]);
    const [money, floor, rate] = readClaims(text).figures;
    expect(money).toMatchObject({
      kind: 'number',
      value: 416.14,
      unit: '万元',
      base_value: 4161400,
      base_unit: '元',
      role: 'stated',
    });
    expect(floor).toMatchObject({ op: '>=', value: 95, base_value: 0.95 });
    expect(rate).toMatchObject({ unit: '元/人/月' });
    expect(readClaims(text).figures.at(-1)).toMatchObject({ op: '>=', value: 98, unit: '%' });
  });

  test.each<[string, Told[]]>([
    [
      '慰问14名退休老干部，实施项目3个。',
      [
        ['14名', '退休老干部', null],
        ['3个', '项目', null],
      ],
    ],
    [
      '本部门下属1家机关和2家事业单位，编报绩效目标的项目11个，涉及项目预算资金6626万元。',
      [
        ['1家', '机关', null],
        ['2家', '事业单位', null],
        ['11个', '项目', null],
        ['6626万元', '项目预算资金', null],
      ],
    ],
    ['“文化支出-文物-博物馆”科目1,202.95万元，主要用于日常运行。', [['1,202.95万元', '博物馆', null]]],
    ['2、文化支出（207类）文物（02款）博物馆（05项）1434.89万元。', [['1434.89万元', '博物馆', null]]],
    [
      '因公出国（境）费8.5万元；受益群众1.2-1.5万人。',
      [
        ['8.5万元', '因公出国（境）费', null],
        ['1.2-1.5万人', '受益群众', null],
      ],
    ],
    [
      '收入、支出分别为100万元、98万元。',
      [
        ['100万元', '收入', null],
        ['98万元', '支出', null],
      ],
    ],
    [
      '在编在岗人员共计31人，办理时限不超过10个工作日。',
      [
        ['31人', '在编在岗人员', null],
        ['不超过10个工作日', '办理时限', null],
      ],
    ],
    ['项目自评得分96.5。', [['96.5', '项目自评得分', null]]],
    [
      '人均补助由2022年的100元提高到2023年的120元。',
      [
        ['100元', '人均补助', 2022],
        ['120元', '人均补助', 2023],
      ],
    ],
    ['截至2024年8月31日，共有车辆3辆。', [['3辆', '车辆', 2024]]],
    [
      '单价100万元（含）以上设备（不含车辆）0台（套）。',
      [
        ['100万元（含）以上', '单价', null],
        ['0台（套）', '设备', null],
      ],
    ],
    [
      '共有主要领导用车2辆，部门由本部以及下属2家单位组成，培训学员120名。',
      [
        ['2辆', '主要领导用车', null],
        ['2家', '单位组成', null],
        ['120名', '培训学员', null],
      ],
    ],
    ['合计 1,200.50 300人', [['300人', null, null]]],
    [
      '国内公务接待10批次、86人次。',
      [
        ['10批次', '国内公务接待', null],
        ['86人次', '国内公务接待', null],
      ],
    ],
    [
      '为全县16个乡镇1.2万名老年人发放补贴。',
      [
        ['16个', '乡镇', null],
        ['1.2万名', '老年人', null],
      ],
    ],
    [
      '对个人和家庭的补助16.14万元，年末实有在职人员23人。',
      [
        ['16.14万元', '对个人和家庭的补助', null],
        ['23人', '在职人员', null],
      ],
    ],
    ['2023年，100人参加了考试。', [['100人', null, 2023]]],
  ])('%s', (text, figures) => {
    expect(told(text)).toEqual(figures);
  });

  test('上年 and 本年 are years where the filing has one', () => {
    expect(told('本年收入20万元，上年收入18万元。', 2023).map(([, , year]) => year)).toEqual([2023, 2022]);
    expect(told('本年收入20万元，上年收入18万元。').map(([, , year]) => year)).toEqual([null, null]);
  });

  test.each([
    '根据云财〔2023〕10号文件，2023年12月31日前完成。',
    '第3季度组织实施，详见附件2、表3。',
    '1. 加强管理；\n2、规范支出。',
    '联系电话：0710-3456789，13800000000。',
    '执行率=（执行数/预算数）×100%。',
    '每超过一个百分点扣0.5分，扣完为止。',
    '100%计满分，每下降5%扣1分，扣完为止。',
    '使用PM2.5监测仪，A4纸，项目编码420000230000000001234。',
    '2021-2023年分三期实施，2023年底到位。',
    '4．2025年收支总表',
    '没有数字。',
    '',
  ])('none in %s', (text) => {
    expect(told(text)).toEqual([]);
  });
});

describe('relations', () => {
  test('parts and their shares', () => {
    const text =
      '基本支出416.14万元，其中：人员经费338.16万元，占基本支出的81.26%；公用经费77.98万元，占基本支出的18.74%。';
    expect(related(text)).toEqual([
      'part_of 338.16万元 → 416.14万元 / ?',
      'share_of 81.26% → 338.16万元 / 416.14万元',
      'part_of 77.98万元 → 416.14万元 / ?',
      'share_of 18.74% → 77.98万元 / 416.14万元',
    ]);
    const share = readClaims(text).figures[2];
    expect(share).toMatchObject({ role: 'share', item: '人员经费' });
  });

  test('a change and its growth against the year before', () => {
    const { figures, relations } = readClaims('2023年收入总计4125.49万元，比上年增加12.3万元，增长3.1%。');
    expect(figures.map((figure) => figure.role)).toEqual(['stated', 'change', 'growth']);
    expect(relations).toMatchObject([
      { kind: 'change', from: 1, to: 0, base: null, base_year: 2022, direction: 'up' },
      { kind: 'growth', from: 2, to: 0, base: null, base_year: 2022, direction: 'up' },
    ]);
  });

  test('a growth against a figure that the text prints', () => {
    const text = '2022年当年预算执行数为241.76万元，2023年预算安排170.03万元，比2022年预算执行数减少29.67%。';
    expect(related(text)).toEqual(['growth 29.67% → 170.03万元 / 241.76万元']);
    expect(readClaims(text).relations[0]).toMatchObject({
      direction: 'down',
      base_item: '预算执行数',
      base_year: 2022,
    });
    expect(related('人均补助由2022年的100元提高到2023年的120元，增长20%。')).toEqual([
      'growth 20% → 120元 / 100元',
    ]);
  });

  test('a change of something else is not said of the figure before', () => {
    expect(related('支出总计80万元，比上年减少5万元，主要原因是人员减少2人。')).toEqual([
      'change 5万元 → 80万元 / ?',
      'change 2人 → ? / ?',
    ]);
  });

  test('a year that is only compared with does not become the year of what follows', () => {
    expect(
      told('2023年收入50万元，与2022年预算持平；支出40万元，比2022年增加3万元；结余10万元。').map(
        ([, , year]) => year,
      ),
    ).toEqual([2023, 2023, 2023, 2023]);
  });

  test('as large as before', () => {
    const { relations } = readClaims('2023年“三公”经费预算数为8.5万元，与2022年预算持平。');
    expect(relations).toMatchObject([
      { kind: 'equals', from: 0, to: null, base: null, base_year: 2022, base_item: '预算' },
    ]);
  });

  test('parts in a list, parts of parts, parts in brackets', () => {
    const list =
      '2023年“三公”经费预算数为39.5万元。其中：\n（一）因公出国（境）费0万元。\n（二）用车购置及运行费28万元。其中：用车购置费10万元；用车运行费18万元。\n（三）公务接待费11.5万元。';
    expect(related(list)).toEqual([
      'part_of 0万元 → 39.5万元 / ?',
      'part_of 28万元 → 39.5万元 / ?',
      'part_of 10万元 → 28万元 / ?',
      'part_of 18万元 → 28万元 / ?',
      'part_of 11.5万元 → 39.5万元 / ?',
    ]);
    expect(told(list)[1]).toEqual(['0万元', '因公出国（境）费', 2023]);
    expect(related('用车费28万元（购置费10万元，运行费18万元），公务接待费1万元，合计29万元。')).toEqual([
      'sum_of 28万元 → 29万元 / ?',
      'part_of 10万元 → 28万元 / ?',
      'part_of 18万元 → 28万元 / ?',
      'sum_of 1万元 → 29万元 / ?',
    ]);
  });

  test('parts end with their sentence, and count what their whole counts', () => {
    expect(related('收入100万元，其中：拨款80万元，涉及项目3个。支出90万元。')).toEqual([
      'part_of 80万元 → 100万元 / ?',
    ]);
  });

  test('all parts, with their shares in order', () => {
    expect(
      related('支出合计900万元，包括：基本支出600万元、项目支出300万元，占比分别为66.67%和33.33%。'),
    ).toEqual([
      'sum_of 600万元 → 900万元 / ?',
      'sum_of 300万元 → 900万元 / ?',
      'share_of 66.67% → 600万元 / 900万元',
      'share_of 33.33% → 300万元 / 900万元',
    ]);
  });

  test('shares that do not match the figures before are said of none', () => {
    expect(related('支出900万元，占比分别为66.67%和33.33%。')).toEqual([
      'share_of 66.67% → ? / ?',
      'share_of 33.33% → ? / ?',
    ]);
  });

  test('a comparison that stands in the clause before', () => {
    const text =
      '2023年财政拨款支出1,204.55万元，占本年支出合计的86.4%。与上年相比，财政拨款支出减少45.3万元，下降3.6%。';
    expect(readClaims(text).relations).toMatchObject([
      { kind: 'share_of', from: 1, to: 0, base: null, base_item: '支出合计' },
      { kind: 'change', from: 2, to: 0, base_item: null, base_year: 2022, direction: 'down' },
      { kind: 'growth', from: 3, to: 0, base_item: null, base_year: 2022, direction: 'down' },
    ]);
  });

  test('how much of a budget was spent, and by how much a rate lies above its goal', () => {
    const spent = readClaims('“三公”经费支出决算为6.2万元，完成预算的77.5%，比上年减少1.8万元。');
    expect(spent.relations).toMatchObject([
      { kind: 'rate_of', from: 1, to: 0, base: null, base_item: '预算' },
      { kind: 'change', from: 2, to: 0, direction: 'down' },
    ]);
    const above = readClaims('学员满意度达97.6%，较年初目标高2.6个百分点。');
    expect(above.relations).toMatchObject([
      { kind: 'change', from: 1, to: 0, base_item: '年初目标', direction: 'up' },
    ]);
  });

  test('a rate with both its figures', () => {
    const text = '全年预算数120万元，全年执行数114万元，预算执行率95%。';
    expect(related(text)).toEqual(['rate_of 95% → 114万元 / 120万元']);
    expect(readClaims(text).figures[2]?.role).toBe('rate');
    expect(related('预算执行率95%。')).toEqual([]);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    ...'2023年 2022年 上年 收入 支出 基本支出 项目 其中 其中： 包括： 占 占比分别为 比 与 增加 增长 减少 持平 分别为 合计 提高到 的 ， 、 ； 。 ： （ ） ( ) \n 100 81.26 1,234.5 1,23 万元 % 人 个 /人 ≥ 不低于 以上 - ～ 第 〔 〕 号 × \u200b \ud800'.split(
      ' ',
    ),
    '　',
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  test('gives figures that stand where they say and relations between figures that exist', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { figures, relations } = readClaims(text, 2023);
        let end = 0;
        for (const figure of figures) {
          expect(TextFigure.safeParse(figure).success).toBe(true);
          expect(text.startsWith(figure.raw, figure.offset)).toBe(true);
          expect(figure.offset).toBeGreaterThanOrEqual(end);
          end = figure.offset + figure.raw.length;
        }
        for (const relation of relations) {
          expect(TextRelation.safeParse(relation).success).toBe(true);
          const indexes = [relation.from, relation.to, relation.base].filter((index) => index !== null);
          expect(indexes.every((index) => index < figures.length)).toBe(true);
          expect(new Set([relation.from, relation.to]).size).toBe(2);
        }
      }),
      { numRuns: 1500 },
    );
  });

  // A pattern that backtracks, or a look back without a bound, would not come back within the test's time limit.
  test.each([
    '1',
    '1,',
    '1.',
    'a',
    'a-',
    '(',
    '（1）',
    '\n',
    '\n1、',
    ' ',
    '为',
    '的',
    '1元，',
    '共1元，',
    '其中1元',
    '其中：',
    '占1%',
    '比上年增加1元',
    '与2022年持平',
    '分别为1元、',
    '占比分别为1%、',
    '“',
    '2023年',
    '第',
    '×',
    '1-',
    '由',
    '比',
  ])('comes back from a hundred thousand signs of %j', (piece) => {
    const text = `收入1元${piece.repeat(Math.ceil(100_000 / piece.length))}支出2元`;
    const { figures } = readClaims(text, 2023);
    expect(figures.every((figure) => text.startsWith(figure.raw, figure.offset))).toBe(true);
  });
});

test('relates no figures of a text in another language', () => {
  const { figures, relations } = readClaims('sizes 9pt: 10pt and 12pt, of which 4pt');
  expect(figures.length).toBeGreaterThan(1);
  expect(relations).toEqual([]);
});
