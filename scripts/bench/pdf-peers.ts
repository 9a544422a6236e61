/**
 * Reads the same two pages with hedui and with its peers, in the same run, by turns: time a page, cells, rows and spans right.
 *   node scripts/bench/pdf-peers.ts [--peers FOLDER] [--runs 15]
 * The peers are no dependencies (one of them is AGPL): install them in a folder of their own,
 *   npm i --prefix FOLDER mupdf @llamaindex/liteparse pdf-parse pdf2json
 */
import { parseArgs } from 'node:util';
import { bare } from '../generate/compare-grids.ts';
import type { SpanGrid } from '../generate/page.ts';
import { renderDocx } from '../generate/render/docx.ts';
import { renderHtml } from '../generate/render/html.ts';
import { printByChromium, printByOffice } from '../generate/render/pdf.ts';
import { type PdfReader, pdfReaders, type ReadTable } from './pdf-readers.ts';
import { expectedRows, twoPageForm } from './two-page-form.ts';

const { values: options } = parseArgs({
  options: { peers: { type: 'string' }, runs: { type: 'string', default: '15' } },
});

const form = twoPageForm();
const truth = form.blocks.find((block): block is SpanGrid => block.kind === 'grid')!;
const office = await printByOffice(new Map([['form.docx', renderDocx([form], { fontSize: 24 })]]));
const prints = new Map([
  ['Chromium', await printByChromium(renderHtml([form], { fontSize: 12 }))],
  ['LibreOffice', [...office.values()][0]!],
]);

for (const [printer, bytes] of prints) {
  const times = new Map<PdfReader, number[]>();
  const scores = new Map<PdfReader, string>();
  const readers = await pdfReaders(options.peers);
  for (const reader of readers) scores.set(reader, scored(await reader.read(bytes.slice())));
  for (let run = 0; run < Number(options.runs); run++)
    for (const reader of readers) {
      const copy = bytes.slice();
      const start = performance.now();
      await reader.read(copy);
      times.set(reader, [...(times.get(reader) ?? []), performance.now() - start]);
    }
  console.log(`\nPrinted by ${printer}, ${bytes.length >> 10} KB\n`);
  console.log(
    '| reader | ms a page | tables | cells | rows | spans |\n| --- | ---: | ---: | ---: | ---: | ---: |',
  );
  for (const reader of readers)
    console.log(
      `| ${reader.name} | ${(median(times.get(reader)!) / 2).toFixed(1)} | ${scores.get(reader)} |`,
    );
}
process.exit();

/** Texts found as cells of their own; indicators whose five cells stand in one row; spans as printed. */
function scored(tables: readonly ReadTable[]): string {
  if (tables.length === 0) return '– | – | – | –';
  const rows = tables.flat().map((row) => row.map((cell) => ({ ...cell, text: bare(cell.text) })));
  const left = new Map<string, number>();
  for (const { text } of rows.flat()) left.set(text, (left.get(text) ?? 0) + 1);
  let cells = 0;
  for (const { text } of truth.cells) {
    const count = left.get(bare(text)) ?? 0;
    if (count > 0) cells++;
    left.set(bare(text), count - 1);
  }
  const whole = expectedRows.filter(({ name, value, unit, points, standard }) =>
    rows.some((row) =>
      [name, value, unit, points, standard].every((text) => row.some((cell) => cell.text === bare(text))),
    ),
  );
  const spanned = truth.cells.filter(({ rowSpan, columnSpan }) => rowSpan * columnSpan > 1);
  const right = spanned.filter((cell) =>
    rows
      .flat()
      .some(
        ({ text, rowSpan, columnSpan }) =>
          text === bare(cell.text) && rowSpan === cell.rowSpan && columnSpan === cell.columnSpan,
      ),
  );
  const { length } = truth.cells;
  return `${tables.length} | ${cells} of ${length} | ${whole.length} of 20 | ${right.length} of ${spanned.length}`;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}
