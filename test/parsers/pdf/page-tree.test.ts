import { expect, it } from 'vitest';
import { examineWhole } from '../../../src/index.ts';
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
  ['a count below its pages', whole.replace('/Count 2', '/Count 1')],
])('all pages are read of a tree with %s', async (_, text) => {
  expect(await ending(text)).toEqual(['partial', 2, 2, null]);
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
