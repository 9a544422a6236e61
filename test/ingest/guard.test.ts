import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { parseCommand } from '../../src/ingest/guard/command.ts';
import { frame, frameReader } from '../../src/ingest/guard/frames.ts';
import { type Pool, startPool } from '../../src/ingest/guard/pool.ts';
import { allLimits, type Limits } from '../../src/ingest/limits.ts';
import { form } from './archive.ts';

const memory = 192 << 20;
const strict: Limits = { ...allLimits, cpuTime: 1, wallTime: 60, memory };
const impatient: Limits = { ...strict, wallTime: 2, deaths: 1 };

/** The usual command line with its limits, but a child that does what it is told. */
function obedient(limits: Limits, workers = 1): Pool {
  const { file, args } = parseCommand(limits);
  const child = fileURLToPath(new URL('./obedient-child.ts', import.meta.url));
  const more = `--allow-fs-read=${fileURLToPath(new URL('../..', import.meta.url))}`;
  const command = { file, args: [...args.slice(0, -1), more, child] };
  const pool = startPool({ workers, options: { norms: [] }, limits, command });
  onTestFinished(pool.stop);
  return pool;
}

const order = (text: string) => ({ path: text, hash: '0'.repeat(64), bytes: Buffer.from(text) });

async function ending(pool: Pool, text: string): Promise<string> {
  const { head } = await pool.examine(order(text));
  return head.document.error === null ? 'ok' : head.document.error.code;
}

describe('a process that parses', () => {
  test('is ended by the kind of harm that a document does, and the run goes on', async () => {
    const pool = obedient(strict);
    expect(await ending(pool, 'fine')).toBe('ok');
    expect(await ending(pool, 'loop')).toBe('timeout');
    expect(await ending(obedient(impatient), 'wait')).toBe('timeout');
    expect(await ending(pool, 'exit 7')).toBe('crashed');
    expect(await ending(pool, 'abort')).toBe('crashed');
    expect(await ending(pool, 'kill')).toBe('crashed');
    expect(await ending(pool, 'heap')).toBe('out_of_memory');
    expect(await ending(pool, 'buffers')).toBe('out_of_memory');
    expect(await ending(pool, 'noise')).toBe('too_large');
    expect(await ending(pool, 'fine')).toBe('ok');
  });

  test('one that is endless costs one process; one that dies is tried once more, in a new one', async () => {
    const pool = obedient(strict);
    await ending(pool, 'loop');
    expect(pool.deaths()).toBe(1);
    await ending(pool, 'exit 1');
    expect(pool.deaths()).toBe(3);
  });

  test('one that is killed from outside is tried more often, but not for ever', async () => {
    const pool = obedient({ ...strict, kills: 4 });
    expect(await ending(pool, 'kill')).toBe('crashed');
    expect(pool.deaths()).toBe(4);
  });

  test('documents beside one that kills are not blamed for it', async () => {
    const pool = obedient(strict, 2);
    const orders = Array.from({ length: 30 }, (_, i) => (i % 5 === 2 ? 'exit 1' : 'fine'));
    const endings = await Promise.all(orders.map((text) => ending(pool, text)));
    expect(endings).toEqual(orders.map((text) => (text === 'fine' ? 'ok' : 'crashed')));
    expect(pool.deaths()).toBe(12);
  });

  test('never takes more memory than its limit and a tenth', async () => {
    const limits = { ...strict, memory: 400 << 20, cpuTime: 20, wallTime: 60 };
    const { head } = await obedient(limits).examine(order('grow'));
    expect(head.document.error?.code).toBe('out_of_memory');
    expect(head.cost.memory).toBeGreaterThan(0);
    expect(head.cost.memory).toBeLessThan(limits.memory * 1.1);
  });

  test('that cannot be started ends the run, and does not blame every document', async () => {
    const command = { file: process.execPath, args: ['-e', 'process.exit(3)'] };
    const pool = startPool({ workers: 1, options: { norms: [] }, limits: strict, command });
    onTestFinished(pool.stop);
    await expect(pool.examine(order('fine'))).rejects.toThrow('no process to parse with');
  });
});

describe('the real one', () => {
  const pool = startPool({ workers: 1, options: { norms: [] }, limits: allLimits });
  afterAll(pool.stop);

  test('gives what examine gives', async () => {
    const { examine } = await import('../../src/index.ts');
    const { examinationOf, linesOf } = await import('../../src/ingest/result.ts');
    const bytes = Buffer.from(form('31.00'));
    const { createHash } = await import('node:crypto');
    const hash = createHash('sha256').update(bytes).digest('hex');
    const result = await pool.examine({ path: 'a.html', hash, bytes });
    const expected = await examine(bytes, { path: 'a.html' });
    expect(expected.findings.length).toBeGreaterThan(0);
    expect(examinationOf(result.head.document, linesOf(result))).toEqual(
      JSON.parse(JSON.stringify(expected)),
    );
  });
});

describe('its rights', () => {
  const { args } = parseCommand(allLimits);
  const flags = args.slice(args.indexOf('--permission'), -1);
  const modules = ['no-network', 'no-addons'].map((name) =>
    JSON.stringify(new URL(`../../src/ingest/guard/${name}.ts`, import.meta.url).href),
  );
  const attempt = (code: string) => {
    const program = `import { closeNetwork } from ${modules[0]}; import { closeAddons } from ${modules[1]}; closeNetwork(); closeAddons(); ${code}`;
    const all = [...flags, '--input-type=module', '-e', program];
    return spawnSync(process.execPath, all, { encoding: 'utf8' });
  };

  test.each([
    ['reading another file', "(await import('node:fs')).readFileSync('/etc/hostname')", 'FileSystemRead'],
    ['writing', "(await import('node:fs')).writeFileSync('x', '')", 'FileSystemWrite'],
    ['starting a program', "(await import('node:child_process')).execSync('true')", 'ChildProcess'],
    ['connecting', "(await import('node:net')).connect(9, '127.0.0.1')", 'the network is closed'],
    ['asking for a page', "await fetch('http://127.0.0.1:9')", 'the network is closed'],
    [
      'asking for a page by http',
      "(await import('node:http')).get('http://127.0.0.1:9')",
      'the network is closed',
    ],
    ['resolving a name', "(await import('node:dns')).lookup('localhost', () => {})", 'the network is closed'],
    ['loading a native library', "process.dlopen({ exports: {} }, 'x.node')", 'no native library'],
    [
      'sending a datagram',
      "(await import('node:dgram')).createSocket('udp4').send('x', 9)",
      'the network is closed',
    ],
  ])('%s is refused', (_, code, message) => {
    const { status, stderr } = attempt(code);
    expect(status).not.toBe(0);
    expect(stderr).toContain(message);
  });
});

test('frames come through in pieces of any size, and a giant one is refused before it comes', () => {
  const sent = [{ a: 1 }, { b: '二' }].map((head, i) =>
    Buffer.concat([frame(head, i + 1), Buffer.alloc(i + 1, 7)]),
  );
  for (const size of [1, 3, 1000]) {
    const read = frameReader(1000);
    const bytes = Buffer.concat(sent);
    const heads: unknown[] = [];
    for (let at = 0; at < bytes.length; at += size) {
      const frames = read(bytes.subarray(at, at + size));
      if (frames !== 'too_large') heads.push(...frames.map(({ head, body }) => [head, body.length]));
    }
    expect(heads).toEqual([
      [{ a: 1 }, 1],
      [{ b: '二' }, 2],
    ]);
  }
  expect(frameReader(1000)(frame({}, 5000))).toBe('too_large');
});
