import type { Block, Cell, Grid, Location, Paragraph, SourceDocument } from '../../schemas/index.ts';
import { type Readout, readFilings } from '../../src/reading/index.ts';
import { reconcile } from '../../src/reconcile/index.ts';

/** A grid drawn as text: one line a row, cells parted by `|`. `<` goes on with the cell at the left, `^` with the one above. `⏎` is a line break. */
export function grid(drawing: string, place: { sheet?: string; page?: number; table?: number } = {}): Grid {
  const lines = drawing
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const texts = lines.map((line) =>
    line
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => cell.trim().replaceAll('⏎', '\n').replaceAll('␣', ' ')),
  );
  const columns = Math.max(...texts.map((row) => row.length));
  const cells: Cell[] = [];
  texts.forEach((row, r) => {
    for (let c = 0; c < columns; c++) {
      const text = row[c] ?? '';
      if (text === '<' || text === '^') continue;
      let columnSpan = 1;
      while (row[c + columnSpan] === '<') columnSpan++;
      let rowSpan = 1;
      while (texts[r + rowSpan]?.[c] === '^') rowSpan++;
      cells.push({ row: r, column: c, rowSpan, columnSpan, text, confidence: 1, location: nowhere });
    }
  });
  return {
    kind: 'grid',
    rows: texts.length,
    columns,
    cells,
    parts: [
      {
        page: place.page ?? null,
        sheet: place.sheet ?? null,
        table: place.table ?? null,
        box: null,
        firstRow: 0,
        endRow: texts.length,
      },
    ],
    method: 'native',
    confidence: 1,
    inside: null,
    repeatedHeaders: [],
  };
}

export function line(text: string, role: Paragraph['role'] = 'body'): Paragraph {
  return { kind: 'paragraph', text, role, confidence: 1, location: nowhere };
}

const nowhere: Location = {
  block: 0,
  grid: null,
  row: null,
  column: null,
  page: null,
  box: null,
  sheet: null,
  ref: null,
  table: null,
};

/** Puts blocks into a document, each with the place it has there. A string is a paragraph. */
export function document(...given: (Block | string)[]): SourceDocument {
  let grids = 0;
  const blocks = given.map((each, block): Block => {
    const made = typeof each === 'string' ? line(each) : each;
    if (made.kind === 'paragraph') return { ...made, location: { ...made.location, block } };
    const index = grids++;
    const sheet = made.parts[0]?.sheet ?? null;
    const cells = made.cells.map((cell) => ({
      ...cell,
      location: { ...nowhere, block, grid: index, row: cell.row, column: cell.column, sheet },
    }));
    return { ...made, cells };
  });
  return { format: 'xlsx', pages: [], blocks, warnings: [] };
}

export const DOCUMENT_ID = 'd'.repeat(64);

export function read(...given: (Block | string)[]): Readout {
  return readFilings(document(...given), DOCUMENT_ID);
}

/** The indicators as short lines: section · level1/level2/level3 · target · weight. */
export function told(readout: Readout): string[] {
  return readout.indicators.map((each) => {
    const levels = [each.level1, each.level2, each.level3].map((level) => level ?? '∅').join('/');
    const target =
      each.target === null
        ? '∅'
        : `${each.target.op ?? ''}${each.target.value ?? each.target.raw}${each.target.unit ?? ''}`;
    return `${each.section} ${levels} ${target} ${each.weight ?? '∅'}`;
  });
}

/** The amounts as short lines: section item measure year value unit, with fund, share and parent where there are any. */
export function counted(readout: Readout): string[] {
  return readout.amounts.map((each) => {
    const more = [
      each.fund && `fund=${each.fund}`,
      each.share !== null && `share=${each.share}`,
      each.code && `code=${each.code}`,
      each.parent && `of=${each.parent}`,
    ];
    return [
      each.section,
      each.item,
      each.measure,
      each.year ?? '∅',
      each.value ?? '∅',
      each.unit ?? '∅',
      ...more.filter(Boolean),
    ].join(' ');
  });
}

/** The rules that find an error in what was read. */
export function errorsIn(readout: Readout): string[] {
  return reconcile(readout)
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ rule }) => rule);
}
