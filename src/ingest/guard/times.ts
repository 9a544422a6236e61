import type { Limits } from '../limits.ts';

/** Seconds that a document of so many bytes may take. */
export function timesFor(bytes: number, limits: Limits): { cpu: number; wall: number } {
  const more = (limits.cpuTimePerMegabyte * bytes) / 1048576;
  return { cpu: limits.cpuTime + more, wall: limits.wallTime + 2 * more };
}
