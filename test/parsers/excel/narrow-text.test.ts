import { expect, it } from 'vitest';
import { onlyGrid, read, textsOf } from './package.ts';

function record(type: number, ...body: (number | Buffer)[]): Buffer {
  const bytes = Buffer.concat(body.map((part) => (typeof part === 'number' ? Buffer.from([part]) : part)));
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(bytes.length, 2);
  return Buffer.concat([head, bytes]);
}

/** 指标, 数量, 里程, 天数 in GBK. */
const gbk = ['d6b8b1ea', 'cafdc1bf', 'c0efb3cc', 'cceccafd'].map((hex) => Buffer.from(hex, 'hex'));
/** Für, Gäste in Windows-1252. */
const western = ['46fc72', '47e47374 65', '4bf66c6e', '4dfc6c6c'].map((hex) =>
  Buffer.from(hex.replace(' ', ''), 'hex'),
);

/** A sheet of Excel 4, a stream of its own, of two rows of two texts. */
const excel4 = (texts: Buffer[], page?: number): Buffer =>
  Buffer.concat([
    record(0x409, 4, 0, 0x10, 0, 0, 0),
    ...(page === undefined ? [] : [record(0x42, page & 0xff, page >> 8)]),
    ...texts.map((text, i) => record(0x204, i >> 1, 0, i & 1, 0, 0, 0, text.length, 0, text)),
    record(0x0a),
  ]);

it.each([
  ['that says so', 936],
  ['that says nothing', undefined],
  ['that says it is of the West', 1252],
])('reads Chinese in a sheet of Excel 4 %s', async (_, page) => {
  expect(textsOf(onlyGrid(await read(excel4(gbk, page), 'old.xls')))).toEqual(['指标 | 数量', '里程 | 天数']);
});

it('leaves letters with accents as they are', async () => {
  const source = await read(excel4(western, 1252), 'old.xls');
  expect(textsOf(onlyGrid(source))).toEqual(['Für | Gäste', 'Köln | Müll']);
});
