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

/** Lines with those of a table among them as a grid; as they are where there is none. */
function tableOf(lines: readonly ParagraphDraft[]): Draft[] {
  if (lines.length <= fewestRows) return [...lines];
  for (const separator of separators) {
    const rows = lines.map(({ text }) =>
      text
        .trimEnd()
        .split(separator)
        .map((cell) => cell.trim()),
    );
    const first = rows.findIndex((row, at) => isHead(row) && isBody(rows[at + 1], row.length));
    if (first < 0) continue;
    const { length } = rows[first] as string[];
    let end = first + 1;
    while (end < rows.length && isBody(rows[end], length)) end++;
    if (end - first <= fewestRows) continue;
    const own = rows.slice(first, end);
    return [...lines.slice(0, first), gridOf(own), ...tableOf(lines.slice(end))];
  }
  return [...lines];
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
