import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { zip } from '../../scripts/generate/render/zip.ts';
import { discover } from '../../src/ingest/discovery/discover.ts';
import { hashedAsRead } from '../../src/ingest/discovery/hashed-source.ts';
import { knownOr } from '../../src/ingest/discovery/known-archives.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { archiveLists } from '../../src/ingest/ledger/archive-lists.ts';
import { archiveIdentityOf, keyOf } from '../../src/ingest/ledger/identity.ts';
import { openLedger } from '../../src/ingest/ledger/ledger.ts';
import { allLimits, type Limits } from '../../src/ingest/limits.ts';
import type { IngestOptions } from '../../src/ingest/options.ts';
import type { Result, ResultHead } from '../../src/ingest/result.ts';
import { folderOf, form, recordsIn } from './archive.ts';
import { bytesOf } from './packed.ts';

const identity = Buffer.alloc(32, 7);
const done: Result = { head: {} as ResultHead, packed: Buffer.from('done') };
const entry = (path: string, data: string | Uint8Array) => ({ path, data: Buffer.from(data) });
const mail = Buffer.from(
  'From: a@example.com\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/html; name=a.html\r\n\r\n<table><tr><td>1</table>\r\n--b--\r\n',
);

interface Round {
  passwords?: string[];
  limits?: Partial<Limits>;
  pieceRows?: number;
  /** Documents that are not done after it. */
  undone?: readonly string[];
  /** Records of the ledger that are lost as soon as they were read once. */
  losing?: boolean;
}

/** One walk with a ledger in the folder: what was found, `known` or not, and the records that it used. */
async function walk(folder: string, { undone = [], ...round }: Round = {}) {
  const { passwords = [], limits = {}, pieceRows, losing = false } = round;
  const ledger = openLedger(join(folder, 'ledger'));
  const used: string[] = [];
  const read = new Set<string>();
  const archives = archiveLists({
    ledger: {
      has: ledger.has,
      write: ledger.write,
      bytes(key) {
        const isLost = losing && read.has(key.toString('hex'));
        read.add(key.toString('hex'));
        return isLost ? null : ledger.bytes(key);
      },
    },
    identity: archiveIdentityOf(identity, passwords),
    isDone: (hash) => ledger.has(keyOf(hash, identity)),
    used: async (key) => void used.push(key.toString('hex')),
    ...(pieceRows === undefined ? {} : { pieceRows }),
  });
  const lines: string[] = [];
  const options = { limits: { ...allLimits, ...limits }, passwords, archives };
  for await (const found of discover([join(folder, 'in')], options)) {
    const path = found.path.replace(`${folder}/in/`, '');
    if (found.kind === 'skipped') lines.push(`${path} skipped ${found.reason}`);
    else if (found.kind === 'unread')
      lines.push(`${path} ${found.issue.code} ${found.hash} ${found.isArchive}`);
    else lines.push(`${path} ${found.kind} ${found.hash}`);
    if (found.kind === 'document' && !undone.some((name) => path.endsWith(name)))
      await ledger.append(keyOf(found.hash, identity), done);
  }
  await ledger.close();
  return { lines, used };
}

const opened = (lines: readonly string[]) => lines.filter((line) => / document /.test(line));
const asKnown = (lines: readonly string[]) => lines.map((line) => line.replace(' document ', ' known '));

describe('an archive whose bytes are known', () => {
  test('is not opened where all of its documents are done, and comes to the same', async () => {
    const inner = zip([entry('x/1.html', '<p>1'), entry('x/~$1.doc', 'lock')]);
    const folder = folderOf({
      'in/a.zip': zip([entry('b.html', form()), entry('inner.zip', inner), entry('note.xyz', 'x')]),
      'in/copy/a.zip': zip([entry('b.html', form()), entry('inner.zip', inner), entry('note.xyz', 'x')]),
      'in/e.7z': bytesOf('e.7z'),
      'in/m.eml': mail,
      'in/p.7z': bytesOf('p.7z'),
      'in/t.tar.xz': bytesOf('t.tar.xz'),
      'in/a.html.bz2': bytesOf('a.html.bz2'),
    });
    const first = await walk(folder);
    expect(opened(first.lines)).toHaveLength(7);
    const second = await walk(folder);
    expect(opened(second.lines)).toEqual([]);
    expect(second.lines).toEqual(asKnown(first.lines));
    expect(second.used.toSorted()).toEqual(first.used.toSorted());
  });

  test('is read under the path and the volumes that it has', async () => {
    const whole = bytesOf('p.7z');
    const folder = folderOf({ 'in/a.7z.001': whole.subarray(0, 70), 'in/a.7z.002': whole.subarray(70) });
    const first = await walk(folder);
    expect(opened(first.lines)).not.toEqual([]);
    expect((await walk(folder)).lines).toEqual(asKnown(first.lines));
    const elsewhere = folderOf({});
    mkdirSync(join(elsewhere, 'ledger'));
    mkdirSync(join(elsewhere, 'in/deep'), { recursive: true });
    copyFileSync(join(folder, 'ledger/00000000.log'), join(elsewhere, 'ledger/00000000.log'));
    for (const name of ['a.7z.001', 'a.7z.002'])
      copyFileSync(join(folder, 'in', name), join(elsewhere, 'in/deep', name));
    expect((await walk(elsewhere)).lines).toEqual(asKnown(first.lines).map((line) => `deep/${line}`));
  });

  test.each<[string, Round]>([
    ['under another password', { passwords: ['lock-2'] }],
    ['under other limits', { limits: { maxBytes: 1000 } }],
  ])('is opened again %s', async (_, round) => {
    const folder = folderOf({ 'in/e.7z': bytesOf('e.7z'), 'in/p.7z': bytesOf('p.7z') });
    const first = await walk(folder);
    const other = await walk(folder, round);
    if (round.passwords === undefined) expect(asKnown(other.lines)).toEqual(other.lines);
    else expect(opened(other.lines).length).toBeGreaterThan(opened(first.lines).length);
    expect((await walk(folder)).lines).toEqual(asKnown(first.lines));
  });

  test('is opened again under another name, with another byte, and while one of its documents is not done', async () => {
    const bytes = zip([entry('1.html', '<p>1'), entry('2.html', '<p>2')]);
    const folder = folderOf({ 'in/a.zip': bytes });
    const first = await walk(folder, { undone: ['2.html'] });
    expect((await walk(folder, { undone: ['2.html'] })).lines).toEqual(first.lines);
    expect((await walk(folder)).lines).toEqual(first.lines);
    expect((await walk(folder)).lines).toEqual(asKnown(first.lines));
    writeFileSync(join(folder, 'in/a.zip'), zip([entry('1.html', '<p>1'), entry('2.html', '<p>3')]));
    expect(opened((await walk(folder)).lines)).toHaveLength(2);
    writeFileSync(join(folder, 'in/b.zip'), bytes);
    expect(opened((await walk(folder)).lines)).toHaveLength(2);
  });

  test('is opened each time where the disk may be at fault for what is amiss in it', async () => {
    const damaged = Buffer.from(zip([entry('1.html', '<p>1'), entry('2.html', '<p>2'.repeat(90))]));
    damaged[damaged.indexOf('2.html') + 8]! ^= 0xff;
    const folder = folderOf({ 'in/a.zip': damaged });
    const first = await walk(folder);
    expect(first.lines.filter((line) => / corrupt /.test(line))).toHaveLength(1);
    expect(await walk(folder)).toMatchObject({ lines: first.lines });
  });
});

test('of an archive that a disk gives back in part, that part is read', async () => {
  const read = () => Promise.reject(new Error('EIO: i/o error, read'));
  const documents = (async function* () {
    yield { kind: 'skipped', path: 'a.zip!/b', reason: 'other_kind' } as const;
  })();
  const keep = () => expect.fail('nothing is to be kept');
  const record = () => ({ add: async () => undefined, keep });
  const archives = { mayKnow: () => true, recall: async () => null, record };
  const hashed = hashedAsRead({ size: 9, read }, { size: 9, read });
  const changed = async () => null;
  const found: string[] = [];
  for await (const { path } of knownOr({ path: 'a.zip', hashed, documents, changed }, { archives }))
    found.push(path);
  expect(found).toEqual(['a.zip!/b']);
});

describe('what archives hold', () => {
  const many = Array.from({ length: 9 }, (_, i) => entry(`${i}.html`, `<p>${i}`));

  test('is kept in pieces, and told once where one of them is lost on the way', async () => {
    const folder = folderOf({ 'in/a.zip': zip(many) });
    const first = await walk(folder, { pieceRows: 2 });
    expect(first.used.length).toBe(5);
    expect(await walk(folder, { pieceRows: 2 })).toEqual({
      lines: asKnown(first.lines),
      used: expect.arrayContaining(first.used),
    });
    const lost = await walk(folder, { pieceRows: 2, losing: true });
    expect(asKnown(lost.lines)).toEqual(asKnown(first.lines));
    expect(opened(lost.lines)).not.toEqual([]);
  });

  test('loses no document wherever the ledger is cut off', async () => {
    const folder = folderOf({ 'in/a.zip': zip(many), 'in/b.zip': zip([entry('b.html', 'b')]) });
    const first = await walk(folder, { pieceRows: 4 });
    const log = 'ledger/00000000.log';
    const whole = readFileSync(join(folder, log));
    const steps = new Set<number>();
    for (let length = 0; length <= whole.length; length += 13) {
      rmSync(join(folder, 'ledger'), { recursive: true });
      mkdirSync(join(folder, 'ledger'));
      writeFileSync(join(folder, log), whole.subarray(0, length));
      const { lines } = await walk(folder, { pieceRows: 4 });
      expect(asKnown(lines)).toEqual(asKnown(first.lines));
      steps.add(opened(lines).length);
    }
    // It never ends with the last byte, so that the list of the second archive is always lost.
    expect([...steps].sort((a, b) => b - a)).toEqual([10, 1]);
  });
});

describe('a second run over archives', () => {
  const run = async (folder: string, options: Partial<IngestOptions> = {}, out = 'out') => {
    const outcome = await ingest([join(folder, 'in')], { out: join(folder, out), workers: 1, ...options });
    if (outcome.status !== 'finished') throw new Error(outcome.stop.code);
    const { seconds: _, parsed, groups, ...report } = outcome.report;
    return { parsed, report: { ...report, groups: groups.map(({ code, documents }) => [code, documents]) } };
  };

  test('parses nothing, counts the same, and reads under a password what stayed encrypted', async () => {
    const folder = folderOf({
      'in/a.zip': zip([entry('b.html', form()), entry('note.xyz', 'x')]),
      'in/e.7z': bytesOf('e.7z'),
      'in/m.eml': mail,
    });
    const first = await run(folder);
    const records = recordsIn(join(folder, 'out'));
    const paths: string[] = [];
    const second = await run(folder, { observer: { done: ({ path }) => void paths.push(path) } });
    expect(second).toEqual({ parsed: 0, report: first.report });
    expect(paths).toHaveLength(3);
    expect(recordsIn(join(folder, 'out'))).toEqual(records);
    expect((await run(folder, { password: ['lock-2'] })).parsed).toBe(1);
    await run(folder, { password: ['lock-2'], fresh: true }, 'anew');
    expect(recordsIn(join(folder, 'out'))).toEqual(recordsIn(join(folder, 'anew')));
  });
});
