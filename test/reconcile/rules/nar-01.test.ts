import { describe, expect, it } from 'vitest';
import type { Amount } from '../../../schemas/index.ts';
import { NAR_01 } from '../../../src/reconcile/rules/nar-01.ts';
import { prose } from '../prose.ts';
import { amount, check, figuresOf, filing, at as place } from '../records.ts';

const said = (text: string, ...amounts: ReturnType<typeof amount>[]) =>
  check({ texts: [prose(text)], amounts }, NAR_01);

describe('NAR-01, a figure of the text is that of the table', () => {
  it('passes in another unit and at the precision of the text', () => {
    const table = amount({ item: '公用经费', value: 779_849.5, unit: '元' });
    const { findings, coverage } = said('2031年公用经费77.98万元。', table);
    expect(findings).toEqual([]);
    expect(coverage[0]).toMatchObject({ consistent: 1 });
  });

  it('fails with the sentence and the cell', () => {
    const { findings } = said('2031年公用经费79.78万元。', amount({ item: '公用经费', value: 77.98 }));
    expect(findings[0]).toMatchObject({
      kind: 'narrative',
      severity: 'warning',
      expected: 77.98,
      actual: 79.78,
    });
    expect(figuresOf(findings[0])).toEqual([79.78, 77.98]);
    expect(findings[0]?.evidence[0]?.source.grid).toBeNull();
  });

  it('tells two statements of one paragraph apart', () => {
    const { findings } = said('1、农技推广（06项）56.12万元。2031年预算安排57.8万元。');
    expect(figuresOf(findings[0])).toEqual([56.12, 57.8]);
    expect(said('1、农技推广（06项）56.12万元。2030年预算执行数57.8万元。').findings).toEqual([]);
    expect(said('1、农技推广（06项）56.12万元，其他支出2万元。').findings).toEqual([]);
  });

  it('finds a spending that the text denies', () => {
    const form = filing({ form_type: 'project_self_evaluation', project: '旱厕改造' });
    const executed = amount({ item: '年度资金总额', value: 56, section: 'funding', measure: 'executed' });
    const text = prose('专项经费共56万元，但在年度决算中未做项目支出。');
    const { findings } = check({ filings: [form], amounts: [executed], texts: [text] }, NAR_01);
    expect(figuresOf(findings[0])).toEqual([null, 56, 56]);
    const none = prose('上年未做项目支出。');
    expect(check({ filings: [form], amounts: [executed], texts: [none] }, NAR_01).findings).toEqual([]);
  });

  it('is on the edge of one unit in the last place, truncated or rounded', () => {
    const table = () => amount({ item: '公用经费', value: 77.988 });
    expect(said('2031年公用经费77.98万元。', table()).findings).toEqual([]);
    expect(said('2031年公用经费77.99万元。', table()).findings).toEqual([]);
    expect(said('2031年公用经费77.97万元。', table()).findings).toHaveLength(1);
  });

  it('cannot tell where the scope or the year differs, or the figure is far off', () => {
    const table = amount({ item: '人员经费', value: 400 });
    const scope = said('2031年财政拨款基本支出416万元，其中：人员经费338万元。', table);
    expect(scope.findings).toEqual([]);
    expect(scope.coverage[0]?.reasons).toEqual({ 'scope differs': 1 });
    const final = said('2031年部门决算支出980万元，其中人员经费338万元。', table);
    expect(final.coverage[0]?.reasons).toEqual({ 'the table measures something else': 1 });
    expect(said('2029年人员经费338万元。', table).coverage).toEqual([]);
    expect(said('2031年人员经费12万元。', table).coverage[0]?.reasons).toEqual({
      'figures of another scope': 1,
    });
  });

  it('takes a subject without a stage for what was carried out where the paragraph says so', () => {
    const census = (done: string) =>
      said(`专项普查活动200.18万元，主要用于经济普查。年初预算为256万元，支出决算为${done}万元。`).findings;
    expect(census('200.18')).toEqual([]);
    expect(census('210.18')).not.toEqual([]);
  });

  it('gives a stage without a name the name of the figure before it', () => {
    const spent = amount({ item: '公务接待费', measure: 'final', value: 0.53, unit: '万元' });
    const text = (done: string) =>
      said(`2031年公务接待费预算为1.00万元，支出决算为${done}万元。`, spent).findings;
    expect(text('0.53')).toEqual([]);
    expect(text('0.63')).toHaveLength(1);
  });

  it('tells which of two statements the whole contradicts', () => {
    const found = (guests: string, again: string) =>
      check(
        {
          texts: [
            prose('2031年度“三公”经费支出决算为25.71万元。'),
            prose(
              `公务用车购置及运行维护费支出19.46万元；公务接待费支出${guests}万元；因公出国（境）费支出0.00万元。`,
            ),
            prose(`公务接待费支出${again}万元，共接待国内来访团组31个。`),
          ],
        },
        NAR_01,
      ).findings;
    expect(found('6.25', '6.25')).toEqual([]);
    expect(found('6.25', '6.52')).toMatchObject([{ severity: 'warning', actual: 6.52, expected: 6.25 }]);
    expect(found('6.52', '6.25')).toMatchObject([{ actual: 6.52, expected: 6.25 }]);
    // Neither makes up the whole: the sum is not told for one of them either.
    expect(found('6.52', '6.53')).toEqual([]);
  });

  it('holds what a notice allots against the total of its list', () => {
    const list = filing({ form_type: 'allocation_table', title: '2031年乡村道路养护资金分配表' });
    const total = amount({ item: '合计', role: 'total', value: 299.42 });
    const notice = (text: string) =>
      check({ filings: [list], amounts: [total], texts: [prose(text)] }, NAR_01);
    expect(notice('现下达你市2031年乡村道路养护资金299.42万元。').coverage[0]).toMatchObject({
      consistent: 1,
    });
    const [finding] = notice('现下达你市2031年乡村道路养护资金294.92万元。').findings;
    expect(figuresOf(finding)).toEqual([294.92, 299.42]);
    // What has come so far, or at most, is not what the list gives out.
    expect(notice('你市2031年乡村道路养护资金已到294.92万元。').findings).toEqual([]);
    expect(notice('下达你市2031年乡村道路养护资金不超过294.92万元。').findings).toEqual([]);
  });

  it('takes neither a rated plan nor another line of a list for a restatement', () => {
    const rated = '2031年“三公”经费支出14.61万元，预算安排16.06万元，控制率90.97%。';
    expect(said(rated).findings).toEqual([]);
    const lines = '2031年一般公共预算拨款855万元，具体如下：\n1.行政运行：预算数为470万元。';
    expect(said(lines).findings).toEqual([]);
  });
});

describe('NAR-01, the money of a project in its report and in the self-evaluation behind it', () => {
  const form = filing({ form_type: 'project_self_evaluation', project: '旱厕改造', year: 2031 });
  const total = (value: number, measure: Amount['measure']) =>
    amount({ item: '年度资金总额', value, section: 'funding', measure, year: 2031, role: 'total' });
  const said = (...texts: string[]) =>
    check(
      {
        filings: [form],
        amounts: [total(120, 'initial_budget'), total(118, 'annual_budget'), total(96, 'executed')],
        texts: texts.map((text) => prose(text)),
      },
      NAR_01,
    ).findings;

  it('passes where they agree, and where one of two statements does', () => {
    expect(said('2031年年初预算120万元，全年预算118万元，全年执行96万元。')).toEqual([]);
    expect(said('一季度实际支出64万元。', '项目实际支出96万元。')).toEqual([]);
  });

  it.each([
    ['项目年初预算数102万元。', 120, 102],
    ['调整后预算数181万元。', 118, 181],
    ['2031年全年执行69万元。', 96, 69],
    ['2.项目资金执行情况。截至2031年12月31日，实际支出69万元，预算执行率71.88%。', 96, 69],
  ])('fails with both figures: %s', (text, expected, actual) => {
    expect(said(text)[0]).toMatchObject({ severity: 'warning', expected, actual });
  });

  it('holds the money of each project to the form of its name', () => {
    const second = filing({
      filing_id: 'f1',
      form_type: 'project_self_evaluation',
      project: '泵站养护',
      year: 2031,
    });
    const findings = (text: string) =>
      check(
        {
          filings: [form, second],
          amounts: [
            total(118, 'annual_budget'),
            total(96, 'executed'),
            { ...total(80, 'annual_budget'), filing_id: 'f1' },
            { ...total(72, 'executed'), filing_id: 'f1' },
          ],
          texts: [prose(text)],
        },
        NAR_01,
      ).findings;
    const both = (spent: number) =>
      `旱厕改造项目全年预算数为118万元，执行数为96万元；泵站养护项目全年预算数为80万元，执行数为${spent}万元。`;
    expect(findings(both(72))).toEqual([]);
    expect(findings(both(62))[0]).toMatchObject({ expected: 72, actual: 62 });
  });

  it('leaves parts, other years and figures of another scope alone', () => {
    expect(said('2030年全年执行69万元。')).toEqual([]);
    expect(said('宣传工作实际支出6万元。', '其中：实际支出9万元。')).toEqual([]);
  });
});

describe('NAR-01, a budget and what was spent of it', () => {
  it('leaves the budget alone where the table tells the spending that the text states behind it', () => {
    const spent = amount({ item: '基本支出总额', value: 354, section: 'funding', year: 2031 });
    const said = (text: string) => check({ amounts: [spent], texts: [prose(text)] }, NAR_01).findings;
    expect(said('2031年基本支出预算360万元，执行数354万元。')).toEqual([]);
    expect(said('2031年基本支出预算360万元，执行数345万元。')).not.toEqual([]);
  });
});

describe('NAR-01, a list of what a notice allots', () => {
  it('takes no line of the list for the whole of the table', () => {
    const list = filing({ form_type: 'allocation_table', title: '2031年第二批资金项目安排表', year: 2031 });
    const all = amount({ item: '合计', value: 1350, section: 'projects', year: 2031, role: 'total' });
    const said = (...texts: string[]) =>
      check({ filings: [list], amounts: [all], texts: texts.map((text) => prose(text)) }, NAR_01).findings;
    expect(said('本次安排资金1350万元。', '1.道路项目5个，安排资金800万元，占59.26%；')).toEqual([]);
    expect(said('本次安排资金1530万元。')).toHaveLength(1);
  });
});

describe('NAR-01, figures of one paragraph that are no two statements of one thing', () => {
  it('says nothing of what was spent and what was planned at first, or of the members of a list', () => {
    expect(said('2031年三公经费支出3.07万元，年初预算为4.15万元。').findings).toEqual([]);
    expect(said('按资金类型划分,一般公共预算拨款1.7万元,专户管理的资金安排0万元。').findings).toEqual([]);
  });

  it('gives what a sentence with a colon opens a subject of its own', () => {
    const funds = '2031年开展绩效自评，涉及预算资金99.36万元。';
    expect(
      said(`${funds}桥梁维修专项经费项目绩效自评综述：全年预算数60万元，执行数57.6万元。`).findings,
    ).toEqual([]);
    expect(said(`${funds}全年预算数60万元。`).findings).toHaveLength(1);
  });
});

describe('NAR-01, figures behind the sum that they are told of', () => {
  const form = filing({ form_type: 'project_self_evaluation', project: '旱厕改造', year: 2031 });
  const cell = (value: number, column: number, fields: object) =>
    amount({
      item: '年度资金总额',
      value,
      section: 'funding',
      year: 2031,
      role: 'total',
      source: { value: place(3, column) },
      ...fields,
    });
  const row = () => [
    cell(1150, 1, { measure: 'annual_budget', unit: '万元', column_label: '全年预算数' }),
    cell(1058, 2, { measure: 'executed', unit: '万元', column_label: '全年执行数' }),
    cell(92, 3, { measure: 'rate', unit: '%', column_label: '预算执行率', base_value: 0.92 }),
  ];
  const of = (text: string) =>
    check({ filings: [form], amounts: row(), texts: [prose(text)] }, NAR_01).findings;

  it('takes the rate behind what was spent for that of its row', () => {
    expect(of('截至年底，累计支出1058万元，执行率92%。')).toEqual([]);
    expect(of('截至年底，累计支出1058万元，执行率94%。')[0]).toMatchObject({ expected: 92, actual: 94 });
    expect(of('截至年底，累计支出1258万元，执行率92%。')[0]).toMatchObject({ expected: 1058, actual: 1258 });
  });

  it('takes no rate of something else for that of the row', () => {
    const others = [
      '累计支出1058万元，资金使用率100%。',
      '累计支出1058万元，年初预算执行率96.18%。',
      '累计支出1058万元，绩效目标完成率100%。',
      '2030年支出1058万元，执行率88%。',
      '基本支出1058万元，预算执行率99.5%。',
      '累计支出1058万元，其中县级资金支出进度100%。',
      '累计支出1058万元，预算执行率为96.18%（按年初预算计算）。',
    ];
    expect(others.filter((text) => of(text).length > 0)).toEqual([]);
  });

  it('takes what was spent in a part of the year, in several years or on another row for no spending of the year', () => {
    expect(of('截至2031年6月底，累计支出900万元。')).toEqual([]);
    expect(of('三年累计支出1600万元。')).toEqual([]);
    expect(of('截至2031年12月底，累计支出900万元。')).toHaveLength(1);
    const other = cell(900, 2, {
      item: '水厂维修',
      role: null,
      measure: 'executed',
      unit: '万元',
      source: { value: place(8, 2) },
    });
    const both = check(
      {
        filings: [form],
        amounts: [...row(), other],
        texts: [prose('水厂维修到位900万元，累计支出900万元。')],
      },
      NAR_01,
    );
    expect(both.findings).toEqual([]);
  });

  it('takes 支出 behind the name of a row for what was spent, unless it is to be spent', () => {
    const rows = [
      cell(50, 1, { item: '技能培训', role: null, measure: 'annual_budget', unit: '万元' }),
      cell(45, 2, { item: '技能培训', role: null, measure: 'executed', unit: '万元' }),
    ];
    const spent = (text: string) =>
      check({ filings: [form], amounts: rows, texts: [prose(text)] }, NAR_01).findings.length;
    expect(spent('技能培训支出42万元。')).toBe(1);
    expect(spent('拟安排技能培训支出55万元。')).toBe(0);
  });

  it('takes what was carried over for no subject of what comes in', () => {
    expect(of('上年结转50万元，本年预算收入500万元，预算支出550万元，收支平衡。')).toEqual([]);
  });
});
