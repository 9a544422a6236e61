// Measures ingest on generated filings. Each part prints its figures and what the machine was busy with; runs that are
// compared go by turns, for machines are shared.
//   guard N KIND    what the process around `examine` costs, against calling it in process (N filings, 150)
//   workers N KIND  filings a second with 1 and 2 workers, 3 runs of each (10000)
//   cores N KIND    the same with one worker on one core and two on two (10000; Linux, taskset)
//   bound N         the same of plain processes that read all or half of the files: what two workers can bring at best here (10000)
//   mixed N         N filings of every format, zips among them: rate, and memory of the parent by tenths (10000)
//   pages N         N small pages against a thousand: cost of one, memory of the parent (100000)
//   kill N KILLS    a run of N filings killed KILLS times and resumed, against one that was left alone (2000 20)
// KIND is `office`, filings in Word, Excel and HTML, `digital`, with a printed PDF in twenty, or `mixed`, one in five of those scanned.
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Kind, writers } from './ingest-bench/archive.ts';
import { bound } from './ingest-bench/bound.ts';
import { cores } from './ingest-bench/cores.ts';
import { each, say } from './ingest-bench/figures.ts';
import { guard } from './ingest-bench/guard.ts';
import { kill } from './ingest-bench/kill.ts';
import { mixed } from './ingest-bench/mixed.ts';
import { pages } from './ingest-bench/pages.ts';
import { workers } from './ingest-bench/workers.ts';

const [part = 'guard', count, detail] = process.argv.slice(2);
const parts: Record<string, (folder: string) => Promise<void>> = {
  guard: (folder) => guard(folder, Number(count ?? 150), kindOf(detail)),
  workers: (folder) => workers(folder, Number(count ?? 10_000), kindOf(detail)),
  cores: (folder) => cores(folder, Number(count ?? 10_000), kindOf(detail)),
  bound: (folder) => bound(folder, Number(count ?? 10_000)),
  mixed: (folder) => mixed(folder, Number(count ?? 10_000)),
  pages: (folder) => pages(folder, Number(count ?? 100_000)),
  kill: (folder) => kill(folder, Number(count ?? 2000), Number(detail ?? 20)),
};
const chosen = parts[part];
if (chosen === undefined)
  throw new TypeError(`expected one of ${Object.keys(parts).join(', ')}, got ${part}`);

const folder = mkdtempSync(join(tmpdir(), 'hedui-ingest-'));
const began = performance.now();
const before = loadavg();
try {
  await chosen(folder);
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  say(
    `took ${seconds} s; load before ${each(before, 1)}, after ${each(loadavg(), 1)}; ${new Date().toISOString().slice(0, 10)}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function kindOf(name = 'office'): Kind {
  if (!Object.hasOwn(writers, name))
    throw new TypeError(`expected one of ${Object.keys(writers).join(', ')}, got ${name}`);
  return name as Kind;
}
