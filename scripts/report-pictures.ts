// Draws the pages of reports over samples/ as docs/report-*.png: `node scripts/report-pictures.ts`. Wants a Chromium.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decode, encode } from 'fast-png';
import { chromium } from 'playwright-core';
import { examineWhole } from '../src/index.ts';
import { RULES } from '../src/reconcile/registry.ts';
import { documentPage } from '../src/report/page/document/document-page.ts';
import { runGatherer } from '../src/report/page/run/records.ts';
import { runPage } from '../src/report/page/run/run-page.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const common = { version: '0.1.0', rules: RULES, masked: true };
const executablePath = process.env.HEDUI_CHROMIUM ?? '/usr/bin/chromium';

/** Pixels: as wide as a page of the documentation can show without blurring letters. */
const viewport = { width: 1180, height: 720 };

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
await picture(
  'report-document.png',
  await documentText('project-targets-transposed-total.docx'),
  '.finding .sentence',
);
const run = await runText();
await picture('report-run.png', run, null);
await picture('report-findings.png', run, 'tr[data-index="2"]', 540);
await browser.close();

async function documentText(name: string): Promise<string> {
  const path = `samples/${name}`;
  const { examination, source } = await examineWhole(readFileSync(join(root, path)), { path });
  return documentPage(examination, source, { ...common, language: 'zh', nameOf: (id) => id, runHref: null });
}

async function runText(): Promise<string> {
  const gatherer = runGatherer();
  for (const name of readdirSync(join(root, 'samples')).filter((one) => /\.(docx|xlsx)$/.test(one))) {
    const path = `samples/${name}`;
    gatherer.add((await examineWhole(readFileSync(join(root, path)), { path })).examination);
  }
  return runPage(gatherer.records(), { ...common, language: 'en', title: 'samples', hrefOf: () => null });
}

async function picture(
  name: string,
  text: string,
  click: string | null,
  height = viewport.height,
): Promise<void> {
  const page = await browser.newPage({ viewport: { ...viewport, height } });
  await page.setContent(text);
  page.setDefaultTimeout(300_000);
  await page.evaluate("document.querySelector('form.filters').scrollIntoView()");
  if (click !== null) await page.locator(click).first().click();
  else await page.evaluate('scrollTo(0, 0)');
  writeFileSync(join(root, 'docs', name), inFewColours(await page.screenshot()));
  await page.close();
}

/** The picture with 16 levels of each colour, a byte a pixel: a third of the size, and no eye sees it. */
function inFewColours(png: Uint8Array): Uint8Array {
  const { width, height, data: samples, channels } = decode(png);
  const palette: [number, number, number][] = [];
  const indices = new Map<number, number>();
  const level = (at: number) => Math.round(samples[at]! / 17) * 17;
  const data = Uint8Array.from({ length: width * height }, (_, pixel) => {
    const at = pixel * channels;
    const colour: [number, number, number] = [level(at), level(at + 1), level(at + 2)];
    const key = colour[0] * 65536 + colour[1] * 256 + colour[2];
    const known = indices.get(key);
    if (known !== undefined) return known;
    indices.set(key, palette.length);
    return palette.push(colour) - 1;
  });
  if (palette.length > 256) throw new Error(`${palette.length} colours are more than a palette holds`);
  return encode({ width, height, data, channels: 1, depth: 8, palette }, { zlib: { level: 9 } });
}
