import { describe, expect, test } from 'vitest';
import { readClaims } from '../../../src/reading/prose/index.ts';

/** Every relation as kind: from → to, base, by the figures as printed. */
function said(text: string): string[] {
  const { figures, relations } = readClaims(text);
  const print = (index: number | null): string => (index === null ? '—' : (figures[index]?.raw ?? ''));
  return relations.map(
    ({ kind, from, to, base }) => `${kind} ${print(from)} → ${print(to)} / ${print(base)}`,
  );
}

describe('commas between clauses, typed on a western keyboard', () => {
  test('names do not run over them, and those of thousands stay', () => {
    const { figures } = readClaims('按资金类型划分,一般公共预算拨款 1,200.50 元,上年结转 0 元,2031年,100人');
    expect(figures.map(({ item }) => item).slice(0, 2)).toEqual(['一般公共预算拨款', '结转']);
    expect(figures.map(({ raw }) => raw)).toEqual(['1,200.50 元', '0 元', '100人']);
  });

  test('no comparison reaches over a semicolon', () => {
    const text = '出国费40万元,较上年持平;接待费242万元,较上年减少12万元,下降4.7%';
    expect(said(text)).toContain('growth 4.7% → 242万元 / —');
  });
});

describe('figures in the words that measure another', () => {
  test('完成预算数60000万元的40% is a rate, and what follows is said of the figure before', () => {
    expect(said('收入完成24000万元，完成年初预算数60000万元的40%，比上年减收1000万元，下降4%')).toEqual([
      'rate_of 40% → 24000万元 / 60000万元',
      'change 1000万元 → 24000万元 / —',
      'growth 4% → 24000万元 / —',
    ]);
    expect(said('民生支出800万元，占支出1000万元的80%')).toEqual(['share_of 80% → 800万元 / 1000万元']);
  });

  test('拨款较上年3000万元增加300万元 has the year before and no figure of this one', () => {
    const text = '收入预算3600万元，较上年3200万元增加400万元。其中拨款较上年3000万元增加300万元，增幅10%';
    expect(said(text)).toEqual([
      'change 400万元 → 3600万元 / 3200万元',
      'change 300万元 → — / 3000万元',
      'growth 10% → — / 3000万元',
    ]);
  });
});

test('由100万元调整为130万元，调增30万元: the change is measured by the figure before', () => {
  const { figures } = readClaims('总收入由100万元调整为130万元，调增30万元');
  expect(figures[1]?.item).toBe('总收入');
  expect(said('总收入由100万元调整为130万元，调增30万元')).toEqual(['change 30万元 → 130万元 / 100万元']);
});

describe('lists of parts', () => {
  test('rates of parts are measured by what was planned for them', () => {
    const text =
      '预算批复资金1000万元，其中：中央资金600万元，县级资金400万元。实际到位资金900万元，到位率90%，其中：中央资金600万元，到位率100%；县级资金300万元，到位率75%。';
    expect(said(text).filter((line) => line.startsWith('rate'))).toEqual([
      'rate_of 90% → 900万元 / 1000万元',
      'rate_of 100% → 600万元 / 600万元',
      'rate_of 75% → 300万元 / 400万元',
    ]);
  });

  test('a rate behind parts without any is of the whole', () => {
    const text =
      '预算批复资金1000万元。实际到位资金900万元，其中：中央资金600万元，县级资金300万元，到位率90%';
    expect(said(text)).toContain('rate_of 90% → 900万元 / 1000万元');
  });

  test('every clause tells of spending and plan, as the sentence before did', () => {
    const text =
      '“三公”经费支出3万元，年初预算为5万元，差值为2万元。其中：用车费支出1万元，年初预算为2万元，差值为1万元；接待费支出2万元，年初预算为3万元，差值为1万元。';
    expect(said(text)).toEqual([
      'part_of 1万元 → 3万元 / —',
      'part_of 2万元 → 5万元 / —',
      'part_of 2万元 → 3万元 / —',
      'part_of 3万元 → 5万元 / —',
    ]);
  });

  test('a line marked as those of the outer list ends the inner one', () => {
    const text =
      '支出决算数为900万元。具体情况如下：\n1.工资决算数为500万元。其中：\n(1)津贴决算数为300万元。\n(2)缴费决算数为200万元。\n2.办公决算数为400万元。其中：\n(1)会议费决算数为400万元。';
    expect(said(text)).toEqual([
      'part_of 500万元 → 900万元 / —',
      'part_of 300万元 → 500万元 / —',
      'part_of 200万元 → 500万元 / —',
      'part_of 400万元 → 900万元 / —',
      'part_of 400万元 → 400万元 / —',
    ]);
  });

  test('neither the gap to the budget nor what explains it has parts', () => {
    const text =
      '支出总计1500万元，完成年初预算103%，决算数大于预算数50万元，主要原因：62名职工调标。其中：\n1.教育支出1400万元。\n2.住房保障支出100万元。';
    expect(said(text)).toContain('part_of 1400万元 → 1500万元 / —');
  });
});

describe('what changes and shares are said of', () => {
  test('a whole whose quotation marks are repeated in another sentence, and not its last part', () => {
    const text =
      '2032年“三公”经费预算数为21万元，其中：公务用车运行维护费15万元；公务接待费6万元。2032年“三公”经费预算比2031年减少1.5万元，下降6.67%。';
    expect(said(text)).toContain('change 1.5万元 → 21万元 / —');
    expect(said(text)).toContain('growth 6.67% → 21万元 / —');
  });

  test('the whole where the growth fits it alone, though the parts do not make it up', () => {
    const text = '“三公”经费支出6.4万元，其中：接待费2.6万元，运行费4.8万元，比上年减少0.6万元，下降8.57%。';
    expect(said(text)).toContain('growth 8.57% → 6.4万元 / —');
  });

  test('both sides of an account that are alike', () => {
    const text = '收入总计912.4万元，支出总计912.4万元。收支较上年决算数减少101.4万元、下降10%。';
    expect(said(text)).toContain('change 101.4万元 → 912.4万元 / —');
    expect(said(text.replace('支出总计912.4', '支出总计812.4'))).toContain('change 101.4万元 → — / —');
  });

  test('占到位资金的90% is of 项目累计到位资金', () => {
    const text = '项目累计到位资金2340万元，累计支出2106万元，累计支出占到位资金的90%。';
    expect(said(text)).toContain('share_of 90% → 2106万元 / 2340万元');
    expect(said(text.replace('项目累计', '省级'))).toContain('share_of 90% → 2106万元 / —');
  });
});
