import type { Block, Cell, Grid, Paragraph, SourceDocument } from '../../../../schemas/index.ts';
import { doubtName } from '../../doubts.ts';
import { gridPlace } from '../../place.ts';
import { columnShares } from '../../table/column-widths.ts';
import type { Language } from '../../wording.ts';
import { type Html, html, joined, nothing } from '../html.ts';
import { pageWords } from '../words.ts';
import { cellId, type Marks, paragraphId } from './marks.ts';
import { pageViews } from './page-view.ts';

/** Below this a cell that was recognised is marked as doubtful, 0 to 1. */
const sure = 0.85;

/** The document as it was seen: its tables with their spans and widths, its paragraphs, in reading order. */
export function sourceBlocks(source: SourceDocument, marks: Marks, language: Language): Html {
  const { blocks } = source;
  let grids = 0;
  let page: number | null = null;
  const views = pageViews(source, marks, language);
  const pieces = blocks.map((block, index) => {
    const at = pageOf(block);
    const turned = at !== null && at !== page;
    if (at !== null) page = at;
    const head = turned ? pageHead(at, views.get(at), language) : nothing;
    const body =
      block.kind === 'grid' ? table(block, grids++, marks, language) : paragraph(block, index, marks);
    return html`${head}${body}\n`;
  });
  return joined(pieces);
}

function pageOf(block: Block): number | null {
  return block.kind === 'grid' ? block.parts[0]!.page : block.location.page;
}

function pageHead(page: number, view: Html | undefined, language: Language): Html {
  return html`<p class="page-mark"><span>${pageName(page, language)}</span></p>${view ?? nothing}`;
}

function pageName(page: number, language: Language): string {
  return pageWords.newPage[language].replace('{n}', String(page));
}

function paragraph({ text, role }: Paragraph, index: number, marks: Marks): Html {
  if (text.trim() === '') return nothing;
  const id = paragraphId(index);
  const numbers = marks.findingsAt(id);
  const target = marks.isLinked(id) ? html` id="${id}"` : nothing;
  if (numbers.length === 0) return html`<p class="${role}"${target}>${text}</p>`;
  return html`<p class="${role} marked ${marks.severityAt(id)}"${target} data-findings="${numbers.join(' ')}">${text}${references(numbers)}</p>`;
}

function table(grid: Grid, index: number, marks: Marks, language: Language): Html {
  const rows = Array.from({ length: grid.rows }, () => [] as Html[]);
  for (const cell of grid.cells) rows[cell.row]!.push(tableCell(cell, index, marks, language));
  const starts = new Map(
    grid.parts.slice(1).flatMap(({ firstRow, page }) => (page === null ? [] : [[firstRow, page]])),
  );
  const columns = columnShares(grid).map((share) => html`<col width="${(share * 100).toFixed(2)}%">`);
  const body = rows.map((cells, row) => {
    const page = starts.get(row);
    return page === undefined
      ? html`<tr>${cells}</tr>\n`
      : html`<tr class="new-page" data-page="${pageName(page, language)}">${cells}</tr>\n`;
  });
  const caption = gridPlace(grid, index, language);
  return html`<figure class="grid ${breadth(grid.columns)}"><figcaption>${caption}</figcaption><div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table><colgroup>${columns}</colgroup><tbody>${body}</tbody></table></div></figure>`;
}

/** Tables of many columns scroll sideways rather than break every word. */
function breadth(columns: number): string {
  if (columns <= 9) return 'narrow';
  if (columns <= 16) return 'broad';
  return 'broadest';
}

function tableCell(cell: Cell, grid: number, marks: Marks, language: Language): Html {
  const { row, column, rowSpan, columnSpan, text, doubt, hidden, confidence, alternatives = [] } = cell;
  const id = cellId(grid, row, column);
  const numbers = marks.findingsAt(id);
  const doubtful = doubt !== undefined || confidence < sure;
  const classes = [
    ...(isFigure(text) ? ['n'] : []),
    ...(hidden ? ['hidden'] : []),
    ...(doubtful && text !== '' ? ['doubt'] : []),
    ...(numbers.length > 0 ? ['marked', marks.severityAt(id)!] : []),
  ];
  const attributes = [
    rowSpan > 1 ? html` rowspan="${rowSpan}"` : nothing,
    columnSpan > 1 ? html` colspan="${columnSpan}"` : nothing,
    classes.length > 0 ? html` class="${classes.join(' ')}"` : nothing,
    marks.isLinked(id) ? html` id="${id}"` : nothing,
    numbers.length > 0 ? html` data-findings="${numbers.join(' ')}" tabindex="0"` : nothing,
    doubtful && text !== ''
      ? html` title="${doubtText(doubt, confidence, alternatives, language)}"`
      : nothing,
    hidden && !doubtful ? html` title="${pageWords.hidden[language]}"` : nothing,
  ];
  return html`<td${attributes}>${text}${numbers.length > 0 ? references(numbers) : nothing}</td>`;
}

function doubtText(
  doubt: string | undefined,
  confidence: number,
  alternatives: NonNullable<Cell['alternatives']>,
  language: Language,
): string {
  const others = alternatives.map(({ text }) => text).join(' · ');
  return [
    `${pageWords.confidence[language]} ${Math.round(confidence * 100)} %`,
    ...(doubt === undefined ? [] : [doubtName(doubt, language)]),
    ...(others === '' ? [] : [`${pageWords.alternatives[language]} ${others}`]),
  ].join(' · ');
}

/** Links back to the findings of a cell, by number. */
function references(numbers: readonly number[]): Html {
  return html`<sup>${numbers.map((number) => html`<a href="#f${number}">${number}</a>`)}</sup>`;
}

/** 6951.77, 1,234, 98.5%, −3: what stands flush right in a table. */
function isFigure(text: string): boolean {
  return /^[\s¥￥]*[-−+(（]?\d[\d,，]*(?:\.\d+)?[)）]?\s*[%％]?\s*$/.test(text);
}
