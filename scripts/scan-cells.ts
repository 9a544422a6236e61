/**
 * Measures recognition alone: pages full of figures, labels and long texts are printed in several faces and scanned; every
 * cell is read where it is known to stand, so that no error comes from the grid.
 *   node scripts/scan-cells.ts [--count 6] [--seed 1] [--quality clean300,noisy200] [--keep DIR] [--differences]
 */
import { parseArgs } from 'node:util';
import { decode } from 'jpeg-js';
import { parseDocument } from '../parsers/index.ts';
import { cleanPage } from '../parsers/scan/clean-page.ts';
import { pagePicture } from '../parsers/scan/image/page-picture.ts';
import { dismissReaders } from '../parsers/scan/index.ts';
import { readCells } from '../parsers/scan/read-page.ts';
import type { Box } from '../schemas/index.ts';
import { printByChromium } from './generate/render/pdf.ts';
import { cellPage, faces } from './scan/cell-page.ts';
import { keptFiles } from './scan/kept.ts';
import { type Quality, qualities, scannedPages } from './scan/make-scan.ts';
import type { JpegPage } from './scan/pictures-pdf.ts';
import { addCell, emptyScore, reportRows } from './scan/score.ts';

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '6' },
    seed: { type: 'string', default: '1' },
    quality: { type: 'string', default: 'clean300,noisy200' },
    keep: { type: 'string' },
    differences: { type: 'boolean', default: false },
  },
});

const stored = keptFiles(options.keep);
const seeds = Array.from({ length: Number(options.count) }, (_, i) => Number(options.seed) + i);
for (const quality of qualities.filter(({ name }) => options.quality.split(',').includes(name))) {
  const score = emptyScore();
  let pages = 0;
  let wall = 0;
  let used = 0;
  for (const seed of seeds) {
    const truth = await printedCells(seed);
    for (const [index, scan] of (await scansOf(seed, quality)).entries()) {
      const cells = truth.filter(({ page }) => page === index + 1);
      const { width, height } = scan;
      const pixels = { ...decode(scan.jpeg, { useTArray: true }), channels: 4 as const };
      const before = { wall: performance.now(), cpu: process.cpuUsage() };
      const picture = pagePicture([{ pixels, frame: [width, 0, 0, -height, 0, height] }], width, height);
      const ready = cleanPage({ number: 1, width, height, rotation: 0, picture });
      const readings = await readCells(
        ready,
        cells.map(({ box }) => box),
      );
      const cpu = process.cpuUsage(before.cpu);
      wall += (performance.now() - before.wall) / 1000;
      used += (cpu.user + cpu.system) / 1e6;
      pages++;
      for (const { box, text } of cells) {
        const inside = readings.filter((reading) => holds(box, reading.box));
        const doubt = inside.find((reading) => reading.doubt !== null)?.doubt ?? null;
        const least = inside.reduce((low, { confidence }) => Math.min(low, confidence), 0.99);
        const got = {
          text: inside.map((reading) => reading.text).join(''),
          confidence: doubt === null ? least : Math.min(least, 0.85),
          ...(doubt === null ? {} : { doubt }),
        };
        const from = score.differences.length;
        addCell(score, text, got);
        for (let i = from; i < score.differences.length; i++)
          score.differences[i] = `${seed} ${faces[seed % faces.length]}: ${score.differences[i]}`;
      }
    }
  }
  process.stdout.write(
    `${reportRows(quality.name, score, { pages, wall, used }, options.differences).join('\n')}\n`,
  );
}
await dismissReaders();

function holds(cell: Box, line: Box): boolean {
  const x = (line.x0 + line.x1) / 2;
  const y = (line.y0 + line.y1) / 2;
  return x >= cell.x0 && x <= cell.x1 && y >= cell.y0 && y <= cell.y1;
}

/** Texts of a printed page with the boxes of their cells, as the reader of digital pages finds them. */
async function printedCells(seed: number): Promise<{ page: number; box: Box; text: string }[]> {
  const parsed = await parseDocument(await print(seed), { name: `${seed}.pdf` });
  if (parsed.status !== 'read') throw new Error(`${seed}: ${parsed.error.message.en}`);
  return parsed.source.blocks
    .flatMap((block) => (block.kind === 'grid' ? block.cells : []))
    .flatMap(({ location: { page, box }, text }) => (page !== null && box ? [{ page, box, text }] : []));
}

function print(seed: number): Promise<Uint8Array> {
  return stored(`cells-${seed}.pdf`, () => printByChromium(cellPage(seed)));
}

async function scansOf(seed: number, quality: Quality): Promise<JpegPage[]> {
  const bytes = await stored(`cells-${seed}.${quality.name}.json`, async () => {
    const pages = await scannedPages(await print(seed), quality, seed);
    return Buffer.from(
      JSON.stringify(pages.map((page) => ({ ...page, jpeg: Buffer.from(page.jpeg).toString('base64') }))),
    );
  });
  const pages: (Omit<JpegPage, 'jpeg'> & { jpeg: string })[] = JSON.parse(Buffer.from(bytes).toString());
  return pages.map((page) => ({ ...page, jpeg: Buffer.from(page.jpeg, 'base64') }));
}
