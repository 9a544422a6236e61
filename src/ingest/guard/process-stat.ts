import { execFile } from 'node:child_process';
import { closeSync, existsSync, openSync, readSync, writeSync } from 'node:fs';
import { promisify } from 'node:util';

/** What a process uses at a moment. */
export interface Usage {
  /** Resident memory, bytes. */
  memory: number;
  /** Processor time since its start, seconds. */
  cpu: number;
}

/** Looks at one process. Linux shows it as files, which are kept open; elsewhere `ps` is asked, which is slower. */
export interface ProcessStat {
  /** Null where the process is gone. */
  usage: () => Usage | null | Promise<Usage | null>;
  /** Sets the mark of the highest memory back to what is used now, so that a document is not charged for an earlier one. */
  resetPeak: () => void;
  /** Highest resident memory, bytes; 0 where it cannot be seen. */
  peakMemory: () => number;
  /** Processor time at once, seconds; 0 where it cannot be seen. */
  processorTime: () => number;
  close: () => void;
}

export const hasProc = existsSync('/proc/self/statm');
const pageBytes = 4096;
const ticksPerSecond = 100;

export function processStat(pid: number): ProcessStat {
  return hasProc ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): ProcessStat {
  const open = (name: string) => openSync(`/proc/${pid}/${name}`, 'r');
  const files = { statm: open('statm'), stat: open('stat'), status: open('status') };
  const marks = openToWrite(`/proc/${pid}/clear_refs`);
  const buffer = Buffer.alloc(4096);
  // A descriptor that was closed may be another file's by now.
  let isOpen = true;
  const read = (file: number) => buffer.toString('latin1', 0, readSync(file, buffer, 0, buffer.length, 0));
  return {
    usage() {
      if (!isOpen) return null;
      try {
        const resident = Number(read(files.statm).split(' ', 2)[1]);
        return { memory: resident * pageBytes, cpu: processorTime(read(files.stat)) };
      } catch {
        return null;
      }
    },
    processorTime() {
      try {
        return processorTime(read(files.stat));
      } catch {
        return 0;
      }
    },
    resetPeak() {
      if (marks === null || !isOpen) return;
      try {
        writeSync(marks, '5');
      } catch {
        // It is gone.
      }
    },
    peakMemory() {
      if (!isOpen) return 0;
      try {
        const match = /VmHWM:\s+(\d+)/.exec(read(files.status));
        return match === null ? 0 : Number(match[1]) * 1024;
      } catch {
        return 0;
      }
    },
    close() {
      if (!isOpen) return;
      isOpen = false;
      for (const file of Object.values(files)) closeSync(file);
      if (marks !== null) closeSync(marks);
    },
  };
}

/** Null without the right to it: the mark is that of the whole process then. */
function openToWrite(path: string): number | null {
  try {
    return openSync(path, 'w');
  } catch {
    return null;
  }
}

/** The name of the command stands in brackets and may hold anything; user and system time are fields 14 and 15 (proc_pid_stat(5)). */
function processorTime(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ', 13);
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

const run = promisify(execFile);

function fromPs(pid: number): ProcessStat {
  return {
    async usage() {
      try {
        const { stdout } = await run('ps', ['-o', 'rss=,time=', '-p', String(pid)]);
        const [kilobytes = '0', time = '0:0'] = stdout.trim().split(/\s+/);
        const cpu = time.split(/[:-]/).reduce((sum, part) => sum * 60 + Number(part), 0);
        return { memory: Number(kilobytes) * 1024, cpu };
      } catch {
        return null;
      }
    },
    resetPeak: () => undefined,
    peakMemory: () => 0,
    processorTime: () => 0,
    close: () => undefined,
  };
}
