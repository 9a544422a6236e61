import { expect, it } from 'vitest';
import { parseWord } from '../../../parsers/word/index.ts';
import { gridsOf, readAs, sketch } from '../grids.ts';
import { docx } from './docx.ts';

const line = (...cells: string[]): string =>
  `<w:p>${cells.map((cell) => `<w:r><w:t xml:space="preserve">${cell}</w:t></w:r>`).join('<w:r><w:tab/></w:r>')}</w:p>`;
const read = (...lines: string[]) => readAs(parseWord, 'docx', docx(lines.join('')));

const head = ['科目编码', '科目名称', '合计', '基本支出'];
const rows = [
  ['205', '教育支出', '80.00', '50.00'],
  ['20502', '普通教育', '80.00', '50.00'],
  ['', '合计', '80.00', '50.00'],
];

it('reads lines of figures with tabs between them as a table that is less sure than a drawn one', async () => {
  const source = await read(
    line('2031年支出表'),
    line(...head),
    ...rows.map((row) => line(...row)),
    line('注：无。'),
  );
  const [grid, ...more] = gridsOf(source);
  expect(more).toEqual([]);
  expect(sketch(grid)).toEqual([
    '科目编码 | 科目名称 | 合计 | 基本支出',
    '205 | 教育支出 | 80.00 | 50.00',
    '20502 | 普通教育 | 80.00 | 50.00',
    ' | 合计 | 80.00 | 50.00',
  ]);
  expect(grid?.confidence).toBe(0.7);
  expect(grid?.parts[0]?.table).toBeNull();
  expect(source.blocks.map((block) => block.kind)).toEqual(['paragraph', 'grid', 'paragraph']);
});

it('reads blanks between them alike', async () => {
  const wide = (row: readonly string[]): string => line(row.map((cell) => cell.padEnd(12)).join('  '));
  expect(gridsOf(await read(wide(head), ...rows.map(wide)))[0]?.rows).toBe(4);
});

it('leaves lines that have no figures, too few rows or not as many cells as they are', async () => {
  const signs = line('负责人：某甲', '填表人：某乙', '日期：2031年');
  expect(gridsOf(await read(signs, signs, signs, signs))).toEqual([]);
  expect(gridsOf(await read(line(...head), line(...rows[0]!), line(...rows[1]!)))).toEqual([]);
  expect(gridsOf(await read(line(...head), ...rows.map((row) => line(...row.slice(1)))))).toEqual([]);
});
