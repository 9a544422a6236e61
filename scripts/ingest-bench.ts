// Measures ingest on generated filings. Each part prints one table of figures; runs are interleaved, for machines are shared.
//   guard N        what the process around `examine` costs, against calling it here, on N filings
//   workers N      filings a second with 1 and 2 workers
//   archive N      N small pages: rate and memory of the parent by tenths of the run
//   kill N KILLS   a run of N filings killed KILLS times and resumed, compared with one that was left alone
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { examine } from '../src/index.ts';
import { startPool } from '../src/ingest/guard/pool.ts';
import { ingest } from '../src/ingest/ingest.ts';
import { allLimits } from '../src/ingest/limits.ts';
import { generateDocument } from './generate/document.ts';
import { renderDocx } from './generate/render/docx.ts';
import { renderHtml } from './generate/render/html.ts';
import { renderXls } from './generate/render/xls.ts';
import { renderXlsx } from './generate/render/xlsx.ts';
import { form } from './hostile/form.ts';

const launcher = fileURLToPath(new URL('../bin/hedui.js', import.meta.url));
const recordFiles = ['documents', 'filings', 'indicators', 'amounts', 'texts', 'findings'];

const [part = 'guard', count = '200', kills = '20'] = process.argv.slice(2);
const parts: Record<string, (folder: string) => Promise<void>> = {
  guard: (folder) => guard(folder, Number(count)),
  workers: (folder) => workers(folder, Number(count)),
  archive: (folder) => archive(folder, Number(count)),
  kill: (folder) => kill(folder, Number(count), Number(kills)),
};

const folder = mkdtempSync(join(tmpdir(), 'hedui-ingest-'));
try {
  await parts[part]!(folder);
  say(
    `load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}, ${new Date().toISOString().slice(0, 10)}`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Filings of every dialect in turn in four formats, in folders of a thousand. */
function writeFilings(target: string, from: number, to: number): void {
  const renderers = [renderXlsx, renderDocx, renderXls, renderHtml];
  const endings = ['xlsx', 'docx', 'xls', 'html'];
  for (let i = from; i < to; i++) {
    const below = join(target, String(Math.floor(i / 1000)));
    mkdirSync(below, { recursive: true });
    const { sections } = generateDocument(i + 1);
    writeFileSync(join(below, `${i}.${endings[i % 4]}`), renderers[i % 4]!(sections));
  }
}

/** Small pages that differ in one figure. */
function writePages(target: string, total: number): void {
  for (let i = 0; i < total; i++) {
    const below = join(target, String(Math.floor(i / 1000)));
    if (i % 1000 === 0) mkdirSync(below, { recursive: true });
    writeFileSync(join(below, `${i}.html`), form(`${30 + (i % 3)}.00`, `<p>编号 ${i}</p>`));
  }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

async function guard(folder: string, total: number): Promise<void> {
  writeFilings(folder, 0, total);
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const documents = files.map(({ parentPath, name }) => {
    const bytes = readFileSync(join(parentPath, name));
    return { path: name, bytes, hash: createHash('sha256').update(bytes).digest('hex') };
  });
  const pool = startPool({
    workers: 1,
    options: { norms: [] },
    limits: { ...allLimits, documentsPerProcess: 1e9, cpuTime: 1e6 },
  });
  const inProcess = async () => {
    for (const { bytes, path } of documents) await examine(bytes, { path });
  };
  const inPool = async () => {
    for (const document of documents) {
      await pool.room();
      void pool.examine(document);
    }
    await pool.idle();
  };
  await inProcess();
  await inPool();
  const times: { here: number; there: number }[] = [];
  const processor = { here: 0, there: 0 };
  for (let round = 0; round < 7; round++) {
    const start = processorTime();
    const here = await timed(inProcess);
    const between = processorTime();
    const there = await timed(inPool);
    processor.here += between - start;
    processor.there += processorTime() - between;
    times.push({ here, there });
  }
  pool.stop();
  const each = (time: number) => (time / total).toFixed(2);
  say(`${total} filings, 7 rounds of each by turns, after one to warm up`);
  say(`examine in process: median ${each(median(times.map(({ here }) => here)))} ms a document`);
  say(`in one guarded process: median ${each(median(times.map(({ there }) => there)))} ms a document`);
  const ratio = processor.there / processor.here;
  say(
    `processor time ${each(processor.here / 7)} and ${each(processor.there / 7)} ms a document, ratio ${ratio.toFixed(3)}`,
  );
  say(`ratios of neighbours: ${times.map(({ here, there }) => (there / here).toFixed(2)).join(', ')}`);
  say(`median of ratios ${median(times.map(({ here, there }) => there / here)).toFixed(3)}`);
}

/** Of this process and those that it started and that still run, milliseconds. Linux only. */
function processorTime(): number {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'latin1').trim().split(' ');
  return [process.pid, ...children.filter(Boolean).map(Number)].reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ')[1]!.split(' ');
    return sum + (Number(fields[11]) + Number(fields[12])) * 10;
  }, 0);
}

async function timed(task: () => Promise<void>): Promise<number> {
  const begin = performance.now();
  await task();
  return performance.now() - begin;
}

async function workers(folder: string, total: number): Promise<void> {
  const input = join(folder, 'in');
  writeFilings(input, 0, total);
  const rates: Record<number, number[]> = { 1: [], 2: [] };
  for (let round = 0; round < 3; round++) {
    for (const count of [1, 2]) {
      const outcome = await ingest([input], { out: join(folder, 'out'), workers: count, fresh: true });
      if (outcome.status !== 'finished') throw new Error(outcome.stop.message.en);
      rates[count]!.push(outcome.report.documents / outcome.report.seconds);
    }
  }
  const ratios = rates[1]!.map((rate, i) => rates[2]![i]! / rate);
  for (const count of [1, 2])
    say(`${count} workers: ${rates[count]!.map((rate) => rate.toFixed(1)).join(', ')} filings/s`);
  say(`2 against 1: ${ratios.map((ratio) => ratio.toFixed(2)).join(', ')}`);
}

async function archive(folder: string, total: number): Promise<void> {
  const input = join(folder, 'in');
  writePages(input, total);
  const tenths: { memory: number; at: number }[] = [];
  let done = 0;
  const began = performance.now();
  let first1000 = 0;
  const outcome = await ingest([input], {
    out: join(folder, 'out'),
    observer: {
      done: () => {
        done += 1;
        if (done === 1000) first1000 = performance.now() - began;
        const tenth = Math.floor(((done - 1) * 10) / total);
        const memory = process.memoryUsage.rss();
        tenths[tenth] = {
          memory: Math.max(tenths[tenth]?.memory ?? 0, memory),
          at: performance.now() - began,
        };
      },
    },
  });
  if (outcome.status !== 'finished') throw new Error(outcome.stop.message.en);
  const parsing = tenths.at(-1)!.at;
  say(
    `${total} pages, ${outcome.report.workers} workers: parsed in ${(parsing / 1000).toFixed(1)} s, whole run ${outcome.report.seconds.toFixed(1)} s`,
  );
  say(
    `ms a document: ${(parsing / total).toFixed(2)}, of the first thousand ${(first1000 / 1000).toFixed(2)}`,
  );
  say(`by tenths, MB: ${tenths.map(({ memory }) => (memory / 1048576).toFixed(0)).join(' ')}`);
  say(
    `by tenths, s:  ${tenths.map(({ at }, i) => ((at - (tenths[i - 1]?.at ?? 0)) / 1000).toFixed(1)).join(' ')}`,
  );
  say(
    `parent at the end ${(process.memoryUsage.rss() / 1048576).toFixed(0)} MB, highest ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
  );
}

async function kill(folder: string, total: number, times: number): Promise<void> {
  const input = join(folder, 'in');
  writeFilings(input, 0, total);
  const args = (out: string) => [launcher, 'ingest', input, '--out', join(folder, out), '--json'];
  const alone = spawnSync(process.execPath, args('alone'), { encoding: 'utf8' });
  const { seconds } = JSON.parse(alone.stdout) as { seconds: number };
  let killed = 0;
  let told = 0;
  while (killed < times) {
    const run = spawn(process.execPath, [...args('killed'), '--log-level', 'info'], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = new Promise<boolean>((resolve) => run.on('close', (_, signal) => resolve(signal !== null)));
    // Kills fall on the whole length of the run, between documents and within them.
    let left = 1 + Math.floor((Math.random() * 1.6 * total) / (times + 1));
    run.stderr.on('data', (piece: Buffer) => {
      const parsed = piece.toString().split('"origin":"parsed"').length - 1;
      told += parsed;
      left -= parsed;
      if (left <= 0) setTimeout(() => run.kill('SIGKILL'), Math.random() * 30);
    });
    if (await ended) killed += 1;
    else break;
  }
  const last = spawnSync(process.execPath, args('killed'), { encoding: 'utf8' });
  const { parsed } = JSON.parse(last.stdout) as { parsed: number };
  const same = recordFiles.map((name) =>
    readFileSync(join(folder, 'alone', `${name}.jsonl`)).equals(
      readFileSync(join(folder, 'killed', `${name}.jsonl`)),
    ),
  );
  say(
    `${total} filings, ${seconds.toFixed(0)} s alone; killed ${killed} times: ${told} told as parsed before the kills, ${parsed} by the last run`,
  );
  say(`the same byte for byte: ${recordFiles.map((name, i) => `${name} ${same[i]}`).join(', ')}`);
  const again = spawnSync(process.execPath, args('killed'), { encoding: 'utf8' });
  say(`a run over the unchanged archive parsed ${(JSON.parse(again.stdout) as { parsed: number }).parsed}`);
}
