import { expect, it } from 'vitest';
import { cellAt, gridsOf, read, textsOf } from './package.ts';

it('keeps the places of lines behind lines of blanks', async () => {
  const lines = [
    '指标,数量',
    '里程,5',
    ...Array.from({ length: 5_000 }, () => '" ",""'),
    '闸门,30',
    '水位,4',
  ];
  const grids = gridsOf(await read(Buffer.from(lines.join('\n')), 'form.csv'));
  expect(grids.map(textsOf)).toEqual([
    ['指标 | 数量', '里程 | 5'],
    ['闸门 | 30', '水位 | 4'],
  ]);
  expect(cellAt(grids[1]!, 0, 0).location.ref).toBe('A5003');
});

const told = async (lines: string[]): Promise<[rows: string[], codes: string[]]> => {
  const source = await read(Buffer.from(lines.join('\n')), 'form.csv');
  return [gridsOf(source).flatMap(textsOf), source.warnings.map(({ code }) => code)];
};

it('puts figures together that their own commas part, and says so', async () => {
  const head = ['资金,预算数,执行数,执行率', '其他资金,220.00,210.00,95.45%', '结转,10,9,90%'];
  const [rows, codes] = await told([
    ...head,
    '合计,1,234.56,1,200,97.20%',
    '财政拨款,1,014.56,990.00,97.58%',
  ]);
  expect(rows.slice(3)).toEqual([
    '合计 | 1,234.56 | 1,200 | 97.20%',
    '财政拨款 | 1,014.56 | 990.00 | 97.58%',
  ]);
  expect(codes).toEqual(['uncertain_grid']);
});

it('leaves figures out whose ends nobody can say', async () => {
  const head = ['资金,预算数,执行数', '其他资金,220.00,210.00', '结转,10,9'];
  const [rows, codes] = await told([...head, '合计,1,234,567,100']);
  expect(rows.slice(0, 3)).toEqual(head.map((line) => line.replaceAll(',', ' | ')));
  expect(rows.slice(3).join()).not.toMatch(/\d/);
  expect(codes).toEqual(['figures_left_out']);
});

it('takes figures side by side for two where no record is longer than others, or most are', async () => {
  const form = ['指标,分值,得分', '里程,10,100', '闸门,20,100'];
  expect((await told(form))[1]).toEqual([]);
  const [rows, codes] = await told(['指标,分值,得分', '里程,10,100,无', '闸门,20,100,无']);
  expect(rows[1]).toBe('里程 | 10 | 100 | 无');
  expect(codes).toEqual([]);
});
