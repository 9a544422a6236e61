/**
 * Scans fictional filings, reads the scans and says how much came through.
 *   node scripts/scan-measure.ts [--count 12] [--seed 1] [--quality clean300,noisy200] [--keep DIR] [--differences] [--grids [--join 4] [--varied]]
 * `--grids` looks at the grids alone, with the printed texts in place of recognised ones: hundreds of pages in a minute or two.
 * `--keep` stores prints and scans; a later run with the same folder makes only what is missing.
 */
import { parseArgs } from 'node:util';
import { parseDocument } from '../parsers/index.ts';
import { settleReadings } from '../src/examine/settle-readings.ts';
import { readFilings } from '../src/reading/index.ts';
import { generateDocument } from './generate/document.ts';
import { seededRandom } from './generate/random.ts';
import { addGrids, emptyGridScore } from './scan/grid-score.ts';
import { keptFiles } from './scan/kept.ts';
import { makeScan, type Quality, qualities, wornPages } from './scan/make-scan.ts';
import { printFilings, sectionsOfSeeds } from './scan/prints.ts';
import { addToScore, emptyScore, reportRows } from './scan/score.ts';

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '12' },
    seed: { type: 'string', default: '1' },
    quality: { type: 'string', default: 'clean300,noisy200' },
    keep: { type: 'string' },
    differences: { type: 'boolean', default: false },
    grids: { type: 'boolean', default: false },
    join: { type: 'string', default: '1' },
    varied: { type: 'boolean', default: false },
  },
});

const stored = keptFiles(options.keep);
const seeds = Array.from({ length: Number(options.count) }, (_, i) => Number(options.seed) + i);
let cpuTime = 0;
const chosen = qualities.filter(({ name }) => options.quality.split(',').includes(name));
for (const quality of chosen) {
  if (options.grids) {
    await measureGrids(quality);
    continue;
  }
  const score = emptyScore();
  let pages = 0;
  let wall = 0;
  cpuTime = 0;
  for (const seed of seeds) {
    const { sections } = generateDocument(seed);
    const scan = await scanOf(seed, quality);
    const started = performance.now();
    const before = process.cpuUsage();
    const parsed = await parseDocument(scan, { name: `${seed}.pdf` });
    wall += performance.now() - started;
    const used = process.cpuUsage(before);
    cpuTime += (used.user + used.system) / 1e6;
    if (parsed.status !== 'read') {
      score.differences.push(`${seed}: ${parsed.error.message.en}`);
      continue;
    }
    pages += parsed.source.pages.length;
    const from = score.differences.length;
    const settled = await settleReadings(parsed, (source) => readFilings(source, String(seed)));
    addToScore(score, sections, settled.source);
    for (let i = from; i < score.differences.length; i++)
      score.differences[i] = `${seed}: ${score.differences[i]}`;
  }

  const time = { pages, wall: wall / 1000, used: cpuTime };
  process.stdout.write(`${reportRows(quality.name, score, time, options.differences).join('\n')}\n`);
}

async function measureGrids(quality: Quality): Promise<void> {
  const score = emptyGridScore();
  const join = Number(options.join);
  for (let i = 0; i < seeds.length; i += join) {
    const group = seeds.slice(i, i + join);
    const name = `${group.join('+')}${options.varied ? '.varied' : ''}`;
    const printed = await stored(`${name}.pdf`, () =>
      printFilings(group, options.varied ? 'varied' : 'plain'),
    );
    const scanned = await wornPages(printed, quality, seededRandom(group[0]!));
    await addGrids(score, sectionsOfSeeds(group), printed, scanned, name);
  }
  const share = (part: number, whole: number): string =>
    `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`;
  const rows = [
    `## ${quality.name}: grids of ${score.pages} pages`,
    `pages exact    ${share(score.pagesExact, score.pages)} of ${score.pages}`,
    `wrong, silent  ${share(score.pagesSilent, score.pages)}; right, doubted ${share(score.pagesDoubted, score.pages)}`,
    `grids exact    ${share(score.gridsExact, score.grids)} of ${score.grids} (digital ${share(score.gridsDigital, score.grids)})`,
    `seconds a page ${(score.seconds / Math.max(1, score.pages)).toFixed(2)} of the processor`,
    ...(options.differences ? score.differences.map((difference) => `- ${difference}`) : []),
    '',
  ];
  process.stdout.write(`${rows.join('\n')}\n`);
}

async function scanOf(seed: number, quality: Quality): Promise<Uint8Array> {
  return stored(`${seed}.${quality.name}.pdf`, async () =>
    makeScan(await stored(`${seed}.pdf`, () => printFilings([seed], 'plain')), quality, seed),
  );
}
