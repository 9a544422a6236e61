// Makes the pages of a long document and of a large run, and opens them in Chromium: `npm run bench:report`.
//   --forms N   forms of the document (200: 200 pages and more)   --documents N   documents of the run (10 000)   --runs N
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Examination } from '../schemas/index.ts';
import { examineWhole } from '../src/index.ts';
import { RULES } from '../src/reconcile/registry.ts';
import { documentPage } from '../src/report/page/document/document-page.ts';
import { runGatherer } from '../src/report/page/run/records.ts';
import { runPage } from '../src/report/page/run/run-page.ts';
import { generateDocument, templates } from './generate/document.ts';
import { seededRandom } from './generate/random.ts';
import { renderDocx } from './generate/render/docx.ts';
import { printByOffice, printer } from './generate/render/pdf.ts';
import { renderXlsx } from './generate/render/xlsx.ts';

const { values } = parseArgs({
  options: {
    forms: { type: 'string', default: '200' },
    documents: { type: 'string', default: '10000' },
    runs: { type: 'string', default: '5' },
  },
});
const common = { version: 'bench', rules: RULES, masked: true, language: 'zh' as const };
const folder = mkdtempSync(join(tmpdir(), 'hedui-bench-'));
const executablePath = [process.env.HEDUI_CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path !== '' && existsSync(path),
);

try {
  const pages = [
    emptyPage(),
    await longDocument(Number(values.forms)),
    await largeRun(Number(values.documents)),
  ];
  process.stdout.write(`${await report(pages)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

interface Made {
  what: string;
  path: string;
  /** Processor time that making the page took, milliseconds; reading and reconciling are not counted. */
  making: number;
  ready: string;
  /** What is scrolled, and what is clicked. */
  pane: string;
  row: string;
  lit: string;
}

/** What Chromium takes to open anything, in the same run. */
function emptyPage(): Made {
  const text = '<!doctype html><title>empty</title><p class="row">empty</p>';
  const path = written('empty.html', text);
  return {
    what: 'nothing, for comparison',
    making: 0,
    path,
    ready: '.row',
    pane: 'html',
    row: '.row',
    lit: '.row',
  };
}

/** Self-evaluations one after another, every third with a total that is wrong; printed where LibreOffice is. */
async function longDocument(forms: number): Promise<Made> {
  const sections = Array.from({ length: forms }, (_, k) => {
    const options = {
      template: 'project_self_evaluation/national-2020',
      ...(k % 3 === 0 ? { slip: 'weight_total' } : {}),
    };
    return generateDocument(k + 1, options).sections;
  }).flat();
  let [name, bytes] = ['long.docx', renderDocx(sections)];
  if (printer('soffice') !== null)
    [name, bytes] = ['long.pdf', (await printByOffice(new Map([[name, bytes]]))).get(name)!];
  const { examination, source } = await examineWhole(bytes, { path: name });
  const start = process.cpuUsage();
  const text = documentPage(examination, source, { ...common, nameOf: (id) => id, runHref: null });
  const { findings, document } = examination;
  return {
    what: `a document of ${document.pages} pages, ${forms} forms, ${findings.length} findings`,
    making: computedSince(start),
    path: written('document.html', text),
    ready: '.finding',
    pane: '.document-pane',
    row: '.finding .sentence',
    lit: '.lit',
  };
}

async function largeRun(documents: number): Promise<Made> {
  const gatherer = runGatherer();
  const originals = await examinedForms();
  for (let number = 0; number < documents; number += 1)
    gatherer.add(variation(originals[number % originals.length]!, number));
  const records = gatherer.records();
  const start = process.cpuUsage();
  const text = runPage(records, { ...common, title: 'bench', hrefOf: () => null });
  return {
    what: `a run of ${documents} documents, ${records.findings.length} findings`,
    making: computedSince(start),
    path: written('run.html', text),
    ready: 'tr[data-index]',
    pane: '#list',
    row: 'tr[data-index="3"]',
    lit: '.detail .finding',
  };
}

/** Forms of every template, right and wrong, as they are read. */
async function examinedForms(): Promise<Examination[]> {
  const found: Examination[] = [];
  for (const { id, slips } of templates)
    for (const [k, slip] of [undefined, ...slips].entries()) {
      const options = { template: id, ...(slip === undefined ? {} : { slip }) };
      const bytes = renderXlsx(generateDocument(k + 1, options).sections);
      found.push((await examineWhole(bytes, { path: 'form.xlsx' })).examination);
    }
  return found;
}

/** The same with other figures, ids and places: as hard to pack as what is read from ten thousand files. */
function variation(original: Examination, number: number): Examination {
  const { filings, findings, grids, document, coverage } = original;
  const { document_id } = document;
  const other = createHash('sha256').update(String(number)).digest('hex');
  const random = seededRandom(number);
  const varied = JSON.stringify({ filings, findings, grids })
    .replaceAll(document_id.slice(0, 16), other.slice(0, 16))
    .replaceAll(document_id, other)
    .replace(/(?<=[^\d:f])\d+\.\d+/g, (figure) => figure.replace(/\d/g, () => String(random.int(1, 9))));
  const path = `archive/${number % 97}/${other.slice(0, 6)}.xlsx`;
  return {
    ...(JSON.parse(varied) as Pick<Examination, 'filings' | 'findings' | 'grids'>),
    document: { ...document, document_id: other, path },
    coverage,
    indicators: [],
    amounts: [],
    texts: [],
  };
}

function computedSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function written(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

interface Times {
  /** From the start of navigation to a page that is shown and answers, milliseconds. */
  open: number;
  /** What of it the page's main thread computed, milliseconds of processor time. */
  computed: number;
  /** From a click to what it shows. */
  click: number;
  /** The longest frame while the page is scrolled from end to end in forty steps. */
  frame: number;
}

async function report(pages: readonly Made[]): Promise<string> {
  if (executablePath === undefined) return 'no Chromium: nothing to open the pages with';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  const lines: string[] = [];
  for (const page of pages) {
    const times: Times[] = [];
    for (let run = 0; run < Number(values.runs); run += 1) times.push(await timesOf(page, browser));
    const of = (field: keyof Times) => median(times.map((time) => time[field])).toFixed(0);
    const size = (statSync(page.path).size / 1e6).toFixed(1);
    lines.push(
      `| ${page.what} | ${size} | ${page.making.toFixed(0)} | ${of('open')} | ${of('computed')} | ${of('click')} | ${of('frame')} |`,
    );
  }
  await browser.close();
  return [
    `Node ${process.versions.node}, Chromium ${browser.version()}, ${cpus()[0]?.model.trim()}, ${new Date().toISOString().slice(0, 10)}; medians of ${values.runs} runs`,
    '',
    '| page of | MB | made in ms, computed | open ms | of it computed ms | click ms | longest frame ms |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
  ].join('\n');
}

async function timesOf(made: Made, browser: Browser): Promise<Times> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(600_000);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(pathToFileURL(made.path).href);
  await page.waitForSelector(made.ready);
  // The next frame is painted when the page can be used.
  const open = await inPage<number>(
    page,
    'new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))',
  );
  const { metrics } = await session.send('Performance.getMetrics');
  const computed = 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN);
  const click = await inPage<number>(
    page,
    `new Promise((done) => {
      const start = performance.now();
      document.querySelector(${JSON.stringify(made.row)}).click();
      requestAnimationFrame(() => setTimeout(() => done(document.querySelector(${JSON.stringify(made.lit)}) ? performance.now() - start : NaN)));
    })`,
  );
  const frame = await inPage<number>(
    page,
    `new Promise((done) => {
      const pane = document.querySelector(${JSON.stringify(made.pane)});
      let [step, last, longest] = [0, performance.now(), 0];
      const next = () => {
        const now = performance.now();
        longest = Math.max(longest, now - last);
        last = now;
        step += 1;
        if (step > 40) return done(longest);
        pane.scrollTop = (pane.scrollHeight - pane.clientHeight) * (step / 40);
        requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
    })`,
  );
  await context.close();
  return { open, computed, click, frame };
}

function inPage<T>(page: Page, expression: string): Promise<T> {
  return page.evaluate(expression) as Promise<T>;
}

function median(numbers: number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1]!;
}
