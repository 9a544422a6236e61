import { expect, test } from 'vitest';
import { readClaims } from '../../../src/reading/prose/index.ts';

/** Plans, what was carried out, and the year before, as explanations of final accounts put them. */

const told = (text: string) => readClaims(text).figures.map(({ raw, item, year }) => [raw, item, year]);

function related(text: string): string[] {
  const { figures, relations } = readClaims(text);
  const raw = (index: number | null) => (index === null ? '?' : figures[index]?.raw);
  return relations.map(({ kind, from, to, base }) => `${kind} ${raw(from)} → ${raw(to)} / ${raw(base)}`);
}

const PATH = '社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）';

test('a path of the classification is called by its last step', () => {
  expect(told(`${PATH}年初预算为62.10万元，支出决算为60.05万元。`)).toEqual([
    ['62.10万元', '机关事业单位基本养老保险缴费支出年初预算', null],
    ['60.05万元', '机关事业单位基本养老保险缴费支出决算', null],
  ]);
  expect(told(`2.${PATH}。年初预算为62.10万元。`)).toEqual([
    ['62.10万元', '机关事业单位基本养老保险缴费支出年初预算', null],
  ]);
});

test('a rate is of the plan beside it before one of another line', () => {
  const text = `财政拨款支出年初预算数为200万元，支出决算数为190万元，完成年初预算的95%。其中：
1.行政运行。年初预算数为80万元，支出决算数为60万元，完成年初预算的75%。
2.${PATH}。年初预算数为50万元，支出决算数为40万元，完成预算80%。`;
  expect(related(text).filter((each) => each.startsWith('rate_of'))).toEqual([
    'rate_of 95% → 190万元 / 200万元',
    'rate_of 75% → 60万元 / 80万元',
    'rate_of 80% → 40万元 / 50万元',
  ]);
});

test('what is shared out of 总额 is the whole of the list', () => {
  expect(related('收入合计100万元，其中：拨款80万元，占总额的80%。')).toContain(
    'share_of 80% → 80万元 / 100万元',
  );
});

test('a growth is measured by what the year before had', () => {
  const text = '2034年度机关运行经费支出100万元，上年决算数为120万元，同比下降16.67%。';
  expect(told(text).slice(0, 2)).toEqual([
    ['100万元', '机关运行经费支出', 2034],
    ['120万元', '机关运行经费支出决算数', 2033],
  ]);
  expect(related(text)).toEqual(['growth 16.67% → 100万元 / 120万元']);
});

test('a change may name its fund where the figure did not', () => {
  const text =
    '2034年度财政拨款支出90万元，占本年支出的45%。与2033年度相比，一般公共预算财政拨款支出增加10万元，增长12.5%。';
  expect(related(text)).toContain('change 10万元 → 90万元 / ?');
});

test('a bracket ends with what was opened inside it, and not at a bracket of a name', () => {
  const nested =
    '2034年“三公”经费预算28万元，其中：公务用车购置及运行费20万元（其中：购置费15万元，运行费5万元），公务接待费8万元。比上年减少2万元，下降6.67%。';
  expect(related(nested)).toEqual([
    'part_of 20万元 → 28万元 / ?',
    'part_of 15万元 → 20万元 / ?',
    'part_of 5万元 → 20万元 / ?',
    'part_of 8万元 → 28万元 / ?',
    'change 2万元 → 28万元 / ?',
    'growth 6.67% → 28万元 / ?',
  ]);
  const named = '“三公”经费30万元（因公出国（境）费2万元，公务接待费28万元）。';
  expect(related(named)).toEqual(['part_of 2万元 → 30万元 / ?', 'part_of 28万元 → 30万元 / ?']);
});

test('the year before, or what another is compared with, is no whole and no subject', () => {
  const text =
    '2034年“三公”经费预算总额28万元，2033年预算为30万元，同比减少2万元。其中：公务接待费8万元，公务用车运行维护费20万元。';
  expect(related(text)).toEqual([
    'change 2万元 → 28万元 / 30万元',
    'part_of 8万元 → 28万元 / ?',
    'part_of 20万元 → 28万元 / ?',
  ]);
  expect(told('2034年收入1250万元，比2033年1180万元增加70万元。')[1]).toEqual(['1180万元', '收入', 2033]);
});

test('rates by their names and the words before the figures', () => {
  const rates = (text: string) => related(text).filter((each) => each.startsWith('rate_of'));
  expect(rates('计划举办活动39场，实际举办59场，完成年初计划的151.28%。')).toEqual([
    'rate_of 151.28% → 59场 / 39场',
  ]);
  expect(rates('计划铺设管网80公里，实际完成56公里，完成率70%。')).toEqual(['rate_of 70% → 56公里 / 80公里']);
  expect(rates('决策类权重15分，得分12分，得分率80%。')).toEqual(['rate_of 80% → 12分 / 15分']);
  expect(rates('发放问卷200份，回收有效问卷190份，有效回收率95%，其中满意171份，满意度为90%。')).toEqual([
    'rate_of 95% → 190份 / 200份',
    'rate_of 90% → 171份 / 190份',
  ]);
  // Which of them are content is not said.
  expect(rates('回收有效问卷190份，其中非常满意100份，满意71份，满意度为90%。')).toEqual([]);
  expect(
    rates('计划总投资100万元，其中：省级60万元。实际到位90万元，到位率90%；实际支出81万元，执行率90%。'),
  ).toEqual(['rate_of 90% → 90万元 / 100万元', 'rate_of 90% → 81万元 / 90万元']);
});

test('parts behind 中 and a colon, and those counted among others', () => {
  expect(related('实际支出的100万元中，工程费60万元，设备费40万元。')).toEqual([
    'part_of 60万元 → 100万元 / ?',
    'part_of 40万元 → 100万元 / ?',
  ]);
  expect(related('政府采购安排90万元：货物类60万元，服务类30万元。')).toEqual([
    'part_of 60万元 → 90万元 / ?',
    'part_of 30万元 → 90万元 / ?',
  ]);
  expect(related('289名受访群众中有275人表示满意，占95.16%。')).toEqual(['share_of 95.16% → 275人 / 289名']);
});

test('增支 is a change and no base; what a bracket works out is no figure of its own', () => {
  expect(related('全区支出完成35.60亿元，比上年增支1.20亿元，增长3.49%。')).toEqual([
    'change 1.20亿元 → 35.60亿元 / ?',
    'growth 3.49% → 35.60亿元 / ?',
  ]);
  expect(related('2034年人均公用经费4.42万元（194.50万元÷44人），较上年人均4.60万元下降3.91%。')).toEqual([
    'growth 3.91% → 4.42万元 / 4.60万元',
  ]);
});

test('a bare 支出 behind the budget of a part is what was spent of it', () => {
  const text = '实际支出1500万元，其中：河道项目预算900万元，支出850万元；水库项目预算750万元，支出650万元。';
  expect(related(text).filter((each) => each.startsWith('part_of'))).toEqual([
    'part_of 850万元 → 1500万元 / ?',
    'part_of 650万元 → 1500万元 / ?',
  ]);
});

test('a rate is of a part of its own sentence, and of no part of the one before', () => {
  const rates = (text: string) => related(text).filter((each) => each.startsWith('rate_of'));
  expect(rates('项目预算200万元，其中：培训预算120万元，实际支出114万元，执行率95%。')).toEqual([
    'rate_of 95% → 114万元 / 120万元',
  ]);
  expect(rates('项目计划总投资200万元，其中：土建计划投资120万元。实际到位190万元，到位率95%。')).toEqual([
    'rate_of 95% → 190万元 / 200万元',
  ]);
});
