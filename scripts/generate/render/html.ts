import type { Line, Section, SpanGrid } from '../page.ts';
import { escapeXml } from './xml.ts';

/** How the lines of a table are drawn. */
export type Drawing =
  | 'plain'
  | 'open-sides'
  | 'dashed'
  | 'dotted'
  | 'grey-hairlines'
  | 'double'
  | 'filled-boxes'
  | 'horizontal-only'
  | 'vertical-only'
  | 'three-line'
  | 'background'
  | 'none'
  | 'separate';

export const drawings: readonly Drawing[] = [
  'plain',
  'open-sides',
  'dashed',
  'dotted',
  'grey-hairlines',
  'double',
  'filled-boxes',
  'horizontal-only',
  'vertical-only',
  'three-line',
  'background',
  'none',
  'separate',
];

export interface HtmlStyle {
  drawing?: Drawing;
  landscape?: boolean;
  /** Points. */
  fontSize?: number;
  /** Margins of the page, as CSS has them. */
  margin?: string;
  /** Says nothing of the paper: whoever prints the page chooses it. */
  unpaged?: boolean;
  repeatHeaders?: boolean;
  /** Sections follow one another on a page instead of each beginning a new one. */
  flow?: boolean;
  /** The page turned by 90°, as the file says (Rotate), its content upright again on screen. */
  rotated?: boolean;
  /** Name of the font, before the one that is always there. */
  face?: string;
  /** More rules of CSS: heavier frames, shaded heads. */
  rules?: string;
}

const rules: Record<Drawing, string> = {
  plain: 'td{border:1px solid #000}',
  'open-sides': 'td{border:1px solid #000}td.first{border-left:none}td.last{border-right:none}',
  dashed: 'td{border:1px dashed #000}',
  dotted: 'td{border:1px dotted #000}',
  'grey-hairlines': 'td{border:0.4px solid #999}',
  double: 'td{border:3px double #000}',
  'filled-boxes': 'table{border-collapse:separate;border-spacing:1px;background:#000}td{background:#fff}',
  'horizontal-only': 'td{border-top:1px solid #000;border-bottom:1px solid #000}',
  'vertical-only': 'td{border-left:1px solid #000;border-right:1px solid #000}',
  'three-line':
    'table{border-top:1.5px solid #000;border-bottom:1.5px solid #000}td.head{border-bottom:1px solid #000}',
  background: 'table{border-collapse:separate;border-spacing:2px}td{background:#dde6f0}',
  none: '',
  separate: 'table{border-collapse:separate;border-spacing:0}td{border:1px solid #000}',
};

/** A page as a province system would show it: one file, one table a grid. */
export function renderHtml(sections: readonly Section[], style: HtmlStyle = {}): string {
  const drawing = style.drawing ?? 'plain';
  const landscape = style.landscape ?? sections.some((section) => section.landscape);
  const css = [
    style.unpaged
      ? ''
      : `@page{size:A4 ${landscape ? 'landscape' : 'portrait'};margin:${style.margin ?? '15mm 12mm'}${style.rotated ? ';page-orientation:rotate-left' : ''}}`,
    `body{font:${style.fontSize ?? 9}pt/1.35 ${style.face ? `"${style.face}",` : ''}"Noto Sans CJK SC","宋体",sans-serif;margin:0}`,
    'table{border-collapse:collapse;table-layout:fixed;width:100%;margin:4px 0}',
    'td{padding:2px 4px;text-align:center;vertical-align:middle;word-wrap:break-word;white-space:pre-wrap}',
    'td.left{text-align:left}td.right{text-align:right}td.bold{font-weight:bold}td.vertical{writing-mode:vertical-rl}',
    'h1{font-size:15pt;text-align:center;margin:4px 0}p{margin:2px 0;white-space:pre-wrap}',
    style.flow ? 'section+section{margin-top:14px}' : 'section+section{break-before:page}',
    rules[drawing],
    style.rules ?? '',
  ].join('\n');
  const body = sections
    .map(
      ({ blocks }) =>
        `<section>${blocks.map((block) => (block.kind === 'grid' ? table(block, style) : paragraph(block))).join('\n')}</section>`,
    )
    .join('\n');
  return `<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeXml(titleOf(sections))}</title><style>\n${css}\n</style></head><body>\n${body}\n</body></html>\n`;
}

const titleOf = (sections: readonly Section[]) =>
  sections.flatMap(({ blocks }) => blocks).find((block): block is Line => block.kind === 'paragraph')?.text ??
  '';

const paragraph = ({ role, text }: Line) =>
  role === 'title' ? `<h1>${escapeXml(text)}</h1>` : `<p>${escapeXml(text)}</p>`;

function table(grid: SpanGrid, style: HtmlStyle): string {
  const total = grid.widths.reduce((a, b) => a + b, 0);
  const columns = grid.widths
    .map((width) => `<col style="width:${Math.round((width / total) * 10000) / 100}%">`)
    .join('');
  const rowXml = (row: number) =>
    `<tr>${grid.cells
      .filter((cell) => cell.row === row)
      .sort((a, b) => a.column - b.column)
      .map((cell) => {
        const classes = [
          cell.align,
          cell.bold && 'bold',
          cell.vertical && 'vertical',
          cell.row + cell.rowSpan <= Math.max(1, grid.headerRows) && 'head',
          cell.column === 0 && 'first',
          cell.column + cell.columnSpan === grid.columns && 'last',
        ].filter(Boolean);
        const span = `${cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''}${cell.columnSpan > 1 ? ` colspan="${cell.columnSpan}"` : ''}`;
        return `<td${classes.length > 0 ? ` class="${classes.join(' ')}"` : ''}${span}>${escapeXml(cell.text)}</td>`;
      })
      .join('')}</tr>`;
  const rows = Array.from({ length: grid.rows }, (_, row) => rowXml(row));
  const head = style.repeatHeaders && grid.headerRows > 0 ? grid.headerRows : 0;
  const top = head > 0 ? `<thead>${rows.slice(0, head).join('\n')}</thead>` : '';
  return `<table><colgroup>${columns}</colgroup>${top}<tbody>${rows.slice(head).join('\n')}</tbody></table>`;
}
