import type { Line, Section, SpanGrid } from '../page.ts';
import { defaultSheetStyle, type PlacedCell, type PlacedSheet, placeSheets } from './sheet-layout.ts';
import { uniqueName } from './xlsx.ts';
import { escapeXml, xmlHead } from './xml.ts';
import { zip } from './zip.ts';

const odf = 'urn:oasis:names:tc:opendocument:xmlns';
const declared = [
  ...['office', 'text', 'table', 'style'].map((name) => `xmlns:${name}="${odf}:${name}:1.0"`),
  `xmlns:number="${odf}:datastyle:1.0"`,
  `xmlns:fo="${odf}:xsl-fo-compatible:1.0"`,
].join(' ');

function packed(kind: 'text' | 'spreadsheet', styles: string, body: string): Uint8Array {
  const type = `application/vnd.oasis.opendocument.${kind}`;
  return zip([
    { path: 'mimetype', data: type },
    {
      path: 'content.xml',
      data: `${xmlHead}<office:document-content ${declared} office:version="1.2"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    },
    {
      path: 'META-INF/manifest.xml',
      data: `${xmlHead}<manifest:manifest xmlns:manifest="${odf}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    },
  ]);
}

/** White space as ODF keeps it (ODF 1.2 part 1 §6.1.3). */
const inline = (text: string): string =>
  escapeXml(text)
    .replaceAll('\n', '<text:line-break/>')
    .replace(/ {2,}|^ /g, (blanks) => `<text:s text:c="${blanks.length}"/>`);

const paragraphs = (text: string): string => (text === '' ? '<text:p/>' : `<text:p>${inline(text)}</text:p>`);

/** A text (ODF 1.2 part 1 §9.1 for its tables). */
export function renderOdt(sections: readonly Section[]): Uint8Array {
  const styles =
    '<style:style style:name="P1" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/></style:style>' +
    '<style:style style:name="P2" style:family="paragraph"><style:text-properties fo:font-weight="bold"/></style:style>';
  const body = sections.map(({ blocks }, n) => {
    const written = blocks.map((block, k) =>
      block.kind === 'paragraph'
        ? paragraph(block)
        : table(block) + (blocks[k + 1]?.kind === 'paragraph' ? '' : '<text:p/>'),
    );
    return (n === 0 ? '' : '<text:p text:style-name="P1"/>') + written.join('');
  });
  return packed('text', styles, body.join(''));
}

function paragraph({ role, text }: Line): string {
  if (role === 'title') return `<text:h text:outline-level="1">${inline(text)}</text:h>`;
  return role === 'heading' ? `<text:p text:style-name="P2">${inline(text)}</text:p>` : paragraphs(text);
}

function table(grid: SpanGrid): string {
  const owners = new Map<string, SpanGrid['cells'][number]>();
  for (const cell of grid.cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
        owners.set(`${row} ${column}`, cell);
  const rows = Array.from({ length: grid.rows }, (_, row) => {
    const cells = Array.from({ length: grid.columns }, (_cell, column) => {
      const cell = owners.get(`${row} ${column}`);
      if (cell !== undefined && (cell.row !== row || cell.column !== column))
        return '<table:covered-table-cell/>';
      return `<table:table-cell${cell === undefined ? '' : spans(cell)}>${paragraphs(cell?.text ?? '')}</table:table-cell>`;
    });
    return `<table:table-row>${cells.join('')}</table:table-row>`;
  });
  const head = rows.slice(0, grid.headerRows).join('');
  return `<table:table><table:table-column table:number-columns-repeated="${grid.columns}"/>${head === '' ? '' : `<table:table-header-rows>${head}</table:table-header-rows>`}${rows.slice(grid.headerRows).join('')}</table:table>`;
}

const spans = ({ rowSpan, columnSpan }: { rowSpan: number; columnSpan: number }): string =>
  rowSpan * columnSpan === 1
    ? ''
    : ` table:number-columns-spanned="${columnSpan}" table:number-rows-spanned="${rowSpan}"`;

/** A workbook. Figures stand as numbers with the text that is shown; those with a format have a style of the kind of their format. */
export function renderOds(sections: readonly Section[]): Uint8Array {
  const sheets = placeSheets(sections, defaultSheetStyle);
  const lines = '<style:table-cell-properties fo:border="0.5pt solid #000000"/>';
  const percent = [0, 1, 2].map(
    (places) =>
      `<number:percentage-style style:name="N${places}"><number:number number:decimal-places="${places}" number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>` +
      `<style:style style:name="p${places}" style:family="table-cell" style:data-style-name="N${places}">${lines}</style:style>`,
  );
  const styles = `<style:style style:name="b" style:family="table-cell">${lines}</style:style>${percent.join('')}`;
  const body = sheets.map(
    (sheet, n) =>
      `<table:table table:name="${escapeXml(uniqueName(sheet.name, n, sheets))}">${rowsOf(sheet)}</table:table>`,
  );
  return packed('spreadsheet', styles, body.join(''));
}

function rowsOf({ cells, rows, columns }: PlacedSheet): string {
  const owners = new Map<string, PlacedCell>();
  for (const cell of cells)
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++)
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++)
        owners.set(`${row} ${column}`, cell);
  return Array.from({ length: rows }, (_, row) => {
    const written = Array.from({ length: columns }, (_cell, column) => {
      const placed = owners.get(`${row} ${column}`);
      if (placed === undefined) return '<table:table-cell/>';
      if (placed.row !== row || placed.column !== column)
        return '<table:covered-table-cell table:style-name="b"/>';
      return cellOf(placed);
    });
    return `<table:table-row>${written.join('')}<table:table-cell table:number-columns-repeated="${16_384 - columns}"/></table:table-row>`;
  }).join('');
}

function cellOf(placed: PlacedCell): string {
  const { text, number, format } = placed.cell;
  const places = /^0(?:\.(0+))?%$/.exec(format ?? '');
  const style = placed.bordered ? ` table:style-name="${places ? `p${places[1]?.length ?? 0}` : 'b'}"` : '';
  const isNumber = number !== undefined && text !== '';
  const value = isNumber
    ? ` office:value-type="${places ? 'percentage' : 'float'}" office:value="${number}"`
    : '';
  return `<table:table-cell${style}${spans(placed)}${value}>${text === '' ? '' : text.split('\n').map(paragraphs).join('')}</table:table-cell>`;
}
