import { describe, expect, test } from 'vitest';
import { grid, read, told } from './drawing.ts';

const title = '2031年项目支出绩效目标申报表';
const other = (body: string) =>
  read(title, grid(body)).texts.map(({ label, role, text }) => `${role} ${label}：${text}`);

/** Layouts that provinces and cities print; every name and figure is invented. */
describe('texts', () => {
  test('a label that no list knows keeps the words that answer it, behind side labels too', () => {
    expect(
      other(`
 | 项目名称 | 更换路灯 | < | < |
 | 项目申请原因（包括设立依据） | 旧灯损坏，夜间无照明。 | < | < |
 | 预期情况 | 预期效果 | 道路夜间明亮 | < |
 | ^ | 可能影响 | 施工期间交通不便 | < |
 | 实施的措施 | 组织机构： | 由市政科负责 | < |
 | ^ | 管理制度： | 严格执行采购制度 | < |`),
    ).toEqual([
      'other 项目申请原因（包括设立依据）：旧灯损坏，夜间无照明。',
      'other 预期效果：道路夜间明亮',
      'other 可能影响：施工期间交通不便',
      'other 组织机构：由市政科负责',
      'other 管理制度：严格执行采购制度',
    ]);
  });
  test('a pair that no list knows beside one that is known', () => {
    expect(
      other(`
 | 项目安排频度 | 01-常年性项目 | 主管部门 | 云岭县教育局 |
 | 二级项目代码 | 53012131T000000101 | 支出方式描述 | 按学期分两次拨付 |`),
    ).toEqual(['other 项目安排频度：01-常年性项目', 'other 支出方式描述：按学期分两次拨付']);
  });
  test('names of people and counts are none of them', () => {
    expect(
      other(`
 | 项目名称 | 更换路灯 | < | < |
 | 评审组成员 | 王某、李某、赵某 | < | < |
 | 专家名单 | 王某甲、李某乙 | < | < |
 | 人员及车辆情况 | 编制52人，实有50人 | < | < |`),
    ).toEqual([]);
  });
  test('a second text beside a goal says what was done', () => {
    expect(
      read('2031年项目支出绩效自评表', grid(`\n | 年度总体目标 | 清扫道路20条 | < | 已将20条道路外包 | < |`))
        .texts,
    ).toMatchObject([
      { role: 'goal', text: '清扫道路20条' },
      { role: 'achievement', text: '已将20条道路外包' },
    ]);
  });
  test('how a sum was worked out stands beside it', () => {
    expect(
      other(`
 | 支出内容（万元） | 项目 | 上年度预算 | 本年度申请金额 | 资金测算依据及说明 |
 | ^ | 合计 | 9 | 10 | |
 | ^ | 1.灯具 | 6 | 7 | 350盏×0.02万元 |
 | ^ | 2.线缆 | 3 | 3 | |`),
    ).toEqual(['other 资金测算依据及说明：350盏×0.02万元']);
  });
});

describe('funds', () => {
  test('two side labels beside a list, the inner one its own', () => {
    const { amounts } = read(
      title,
      grid(`
 | 项目资金情况 | 资金来源（万元） | 项目 | 上年度预算 | 本年度申请金额 |
 | ^ | ^ | 合计 | 18.5 | 21.6 |
 | ^ | ^ | 本级财政拨款 | 12 | 15 |
 | ^ | ^ | 上级财政拨款 | 6.5 | 6.6 |
 | ^ | 明细预算（万元） | 项目 | 上年度预算 | 本年度申请金额 |
 | ^ | ^ | 合计 | 18.5 | 21.6 |
 | ^ | ^ | 1.灯具 | 8.5 | 9.6 |
 | ^ | ^ | 2.线缆 | 10 | 12 |`),
    );
    expect(
      amounts.filter(({ measure }) => measure === 'current').map((a) => [a.item, a.parent, a.value]),
    ).toEqual([
      ['合计', null, 21.6],
      ['本级财政拨款', '合计', 15],
      ['上级财政拨款', '合计', 6.6],
      ['合计', null, 21.6],
      ['灯具', '合计', 9.6],
      ['线缆', '合计', 12],
    ]);
  });
  test('what brackets say is part of the figure before them', () => {
    const { amounts } = read(
      title,
      grid(`
 | 资金总额及构成 | 总额 120 万元 | < |
 | ^ | 一、财政拨款：100 万元（其中：上级财政资金：60万元；本级财政：40万元） | < |
 | ^ | 二、自有资金：20万元 | < |`),
    );
    expect(amounts.map(({ item, parent }) => [item, parent])).toEqual([
      ['总额', null],
      ['财政拨款', '总额'],
      ['上级财政资金', '财政拨款'],
      ['本级财政', '财政拨款'],
      ['自有资金', '总额'],
    ]);
  });
  test('the sum of the year before makes no total of several years', () => {
    const { amounts } = read(
      title,
      grid(`
 | 上年度预算安排资金（万元） | 60 | 项目类型 | 其他 |
 | 项目资金申请（万元） | 资金总额： | 72 | < |
 | ^ | 财政拨款： | 72 | < |`),
    );
    expect(amounts.map(({ measure }) => measure)).toEqual(['prior', 'current', 'current']);
  });
  test('codes and days are no figures that were lost', () => {
    const { warnings } = read(
      title,
      grid(`
 | 项目名称 | 更换路灯 | 功能科目编码 | 2012604 |
 | 项目起止时间 | 20310101 | 到 | 20311231 |
 | 资金总额（万元） | 72 | 财政拨款 | 72 |
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 路灯 | 350盏 |`),
    );
    expect(warnings).toEqual([]);
  });
  test('months below 开始时间 head no money in any row', () => {
    expect(
      other(`
 | 实施进度计划 | 项目实施内容 | 开始时间 | 完成时间 |
 | ^ | 1、清淤 | 2031年3月 | 2031年6月 |
 | ^ | 2、维修 | 2031年5月 | 2031年11月 |
 | ^ | …… | | |
 | 项目绩效目标 | 长期目标 | 年度目标 | < |
 | ^ | 恢复灌溉，保障用水 | 完成清淤26公里 | < |`).filter((text) => text.startsWith('task')),
    ).toHaveLength(2);
  });
});

describe('levels', () => {
  test('评价内容 | 绩效内容 over two columns: the second levels stand in front of the names', () => {
    expect(
      told(
        read(
          title,
          grid(`
 | 评价内容 | 绩效内容 | < | 参考标准 | 绩效目标值 |
 | 投入 | 时效目标 | 资金到位时间 | 计划标准 | 3月前 |
 | ^ | 其他资源投入目标 | | | |
 | 产出 | 数量目标 | 加工页数 | 计划标准 | 80万页 |
 | ^ | 质量目标 | 合格率 | 行业标准 | ≥99% |
 | 效益 | 环境效益目标 | | | |
 | ^ | 社会效益目标 | 查档人次 | 历史标准 | ≥3000人次 |`),
        ),
      ).map((line) => line.split(' ')[1]),
    ).toEqual([
      '投入/时效目标/资金到位时间',
      '产出/数量目标/加工页数',
      '产出/质量目标/合格率',
      '效益/社会效益目标/查档人次',
    ]);
  });
  test('points behind a second level of its own in every row are those of the row', () => {
    const { indicators } = read(
      title,
      grid(`
 | 一级指标 | 二级指标 | 分值 | 指标内容 | 指标值 | 评分细则 |
 | 投入指标 | 资金到位率 | 40 | 到位资金÷计划资金 | 100% | 每低1%扣1分 |
 | 产出指标 | 数量指标 | 60 | 安装台数 | 64台 | 每少1台扣1分 |
 | 合计 | < | 100 | | | |`),
    );
    expect(indicators.map(({ level2_weight, weight }) => [level2_weight, weight])).toEqual([
      [null, 40],
      [null, 60],
    ]);
  });
  test('项目 over names with points is a level, and the rows are of one form', () => {
    const { filings, indicators } = read(
      '2031年部门预算支出绩效考核评分表',
      grid(`
 | 项目 | 考核内容 | 考核指标 | 年度工作目标 | 评分标准 | 权数 | 考评得分 |
 | 支出管理（60分） | 预算支出 | 支出完成率 | 100% | 按比例计分 | 40 | 40 |
 | ^ | 结转结余 | 结转率 | 9% | 二者择一 | 20 | 18 |
 | ^ | ^ | 结转变动率 | -30% | ^ | ^ | ^ |
 | 财政监督（40分） | 预决算公开 | 公开及时率 | 100% | 迟1天扣1分 | 40 | 39 |
 | 合计 | | | | | 100 | 97 |`),
    );
    expect(filings.map(({ total_score }) => total_score)).toEqual([97]);
    expect(
      indicators.map((row) => [row.level1, row.level2, row.level3, row.target?.raw, row.weight, row.score]),
    ).toEqual([
      ['支出管理', '预算支出', '支出完成率', '100%', 40, 40],
      ['支出管理', '结转结余', '结转率', '9%', 20, 18],
      ['支出管理', '结转结余', '结转变动率', '-30%', null, null],
      ['财政监督', '预决算公开', '公开及时率', '100%', 40, 39],
    ]);
  });
  test('a second level under 指标名称 names no indicator, and questions below the table are no rows', () => {
    const { indicators, texts } = read(
      '2031年项目支出绩效监控表',
      grid(`
 | 一级指标 | 指标名称 | 指标值 | 半年度指标执行情况 | 备注 |
 | 产出指标 | 数量 | 宣传5场 | 2场 | |
 | ^ | 质量 | | | |
 | 效益指标 | 社会效益 | 研讨会1次 | 1次 | |
 | 偏差或不能完成目标原因分析 | < | 场地尚未落实 | < | < |
 | 相关建议或举措 | < | | < | < |`),
    );
    expect(indicators.map((row) => [row.level2, row.level3, row.actual?.raw])).toEqual([
      ['数量', null, '2场'],
      ['社会效益', null, '1次'],
    ]);
    expect(texts.map(({ text }) => text)).toEqual(['场地尚未落实']);
  });
  test('指标1 in front of a name is a mark, with no colon too', () => {
    const { indicators } = read(
      title,
      grid(`
 | 一级指标 | 二级指标 | 三级指标 | 指标值 |
 | 产出指标 | 数量指标 | 指标1项目数 | 3个 |
 | ^ | 质量指标 | 指标2验收合格率 | 100% |`),
    );
    expect(indicators.map(({ level3 }) => level3)).toEqual(['项目数', '验收合格率']);
  });
  test('a label widened by blanks above the table', () => {
    const { filings } = read(
      '2031年部门整体支出绩效目标申报表',
      '单位名称：云岭县水务局',
      '预 算 编 码：906017',
      grid(`
 | 三级指标 | 指标值 | 备注 |
 | 办文数 | 100件 | |`),
    );
    expect(filings[0]!.organisation_code).toBe('906017');
  });
  test('a report of the department that a sheet names across its columns', () => {
    const form = (title: string) =>
      read(
        grid(`
 | ${title} | < | < | < |
 | 绩效评价自评报告 | < | < | < |
 | 预 算 编 码：906017 | < | < | < |
 | 指标内容 | 指标值 | 实际完成值 | 指标类型 |
 | 派遣率 | ≥98% | 99% | 质量指标 |
 | 案件数量 | ≥12万件 | 12.6万件 | 数量指标 |`),
      ).filings.map(({ form_type, organisation_code }) => [form_type, organisation_code]);
    expect(form('云岭市2031年度部门整体支出')).toEqual([['department_self_evaluation', '906017']]);
    expect(form('云岭市2031年度专项支出')).toEqual([['project_self_evaluation', '906017']]);
  });
  test('what is ticked is no name of a project', () => {
    const { filings } = read(
      '2031年资金绩效目标自评表',
      grid(`
 | 专项名称 | □基础研究 ☑成果转化 | < |
 | 项目名称 | 中试基地建设 | < |
 | 三级指标 | 指标值 | 完成值 |
 | 建成基地数 | 1个 | 1个 |`),
    );
    expect(filings[0]!.project).toBe('中试基地建设');
  });
  test('累计完成率 is how much of the target was reached', () => {
    const { indicators } = read(
      '2031年项目绩效自评表',
      grid(`
 | 评价内容 | 绩效内容 | < | 绩效目标值 | 实际完成值 | 累计完成率 |
 | 产出目标 | 数量目标 | 活动数量 | >=28次 | 40次 | 143% |
 | ^ | 质量目标 | 知晓率 | >=95% | 98% | 103% |`),
    );
    expect(indicators.map(({ completion_rate }) => completion_rate)).toEqual([143, 103]);
  });
});
