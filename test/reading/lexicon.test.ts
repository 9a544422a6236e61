import { describe, expect, test } from 'vitest';
import type { FieldRole } from '../../src/reading/lexicon/fields.ts';
import type { IndicatorRole } from '../../src/reading/lexicon/indicator-columns.ts';
import type { MoneyRole } from '../../src/reading/lexicon/money-columns.ts';
import {
  fieldRole,
  fundingRole,
  indicatorRole,
  labelOfText,
  moneyRole,
} from '../../src/reading/table/label.ts';

const each = <Role>(table: Record<string, string>): [string, Role][] =>
  Object.entries(table).flatMap(([role, labels]) =>
    labels.split(' · ').map((label): [string, Role] => [label, role as Role]),
  );

describe('heads of indicator tables', () => {
  test.each(
    each<IndicatorRole>({
      level1: '一级指标 · 一级目标 · 一级',
      level2: '二级指标 · 二级指标(长期) · 二级 · 评价内容',
      level3: '三级指标 · 指标名称 · 指标内容 · 三级',
      indicator: '绩效指标 · 评价指标',
      description: '指标说明 · 指标解释 · 绩效指标描述 · 评价标准',
      target:
        '指标值 · 年度指标值 · 年初目标值（A） · 目标值 · 年初指标值 · 调整指标值 · 年度数值 · 年度目标指标值 · 预期指标值 · 指标值（包含数字及文字描述） · 本年指标值 · 预期当年实现值 · 绩效指标值',
      operator: '指标性质 · 绩效指标性质 · 符号',
      unit: '度量单位 · 计量单位 · 绩效度量单位 · 单位（文字描述）',
      actual:
        '实际完成值 · 全年实际值 · 全年完成值 · 完成值 · 全年实际完成值 · 实际完成值（B） · 单项指标实际完成值 · 1-7月执行情况 · 截至6月底完成值',
      weight:
        '分值 · 权重 · 权重（%） · 指标权重（分） · 指标分值权重 · 权重占比（%） · 指标分值 · 本年权重（%） · 分值（100分）',
      score: '得分 · 自评得分 · 自评分 · 指标得分（分） · 单项指标得分',
      converted_score: '单项指标折算得分',
      deviation:
        '偏差原因分析及改进措施 · 未完成原因及拟采取的改进措施 · 未完成原因分析 · 未完成原因和改进措施 · 原因 · 偏差大或未完成原因分析',
      basis: '指标值确定依据 · 指标值设置依据 · 绩效标准 · 评价标准确定依据',
      prior: '前年 · 上年 · 上年完成值 · 2022年 · 近两年指标值',
      scoring_rule: '评分及标准 · 指标赋分规则 · 评分标准 · 计分标准',
      evidence: '佐证资料 · 佐证材料',
      category: '指标分类 · 是否核心指标',
      remark: '备注 · 备 注',
    }),
  )('%s is %s', (label, role) => {
    expect(indicatorRole(labelOfText(label))).toBe(role);
  });

  test.each(['产出指标', '数量指标', '满意度指标（10分）', '≥95%', '100', '建设标准化公厕座数', ''])(
    '%s is none',
    (text) => {
      expect(indicatorRole(labelOfText(text))).toBeNull();
    },
  );
});

describe('heads of money tables', () => {
  test.each(
    each<MoneyRole>({
      initial_budget: '年初预算数 · 年初预算 · 2023年年初预算数（万元）',
      annual_budget: '全年预算数（A） · 调整后预算数 · 全年（调整）预算数（A） · 预算安排情况（调整后）',
      executed: '全年执行数（B） · 预算执行数 · 资金执行情况 · 实际支出数 · 2020年执行数',
      rate: '执行率（B/A） · 预算执行率 · 预算执行进度（%） · 比上年增长% · 占调整预算% · 控制率',
      share: '占比 · 比重（%） · 占总支出比重',
      current: '当年金额 · 项目本年度预算 · 项目本年年预算 · 年度预算总额',
      total_budget: '项目总预算 · 项目总额 · 中期资金总额：',
      prior: '近两年收支金额 · 上年预算数',
      final: '决算数 · 2019年决算数',
      budget: '预算数 · 2020年预算数',
      adjustment: '预算调整数',
      arrived: '到位数 · 资金到位情况',
      count: '编制数 · 2020年实际在职人数 · 人数（人）',
      value: '金额 · 合计 · 小计 · 2022年',
      item: '项目 · 科目名称 · 功能分类科目名称 · 经费控制情况',
      code: '科目编码 · 类 · 款 · 项 · 功能分类科目编码',
      ordinal: '序号 · 栏次',
      spend: '基本支出 · 项目支出 · 人员经费',
      weight: '分值',
      score: '得分',
    }),
  )('%s is %s', (label, role) => {
    expect(moneyRole(labelOfText(label))).toBe(role);
  });
});

describe('fields', () => {
  test.each(
    each<FieldRole>({
      organisation:
        '部门（单位）名称 · 预算（单位）名称： · 预算单位 · 单位信息 · 填报单位 · 编制单位 · 预算单位编码及名称',
      implementer: '实施单位 · 实施（主管）单位',
      supervisor: '主管部门 · 主管部门及编码 · 项目主管部门 · 中央主管部门',
      project: '项目名称 · 项目支出名称 · 预算项目 · 转移支付（项目）名称',
      year: '预算年度',
      filed_on: '填报日期 · 填表日期',
      execution_weight: '预算执行率权重',
      goal: '年度目标1： · 长期目标：（截止2026年） · 整体绩效目标 · 项目总体目标 · 年度总体目标 · 预期目标 · 中期目标（2019年—2021年）',
      achievement: '实际完成情况 · 全年实际完成情况',
      function: '部门职能概述',
      task: '年度工作任务 · 年度主要任务',
      person: '填报人 · 项目负责人 · 项目经办人：',
      phone: '联系电话 · 项目经办人电话：',
    }),
  )('%s is %s', (label, role) => {
    expect(fieldRole(labelOfText(label))).toBe(role);
  });
});

describe('rows of funds', () => {
  test.each([
    ['年度资金总额：', 0],
    ['项目总额', 0],
    ['资金总额', 0],
    ['当年资金总额:', 0],
    ['年度预算总额：', 0],
    ['其中：当年财政拨款', 1],
    ['上年结转资金', 1],
    ['其他资金', 1],
    ['财政专户管理资金', 1],
    ['单位资金', 1],
    ['社会投入资金', 1],
    ['银行贷款', 1],
    ['其它', 1],
    ['中央补助', 2],
    ['自治区', 2],
    ['盟市', 2],
    ['旗县', 2],
    ['省级资金', 2],
    ['区财政资金', 2],
    ['项目名称', null],
    ['养老保险', null],
    ['', null],
  ])('%s has rank %s', (label, rank) => {
    expect(fundingRole(labelOfText(label))).toBe(rank);
  });
});

test('a name with the words of a label in it is none', () => {
  const name = labelOfText('某财企[2022]38号关于拨付原水利医院退休人员待遇补差资金');
  expect([indicatorRole(name), moneyRole(name), fieldRole(name), fundingRole(name)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});
