/**
 * Prints random filings to PDF, reads them back and says how much came through.
 *   node scripts/roundtrip.ts [--count 40] [--seed 1] [--by writer,calc,chromium] [--drawing all|plain|…] [--sheet all|headed|…] [--join 5] [--out FILE] [--keep DIR] [--from DIR]
 * `--sheet` prints by the dialogue of the browser, as its users do: with date, title, address and page numbers around each page, on
 * several papers, in several scales. What is told to stand around the pages is then none of the text that is compared.
 * `--keep` stores the printed files; a later run of the same filings with `--from` that folder reads them without printing.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseDocument } from '../parsers/index.ts';
import type { SourceDocument } from '../schemas/index.ts';
import { examine } from '../src/index.ts';
import { compareGrids, type GridComparison } from './generate/compare-grids.ts';
import { type RecordRecall, recordRecall } from './generate/record-recall.ts';
import { type Drawing, drawings } from './generate/render/html.ts';
import { sheets } from './generate/render/sheets.ts';
import { type Print, type Printer, planPrints, printAll, sectionsOf } from './generate/round-trip.ts';

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    by: { type: 'string', default: 'writer,calc,chromium' },
    drawing: { type: 'string', default: 'plain' },
    sheet: { type: 'string' },
    join: { type: 'string', default: '5' },
    out: { type: 'string' },
    keep: { type: 'string' },
    from: { type: 'string' },
  },
});

interface Outcome {
  print: Print;
  comparison: GridComparison | null;
  records: RecordRecall | null;
  error: string | null;
}

/** Files that one call of a printer gets. */
const batchSize = 12;

const prints = planPrints({
  count: Number(options.count),
  seed: Number(options.seed),
  printers: options.by.split(',') as Printer[],
  drawings: options.drawing === 'all' ? drawings : (options.drawing.split(',') as Drawing[]),
  join: Number(options.join),
  sheets: sheets.filter(({ name }) => options.sheet === 'all' || options.sheet?.split(',').includes(name)),
});
const outcomes: Outcome[] = [];
for (let at = 0; at < prints.length; at += batchSize) {
  const batch = prints.slice(at, at + batchSize);
  const stored = new Map(batch.flatMap(storedBytes));
  const printed = await printAll(batch.filter(({ name }) => !stored.has(name)));
  for (const one of batch) outcomes.push(await read(one, stored.get(one.name) ?? printed.get(one.name)));
}
const text = report(outcomes);
process.stdout.write(text);
if (options.out) writeFileSync(options.out, text);

function storedBytes({ name }: Print): [string, Uint8Array][] {
  const file = options.from === undefined ? null : path.join(options.from, `${name}.pdf`);
  return file !== null && existsSync(file) ? [[name, new Uint8Array(readFileSync(file))]] : [];
}

async function read(print: Print, bytes: Uint8Array | undefined): Promise<Outcome> {
  if (!bytes) return { print, comparison: null, records: null, error: 'not printed' };
  if (options.keep) {
    mkdirSync(options.keep, { recursive: true });
    writeFileSync(path.join(options.keep, `${print.name}.pdf`), bytes);
  }
  const parsed = await parseDocument(bytes.slice(), { name: `${print.name}.pdf` });
  if (parsed.status !== 'read')
    return { print, comparison: null, records: null, error: parsed.error.message.en };
  const truths = print.documents.map(({ truth }) => truth);
  return {
    print,
    comparison: compareGrids(
      sectionsOf(print),
      print.sheet === null ? parsed.source : withoutFurniture(parsed.source),
    ),
    records: recordRecall(truths, await examine(bytes, { path: `${print.name}.pdf` })),
    error: null,
  };
}

function withoutFurniture(source: SourceDocument): SourceDocument {
  return {
    ...source,
    blocks: source.blocks.filter((block) => block.kind === 'grid' || block.role !== 'furniture'),
  };
}

function report(list: readonly Outcome[]): string {
  const groups = new Map<string, Outcome[]>();
  for (const one of list) {
    const key = one.print.name.slice(one.print.name.lastIndexOf('.') + 1);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const sorted = [...groups].sort(([a], [b]) => a.localeCompare(b));
  return [
    `${'printed by'.padEnd(28)}files fail     grids     cells   figures   records  wrong   lost  added`,
    ...sorted.map(([key, members]) => row(key, members)),
    row('all', list),
    '',
    ...list.flatMap(differences),
    '',
  ].join('\n');
}

function row(label: string, members: readonly Outcome[]): string {
  const sum = (of: (comparison: GridComparison) => number) =>
    members.reduce((n, { comparison }) => n + (comparison ? of(comparison) : 0), 0);
  const share = (part: number, whole: number) =>
    (whole ? `${((100 * part) / whole).toFixed(2)} %` : '-').padStart(9);
  return [
    label.padEnd(28),
    String(members.length).padStart(4),
    String(members.filter(({ error }) => error !== null).length).padStart(4),
    share(
      sum((c) => c.gridsExact),
      sum((c) => c.grids),
    ),
    share(
      sum((c) => c.cellsExact),
      sum((c) => c.cells),
    ),
    share(
      sum((c) => c.figuresExact),
      sum((c) => c.figures),
    ),
    share(
      members.reduce((n, { records }) => n + (records?.found ?? 0), 0),
      members.reduce((n, { records }) => n + (records?.expected ?? 0), 0),
    ),
    String(sum((c) => c.figuresWrongAndSure)).padStart(6),
    String(sum((c) => c.lost.length)).padStart(6),
    String(sum((c) => c.added.length)).padStart(6),
  ].join(' ');
}

function differences({ print, comparison, error }: Outcome): string[] {
  if (comparison === null) return [`## ${print.name}`, `- ${error}`];
  const { grids, gridsExact, lost, added } = comparison;
  if (gridsExact === grids && lost === '' && added === '') return [];
  return [
    `## ${print.name}`,
    ...(lost ? [`- lost: ${JSON.stringify(lost.slice(0, 80))}`] : []),
    ...(added ? [`- added: ${JSON.stringify(added.slice(0, 80))}`] : []),
    ...comparison.differences.map((difference) => `- ${difference}`),
  ];
}
