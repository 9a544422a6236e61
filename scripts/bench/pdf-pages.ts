/**
 * How time and memory grow with pages: the form of two pages over and over, printed by LibreOffice, read once in a process of
 * its own by bare pdf.js, by parsing alone and by `examine`. Processor time of all threads, and the peak of resident memory.
 *   node scripts/bench/pdf-pages.ts [--pages 2,20,200,1000] [--keep FOLDER]
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { renderDocx } from '../generate/render/docx.ts';
import { printByOffice } from '../generate/render/pdf.ts';
import { twoPageForm } from './two-page-form.ts';

const { values: options, positionals } = parseArgs({
  options: { pages: { type: 'string', default: '2,20,200,1000' }, keep: { type: 'string' } },
  allowPositionals: true,
});

/** How the child process reads a file. */
const ways = ['bare', 'parse', 'examine'] as const;
type Way = (typeof ways)[number];

if (positionals.length === 2) await readOnce(positionals[0] as Way, positionals[1]!);
else await compare();
process.exit();

async function compare(): Promise<void> {
  const folder = options.keep ?? mkdtempSync(path.join(tmpdir(), 'hedui-pages-'));
  mkdirSync(folder, { recursive: true });
  console.log('| pages | way | processor s | ms a page | peak MB |\n| ---: | --- | ---: | ---: | ---: |');
  for (const pages of options.pages.split(',').map(Number)) {
    const file = path.join(folder, `${pages}.pdf`);
    if (!existsSync(file)) writeFileSync(file, await printed(pages));
    for (const way of ways) {
      const out = execFileSync(process.execPath, [fileURLToPath(import.meta.url), way, file]).toString();
      const { seconds, peak, read } = JSON.parse(out) as { seconds: number; peak: number; read: number };
      console.log(
        `| ${read} | ${way} | ${seconds.toFixed(2)} | ${((seconds * 1000) / read).toFixed(1)} | ${peak} |`,
      );
    }
  }
}

async function printed(pages: number): Promise<Uint8Array> {
  const forms = Array.from({ length: pages / 2 }, twoPageForm);
  const files = await printByOffice(new Map([['pages.docx', renderDocx(forms, { fontSize: 24 })]]));
  return [...files.values()][0]!;
}

async function readOnce(way: Way, file: string): Promise<void> {
  const bytes = new Uint8Array(readFileSync(file));
  const read = way === 'bare' ? await bare(bytes) : await hedui(way, bytes);
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  console.log(
    JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, peak: Math.round(maxRSS / 1024), read }),
  );
}

async function bare(bytes: Uint8Array): Promise<number> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    await page.getTextContent();
    await page.getOperatorList();
    page.cleanup();
  }
  return pdf.numPages;
}

async function hedui(way: 'parse' | 'examine', bytes: Uint8Array): Promise<number> {
  if (way === 'examine') {
    const { examine } = await import('../../src/index.ts');
    const { document } = await examine(bytes, { path: 'pages.pdf' });
    return document.pages ?? 0;
  }
  const { parseDocument } = await import('../../parsers/index.ts');
  const parsed = await parseDocument(bytes, { name: 'pages.pdf' });
  return parsed.status === 'read' ? parsed.source.pages.length : 0;
}
