import type { Section } from '../page.ts';
import {
  defaultSheetStyle,
  type PlacedCell,
  type PlacedSheet,
  placeSheets,
  type SheetStyle,
} from './sheet-layout.ts';
import { escapeXml, xmlHead } from './xml.ts';
import { type Entry, zip } from './zip.ts';

export function columnName(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** A workbook by hand: SheetJS writes no borders, and the grids of a sheet are told by theirs. ECMA-376 part 1 §18. */
export function renderXlsx(sections: readonly Section[], style: SheetStyle = defaultSheetStyle): Uint8Array {
  const sheets = placeSheets(sections, style);
  const formats = styleTable();
  const bodies = sheets.map((sheet) => sheetXml(sheet, style, formats));
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
  const relations = (body: string) =>
    `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${body}</Relationships>`;
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const entries: Entry[] = [
    {
      path: '[Content_Types].xml',
      data: `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${types}.worksheet+xml"/>`).join('')}</Types>`,
    },
    { path: '_rels/.rels', data: relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      path: 'xl/workbook.xml',
      data: `${xmlHead}<workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${sheets.map(({ name }, i) => `<sheet name="${escapeXml(uniqueName(name, i, sheets))}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      data: relations(
        sheets.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('') +
          relation(`rId${sheets.length + 1}`, 'styles', 'styles.xml'),
      ),
    },
    ...bodies.map((data, i) => ({ path: `xl/worksheets/sheet${i + 1}.xml`, data })),
    { path: 'xl/styles.xml', data: formats.xml() },
  ];
  return zip(entries);
}

export const uniqueName = (name: string, index: number, sheets: readonly { name: string }[]): string => {
  const before = sheets.slice(0, index).filter((other) => other.name === name).length;
  return before > 0 ? `${name}${before + 1}` : name;
};

function sheetXml(sheet: PlacedSheet, style: SheetStyle, formats: StyleTable): string {
  const rows = new Map<number, string[]>();
  const put = (row: number, column: number, xml: string) => {
    rows.set(row, rows.get(row) ?? []);
    rows.get(row)![column] = xml;
  };
  for (const placed of sheet.cells) {
    const id = formats.id(placed, style);
    for (let r = placed.row; r < placed.row + placed.rowSpan; r++) {
      for (let c = placed.column; c < placed.column + placed.columnSpan; c++) {
        const head = r === placed.row && c === placed.column;
        put(r, c, cellXml(`${columnName(c)}${r + 1}`, id, head ? placed : null, style));
      }
    }
  }
  const body = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([row, cells]) => {
      const height = Math.min(400, sheet.heights.get(row) ?? 18);
      return `<row r="${row + 1}" ht="${Math.round(height * 10) / 10}" customHeight="1">${cells.filter(Boolean).join('')}</row>`;
    })
    .join('');
  const merges = sheet.merges
    .map(
      (m) =>
        `<mergeCell ref="${columnName(m.column)}${m.row + 1}:${columnName(m.column + m.columnSpan - 1)}${m.row + m.rowSpan}"/>`,
    )
    .join('');
  return (
    `${xmlHead}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
    `<dimension ref="A1:${columnName(sheet.columns - 1)}${Math.max(1, sheet.rows)}"/>` +
    `<cols>${sheet.widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>` +
    `<sheetData>${body}</sheetData>` +
    (merges && `<mergeCells count="${sheet.merges.length}">${merges}</mergeCells>`) +
    `<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>` +
    `<pageSetup paperSize="9" orientation="${sheet.landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/></worksheet>`
  );
}

function cellXml(ref: string, style: number, placed: PlacedCell | null, { numbers }: SheetStyle): string {
  if (!placed || placed.cell.text === '') return `<c r="${ref}" s="${style}"/>`;
  if (numbers === 'native' && placed.cell.number !== undefined)
    return `<c r="${ref}" s="${style}"><v>${placed.cell.number}</v></c>`;
  return `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(placed.cell.text)}</t></is></c>`;
}

interface StyleTable {
  id(placed: PlacedCell, style: SheetStyle): number;
  xml(): string;
}

/** Cell styles by what they show; ids in the order of first use. */
function styleTable(): StyleTable {
  const formats = new Map<string, number>();
  const styles = new Map<string, number>();
  return {
    id(placed, { numbers }) {
      const { cell, bordered, title } = placed;
      const format = numbers === 'native' && cell.number !== undefined ? (cell.format ?? '') : '';
      if (format && !formats.has(format)) formats.set(format, 164 + formats.size);
      const font = title ? 2 : cell.bold ? 1 : 0;
      const turned = cell.vertical ? ' textRotation="255"' : '';
      const align = `<alignment horizontal="${cell.align ?? 'center'}" vertical="center" wrapText="1"${turned}/>`;
      const xml = `<xf numFmtId="${format ? formats.get(format) : 0}" fontId="${font}" fillId="0" borderId="${bordered ? 1 : 0}" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">${align}</xf>`;
      if (!styles.has(xml)) styles.set(xml, styles.size + 1);
      return styles.get(xml)!;
    },
    xml() {
      const side = (name: string) => `<${name} style="thin"><color auto="1"/></${name}>`;
      const font = (size: number, bold: boolean) =>
        `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="宋体"/></font>`;
      const list = [...formats]
        .map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`)
        .join('');
      return (
        `${xmlHead}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
        (list && `<numFmts count="${formats.size}">${list}</numFmts>`) +
        `<fonts count="3">${font(10, false)}${font(10, true)}${font(16, true)}</fonts>` +
        `<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
        `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders>` +
        `<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
        `<cellXfs count="${styles.size + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${[...styles.keys()].join('')}</cellXfs></styleSheet>`
      );
    },
  };
}
