// Times `examine` against the bare library that reads the same file, in the same run: `npm run bench`.
//   --runs N   least samples of each (15)      --json   figures as JSON
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { generateDocument } from './generate/document.ts';
import type { Section } from './generate/page.ts';
import { renderDocx } from './generate/render/docx.ts';
import { printByOffice, printer } from './generate/render/pdf.ts';
import { renderXlsx } from './generate/render/xlsx.ts';

type Reader = (bytes: Buffer) => Promise<unknown>;

/** What a format's library does with the file on its own. */
const bare: Record<string, { name: string; read: Reader }> = {
  '.xlsx': {
    name: 'SheetJS read',
    read: async (bytes) => {
      const { read } = await import('xlsx');
      return read(bytes);
    },
  },
  '.docx': {
    name: 'mammoth convertToHtml',
    read: async (buffer) => {
      const { default: mammoth } = await import('mammoth');
      return mammoth.convertToHtml({ buffer });
    },
  },
  '.pdf': { name: 'pdf.js text and marks', read: readPdf },
};

/** What any reader of tables needs of a page: its text, and the operators that draw its lines. */
async function readPdf(bytes: Uint8Array): Promise<void> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    await page.getTextContent();
    await page.getOperatorList();
  }
  await task.destroy();
}

/** The road through the house; loaded when it is timed, so that a library's memory is its own. */
const examined: Reader = async (bytes) => {
  const { examine } = await import('../src/index.ts');
  return examine(bytes);
};

/** Milliseconds that every file is read for before it is timed, and again while it is. */
const leastTime = 4000;

/** Forms a file. */
const sizes = [1, 10, 100];

interface Row {
  file: string;
  kilobytes: number;
  library: string;
  /** Medians, milliseconds. */
  bareTime: number;
  examineTime: number;
  /** Median of the ratios of neighbouring samples. */
  ratio: number;
  /** Peak resident memory of a process that reads the file once, megabytes. */
  bareMemory: number;
  examineMemory: number;
}

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '15' }, json: { type: 'boolean', default: false } },
  allowPositionals: true,
});

if (positionals[0] === 'once') await readOnce(positionals[1]!, positionals[2]!);
else await bench(Number(values.runs), values.json);

async function bench(runs: number, asJson: boolean): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'hedui-bench-'));
  try {
    const rows: Row[] = [];
    for (const file of await makeFiles(folder)) rows.push(await measure(file, runs));
    const startUp = measureStartUp(runs * 3);
    if (asJson) process.stdout.write(`${JSON.stringify({ rows, startUp }, null, 2)}\n`);
    else process.stdout.write(tableOf(rows, startUp, runs));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Fictional self-evaluations, one a sheet in Excel and one after another in Word; printed where LibreOffice is. */
async function makeFiles(folder: string): Promise<string[]> {
  const files = new Map<string, Uint8Array>();
  for (const size of sizes) {
    const sections = Array.from({ length: size }, (_, k) => sectionOf(k)).flat();
    files.set(`${size}.xlsx`, renderXlsx(sections));
    files.set(`${size}.docx`, renderDocx(sections));
  }
  if (printer('soffice') !== null) {
    const word = new Map([...files].filter(([name]) => name.endsWith('.docx')));
    for (const [name, bytes] of await printByOffice(word)) files.set(name.replace('.docx', '.pdf'), bytes);
  }
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  return [...files.keys()].map((name) => join(folder, name));
}

function sectionOf(k: number): Section[] {
  const { sections } = generateDocument(k + 1, { template: 'project_self_evaluation/national-2020' });
  return sections.map((section) => ({ ...section, name: `${section.name}${k + 1}` }));
}

/** Samples of both are interleaved, so that what else the machine does falls on both. */
async function measure(file: string, runs: number): Promise<Row> {
  const bytes = readFileSync(file);
  const { name: library, read } = bare[extname(file)]!;
  const sample = async (): Promise<[number, number]> => [
    await timeOf(() => read(bytes)),
    await timeOf(() => examined(bytes)),
  ];
  // Small files are sampled more often: their code is compiled late, and a single run is mostly noise.
  const start = performance.now();
  let warm = 0;
  for (; warm < 3 || performance.now() - start < leastTime; warm += 1) await sample();
  const times: [number, number][] = [];
  while (times.length < Math.max(runs, warm)) times.push(await sample());
  return {
    file: file.split('/').at(-1)!,
    kilobytes: bytes.length / 1024,
    library,
    bareTime: median(times.map(([time]) => time)),
    examineTime: median(times.map(([, time]) => time)),
    ratio: median(times.map(([a, b]) => b / a)),
    bareMemory: memoryOf('bare', file),
    examineMemory: memoryOf('examine', file),
  };
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function memoryOf(what: 'bare' | 'examine', file: string): number {
  const script = fileURLToPath(import.meta.url);
  return Number(execFileSync(process.execPath, [script, 'once', what, file], { encoding: 'utf8' }));
}

async function readOnce(what: string, file: string): Promise<void> {
  const bytes = readFileSync(file);
  if (what === 'bare') await bare[extname(file)]!.read(bytes);
  else await examined(bytes);
  process.stdout.write(String(process.resourceUsage().maxRSS / 1024));
}

interface StartUp {
  node: number;
  help: number;
  ratio: number;
}

/** `hedui --help` against `node -e 0`, milliseconds of wall time. */
function measureStartUp(runs: number): StartUp {
  const launcher = fileURLToPath(new URL('../bin/hedui.js', import.meta.url));
  const start = (args: string[]) => {
    const begin = performance.now();
    execFileSync(process.execPath, args);
    return performance.now() - begin;
  };
  const times = Array.from(
    { length: runs },
    () => [start(['-e', '0']), start([launcher, '--help'])] as const,
  );
  return {
    node: median(times.map(([time]) => time)),
    help: median(times.map(([, time]) => time)),
    ratio: median(times.map(([a, b]) => b / a)),
  };
}

function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function tableOf(rows: Row[], startUp: StartUp, runs: number): string {
  const n = (value: number, digits = 1) => value.toFixed(digits);
  const lines = [
    `Node ${process.versions.node}, ${cpus()[0]?.model.trim()}, ${new Date().toISOString().slice(0, 10)}; medians of at least ${runs} interleaved runs`,
    '',
    '| forms | file | library | library ms | examine ms | ratio | library MB | examine MB |',
    '| ---: | --- | --- | ---: | ---: | ---: | ---: | ---: |',
    ...rows.map((row) => {
      const [forms, extension] = row.file.split('.');
      const times = `${n(row.bareTime)} | ${n(row.examineTime)} | ${n(row.ratio, 2)}`;
      return `| ${forms} | .${extension} ${n(row.kilobytes, 0)} KB | ${row.library} | ${times} | ${n(row.bareMemory, 0)} | ${n(row.examineMemory, 0)} |`;
    }),
    '',
    `Start-up: \`node -e 0\` ${n(startUp.node)} ms, \`hedui --help\` ${n(startUp.help)} ms, ratio ${n(startUp.ratio, 2)}`,
  ];
  return `${lines.join('\n')}\n`;
}
