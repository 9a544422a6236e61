import { describe, expect, it } from 'vitest';
import { parseWord } from '../../../parsers/word/index.ts';
import { gridsOf, readAs, sketch } from '../grids.ts';
import { docx, p, row, tbl } from './docx.ts';

const grids = async (body: string) => gridsOf(await readAs(parseWord, 'docx', docx(body)));
const pageBreak = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
const header = row('指标名称', '目标值', '完成值');

describe('a table that runs over pages', () => {
  it('is one where its header repeats, which is left out and noted', async () => {
    const [grid, second] = await grids(
      tbl(header, row('植树', '10', '10')) +
        p('') +
        tbl(header, row('修路', '2', '3'), row('清淤', '4', '4')),
    );
    expect(second).toBeUndefined();
    expect(sketch(grid)).toEqual([
      '指标名称 | 目标值 | 完成值',
      '植树 | 10 | 10',
      '修路 | 2 | 3',
      '清淤 | 4 | 4',
    ]);
    expect(grid?.repeatedHeaders).toEqual(['指标名称 | 目标值 | 完成值']);
    expect(grid?.parts.map(({ table, firstRow, endRow }) => [table, firstRow, endRow])).toEqual([
      [0, 0, 2],
      [1, 2, 4],
    ]);
    expect(grid?.cells.at(-1)?.location).toMatchObject({ row: 3, column: 2, table: 1 });
  });

  it('is one where it goes on after a page break without its header', async () => {
    const all = await grids(tbl(header, row('植树', '10', '10')) + pageBreak + tbl(row('修路', '2', '3')));
    expect(all).toHaveLength(1);
    expect(all[0]?.repeatedHeaders).toEqual([]);
  });

  it('is two where only a blank line stands between and nothing repeats', async () => {
    expect(
      await grids(tbl(header, row('植树', '10', '10')) + p('') + tbl(row('修路', '2', '3'))),
    ).toHaveLength(2);
  });

  it('is two where a line of text stands between', async () => {
    expect(
      await grids(tbl(header, row('植树', '10', '10')) + p('第二部分') + tbl(header, row('修路', '2', '3'))),
    ).toHaveLength(2);
  });

  it('is two where both are whole forms of one kind', async () => {
    const form = (name: string) =>
      tbl(
        row('项目名称', name, '编号', '1'),
        row('主管部门', '园林局', '电话', '2'),
        row('资金', '3', '执行', '3'),
      );
    expect(await grids(form('植树') + p('') + form('植树'))).toHaveLength(2);
    expect(await grids(form('植树') + pageBreak + form('修路'))).toHaveLength(2);
  });
});
