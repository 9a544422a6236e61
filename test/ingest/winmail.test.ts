import { describe, expect, test } from 'vitest';
import { writeMail, writeOutlook, writeTnef } from '../../scripts/hostile/mail-writer.ts';
import { opened, page, whole } from './packed.ts';

const entries = [
  { name: '县目标.html', data: page },
  { name: 'b.html', data: page },
];
const both = (path: string) => entries.map(({ name }) => [`${path}!/${name}`, whole]);
const table = `<table>${'<tr><td>指标<td>目标值<td>权重'.repeat(3)}</table>`;
const damaged = 'this entry of the archive is damaged';

describe('what Outlook packs', () => {
  test('is read by itself, and in mails', async () => {
    const packed = { name: 'winmail.dat', data: writeTnef(entries) };
    const files = {
      'a.eml': writeMail([{ ...packed, type: 'application/ms-tnef' }]),
      'b.msg': writeOutlook([packed]),
      'winmail.dat': writeTnef(entries, table),
    };
    expect(await opened(files)).toEqual([
      ...both('a.eml!/winmail.dat'),
      ...both('b.msg!/winmail.dat'),
      ['winmail.dat!/正文.html', table],
      ...both('winmail.dat'),
    ]);
  });

  test('what is damaged in it is told beside the rest, and where it holds nothing', async () => {
    const bytes = writeTnef(entries);
    const changed = Buffer.from(bytes);
    changed[bytes.indexOf(page) + 3]! ^= 1;
    const files = {
      'a.dat': changed,
      'b.dat': bytes.subarray(0, bytes.lastIndexOf(page) + 100),
      'c.dat': writeTnef([]),
    };
    expect(await opened(files)).toEqual([
      ['a.dat!/县目标.html', damaged],
      ['a.dat!/b.html', whole],
      ['b.dat!/县目标.html', whole],
      ['b.dat!/SHORT.DAT', damaged],
      ['c.dat', expect.stringMatching(/nothing enclosed/)],
    ]);
  });
});
