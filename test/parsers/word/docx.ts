import { crc32 } from 'node:zlib';

const declared =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"' +
  ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"' +
  ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"' +
  ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"' +
  ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"' +
  ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"' +
  ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"' +
  ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"' +
  ' xmlns:v="urn:schemas-microsoft-com:vml"';

const relationship = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
const relationships = (...all: string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;

/** A part of the document by its file name in `word/`, its root element filled with `content`. */
export const part = (root: string, content: string): string =>
  `<w:${root} ${declared}>${content}</w:${root}>`;

/** A .docx whose body is the given markup, with further parts by name (`word/numbering.xml`). */
export function docx(body: string, parts: Record<string, string | Uint8Array> = {}): Uint8Array {
  const all = new Map<string, string | Uint8Array>([
    [
      '[Content_Types].xml',
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/></Types>',
    ],
    ['_rels/.rels', relationships(relationship('rId1', 'officeDocument', 'word/document.xml'))],
    [
      'word/_rels/document.xml.rels',
      relationships(
        relationship('rId1', 'footnotes', 'footnotes.xml'),
        relationship('rId2', 'numbering', 'numbering.xml'),
        relationship('rId9', 'image', 'media/image1.png'),
      ),
    ],
    ['word/document.xml', part('document', `<w:body>${body}</w:body>`)],
    ...Object.entries(parts),
  ]);
  return zip(all);
}

export const text = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
export const p = (words: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${words && text(words)}</w:p>`;
export const tc = (content: string, properties = ''): string =>
  `<w:tc>${properties && `<w:tcPr>${properties}</w:tcPr>`}${content.startsWith('<') ? content : p(content)}</w:tc>`;
export const tr = (...cells: string[]): string => `<w:tr>${cells.join('')}</w:tr>`;
export const tbl = (...rows: string[]): string => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`;
/** A row of plain cells. */
export const row = (...texts: string[]): string => tr(...texts.map((words) => tc(words)));

/** A zip of stored parts. */
export function zip(parts: Map<string, string | Uint8Array>): Uint8Array {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of parts) {
    const [path, bytes] = [Buffer.from(name), Buffer.from(content as Uint8Array)];
    const sums = Buffer.alloc(16);
    sums.writeUInt32LE(crc32(bytes), 0);
    sums.writeUInt32LE(bytes.length, 4);
    sums.writeUInt32LE(bytes.length, 8);
    sums.writeUInt16LE(path.length, 12);
    const local = Buffer.concat([Buffer.from('504b03041400000800000000' + '0000', 'hex'), sums, path, bytes]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    entries.push(
      Buffer.concat([Buffer.from('504b010214001400000800000000' + '0000', 'hex'), sums, tail, path]),
    );
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
