import { readFileSync } from 'node:fs';
import { gunzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { behindProgram, writeArj, writeIso } from '../../scripts/hostile/disc-writer.ts';
import { compound } from '../../scripts/hostile/kinds/containers.ts';
import { writeMail, writeOutlook } from '../../scripts/hostile/mail-writer.ts';
import { writeRar5 } from '../../scripts/hostile/rar-writer.ts';
import { writeZip } from '../../scripts/hostile/zip-writer.ts';
import { bytesOf, opened, page, whole } from './packed.ts';

const entries = [
  { name: '县目标.html', data: page },
  { name: 'b.html', data: page },
];
const both = (path: string) => [
  [`${path}!/县目标.html`, whole],
  [`${path}!/b.html`, whole],
];
/** The page under two names, of which one in a folder, as 7-Zip writes it. */
const wim = () => gunzipSync(readFileSync(new URL('./page.wim.gz', import.meta.url)));
const lz4 = Buffer.from(
  'BCJNGGRApy8AAIA8dGFibGU+PHRyPjx0ZD7mjIfmoIc8dGQ+55uu5qCH5YC8PC90cj48L3RhYmxlPgAAAADr/VMq',
  'base64',
);

describe('containers beside archives', () => {
  test('images of discs, ARJ, WIM and LZ4 are read', async () => {
    const gbk = Buffer.from('d4a4cbe3', 'hex').toString('latin1');
    const files = {
      'a.iso': writeIso(entries),
      'b.arj': writeArj([{ name: `${gbk}.html`, data: page }]),
      'c.wim': wim(),
      'd.html.lz4': lz4,
    };
    expect(await opened(files)).toEqual([
      ...both('a.iso'),
      ['b.arj!/预算.html', whole],
      ['c.wim!/a.html', whole],
      ['c.wim!/县/目标.html', whole],
      ['d.html.lz4!/d.html', whole],
    ]);
  });

  test('LZ4 repeats what stood before, and ends where it is damaged or lies', async () => {
    const frame = (...blocks: Buffer[]) => {
      const sized = blocks.flatMap((block) => [Buffer.from([block.length, 0, 0, 0]), block]);
      return Buffer.concat([Buffer.from('04224d184040c0', 'hex'), ...sized, Buffer.alloc(4)]);
    };
    const repeated = Buffer.concat([
      Buffer.from([0x1f]),
      Buffer.from('x'),
      Buffer.from([1, 0, 80, 0x50]),
      Buffer.from('end..'),
    ]);
    const linked = Buffer.concat([
      Buffer.from([0x10]),
      Buffer.from('y'),
      Buffer.from([101, 0, 0x50]),
      Buffer.from('end..'),
    ]);
    const broken = Buffer.from([0x10, 0x78, 0xff, 0xff, 0]);
    expect(
      await opened({
        'a.html.lz4': frame(repeated, linked),
        'b.html.lz4': frame(broken),
        'c.html.lz4': lz4.subarray(0, 40),
        'd.html.lz4': Buffer.concat([lz4, lz4]),
      }),
    ).toEqual([
      ['a.html.lz4!/a.html', `${'x'.repeat(100)}end..yxxxxend..`],
      ['b.html.lz4', 'the archive is cut off or damaged'],
      ['c.html.lz4', 'the archive is cut off or damaged'],
      ['d.html.lz4!/d.html', whole + whole],
    ]);
  });

  test('what unpacks itself is read, and other programs are passed over', async () => {
    const rar = writeRar5(entries);
    const files = {
      'a.exe': behindProgram(rar),
      'b.exe': behindProgram(writeZip(entries)),
      'c.exe': behindProgram(bytesOf('p.7z')),
      'd.exe': behindProgram(Buffer.from(';!@Install@!UTF-8!\nRunProgram="a"\n'), bytesOf('p.7z')),
      'e.exe': behindProgram(Buffer.alloc(3000, 1)),
      'f.exe': Buffer.from('MZ'),
      'g.zip': writeZip([{ name: 'h.exe', data: behindProgram(rar) }]),
      'i.exe': behindProgram(rar).subarray(0, -60),
    };
    expect(await opened(files)).toEqual([
      ...both('a.exe'),
      ...both('b.exe'),
      ['c.exe!/a.html', whole],
      ['c.exe!/县/目标.html', whole],
      ['d.exe', 'other_kind'],
      ['e.exe', 'other_kind'],
      ['f.exe', 'other_kind'],
      ...both('g.zip!/h.exe'),
      ['i.exe!/县目标.html', whole],
      ['i.exe', 'the archive is cut off or damaged'],
    ]);
  });

  test('zip entries that are packed otherwise than by deflate', async () => {
    const ppmd =
      'UEsDBD8AAABiAMWNfl1cNb2GJwAAAC8AAAAGAAAAYS5odG1sBwA8OdmHVjSs2ftLozVvf2y/rzebRa/3O/DR05LXMeXiKZNp58IAUEsBAj8DPwAAAGIAxY1+XVw1vYYnAAAALwAAAAYAJAAAAAAAAAAggKSBAAAAAGEuaHRtbAoAIAAAAAAAAQAYACWgsq7ygN0BAAAAAAAAAAAAAAAAAAAAAFBLBQYAAAAAAQABAFgAAABLAAAAAAA=';
    const zstd = { name: 'a.html', data: page, packed: zstdCompressSync(page), method: 93 };
    const files = {
      'a.zip': Buffer.from(ppmd, 'base64'),
      'b.zip': writeZip([zstd, { name: 'b.html', data: page }]),
      'c.zip': writeZip([{ ...zstd, packed: zstdCompressSync(page).subarray(0, 20) }]),
      'd.zip': writeZip([{ ...zstd, method: 97 }]),
    };
    expect(await opened(files)).toEqual([
      ['a.zip!/a.html', whole],
      ['b.zip!/a.html', whole],
      ['b.zip!/b.html', whole],
      ['c.zip!/a.html', 'this entry of the archive is damaged'],
      ['d.zip!/a.html', expect.stringMatching(/method 97 is not read/)],
    ]);
  });
});

const base64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

describe('mails', () => {
  const table = `<table>${'<tr><td>指标<td>目标值<td>权重'.repeat(3)}</table>`;

  test('what is enclosed is read, and the text where it has a table', async () => {
    const inner = writeMail([{ name: '里.html', data: page }]);
    const mail = writeMail([...entries, { name: '转发', data: inner, type: 'message/rfc822' }], table);
    expect(await opened({ 'a.eml': mail, 'b.msg': writeOutlook(entries, table) })).toEqual([
      ['a.eml!/正文.html', table],
      ...both('a.eml'),
      ['a.eml!/转发.eml!/里.html', whole],
      ['b.msg!/正文.html', table],
      ...both('b.msg'),
    ]);
  });

  test('a letter alone, one that is cut off, and what is enclosed in a way that is not read are told', async () => {
    const files = {
      'a.eml': writeMail([]),
      'b.msg': writeOutlook([]),
      'c.eml': writeMail(entries).subarray(0, -60),
      'd.eml': writeMail([{ name: 'winmail.dat', data: page }]),
      'e.zip': writeZip([{ name: 'f.eml', data: writeMail(entries) }]),
    };
    const letter = 'a mail with nothing enclosed, and without a table in its text';
    expect(await opened(files)).toEqual([
      ['a.eml', letter],
      ['b.msg', letter],
      ['c.eml!/县目标.html', whole],
      ['c.eml!/b.html', 'this entry of the archive is damaged'],
      ['d.eml!/winmail.dat', expect.stringMatching(/in a way that is not read/)],
      ...both('e.zip!/f.eml'),
    ]);
  });

  test('names in every spelling, and texts in quoted-printable', async () => {
    const part = (head: string, body = 'x') => `--b\n${head}\n\n${body}\n`;
    const named = (name: string) => part(`Content-Disposition: attachment; ${name}`);
    const mail = [
      'Content-Type: multipart/mixed; boundary=b\n\n',
      named('filename="=?gbk?B?1KQ=?= =?gbk?B?y+M=?=.csv"'),
      named("filename*0*=gb2312''%D4%A4; filename*1*=%CB%E3; filename*2=.csv"),
      named('filename="../../预算.csv"'),
      named('filename="=?big5?B?uXe64g==?=.csv"'),
      named('filename=".csv"'),
      part(
        'Content-Type: text/csv; name="=?utf-8?Q?=E9=A2=84_b.csv?="\nContent-Transfer-Encoding: quoted-printable',
        'a=3D1=\n,2',
      ),
      '--b--\n',
    ].join('');
    expect(await opened({ 'a.eml': Buffer.from(mail) })).toEqual([
      ['a.eml!/预算.csv', 'x'],
      ['a.eml!/预算.csv (2)', 'x'],
      ['a.eml!/预算.csv (3)', 'x'],
      ['a.eml!/預算.csv', 'x'],
      ['a.eml!/附件.csv', 'x'],
      ['a.eml!/预 b.csv', 'a=1,2'],
    ]);
  });

  test('base64 that is padded in its middle, and a line before the mail', async () => {
    const part = (name: string, body: string) =>
      `--b\nContent-Disposition: attachment; filename=${name}\nContent-Transfer-Encoding: base64\n\n${body}\n`;
    const mail = [
      'From a@example.cn Mon Mar  4 09:00:00 2024\nContent-Type: multipart/mixed; boundary=b\n\n',
      part('a.csv', 'YSwx\nLA==\nMg==\n'),
      part('b.csv', 'YSwxLA==\n-- of a list'),
      '--b--\n',
    ].join('');
    expect(await opened({ 'a.eml': Buffer.from(mail) })).toEqual([
      ['a.eml!/a.csv', 'a,1,2'],
      ['a.eml!/b.csv', 'a,1,'],
    ]);
  });

  test('files that stand in the text of a mail', async () => {
    const uu = (name: string, bytes: Buffer) => {
      const lines = Array.from({ length: Math.ceil(bytes.length / 45) }, (_, i) => {
        const line = bytes.subarray(45 * i, 45 * (i + 1));
        const signs = Buffer.concat([line, Buffer.alloc((3 - (line.length % 3)) % 3)]).toString('base64');
        const values = [...signs].map((sign) => Math.max(0, base64.indexOf(sign)));
        const text = [line.length, ...values].map((value) => String.fromCharCode(32 + value)).join('');
        return text.replace(/ +$/, '');
      });
      return ['begin 644 ', name, ...lines.map((line) => `\r\n${line}`), '\r\n`\r\nend\r\n'].join('');
    };
    const long = `${whole}${'预算'.repeat(40)}\0\0\0`;
    const head = 'Subject: x\r\n\r\nbegin 100 of them\r\nnow.\r\n';
    const mail = (text: string) => Buffer.from(head + text);
    const files = {
      'a.eml': mail(`${uu('预算.html', Buffer.from(long))}\r\n${uu('b.html', page)}`),
      'b.eml': mail(uu('c.html', page).slice(0, -20)),
      'c.eml': mail(`begin-base64 644 d.html\r\n${page.toString('base64')}\r\n====\r\n`),
    };
    expect(await opened(files)).toEqual([
      ['a.eml!/预算.html', long],
      ['a.eml!/b.html', whole],
      ['b.eml!/c.html', 'this entry of the archive is damaged'],
      ['c.eml!/d.html', whole],
    ]);
  });

  test('several mails in one file are read each', async () => {
    const line = 'From a@example.cn Mon Mar  4 09:00:00 2024\n';
    const mails = entries.map((entry) =>
      Buffer.concat([Buffer.from(line), writeMail([entry], 'From us\n\nFrom b')]),
    );
    const all = Buffer.concat([mails[0]!, Buffer.from('\n'), mails[1]!]);
    const [first, second] = entries.map(({ name }) => name);
    expect(await opened({ 'a.eml': all, 'b.mbox': all, 'c.mbox': mails[0]! })).toEqual([
      [`a.eml!/邮件 1.eml!/${first}`, whole],
      [`a.eml!/邮件 2.eml!/${second}`, whole],
      [`b.mbox!/邮件 1.eml!/${first}`, whole],
      [`b.mbox!/邮件 2.eml!/${second}`, whole],
      [`c.mbox!/${first}`, whole],
    ]);
  });

  test('a mail of Outlook whose page is Unicode', async () => {
    const table = `<table>${'<tr><td>指标<td>目标值</tr>'.repeat(3)}</table>`;
    const message = compound({
      '__properties_version1.0': Buffer.alloc(32),
      '__substg1.0_1013001F': Buffer.from(table, 'utf16le'),
    });
    expect(await opened({ 'a.msg': message })).toEqual([['a.msg!/正文.html', `\ufeff${table}`]]);
  });
});

describe('files cut into pieces without more of a name', () => {
  test('are put together where the first begins as something that is read and the second does not', async () => {
    const zip = writeZip(entries);
    const files = {
      'a.001': zip.subarray(0, 100),
      'a.002': zip.subarray(100),
      'b.html.001': page.subarray(0, 20),
      'b.html.002': page.subarray(20),
      'c.001': page,
      'c.002': page,
      'd.001': zip.subarray(0, 100),
      'd.002': zip.subarray(100, 160),
      '2024.001': Buffer.from('x'),
    };
    expect(await opened(files)).toEqual([
      ['2024.001', 'other_kind'],
      ...both('a.001'),
      ['a.002', 'volume'],
      ['b.html.001', whole],
      ['b.html.002', 'volume'],
      ['c.001', whole],
      ['c.002', whole],
      ['d.001', expect.stringMatching(/first 2 volumes are there/)],
      ['d.002', 'volume'],
    ]);
  });
});
