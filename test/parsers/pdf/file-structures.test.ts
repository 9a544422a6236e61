import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
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

/** Objects without streams packed into one, and a table of places that is a stream too (ISO 32000-1 §7.5.7, §7.5.8). */
function packed(bytes: Uint8Array, version = '1.7'): Uint8Array {
  const text = binary(bytes);
  const objects = [
    ...text.matchAll(/(\d+) 0 obj\n(<<[\s\S]*?>>)\n(?:stream\n([\s\S]*?)\nendstream\n)?endobj/g),
  ];
  const plain = objects.filter(([, , , stream]) => stream === undefined);
  const streams = objects.filter(([, , , stream]) => stream !== undefined);
  let out = `%PDF-${version}\n`;
  const places = new Map<number, readonly [number, number, number]>([[0, [0, 0, 255]]]);
  const put = (number: number, dict: string, data: string): void => {
    places.set(number, [1, out.length, 0]);
    const body = binary(deflateSync(bytesOf(data)));
    out += `${number} 0 obj\n<< ${dict} /Filter /FlateDecode /Length ${body.length} >>\nstream\n${body}\nendstream\nendobj\n`;
  };
  for (const [, number, , stream] of streams) put(Number(number), '', stream!);
  const bodies = plain.map(([, , body]) => body!);
  let at = 0;
  const index = plain.map(([, number], i) => {
    const entry = `${number} ${at}`;
    places.set(Number(number), [2, 90, i]);
    at += bodies[i]!.length + 1;
    return entry;
  });
  const head = `${index.join(' ')} `;
  put(90, `/Type /ObjStm /N ${plain.length} /First ${head.length}`, head + bodies.join('\n'));
  const start = out.length;
  places.set(91, [1, start, 0]);
  const rows = Array.from({ length: 92 }, (_, number) => {
    const [kind, place, more] = places.get(number) ?? [0, 0, 0];
    return String.fromCharCode(kind, place >> 16, (place >> 8) & 255, place & 255, more);
  }).join('');
  put(91, '/Type /XRef /Size 92 /W [1 3 1] /Root 1 0 R', rows);
  return bytesOf(`${out}startxref\n${start}\n%%EOF\n`);
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
