/**
 * How time and memory grow with pages: the form of two pages over and over, printed by LibreOffice, read once in a process of
 * its own by bare pdf.js, by `examine` of the compiled library, which users import, and by the command line. Processor time of all
 * threads with the start of the process, and the peak of resident memory: the medians of runs by turns.
 *   node scripts/build.ts && node scripts/bench/pdf-pages.ts [--pages 2,20,200,1000] [--runs 5] [--keep FOLDER]
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { renderDocx } from '../generate/render/docx.ts';
import { printByOffice } from '../generate/render/pdf.ts';
import { twoPageForm } from './two-page-form.ts';

const { values: options, positionals } = parseArgs({
  options: {
    pages: { type: 'string', default: '2,20,200,1000' },
    runs: { type: 'string', default: '5' },
    keep: { type: 'string' },
  },
  allowPositionals: true,
});

/** How the child process reads a file. */
const ways = ['bare', 'examine', 'command'] as const;
type Way = (typeof ways)[number];

if (positionals.length === 2) await readOnce(positionals[0] as Way, positionals[1]!);
else await compare();
process.exit();

async function compare(): Promise<void> {
  const folder = options.keep ?? mkdtempSync(path.join(tmpdir(), 'hedui-pages-'));
  mkdirSync(folder, { recursive: true });
  console.log(
    '| pages | way | processor s | against bare | ms a page | peak MB |\n| ---: | --- | ---: | ---: | ---: | ---: |',
  );
  for (const pages of options.pages.split(',').map(Number)) {
    const file = path.join(folder, `${pages}.pdf`);
    if (!existsSync(file)) writeFileSync(file, await printed(pages));
    const runs = ways.map((way) => ({ way, taken: [] as Usage[] }));
    for (let run = 0; run < Number(options.runs); run++)
      for (const { way, taken } of runs) taken.push(usageOf(way, file));
    const bare = median(runs[0]!.taken.map(({ seconds }) => seconds));
    for (const { way, taken } of runs) {
      const seconds = median(taken.map((one) => one.seconds));
      const peak = median(taken.map((one) => one.peak));
      console.log(
        `| ${pages} | ${way} | ${seconds.toFixed(2)} | ${(seconds / bare).toFixed(2)} | ${((seconds * 1000) / pages).toFixed(1)} | ${peak} |`,
      );
    }
  }
}

/** Processor seconds and megabytes of one process. */
interface Usage {
  seconds: number;
  peak: number;
}

function usageOf(way: Way, file: string): Usage {
  const out = execFileSync(process.execPath, [fileURLToPath(import.meta.url), way, file], {
    maxBuffer: 2 ** 30,
  });
  return JSON.parse(out.subarray(out.lastIndexOf('\n', out.length - 2) + 1).toString()) as Usage;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

async function printed(pages: number): Promise<Uint8Array> {
  const forms = Array.from({ length: pages / 2 }, twoPageForm);
  const files = await printByOffice(new Map([['pages.docx', renderDocx(forms, { fontSize: 24 })]]));
  return [...files.values()][0]!;
}

async function readOnce(way: Way, file: string): Promise<void> {
  if (way === 'command') await command(file);
  else if (way === 'examine') await library(new Uint8Array(readFileSync(file)));
  else await bare(new Uint8Array(readFileSync(file)));
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  console.log(
    JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, peak: Math.round(maxRSS / 1024) }),
  );
}

async function bare(bytes: Uint8Array): Promise<void> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    await page.getTextContent();
    await page.getOperatorList();
    page.cleanup();
  }
}

/** As a program that imports the package. */
async function library(bytes: Uint8Array): Promise<void> {
  const { examine } = (await import(compiled('src/index.js'))) as typeof import('../../src/index.ts');
  const { document } = await examine(bytes, { path: 'pages.pdf' });
  if (document.status !== 'ok') throw new Error(`read as ${document.status}`);
}

/** As `hedui extract FILE`, which keeps compiled code. */
async function command(file: string): Promise<void> {
  enableCompileCache();
  const { main } = (await import(compiled('src/cli/main.js'))) as typeof import('../../src/cli/main.ts');
  await main(['extract', file], '0');
}

function compiled(module: string): string {
  return new URL(`../../dist/${module}`, import.meta.url).href;
}
