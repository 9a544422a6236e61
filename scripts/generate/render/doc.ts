import {
  binaryWord,
  lengthOf,
  type Paragraph,
  p,
  sprm,
  word,
} from '../../../test/parsers/word-binary/binary-word.ts';
import { styleSheet } from '../../../test/parsers/word-binary/structures.ts';
import { cell, flags, inCell, row } from '../../../test/parsers/word-binary/tables.ts';
import type { Line, Section, SpanGrid } from '../page.ts';

/** Twentieths of a point between the margins of A4. */
const room = 9_600;
const centred = sprm(0x2403, 1);
const bold = sprm(0x0835, 1);
const pageMark = '\u000c';

/** A document of Word 97: rows with the edges of their own cells, and merges by flags. */
export function renderDoc(sections: readonly Section[]): Uint8Array {
  const ends: number[] = [];
  const body: Paragraph[] = [];
  for (const [n, { blocks }] of sections.entries()) {
    for (const block of blocks)
      body.push(...(block.kind === 'grid' ? [...table(block), p('')] : [paragraph(block)]));
    if (n === sections.length - 1) continue;
    body.push(p('', { mark: pageMark }));
    ends.push(lengthOf(body));
  }
  const styles = styleSheet([{ name: '正文' }, { name: '标题 1', builtIn: 1 }]);
  return binaryWord([...body, p('')], { sections: ends, structures: { 1: styles } });
}

function paragraph({ role, text }: Line): Paragraph {
  const lines = text.replaceAll('\n', '\u000b');
  if (role === 'title')
    return p([{ text: lines, sprms: [...bold, ...sprm(0x4a43, ...word(32))] }], { style: 1, sprms: centred });
  return p([{ text: lines, sprms: role === 'heading' ? bold : [] }]);
}

function table(grid: SpanGrid): Paragraph[] {
  const total = grid.widths.reduce((a, b) => a + b, 0);
  const lines = Array.from({ length: grid.widths.length + 1 }, (_, n) =>
    Math.floor((room * grid.widths.slice(0, n).reduce((a, b) => a + b, 0)) / total),
  );
  return Array.from({ length: grid.rows }, (_, n) => {
    const cells = grid.cells
      .filter((cellOf) => cellOf.row <= n && n < cellOf.row + cellOf.rowSpan)
      .sort((a, b) => a.column - b.column);
    const edges = [lines[0] ?? 0, ...cells.map(({ column, columnSpan }) => lines[column + columnSpan] ?? 0)];
    const contents = cells.map((cellOf) => {
      const parts = cellOf.row === n ? cellOf.text.split('\n') : [''];
      return [...parts.slice(0, -1).map((part) => inCell(part)), cell(parts.at(-1) ?? '')];
    });
    const merges = cells.map((cellOf) =>
      cellOf.rowSpan === 1 ? 0 : cellOf.row === n ? flags.beginsDown : flags.down,
    );
    return row(contents, edges, merges);
  }).flat();
}
