/**
 * Prints the form of two pages in every drawing, by browser and office, at several sizes of letters, and says what is read back:
 * indicators with levels, name, value, unit, points and standard in their row (of 20), grids, their shape, cells with spans.
 *   node scripts/bench/drawing-variants.ts [--sizes 8,9,10,11,12,13] [--by chromium,writer] [--drawing all] [--keep DIR] [--turned]
 *     [--widths 9,11,18,9,9,7,22] [--margin MILLIMETRES]
 * Files that are in the folder of --keep are read from there and not printed again.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseDocument } from '../../parsers/index.ts';
import type { Grid } from '../../schemas/index.ts';
import { examine } from '../../src/index.ts';
import { bare } from '../generate/compare-grids.ts';
import type { SpanGrid } from '../generate/page.ts';
import { renderDocx } from '../generate/render/docx.ts';
import { type Drawing, drawings, renderHtml } from '../generate/render/html.ts';
import { printByChromium, printByOffice } from '../generate/render/pdf.ts';
import { expectedRows, twoPageForm } from './two-page-form.ts';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '8,9,10,11,12,13' },
    by: { type: 'string', default: 'chromium,writer' },
    drawing: { type: 'string', default: 'all' },
    keep: { type: 'string' },
    turned: { type: 'boolean', default: false },
    widths: { type: 'string' },
    margin: { type: 'string' },
    verbose: { type: 'boolean', default: false },
  },
});

interface Variant {
  name: string;
  printer: 'chromium' | 'writer';
  drawing: Drawing;
  size: number;
}

const form = twoPageForm(options.widths?.split(',').map(Number));
const margin = options.margin === undefined ? undefined : Number(options.margin);
const truth = form.blocks.find((block): block is SpanGrid => block.kind === 'grid')!;
const chosen = options.drawing === 'all' ? drawings : (options.drawing.split(',') as Drawing[]);
const sizes = options.sizes.split(',').map(Number);

for (const printer of options.by.split(',') as Variant['printer'][]) {
  console.log(`\n${printer}: indicators as rows of the grid, as records, grids, exact cells\n`);
  console.log(
    `| drawing | ${sizes.map((size) => `${size} pt`).join(' | ')} |\n| --- |${' ---: |'.repeat(sizes.length)}`,
  );
  for (const drawing of chosen) {
    const variants = sizes.map(
      (size): Variant => ({
        name: `${drawing}-${size}${options.turned ? '-turned' : ''}.${printer}`,
        printer,
        drawing,
        size,
      }),
    );
    const printed = await print(variants);
    const cells: string[] = [];
    for (const { name } of variants) cells.push(await scored(name, printed.get(name)));
    console.log(`| ${drawing} | ${cells.join(' | ')} |`);
  }
}
process.exit();

async function print(variants: readonly Variant[]): Promise<Map<string, Uint8Array>> {
  const printed = new Map<string, Uint8Array>();
  const office = new Map<string, Uint8Array>();
  for (const { name, printer, drawing, size } of variants) {
    const stored = options.keep === undefined ? null : path.join(options.keep, `${name}.pdf`);
    if (stored !== null && existsSync(stored)) printed.set(name, new Uint8Array(readFileSync(stored)));
    else if (printer === 'writer')
      office.set(
        `${name}.docx`,
        renderDocx([form], { fontSize: size * 2, drawing, splitRows: true, margin }),
      );
    else
      printed.set(
        name,
        await printByChromium(
          renderHtml([form], {
            fontSize: size,
            drawing,
            rotated: options.turned,
            margin: margin === undefined ? undefined : `${margin}mm`,
          }),
        ),
      );
  }
  if (office.size > 0)
    for (const [name, bytes] of await printByOffice(office)) printed.set(path.parse(name).name, bytes);
  if (options.keep !== undefined) {
    mkdirSync(options.keep, { recursive: true });
    for (const [name, bytes] of printed) writeFileSync(path.join(options.keep, `${name}.pdf`), bytes);
  }
  return printed;
}

async function scored(name: string, bytes: Uint8Array | undefined): Promise<string> {
  if (bytes === undefined) return 'not printed';
  const parsed = await parseDocument(bytes.slice(), { name: `${name}.pdf` });
  if (parsed.status !== 'read') return parsed.error.code;
  const grids = parsed.source.blocks.filter((block) => block.kind === 'grid');
  const rows = grids.flatMap(filledRows);
  const inGrid = expectedRows.filter((row) => {
    const texts = [row.level1, row.level2, row.name, row.value, row.unit, row.points, row.standard].map(bare);
    return rows.some((cells) => texts.every((text, i) => cells[i] === text));
  });
  const { indicators } = await examine(bytes, { path: `${name}.pdf` });
  const asRecords = expectedRows.filter((row) =>
    indicators.some(
      (one) =>
        bare(one.level1 ?? '') === row.level1 &&
        bare(one.level2 ?? '') === row.level2 &&
        bare(one.level3 ?? '') === row.name &&
        bare(one.target?.raw ?? '').startsWith(bare(row.value)) &&
        Number(one.weight) === Number(row.points),
    ),
  );
  const exact = grids.length === 1 ? exactCells(grids[0]!) : 0;
  const shapes = grids.map((grid) => `${grid.rows}×${grid.columns}`).join('+');
  return `${inGrid.length}/${asRecords.length} ${shapes} ${exact}`;
}

/** Texts of every row, those of merged cells in each of their rows and columns. */
function filledRows(grid: Grid): string[][] {
  const rows = Array.from({ length: grid.rows }, () => Array.from({ length: grid.columns }, () => ''));
  for (const { row, column, rowSpan, columnSpan, text } of grid.cells)
    for (let r = row; r < row + rowSpan; r++) rows[r]!.fill(bare(text), column, column + columnSpan);
  return rows;
}

function exactCells(grid: Grid): number {
  return truth.cells.filter((cell) => {
    const same = grid.cells.some(
      (other) =>
        other.row === cell.row &&
        other.column === cell.column &&
        other.rowSpan === cell.rowSpan &&
        other.columnSpan === cell.columnSpan &&
        bare(other.text) === bare(cell.text),
    );
    if (!same && options.verbose)
      console.error(
        `r${cell.row} c${cell.column} ${cell.rowSpan}×${cell.columnSpan} ${JSON.stringify(cell.text)} came as ${JSON.stringify(
          grid.cells.find((other) => other.row === cell.row && other.column === cell.column),
          ['rowSpan', 'columnSpan', 'text'],
        )}`,
      );
    return same;
  }).length;
}
