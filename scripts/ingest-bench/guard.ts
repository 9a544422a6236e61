import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Kind, writers } from './archive.ts';
import { each, median, say } from './figures.ts';
import type { Round } from './guard-round.ts';

/** Code is compiled as it is used: after some 1 500 documents little is left to compile. */
const warmUp = 10;
const rounds = 9;
/** `examine` in process; the same with the result packed for the ledger, as a guarded process gives it; the guarded process. */
const names = ['examine', 'packed', 'guarded'] as const;

/** What the process around `examine` costs, against calling it in process on the same files. */
export async function guard(folder: string, total: number, kind: Kind): Promise<void> {
  await writers[kind](folder, total);
  const program = fileURLToPath(new URL('./guard-round.ts', import.meta.url));
  const heap = ['--max-old-space-size=768'];
  const sides = names.map((name) => fork(program, [folder, name], { execArgv: heap }));
  const taken: Round[][] = names.map(() => []);
  for (let i = 0; i < warmUp + rounds; i++)
    for (const [at, side] of sides.entries()) {
      const round = await roundOf(side);
      if (i >= warmUp) taken[at]!.push(round);
    }
  for (const side of sides) side.disconnect();
  say(`${total} filings, ${rounds} rounds of each by turns, after ${warmUp} to warm up; ms a document`);
  for (const figure of ['wall', 'processor'] as const) {
    const times = taken.map((side) => side.map((round) => round[figure]));
    say(
      `${figure} time: ${names.map((name, at) => `${name} ${(median(times[at]!) / total).toFixed(2)}`).join(', ')}`,
    );
    for (const [at, name] of names.slice(0, -1).entries()) {
      const ratios = times.at(-1)!.map((value, i) => value / times[at]![i]!);
      say(`  guarded against ${name} by rounds ${each(ratios)}, median ${median(ratios).toFixed(3)}`);
    }
  }
}

async function roundOf(side: ReturnType<typeof fork>): Promise<Round> {
  side.send('go');
  const [round] = (await once(side, 'message')) as [Round];
  return round;
}
