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
