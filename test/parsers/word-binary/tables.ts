import { long, type Paragraph, p, type Run, sprm, word } from './binary-word.ts';

export const cellMark = '\u0007';
const inTable = sprm(0x2416, 1);
const endsRow = sprm(0x2417, 1);

/** Flags of a cell ([MS-DOC] 2.9.324 TCGRF). */
export const flags = { beginsAcross: 1, across: 2, down: 0x20, beginsDown: 0x60 };

/** sprmTDefTable: the edges of the cells, and their flags. */
export function definition(edges: number[], cells: number[] = []): number[] {
  const count = edges.length - 1;
  const described = cells.flatMap((flag) => [...word(flag), ...Array<number>(18).fill(0)]);
  const operand = [count, ...edges.flatMap(word), ...described];
  return sprm(0xd608, ...word(operand.length + 1), ...operand);
}

export const cell = (content: string | Run[], sprms: number[] = []): Paragraph =>
  p(content, { mark: cellMark, sprms: [...inTable, ...sprms] });

/** Cells and the mark at the end of their row, with its layout. */
export const row = (
  cells: (string | Paragraph | Paragraph[])[],
  edges: number[],
  cellFlags: number[] = [],
  further: number[] = [],
): Paragraph[] => [
  ...cells.flatMap((content) => (typeof content === 'string' ? [cell(content)] : content)),
  p('', { mark: cellMark, sprms: [...inTable, ...endsRow, ...definition(edges, cellFlags), ...further] }),
];

const depth = (tables: number): number[] => [...inTable, ...sprm(0x6649, ...long(tables))];

/** A row of a table within a cell: paragraphs whose own properties say that they end cells. */
export const innerRow = (cells: (string | Paragraph[])[], edges: number[], tables = 2): Paragraph[] => [
  ...cells.flatMap((content) =>
    typeof content === 'string'
      ? [p(content, { sprms: [...depth(tables), ...sprm(0x244b, 1)] })]
      : [...content, p('', { sprms: [...depth(tables), ...sprm(0x244b, 1)] })],
  ),
  p('', { sprms: [...depth(tables), ...sprm(0x244c, 1), ...definition(edges)] }),
];

/** A paragraph in a cell that does not end it. */
export const inCell = (content: string | Run[], tables = 1): Paragraph =>
  p(content, { sprms: depth(tables) });
