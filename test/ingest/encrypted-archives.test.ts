import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseDocument } from '../../parsers/index.ts';
import { writeZip } from '../../scripts/hostile/zip-writer.ts';
import { discover } from '../../src/ingest/discovery/discover.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { allLimits } from '../../src/ingest/limits.ts';
import type { IngestOptions } from '../../src/ingest/options.ts';
import { folderOf, form } from './archive.ts';

/** A page of one table, packed by Info-ZIP under lock-1: as a file, and in one go; under a password in GBK; and by 7-Zip under lock-2, by AES. */
const packed = {
  'file.zip':
    'UEsDBBQACQAIAHpRfl1cNb2GMwAAAC8AAAAGAAAAYS5odG1spcRLyHtAu++HJJsHaoFfC5DjgtoG5yzjml2WQkmEBUxPG75yq4CRHM2QJgY2pcOi8Va9UEsHCFw1vYYzAAAALwAAAFBLAQIeAxQACQAIAHpRfl1cNb2GMwAAAC8AAAAGAAAAAAAAAAEAAACkgQAAAABhLmh0bWxQSwUGAAAAAAEAAQA0AAAAZwAAAAAA',
  'stream.zip':
    'UEsDBC0ACQAIAHpRfl1cNb2G//////////8BABQALQEAEAAvAAAAAAAAADMAAAAAAAAA3Sju20mN8ZRG49QKKSTHjui7RZv0wO8wb3BWtbAyUWkZBzwGVaMIlcGyCYz/i1OXTySgUEsHCFw1vYYzAAAAAAAAAC8AAAAAAAAAUEsBAh4DLQAJAAgAelF+XVw1vYYzAAAALwAAAAEAAAAAAAAAAQAAAIARAAAAAC1QSwYGLAAAAAAAAAAeAy0AAAAAAAAAAAABAAAAAAAAAAEAAAAAAAAALwAAAAAAAAB+AAAAAAAAAFBLBgcAAAAArQAAAAAAAAABAAAAUEsFBgAAAAABAAEALwAAAH4AAAAAAA==',
  'chinese.zip':
    'UEsDBBQACQAIAHpRfl1cNb2GMwAAAC8AAAAGAAAAYS5odG1sbDBz6Jr7C0ToZ1jRi8akWUxzH/CJEpd0x+FoVcZO2q3aHkDAcQs1Bjs8AFa7QOk/oLK9UEsHCFw1vYYzAAAALwAAAFBLAQIeAxQACQAIAHpRfl1cNb2GMwAAAC8AAAAGAAAAAAAAAAEAAACkgQAAAABhLmh0bWxQSwUGAAAAAAEAAQA0AAAAZwAAAAAA',
  'aes.zip':
    'UEsDBDMAAQBjAHpRfl0AAAAASwAAAC8AAAAGAAsAYS5odG1sAZkHAAIAQUUDAABlGoFfd5cdyOc1meFXr1cnc61mpwYrV0Mm5K2+yD8I6TXpk78iGsCZW+cqcNF09hOy39Ozr2bOOBlTQi2g1OySSJ9QqgoxvvRJd+JQSwECPwMzAAEAYwB6UX5dAAAAAEsAAAAvAAAABgAvAAAAAAAAACCApIEAAAAAYS5odG1sCgAgAAAAAAABABgAsfyNN7OA3QEAAAAAAAAAAAAAAAAAAAAAAZkHAAIAQUUDAABQSwUGAAAAAAEAAQBjAAAAegAAAAAA',
};
const whole = '<table><tr><td>指标<td>目标值</tr></table>';

async function opened(
  name: keyof typeof packed,
  passwords: string[],
  bytes: Uint8Array = Buffer.from(packed[name], 'base64'),
): Promise<string> {
  const folder = folderOf({ [name]: bytes });
  for await (const found of discover([join(folder, name)], { limits: allLimits, passwords })) {
    if (found.kind === 'document') return Buffer.from(found.bytes).toString();
    return found.kind === 'unread' ? `${found.issue.code}: ${found.issue.message.en}` : found.reason;
  }
  return 'nothing';
}

test.each([
  ['file.zip', 'lock-1'],
  ['stream.zip', 'lock-1'],
  ['chinese.zip', '预算1'],
  ['aes.zip', 'lock-2'],
] as const)('%s opens under its password, whichever of several it is', async (name, password) => {
  expect(await opened(name, [password])).toBe(whole);
  expect(await opened(name, ['other', password, 'third'])).toBe(whole);
  expect(await opened(name, [])).toMatch(/^encrypted: .*needed$/);
  expect(await opened(name, ['other'])).toMatch(/^encrypted: .*wrong/);
});

test('no byte that was changed goes unseen', async () => {
  for (const name of ['file.zip', 'aes.zip'] as const) {
    const bytes = Buffer.from(packed[name], 'base64');
    const start = 30 + bytes.readUInt16LE(26) + bytes.readUInt16LE(28);
    const end = start + bytes.readUInt32LE(bytes.indexOf('PK\x01\x02') + 20);
    for (let at = start; at < end; at += 3) {
      const damaged = Buffer.from(bytes);
      damaged[at]! ^= 4;
      expect(await opened(name, ['lock-1', 'lock-2'], damaged)).toMatch(/^encrypted/);
    }
  }
});

test('encryption that is not read is told, whatever the password', async () => {
  const strong = Buffer.from(packed['file.zip'], 'base64');
  strong[strong.indexOf('PK\x01\x02') + 8]! |= 64;
  expect(await opened('file.zip', ['lock-1'], strong)).toMatch(/^encrypted: .*not read/);
});

test('an archive within an archive opens by the same passwords', async () => {
  const outer = writeZip([{ name: 'inner.zip', data: Buffer.from(packed['aes.zip'], 'base64') }]);
  expect(await opened('aes.zip', ['lock-1', 'lock-2'], outer)).toBe(whole);
});

const locked = readFileSync(new URL('../parsers/excel/locked.xls', import.meta.url));

test('a document opens by whichever of several passwords is its own', async () => {
  const open = (password: string[]) => parseDocument(locked, { name: 'locked.xls', password });
  expect(await open(['other', 'secret1'])).toMatchObject({ status: 'read' });
  expect(await open(['other', 'another'])).toMatchObject({ error: { code: 'encrypted' } });
  expect(await open([])).toMatchObject({ error: { code: 'encrypted' } });
});

test('a password reads what was encrypted once more, and nothing else', async () => {
  const folder = folderOf({ 'in/plain.html': form(), 'in/locked.xls': locked });
  const run = async (password?: IngestOptions['password']) => {
    const options = { out: join(folder, 'out'), workers: 1, ...(password === undefined ? {} : { password }) };
    const outcome = await ingest([join(folder, 'in')], options);
    if (outcome.status !== 'finished') throw new Error(outcome.stop.code);
    return [outcome.report.parsed, outcome.report.failed];
  };
  expect(await run()).toEqual([2, 1]);
  expect(await run()).toEqual([0, 1]);
  expect(await run('other')).toEqual([1, 1]);
  expect(await run(['other'])).toEqual([0, 1]);
  expect(await run(['other', 'secret1'])).toEqual([1, 0]);
  expect(await run('third')).toEqual([0, 0]);
  expect(await run()).toEqual([0, 0]);
});
