import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';

/** What a process uses at a moment. */
export interface Usage {
  /** Resident memory, bytes. */
  memory: number;
  /** Processor time since its start, seconds. */
  cpu: number;
}

/** Linux shows processes as files; elsewhere `ps` is asked, which is slower. */
export const hasProc = existsSync('/proc/self/statm');
const pageBytes = 4096;
const ticksPerSecond = 100;

/** Null where the process is gone. */
export function usageFromProc(pid: number): Usage | null {
  try {
    const resident = Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]);
    return { memory: resident * pageBytes, cpu: cpuFromProc(pid) };
  } catch {
    return null;
  }
}

/** The name of the command stands in brackets and may hold anything; user and system time are fields 14 and 15 (proc_pid_stat(5)). */
function cpuFromProc(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

const run = promisify(execFile);

export async function usageFromPs(pid: number): Promise<Usage | null> {
  try {
    const { stdout } = await run('ps', ['-o', 'rss=,time=', '-p', String(pid)]);
    const [kilobytes = '0', time = '0:0'] = stdout.trim().split(/\s+/);
    const cpu = time.split(/[:-]/).reduce((sum, part) => sum * 60 + Number(part), 0);
    return { memory: Number(kilobytes) * 1024, cpu };
  } catch {
    return null;
  }
}

/** Sets the mark of the highest memory back to what is used now, so that a document is not charged for an earlier one. */
export function resetPeak(pid: number): void {
  try {
    if (hasProc) writeFileSync(`/proc/${pid}/clear_refs`, '5');
  } catch {
    // Without the right to do so the mark is that of the process.
  }
}

/** Highest resident memory, bytes; 0 where it cannot be seen. */
export function peakMemory(pid: number): number {
  try {
    const match = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'));
    return match === null ? 0 : Number(match[1]) * 1024;
  } catch {
    return 0;
  }
}
