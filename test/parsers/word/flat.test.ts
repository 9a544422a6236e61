import { expect, it } from 'vitest';
import { parseDocument } from '../../../parsers/index.ts';
import type { SourceDocument } from '../../../schemas/index.ts';
import { gridsOf, sketch } from '../grids.ts';
import { docx, p, part, row, tbl, tc, tr, zip } from './docx.ts';

async function read(bytes: Uint8Array | string, name = 'form.doc'): Promise<SourceDocument> {
  const result = await parseDocument(Buffer.from(bytes as Uint8Array), { name });
  if (result.status !== 'read') throw new Error(JSON.stringify(result));
  expect(result.format).toBe('docx');
  return result.source;
}
const textsOf = ({ blocks }: SourceDocument) =>
  blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));

const declaration = '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>';

it('reads a package that is one text', async () => {
  const body = part('document', `<w:body>${p('标题')}${tbl(row('指标', '数量'), row('里程', '5'))}</w:body>`);
  const flat = `${declaration}<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">
<pkg:part pkg:name="/_rels/.rels"><pkg:xmlData><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships></pkg:xmlData></pkg:part>
<pkg:part pkg:name="/word/media/image1.png" pkg:compression="store"><pkg:binaryData>AAAA</pkg:binaryData></pkg:part>
<pkg:part pkg:name="/word/document.xml"><pkg:xmlData>${body}</pkg:xmlData></pkg:part></pkg:package>`;
  const source = await read(flat);
  expect(textsOf(source)).toEqual(['标题']);
  expect(sketch(gridsOf(source)[0])).toEqual(['指标 | 数量', '里程 | 5']);
});

it('reads XML of Word 2003: merges, labels of lists, revisions, sections of plain text', async () => {
  const change = (type: string, run: string) =>
    `<aml:annotation w:type="Word.${type}"><aml:content><w:r>${run}</w:r></aml:content></aml:annotation>`;
  const rows = [
    tr(
      tc('指标', '<w:vmerge w:val="restart"/>'),
      tc('<w:p><w:r><w:t><![CDATA[数量<5&]]></w:t></w:r></w:p>', '<w:gridSpan w:val="2"/>'),
    ),
    tr(
      tc('', '<w:vmerge/>'),
      tc(
        `<w:p>${change('Deletion', '<w:delText>7</w:delText>')}${change('Insertion', '<w:t>12</w:t>')}</w:p>`,
      ),
      tc('10'),
    ),
  ];
  const label =
    '<w:pPr><w:listPr><w:ilvl w:val="0"/><wx:t wx:val="一、" wx:wTabBefore="0"/></w:listPr></w:pPr>';
  const old = `${declaration}<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core"><w:body><wx:sect><w:p>${label}<w:r><w:t>概况</w:t></w:r></w:p>${tbl(...rows)}<w:sectPr/></wx:sect></w:body></w:wordDocument>`;
  const source = await read(old);
  expect(textsOf(source)).toEqual(['一、概况']);
  const [grid] = gridsOf(source);
  expect(grid?.cells.map(({ text, rowSpan, columnSpan }) => [text, rowSpan, columnSpan])).toEqual([
    ['指标', 2, 1],
    ['数量<5&', 1, 2],
    ['12', 1, 1],
    ['10', 1, 1],
  ]);
});

it('is corrupt where such a text holds no document', async () => {
  for (const text of ['<pkg:package></pkg:package>', '<w:wordDocument></w:wordDocument>']) {
    const result = await parseDocument(Buffer.from(text), { name: 'form.doc' });
    expect(result).toMatchObject({ status: 'failed', error: { code: 'corrupt' } });
  }
});

const chunk = (target: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId5" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="${target}"/></Relationships>`;
const page =
  '<html><meta charset="utf-8"><table><tr><td>指标</td><td>数量</td></tr><tr><td>里程</td><td>5</td></tr></table></html>';

it.each([
  ['page.html', page],
  ['page.mht', `MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`],
  ['part.docx', docx(tbl(row('指标', '数量'), row('里程', '5')))],
])('reads the document that is embedded as %s', async (name, content) => {
  const parts = { 'word/_rels/document.xml.rels': chunk(`/word/${name}`), [`word/${name}`]: content };
  const source = await read(docx(`${p('标题')}<w:altChunk r:id="rId5"/>`, parts), 'form.docx');
  expect(textsOf(source)).toEqual(['标题']);
  const [grid] = gridsOf(source);
  expect(sketch(grid)).toEqual(['指标 | 数量', '里程 | 5']);
  expect(grid?.cells[0]?.location).toMatchObject({ block: 1, grid: 0 });
});

it('says where an embedded document is not there', async () => {
  const source = await read(
    docx(tbl(row('甲', '乙')), { 'word/_rels/document.xml.rels': chunk('gone.html') }),
    'a.docx',
  );
  expect(source.warnings).toMatchObject([{ code: 'page_failed', place: 'word/gone.html' }]);
});

it('reads an embedded document that is RTF, and says where one is of a kind that is not read', async () => {
  const parts = {
    'word/_rels/document.xml.rels': chunk('part.rtf'),
    'word/part.rtf': '{\\rtf1\\ansi 5\\par}',
  };
  const source = await read(docx(tbl(row('甲', '乙')), parts), 'a.docx');
  expect(source.blocks).toMatchObject([{ kind: 'grid' }, { kind: 'paragraph', text: '5' }]);
  expect(source.warnings).toEqual([]);
  const unread = { ...parts, 'word/part.rtf': '%!PS' };
  const other = await read(docx(tbl(row('甲', '乙')), unread), 'a.docx');
  expect(other.blocks).toHaveLength(1);
  expect(other.warnings).toMatchObject([{ code: 'page_failed', place: 'word/part.rtf' }]);
});

it('says where a document embedded in an embedded one is not read', async () => {
  const deepest = docx(tbl(row('丙', '丁')));
  const inner = docx(tbl(row('里程', '5')), {
    'word/_rels/document.xml.rels': chunk('c.docx'),
    'word/c.docx': deepest,
  });
  const parts = { 'word/_rels/document.xml.rels': chunk('b.docx'), 'word/b.docx': inner };
  const source = await read(docx(tbl(row('甲', '乙')), parts), 'a.docx');
  expect(gridsOf(source)).toHaveLength(2);
  expect(source.warnings).toMatchObject([{ code: 'page_failed', place: 'c.docx' }]);
});

it('reads elements without a prefix, and parts in the encoding they declare', async () => {
  const plain = `<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body>${tbl(row('甲', '乙')).replaceAll('w:', '')}</body></document>`;
  const source = await read(docx('', { 'word/document.xml': plain }), 'a.docx');
  expect(sketch(gridsOf(source)[0])).toEqual(['甲 | 乙']);
  const [before, after] = part('document', `<w:body>${tbl(row('|', '乙'))}</w:body>`)
    .replace('乙', 'b')
    .split('|');
  const encoded = Buffer.concat([
    Buffer.from(`<?xml version="1.0" encoding="gb2312"?>${before}`),
    Buffer.from('d6b8b1ea', 'hex'),
    Buffer.from(after ?? ''),
  ]);
  const other = await read(docx('', { 'word/document.xml': encoded }), 'a.docx');
  expect(sketch(gridsOf(other)[0])).toEqual(['指标 | b']);
});

it('reads a package whose parts begin with a slash, or whose directory counts too few', async () => {
  const bytes = Buffer.from(docx(tbl(row('甲', '乙'))));
  const end = bytes.lastIndexOf('PK\u0005\u0006');
  bytes.writeUInt16LE(1, end + 8);
  bytes.writeUInt16LE(1, end + 10);
  expect(sketch(gridsOf(await read(bytes, 'a.docx'))[0])).toEqual(['甲 | 乙']);
  const parts = new Map([
    ['/word/document.xml', part('document', `<w:body>${tbl(row('甲', '乙'))}</w:body>`)],
  ]);
  expect(sketch(gridsOf(await read(zip(parts), 'a.docx'))[0])).toEqual(['甲 | 乙']);
});

it('is corrupt where two parts of one name differ', async () => {
  const named = (words: string) =>
    `<pkg:part pkg:name="/word/document.xml"><pkg:xmlData>${part('document', `<w:body>${tbl(row(words, '5'))}</w:body>`)}</pkg:xmlData></pkg:part>`;
  const flat = (...parts: string[]) =>
    Buffer.from(
      `${declaration}<pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${parts.join('')}</pkg:package>`,
    );
  expect(await parseDocument(flat(named('里程'), named('里程')), { name: 'a.xml' })).toMatchObject({
    status: 'read',
  });
  expect(await parseDocument(flat(named('里程'), named('闸门')), { name: 'a.xml' })).toMatchObject({
    status: 'failed',
    error: { code: 'corrupt' },
  });
});

it('leaves out what was struck out or remarked in XML of Word 2003, however it is written', async () => {
  const marked = (type: string, inner: string) =>
    `<aml:annotation aml:id="1" w:type="Word.${type}"><aml:content>${inner}</aml:content></aml:annotation>`;
  const run = (words: string) => `<w:r><w:t>${words}</w:t></w:r>`;
  const inserted = marked('Insertion', run('12') + marked('Deletion', run('7')));
  const remark = `<w:r>${marked('Comment', p('请核对'))}</w:r>`;
  const old = `${declaration}<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:aml="http://schemas.microsoft.com/aml/2001/core"><w:body>${tbl(tr(tc('里程'), tc(`<w:p>${inserted}${marked('Deletion', run('9'))}${remark}</w:p>`)))}</w:body></w:wordDocument>`;
  expect(sketch(gridsOf(await read(old))[0])).toEqual(['里程 | 12']);
});
