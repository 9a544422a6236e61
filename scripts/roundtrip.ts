/**
 * Prints random filings to PDF, reads them back and says how much came through.
 *   node scripts/roundtrip.ts [--count 40] [--seed 1] [--by writer,calc,chromium] [--drawing all|plain|…] [--batch 10] [--out FILE] [--keep DIR]
 * `--keep` stores the printed files; a later run with `--from` the same folder reads them again without printing.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseDocument } from '../parsers/index.ts';
import { compareGrids, type GridComparison } from './generate/compare-grids.ts';
import { type GeneratedDocument, generateDocument } from './generate/document.ts';
import { seededRandom } from './generate/random.ts';
import { renderDocx } from './generate/render/docx.ts';
import { type Drawing, drawings, type HtmlStyle, renderHtml } from './generate/render/html.ts';
import { printByChromium, printByOffice } from './generate/render/pdf.ts';
import { renderXlsx } from './generate/render/xlsx.ts';

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    by: { type: 'string', default: 'writer,calc,chromium' },
    drawing: { type: 'string', default: 'plain' },
    batch: { type: 'string', default: '10' },
    out: { type: 'string' },
    keep: { type: 'string' },
    from: { type: 'string' },
  },
});

type Printer = 'writer' | 'calc' | 'chromium';
interface Case {
  document: GeneratedDocument;
  printer: Printer;
  drawing: Drawing;
  name: string;
}
interface Outcome extends Case {
  comparison: GridComparison | null;
  error: string | null;
}

const printers = options.by.split(',') as Printer[];
const chosen: readonly Drawing[] =
  options.drawing === 'all' ? drawings : (options.drawing.split(',') as Drawing[]);
const first = Number(options.seed);
const cases = Array.from({ length: Number(options.count) }, (_, i): Case => {
  const document = generateDocument(first + i);
  const printer = printers[i % printers.length]!;
  const drawing = chosen[Math.floor(i / printers.length) % chosen.length]!;
  const sideways = pageStyle({ document, drawing }).rotated ? '-sideways' : '';
  const name = `${document.id}.${printer === 'chromium' ? `chromium-${drawing}${sideways}` : printer}`;
  return { document, printer, drawing, name };
});

const outcomes: Outcome[] = [];
const size = Number(options.batch);
for (let at = 0; at < cases.length; at += size) {
  const batch = cases.slice(at, at + size);
  const stored = new Map(batch.flatMap((one) => storedBytes(one)));
  const printed = await print(batch.filter(({ name }) => !stored.has(name)));
  for (const one of batch) outcomes.push(await read(one, stored.get(one.name) ?? printed.get(one.name)));
}
report(outcomes);

/** Page settings that the seed chooses. A sideways page asks the viewer to turn it, so that its lines run upwards. */
function pageStyle({ document, drawing }: Pick<Case, 'document' | 'drawing'>): HtmlStyle {
  const random = seededRandom(document.seed + 7);
  return {
    drawing,
    fontSize: random.int(8, 13),
    repeatHeaders: random.chance(0.5),
    landscape: random.chance(0.3),
    rotated: random.chance(0.1),
  };
}

function storedBytes({ name }: Case): [string, Uint8Array][] {
  const file = options.from === undefined ? null : path.join(options.from, `${name}.pdf`);
  return file !== null && existsSync(file) ? [[name, new Uint8Array(readFileSync(file))]] : [];
}

async function print(batch: Case[]): Promise<Map<string, Uint8Array>> {
  const office = new Map<string, Uint8Array>();
  const printed = new Map<string, Uint8Array>();
  for (const one of batch) {
    const { document, printer, name } = one;
    const random = seededRandom(document.seed + 7);
    if (printer === 'calc') office.set(`${name}.xlsx`, renderXlsx(document.sections));
    if (printer === 'writer') {
      const style = {
        splitRows: random.chance(0.5),
        repeatHeaders: random.chance(0.5),
        fontSize: random.int(15, 24),
      };
      office.set(`${name}.docx`, renderDocx(document.sections, style));
    }
    if (printer === 'chromium')
      printed.set(name, await printByChromium(renderHtml(document.sections, pageStyle(one))));
  }
  if (office.size > 0) {
    for (const [name, bytes] of await printByOffice(office)) printed.set(path.parse(name).name, bytes);
  }
  return printed;
}

async function read(one: Case, bytes: Uint8Array | undefined): Promise<Outcome> {
  if (!bytes) return { ...one, comparison: null, error: 'not printed' };
  if (options.keep) {
    mkdirSync(options.keep, { recursive: true });
    writeFileSync(path.join(options.keep, `${one.name}.pdf`), bytes);
  }
  const parsed = await parseDocument(bytes.slice(), { name: `${one.name}.pdf` });
  if (parsed.status !== 'read') return { ...one, comparison: null, error: parsed.error.message.en };
  return { ...one, comparison: compareGrids(one.document.sections, parsed.source), error: null };
}

function report(list: readonly Outcome[]): void {
  const lines: string[] = [];
  const groups = new Map<string, Outcome[]>();
  for (const one of list) {
    const key = one.printer === 'chromium' ? one.name.slice(one.name.indexOf('.chromium-') + 1) : one.printer;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const row = (label: string, members: readonly Outcome[]) => {
    const sum = (of: (comparison: GridComparison) => number) =>
      members.reduce((n, { comparison }) => n + (comparison ? of(comparison) : 0), 0);
    const share = (part: number, whole: number) =>
      (whole ? `${((100 * part) / whole).toFixed(2)} %` : '-').padStart(9);
    const failed = members.filter(({ error }) => error !== null).length;
    return [
      label.padEnd(24),
      String(members.length).padStart(4),
      String(failed).padStart(4),
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
      String(sum((c) => c.figuresWrongAndSure)).padStart(6),
      String(sum((c) => c.lost.length)).padStart(6),
      String(sum((c) => c.added.length)).padStart(6),
    ].join(' ');
  };
  lines.push(`${'printed by'.padEnd(24)} docs fail     grids     cells   figures  wrong   lost  added`);
  for (const [key, members] of [...groups].sort(([a], [b]) => a.localeCompare(b)))
    lines.push(row(key, members));
  lines.push(row('all', list), '');
  for (const { name, document, drawing, error, comparison } of list) {
    const bad =
      error !== null ||
      comparison === null ||
      comparison.gridsExact < comparison.grids ||
      comparison.lost ||
      comparison.added;
    if (!bad) continue;
    lines.push(`## ${name} (seed ${document.seed}${drawing === 'plain' ? '' : `, ${drawing}`})`);
    if (error !== null) lines.push(`- ${error}`);
    if (comparison?.lost) lines.push(`- lost: ${JSON.stringify(comparison.lost.slice(0, 80))}`);
    if (comparison?.added) lines.push(`- added: ${JSON.stringify(comparison.added.slice(0, 80))}`);
    for (const difference of comparison?.differences ?? []) lines.push(`- ${difference}`);
  }
  const text = `${lines.join('\n')}\n`;
  process.stdout.write(text);
  if (options.out) writeFileSync(options.out, text);
}
