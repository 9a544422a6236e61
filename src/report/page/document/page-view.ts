import type { Block, Box, Cell, Page, SourceDocument } from '../../../../schemas/index.ts';
import { displayWidth, wrap } from '../../terminal/width.ts';
import type { Language } from '../../wording.ts';
import { type Html, html, nothing } from '../html.ts';
import { pageWords } from '../words.ts';
import { cellId, type Marks, paragraphId } from './marks.ts';

/** Sizes of letters that a text is tried in, points: the largest that fits its box is taken. */
const sizes = [10.5, 9, 8, 7, 6, 5, 4] as const;

/** Height of a line, and width of half a 汉字, in ems. */
const lineHeight = 1.25;
const halfEm = 0.53;

/** Pages that are drawn, the first with findings: each is as heavy as its table. */
const mostDrawn = 60;

/** A text in its place on a page. */
interface Piece {
  id: string;
  box: Box;
  text: string;
  framed: boolean;
}

/**
 * Pages that findings speak of, drawn to scale: every cell in its box, with its text as it was read and masked. Beside the
 * paper or the scan it shows where to look. Null for pages without a size, and for formats without pages.
 */
export function pageViews(
  source: SourceDocument,
  marks: Marks,
  language: Language,
): ReadonlyMap<number, Html> {
  const byPage = new Map<number, Piece[]>();
  for (const [page, piece] of piecesOf(source)) {
    const known = byPage.get(page) ?? [];
    known.push(piece);
    byPage.set(page, known);
  }
  const views = new Map<number, Html>();
  for (const page of source.pages) {
    const pieces = byPage.get(page.number) ?? [];
    if (page.width === null || !pieces.some(({ id }) => marks.findingsAt(id).length > 0)) continue;
    if (views.size >= mostDrawn) break;
    views.set(page.number, pageView(page, pieces, marks, language));
  }
  return views;
}

function* piecesOf({ blocks }: SourceDocument): Generator<[page: number, piece: Piece]> {
  let grid = 0;
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'grid') {
      for (const cell of block.cells) yield* pieceAt(cell, cellId(grid, cell.row, cell.column), true);
      grid += 1;
    } else yield* pieceAt(block, paragraphId(index), false);
  }
}

function* pieceAt(
  { location, text }: Cell | Extract<Block, { kind: 'paragraph' }>,
  id: string,
  framed: boolean,
): Generator<[number, Piece]> {
  const { page, box } = location;
  if (page !== null && box !== null) yield [page, { id, box, text, framed }];
}

function pageView(
  { number, width, height }: Page,
  pieces: readonly Piece[],
  marks: Marks,
  language: Language,
): Html {
  const drawn = pieces.map((piece) => drawnPiece(piece, marks));
  const title = pageWords.newPage[language].replace('{n}', String(number));
  return html`<details class="page-view"><summary>${title} · ${pageWords.layout[language]}</summary><svg viewBox="0 0 ${round(width!)} ${round(height!)}" role="img" aria-label="${title}">${drawn}</svg></details>`;
}

function drawnPiece({ id, box, text, framed }: Piece, marks: Marks): Html {
  const numbers = marks.findingsAt(id);
  const frame =
    framed || numbers.length > 0
      ? html`<rect x="${round(box.x0)}" y="${round(box.y0)}" width="${round(box.x1 - box.x0)}" height="${round(box.y1 - box.y0)}"/>`
      : nothing;
  const lines = textLines(text, box);
  if (numbers.length === 0) return html`${frame}${lines}`;
  return html`<g class="spot ${marks.severityAt(id)}" data-cell="${id}" data-findings="${numbers.join(' ')}">${frame}${lines}</g>`;
}

/** The lines of a text in its box, in the middle of its height. */
function textLines(text: string, box: Box): Html {
  if (text.trim() === '') return nothing;
  const [wide, tall] = [box.x1 - box.x0 - 2, box.y1 - box.y0];
  for (const size of sizes) {
    const lines = wrap(text, Math.max(1, Math.floor(wide / (size * halfEm))));
    const needed = lines.length * size * lineHeight;
    if (needed > tall && size !== sizes.at(-1)) continue;
    const shown = lines.slice(0, Math.max(1, Math.floor(tall / (size * lineHeight))));
    const top = box.y0 + Math.max(0, (tall - shown.length * size * lineHeight) / 2);
    return html`<text font-size="${size}">${shown.map(
      (line, at) =>
        html`<tspan x="${round(lineStart(line, size, box, shown.length))}" y="${round(top + (at + 0.88) * size * lineHeight)}">${line}</tspan>`,
    )}</text>`;
  }
  return nothing;
}

/** Short texts stand in the middle of their cell, as they mostly do in print. */
function lineStart(line: string, size: number, { x0, x1 }: Box, lines: number): number {
  const room = x1 - x0 - displayWidth(line) * size * halfEm;
  return lines === 1 && room > 2 ? x0 + room / 2 : x0 + 1;
}

function round(value: number): string {
  return String(Math.round(value * 10) / 10);
}
