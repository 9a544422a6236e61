import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { writeFilings } from './archive.ts';
import { each, median, say } from './figures.ts';
import type { Round } from './guard-round.ts';

const warmUp = 2;
const rounds = 9;

/** What the process around `examine` costs, against calling it in process on the same files. */
export async function guard(folder: string, total: number): Promise<void> {
  writeFilings(folder, total);
  const program = fileURLToPath(new URL('./guard-round.ts', import.meta.url));
  const sides = ['here', 'guarded'].map((side) => fork(program, [folder, side]));
  const [here, guarded] = [[] as Round[], [] as Round[]];
  for (let i = 0; i < warmUp + rounds; i++) {
    const [a, b] = [await roundOf(sides[0]!), await roundOf(sides[1]!)];
    if (i < warmUp) continue;
    here.push(a);
    guarded.push(b);
  }
  for (const side of sides) side.disconnect();
  say(`${total} filings, ${rounds} rounds of each by turns, after ${warmUp} to warm up; ms a document`);
  for (const figure of ['wall', 'processor'] as const) {
    const [a, b] = [here, guarded].map((side) => side.map((round) => round[figure]));
    const ratios = a!.map((value, i) => b![i]! / value);
    say(
      `${figure} time: in process ${(median(a!) / total).toFixed(2)}, guarded ${(median(b!) / total).toFixed(2)}`,
    );
    say(`  ratios of neighbours ${each(ratios)}, median ${median(ratios).toFixed(3)}`);
  }
}

async function roundOf(side: ReturnType<typeof fork>): Promise<Round> {
  side.send('go');
  const [round] = (await once(side, 'message')) as [Round];
  return round;
}
