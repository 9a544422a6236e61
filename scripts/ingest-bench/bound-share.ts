// Reads its share of the folder's files once, as a plain process: no guard, no pipe, no ledger.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Share } from './bound.ts';
import { examine, resultOf } from './compiled.ts';
import { ownProcessorTime } from './figures.ts';

const [folder = '', at = '0', of = '1'] = process.argv.slice(2);
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((file) => file.isFile())
  .map(({ parentPath, name }) => join(parentPath, name))
  .sort();
/** In the order in which a run reads them formats take turns: a share takes whole turns. */
const turn = 4;
const own = files.filter((_, i) => Math.floor(i / turn) % Number(of) === Number(at));

const before = { processor: ownProcessorTime(), main: mainThreadTime(), wall: performance.now() };
for (const path of own) resultOf(await examine(readFileSync(path), { path }), { time: 0, memory: 0 });
const share: Share = {
  wall: performance.now() - before.wall,
  processor: ownProcessorTime() - before.processor,
  main: mainThreadTime() - before.main,
};
process.send!(share, () => process.disconnect());

/** Of the thread that runs this, milliseconds. Linux only. */
function mainThreadTime(): number {
  return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'latin1').split(' ')[0]) / 1e6;
}
