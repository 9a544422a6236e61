import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFilings } from './archive.ts';
import { fewThreads } from './compiled.ts';
import { each, median, say } from './figures.ts';

const rounds = 3;

/** What one process took for its share: wall and processor time, and that of its main thread, milliseconds. */
export interface Share {
  wall: number;
  processor: number;
  main: number;
}

/**
 * What two workers could bring on this machine if the run itself cost nothing: two plain processes that read half of the files each and pack the
 * results, started as two workers are, against one that reads all, started as a lone worker is.
 */
export async function bound(folder: string, total: number): Promise<void> {
  const input = join(folder, 'in');
  writeFilings(input, total);
  const walls = { 1: [] as number[], 2: [] as number[] };
  for (let round = 0; round < rounds; round++)
    for (const count of [1, 2] as const) {
      const shares = await sharesOf(input, count);
      const wall = Math.max(...shares.map((share) => share.wall));
      walls[count].push(wall);
      const sums = (['processor', 'main'] as const).map((of) =>
        shares.reduce((sum, share) => sum + share[of], 0),
      );
      say(
        `${count} ${count === 1 ? 'process' : 'processes'}: ${((total / wall) * 1000).toFixed(1)} filings/s; ms a filing, its processor time, that of the main threads: ${each([wall, ...sums].map((time) => time / total))}`,
      );
    }
  const ratios = walls[1].map((wall, i) => wall / walls[2][i]!);
  say(`2 against 1: ${each(ratios)}, median ${median(ratios).toFixed(2)}`);
}

async function sharesOf(input: string, count: 1 | 2): Promise<Share[]> {
  const program = fileURLToPath(new URL('./bound-share.ts', import.meta.url));
  const heap = ['--max-old-space-size=768'];
  const processes = Array.from({ length: count }, (_, at) =>
    fork(program, [input, String(at), String(count)], {
      execArgv: count === 1 ? heap : [...heap, ...fewThreads],
    }),
  );
  return Promise.all(processes.map(async (process) => ((await once(process, 'message')) as [Share])[0]));
}
