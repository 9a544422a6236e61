import { expect, test } from 'vitest';
import { type Bar, barTable } from '../../../src/report/page/run/charts.ts';

const bar = (name: string, count: number): Bar => ({ name, parts: [{ name: '错误', count, kind: 'error' }] });
const widthsOf = (bars: readonly Bar[]) =>
  barTable('各单位的问题数', bars, '无')
    .html.split('<tr>')
    .slice(1)
    .map((row) => row.match(/ width="([\d.]+)"/)?.[1] ?? null);

test('the rest of a chart is a count without a bar, and the named ones keep the scale', () => {
  const rest: Bar = { ...bar('其余 (288)', 407), isRest: true };
  expect(widthsOf([bar('文化馆', 4), bar('图书馆', 2), rest])).toEqual(['100.000', '50.000', null]);
});
