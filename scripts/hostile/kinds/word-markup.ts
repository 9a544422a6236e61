import type { LyingEntry } from '../zip-writer.ts';
import { writeZip } from '../zip-writer.ts';
import { changed, rows } from './kind.ts';

export const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
export const officeTypes = 'application/vnd.openxmlformats-officedocument.';
export const namespaces = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${relationTypes}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"`;

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
export const p = (text: string): string => `<w:p>${run(text)}</w:p>`;
export const tc = (inner: string, span = 1, properties = ''): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${2000 * span}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${properties}</w:tcPr>${inner}</w:tc>`;
export const tr = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
export const tableGrid = `<w:tblGrid>${'<w:gridCol w:w="2000"/>'.repeat(4)}</w:tblGrid>`;
export const tbl = (inner: string): string =>
  `<w:tbl><w:tblPr><w:tblW w:w="8000" w:type="dxa"/></w:tblPr>${tableGrid}${inner}</w:tbl>`;
export const tableRow = (texts: readonly string[]): string =>
  tr(
    ...(texts.length === 1
      ? [tc(p(texts[0] ?? ''), 4)]
      : texts.map((text) => tc(text === '' ? '<w:p/>' : p(text)))),
  );
export const formRows: readonly string[] = rows.map(tableRow);
/** The form as a table. */
export const table = tbl(formRows.join(''));
export const withRows = (change: (rows: readonly string[]) => string[]): string =>
  tbl(change(formRows).join(''));

export const part = (name: string, text: string | Uint8Array): LyingEntry => ({
  name,
  data: typeof text === 'string' ? Buffer.from(text) : text,
});
export type Relation = [id: string, type: string, target: string, isOutside?: boolean];
export const relations = (list: readonly Relation[]): string =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
    .map(
      ([id, type, target, isOutside]) =>
        `<Relationship Id="${id}" Type="${type.includes('://') ? type : `${relationTypes}/${type}`}" Target="${target}"${isOutside === true ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;
export type PartType = [name: string, type: string];
export const contentTypes = (list: readonly PartType[], defaults = ''): LyingEntry =>
  part(
    '[Content_Types].xml',
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${defaults}${list.map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`).join('')}</Types>`,
  );

interface WordFile {
  more?: LyingEntry[];
  relations?: Relation[];
  types?: PartType[];
  defaults?: string;
  /** Type of the main part. */
  main?: string;
  /** The whole main part. */
  root?: string;
}

export const documentXml = (body: string): string =>
  `<w:document ${namespaces}><w:body>${body}</w:body></w:document>`;

export const docx = (body: string, file: WordFile = {}): Buffer =>
  writeZip([
    contentTypes(
      [
        ['/word/document.xml', file.main ?? `${officeTypes}wordprocessingml.document.main+xml`],
        ...(file.types ?? []),
      ],
      file.defaults,
    ),
    part('_rels/.rels', relations([['rId1', 'officeDocument', 'word/document.xml']])),
    part('word/document.xml', file.root ?? `${declaration}${documentXml(`${body}<w:sectPr/>`)}`),
    part('word/_rels/document.xml.rels', relations(file.relations ?? [])),
    ...(file.more ?? []),
  ]);

export const target = run('≥12场');
/** The form with other markup for the value of its first indicator, or for another run. */
export const inTarget = (markup: string): Buffer => docx(changed(table, target, markup));
export const inRun = (text: string, markup: string): Buffer => docx(changed(table, run(text), markup));
/** Attributes of a tracked change. */
export const author = 'w:id="1" w:author="a" w:date="2024-01-01T00:00:00Z"';

/** A field with its result; without one, it has none. */
export const field = (code: string, result: string | null): string => {
  const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const shown = result === null ? '' : mark('separate') + (result === '' ? '' : run(result));
  return `${mark('begin')}<w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r>${shown}${mark('end')}`;
};
