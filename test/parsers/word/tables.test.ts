import { describe, expect, it } from 'vitest';
import { parseWord } from '../../../parsers/word/index.ts';
import { gridsOf, readAs, sketch } from '../grids.ts';
import { docx, p, row, tbl, tc, tr } from './docx.ts';

const grids = async (body: string) => gridsOf(await readAs(parseWord, 'docx', docx(body)));
const span = (columns: number) => `<w:gridSpan w:val="${columns}"/>`;
const width = (twips: number) => `<w:tcW w:w="${twips}" w:type="dxa"/>`;
const restart = '<w:vMerge w:val="restart"/>';
const goesOn = '<w:vMerge/>';

describe('the tables of a Word document', () => {
  it('keep column spans and vertical merges', async () => {
    const [grid] = await grids(
      tbl(
        tr(tc('项目名称', span(2)), tc('园林养护')),
        tr(tc('产出指标', restart), tc('数量指标'), tc('养护面积')),
        tr(tc('', goesOn), tc('质量指标'), tc('成活率')),
      ),
    );
    expect(sketch(grid)).toEqual([
      '项目名称[1x2] | 园林养护',
      '产出指标[2x1] | 数量指标 | 养护面积',
      '质量指标 | 成活率',
    ]);
    expect(grid?.cells[2]?.location).toMatchObject({
      block: 0,
      grid: 0,
      row: 1,
      column: 0,
      table: 0,
      page: null,
    });
  });

  it('start a new cell where a merge above has other edges', async () => {
    const [grid] = await grids(
      tbl(tr(tc('甲', restart), tc('乙'), tc('丙')), tr(tc('丁', span(2) + goesOn), tc('戊'))),
    );
    expect(sketch(grid)).toEqual(['甲 | 乙 | 丙', '丁[1x2] | 戊']);
  });

  it('leave blank cells where rows begin late or end early', async () => {
    const [grid] = await grids(
      tbl(
        row('甲', '乙', '丙'),
        `<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>${tc('丁')}</w:tr>`,
      ),
    );
    expect(sketch(grid)).toEqual(['甲 | 乙 | 丙', ' | 丁 | ']);
  });

  it('take columns from widths where spans are missing', async () => {
    const [grid] = await grids(
      tbl(
        tr(tc('总额', width(3000)), tc('12.5', width(6000))),
        tr(tc('一级', width(3000)), tc('二级', width(2000)), tc('值', width(4010))),
      ),
    );
    expect(sketch(grid)).toEqual(['总额 | 12.5[1x2]', '一级 | 二级 | 值']);
  });

  it('take columns from widths where lines of equal rows cross', async () => {
    const [grid] = await grids(
      tbl(
        tr(tc('甲', width(1000)), tc('乙', width(1000)), tc('丙', width(4000))),
        tr(tc('丁', width(3000)), tc('戊', width(1500)), tc('己', width(1500))),
      ),
    );
    expect(sketch(grid)).toEqual(['甲 | 乙 | 丙[1x3]', '丁[1x3] | 戊 | 己']);
  });

  it('believe spans that add up, whatever the widths', async () => {
    const [grid] = await grids(
      tbl(
        tr(tc('甲', width(1000) + span(3)), tc('乙', width(1000))),
        tr(...['1', '2', '3', '4'].map((digit) => tc(digit, width(1000)))),
      ),
    );
    expect(sketch(grid)).toEqual(['甲[1x3] | 乙', '1 | 2 | 3 | 4']);
  });

  it('drop a column that every cell runs through', async () => {
    const [grid] = await grids(tbl(tr(tc('甲', span(2)), tc('乙')), tr(tc('丙', span(2)), tc('丁'))));
    expect(sketch(grid)).toEqual(['甲 | 乙', '丙 | 丁']);
  });

  it('join cells merged the old way', async () => {
    const [grid] = await grids(
      tbl(tr(tc('甲', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('乙')), row('1', '2', '3')),
    );
    expect(sketch(grid)).toEqual(['甲[1x2] | 乙', '1 | 2 | 3']);
  });

  it('hold the tables in their cells, whose text is not theirs', async () => {
    const inner = tbl(row('里', '面'));
    const [outer, nested] = await grids(
      tbl(tr(tc('标签'), tc(`${p('前')}${inner}${p('后')}`)), row('甲', '乙')) + tbl(row('末')),
    );
    expect(sketch(outer)).toEqual(['标签 | 前\n后', '甲 | 乙']);
    expect(sketch(nested)).toEqual(['里 | 面']);
    expect(nested?.inside).toEqual({ block: 0, row: 0, column: 1 });
    expect(nested?.parts[0]?.table).toBe(1);
  });

  it('are taken out of a table that only frames them', async () => {
    const source = await readAs(
      parseWord,
      'docx',
      docx(tbl(tr(tc(p('绩效目标表') + tbl(row('甲', '乙'), row('丙', '丁')))))),
    );
    expect(source.blocks.map((block) => block.kind)).toEqual(['paragraph', 'grid']);
    expect(gridsOf(source)[0]?.inside).toBeNull();
  });

  it('are found when rows and cells are wrapped in content controls', async () => {
    const wrapped = (content: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const [grid] = await grids(tbl(row('甲', '乙'), wrapped(tr(tc('丙'), wrapped(tc('丁'))))));
    expect(sketch(grid)).toEqual(['甲 | 乙', '丙 | 丁']);
  });

  it('leave out rows that a tracked change deletes, and keep inserted ones', async () => {
    const tracked = (change: string, ...texts: string[]) =>
      `<w:tr><w:trPr><w:${change} w:id="1" w:author="x"/></w:trPr>${texts.map((words) => tc(words)).join('')}</w:tr>`;
    const [grid] = await grids(tbl(row('甲', '1'), tracked('del', '乙', '2'), tracked('ins', '丙', '3')));
    expect(sketch(grid)).toEqual(['甲 | 1', '丙 | 3']);
  });
});
