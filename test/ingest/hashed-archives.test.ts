import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { zip } from '../../scripts/generate/render/zip.ts';
import type { ByteSource } from '../../src/ingest/discovery/byte-source.ts';
import { fromMemory } from '../../src/ingest/discovery/byte-source.ts';
import { discover } from '../../src/ingest/discovery/discover.ts';
import type { Discovered } from '../../src/ingest/discovery/found.ts';
import { hashedAsRead } from '../../src/ingest/discovery/hashed-source.ts';
import { type KnownArchives, knownOr } from '../../src/ingest/discovery/known-archives.ts';
import { allLimits } from '../../src/ingest/limits.ts';
import { startUnpackers } from '../../src/ingest/unpacking/unpackers.ts';
import { folderOf } from './archive.ts';
import { bytesOf } from './packed.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('a source that is hashed as it is read', () => {
  const bytes = randomBytes(3000);
  const counted = () => {
    const read = { count: 0 };
    const { size, read: readAt } = fromMemory(bytes);
    const source: ByteSource = {
      size,
      async read(at, length) {
        const piece = await readAt(at, length);
        read.count += piece.length;
        return piece;
      },
    };
    return { source, read };
  };

  test('reads no byte twice for it, where the end is looked at first and what lies between is passed over', async () => {
    const [first, again] = [counted(), counted()];
    const { source, follow, digest } = hashedAsRead(first.source, again.source);
    await source.read(0, 100);
    await source.read(2900, 100);
    follow();
    for (const [at, length] of [
      [50, 500],
      [700, 1000],
      [200, 100],
      [1700, 800],
    ] as const)
      expect(await source.read(at, length)).toEqual(bytes.subarray(at, at + length));
    expect(await digest()).toBe(sha256(bytes));
    expect(again.read.count).toBe(150 + 500);
  });

  test('has no hash where it is cut short, and is not read once the run is aborted', async () => {
    const short = fromMemory(bytes.subarray(0, 2000));
    expect(await hashedAsRead({ ...short, size: 3000 }, { ...short, size: 3000 }).digest()).toBeNull();
    const { source, digest } = hashedAsRead(fromMemory(bytes), fromMemory(bytes), AbortSignal.abort());
    await expect(source.read(0, 9)).rejects.toThrow('abort');
    await expect(digest()).rejects.toThrow('abort');
  });
});

describe('a large archive', () => {
  const entries = ['1.html', '2.html'].map((path) => ({ path, data: randomBytes(700_000) }));
  const walk = async (archives: KnownArchives, signal?: AbortSignal) => {
    const folder = folderOf({ 'in/a.zip': zip(entries) });
    const lines: string[] = [];
    const options = { limits: allLimits, archives, ...(signal === undefined ? {} : { signal }) };
    for await (const { kind, path } of discover([join(folder, 'in')], options))
      lines.push(`${path.slice(folder.length)} ${kind}`);
    return lines;
  };
  const all = ['/in/a.zip!/1.html document', '/in/a.zip!/2.html document'];

  test('is hashed before it is opened where one like it is known, else while it is', async () => {
    const kept: unknown[] = [];
    const record = () => ({
      add: async () => undefined,
      keep: async (...of: unknown[]) => void kept.push(of),
    });
    const recall = () => expect.fail('nothing like it is known');
    expect(await walk({ mayKnow: () => false, recall, record })).toEqual(all);
    const [[key, likeness]] = kept as [[string, string]];
    const listed = [{ kind: 'document', path: '!/1.html', hash: 'x' }] as const;
    const known: KnownArchives = {
      mayKnow: (like) => like === likeness,
      recall: async (of) => (of === key ? [() => listed] : null),
      record,
    };
    expect(await walk(known)).toEqual(['/in/a.zip!/1.html known']);
  });

  test('is not read to its end when the run is aborted meanwhile', async () => {
    const aborting = new AbortController();
    let isHashed = false;
    const recall = async () => {
      isHashed = true;
      return null;
    };
    const mayKnow = () => {
      aborting.abort();
      return true;
    };
    const keep = () => expect.fail('it was read to its end');
    const record = () => ({ add: async () => undefined, keep });
    const lines = await walk({ mayKnow, recall, record }, aborting.signal);
    expect(lines.filter((line) => / document$/.test(line))).toEqual([]);
    expect(isHashed).toBe(false);
  });

  test('is not kept where it was written to before its hash was known', async () => {
    const bytes = randomBytes(10);
    const hashed = hashedAsRead(fromMemory(bytes), fromMemory(bytes));
    let isHashed = false;
    const digest = async () => {
      isHashed = true;
      return hashed.digest();
    };
    const told: Discovered = { kind: 'skipped', path: 'a.zip', reason: 'other_kind' };
    const documents = (async function* (): AsyncGenerator<Discovered> {
      yield { kind: 'document', path: 'a.zip!/b', hash: 'b', bytes };
    })();
    const changed = async () => (isHashed ? told : null);
    const keep = () => expect.fail('what was hashed is not what was opened');
    const record = () => ({ add: async () => undefined, keep });
    const archives = { mayKnow: () => false, recall: async () => null, record };
    const found: string[] = [];
    for await (const { path } of knownOr(
      { path: 'a.zip', hashed: { ...hashed, digest }, documents, changed },
      { archives },
    ))
      found.push(path);
    expect(found).toEqual(['a.zip!/b', 'a.zip']);
  });
});

test('processes that unpack are ended in the midst of an archive, and none follows', async () => {
  const bytes = bytesOf('p.7z');
  const unpackers = startUnpackers(allLimits);
  const { maxBytes, archiveBytes: maxUnpacked, archiveEntries: maxEntries } = allLimits;
  const files = [{ names: ['archive'], size: bytes.length }];
  const order = {
    type: '7z',
    files,
    isStream: false,
    passwords: [],
    maxBytes,
    maxUnpacked,
    maxEntries,
  } as const;
  const said = unpackers.unpack(order, bytes, async () => undefined);
  const first = said.next();
  unpackers.stop();
  expect((await first).value).toMatchObject({ death: { wasKilled: true } });
  expect((await said.next()).done).toBe(true);
});
