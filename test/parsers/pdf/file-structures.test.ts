import { expect, test } from 'vitest';
import { packed } from './packed-file.ts';
import { writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';
import { expected, form } from './small-form.ts';
import { drawTable } from './table-drawing.ts';

const content = drawTable(form, 'strokes');
const old = drawTable(
  {
    ...form,
    cells: form.cells.map((cell) => (cell.lines[0] === '32.5' ? { ...cell, lines: ['99.9'] } : cell)),
  },
  'strokes',
);

async function read(bytes: Uint8Array): Promise<string[]> {
  const grids = gridsOf(await readPdf(bytes));
  expect(grids).toHaveLength(1);
  return shape(grids[0]!);
}
const binary = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'latin1');

/** The file with an object replaced by a later one, as programs do that save changes behind what they opened. */
function withUpdate(bytes: Uint8Array, number: number, body: string): Uint8Array {
  const text = binary(bytes);
  const before = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)![1]!;
  const object = `${number} 0 obj\n${body}\nendobj\n`;
  const start = text.length + object.length;
  const offset = String(text.length).padStart(10, '0');
  return bytesOf(
    `${text}${object}xref\n${number} 1\n${offset} 00000 n \ntrailer\n<< /Size 500 /Root 1 0 R /Prev ${before} >>\nstartxref\n${start}\n%%EOF\n`,
  );
}

test('objects packed into streams', async () => {
  expect(await read(packed(writePdf([{ content }])))).toEqual(expected);
});

test('a file of version 2.0 with labels for its pages', async () => {
  const catalog = '/PageLabels << /Nums [0 << /S /r /P (A-) >>] >> /Version /2.0';
  expect(await read(packed(writePdf([{ content }], { catalog }), '2.0'))).toEqual(expected);
});

test('the last of several versions of a page counts', async () => {
  const updated = withUpdate(
    writePdf([{ content: old }]),
    21,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  );
  expect(await read(updated)).toEqual(expected);
});

test.each([
  ['points elsewhere', (text: string) => text.replace(/startxref\n\d+/, 'startxref\n77')],
  ['has wrong places', (text: string) => text.replace(/\d{10} 00000 n/g, '0000000123 00000 n')],
  ['lies behind other bytes', (text: string) => `HTTP/1.1 200 OK\r\n\r\n${text}`],
  ['has lengths that are wrong', (text: string) => text.replace(/\/Length \d+/g, '/Length 7')],
  ['went through a change of line ends', (text: string) => text.replaceAll('\n', '\r\n')],
  ['is gone with all behind it', (text: string) => text.slice(0, text.indexOf('xref\n0 1'))],
])('a table of places that %s', async (_, damage) => {
  expect(await read(bytesOf(damage(binary(writePdf([{ content }])))))).toEqual(expected);
});

test('a page that has its frame and its fonts from the tree above it', async () => {
  const text = binary(writePdf([{ content, mediaBox: '' }]));
  const moved = text
    .replace('/MediaBox  ', '')
    .replace(/\/Resources << (\/Font << .*? >>)\s+>>/, '')
    .replace(
      '/Type /Pages',
      '/Type /Pages /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Rotate 0',
    );
  expect(await read(bytesOf(moved))).toEqual(expected);
});

test('contents in several streams, cut between two words of one operation', async () => {
  const cut = content.indexOf(' Tf ');
  const stream = (number: number, data: string) => ({ number, dict: '', stream: data });
  const objects = [stream(100, content.slice(0, cut)), stream(101, content.slice(cut))];
  const text = binary(writePdf([{ content: '' }], { objects })).replace(
    '/Contents 21 0 R',
    '/Contents [100 0 R 101 0 R]',
  );
  expect(await read(bytesOf(text))).toEqual(expected);
});

test('packed objects are found where the table of places is lost', async () => {
  const text = binary(packed(writePdf([{ content }])));
  const damaged = text.replace(/\/W \[[^\]]*\]/, '/W [0 0 0]');
  expect(damaged).not.toBe(text);
  expect(await read(bytesOf(damaged))).toEqual(expected);
});
