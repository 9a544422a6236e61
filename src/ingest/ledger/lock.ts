import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** Who writes to an output. */
export interface Holder {
  pid: number;
  host: string;
  /** When the process started, in the system's own count: a later process may have the same number. */
  started: string;
}

export interface Lock {
  release: () => void;
}

/** Takes the lock of a folder; gives the holder where another run that is alive has it. */
export function takeLock(folder: string): Lock | { heldBy: Holder } {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'lock');
  const draft = join(folder, `lock.${process.pid}`);
  const own: Holder = { pid: process.pid, host: hostname(), started: startOf(process.pid) };
  writeFileSync(draft, JSON.stringify(own));
  try {
    // A link is there whole or not at all, so that no one reads half a lock.
    for (;;) {
      if (attempt(() => place(draft, path), 'EEXIST'))
        return { release: () => rmSync(path, { force: true }) };
      const holder = holderOf(path);
      if (holder !== null && isAlive(holder)) return { heldBy: holder };
      removeStale(path, holder);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Not every disk has links (FAT, exFAT, some network drives): there the lock is written where it stands, which only one can do. */
const withoutLinks = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

function place(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (thrown) {
    if (!withoutLinks.has((thrown as NodeJS.ErrnoException).code ?? '')) throw thrown;
    writeFileSync(path, readFileSync(draft), { flag: 'wx' });
  }
}

/** Takes the lock of a dead process away; puts it back where another run was quicker and it is theirs by now. */
function removeStale(path: string, expected: Holder | null): void {
  const aside = `${path}.stale.${process.pid}`;
  if (!attempt(() => renameSync(path, aside), 'ENOENT')) return;
  const taken = holderOf(aside);
  if (JSON.stringify(taken) !== JSON.stringify(expected)) attempt(() => place(aside, path), 'EEXIST');
  rmSync(aside, { force: true });
}

function attempt(task: () => void, expected: string): boolean {
  try {
    task();
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === expected) return false;
    throw thrown;
  }
}

function holderOf(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder;
  } catch {
    return null;
  }
}

/** A lock of another machine counts as held: nobody here can tell. */
function isAlive({ pid, host, started }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return startOf(pid) === started;
}

/** Field 22 of proc_pid_stat(5), clock ticks since boot: no clock that is set can change it. Empty elsewhere. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
