import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { endedEarly } from '../../../parsers/pdf/damage/early-ends.ts';
import { parseDocument } from '../../../src/index.ts';
import { type TestObject, writePdf } from './pdf-writer.ts';
import { gridsOf } from './reading.ts';
import { drawTable } from './table-drawing.ts';

const table = drawTable(
  {
    xs: [60, 160, 320],
    ys: [100, 130, 160],
    cells: [0, 1, 2, 3].map((i) => ({ row: i >> 1, column: i % 2, lines: [`value${i}`] })),
  },
  'strokes',
);
const cut = deflateSync(Buffer.from(table)).subarray(0, -20).toString('latin1');

/** Confidences of the first cells of both tables, and what is told. */
async function read(bytes: Uint8Array) {
  const result = await parseDocument(bytes, { name: 'a.pdf' });
  if (result.status !== 'read') throw new Error(result.error.message.en);
  const cells = gridsOf(result.source).map((grid) => grid.cells[0]!);
  return [...cells.map(({ confidence }) => confidence), ...result.source.warnings.map(({ code }) => code)];
}

/** Two pages, of which the second draws a form. */
const withForm = (form: Omit<TestObject, 'number'>, more = ''): Uint8Array =>
  writePdf([{ content: table }, { content: `${more}/X Do`, resources: '/XObject << /X 100 0 R >>' }], {
    objects: [
      {
        number: 100,
        ...form,
        dict: `/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /Font << /F1 3 0 R >> >> ${form.dict}`,
      },
    ],
  });

it('no cell is sure where a stream that is damaged is no page’s own', async () => {
  expect(await read(withForm({ dict: '/Filter /FlateDecode', stream: cut }))).toEqual([
    0.8,
    0.8,
    'page_failed',
  ]);
  const whole = deflateSync(Buffer.from(table)).toString('latin1');
  expect(await read(withForm({ dict: '/Filter /FlateDecode', stream: whole }))).toEqual([1, 1]);
});

it('a stream that ends before its end makes the cells of its own page doubtful, and no others', async () => {
  const text = Buffer.from(writePdf([{ content: table }, { content: table }])).toString('latin1');
  const inside = text.replace('BT', '% endstream\nendobj\nBT');
  expect(endedEarly(Buffer.from(text, 'latin1'))).toEqual([]);
  expect(endedEarly(Buffer.from(inside, 'latin1'))).toEqual([21]);
  expect(endedEarly(Buffer.from(inside.replace(/\/Length \d+/g, '/Length 99 0 R'), 'latin1'))).toEqual([]);
  const last = text.lastIndexOf('ET');
  const late = Buffer.from(`${text.slice(0, last)}ET\n% endstream endobj\n${text.slice(last + 3)}`, 'latin1');
  expect(await read(late)).toEqual([1, 0.8, 'page_failed']);
});

it('a word that ends a stream within its length is of its content', async () => {
  const content = `% endstream\nendobj\n${table}`;
  const bytes = writePdf([{ content }, { content }]);
  expect(endedEarly(bytes)).toEqual([]);
  expect(await read(bytes)).toEqual([1, 1]);
});

it.each([
  ['lacks a number that an operator needs', table.replace(/[\d.]+ (?=[\d.]+ T[dm]\b(?![\s\S]*T[dm]\b))/, '')],
  ['names a font that is not there', table.replace('/F1 ', '/F9 ')],
  ['ends within a text', table.replace(/ET(?![\s\S]*ET)/, '')],
])('a page whose content %s is in doubt, and no other', async (_, damaged) => {
  expect(damaged).not.toBe(table);
  expect(await read(writePdf([{ content: damaged }, { content: table }]))).toEqual([0.8, 1, 'page_failed']);
});
