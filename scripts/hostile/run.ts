import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Amount, DocumentRecord, Indicator } from '../../schemas/index.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import type { Limits } from '../../src/ingest/limits.ts';
import type { DoneEvent } from '../../src/ingest/options.ts';
import { archives } from './archives.ts';
import type { HostileCase } from './case.ts';
import { damaged, names } from './damaged.ts';
import { kinds } from './kinds/index.ts';
import { caseOf } from './kinds/kind.ts';
import { oddArchives } from './odd-archives.ts';
import { oddBinaryWords } from './odd-binary-words.ts';
import { oddCells } from './odd-cells.ts';
import { oddCompounds } from './odd-compounds.ts';
import { oddFlow } from './odd-flow.ts';
import { oddLosses } from './odd-losses.ts';
import { oddMarkup } from './odd-markup.ts';
import { oddNames } from './odd-names.ts';
import { oddOfdFonts } from './odd-ofd-fonts.ts';
import { oddOfdPages } from './odd-ofd-pages.ts';
import { oddOfds } from './odd-ofds.ts';
import { oddOffice } from './odd-office.ts';
import { oddPackages } from './odd-packages.ts';
import { oddPdfObjects } from './odd-pdf-objects.ts';
import { oddPdfs } from './odd-pdfs.ts';
import { oddSaves } from './odd-saves.ts';
import { oddSheets } from './odd-sheets.ts';
import { oddStructures } from './odd-structures.ts';
import { oddWords } from './odd-words.ts';
import { office } from './office.ts';
import { pdfs } from './pdf.ts';
import { texts } from './texts.ts';

export const allCases: readonly HostileCase[] = [
  ...archives,
  ...oddArchives,
  ...office,
  ...oddPackages,
  ...oddOffice,
  ...oddMarkup,
  ...oddCells,
  ...oddNames,
  ...oddBinaryWords,
  ...oddCompounds,
  ...pdfs,
  ...oddPdfs,
  ...oddPdfObjects,
  ...oddOfdFonts,
  ...oddOfdPages,
  ...oddOfds,
  ...oddSaves,
  ...oddSheets,
  ...oddWords,
  ...oddStructures,
  ...oddLosses,
  ...oddFlow,
  ...texts,
  ...damaged,
  ...names,
  ...kinds.filter(([, , { comesTo }]) => comesTo === 'form' || comesTo === 'told').map(caseOf),
];

/** What became of one input. */
export interface Verdict {
  name: string;
  rows: { status: DocumentRecord['status']; code: string | null }[];
  /** Longest and largest of its documents. */
  seconds: number;
  memory: number;
  /** How it differs from what is written down; null where it does not. */
  wrong: string | null;
}

export function writeCases(cases: readonly HostileCase[], folder: string): void {
  for (const { name, make } of cases) writeFileSync(join(folder, name), make());
}

/** Runs all inputs in one ingest, as an archive would bring them. */
export async function runCases(
  cases: readonly HostileCase[],
  folder: string,
  options: { workers: number; limits: Partial<Limits> },
): Promise<Verdict[]> {
  const input = join(folder, 'in');
  const out = join(folder, 'out');
  mkdirSync(input);
  writeCases(cases, input);
  const before = readdirSync(folder);
  const costs = new Map<string, { time: number; memory: number }>();
  const done = ({ path, head }: DoneEvent) => {
    if (head !== null) costs.set(path, head.cost);
  };
  const outcome = await ingest([input], { out, ...options, observer: { done } });
  if (outcome.status !== 'finished') throw new Error(outcome.stop.message.en);
  const documents = linesOf<DocumentRecord>(join(out, 'documents.jsonl'));
  const records = ['filings', 'indicators', 'amounts', 'texts', 'findings']
    .map((name) => readFileSync(join(out, `${name}.jsonl`), 'utf8'))
    .join('');
  const figures = figuresOf(out);
  const strays = readdirSync(folder).filter((name) => !before.includes(name) && name !== 'out');
  return cases.map((hostile) => {
    const path = join(input, hostile.name);
    const own = documents.filter((row) => row.path === path || row.path.startsWith(`${path}!/`));
    const spent = [...costs].filter(([name]) => name === path || name.startsWith(`${path}!/`));
    return {
      name: hostile.name,
      rows: own.map(({ status, error }) => ({ status, code: error?.code ?? null })),
      seconds: Math.max(0, ...spent.map(([, { time }]) => time)) / 1000,
      memory: Math.max(0, ...spent.map(([, { memory }]) => memory)),
      wrong:
        strays.length > 0
          ? `files escaped: ${strays.join(', ')}`
          : (compare(hostile, own, records) ?? compareFigures(hostile, own, figures)),
    };
  });
}

function compare({ expected }: HostileCase, rows: readonly DocumentRecord[], records: string): string | null {
  if (rows.length === 0) return 'no row';
  if (expected.rows !== undefined && rows.length !== expected.rows)
    return `${rows.length} rows, expected ${expected.rows}`;
  if (expected.absent !== undefined && records.includes(expected.absent)) return `holds ${expected.absent}`;
  for (const { status, error } of rows) {
    if (!expected.status.includes(status)) return `${status}, expected ${expected.status.join(' or ')}`;
    const { codes } = expected;
    if (error !== null && codes !== undefined && !codes.includes(error.code))
      return `${error.code}, expected ${codes.join(' or ')}`;
    if (error?.code === 'internal' || error?.code === 'crashed') return `${error.code}: ${error.message.en}`;
  }
  return null;
}

/** The names and values of the indicators and amounts of every document, and whether they are sure. */
function figuresOf(out: string): Map<string, Map<string, boolean>> {
  const found = new Map<string, Map<string, boolean>>();
  const add = (
    { document_id: id, confidence }: Indicator | Amount,
    name: string | null,
    raw: string | undefined,
  ) => found.set(id, (found.get(id) ?? new Map()).set(`${name} ${raw}`, confidence >= sure));
  for (const record of linesOf<Indicator>(join(out, 'indicators.jsonl')))
    add(record, record.level3, record.target?.raw);
  for (const record of linesOf<Amount>(join(out, 'amounts.jsonl'))) add(record, record.item, record.raw);
  return found;
}

const sure = 0.9;

function compareFigures(
  { expected: { figures } }: HostileCase,
  rows: readonly DocumentRecord[],
  found: ReadonlyMap<string, ReadonlyMap<string, boolean>>,
): string | null {
  if (figures === undefined) return null;
  for (const { document_id, error, warnings } of rows) {
    const own = found.get(document_id) ?? new Map<string, boolean>();
    for (const [figure, isSure] of own)
      if (isSure && !figures.includes(figure)) return `is sure of ${figure}`;
    const lost = figures.find((figure) => !own.has(figure));
    if (error === null && warnings.length === 0 && lost !== undefined)
      return `lacks ${lost} and says nothing`;
  }
  return null;
}

function linesOf<T>(path: string): T[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter(Boolean).map((line) => JSON.parse(line) as T);
}
