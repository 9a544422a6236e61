import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { noteBoxesPart, notesPart } from './notes.ts';
import { cellName, quotedName, rangeName } from './reference.ts';
import { type Sheet, sheetPart, type WrittenSheet } from './sheet.ts';
import { styleBook } from './styles.ts';
import { xml } from './text.ts';
import { type ZipWriter, zipWriter } from './zip.ts';

/** What a sheet came to. */
export interface SheetCount {
  name: string;
  rows: number;
  /** Rows that did not fit on it. */
  left: number;
}

/** Who wrote a workbook, for its properties and notes. */
export interface WorkbookProperties {
  title: string;
  creator: string;
}

/**
 * Writes a workbook (ECMA-376 SpreadsheetML) sheet by sheet; rows go through and are not held. The file appears when
 * it is whole.
 */
export async function writeWorkbook(
  path: string,
  properties: WorkbookProperties,
  sheets: Iterable<Sheet> | AsyncIterable<Sheet>,
): Promise<SheetCount[]> {
  const draft = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const file = await open(draft, 'w');
  try {
    const counts = await writeParts(zipWriter(file), properties, sheets);
    await file.sync();
    await file.close();
    await rename(draft, path);
    return counts;
  } catch (thrown) {
    await file.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw thrown;
  }
}

/** What the workbook says of a sheet that is written. Not the sheet: it holds on to the records that its rows were made of. */
interface Listed {
  sheet: Pick<Sheet, 'name' | 'headerRows' | 'isFiltered' | 'printedColumns'> & { columns: number };
  rows: number;
  left: number;
  hasNotes: boolean;
}

async function writeParts(
  zip: ZipWriter,
  properties: WorkbookProperties,
  sheets: Iterable<Sheet> | AsyncIterable<Sheet>,
): Promise<SheetCount[]> {
  const styles = styleBook();
  const listed: Listed[] = [];
  await zip.add('_rels/.rels', [packageRelations]);
  await zip.add('docProps/core.xml', [coreProperties(properties)]);
  for await (const sheet of sheets) {
    const written: WrittenSheet = { rows: 0, notes: [], heights: [], left: 0 };
    const number = listed.length + 1;
    await zip.add(`xl/worksheets/sheet${number}.xml`, sheetPart(sheet, styles, written));
    const hasNotes = written.notes.length > 0;
    listed.push(listedAs(sheet, written, hasNotes));
    if (!hasNotes) continue;
    const refOf = ({ row, column }: WrittenSheet['notes'][number]) => cellName(row, column);
    await zip.add(`xl/comments${number}.xml`, notesPart(written.notes, properties.creator, refOf));
    await zip.add(`xl/drawings/vmlDrawing${number}.vml`, noteBoxesPart(written, sheet.widths));
    await zip.add(`xl/worksheets/_rels/sheet${number}.xml.rels`, [noteRelations(number)]);
  }
  await zip.add('xl/workbook.xml', [workbookPart(listed)]);
  await zip.add('xl/_rels/workbook.xml.rels', [workbookRelations(listed.length)]);
  await zip.add('xl/styles.xml', [styles.part()]);
  await zip.add('[Content_Types].xml', [contentTypes(listed)]);
  await zip.finish();
  return listed.map(({ sheet: { name }, rows, left }) => ({ name, rows, left }));
}

function listedAs(sheet: Sheet, { rows, left }: WrittenSheet, hasNotes: boolean): Listed {
  const { name, headerRows, isFiltered, printedColumns, widths } = sheet;
  return {
    sheet: { name, headerRows, isFiltered, printedColumns, columns: widths.length },
    rows,
    left,
    hasNotes,
  };
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const packageRelations = `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;

function coreProperties({ title, creator }: WorkbookProperties): string {
  return `${head}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(title)}</dc:title><dc:creator>${xml(creator)}</dc:creator></cp:coreProperties>`;
}

function noteRelations(number: number): string {
  return `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/vmlDrawing" Target="../drawings/vmlDrawing${number}.vml"/><Relationship Id="rId2" Type="${office}/comments" Target="../comments${number}.xml"/></Relationships>`;
}

function workbookPart(listed: readonly Listed[]): string {
  const sheets = listed.map(
    ({ sheet }, index) => `<sheet name="${xml(sheet.name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  const names = listed.flatMap(definedNames);
  const defined = names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
  return `${head}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000" tabRatio="800"/></bookViews><sheets>${sheets.join('')}</sheets>${defined}</workbook>`;
}

/** What is printed, the rows on top of every page, and the range of a filter: programs look for them under these names. */
function definedNames({ sheet, rows }: Listed, index: number): string[] {
  const { name, headerRows, columns, isFiltered, printedColumns } = sheet;
  const local = `localSheetId="${index}"`;
  const filter = absolute(
    rangeName(headerRows - 1, 0, Math.max(1, rows - headerRows + 1), Math.max(1, columns)),
  );
  const printed = absolute(rangeName(0, 0, Math.max(1, rows), printedColumns ?? 1));
  return [
    ...(printedColumns === undefined
      ? []
      : [
          `<definedName name="_xlnm.Print_Area" ${local}>${xml(`${quotedName(name)}!${printed}`)}</definedName>`,
        ]),
    ...(isFiltered
      ? [
          `<definedName name="_xlnm._FilterDatabase" ${local} hidden="1">${xml(`${quotedName(name)}!${filter}`)}</definedName>`,
        ]
      : []),
    ...(headerRows > 0
      ? [
          `<definedName name="_xlnm.Print_Titles" ${local}>${xml(`${quotedName(name)}!$1:$${headerRows}`)}</definedName>`,
        ]
      : []),
  ];
}

function absolute(range: string): string {
  return range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

function workbookRelations(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${office}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  return `${head}<Relationships xmlns="${relations}">${sheets.join('')}<Relationship Id="rId${count + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`;
}

function contentTypes(listed: readonly Listed[]): string {
  const parts = listed.flatMap(({ hasNotes }, index) => [
    `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${spreadsheet}.worksheet+xml"/>`,
    ...(!hasNotes
      ? []
      : [`<Override PartName="/xl/comments${index + 1}.xml" ContentType="${spreadsheet}.comments+xml"/>`]),
  ]);
  return `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${spreadsheet}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>${parts.join('')}</Types>`;
}
