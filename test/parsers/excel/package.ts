import * as XLSX from 'xlsx';
import { parseDocument } from '../../../parsers/index.ts';
import type { ParserLimits } from '../../../parsers/limits.ts';
import type { Cell, Grid, Paragraph, SourceDocument } from '../../../schemas/index.ts';

/** A sheet of a hand-written package: the inside of `<sheetData>`, and what stands around it. */
export interface SheetParts {
  name?: string;
  rows: string;
  /** Before the rows: `<cols>`, `<dimension>`. */
  before?: string;
  /** After the rows: `<mergeCells>`, `<drawing>`. */
  after?: string;
  state?: 'hidden' | 'veryHidden';
  /** More parts of the package that belong to the sheet. */
  parts?: Record<string, string | Uint8Array>;
}

/** Cell formats of the fixtures: 0 plain, 1 ruled on four sides, 2 with a line below only, 3 `0.0%`, 4 and 5 dates by number, 6 `;;;`. */
const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
<numFmts count="2"><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165" formatCode=";;;"/></numFmts>
<fonts count="1"><font/></fonts><fills count="1"><fill/></fills>
<borders count="3"><border><left/><right/><top/><bottom/></border>
<border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border>
<border><left/><right/><top/><bottom style="thin"/></border></borders>
<cellXfs count="7"><xf numFmtId="0" borderId="0"/><xf numFmtId="0" borderId="1"/><xf numFmtId="0" borderId="2"/>
<xf numFmtId="164" borderId="1"/><xf numFmtId="14" borderId="1"/><xf numFmtId="31" borderId="1"/><xf numFmtId="165" borderId="1"/></cellXfs>
</styleSheet>`;

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A zip of these parts. The writer leaves out what is empty, so an empty part holds a blank. */
export function zip(parts: Record<string, string | Uint8Array>): Buffer {
  const file = XLSX.CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(parts))
    XLSX.CFB.utils.cfb_add(file, name, Buffer.from(content === '' ? ' ' : content));
  return XLSX.CFB.write(file, { fileType: 'zip', type: 'buffer' }) as Buffer;
}

/** An .xlsx of these sheets, shared strings by their inner XML. */
export function packageOf(sheets: SheetParts[], sharedStrings: string[] = []): Buffer {
  const number = (_: SheetParts, i: number) => i + 1;
  const numbers = sheets.map(number);
  const parts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/>
${numbers.map((n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets
      .map(
        (sheet, i) =>
          `<sheet name="${sheet.name ?? `表${i + 1}`}" sheetId="${i + 1}" r:id="rId${i + 1}"${sheet.state ? ` state="${sheet.state}"` : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${numbers
      .map(
        (n) => `<Relationship Id="rId${n}" Type="${relations}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'xl/styles.xml': styles,
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${sharedStrings.map((inner) => `<si>${inner}</si>`).join('')}</sst>`,
  };
  for (const [i, sheet] of sheets.entries()) {
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet xmlns="${main}" xmlns:r="${relations}">${sheet.before ?? ''}<sheetData>${sheet.rows}</sheetData>${sheet.after ?? ''}</worksheet>`;
    Object.assign(parts, sheet.parts);
  }
  return zip(parts);
}

/** Rows of texts, numbers and ruled blanks: `'项目'` a text, `5` a number, `'|'` a ruled blank, `''` nothing. `first` is the row of the sheet from 1. */
export function rowsOf(table: (string | number)[][], first = 1, style = 1, firstColumn = 0): string {
  return table
    .map((cells, r) => {
      const inner = cells.map((cell, c) =>
        cellOf(XLSX.utils.encode_cell({ r: first - 1 + r, c: firstColumn + c }), cell, style),
      );
      return `<row r="${first + r}">${inner.join('')}</row>`;
    })
    .join('');
}

function cellOf(ref: string, cell: string | number, style: number): string {
  if (cell === '') return '';
  if (cell === '|') return `<c r="${ref}" s="${style}"/>`;
  if (typeof cell === 'number') return `<c r="${ref}" s="${style}"><v>${cell}</v></c>`;
  return `<c r="${ref}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`;
}

export function merges(...refs: string[]): string {
  return `<mergeCells count="${refs.length}">${refs.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
}

/** The document of bytes that must be readable. */
export async function read(
  bytes: Uint8Array,
  name = 'form.xlsx',
  limits: Partial<ParserLimits> = {},
): Promise<SourceDocument> {
  const result = await parseDocument(bytes, { name, limits });
  if (result.status !== 'read') throw new Error(`not read: ${JSON.stringify(result)}`);
  return result.source;
}

export function gridsOf(source: SourceDocument): Grid[] {
  return source.blocks.filter((block): block is Grid => block.kind === 'grid');
}

export function paragraphsOf(source: SourceDocument): Paragraph[] {
  return source.blocks.filter((block): block is Paragraph => block.kind === 'paragraph');
}

/** The only grid of a document. */
export function onlyGrid(source: SourceDocument): Grid {
  const [grid, another] = gridsOf(source);
  if (grid === undefined || another !== undefined) throw new Error(`${gridsOf(source).length} grids`);
  return grid;
}

export function cellAt(grid: Grid, row: number, column: number): Cell {
  const cell = grid.cells.find((candidate) => candidate.row === row && candidate.column === column);
  if (cell === undefined) throw new Error(`no cell begins at ${row}, ${column}`);
  return cell;
}

/** Texts of a grid row by row, cells by ` | `. */
export function textsOf(grid: Grid): string[] {
  return Array.from({ length: grid.rows }, (_, row) =>
    grid.cells
      .filter((cell) => cell.row === row)
      .map((cell) => cell.text)
      .join(' | '),
  );
}
