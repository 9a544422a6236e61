import { describe, expect, it } from 'vitest';
import { NAR_02 } from '../../../src/reconcile/rules/nar-02.ts';
import { prose } from '../prose.ts';
import { amount, check, figuresOf, filing } from '../records.ts';

const said = (text: string) => check({ texts: [prose(text)] }, NAR_02);
const basic = (whole: string, share: string) =>
  `2031年基本支出${whole}万元，其中：人员经费338.16万元，占基本支出的${share}；公用经费77.98万元，占基本支出的18.74%。`;

describe('NAR-02, parts and shares in a sentence', () => {
  it('passes where they add up and the shares fit', () => {
    const { findings, coverage } = said(basic('416.14', '81.26%'));
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ applicable: 3, consistent: 3 });
  });

  it('takes parts that the profile knows as complete for an equation', () => {
    const { findings } = said('2031年基本支出461.14万元，其中：人员经费338.16万元；公用经费77.98万元。');
    expect(findings[0]).toMatchObject({ expected: 416.14, actual: 461.14, difference: 45 });
    expect(figuresOf(findings[0])).toEqual([461.14, 338.16, 77.98]);
  });

  it('leaves open whose slip it is where the text was read from a picture', () => {
    const whole = '2031年基本支出461.14万元，其中：人员经费338.16万元；公用经费77.98万元。';
    const originOf = (fields: object) => check({ texts: [prose(whole, fields)] }, NAR_02).findings[0]?.origin;
    expect(originOf({})).toBe('filing');
    expect(originOf({ confidence: 0.99 })).toBe('undetermined');
  });

  it('fails on a share that is not the part over the whole', () => {
    const { findings } = said(basic('416.14', '82.16%'));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ severity: 'error', kind: 'narrative', actual: 82.16 });
    expect(figuresOf(findings[0])).toEqual([82.16, 338.16, 416.14]);
  });

  it('fails where parts outgrow their whole, or a complete list does not make it up', () => {
    const over = said('收入100万元，其中：拨款80万元，捐赠30万元。').findings;
    expect(over).toHaveLength(1);
    expect(over[0]).toMatchObject({ severity: 'warning', actual: 100 });
    const list = said('支出合计90万元，包括：甲项60万元、乙项35万元。').findings;
    expect(list[0]).toMatchObject({ expected: 95, actual: 90 });
  });

  it('takes the list of each side of an account for the whole', () => {
    const account = (whole: string, income: string, last: string) =>
      said(
        `2031年收支总额${whole}万元。${income}包括：甲项拨款60万元、乙项拨款30万元；支出包括：教育支出55万元、卫生支出${last}万元。`,
      );
    for (const opening of ['收入', '其中，收入']) {
      const { findings, coverage } = account('90', opening, '35');
      expect(findings).toEqual([]);
      expect(coverage[0]).toMatchObject({ applicable: 2, consistent: 2 });
      expect(figuresOf(account('90', opening, '25').findings[0])).toEqual([90, 55, 25]);
    }
    const apart = said(
      '收支总额90万元。收入包括：拨款60万元、捐赠30万元。支出包括：甲项55万元、乙项30万元。',
    );
    expect(figuresOf(apart.findings[0])).toEqual([90, 55, 30]);
  });

  it('is on the edge of an open list, a whole parted twice, and truncated parts', () => {
    expect(said('收入100万元，其中：拨款80万元。').findings).toEqual([]);
    expect(said('支出100万元，其中：财政90万元，自筹10万元，基础60万元，专项40万元。').findings).toEqual([]);
    expect(said('支出合计100万元，包括：甲项33.3万元、乙项33.3万元、丙项33.3万元。').findings).toEqual([]);
  });

  it('cannot tell from a figure that is only about right, or a share without its whole', () => {
    const about = said('支出合计90万元，包括：甲项约60万元、乙项35万元。');
    expect(about.findings).toEqual([]);
    expect(about.coverage[0]?.reasons).toEqual({ 'a figure is only about right': 1 });
    const share = said('人员经费60万元，占全部支出的61%。');
    expect(share.coverage[0]?.reasons).toEqual({ 'operand missing': 1 });
  });

  it('takes a list for complete that ends in 其他, has shares that make a hundred, or names all kinds', () => {
    const rest = (all: number) => said(`共有车辆${all}辆，其中：应急保障用车1辆、其他用车2辆。`).findings;
    expect(rest(3)).toEqual([]);
    expect(rest(5)).toHaveLength(1);
    const kinds = (goods: string) =>
      said(
        `政府采购支出总额85.00万元，其中：政府采购货物支出${goods}万元、政府采购工程支出0万元、政府采购服务支出55.00万元。`,
      ).findings;
    expect(kinds('30.00')).toEqual([]);
    expect(kinds('30.30')).toHaveLength(1);
    const uses = (last: string) =>
      said(
        `2031年财政拨款支出90.00万元，主要用于以下方面：教育支出60.00万元，占66.67%；农林水支出${last}万元，占33.33%。`,
      ).findings;
    expect(uses('30.00')).toEqual([]);
    expect(uses('20.00')).toHaveLength(1);
  });

  it('reads the other part of a whole in the sentence behind', () => {
    const basic = (whole: string) =>
      said(
        `2031年基本支出${whole}万元，其中：人员经费338.16万元，主要包括基本工资等。公用经费77.98万元，主要包括办公费等。`,
      ).findings;
    expect(basic('416.14')).toEqual([]);
    expect(basic('461.14')).toHaveLength(1);
  });

  it('warns where another paragraph states the whole of a share', () => {
    const apart = (share: string) =>
      check(
        {
          texts: [
            prose('2031年本年支出合计1490.50万元。'),
            prose(`2031年一般公共预算财政拨款支出1420.20万元，占本年支出合计的${share}%。`),
            prose('2031年“三公”经费支出决算为12.60万元。'),
            prose(
              '2031年“三公”经费支出决算中，公务用车费支出8.00万元，占63.49%；公务接待费支出4.60万元，占36.51%。',
            ),
          ],
        },
        NAR_02,
      );
    expect(apart('95.28').findings).toEqual([]);
    expect(apart('95.28').coverage[0]).toMatchObject({ consistent: 4 });
    expect(apart('98.25').findings).toMatchObject([{ severity: 'warning' }]);
  });

  it('holds each line of a list by what its heading names, whose own parts go on to its end', () => {
    const list = (hosting: string) =>
      said(
        `2031年“三公”经费预算数26.80万元，比2030年30.00万元减少3.20万元。其中：
1.因公出国（境）费用。2031年预算数0万元，与2030年持平。
2.公务接待费。2031年预算数${hosting}万元，比2030年预算数8.00万元减少1.20万元。
3.公务用车购置和运行维护费。2031年预算数20.00万元，其中，公务用车购置费2031年预算数0万元；公务用车运行维护费2031年预算数20.00万元。`,
      ).findings;
    expect(list('6.80')).toEqual([]);
    expect(list('6.20')).toHaveLength(1);
  });

  it('holds rates of execution against the plan right before, line by line', () => {
    const rates = (rate: string) =>
      said(
        `按功能分类科目，教育支出年初预算260.00万元，支出决算268.00万元，完成年初预算的${rate}%；卫生健康支出年初预算90.00万元，支出决算90.00万元，完成年初预算的100.00%。`,
      ).findings;
    expect(rates('103.08')).toEqual([]);
    expect(rates('108.03')).toHaveLength(1);
  });

  it('adds up what a text parts by kind, and neither what is counted nor what bounds it', () => {
    const kinds = (basic: string) =>
      said(
        `2031年支出2,398.20万元。按支出性质分：基本支出${basic}万元，占75.90%；项目支出578.00万元，占24.10%。`,
      ).findings;
    expect(kinds('1,820.20')).toEqual([]);
    expect(kinds('1,280.20')).not.toEqual([]);
    const assets =
      '固定资产总额1,860.40万元，其中：车辆6台，共156.80万元；单位价值100万元以上的设备2台（套），共1,820.00万元。';
    expect(said(assets).findings).toEqual([]);
  });

  it('takes a rate of use for one of what arrived where it fits that', () => {
    const used = (rate: string) =>
      said(
        `2031年财政预算安排专项资金2535.40万元，截至6月30日，专项资金已到位672.44万元，使用652.27万元，使用率${rate}%。`,
      ).findings;
    expect(used('97.00')).toEqual([]);
    expect(used('25.73')).toEqual([]);
    expect(used('95.00')).toHaveLength(1);
  });

  it('holds shares of a whole that no text states against each other', () => {
    const shares = (other: string) =>
      check(
        {
          texts: [
            prose('2031年基本支出预算2476260.58元，占一般公共预算支出的84.06%。'),
            prose(`2031年项目支出469500元，占一般公共预算支出的${other}%。`),
          ],
        },
        NAR_02,
      ).findings;
    expect(shares('15.94')).toEqual([]);
    expect(shares('19.62')).toMatchObject([{ severity: 'warning' }]);
    // What rounds to nothing implies no whole.
    expect(shares('0.00')).toEqual([]);
  });

  it('takes for the whole of a share what its own text states under a longer name', () => {
    const travel = (share: string) =>
      said(`2031年财政拨款基本支出416.14万元，用于保障运转。差旅费78.98万元，占基本支出的${share}%。`)
        .findings;
    expect(travel('18.98')).toEqual([]);
    expect(travel('19.88')).toMatchObject([{ severity: 'error', actual: 19.88 }]);
  });

  it('allows nothing for rounding where every cent is printed', () => {
    const list = (unit: string) =>
      said(`支出合计100.00${unit}，包括：甲项33.33${unit}、乙项33.33${unit}、丙项33.33${unit}。`).findings;
    expect(list('万元')).toEqual([]);
    expect(list('元')).toMatchObject([{ actual: 100, expected: 99.99 }]);
  });

  it('names no whole for a list behind several figures, and none that was only reduced to', () => {
    const several =
      '2031年“三公”经费支出决算中，公务接待费支出决算1.89万元，占29.76%；公务用车费支出决算4.46万元，占70.24%。具体情况如下：\n1.公务接待费支出决算1.89万元。\n2.公务用车费支出决算4.46万元。';
    expect(said(several).findings).toEqual([]);
  });

  it('adds up what the norms know as all parts, in paragraphs of their own', () => {
    const account = (whole: string, guests: string) =>
      check(
        {
          texts: [
            prose(`2031年度“三公”经费财政拨款支出预算为40万元，支出决算为${whole}万元。`),
            prose('因公出国（境）费支出0.00万元。'),
            prose('公务用车购置及运行维护费支出19.46万元。', {}, null),
            prose(`公务接待费支出${guests}万元。`),
          ],
        },
        NAR_02,
      ).findings;
    expect(account('25.71', '6.25')).toEqual([]);
    const [finding] = account('28.71', '6.25');
    expect(finding).toMatchObject({ severity: 'warning', expected: 25.71, actual: 28.71 });
    expect(figuresOf(finding)).toEqual([28.71, 0, 6.25, 19.46]);
    const shares = (of: string) =>
      check(
        {
          texts: [
            prose('2031年度“三公”经费支出决算为25.71万元。'),
            prose(`公务用车购置及运行维护费支出19.46万元，占${of}%；公务接待费支出6.25万元，占24.3%。`),
          ],
        },
        NAR_02,
      ).findings;
    expect(shares('75.7')).toEqual([]);
    expect(shares('57.7')).toMatchObject([{ severity: 'warning', actual: 57.7 }]);
  });

  it('does not add up parts behind another whole of that name, of another year or stage', () => {
    const texts = (parts: string) => [
      prose('2031年度基本支出500万元，项目支出100万元。'),
      prose('2031年度一般公共预算财政拨款基本支出400万元，包括人员经费和公用经费。'),
      prose(parts),
    ];
    const found = (parts: string) => check({ texts: texts(parts) }, NAR_02).findings;
    expect(found('人员经费300万元。公用经费100万元。')).toEqual([]);
    expect(found('人员经费310万元。公用经费100万元。')).toHaveLength(1);
    expect(found('2030年人员经费310万元。2030年公用经费100万元。')).toEqual([]);
    expect(found('人员经费预算310万元。公用经费预算100万元。')).toEqual([]);
    expect(found('人员经费310万元。')).toEqual([]);
  });

  it('holds the sides of an account against each other, and each against the year and what is carried over', () => {
    const sides = (income: string, carried: string, spending: string) =>
      said(
        `2031年度收入总计${income}万元，其中：本年收入806.47万元，年初结转和结余${carried}万元。支出总计${spending}万元，其中：本年支出797.01万元，年末结转和结余26.34万元。`,
      ).findings.map(({ actual }) => actual);
    expect(sides('823.35', '16.88', '823.35')).toEqual([]);
    expect(sides('823.35', '19.88', '823.35')).toEqual([823.35]);
    expect(sides('823.35', '16.88', '826.35').length).toBeGreaterThan(0);
    expect(said('2031年收入总计100万元，支出总计90万元。').findings).toHaveLength(1);
    expect(said('2031年财政拨款收入总计100万元，支出总计100万元。').findings).toEqual([]);
  });

  it('follows what a budget was, what was added and what it is then', () => {
    const budget = (added: string) =>
      said(`2031年年初预算1505.18万元，年中追加${added}万元，调整后预算1573.87万元，实际支出1393.92万元。`)
        .findings;
    expect(budget('68.69')).toEqual([]);
    expect(budget('98.69')).toMatchObject([{ actual: 1573.87, expected: 1603.87 }]);
    const less = '2031年年初预算100万元，年中调减8万元，全年预算92万元。';
    expect(said(less).findings).toEqual([]);
  });

  it('follows what came, what was spent and what is left', () => {
    const left = (rest: string) =>
      said(`2031年项目预算3350万元，到位资金3015万元，实际使用2822万元，结余${rest}万元。`).findings;
    expect(left('193')).toEqual([]);
    expect(left('528')).toEqual([]);
    expect(left('293')).toMatchObject([{ actual: 293, expected: 193 }]);
    // What is told between them is neither what came nor what was spent.
    const grant = '2031年到位资金3015万元，培训补助12万元，实际使用2822万元，结余293万元。';
    expect(said(grant).findings).toMatchObject([{ actual: 293, expected: 193 }]);
  });

  it('takes a list of shares for one of the figure that nearly all of them fit', () => {
    const list = (basic: string, share: string) =>
      check(
        {
          texts: [
            prose('2031年调整预算1573.87万元，实际支出1393.92万元。'),
            prose(`支出中，基本支出${basic}万元，占${share}%；项目支出557.57万元，占40.0%。`),
          ],
        },
        NAR_02,
      ).findings;
    expect(list('836.35', '60.0')).toEqual([]);
    expect(list('866.35', '60.0').length).toBeGreaterThan(0);
    expect(list('836.35', '63.0')).toMatchObject([{ severity: 'warning', actual: 63 }]);
    // One of two shares that leave something out may fit a figure by chance.
    const some = [
      prose('2031年调整预算1573.87万元，实际支出1393.92万元。'),
      prose('支出中，甲类836.35万元，占60.0%；乙类100万元，占12.0%。'),
    ];
    expect(check({ texts: some }, NAR_02).findings).toEqual([]);
  });

  it('adds up a list whose whole another paragraph stated', () => {
    const byFunction = (last: string) =>
      check(
        {
          texts: [
            prose('2031年支出预算1050.05万元。'),
            prose(
              `支出按功能科目划分为：一般公共服务支出577.53万元、教育支出315.02万元、住房保障支出${last}万元。`,
            ),
          ],
        },
        NAR_02,
      ).findings;
    expect(byFunction('157.50万元')).toEqual([]);
    expect(byFunction('151.50万元')).toMatchObject([
      { severity: 'warning', actual: 1050.05, expected: 1044.05 },
    ]);
    expect(byFunction('27.50万元')).toEqual([]);
    expect(byFunction('151.50万元等')).toEqual([]);
  });

  it('knows what is owned and owed, and a net value by the first one', () => {
    const assets = (owed: string, rate: string) =>
      said(
        `截至2031年12月31日，资产总额8650.20万元，其中固定资产净值5400.00万元（原值7200.00万元，累计折旧1800.00万元）；负债总额${owed}万元，净资产7800.00万元，资产负债率${rate}%。`,
      ).findings.map(({ actual }) => actual);
    expect(assets('850.20', '9.83')).toEqual([]);
    expect(assets('880.20', '10.18')).toEqual([8650.2]);
    expect(assets('850.20', '9.38')).toEqual([9.38]);
    const net = '固定资产净值5400.00万元（原值7300.00万元，累计折旧1800.00万元）。';
    expect(said(net).findings).toMatchObject([{ expected: 5500, actual: 5400 }]);
  });

  it('leaves the sides of an account alone where the text says what is left between them', () => {
    const account = '2031年收入总计38.50亿元，支出总计37.70亿元。收支相抵，年终结余0.80亿元。';
    expect(said(account).findings).toEqual([]);
  });
});

describe('NAR-02, lists that name every kind there is', () => {
  it('adds up the levels of a score', () => {
    const scores = (output: string) =>
      said(`自评得分为93.5分，其中：预算执行率9.3分，产出指标${output}分，效益指标27分，满意度指标9分。`)
        .findings;
    expect(scores('48.2')).toEqual([]);
    expect(scores('45.2')).toHaveLength(1);
  });

  it('adds up what a function spends', () => {
    const spent = (basic: string) =>
      said(`2031年初中教育支出206.54万元，其中：基本支出${basic}万元，项目支出30万元。`).findings;
    expect(spent('176.54')).toEqual([]);
    expect(spent('146.54')).toHaveLength(1);
  });

  it('counts what was taken off a budget, told as a change', () => {
    const moved = (then: string) =>
      said(`年初预算420.00万元，本年追加预算80.00万元，调减20.00万元，调整后预算${then}万元。`).findings;
    expect(moved('480.00')).toEqual([]);
    expect(moved('408.00')[0]).toMatchObject({ expected: 480, actual: 408 });
  });

  it('takes 在职, 离休 and 退休 for all persons, and not for all posts', () => {
    const staff = (whole: string) =>
      said(`2031年，${whole}14人，其中：在职人员9人，离休人员0人，退休人员3人。`).findings;
    expect(staff('实有人数')[0]).toMatchObject({ expected: 12, actual: 14 });
    expect(staff('编制人数')).toEqual([]);
  });

  it('leaves a total alone where the parts behind make up the spending beside it', () => {
    const texts = (basic: string) => [
      prose(
        '2031年度支出总计520.50万元，其中本年支出合计510.00万元，较2030年增加10.00万元；年末结转和结余10.50万元。',
      ),
      prose(`本年支出的具体构成为：基本支出${basic}万元，占70.59%；项目支出150.00万元，占29.41%。`),
    ];
    expect(check({ texts: texts('360.00') }, NAR_02).findings).toEqual([]);
    expect(check({ texts: texts('306.00') }, NAR_02).findings).not.toEqual([]);
  });

  it('adds up the self-evaluations of as many projects as the text counts', () => {
    const forms = ['堤防巡查', '泵站养护'].map((project, n) =>
      filing({ filing_id: `f${n}`, form_type: 'project_self_evaluation', project, year: 2031 }),
    );
    const total = (filing_id: string, value: number) =>
      amount({
        filing_id,
        item: '年度资金总额',
        value,
        section: 'funding',
        measure: 'executed',
        year: 2031,
        role: 'total',
      });
    const amounts = [total('f0', 62), total('f1', 38)];
    const spent = (text: string) => check({ filings: forms, amounts, texts: [prose(text)] }, NAR_02).findings;
    expect(spent('本单位预算绩效管理项目2个，全年执行数100万元。')).toEqual([]);
    expect(spent('本单位预算绩效管理项目2个，全年执行数110万元。')[0]).toMatchObject({
      severity: 'warning',
      expected: 100,
    });
    expect(spent('本单位预算绩效管理项目3个，全年执行数110万元。')).toEqual([]);
    expect(spent('对2031年度2个项目开展绩效自评，全年执行数110万元。')).toHaveLength(1);
    expect(spent('对2031年度12个项目开展绩效自评，全年执行数110万元。')).toEqual([]);
  });

  it('takes no figure of another year for what a share is of', () => {
    const spent = (share: string) =>
      said(
        `2031年度支出8569.60万元，比2030年8120.50万元增加449.10万元。其中：工资福利支出5486.30万元，占支出的${share}。`,
      ).findings;
    expect(spent('64.02%')).toEqual([]);
    expect(spent('67.56%')).toHaveLength(1);
  });
});

describe('NAR-02, what sentences leave to their neighbours', () => {
  it('closes what was there at first, came and went with what is left', () => {
    const left = (end: string) =>
      said(`年初结转和结余156.40万元，本年收入8652.00万元，本年支出8569.60万元，年末结转和结余${end}万元。`)
        .findings;
    expect(left('238.80')).toEqual([]);
    expect(left('258.80')).toHaveLength(1);
  });

  it('takes the second of two shares that make a hundred for one of the same whole', () => {
    const shared = (last: string) =>
      said(`2031年整体支出100万元，其中基本支出77.67万元，占77.67%；项目支出22.33万元，占${last}%。`)
        .findings;
    expect(shared('22.33')).toEqual([]);
    expect(shared('24.33')).toHaveLength(1);
  });

  it('knows the whole of a share by the end of its name', () => {
    const small = (share: string) =>
      said(
        `政府采购授予中小企业合同金额1063.01万元，其中：授予小微企业合同金额437.71万元，占授予中小企业合同金额的${share}%。`,
      ).findings;
    expect(small('41.18')).toEqual([]);
    expect(small('43.18')).toHaveLength(1);
  });

  it('works out what a guest and a car cost where they are named in short', () => {
    const guests = (each: string) =>
      said(`国内公务接待支出3.24万元，接待54批次，405人次，人均${each}元。`).findings;
    expect(guests('80')).toEqual([]);
    expect(guests('90')).toHaveLength(1);
    const cars = (each: string) =>
      said(`公务用车运行维护费61.56万元，公务用车保有量为27辆，每辆车平均支出${each}万元。`).findings;
    expect(cars('2.28')).toEqual([]);
    expect(cars('4.28')).toHaveLength(1);
  });

  it('holds a result against the value that was asked for', () => {
    const done = (rate: string) => said(`维修设施指标值50处，实际完成52处，完成率${rate}%。`).findings;
    expect(done('104')).toEqual([]);
    expect(done('124')).toHaveLength(1);
  });

  it('keeps from shares, wholes, guests and balances of something else', () => {
    const clean = [
      '整体支出100万元，其中基本支出80万元，占80%；人员经费16万元，占20%。',
      '货物采购授予中小企业合同金额60万元，工程采购授予中小企业合同金额40万元，授予小微企业合同金额80万元，占授予中小企业合同金额的80%。',
      '公务接待费3.24万元，国内接待54批次405人次；在职职工60人，人均540元。',
      '接待培训学员500人次，培训费20万元，人均400元；公务接待费3.24万元。',
      '年初结转156万元，本年收入8652万元，本年支出8569万元，年末结转239万元。',
      '本年收入500万元，本年支出520万元，用年初结转50万元弥补收支差额20万元，年末结转30万元。',
    ];
    expect(clean.filter((text) => said(text).findings.length > 0)).toEqual([]);
  });
});
