/**
 * Prints random filings as other systems would (test/parsers/pdf/habits) and reads them back beside their Word files.
 *   node scripts/bench/producer-habits.ts [--count 60] [--seed 1] [--only TEXT] [--keep FOLDER] [--verbose]
 * `--only` takes the filings one of whose habits has this text in its name.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseDocument } from '../../parsers/index.ts';
import { examine } from '../../src/index.ts';
import { type Habits, habitsOf, printFiling } from '../../test/parsers/pdf/habits/print.ts';
import { compareGrids } from '../generate/compare-grids.ts';
import { generateDocument } from '../generate/document.ts';
import { recordRecall } from '../generate/record-recall.ts';
import { renderDocx } from '../generate/render/docx.ts';

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
    keep: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});

/** Counts of all filings that were printed with a habit. */
interface Tally {
  files: number;
  asPrinted: number;
  cells: number;
  cellsExact: number;
  records: number;
  recordsOfWord: number;
  wrongAndSure: number;
}
const tallies = new Map<string, Tally>();

for (let seed = Number(options.seed); seed < Number(options.seed) + Number(options.count); seed++) {
  const habits = habitsOf(seed);
  if (options.only !== undefined && !named(habits).some((name) => name.includes(options.only!))) continue;
  await measure(seed, habits);
}
console.log('| habit | files | as printed | cells | records found | of the Word file | wrong and sure |');
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const [name, t] of [...tallies].sort(([a], [b]) => a.localeCompare(b)))
  console.log(
    `| ${name} | ${t.files} | ${t.asPrinted} | ${((100 * t.cellsExact) / t.cells).toFixed(2)} % | ${t.records} | ${t.recordsOfWord} | ${t.wrongAndSure} |`,
  );

function named({ rulings, texts, surroundings, frame, setup }: Habits): string[] {
  return [
    `borders: ${String(rulings)}`,
    `texts: ${String(texts)}`,
    `around: ${surroundings}`,
    `page: ${String(frame)}`,
    ...(setup.printTitles ? ['print titles'] : []),
  ];
}

async function measure(seed: number, habits: Habits): Promise<void> {
  const { sections, truth, id } = generateDocument(seed);
  const bytes = printFiling(sections, habits, seed);
  if (options.keep !== undefined) {
    mkdirSync(options.keep, { recursive: true });
    writeFileSync(path.join(options.keep, `${seed}.pdf`), bytes);
  }
  const parsed = await parseDocument(bytes.slice(), { name: 'printed.pdf' });
  if (parsed.status !== 'read') throw new Error(`${seed}: ${parsed.error.message.en}`);
  const comparison = compareGrids(sections, parsed.source);
  const { found } = recordRecall([truth], await examine(bytes, { path: 'printed.pdf' }));
  const ofWord = recordRecall([truth], await examine(renderDocx(sections), { path: 'printed.docx' })).found;
  const same = comparison.gridsExact === comparison.grids && comparison.lost === '';
  for (const name of ['all', ...named(habits)]) {
    const tally = tallies.get(name) ?? {
      files: 0,
      asPrinted: 0,
      cells: 0,
      cellsExact: 0,
      records: 0,
      recordsOfWord: 0,
      wrongAndSure: 0,
    };
    tally.files += 1;
    tally.asPrinted += same ? 1 : 0;
    tally.cells += comparison.cells;
    tally.cellsExact += comparison.cellsExact;
    tally.records += found;
    tally.recordsOfWord += ofWord;
    tally.wrongAndSure += comparison.figuresWrongAndSure;
    tallies.set(name, tally);
  }
  if (same && found >= ofWord) return;
  console.error(`## ${seed} ${id}: ${named(habits).join('; ')}; ${found} of ${ofWord} records`);
  if (comparison.lost) console.error(`lost ${comparison.lost.slice(0, 60)}`);
  for (const one of comparison.differences.slice(0, options.verbose ? 99 : 4)) console.error(`- ${one}`);
}
