import { describe, expect, test } from 'vitest';
import { listMark, stripMarks } from '../../src/values/list-mark.ts';

describe('a list mark', () => {
  test.each([
    ['一、项目资金', '一、', 'outline', 1, 1, '项目资金'],
    ['（一）财政拨款小计', '（一）', 'outline', 2, 1, '财政拨款小计'],
    ['十二、其他', '十二、', 'outline', 1, 12, '其他'],
    ['…、本年支出', '…、', 'outline', 1, null, '本年支出'],
    ['—、本年支出', '—、', 'outline', 1, null, '本年支出'],
    ['1.财政拨款', '1.', 'outline', 3, 1, '财政拨款'],
    ['2．财政拨款', '2．', 'outline', 3, 2, '财政拨款'],
    ['3、自有资金', '3、', 'outline', 3, 3, '自有资金'],
    ['1.2023年完成数', '1.', 'outline', 3, 1, '2023年完成数'],
    ['(1) 工资', '(1)', 'outline', 4, 1, '工资'],
    ['2）津贴', '2）', 'outline', 4, 2, '津贴'],
    ['③奖金', '③', 'outline', 5, 3, '奖金'],
    ['b.差旅费', 'b.', 'outline', 6, 2, '差旅费'],
    ['其中：财政拨款', '其中：', 'of_which', null, null, '财政拨款'],
    ['其 中:工资', '其 中:', 'of_which', null, null, '工资'],
    ['其中财政拨款', '其中', 'of_which', null, null, '财政拨款'],
    ['指标1：培训人数', '指标1：', 'label', null, 1, '培训人数'],
    ['指标2 培训期数', '指标2', 'label', null, 2, '培训期数'],
    ['年度目标1：保障运转', '年度目标1：', 'label', null, 1, '保障运转'],
    ['第一，加强管理', '第一，', 'ordinal', null, 1, '加强管理'],
    ['二是规范支出', '二是', 'ordinal', null, 2, '规范支出'],
    ['●重点工作', '●', 'bullet', null, null, '重点工作'],
  ])('%s', (text, mark, kind, level, ordinal, rest) => {
    expect(listMark(text)).toEqual({ mark, kind, level, ordinal, rest });
  });

  test.each([
    '',
    '一般公共预算',
    '第三方评价',
    '1.5倍',
    '1.5万元项目经费支出',
    '2023年',
    '10%',
    '目标100%',
    '其中心任务',
    '1,234.00',
    '24:30',
    '三公经费',
    '-5',
    'PPP项目',
  ])('%s has none', (text) => {
    expect(listMark(text)).toBeNull();
  });

  test('all of them come off, an invisible sign does not shift the rest', () => {
    expect(stripMarks('其中：1.财政拨款').rest).toBe('财政拨款');
    expect(stripMarks('其中：1.财政拨款').marks.map((mark) => mark.kind)).toEqual(['of_which', 'outline']);
    expect(stripMarks('\u200b1、培\u200b训').rest).toBe('培训');
    expect(stripMarks('1、').rest).toBe('1、');
  });
});
