import { expect, it } from 'vitest';
import { pagesOfArchive } from '../../../parsers/html/web-archive.ts';
import { parseDocument } from '../../../parsers/index.ts';
import { gridsOf, sketch } from '../grids.ts';

const page =
  '<html><body><table><tr><td>指标</td><td>数量</td></tr><tr><td>里程</td><td>5</td></tr></table></body></html>';
const quoted = [...Buffer.from(page)]
  .map((byte) =>
    byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase()}` : String.fromCharCode(byte),
  )
  .join('')
  .replace('<tr>', '<t=\r\nr>');

const archive = (encoding: string, body: string) =>
  [
    'From: <Saved>',
    'Subject: a',
    ' b',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\ttype="text/html"; boundary="----=_Part.1"',
    '',
    'a preamble',
    '------=_Part.1',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    '',
    'AAAA',
    '------=_Part.1',
    'Content-Type: text/html; charset="utf-8"',
    `Content-Transfer-Encoding: ${encoding}`,
    '',
    body,
    '------=_Part.1--',
    '',
  ].join('\r\n');

it.each([
  ['quoted-printable', quoted],
  ['base64', Buffer.from(page).toString('base64').replace(/.{60}/g, '$&\r\n')],
])('reads the page of a web archive in %s', async (encoding, body) => {
  for (const text of [archive(encoding, body), archive(encoding, body).replaceAll('\r\n', '\n')]) {
    const result = await parseDocument(Buffer.from(text), { name: 'form.doc' });
    if (result.status !== 'read') throw new Error(JSON.stringify(result));
    expect(result.format).toBe('html');
    expect(sketch(gridsOf(result.source)[0])).toEqual(['指标 | 数量', '里程 | 5']);
  }
});

it('is corrupt without a page in it', async () => {
  const text = archive('base64', '').replace('text/html; charset', 'text/css; charset');
  const result = await parseDocument(Buffer.from(text), { name: 'form.mht' });
  expect(result).toMatchObject({ status: 'failed', error: { code: 'corrupt' } });
});

it('says that a web archive ends within its page', async () => {
  const cut = archive('8bit', page).replace(/\r\n------=_Part\.1--[\s\S]*$/, '');
  const result = await parseDocument(Buffer.from(cut), { name: 'form.doc' });
  expect(result).toMatchObject({ status: 'read', source: { warnings: [{ code: 'page_failed' }] } });
  const whole = await parseDocument(Buffer.from(archive('8bit', page)), { name: 'form.doc' });
  expect(whole).toMatchObject({ status: 'read', source: { warnings: [] } });
});

it('ends with parts in parts for ever', () => {
  const head = 'Content-Type: multipart/related; boundary=a\n\n--a\n';
  expect(pagesOfArchive(Buffer.from(head.repeat(10_000)))).toEqual([]);
});

it('leaves out what a page says was deleted, and tells', async () => {
  const text = page.replace('<td>5</td>', '<td><del>9</del><ins>5</ins></td>');
  const result = await parseDocument(Buffer.from(text), { name: 'form.html' });
  if (result.status !== 'read') throw new Error(JSON.stringify(result));
  expect(sketch(gridsOf(result.source)[0])).toEqual(['指标 | 数量', '里程 | 5']);
  expect(result.source.warnings.map(({ code }) => code)).toEqual(['text_left_out']);
});

it('reads the sheets of a workbook that Excel saved as one page', async () => {
  const part = (place: string, body: string) =>
    `------=_Part.1\r\nContent-Location: ${place}\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(body).toString('base64')}\r\n`;
  const parts = [
    part(
      'file:///C:/a.htm',
      '<html><body>表一</body><frameset><frame src="a.files/sheet001.htm"></frameset></html>',
    ),
    part('file:///C:/a.files/tabstrip.htm', '<html><body>表一 表二</body></html>'),
    part('file:///C:/a.files/sheet001.htm', page),
    part('file:///C:/a.files/sheet002.htm', page.replace('>5<', '>8<')),
  ];
  const text = archive('base64', '').replace(
    /------=_Part\.1\r\n[\s\S]*(?=------=_Part\.1--)/,
    parts.join(''),
  );
  const result = await parseDocument(Buffer.from(text), { name: 'form.xls' });
  if (result.status !== 'read') throw new Error(JSON.stringify(result));
  expect(gridsOf(result.source).map(sketch)).toEqual([
    ['指标 | 数量', '里程 | 5'],
    ['指标 | 数量', '里程 | 8'],
  ]);
  expect(result.source.blocks.some((block) => block.kind === 'paragraph')).toBe(false);
});
