import { createHash } from 'node:crypto';
import { appendFileSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { hashIndex } from '../../src/ingest/ledger/hash-index.ts';
import {
  codeVersion,
  decidingFiles,
  identityOf,
  keyOf,
  openingFiles,
} from '../../src/ingest/ledger/identity.ts';
import { openLedger } from '../../src/ingest/ledger/ledger.ts';
import { takeLock } from '../../src/ingest/ledger/lock.ts';
import { allLimits } from '../../src/ingest/limits.ts';
import type { Result, ResultHead } from '../../src/ingest/result.ts';
import { folderOf } from './archive.ts';

const key = (name: string | number) => createHash('sha256').update(String(name)).digest();
const result = (name: string | number): Result => ({
  head: { document: { path: String(name) } } as unknown as ResultHead,
  packed: Buffer.from(`body of ${name}`),
});

async function filled(folder: string, count: number, segmentBytes = 1 << 20): Promise<void> {
  const ledger = openLedger(folder, { segmentBytes });
  for (let i = 0; i < count; i++) await ledger.append(key(i), result(i));
  await ledger.close();
}

const segments = (folder: string) =>
  readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));

describe('ledger', () => {
  test('gives back what was written, after it was opened again, over several segments', async () => {
    const folder = folderOf({});
    await filled(folder, 50, 500);
    expect(segments(folder).length).toBeGreaterThan(5);
    const ledger = openLedger(folder);
    for (let i = 0; i < 50; i++) expect(ledger.read(key(i))).toEqual(result(i));
    expect(ledger.has(key('other'))).toBe(false);
    await ledger.close();
  });

  test('cut at any byte it keeps every whole record, and can be written on', async () => {
    const whole = folderOf({});
    await filled(whole, 5);
    const [path] = segments(whole);
    const bytes = readFileSync(path!);
    const recordBytes = bytes.length / 5;
    for (let length = 0; length <= bytes.length; length += 7) {
      const folder = folderOf({ '00000000.log': bytes.subarray(0, length) });
      const ledger = openLedger(folder);
      const kept = Math.floor(length / recordBytes);
      expect([0, 1, 2, 3, 4].map((i) => ledger.has(key(i)))).toEqual([0, 1, 2, 3, 4].map((i) => i < kept));
      await ledger.append(key('new'), result('new'));
      expect(ledger.read(key('new'))).toEqual(result('new'));
      await ledger.close();
    }
  });

  test('bytes that are not those that were written are not given back', async () => {
    const folder = folderOf({});
    await filled(folder, 3);
    const [path] = segments(folder);
    const bytes = readFileSync(path!);
    const ledger = openLedger(folder);
    bytes[bytes.length - 2]! ^= 1;
    writeFileSync(path!, bytes);
    expect(ledger.read(key(2))).toBeNull();
    await ledger.forget(key(2));
    expect(ledger.has(key(2))).toBe(false);
    await ledger.close();
    const again = openLedger(folder);
    expect([0, 1, 2].map((i) => again.has(key(i)))).toEqual([true, true, false]);
    await again.close();
  });

  test('noise behind the last record is dropped', async () => {
    const folder = folderOf({});
    await filled(folder, 2);
    appendFileSync(segments(folder)[0]!, 'hedui-1\nnoise');
    const ledger = openLedger(folder);
    expect(ledger.size()).toBe(2);
    await ledger.close();
    expect(readFileSync(segments(folder)[0]!).includes('noise')).toBe(false);
  });

  test('drops whole segments that nothing needs', async () => {
    const folder = folderOf({});
    await filled(folder, 20, 200);
    const ledger = openLedger(folder, { spareBytes: 0 });
    await ledger.keepOnly(Readable.from([key(7)]));
    expect(ledger.read(key(7))).toEqual(result(7));
    expect(segments(folder)).toHaveLength(1);
    await ledger.close();
  });

  test('a segment that lost its end is no harm to the others', async () => {
    const folder = folderOf({});
    await filled(folder, 20, 300);
    truncateSync(segments(folder)[0]!, 10);
    const ledger = openLedger(folder);
    expect(ledger.has(key(0))).toBe(false);
    expect(ledger.read(key(19))).toEqual(result(19));
    await ledger.close();
  });
});

test('the index of hashes is a map', () => {
  const names = fc.integer({ min: 0, max: 300 });
  const step = fc.tuple(fc.constantFrom('set', 'delete'), names, fc.nat(5), fc.nat(2 ** 40));
  fc.assert(
    fc.property(fc.array(step, { maxLength: 3000 }), (steps) => {
      const index = hashIndex();
      const map = new Map<number, { segment: number; offset: number }>();
      for (const [what, name, segment, offset] of steps) {
        if (what === 'set') {
          index.set(key(name), { segment, offset });
          map.set(name, { segment, offset });
        } else {
          index.delete(key(name));
          map.delete(name);
        }
      }
      expect(index.size()).toBe(map.size);
      for (let name = 0; name <= 300; name++) expect(index.get(key(name))).toEqual(map.get(name));
    }),
    { numRuns: 20 },
  );
});

describe('the key of a result', () => {
  const options = { norms: [], contacts: false };
  const keyFor = (...args: Parameters<typeof identityOf>) =>
    keyOf('00'.repeat(32), identityOf(...args)).toString('hex');

  test('changes with bytes, settings, limits and norms, and with nothing else', () => {
    const usual = keyFor(options, allLimits);
    expect(keyFor({ contacts: false, norms: [] }, { ...allLimits })).toBe(usual);
    expect(keyFor({ ...options, password: 'x' }, allLimits)).toBe(usual);
    const others = [
      keyOf('01'.repeat(32), identityOf(options, allLimits)).toString('hex'),
      keyFor({ ...options, contacts: true }, allLimits),
      keyFor(options, { ...allLimits, maxPages: 1 }),
      keyFor({ ...options, norms: [{ id: 'x' }] }, allLimits),
    ];
    expect(new Set([usual, ...others]).size).toBe(others.length + 1);
  });
});

describe('the code of a result', () => {
  const root = join(import.meta.dirname, '../..');

  /** What these modules consist of. */
  const reachedFrom = (...names: string[]) => {
    const reached = new Set(names.map((name) => join(root, name)));
    for (const path of reached)
      for (const [, from, name] of readFileSync(path, 'utf8').matchAll(
        /^(?!\s*(?:import|export) type).*?(from |import\()'(\.[^']+\.ts)'/gm,
      ))
        if (from !== undefined) reached.add(join(path, '..', name!));
    return reached;
  };

  test('is all that the process which reads documents consists of', () => {
    const deciding = new Set(decidingFiles(root).map((name) => join(root, name)));
    const reached = reachedFrom('src/ingest/guard/child.ts');
    expect(reached.size).toBeGreaterThan(100);
    expect([...reached].filter((path) => !deciding.has(path))).toEqual([]);
  });

  test('is with that of archives all that opens one', () => {
    const names = [...decidingFiles(root), ...openingFiles(root)];
    const known = new Set(names.map((name) => join(root, name)));
    const reached = reachedFrom('src/ingest/discovery/discover.ts', 'src/ingest/unpacking/child.ts');
    expect(reached.size).toBeGreaterThan(50);
    expect([...reached].filter((path) => !known.has(path))).toEqual([]);
  });

  test('changes with the format of results', () => {
    const rooms = decidingFiles(root).map((name) => [name, name] as const);
    const files = { ...Object.fromEntries(rooms), 'package.json': '{}' };
    const versionWith = (changed: Record<string, string>) => {
      const folder = folderOf({ ...files, ...changed });
      return codeVersion(folder, folder);
    };
    expect(versionWith({})).toBe(versionWith({ 'src/ingest/ledger/lock.ts': 'other' }));
    for (const name of ['src/ingest/result.ts', 'src/ingest/guard/death.ts', 'parsers/limits.ts'])
      expect(versionWith({})).not.toBe(versionWith({ [name]: 'other' }));
  });
});

describe('lock', () => {
  test('is taken once on a disk without links, too', async () => {
    vi.doMock('node:fs', async (actual) => ({
      ...(await actual<typeof import('node:fs')>()),
      linkSync: () => {
        throw Object.assign(new Error('no links'), { code: 'EPERM' });
      },
    }));
    vi.resetModules();
    const { takeLock: takeWithoutLinks } = await import('../../src/ingest/ledger/lock.ts');
    vi.doUnmock('node:fs');
    const folder = folderOf({});
    const first = takeWithoutLinks(folder);
    expect(takeWithoutLinks(folder)).toMatchObject({ heldBy: { pid: process.pid } });
    if ('release' in first) first.release();
    expect(takeWithoutLinks(folder)).toHaveProperty('release');
  });

  const held = (lock: ReturnType<typeof takeLock>) => ('heldBy' in lock ? lock.heldBy : null);

  test('is given once, and again after it was released', () => {
    const folder = folderOf({});
    const first = takeLock(folder);
    expect(held(takeLock(folder))?.pid).toBe(process.pid);
    if ('release' in first) first.release();
    expect(held(takeLock(folder))).toBeNull();
  });

  test('of a process that is gone, or of another one with its number, is taken over', () => {
    const own = folderOf({});
    takeLock(own);
    const holder = JSON.parse(readFileSync(join(own, 'lock'), 'utf8')) as Record<string, unknown>;
    const locks = [{ ...holder, pid: 0x7ffffffe }, { ...holder, started: '1' }, 'half a lo'];
    for (const lock of locks) {
      const folder = folderOf({ lock: typeof lock === 'string' ? lock : JSON.stringify(lock) });
      expect(held(takeLock(folder))).toBeNull();
      expect(readdirSync(folder)).toEqual(['lock']);
    }
  });

  test('of another machine is respected', () => {
    const lock = JSON.stringify({ pid: 1, host: 'another', started: '1' });
    expect(held(takeLock(folderOf({ lock })))?.host).toBe('another');
  });
});
