import type { Cell, Format, Grid, SourceDocument } from '../schemas/index.ts';
import { issue } from './issue.ts';

/** Formats that keep texts: what cannot be decoded shows as this sign, or did so when the file was written. Of a page in an OFD, a glyph may have no character. */
const texts: ReadonlySet<Format> = new Set([
  'html',
  'rtf',
  'csv',
  'xml_spreadsheet',
  'docx',
  'xlsx',
  'ods',
  'odt',
  'ofd',
]);
const lostSign = '\ufffd';
const doubt = 'damaged characters';

/** Notes the cells in which signs were lost as doubtful, and warns of them and of paragraphs that lost some: a figure may lack a digit. */
export function withDamagedSigns(source: SourceDocument): SourceDocument {
  if (!texts.has(source.format)) return source;
  let count = 0;
  for (const block of source.blocks) {
    if (block.kind === 'grid') count += markIn(block);
    else if (block.text.includes(lostSign)) count++;
  }
  if (count === 0) return source;
  const warning = issue(
    'page_failed',
    `有 ${count} 处文字含损坏的字符（显示为 �）`,
    `${count} texts hold characters that are damaged, which show as �`,
  );
  return { ...source, warnings: [...source.warnings, warning] };
}

function markIn(grid: Grid): number {
  return grid.cells.reduce((sum, cell) => sum + markOf(cell), 0);
}

function markOf(cell: Cell): number {
  if (!cell.text.includes(lostSign)) return 0;
  cell.doubt ??= doubt;
  return 1;
}
