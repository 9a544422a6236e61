import { expect, test } from 'vitest';
import { parseHtml } from '../../../parsers/html/index.ts';
import { gridsOf, readAs, sketch } from '../grids.ts';

/** Cells as `text*columns`, one row a line. */
async function read(rows: string): Promise<string[]> {
  const drawn = rows
    .trim()
    .split('\n')
    .map((row) => {
      const cells = row.trim().split(/\s*\|\s*/);
      return `<tr>${cells.map((cell) => cell.replace(/^(.*?)(?:\*(\d+))?$/, '<td colspan="$2">$1</td>')).join('')}</tr>`;
    });
  const page = `<!doctype html><meta charset="utf-8"><table>${drawn.join('')}</table>`;
  return sketch(gridsOf(await readAs(parseHtml, 'html', Buffer.from(page)))[0]);
}

const list = `
  序号 | 项目名称*2 | 年初预算*2 | 调整后预算*2 | 到位资金 | 实际支出
  1 | 展厅运维经费*2 | 120*2 | 110*2 | 110 | 108.90
  2 | 平台应用经费*2 | 480*2 | 421.46*2 | 421.46 | 379.31`;

test('a sum whose borders were all moved to one side stands below the columns that it adds up', async () => {
  expect(await read(`${list}\n合计*2 | 600*2 | 531.46*2 | 531.46*2 | 488.21`)).toEqual([
    '序号 | 项目名称 | 年初预算 | 调整后预算 | 到位资金 | 实际支出',
    '1 | 展厅运维经费 | 120 | 110 | 110 | 108.90',
    '2 | 平台应用经费 | 480 | 421.46 | 421.46 | 379.31',
    '合计[1x2] | 600 | 531.46 | 531.46 | 488.21',
  ]);
});

test('a row whose cells are none of the columns above, whichever way its borders are taken, stays as it is drawn', async () => {
  const rows = await read(`${list}\n合计*2 | 600*2 | 531.46*4 | 488.21`);
  expect(rows.at(-1)).toBe('合计[1x2] | 600[1x2] | 531.46[1x3] | 488.21');
});

test('one border that stands elsewhere is no sign of moved ones', async () => {
  const rows = await read(`
    甲 | 乙*2 | 丙
    1 | 2*2 | 3
    5*2 | 6*2`);
  expect(rows.at(-1)).toBe('5[1x2] | 6[1x2]');
});
