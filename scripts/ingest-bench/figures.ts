import { readFileSync } from 'node:fs';

export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

export const each = (values: readonly number[], digits = 2): string =>
  values.map((value) => value.toFixed(digits)).join(' ');

export const megabytes = (bytes: number): string => (bytes / 1048576).toFixed(0);

/** Processor time of a process that runs, milliseconds, to a hundredth of a second. Linux only. */
export function processorTimeOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

/** Processor time of this process, milliseconds. */
export function ownProcessorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Processes that this one started and that still run. Linux only. */
export function childProcesses(): number[] {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'latin1');
  return children.trim().split(' ').filter(Boolean).map(Number);
}
