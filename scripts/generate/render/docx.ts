import type { Line, Section, SpanCell, SpanGrid } from '../page.ts';
import type { Drawing } from './html.ts';
import { escapeXml, xmlHead } from './xml.ts';
import { zip } from './zip.ts';

export interface WordStyle {
  /** Header rows are marked to repeat on every page. */
  repeatHeaders?: boolean;
  /** Rows may be cut by a page end (Word's own default). */
  splitRows?: boolean;
  /** Half points of the body text. */
  fontSize?: number;
  /** Margins of the page on all sides, in millimetres; 20 unless given. */
  margin?: number;
  /** How the borders are drawn; those of Word's own that come nearest. */
  drawing?: Drawing;
}

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
/** A4 in twentieths of a point. */
const portrait = { width: 11906, height: 16838 };
const landscape = { width: 16838, height: 11906 };
const twentiethsOfMillimetre = 56.7;

/** A Word document by hand: vMerge and gridSpan as ECMA-376 part 1 §17.4.84 and §17.4.17 have them. */
export function renderDocx(sections: readonly Section[], style: WordStyle = {}): Uint8Array {
  const margin = Math.round((style.margin ?? 20) * twentiethsOfMillimetre);
  const body = sections
    .map((section, i) => {
      const page = section.landscape ? landscape : portrait;
      const blocks = section.blocks.map((block, k) => {
        if (block.kind === 'paragraph') return paragraph(block);
        const next = section.blocks[k + 1];
        return (
          table(block, page.width - 2 * margin, style) +
          (next?.kind === 'grid' || !next ? emptyParagraph : '')
        );
      });
      const settings = `<w:sectPr><w:type w:val="nextPage"/><w:pgSz w:w="${page.width}" w:h="${page.height}"${section.landscape ? ' w:orient="landscape"' : ''}/><w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>`;
      const last = i === sections.length - 1;
      return blocks.join('') + (last ? settings : `<w:p><w:pPr>${settings}</w:pPr></w:p>`);
    })
    .join('');
  const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
  const size = style.fontSize ?? 18;
  return zip([
    {
      path: '[Content_Types].xml',
      data: `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    },
    {
      path: '_rels/.rels',
      data: `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      path: 'word/_rels/document.xml.rels',
      data: `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      path: 'word/document.xml',
      data: `${xmlHead}<w:document ${namespace}><w:body>${body}</w:body></w:document>`,
    },
    {
      path: 'word/styles.xml',
      data: `${xmlHead}<w:styles ${namespace}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="宋体" w:eastAsia="宋体" w:hAnsi="宋体"/><w:sz w:val="${size}"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`,
    },
  ]);
}

const emptyParagraph = '<w:p/>';

function paragraph({ role, text }: Line): string {
  const runs = (properties: string) =>
    text
      .split('\n')
      .map((part) => `<w:r>${properties}<w:t xml:space="preserve">${escapeXml(part)}</w:t></w:r>`)
      .join('<w:r><w:br/></w:r>');
  if (role === 'title') {
    return `<w:p><w:pPr><w:pStyle w:val="Heading1"/><w:jc w:val="center"/></w:pPr>${runs('<w:rPr><w:b/><w:sz w:val="32"/></w:rPr>')}</w:p>`;
  }
  if (role === 'heading')
    return `<w:p><w:pPr><w:spacing w:before="120"/></w:pPr>${runs('<w:rPr><w:b/></w:rPr>')}</w:p>`;
  return `<w:p>${runs('')}</w:p>`;
}

function table(grid: SpanGrid, room: number, style: WordStyle): string {
  const total = grid.widths.reduce((a, b) => a + b, 0);
  const widths = grid.widths.map((width) => Math.floor((room * width) / total));
  const drawing = style.drawing ?? 'plain';
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => border(side, lineOf(drawing, side)))
    .join('');
  const rows = Array.from({ length: grid.rows }, (_, row) => {
    const cells = grid.cells
      .filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
      .sort((a, b) => a.column - b.column)
      .map((cell) => tableCell(cell, row, widths, cellDrawing(cell, grid, drawing)))
      .join('');
    const header = style.repeatHeaders && row < grid.headerRows ? '<w:tblHeader/>' : '';
    const whole = style.splitRows ? '' : '<w:cantSplit/>';
    const least = leastHeight(grid, row, style);
    const height = least > 0 ? `<w:trHeight w:val="${least}" w:hRule="atLeast"/>` : '';
    const settings = whole + height + header;
    return `<w:tr>${settings && `<w:trPr>${settings}</w:trPr>`}${cells}</w:tr>`;
  }).join('');
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((a, b) => a + b, 0)}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>` +
    `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>${rows}</w:tbl>`
  );
}

interface BorderLine {
  kind: 'single' | 'dashed' | 'dotted' | 'double' | 'nil';
  /** Eighths of a point. */
  size: number;
  colour: string;
}

const border = (side: string, { kind, size, colour }: BorderLine): string =>
  `<w:${side} w:val="${kind}" w:sz="${size}" w:space="0" w:color="${colour}"/>`;

const none: BorderLine = { kind: 'nil', size: 0, colour: 'auto' };

/** The line on one side of a table, or between its cells (ECMA-376 part 1 §17.4.38). */
function lineOf(drawing: Drawing, side: string): BorderLine {
  const line: BorderLine = { kind: 'single', size: 4, colour: '000000' };
  const level = side === 'top' || side === 'bottom' || side === 'insideH';
  switch (drawing) {
    case 'dashed':
    case 'dotted':
    case 'double':
      return { ...line, kind: drawing };
    case 'grey-hairlines':
      return { ...line, size: 2, colour: '999999' };
    case 'open-sides':
      return side === 'left' || side === 'right' ? none : line;
    case 'horizontal-only':
      return level ? line : none;
    case 'vertical-only':
      return level ? none : line;
    case 'three-line':
      return side === 'top' || side === 'bottom' ? { ...line, size: 12 } : none;
    case 'background':
      return { ...line, size: 12, colour: 'FFFFFF' };
    case 'none':
      return none;
    default:
      return line;
  }
}

/** Settings of a cell that its drawing adds: the line under the head, the colour behind it. */
function cellDrawing(cell: SpanCell, grid: SpanGrid, drawing: Drawing): string {
  if (drawing === 'background') return '<w:shd w:val="clear" w:color="auto" w:fill="DDE6F0"/>';
  const isHead = cell.row + cell.rowSpan <= Math.max(1, grid.headerRows);
  if (drawing === 'three-line' && isHead)
    return `<w:tcBorders>${border('bottom', { kind: 'single', size: 6, colour: '000000' })}</w:tcBorders>`;
  return '';
}

/** Twentieths of a point that a row needs so that a vertical label over several rows stays one line. */
function leastHeight(grid: SpanGrid, row: number, style: WordStyle): number {
  const over = grid.cells.filter((cell) => cell.vertical && cell.row <= row && row < cell.row + cell.rowSpan);
  const size = (style.fontSize ?? 18) * 10 * 1.4;
  return Math.ceil(Math.max(0, ...over.map(({ text, rowSpan }) => ((text.length + 1) * size) / rowSpan)));
}

function tableCell(cell: SpanCell, row: number, widths: number[], drawing: string): string {
  const width = widths.slice(cell.column, cell.column + cell.columnSpan).reduce((a, b) => a + b, 0);
  const first = row === cell.row;
  const settings = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    cell.columnSpan > 1 ? `<w:gridSpan w:val="${cell.columnSpan}"/>` : '',
    cell.rowSpan > 1 ? `<w:vMerge${first ? ' w:val="restart"' : ''}/>` : '',
    drawing,
    cell.vertical ? '<w:textDirection w:val="tbRlV"/>' : '',
    '<w:vAlign w:val="center"/>',
  ].join('');
  const align = `<w:pPr><w:jc w:val="${cell.align ?? 'center'}"/></w:pPr>`;
  const bold = cell.bold ? '<w:rPr><w:b/></w:rPr>' : '';
  const content = first
    ? cell.text
        .split('\n')
        .map(
          (part) =>
            `<w:p>${align}${part && `<w:r>${bold}<w:t xml:space="preserve">${escapeXml(part)}</w:t></w:r>`}</w:p>`,
        )
        .join('')
    : '<w:p/>';
  return `<w:tc><w:tcPr>${settings}</w:tcPr>${content}</w:tc>`;
}
