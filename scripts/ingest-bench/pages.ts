import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writePages } from './archive.ts';
import { each, say } from './figures.ts';
import { inTenths, memoryByTenths } from './memory.ts';
import { run } from './run.ts';

const few = 1000;

/** Small pages: cost of one among `total` against one among a thousand, and the memory of the parent by tenths of the run. */
export async function pages(folder: string, total: number): Promise<void> {
  const small = join(folder, 'few');
  writePages(small, few);
  const costs = [await costOf(small, few), await costOf(small, few), await costOf(small, few)];
  const first = costs.toSorted((a, b) => a.processor - b.processor)[1]!;
  say(`${few} pages, 3 runs, the middle one: ${written(first)}`);
  const input = join(folder, 'many');
  writePages(input, total);
  const tenths = inTenths(total);
  const many = await costOf(input, total, tenths.done);
  say(`${total} pages: ${written(many)}`);
  say(
    `ratio of processor time ${(many.processor / first.processor).toFixed(3)}, of wall time ${(many.wall / first.wall).toFixed(3)}`,
  );
  memoryByTenths(tenths.highest());

  async function costOf(pagesOf: string, count: number, done?: () => void) {
    const out = join(folder, 'out');
    const { report, own, parsing } = await run(pagesOf, {
      out,
      fresh: true,
      ...(done && { observer: { done } }),
    });
    rmSync(out, { recursive: true, force: true });
    return { wall: (report.seconds * 1000) / count, processor: (own + parsing) / count, own: own / count };
  }
}

function written({ wall, processor, own }: { wall: number; processor: number; own: number }): string {
  const [a, b, c] = each([wall, processor, own]).split(' ');
  return `${a} ms a document, ${b} ms of processor time, ${c} of them in the run itself`;
}
