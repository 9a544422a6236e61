import { paragraphMarkup, runMarkup } from '../word/written-markup.ts';
import { type Row, tableMarkup } from './rows.ts';
import { type Characters, levelOf, newRow, type Paragraph, type RowDefinition } from './setting.ts';

/** A table whose end was not read yet. */
interface OpenTable {
  rows: Row[];
  /** What the finished cells of the row hold. */
  cells: string[];
  /** What the cell holds up to here. */
  cell: string[];
  /** It said of a row that it is its last. */
  isWhole: boolean;
}

/** A text that flows: the body, a note, a text box. What is read of it is written as markup of Word. */
export interface Stream {
  blocks: string[];
  /** The outermost first. */
  tables: OpenTable[];
  /** Of the paragraph. */
  runs: string[];
  /** A run that may go on. */
  text: string;
  characters: Characters | null;
}

export const newStream = (): Stream => ({ blocks: [], tables: [], runs: [], text: '', characters: null });

/** What the properties of a run are written as. */
export type RunProperties = (characters: Characters) => string;

export function addText(stream: Stream, text: string, characters: Characters, write: RunProperties): void {
  if (characters.deleted) return;
  if (stream.characters !== characters) endRun(stream, write);
  stream.characters = characters;
  stream.text += text;
}

/** Puts markup of runs into the paragraph. */
export function addRun(stream: Stream, markup: string, write: RunProperties): void {
  endRun(stream, write);
  stream.runs.push(markup);
}

export function endRun(stream: Stream, write: RunProperties): void {
  if (stream.text !== '' && stream.characters !== null)
    stream.runs.push(runMarkup(stream.text, write(stream.characters)));
  stream.text = '';
  stream.characters = null;
}

/** Ends the paragraph, where it stands by the tables around it. `isDeleted`: its end was taken out, so that the next goes on with it. */
export function endParagraph(
  stream: Stream,
  paragraph: Paragraph,
  write: RunProperties,
  isDeleted = false,
): void {
  endRun(stream, write);
  settle(stream, levelOf(paragraph));
  const { style } = paragraph;
  const setting = { ...paragraph, style: style === null ? null : String(style), isDeleted };
  blocksOf(stream).push(paragraphMarkup(setting, stream.runs.join('')));
  stream.runs = [];
}

const blocksOf = (stream: Stream): string[] => stream.tables.at(-1)?.cell ?? stream.blocks;

/** Ends the tables that do not reach to here, and begins those that do. */
export function settle(stream: Stream, level: number): void {
  while (stream.tables.length > level) closeTable(stream);
  while (stream.tables.length < level) stream.tables.push({ rows: [], cells: [], cell: [], isWhole: false });
}

export function endCell(stream: Stream, paragraph: Paragraph, write: RunProperties): void {
  endParagraph(stream, paragraph, write);
  const table = stream.tables.at(-1);
  if (table === undefined) return;
  if (table.isWhole) startAnew(stream, table);
  table.cells.push(table.cell.join(''));
  table.cell = [];
}

/** A table right behind another one: what was read of its first cell is its own. */
function startAnew(stream: Stream, table: OpenTable): void {
  const { cell } = table;
  stream.tables.pop();
  blocksOf(stream).push(tableMarkup(table.rows));
  Object.assign(table, { rows: [], cells: [], cell, isWhole: false });
  stream.tables.push(table);
}

/** Ends the row of the table at a level. Gives false where its cells are not those that are defined. */
export function endRow(stream: Stream, level: number, row: RowDefinition): boolean {
  settle(stream, level);
  const table = stream.tables.at(-1);
  if (table === undefined) return true;
  return takeRow(table, row);
}

function takeRow(table: OpenTable, { left, cells, shaded, turned, isLast }: RowDefinition): boolean {
  // A text behind the last cell of a row stands in none.
  const isStray = table.cell.some((block) => block.includes('<w:t '));
  if (isStray) table.cells.push(table.cell.join(''));
  const contents = table.cells;
  Object.assign(table, { cells: [], cell: [], isWhole: isLast });
  if (contents.length === 0 && cells.length === 0) return true;
  table.rows.push({ definition: { left, cells, shaded, turned }, contents });
  return !isStray && contents.length === cells.length;
}

function closeTable(stream: Stream): void {
  const table = stream.tables.pop();
  if (table === undefined) return;
  // What is set as in a table and in no cell of it stands behind it.
  const behind = table.cells.length === 0 ? table.cell : [];
  if (table.cells.length > 0)
    takeRow(table, { ...newRow(), cells: table.rows.at(-1)?.definition.cells ?? [] });
  const blocks = blocksOf(stream);
  if (table.rows.length > 0) blocks.push(tableMarkup(table.rows));
  for (const block of behind) blocks.push(block);
}

/** The whole of a text as markup, once nothing more follows. */
export function finish(stream: Stream, paragraph: Paragraph, write: RunProperties): string {
  endRun(stream, write);
  if (stream.runs.length > 0) endParagraph(stream, paragraph, write);
  settle(stream, 0);
  return stream.blocks.join('');
}
