import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { rc4 } from '../../../parsers/pdf/damage/ciphers.ts';
import { examineWhole } from '../../../src/index.ts';
import { packed } from './packed-file.ts';
import { writePdf } from './pdf-writer.ts';
import { form } from './small-form.ts';
import { drawTable } from './table-drawing.ts';

const content = drawTable(form, 'strokes');
const whole = Buffer.from(writePdf([{ content }, { content }])).toString('latin1');
const kids = '/Kids [20 0 R 22 0 R]';

/** Status, pages, grids and the codes and places of what was lost. */
async function ending(text: string) {
  const { examination, source } = await examineWhole(Buffer.from(text, 'latin1'), { path: 'form.pdf' });
  const { document } = examination;
  const grids = source?.blocks.filter(({ kind }) => kind === 'grid').length;
  const lost = document.warnings.filter(({ code }) => code === 'page_failed');
  return [document.status, document.pages, grids, ...lost.map(({ place }) => place)];
}

it('a whole file has lost nothing', async () => {
  expect(await ending(whole)).toEqual(['ok', 2, 2]);
});

it.each([
  ['a branch that holds itself, between', whole.replace(kids, '/Kids [20 0 R 2 0 R 22 0 R]')],
  ['a branch that holds itself, in front', whole.replace(kids, '/Kids [2 0 R 20 0 R 22 0 R]')],
  [
    'an entry that leads nowhere',
    whole.replace(kids, '/Kids [20 0 R 98 0 R 22 0 R]').replace('/Count 2', '/Count 3'),
  ],
  ['an entry of nothing', whole.replace(kids, '/Kids [20 0 R null 22 0 R]').replace('/Count 2', '/Count 3')],
  ['no entries', whole.replace(kids, '')],
  [
    'a branch on which nothing hangs, counted',
    whole
      .replace(kids, '/Kids [98 0 R 20 0 R 22 0 R]')
      .replace('trailer', '98 0 obj\n<< /Type /Pages /Parent 2 0 R /Count 0 >>\nendobj\ntrailer')
      .replace(/startxref\n\d+/, 'startxref\n0'),
  ],
  ['a count below its pages', whole.replace('/Count 2', '/Count 1')],
  ['the catalogue among its entries', whole.replace(kids, '/Kids [20 0 R 1 0 R 22 0 R]')],
  ['a page in place of its list', whole.replace('/Pages 2 0 R', '/Pages 20 0 R')],
])('all pages are read of a tree with %s', async (_, text) => {
  expect(await ending(text)).toEqual(['partial', 2, 2, null]);
});

it('a page that is named twice takes no place of another', async () => {
  const twice = whole.replace(kids, '/Kids [20 0 R 20 0 R 22 0 R]');
  expect(await ending(twice)).toEqual(['partial', 3, 3, null]);
});

it.each([
  ['a place of 0', whole.replace(/\n21 1\n\d{10}/, '\n21 1\n0000000000')],
  ['a dictionary that does not end', whole.replace(' >>\nstream\n0.5 w', '\nstream\n0.5 w')],
  ['a text that does not end', whole.replace('0.5 w', '(x Tj')],
])('content is told as lost that has %s', async (_, text) => {
  const [status, pages, , ...places] = await ending(text);
  expect([status, pages, places]).toEqual(['partial', 2, ['page 1']]);
});

/** Encrypted by RC4 with an empty password (revision 2: ISO 32000-1 §7.6.3). */
function encrypted(): string {
  const md5 = (...parts: Uint8Array[]): Buffer => createHash('md5').update(Buffer.concat(parts)).digest();
  const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
  const [id, owner] = [Buffer.alloc(16, 7), Buffer.alloc(32, 9)];
  const key = md5(padding, owner, Buffer.from([0xfc, 0xff, 0xff, 0xff]), id).subarray(0, 5);
  const hex = (data: Uint8Array): string => `<${Buffer.from(data).toString('hex')}>`;
  const dict = `/Filter /Standard /V 1 /R 2 /O ${hex(owner)} /U ${hex(rc4(key, padding))} /P -4`;
  const bytes = writePdf([{ content }, { content }], {
    objects: [{ number: 101, dict }],
    trailer: `/Encrypt 101 0 R /ID [${hex(id)} ${hex(id)}]`,
    cipher: (data, number) =>
      rc4(md5(key, Buffer.from([number, number >> 8, 0, 0, 0])).subarray(0, 10), data),
  });
  return Buffer.from(bytes).toString('latin1');
}
const packedFrom = (text: string): string =>
  Buffer.from(packed(Buffer.from(text, 'latin1'))).toString('latin1');

it.each([
  ['a branch that holds itself', '/Count 3 /Kids [20 0 R 2 0 R 22 0 R]'],
  ['an entry of nothing', '/Count 3 /Kids [20 0 R null 22 0 R]'],
  ['an entry that leads nowhere', '/Count 3 /Kids [20 0 R 98 1 R 22 0 R]'],
  ['a count below its pages', `/Count 1 ${kids}`],
])('all pages are read of a tree with %s, encrypted or packed', async (_, damage) => {
  const damaged = (text: string): string => text.replace(/\/Count 2 \/Kids \[[^\]]*\]/, damage);
  expect(await ending(packedFrom(whole))).toEqual(['ok', 2, 2]);
  expect(await ending(encrypted())).toEqual(['ok', 2, 2]);
  expect(await ending(damaged(encrypted()))).toEqual(['partial', 2, 2, null]);
  expect(await ending(packedFrom(damaged(whole)))).toEqual(['partial', 2, 2, null]);
});

it.each([
  ['names no content', whole.replace('/Contents 21 0 R', '')],
  ['names a content that is not there', whole.replace('/Contents 21 0 R', '/Contents 99 0 R')],
  ['names an object that is no content', whole.replace('/Contents 21 0 R', '/Contents 1 0 R')],
  ['names one more piece than there is', whole.replace('/Contents 21 0 R', '/Contents [21 0 R 99 0 R]'), 2],
  ['has a content without its first word', whole.replace(/(\n21 0 obj\n<<[^>]*>>\n)stream\n/, '$1')],
])('a page that %s is told', async (_, text, left = 1) => {
  expect(text).not.toBe(whole);
  expect(await ending(text)).toEqual(['partial', 2, left, 'page 1']);
});

it('a page that is meant to be blank is whole', async () => {
  const blank = whole
    .replace('/Contents 23 0 R', '')
    .replace(/(22 0 obj\n<<[^\n]*)\/Resources << \/Font <<[^>]*>>\s+>>/, '$1');
  expect(await ending(blank)).toEqual(['ok', 2, 1]);
  expect(await ending(Buffer.from(writePdf([{ content }, { content: '' }])).toString('latin1'))).toEqual([
    'ok',
    2,
    1,
  ]);
});

const entry = (place: number): string => `${String(place).padStart(10, '0')} 00000 n`;

/** The page as its table of places calls it free, and a second list of places names it. */
function hybrid(): string {
  const text = Buffer.from(writePdf([{ content }])).toString('latin1');
  const place = text.indexOf('20 0 obj');
  expect(text).toContain(entry(place));
  const page = /\n20 0 obj\n(<<[\s\S]*?>>)\nendobj/.exec(text)?.[1] ?? '';
  const inner = `20 0 ${page}`;
  const objects = `90 0 obj\n<< /Type /ObjStm /N 1 /First 5 /Length ${inner.length} >>\nstream\n${inner}\nendstream\nendobj\n`;
  const at = text.indexOf('xref\n0');
  const places = String.fromCharCode(2, 0, 90, 0, 1, at >> 8, at & 255, 0);
  const list = `91 0 obj\n<< /Type /XRef /Size 92 /W [1 2 1] /Index [20 1 90 1] /Root 1 0 R /Length ${places.length} >>\nstream\n${places}\nendstream\nendobj\n`;
  const start = at + objects.length;
  return (text.slice(0, at) + objects + list + text.slice(at))
    .replace(entry(place), '0000000000 00000 f')
    .replace('\n20 0 obj', '\n20 9 off')
    .replace('trailer\n<<', `trailer\n<< /XRefStm ${start}`)
    .replace(/startxref\n\d+/, `startxref\n${start + list.length}`);
}

it('a page is read that only the second list of places of a file knows', async () => {
  expect(await ending(hybrid())).toEqual(['ok', 1, 1]);
});
