import { describe, expect, test } from 'vitest';
import { inlinePairs } from '../../src/reading/fields/inline-pairs.ts';
import { withMarkedParts } from '../../src/reading/table/marked-parts.ts';
import { counted, document, errorsIn, grid, line, read } from './drawing.ts';

const head = '| 科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出 |';
const first = `${head}
  | 201 | 一般公共服务支出 | 60.00 | 60.00 | |
  | 20101 | 人大事务 | 60.00 | 60.00 | |`;
const rest = `${head}
  | 20103 | 政府办公厅事务 | 30.00 | 10.00 | 20.00 |
  | 221 | 住房保障支出 | 12.00 | 12.00 | |
  | 22102 | 住房改革支出 | 12.00 | 12.00 | |
  | | 合计 | 102.00 | 82.00 | 20.00 |`;
const ofBoth = first.replace('| 60.00 | 60.00 | |', '| 90.00 | 70.00 | 20.00 |');

describe('a table that goes on below 续表', () => {
  test.each([['续表'], ['表2（续）'], ['一般公共预算支出表（续表）']])(
    'is one with its head left out: %s',
    (says) => {
      const readout = read('一般公共预算支出表', '单位：万元', grid(ofBoth), says, '单位：万元', grid(rest));
      expect(readout.filings).toHaveLength(1);
      expect(errorsIn(readout)).toEqual([]);
      expect(counted(readout)).toContain(
        'budget 政府办公厅事务 budget ∅ 30 万元 code=20103 of=一般公共服务支出',
      );
    },
  );

  test('keeps every block in its place, and the places of its cells', () => {
    const source = document('一般公共预算支出表', grid(first), '续表', grid(rest), '注：无。');
    const { blocks } = withMarkedParts(source);
    expect(blocks.map((block) => (block.kind === 'grid' ? block.rows : block.text))).toEqual([
      '一般公共预算支出表',
      7,
      '',
      '',
      '注：无。',
    ]);
    const [, whole] = blocks;
    expect(whole?.kind === 'grid' && whole.cells.at(-1)?.location).toMatchObject({ block: 3, row: 4 });
  });

  test('stays apart where nothing says so, another head stands above, or a sentence between', () => {
    const untold = document('支出表', grid(first), line('单位：万元'), grid(rest));
    expect(withMarkedParts(untold)).toBe(untold);
    const other = document('支出表', grid(first), '续表', grid(rest.replace('合计 |', '总计 |')));
    expect(withMarkedParts(other)).toBe(other);
    const far = document('支出表', grid(first), '续表', '说'.repeat(60), grid(rest));
    expect(withMarkedParts(far)).toBe(far);
  });
});

test('the number of a table ends the name before the next label where no gap does', () => {
  const pairs = inlinePairs('部门：青原区档案馆 公开03表单位：万元');
  expect(pairs.map(({ value }) => value)).toEqual(['青原区档案馆', '万元']);
});

test('a unit of money ends before the label that a line took its blank from', () => {
  const pairs = inlinePairs('填报日期：2031年3月2日 单位：万元单位领导审签（公章）：');
  expect(pairs.map(({ role, value }) => [role, value])).toEqual([
    ['filed_on', '2031年3月2日'],
    ['money_unit', '万元'],
    ['signature', ''],
  ]);
});

test('what a government takes in for a purpose pays for the year below it', () => {
  const readout = read(
    '项目绩效目标申报表',
    grid(`
      | 项目名称 | 道路配套 | < | < |
      | 资金安排（元） | 项目总额 | 12600 | 本年预算 | 5400 |
      | ^ | 其中：土地使用权出让收入安排 | 4000 | 城市基础设施配套费安排 | 1400 |
    `),
  );
  expect(counted(readout).filter((each) => each.includes('安排'))).toEqual([
    'funding 土地使用权出让收入安排 current ∅ 4000 元 of=本年预算',
    'funding 城市基础设施配套费安排 current ∅ 1400 元 of=本年预算',
  ]);
});

test('points beside 执行率得分 are those of the execution, in a row without the rate', () => {
  const { filings } = read(
    '项目支出绩效自评表',
    grid(`
      | 项目名称 | 路灯维护 | < | 实施单位 | 某路灯所 |
      | 年度资金总额（万元） | 100 | 全年执行数 | 95 | |
      | 预算数 | 100 | 分值：10分 | 执行率得分 | 9.5 |
      | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 得分 |
      | 产出指标 | 数量指标 | 维护路灯 | 5盏 | 20 |
    `),
  );
  expect(filings[0]).toMatchObject({ execution_weight: 10, execution_score: 9.5 });
});

test('a title in another language across the table prints the year of the form', () => {
  const { filings } = read(
    grid(`
      | 项目支出绩效目标申报表 | < | < |
      | Performance Target Declaration Form（2031） | < | < |
      | 项目名称 | 友城交流 | < |
      | 一级指标 | 三级指标 | 指标值 |
      | 产出指标 | 接待团组 | ≥16批 |
    `),
  );
  expect(filings[0]?.year).toBe(2031);
});
