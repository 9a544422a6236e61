import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';

const size = 10;
const xs = [60, 160, 240, 320, 400];

const sheet = (rows: readonly (readonly string[])[]): string =>
  rows
    .flatMap((row, r) => row.map((text, c) => (text === '' ? '' : show(text, xs[c]!, 700 - r * 16, size))))
    .join('');

const read = async (rows: readonly (readonly string[])[]) =>
  gridsOf(await readPdf(writePdf([{ content: show('项目支出情况表', 220, 740, 14) + sheet(rows) }])));

const heads = ['项目名称', '预算数', '执行数', '执行率', '备注'];

describe('a table without lines of one row', () => {
  test('is read where its head stands over it in the same columns', async () => {
    const [grid] = await read([heads, ['河道保洁', '36.50', '33.58', '92%', '']]);
    expect(shape(grid!)).toEqual([
      ...heads.map((text, c) => `0,${c} ${text}`),
      '1,0 河道保洁',
      '1,1 36.50',
      '1,2 33.58',
      '1,3 92%',
      '1,4',
    ]);
    expect(grid!.confidence).toBeLessThan(1);
  });

  test('is none where labels or words alone stand over each other', async () => {
    expect(await read([heads, ['负责人：李某', '电话：12', '日期', '5', '页']])).toEqual([]);
    expect(await read([heads, ['河道保洁', '见附表', '见附表', '不适用', '']])).toEqual([]);
  });
});
