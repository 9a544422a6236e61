import type { Section, SpanCell, SpanGrid } from '../../../../scripts/generate/page.ts';
import { type TestObject, type TestPage, writePdf } from '../pdf-writer.ts';
import { hexOf, isWide } from '../text-writers.ts';

/** How a system prints tables in characters: which draw the lines, by left, right, up and down, and how many places of a line one takes. */
interface CharacterSet {
  joint: (left: boolean, right: boolean, up: boolean, down: boolean) => string;
  places: 1 | 2;
}

/** Characters by their arms: left 1, right 2, up 4, down 8. */
const boxes = (drawn: string): CharacterSet['joint'] => {
  const byArms = Array.from(drawn);
  return (left, right, up, down) => byArms[(left ? 1 : 0) + (right ? 2 : 0) + (up ? 4 : 0) + (down ? 8 : 0)]!;
};
const single = boxes(' ───│┘└┴│┐┌┬│┤├┼');

export const characterSets = {
  'boxes of two places': { joint: single, places: 2 },
  'boxes of one place': { joint: single, places: 1 },
  'double boxes': { joint: boxes(' ═══║╝╚╩║╗╔╦║╣╠╬'), places: 2 },
  'heavy boxes': { joint: boxes(' ━━━┃┛┗┻┃┓┏┳┃┫┣╋'), places: 1 },
  'signs of a typewriter': { joint: boxes(' ---|+++|+++|+++'), places: 1 },
} satisfies Record<string, CharacterSet>;

export interface CharacterSetup {
  characters: keyof typeof characterSets;
  /** Points. */
  size: number;
  leading: number;
  linesOnPage: number;
}

const placesOf = (text: string): number => Array.from(text).reduce((sum, c) => sum + (isWide(c) ? 2 : 1), 0);

/** A filing as a report of type of one width, its tables drawn by characters; whole rows on every page. */
export function printInCharacters(sections: readonly Section[], setup: CharacterSetup): Uint8Array {
  const pages: string[][] = [];
  for (const { blocks } of sections) {
    let page: string[] = [];
    pages.push(page);
    const turn = (): void => {
      page = [];
      pages.push(page);
    };
    for (const block of blocks) {
      if (block.kind === 'paragraph') {
        if (page.length + 2 > setup.linesOnPage) turn();
        page.push(...wrapped(block.text, linePlaces(setup)), '');
        continue;
      }
      const table = new CharacterTable(block, setup);
      let from = 0;
      while (from < block.rows) {
        let to = from;
        while (to < block.rows && page.length + table.height(from, to + 1) <= setup.linesOnPage) to++;
        if (to === from && page.length === 0) throw new RangeError('a row higher than the page');
        if (to > from) page.push(...table.lines(from, to), '');
        from = to;
        if (from < block.rows) turn();
      }
    }
  }
  return printed(pages, setup);
}

/** One page with these lines. */
export const linesInOneWidth = (lines: readonly string[], setup: CharacterSetup): Uint8Array =>
  printed([lines], setup);

function printed(pages: readonly (readonly string[])[], setup: CharacterSetup): Uint8Array {
  const objects: TestObject[] = [
    {
      number: 120,
      dict: `/Type /Font /Subtype /Type1 /BaseFont /Fiction-Mono /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 126 /Widths [${'500 '.repeat(95)}] /FontDescriptor 121 0 R`,
    },
    {
      number: 121,
      dict: '/Type /FontDescriptor /FontName /Fiction-Mono /Flags 33 /FontBBox [0 -120 500 880] /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 /ItalicAngle 0',
    },
    {
      number: 122,
      dict: '/Type /Font /Subtype /Type0 /BaseFont /Fiction-Half /Encoding /Identity-H /DescendantFonts [123 0 R] /ToUnicode /Identity-H',
    },
    {
      number: 123,
      dict: '/Type /Font /Subtype /CIDFontType2 /BaseFont /Fiction-Half /DW 500 /FontDescriptor 121 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>',
    },
  ];
  return writePdf(
    pages.map((lines) => pageOf(lines, setup)),
    { objects },
  );
}

const linePlaces = ({ size }: CharacterSetup): number => Math.floor((595 - 2 * margin) / (size / 2));
const margin = 30;

function pageOf(lines: readonly string[], setup: CharacterSetup): TestPage {
  const { size, leading } = setup;
  const { places, joint } = characterSets[setup.characters];
  const drawn = Array.from({ length: 16 }, (_, i) =>
    joint((i & 1) > 0, (i & 2) > 0, (i & 4) > 0, i > 7),
  ).join('');
  const isHalf = (c: string): boolean => places === 1 && isWide(c) && drawn.includes(c);
  let content = '';
  lines.forEach((line, i) => {
    let at = 0;
    for (const [piece] of line.matchAll(/[\u2500-\u257f]+|[ -~]+|[^ -~\u2500-\u257f]+/gu)) {
      const half = isHalf(piece[0]!);
      const font = half ? 'F6' : isWide(piece) ? 'F2' : 'F5';
      const codes = Array.from(piece, (c) => c.charCodeAt(0));
      if (piece.trim() !== '')
        content += `BT /${font} ${size} Tf 1 0 0 1 ${margin + (at * size) / 2} ${812 - (i + 1) * leading} Tm <${hexOf(codes, isWide(piece) ? 4 : 2)}> Tj ET\n`;
      at += half ? codes.length : placesOf(piece);
    }
  });
  return { content, fonts: '/F5 120 0 R /F6 122 0 R' };
}

function wrapped(text: string, places: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = [''];
    for (const word of paragraph.match(/[!-~]+|./gu) ?? []) {
      for (const piece of placesOf(word) > places ? Array.from(word) : [word])
        if (placesOf(lines.at(-1)! + piece) > places && lines.at(-1) !== '') lines.push(piece);
        else lines[lines.length - 1] += piece;
    }
    return lines;
  });
}

/** One table laid out in places of lines. */
class CharacterTable {
  readonly #grid: SpanGrid;
  readonly #set: CharacterSet;
  readonly #widths: number[];
  readonly #heights: number[];

  constructor(grid: SpanGrid, setup: CharacterSetup) {
    this.#grid = grid;
    this.#set = characterSets[setup.characters];
    const columns = grid.widths.length;
    const room = linePlaces(setup) - (columns + 1) * this.#set.places;
    const whole = grid.widths.reduce((a, b) => a + b, 0);
    this.#widths = grid.widths.map((w) => Math.max(4, 2 * Math.floor((room * w) / whole / 2)));
    this.#heights = new Array<number>(grid.rows).fill(1);
    for (const cell of [...grid.cells].sort((a, b) => a.rowSpan - b.rowSpan)) {
      const last = cell.row + cell.rowSpan - 1;
      const has = this.height(cell.row, last + 1) - 2;
      const missing = this.#text(cell).length - has;
      if (missing > 0) this.#heights[last] = this.#heights[last]! + missing;
    }
  }

  /** Lines that the rows take, with those above and below. */
  height(from: number, to: number): number {
    return this.#heights.slice(from, to).reduce((a, b) => a + b + 1, 1);
  }

  #places(from: number, to: number): number {
    return this.#widths.slice(from, to).reduce((a, b) => a + b, 0) + (to - from - 1) * this.#set.places;
  }

  #text(cell: SpanCell): string[] {
    if (cell.text === '') return [];
    const room = this.#places(cell.column, cell.column + cell.columnSpan);
    return cell.vertical ? Array.from(cell.text.replace(/\s/g, '')) : wrapped(cell.text, room);
  }

  /** Cell at a row and column, among those of the grid. */
  #at(row: number, column: number): SpanCell | undefined {
    return this.#grid.cells.find(
      (c) =>
        row >= c.row && row < c.row + c.rowSpan && column >= c.column && column < c.column + c.columnSpan,
    );
  }

  lines(from: number, to: number): string[] {
    const columns = this.#widths.length;
    const out: string[] = [];
    for (let row = from; row <= to; row++) {
      out.push(this.#boundary(row, from, to));
      if (row === to) break;
      for (let i = 0; i < this.#heights[row]!; i++) {
        let line = '';
        for (let column = 0; column <= columns; ) {
          line += this.#upright(row, column);
          if (column === columns) break;
          const cell = this.#at(row, column)!;
          line += this.#piece(cell, this.#offset(cell, row, from) + i, from, to);
          column = cell.column + cell.columnSpan;
        }
        out.push(line);
      }
    }
    return out;
  }

  /** Lines of the cell above a row of the page. */
  #offset(cell: SpanCell, row: number, from: number): number {
    const first = Math.max(cell.row, from);
    return row === first ? 0 : this.height(first, row) - 1;
  }

  #piece(cell: SpanCell, line: number, from: number, to: number): string {
    const room = this.#places(cell.column, cell.column + cell.columnSpan);
    const first = Math.max(cell.row, from);
    const end = Math.min(cell.row + cell.rowSpan, to);
    const above = cell.row < from ? this.height(cell.row, from) - 2 : 0;
    const rest = this.#text(cell).slice(above);
    const all = cell.row + cell.rowSpan > to ? rest.slice(0, this.height(first, end) - 2) : rest;
    const free = this.height(first, end) - 2 - all.length;
    const text = all[line - Math.max(0, Math.floor(free / 2))] ?? '';
    const blank = room - placesOf(text);
    const left = cell.align === 'right' ? blank : cell.align === 'left' ? 0 : Math.floor(blank / 2);
    return ' '.repeat(left) + text + ' '.repeat(blank - left);
  }

  #upright(row: number, column: number): string {
    const drawn = this.#set.joint(false, false, true, true);
    const before = column > 0 ? this.#at(row, column - 1) : undefined;
    return before !== undefined && before === this.#at(row, column) ? '' : drawn;
  }

  #boundary(row: number, from: number, to: number): string {
    const columns = this.#widths.length;
    const isOuter = row === from || row === to;
    const level = (column: number): boolean =>
      column >= 0 && column < columns && (isOuter || this.#at(row - 1, column) !== this.#at(row, column));
    const stands = (r: number, column: number): boolean =>
      r >= from &&
      r < to &&
      (column === 0 || column === columns || this.#at(r, column - 1) !== this.#at(r, column));
    const flat = this.#set.joint(true, true, false, false);
    let line = '';
    for (let column = 0; column <= columns; ) {
      const joint = this.#set.joint(
        level(column - 1),
        level(column),
        stands(row - 1, column),
        stands(row, column),
      );
      line += joint === ' ' ? ' '.repeat(this.#set.places) : joint;
      if (column === columns) break;
      if (level(column)) {
        line += flat.repeat(this.#widths[column]! / this.#set.places);
        column++;
        continue;
      }
      const cell = this.#at(row, column)!;
      line += this.#piece(cell, this.#offset(cell, row, from) - 1, from, to);
      column = cell.column + cell.columnSpan;
    }
    return line;
  }
}
