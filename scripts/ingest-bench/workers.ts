import { join } from 'node:path';
import { type Kind, writers } from './archive.ts';
import { each, median, say } from './figures.ts';
import { run } from './run.ts';

const rounds = 3;

/** Filings a second of whole runs with one worker and with two, by turns. */
export async function workers(folder: string, total: number, kind: Kind): Promise<void> {
  const input = join(folder, 'in');
  await writers[kind](input, total);
  const rates = { 1: [] as number[], 2: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    for (const count of [1, 2] as const) {
      const options = { out: join(folder, 'out'), workers: count, fresh: true };
      const { report, own, parsing } = await run(input, options);
      const rate = total / report.seconds;
      rates[count].push(rate);
      const costs = [report.seconds * 1000, own, parsing].map((time) => (time / total).toFixed(2));
      say(
        `workers ${count}: ${rate.toFixed(1)} filings/s; ms a filing ${costs[0]}, of processor time ${costs[1]} in the run itself and ${costs[2]} where filings are read`,
      );
    }
  }
  const ratios = rates[1].map((rate, i) => rates[2][i]! / rate);
  say(`2 against 1: ${each(ratios)}, median ${median(ratios).toFixed(2)}`);
}
