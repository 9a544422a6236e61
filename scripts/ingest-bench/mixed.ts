import { join } from 'node:path';
import { writeArchive } from './archive.ts';
import { each, say } from './figures.ts';
import { inTenths, memoryByTenths } from './memory.ts';
import { run } from './run.ts';

/** An archive of every format, zips among it: filings a second, what they cost, and the memory of the parent by tenths of the run. */
export async function mixed(folder: string, total: number): Promise<void> {
  const input = join(folder, 'in');
  await writeArchive(input, total);
  const tenths = inTenths(total);
  const { report, own, parsing } = await run(input, {
    out: join(folder, 'out'),
    fresh: true,
    observer: { done: tenths.done },
  });
  const costs = [report.seconds * 1000, own, parsing].map((time) => time / total);
  say(`${report.documents} documents, ${report.failed} of them not read, with ${report.workers} workers`);
  say(
    `${(total / report.seconds).toFixed(1)} a second; ms a document, processor time in the run itself and where they are read: ${each(costs)}`,
  );
  for (const { format, status, code, documents, memory } of report.groups)
    say(
      `  ${documents} ${format} ${status}${code === null ? '' : ` ${code}`}, highest ${(memory / 1048576).toFixed(0)} MB`,
    );
  memoryByTenths(tenths.highest());
}
