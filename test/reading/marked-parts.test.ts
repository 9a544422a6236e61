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
