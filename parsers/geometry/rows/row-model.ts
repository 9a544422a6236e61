import type { WrittenLine } from './written-line.ts';
import { isBound, type WrittenTable } from './written-lines.ts';

/** Where the text of a cell stands that is lower than its row. */
export type Alignment = 'middle' | 'top' | 'bottom';
export const alignments: readonly Alignment[] = ['middle', 'top', 'bottom'];

/** What is taken for known of a table while its rows are looked for. */
export interface RowModel {
  alignment: Alignment;
  /** Columns that have a text in nearly every row. */
  dense: readonly boolean[];
  /** Columns of labels that may span rows: they tell nothing of where rows end. */
  labels: readonly boolean[];
  /** Columns of figures: their heads are wrapped as they please. */
  figures: readonly boolean[];
}

/** Share of the rows that a column must have a text in to count as dense, and below which it is one of labels. */
const denseShare = 0.85;
const labelShare = 0.8;

/** A text this near to a figure, in pitches, is of its row, and certainly of no row beside it. */
const besideLine = 0.6;
const onLine = 0.3;

/** Fewest figures of a column that show where the rows are. */
const fewestFigures = 3;

/** What tells the rows of each column: its figures, or, in a table that has next to none, the values with signs and units (≥8所, 100%, 30万元). */
function entriesOf(perColumn: readonly (readonly WrittenLine[])[]): WrittenLine[][] {
  const figures = perColumn.map((list) => list.filter(({ figure }) => figure));
  if (figures.some((list) => list.length >= fewestFigures)) return figures;
  return perColumn.map((list) => list.filter(({ figure, text }) => figure || isBound(text)));
}

/** Ways to see a table: cells set in the middle, at the top or at the bottom; with more of its first columns for labels, or fewer. */
export function rowModels(table: WrittenTable): RowModel[] {
  const model = rowModel(table, 'middle');
  const known = model.labels.filter(Boolean).length;
  // Where no figures show the rows, names that begin them do, and codes wherever they stand: they span none.
  const first = table.lines.filter(({ first, last }) => first === 0 && last === 0);
  const named = model.dense[0] && ((!model.figures.includes(true) && areEntries(first)) || areCodes(first));
  const more = [0, 1]
    .filter((column) => column < table.columns - 2 && !model.labels[column] && !named)
    .map((end) => ({
      ...model,
      labels: model.labels.map((label, column) => label || column <= end),
      dense: model.dense.map((dense, column) => dense && column > end),
    }));
  const spanning = spanningColumns(table);
  const spans = spanning.some((spans, column) => spans && !model.labels[column])
    ? [
        {
          ...model,
          labels: model.labels.map((label, column) => label || spanning[column]!),
          dense: model.dense.map((dense, column) => dense && !spanning[column]),
        },
      ]
    : [];
  // In narrow rows a label in the middle of two of them stands near to both.
  const strict = rowModel(table, 'middle', onLine);
  const isOther = strict.labels.some((label, column) => label !== model.labels[column]);
  const between = isOther ? [strict] : [];
  return [
    ...alignments.map((alignment) => ({ ...model, alignment })),
    ...(known > 1 ? [] : more),
    ...spans,
    ...between,
  ];
}

/** Fewest texts of a column that stand in the middle between two figures of another, and how far off it, in parts of their distance. */
const fewestBetween = 2;
const offMiddle = 0.15;

/**
 * Columns of which some texts stand in the middle between the figures of the column that has most of them, farther right, and which have
 * fewer texts than it: their cells may span rows, be they words or figures (一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值).
 */
function spanningColumns({ columns, lines, pitch }: WrittenTable): boolean[] {
  const perColumn = Array.from({ length: columns }, (_, column) =>
    lines.filter(({ first, last, upright }) => first === column && last === column && !upright),
  );
  const figures = entriesOf(perColumn).map((list) => list.map(({ middle }) => middle));
  const key = figures.reduce((best, list) => (list.length > best.length ? list : best), []);
  if (key.length < fewestFigures) return perColumn.map(() => false);
  const keyColumn = figures.indexOf(key);
  const isBetween = ({ middle }: WrittenLine): boolean =>
    key.slice(1).some((below, i) => {
      const above = key[i]!;
      const off = Math.abs(middle - (above + below) / 2);
      return below - above > pitch / 2 && off < offMiddle * (below - above);
    });
  const wide = perColumn.findLastIndex(
    (list, column) =>
      column < keyColumn && list.length < key.length && list.filter(isBetween).length >= fewestBetween,
  );
  return perColumn.map((list, column) => column <= wide && list.length < key.length);
}

/** The columns as the one with the most figures sees them: each of its figures stands for a row. */
function rowModel(table: WrittenTable, alignment: Alignment, near = besideLine): RowModel {
  const { columns, lines, pitch } = table;
  const own = (column: number): WrittenLine[] =>
    lines.filter(({ first, last, upright }) => first === column && last === column && !upright);
  const perColumn = Array.from({ length: columns }, (_, column) => own(column));
  const figures = entriesOf(perColumn);
  const key = figures.reduce((best, list) => (list.length > best.length ? list : best), []);
  if (key.length < fewestFigures) {
    const none = perColumn.map(() => false);
    const dense = none.map((_, column) => column === 0 && areEntries(perColumn[0]!));
    return { alignment, dense, labels: none, figures: none };
  }
  const shares = perColumn.map(
    (list) =>
      key.filter((figure) => list.some(({ middle }) => Math.abs(middle - figure.middle) < near * pitch))
        .length / key.length,
  );
  const mostlyFigures = perColumn.map((list, column) => figures[column]!.length * 2 > list.length);
  const keyColumn = figures.indexOf(key);
  return {
    alignment,
    dense: shares.map((share) => share >= denseShare),
    labels: shares.map((share, column) => share < labelShare && column < keyColumn && !mostlyFigures[column]),
    figures: mostlyFigures,
  };
}

/** Whether texts are the codes of rows: 205, 20502, 2050202. */
function areCodes(labels: readonly WrittenLine[]): boolean {
  const codes = labels.filter(({ text }) => /^\d{3,}$/.test(text));
  const long = codes.filter(({ text }) => text.length >= codeLength);
  return long.length >= fewestEntries && codes.length * 2 > labels.length;
}

/** Digits of a code that no figure of a first column has. */
const codeLength = 5;

/** Fewest labels that begin the rows of a table of texts. */
const fewestEntries = 4;

/** Whether each text of a first column begins a row, as a name or a number does: none that goes on in the next line is among them. */
function areEntries(labels: readonly WrittenLine[]): boolean {
  return (
    labels.length >= fewestEntries &&
    labels.every(({ text }) => /^[\p{Lu}\d]/u.test(text)) &&
    labels.some(({ text }) => /^\p{Lu}\p{Ll}/u.test(text))
  );
}
