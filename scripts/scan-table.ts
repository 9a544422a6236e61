/**
 * The whole of what is asked of scans, in one run: pages full of figures in five faces and fictional filings are printed, scanned and
 * read like every file (own grid, own reading, known words, arithmetic), by two processes at once; every cell is compared with the
 * print. Beside it, where it is installed, the tesseract command (chi_sim, whole page, two at once) over some of the same pages.
 *   node scripts/scan-table.ts [--runs 3] [--seed 20000] [--cells 25] [--filings 12] [--native 2] [--quality clean300,noisy200] [--keep DIR] [--differences]
 * Each run has seeds of its own, 1000 on from those of the last; what is told is the median. `--native`: documents a process for tesseract.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { printByChromium } from './generate/render/pdf.ts';
import { cellPage } from './scan/cell-page.ts';
import { keptFiles } from './scan/kept.ts';
import { type Quality, qualities, scannedPages } from './scan/make-scan.ts';
import { hasTesseract } from './scan/native-tesseract.ts';
import { picturesPdf } from './scan/pictures-pdf.ts';
import { printFilings } from './scan/prints.ts';
import { added, noFigures, type TableFigures } from './scan/table-figures.ts';
import { medianRows, type TableRun } from './scan/table-rows.ts';
import type { TableDocument, TableOrder, TableReply } from './scan/table-worker.ts';

const { values: options } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    seed: { type: 'string', default: '20000' },
    cells: { type: 'string', default: '25' },
    filings: { type: 'string', default: '12' },
    native: { type: 'string', default: '2' },
    quality: { type: 'string', default: 'clean300,noisy200' },
    keep: { type: 'string' },
    differences: { type: 'boolean', default: false },
  },
});

const folder = options.keep ?? mkdtempSync(path.join(tmpdir(), 'hedui-table-'));
const stored = keptFiles(folder);
const native = (await hasTesseract()) ? Number(options.native) : 0;
try {
  for (const quality of qualities.filter(({ name }) => options.quality.split(',').includes(name))) {
    const runs: TableRun[] = [];
    for (let run = 0; run < Number(options.runs); run++)
      runs.push(await oneRun(quality, Number(options.seed) + 1000 * run));
    process.stdout.write(`${medianRows(quality.name, runs).join('\n')}\n`);
    if (!options.differences) continue;
    for (const { own } of runs) for (const text of own.differences) process.stdout.write(`- ${text}\n`);
  }
  if (native === 0) process.stdout.write('The tesseract command was not compared.\n');
} finally {
  if (options.keep === undefined) rmSync(folder, { recursive: true, force: true });
}

async function oneRun(quality: Quality, seed: number): Promise<TableRun> {
  const seeds = (count: string): number[] => Array.from({ length: Number(count) }, (_, i) => seed + i);
  const documents: TableDocument[] = [];
  for (const own of seeds(options.cells))
    documents.push(await documentOf(`cells-${own}`, own, quality, () => printByChromium(cellPage(own))));
  for (const own of seeds(options.filings))
    documents.push(await documentOf(`filing-${own}`, own, quality, () => printFilings([own], 'plain')));
  const shares = [0, 1].map((half) => documents.filter((_, i) => i % 2 === half));
  const workers = shares.map(() => fork(new URL('./scan/table-worker.ts', import.meta.url)));
  try {
    const all = (order: TableOrder): Promise<Timed> => together(workers, () => order);
    await together(workers, (i) => ({ do: 'prepare', documents: shares[i]! }));
    const first = ownOf(await all({ do: 'read', from: 0, to: native }));
    const by = await all({ do: 'tesseract', from: 0, to: native });
    const rest = ownOf(await all({ do: 'read', from: native, to: documents.length }));
    const sum = { pages: 0, figures: 0, wrong: 0, used: 0 };
    for (const reply of by.replies) {
      if (reply.done !== 'tesseract') continue;
      sum.pages += reply.pages;
      sum.figures += reply.figures;
      sum.wrong += reply.wrong;
      sum.used += reply.used;
    }
    return { own: added(first, rest), compared: { own: first, ...sum, seconds: by.seconds } };
  } finally {
    for (const worker of workers) worker.disconnect();
  }
}

async function documentOf(
  name: string,
  seed: number,
  quality: Quality,
  print: () => Promise<Uint8Array>,
): Promise<TableDocument> {
  const printed = await stored(`${name}.pdf`, print);
  const file = (own: string): string => path.join(folder, own);
  const scan = `${name}.${quality.name}.pdf`;
  const pages: string[] = [];
  const keepPages = async (): Promise<Uint8Array> => {
    const scanned = await scannedPages(printed, quality, seed);
    for (const [i, { jpeg }] of scanned.entries())
      await stored(`${name}.${quality.name}.${i + 1}.jpg`, () => Promise.resolve(jpeg));
    return Buffer.from(
      JSON.stringify({ pages: scanned.length, pdf: Buffer.from(picturesPdf(scanned)).toString('base64') }),
    );
  };
  const made: { pages: number; pdf: string } = JSON.parse(
    Buffer.from(await stored(`${name}.${quality.name}.json`, keepPages)).toString(),
  );
  await stored(scan, () => Promise.resolve(Buffer.from(made.pdf, 'base64')));
  for (let i = 1; i <= made.pages; i++) pages.push(file(`${name}.${quality.name}.${i}.jpg`));
  return { name, printed: file(`${name}.pdf`), scan: file(scan), pages };
}

interface Timed {
  replies: TableReply[];
  seconds: number;
}

/** Gives each process its order, all at once, and waits for the last. */
async function together(
  workers: readonly ChildProcess[],
  orderOf: (index: number) => TableOrder,
): Promise<Timed> {
  const started = performance.now();
  const replies = await Promise.all(
    workers.map(
      (worker, i) =>
        new Promise<TableReply>((done, failed) => {
          const ended = (): void => failed(new Error('a process ended before it was done'));
          worker.once('exit', ended);
          worker.once('message', (reply: TableReply) => {
            worker.off('exit', ended);
            done(reply);
          });
          worker.send(orderOf(i));
        }),
    ),
  );
  return { replies, seconds: (performance.now() - started) / 1000 };
}

function ownOf({ replies, seconds }: Timed): TableFigures {
  const sum = replies
    .flatMap((reply) => (reply.done === 'read' ? [reply.figures] : []))
    .reduce(added, noFigures());
  return { ...sum, seconds };
}
