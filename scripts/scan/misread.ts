import type { Block, Cell, Location, Reading, SourceDocument } from '../../schemas/index.ts';
import type { PageBlock, Section } from '../generate/page.ts';
import type { Random } from '../generate/random.ts';

/** How badly a scan is read: shares of the figures. */
export interface Misreading {
  /** Read in two ways. */
  doubtful: number;
  /** Of those, read wrongly: the right reading is the rival. */
  wrong: number;
  /** Of those, without the right reading among the readings seen. */
  lost: number;
  /** Read wrongly without a doubt. */
  silent: number;
}

/** A cell that was made doubtful, with what is printed there. */
export interface Misread {
  key: string;
  printed: string;
  read: string;
}

/** A filing as a scanned page would give it, its figures misread at random. */
export function misreadDocument(
  sections: readonly Section[],
  rates: Misreading,
  random: Random,
): { source: SourceDocument; misread: Misread[]; silent: number } {
  const misread: Misread[] = [];
  let silent = 0;
  let grids = 0;
  const blocks = sections
    .flatMap((section) => section.blocks)
    .map((block, index): Block => {
      const scanned = blockOf(block, index, block.kind === 'grid' ? grids++ : null);
      if (scanned.kind === 'paragraph') return scanned;
      const cells = scanned.cells.map((cell): Cell => {
        if (!isFigure(cell.text)) return cell;
        if (random.chance(rates.silent)) {
          silent++;
          return { ...cell, text: confused(cell.text, random), confidence: 0.98 };
        }
        if (!random.chance(rates.doubtful)) return { ...cell, confidence: 0.98 };
        const doubted = doubtedCell(cell, rates, random);
        misread.push({ key: keyOf(cell.location), printed: cell.text, read: doubted.text });
        return doubted;
      });
      return { ...scanned, cells };
    });
  const page = { number: 1, name: null, width: 595, height: 842, rotation: 0, hidden: false };
  return {
    source: { format: 'pdf', pages: [{ ...page, kind: 'scanned' }], blocks, warnings: [] },
    misread,
    silent,
  };
}

export const keyOf = ({ block, row, column }: Location): string => `${block}|${row}|${column}`;

function doubtedCell(cell: Cell, rates: Misreading, random: Random): Cell {
  const other = confused(cell.text, random);
  const isWrong = random.chance(rates.wrong);
  const read = isWrong ? other : cell.text;
  const rival = !isWrong ? other : random.chance(rates.lost) ? confused(cell.text, random) : cell.text;
  const says = (text: string, by: string): Reading => ({ text, by, confidence: 0.5 + random.next() / 2 });
  const [first, second] = random.chance(0.5) ? ['chi_sim', 'eng'] : ['eng', 'chi_sim'];
  return {
    ...cell,
    text: read,
    confidence: 0.6,
    doubt: `read as ${read} and as ${rival}`,
    alternatives: [says(read, first as string), says(rival, second as string)],
  };
}

/** Digits that readers take for one another. */
const alike: Readonly<Record<string, string>> = {
  0: '689',
  1: '74',
  2: '7',
  3: '85',
  4: '19',
  5: '63',
  6: '805',
  7: '12',
  8: '360',
  9: '840',
};

/** A figure as a reader may get it wrong: a digit for one like it, one lost or doubled, the point lost. */
export function confused(text: string, random: Random): string {
  const digits = [...text].flatMap((character, i) => (/\d/.test(character) ? [i] : []));
  const at = random.pick(digits);
  const digit = text[at] ?? '';
  const put = (instead: string): string => text.slice(0, at) + instead + text.slice(at + 1);
  const kind = random.next();
  if (kind < 0.12 && digits.length > 1) return put('');
  if (kind < 0.2) return put(digit + digit);
  if (kind < 0.26 && text.includes('.')) return text.replace('.', '');
  if (kind < 0.3 && text.includes('%')) return `${text}${random.pick(['4', '9'])}`.replace('%', '');
  return put(random.pick([...(alike[digit] ?? '8')]));
}

/** A cell that is one figure, with a sign before it or a unit behind. */
const isFigure = (text: string): boolean =>
  /^[≥≤<>=]*-?\d[\d,]*(?:\.\d+)?(?:%|\p{Script=Han}{0,3})$/u.test(text);

function blockOf(block: PageBlock, index: number, grid: number | null): Block {
  const place = { block: index, grid, page: 1, sheet: null, ref: null, table: null };
  const box = (row: number) => ({ x0: 50, y0: 50 + 12 * row, x1: 540, y1: 62 + 12 * row });
  if (block.kind === 'paragraph') {
    const role =
      block.role === 'title' || block.role === 'heading'
        ? 'heading'
        : block.role === 'caption'
          ? 'caption'
          : 'body';
    const location: Location = { ...place, row: null, column: null, box: box(0) };
    return { kind: 'paragraph', text: block.text, role, confidence: 0.95, location };
  }
  const cells = block.cells.map(
    ({ row, column, rowSpan, columnSpan, text }): Cell => ({
      row,
      column,
      rowSpan,
      columnSpan,
      text,
      confidence: 0.95,
      location: { ...place, row, column, box: box(row) },
    }),
  );
  const { rows, columns } = block;
  const around: [number, number, number, number] = [50, 50, 540, 800];
  return {
    kind: 'grid',
    rows,
    columns,
    cells,
    parts: [{ page: 1, sheet: null, table: null, box: around, firstRow: 0, endRow: rows }],
    method: 'ruled',
    confidence: 1,
    inside: null,
    repeatedHeaders: [],
  };
}
