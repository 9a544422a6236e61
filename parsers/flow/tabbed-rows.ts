import type { CellDraft, Draft, ParagraphDraft } from './drafts.ts';

/** What may part the cells of a row that is written as a line, the surest first. */
const separators = [/\t/, /\t+/, /[ \u3000]{2,}|\u3000/];

/** Fewest columns and rows of such a table, and fewest figures of each row below its head. */
const fewestColumns = 3;
const fewestRows = 3;
const fewestFigures = 2;

const figure = /^[-−(]?\d[\d,]*(?:\.\d+)?%?\)?$/;

/** Lines that follow each other without a blank one, each a row of figures behind tabs or blanks, below a line of heads: a table that nobody drew as one. */
export function withTabbedTables(drafts: readonly Draft[]): Draft[] {
  const found: Draft[] = [];
  let run: ParagraphDraft[] = [];
  const close = (): void => {
    for (const draft of tableOf(run)) found.push(draft);
    run = [];
  };
  for (const draft of drafts) {
    if (draft.kind === 'paragraph' && draft.text.trim() !== '') run.push(draft);
    else {
      close();
      found.push(draft);
    }
  }
  close();
  return found;
}

/** Lines with those of tables among them as grids; as they are where there is none. */
function tableOf(lines: readonly ParagraphDraft[]): Draft[] {
  if (lines.length <= fewestRows) return [...lines];
  const finders = separators.map((separator) => tableFinder(lines, separator));
  const found: Draft[] = [];
  for (let from = 0; ; ) {
    const table = finders.map((find) => find(from)).find((own) => own !== null);
    for (const line of lines.slice(from, table?.first)) found.push(line);
    if (table === undefined) return found;
    found.push(gridOf(table.rows));
    from = table.first + table.rows.length;
  }
}

interface WrittenTable {
  first: number;
  rows: readonly (readonly string[])[];
}

/** Finds the first table from a line on whose cells one separator parts. Lines are asked for in their order, so that each is looked at once. */
function tableFinder(
  lines: readonly ParagraphDraft[],
  separator: RegExp,
): (from: number) => WrittenTable | null {
  const rows = lines.map(({ text }) =>
    text
      .trimEnd()
      .split(separator)
      .map((cell) => cell.trim()),
  );
  let next: WrittenTable | null = null;
  let looked = 0;
  return (from) => {
    if (next !== null && next.first >= from) return next;
    next = null;
    for (looked = Math.max(looked, from); next === null && looked < rows.length; looked++) {
      const head = rows[looked] as string[];
      if (!isHead(head)) continue;
      let end = looked + 1;
      while (isBody(rows[end], head.length)) end++;
      if (end - looked > fewestRows) next = { first: looked, rows: rows.slice(looked, end) };
    }
    return next;
  };
}

const isHead = (row: readonly string[]): boolean =>
  row.length >= fewestColumns && row.every((cell) => cell !== '' && !/\d[\d,.]*$/.test(cell));

const isBody = (row: readonly string[] | undefined, columns: number): boolean =>
  row?.length === columns && row.slice(1).filter((cell) => figure.test(cell)).length >= fewestFigures;

function gridOf(rows: readonly (readonly string[])[]): Draft {
  const cells = rows.flatMap((own, row) =>
    own.map((text, column): CellDraft => ({ row, column, rowSpan: 1, columnSpan: 1, text, inner: [] })),
  );
  return {
    kind: 'grid',
    rows: rows.length,
    columns: rows[0]?.length ?? 0,
    cells,
    parts: [{ table: null, firstRow: 0, endRow: rows.length }],
    repeatedHeaders: [],
    isWritten: true,
  };
}
