import { type Expectation, type HostileCase, refused } from './case.ts';
import { documentPart, docx, docxParts, part } from './office.ts';
import { writeZip } from './zip-writer.ts';

const whole: Expectation = { status: ['ok'] };
const inPart: Expectation = { status: ['partial'], codes: ['page_failed'] };
const corrupt = refused('corrupt');

const text = (words: string) => `<w:r><w:t>${words}</w:t></w:r>`;
const p = (words: string) => `<w:p>${text(words)}</w:p>`;
const tc = (inner: string) => `<w:tc>${inner}</w:tc>`;
const table = (last: string) =>
  `<w:tbl><w:tr>${tc(p('三级指标'))}${tc(p('指标值'))}</w:tr><w:tr>${tc(p('演出场次'))}${last}</w:tr></w:tbl>`;
const cell = (inner: string) => table(tc(inner));
const sound = cell(p('12场'));
const markup = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const alternatives = (first: string, second: string) =>
  `<mc:AlternateContent ${markup}><mc:Choice Requires="w14">${first}</mc:Choice><mc:Fallback>${second}</mc:Fallback></mc:AlternateContent>`;

const bodies: [name: string, body: string, expected: Expectation][] = [
  ['text-in-no-run', cell('<w:p><w:t>12场</w:t></w:p>'), whole],
  ['run-in-no-paragraph', cell(text('12场')), whole],
  ['text-in-a-cell', cell('<w:t>12场</w:t>'), inPart],
  ['words-in-a-run', cell('<w:p><w:r>12场</w:r></w:p>'), inPart],
  ['words-in-a-cell', cell('12场'), inPart],
  ['words-in-the-body', `${sound}附注`, inPart],
  ['cell-in-a-cell', cell(p('12场') + tc(p('13场'))), inPart],
  ['cell-in-a-table', sound.replace('</w:tbl>', `${tc(p('13场'))}</w:tbl>`), { status: ['ok', 'partial'] }],
  ['table-in-a-paragraph', `<w:p>${sound}</w:p>`, { status: ['ok', 'partial'], codes: ['page_failed'] }],
  ['alternatives-that-differ', cell(`<w:p>${alternatives(text('12场'), text('13场'))}</w:p>`), inPart],
  ['alternatives-the-same', cell(`<w:p>${alternatives(text('12场'), text('12场'))}</w:p>`), whole],
  ['behind-the-section', `${sound}<w:sectPr/>${p('末尾')}`, whole],
  ['struck-out-of-nothing', cell(`<w:p>${text('12场')}<w:r><w:delText>9</w:delText></w:r></w:p>`), whole],
  [
    'field-that-only-ends',
    cell(`<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r>${text('12场')}</w:p>`),
    whole,
  ],
  ['tags-that-cross', cell('<w:p><w:r><w:t>12场</w:r></w:t></w:p>'), corrupt],
  ['tag-of-another-end', cell('<w:p><w:r><w:t>12场</w:tt></w:r></w:p>'), corrupt],
  [
    'gaps-beyond',
    sound.replace('<w:tr>', '<w:tr><w:trPr><w:gridBefore w:val="999999"/></w:trPr>'),
    refused('too_large'),
  ],
];

const flat = (...parts: string[]) =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${parts.join('')}</pkg:package>`,
  );
const flatPart = (body: string) =>
  `<pkg:part pkg:name="/word/document.xml"><pkg:xmlData>${Buffer.from(documentPart(body).data)
    .toString()
    .replace(/<\?xml[^>]*\?>/, '')}</pkg:xmlData></pkg:part>`;
const old = (body: string) =>
  Buffer.from(
    `<?xml version="1.0" encoding="UTF-8"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:aml="http://schemas.microsoft.com/aml/2001/core"><w:body>${body}</w:body></w:wordDocument>`,
  );
const mark = (type: string, inner: string) =>
  `<aml:annotation aml:id="0" w:type="Word.${type}"><aml:content>${inner}</aml:content></aml:annotation>`;

const files: [name: string, make: () => Uint8Array, expected: Expectation][] = [
  [
    'document-twice.docx',
    () => writeZip([...docxParts(documentPart(sound)), documentPart(p('别的'))]),
    corrupt,
  ],
  [
    'behind-the-body.docx',
    () =>
      docx(
        part(
          'word/document.xml',
          Buffer.from(documentPart(sound).data)
            .toString()
            .replace('</w:body>', `</w:body>${p('之外')}`),
        ),
      ),
    inPart,
  ],
  ['part-twice.xml', () => flat(flatPart(sound), flatPart(p('别的'))), corrupt],
  [
    'struck-out.xml',
    () =>
      old(cell(`<w:p>${text('12场')}${mark('Deletion', text('绝密'))}${mark('Comment', p('绝密'))}</w:p>`)),
    { ...whole, absent: '绝密' },
  ],
];

/** Word files whose texts stand where none can, or twice. */
export const oddWords: readonly HostileCase[] = [
  ...bodies.map(([name, body, expected]) => ({
    name: `words-${name}.docx`,
    make: () => docx(documentPart(body)),
    expected,
  })),
  ...files.map(([name, make, expected]) => ({ name: `words-${name}`, make, expected })),
];
