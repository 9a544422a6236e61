import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ingest } from '../../src/ingest/ingest.ts';
import type { IngestOptions } from '../../src/ingest/options.ts';
import { openJsonlSink } from '../../src/ingest/output/jsonl-sink.ts';
import type { IngestReport } from '../../src/ingest/report.ts';
import { root } from '../house/sources.ts';
import { folderOf, form, recordsIn, rowsIn } from './archive.ts';
import { smallDisk } from './small-disk.ts';

const pages = (count: number, from = 0) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `in/${String(from + i).padStart(4, '0')}.html`,
      form(`${30 + ((from + i) % 2)}.00`, `<p>编号 ${from + i}</p>`),
    ]),
  );

async function run(folder: string, options: Partial<IngestOptions> = {}, out = 'out'): Promise<IngestReport> {
  const outcome = await ingest([join(folder, 'in')], { out: join(folder, out), workers: 1, ...options });
  if (outcome.status !== 'finished') throw new Error(outcome.stop.code);
  return outcome.report;
}

describe('a second run', () => {
  test('over an unchanged archive parses nothing and gives the same', async () => {
    const folder = folderOf(pages(3));
    expect((await run(folder)).parsed).toBe(3);
    const first = recordsIn(join(folder, 'out'));
    expect((await run(folder)).parsed).toBe(0);
    expect(recordsIn(join(folder, 'out'))).toEqual(first);
  });

  test('tells of copies and of what it need not read whether they could not be read', async () => {
    const page = form();
    const folder = folderOf({ 'in/a.doc': 'x', 'in/b.doc': 'x', 'in/c.html': page, 'in/d.html': page });
    const told: string[] = [];
    const done = ({
      path,
      issue,
      isUnread = false,
    }: {
      path: string;
      issue: unknown;
      isUnread?: boolean;
    }) => {
      if (issue !== null || isUnread) told.push(path.slice(-5));
    };
    for (let i = 1; i < 3; i++) {
      const { failed } = await run(folder, { observer: { done } });
      expect([failed, told.sort()]).toEqual([2, ['a.doc', 'b.doc']]);
      told.length = 0;
    }
  });

  test('parses what changed, with the old records gone and none doubled', async () => {
    const folder = folderOf(pages(3));
    await run(folder);
    writeFileSync(join(folder, 'in/0001.html'), form('77.00'));
    rmSync(join(folder, 'in/0002.html'));
    renameSync(join(folder, 'in/0000.html'), join(folder, 'in/renamed.html'));
    expect((await run(folder)).parsed).toBe(1);
    await run(folder, { fresh: true }, 'anew');
    expect(recordsIn(join(folder, 'out'))).toEqual(recordsIn(join(folder, 'anew')));
    expect(rowsIn(join(folder, 'out'), 'documents').map(({ path }) => String(path).slice(-12))).toEqual(
      ['/0001.html', 'renamed.html'].map((name) => expect.stringContaining(name)),
    );
  });

  test('parses everything again under other settings, and not when they are as before', async () => {
    const folder = folderOf(pages(2));
    await run(folder);
    expect((await run(folder, { contacts: true })).parsed).toBe(2);
    expect((await run(folder)).parsed).toBe(0);
    expect((await run(folder, { fresh: true })).parsed).toBe(2);
  });

  test('does not look at times: a clock that went back changes nothing', async () => {
    const folder = folderOf(pages(2));
    await run(folder);
    utimesSync(join(folder, 'in/0000.html'), 0, 0);
    expect((await run(folder)).parsed).toBe(0);
    writeFileSync(join(folder, 'in/0000.html'), form('55.00'));
    utimesSync(join(folder, 'in/0000.html'), 0, 0);
    expect((await run(folder)).parsed).toBe(1);
  });

  test('tries again what ran over a limit, where that is asked for', async () => {
    const folder = folderOf({ 'in/long.html': '<div>'.repeat(800_000) });
    const limits = { cpuTime: 0.03, cpuTimePerMegabyte: 0.001 };
    expect(await run(folder, { limits })).toMatchObject({
      parsed: 1,
      failed: 1,
      groups: [{ code: 'timeout' }],
    });
    expect((await run(folder, { limits })).parsed).toBe(0);
    expect((await run(folder, { limits, retryFailed: true })).parsed).toBe(1);
  });
});

test('the same bytes are parsed once and stand under every path', async () => {
  const folder = folderOf({ 'in/a.html': form(), 'in/b.html': form(), 'in/c/d.html': form() });
  const report = await run(folder, { workers: 2 });
  expect([report.parsed, report.documents, report.copies, report.filings]).toEqual([1, 3, 2, 1]);
  const rows = rowsIn(join(folder, 'out'), 'documents');
  expect(rows.map(({ path }) => String(path).slice(folder.length))).toEqual([
    '/in/a.html',
    '/in/b.html',
    '/in/c/d.html',
  ]);
  expect(new Set(rows.map(({ document_id }) => document_id)).size).toBe(1);
});

test('a ledger that the disk did not keep is parsed again at once', async () => {
  const folder = folderOf(pages(3));
  await run(folder);
  const first = recordsIn(join(folder, 'out'));
  const segment = join(folder, 'out/.hedui/ledger/00000000.log');
  const bytes = readFileSync(segment);
  bytes[200]! ^= 0xff;
  writeFileSync(segment, bytes);
  await run(folder);
  expect(recordsIn(join(folder, 'out'))).toEqual(first);
});

test('files that were complete when a run was killed are put in place by the next', async () => {
  const folder = folderOf(pages(2));
  await run(folder);
  const out = join(folder, 'out');
  const next = join(out, '.hedui/next');
  mkdirSync(next, { recursive: true });
  writeFileSync(join(next, 'filings.jsonl'), 'newer\n');
  writeFileSync(join(next, 'complete'), '');
  const sink = await openJsonlSink(out, join(out, '.hedui'));
  expect(readFileSync(join(out, 'filings.jsonl'), 'utf8')).toBe('newer\n');
  await sink.abort();
});

const launcher = join(root, 'bin/hedui.js');

const argsFor = (folder: string, ...more: string[]): string[] => [
  launcher,
  'ingest',
  join(folder, 'in'),
  '--out',
  join(folder, 'out'),
  '--workers',
  '1',
  ...more,
];

const start = (folder: string, ...more: string[]): ChildProcess =>
  spawn(process.execPath, argsFor(folder, ...more), { stdio: ['ignore', 'pipe', 'pipe'] });

const ended = (child: ChildProcess) =>
  new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const out = { stdout: '', stderr: '' };
    child.stdout!.on('data', (piece) => {
      out.stdout += piece;
    });
    child.stderr!.on('data', (piece) => {
      out.stderr += piece;
    });
    child.on('close', (code) => resolve({ code, ...out }));
  });

const descendants = (pid: number): number[] => {
  const { stdout } = spawnSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' });
  return stdout.trim().split(/\s+/).filter(Boolean).map(Number);
};
/** One that has ended and that init has not collected yet (Z) is not there. */
const isThere = (pid: number) =>
  /^\s*[^Z\s]/.test(String(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)]).stdout));

describe('kill -9', () => {
  test('of the run loses nothing finished, repeats nothing, and leaves no process behind', async () => {
    const folder = folderOf(pages(160));
    await run(folder, {}, 'alone');
    let parsed = 0;
    const children: number[] = [];
    for (let kills = 0; kills < 2; kills++) {
      const child = start(folder, '--log-level', 'info');
      const lines = ended(child);
      await new Promise<void>((resolve) => {
        let seen = 0;
        child.stderr!.on('data', (piece: Buffer) => {
          seen += piece.toString().split('"origin":"parsed"').length - 1;
          if (seen < 11) return;
          // It goes no further while its children are listed.
          child.kill('SIGSTOP');
          resolve();
        });
        child.on('close', () => resolve());
      });
      children.push(...descendants(child.pid!));
      child.kill('SIGKILL');
      const { stderr } = await lines;
      parsed += stderr.split('"origin":"parsed"').length - 1;
    }
    const last = await ended(start(folder, '--json'));
    const report = JSON.parse(last.stdout) as IngestReport;
    expect(parsed).toBeGreaterThan(20);
    // What was finished but not yet told when the kill came is not repeated either.
    expect(report.parsed).toBeLessThanOrEqual(160 - parsed);
    expect(report.parsed).toBeGreaterThan(0);
    expect(recordsIn(join(folder, 'out'))).toEqual(recordsIn(join(folder, 'alone')));
    expect(children.length).toBeGreaterThan(0);
    expect(children.filter(isThere)).toEqual([]);
  });

  test('of the processes that parse costs no document', async () => {
    const folder = folderOf(pages(60));
    await run(folder, {}, 'alone');
    // One document may be hit by every kill: fewer than `kills` of the limits.
    let kills = 0;
    const done = () => {
      if (kills === 4) return;
      for (const pid of descendants(process.pid)) spawnSync('kill', ['-9', String(pid)]);
      kills += 1;
    };
    expect((await run(folder, { observer: { done } })).failed).toBe(0);
    expect(kills).toBe(4);
    expect(recordsIn(join(folder, 'out'))).toEqual(recordsIn(join(folder, 'alone')));
  });
});

test('two runs at once on one output: the second refuses and says who writes', async () => {
  const folder = folderOf(pages(3));
  const seconds: ReturnType<typeof spawnSync>[] = [];
  // This run goes no further while the second one tries.
  const done = () => {
    if (seconds.length === 0) seconds.push(spawnSync(process.execPath, argsFor(folder, '--lang', 'en')));
  };
  expect((await run(folder, { observer: { done } })).documents).toBe(3);
  expect(seconds[0]!.status).toBe(2);
  expect(String(seconds[0]!.stderr)).toContain(
    `another hedui is writing to ${join(folder, 'out')} (process ${process.pid} on`,
  );
});

test('an interrupted run says how to go on, and goes on', async () => {
  const folder = folderOf(pages(200));
  const child = start(folder, '--log-level', 'info', '--lang', 'en');
  const result = ended(child);
  await new Promise<void>((resolve) => {
    child.stderr!.on('data', (piece: Buffer) => {
      if (piece.includes('"origin":"parsed"')) resolve();
    });
  });
  child.kill('SIGINT');
  const { code, stderr } = await result;
  expect([code, stderr]).toEqual([4, expect.stringContaining('the same command goes on')]);
  const { stdout } = await ended(start(folder, '--json'));
  expect((JSON.parse(stdout) as IngestReport).parsed).toBeLessThan(200);
});

test('a thousand failures in a row are a thousand rows', async () => {
  const files = Array.from({ length: 1000 }, (_, i) => [`in/${i}.xlsx`, `PK\x03\x04torn ${i}`] as const);
  const report = await run(folderOf(Object.fromEntries(files)));
  expect([report.documents, report.failed, report.deaths]).toEqual([1000, 1000, 0]);
  expect(report.groups).toMatchObject([
    { format: 'xlsx', status: 'failed', code: 'corrupt', documents: 1000 },
  ]);
});

test('a full disk stops the run with a clear word, leaves the older files, and more room is enough to go on', async (context) => {
  const disk = smallDisk(160);
  if (disk === null) return context.skip('no right to mount');
  const folder = folderOf(pages(80));
  const out = join(disk, 'out');
  mkdirSync(out);
  writeFileSync(join(out, 'filings.jsonl'), 'older\n');
  const outcome = await ingest([join(folder, 'in')], { out, workers: 1 });
  expect(outcome).toMatchObject({ status: 'stopped', stop: { code: 'disk_full' } });
  expect(readFileSync(join(out, 'filings.jsonl'), 'utf8')).toBe('older\n');
  execFileSync('mount', ['-o', 'remount,size=20m', disk]);
  const again = await ingest([join(folder, 'in')], { out, workers: 1 });
  if (again.status !== 'finished') throw new Error(again.stop.code);
  expect(again.report.parsed).toBeLessThan(80);
  await run(folder, {}, 'alone');
  expect(recordsIn(out)).toEqual(recordsIn(join(folder, 'alone')));
});
