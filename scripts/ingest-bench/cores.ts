import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Kind, writers } from './archive.ts';
import { each, median, say } from './figures.ts';

const rounds = 3;

/**
 * Filings a second of whole runs with one worker on one core and two workers on two, by turns. A lone worker on a machine with two cores
 * has the second one for V8's own threads; here it has one core for everything, as each of two has.
 */
export async function cores(folder: string, total: number, kind: Kind): Promise<void> {
  const input = join(folder, 'in');
  await writers[kind](input, total);
  const program = fileURLToPath(new URL('./cores-run.ts', import.meta.url));
  const rates = { 1: [] as number[], 2: [] as number[] };
  for (let round = 0; round < rounds; round++)
    for (const count of [1, 2] as const) {
      const bound = ['-c', count === 1 ? '0' : '0,1', process.execPath, program];
      const run = await promisify(execFile)('taskset', [...bound, input, join(folder, 'out'), String(count)]);
      const seconds = Number(run.stdout);
      rates[count].push(total / seconds);
      say(`${count} on ${count}: ${(total / seconds).toFixed(1)} filings/s`);
    }
  const ratios = rates[1].map((rate, i) => rates[2][i]! / rate);
  say(`2 against 1: ${each(ratios)}, median ${median(ratios).toFixed(2)}`);
}
