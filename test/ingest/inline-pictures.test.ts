import { expect, test } from 'vitest';
import { compound } from '../../scripts/hostile/kinds/containers.ts';
import { opened, page, whole } from './packed.ts';

/** The beginning of a PNG of that size. */
function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(33);
  bytes.write('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** The beginning of a JPEG, whose frame stands behind a table. */
function jpeg(width: number, height: number): Buffer {
  const bytes = Buffer.from('ffd8ffe000040000ffc40004000 0ffc2000b0800000000010111'.replace(' ', ''), 'hex');
  bytes.writeUInt16BE(height, 19);
  bytes.writeUInt16BE(width, 21);
  return bytes;
}

const part = (head: string, content: Buffer) =>
  `--b\r\n${head}\r\nContent-Transfer-Encoding: base64\r\n\r\n${content.toString('base64')}\r\n`;
const picture = (name: string, content: Buffer, more = '') =>
  part(`Content-Type: image/${name.split('.')[1]}; name=${name}${more}`, content);
const shown = '\r\nContent-ID: <i@a.cn>';

test('small pictures that a mail shows in its text are counted and not read; larger ones, and what is enclosed, are', async () => {
  const text = part('Content-Type: text/html', Buffer.from('<p>请查收<img src="cid:i@a.cn">'));
  const parts = [
    text,
    picture('logo.png', png(400, 90), shown),
    picture('mark.jpeg', jpeg(120, 500), `${shown}\r\nContent-Disposition: inline`),
    picture('tracker.gif', Buffer.from('GIF89a'), shown),
    picture('form.png', png(800, 600), shown),
    picture('scan.jpeg', jpeg(800, 600), shown),
    picture('enclosed.png', png(400, 90), `${shown}\r\nContent-Disposition: attachment`),
    picture('plain.png', png(400, 90)),
    part('Content-Type: text/html; name=a.html\r\nContent-Disposition: attachment', page),
  ];
  const mail = `From: a@b.cn\r\nContent-Type: multipart/related; boundary=b\r\n\r\n${parts.join('')}--b--\r\n`;
  const lone = `From: a@b.cn\r\nContent-Type: multipart/related; boundary=b\r\n\r\n${text}${parts[1]}--b--\r\n`;
  const streams: Record<string, Uint8Array> = { '__properties_version1.0': Buffer.alloc(32) };
  for (const [i, mark] of ['i@a.cn', ''].entries()) {
    const folder = `__attach_version1.0_#0000000${i}`;
    streams[`${folder}/__properties_version1.0`] = Buffer.alloc(8);
    streams[`${folder}/__substg1.0_3707001F`] = Buffer.from('logo.png', 'utf16le');
    streams[`${folder}/__substg1.0_37010102`] = png(400, 90);
    if (mark !== '') streams[`${folder}/__substg1.0_3712001F`] = Buffer.from(mark, 'utf16le');
  }
  const files = { 'a.eml': Buffer.from(mail), 'b.eml': Buffer.from(lone), 'c.msg': compound(streams) };
  expect(await opened(files)).toEqual([
    ['a.eml!/logo.png', 'inline_picture'],
    ['a.eml!/mark.jpeg', 'inline_picture'],
    ['a.eml!/tracker.gif', 'inline_picture'],
    ...[png(800, 600), jpeg(800, 600)].map((bytes, i) => [
      `a.eml!/${['form.png', 'scan.jpeg'][i]}`,
      bytes.toString(),
    ]),
    ['a.eml!/enclosed.png', png(400, 90).toString()],
    ['a.eml!/plain.png', png(400, 90).toString()],
    ['a.eml!/a.html', whole],
    ['b.eml!/logo.png', 'inline_picture'],
    ['b.eml', expect.stringMatching(/nothing enclosed/)],
    ['c.msg!/logo.png', 'inline_picture'],
    ['c.msg!/logo.png', png(400, 90).toString()],
  ]);
});
