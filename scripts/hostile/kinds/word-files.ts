import { failed, form, type Kind, page, told } from './kind.ts';
import { xlsx } from './sheet-markup.ts';
import {
  declaration,
  documentXml,
  docx,
  namespaces,
  officeTypes,
  type PartType,
  p,
  part,
  type Relation,
  table,
  target,
} from './word-markup.ts';

const inHeader = (body: string) => ({
  types: [['/word/header1.xml', `${officeTypes}wordprocessingml.header+xml`]] as PartType[],
  relations: [['rId5', 'header', 'header1.xml']] as Relation[],
  more: [part('word/header1.xml', `${declaration}<w:hdr ${namespaces}>${body}</w:hdr>`)],
});

/** Packages of Word by other types, with parts beside the text, in other markup. */
export const wordFiles: readonly Kind[] = [
  ['dotx.dotx', () => docx(table, { main: `${officeTypes}wordprocessingml.template.main+xml` }), form],
  [
    'docm.docm',
    () =>
      docx(table, {
        main: 'application/vnd.ms-word.document.macroEnabled.main+xml',
        more: [part('word/vbaProject.bin', Buffer.alloc(600, 3))],
      }),
    form,
  ],
  [
    'dotm-named-doc.doc',
    () => docx(table, { main: 'application/vnd.ms-word.template.macroEnabledTemplate.main+xml' }),
    form,
  ],
  [
    'glossary-beside.docx',
    () =>
      docx(table, {
        relations: [['rId9', 'glossaryDocument', 'glossary/document.xml']],
        more: [
          part(
            'word/glossary/document.xml',
            `${declaration}<w:glossaryDocument ${namespaces}><w:docParts><w:docPart><w:docPartBody>${p('单击此处输入 99')}</w:docPartBody></w:docPart></w:docParts></w:glossaryDocument>`,
          ),
        ],
      }),
    form,
  ],
  [
    'table-in-header-only.docx',
    () =>
      docx(
        `${p('见页眉')}<w:sectPr><w:headerReference w:type="default" r:id="rId5"/></w:sectPr>`,
        inHeader(table),
      ),
    told('text_left_out'),
  ],
  [
    'header-title.docx',
    () =>
      docx(
        `${table}<w:sectPr><w:headerReference w:type="default" r:id="rId5"/></w:sectPr>`,
        inHeader(p('第 1 页')),
      ),
    form,
  ],
  [
    'altchunk-html.docx',
    () =>
      docx(`<w:altChunk r:id="rId8"/>`, {
        relations: [['rId8', 'aFChunk', 'afchunk.html']],
        defaults: '<Default Extension="html" ContentType="text/html"/>',
        more: [part('word/afchunk.html', page())],
      }),
    form,
  ],
  [
    'altchunk-mht.docx',
    () =>
      docx(`<w:altChunk r:id="rId8"/>`, {
        relations: [['rId8', 'aFChunk', 'afchunk.mht']],
        defaults: '<Default Extension="mht" ContentType="message/rfc822"/>',
        more: [
          part(
            'word/afchunk.mht',
            `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${page()}\r\n--b--\r\n`,
          ),
        ],
      }),
    form,
  ],
  [
    'altchunk-docx.docx',
    () =>
      docx(`<w:altChunk r:id="rId8"/>`, {
        relations: [['rId8', 'aFChunk', 'chunk.docx']],
        defaults:
          '<Default Extension="docx" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document"/>',
        more: [part('word/chunk.docx', docx(table))],
      }),
    form,
  ],
  [
    'altchunk-txt.docx',
    () =>
      docx(`${table}<w:altChunk r:id="rId8"/>`, {
        relations: [['rId8', 'aFChunk', 'a.txt']],
        more: [part('word/a.txt', '普通文字')],
      }),
    form,
  ],
  [
    'embedded-workbook.docx',
    () =>
      docx(
        `<w:p><w:r><w:object><v:shape><v:imagedata r:id="rId9"/></v:shape><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" r:id="rId8"/></w:object></w:r></w:p>`,
        {
          relations: [
            ['rId8', 'package', 'embeddings/a.xlsx'],
            ['rId9', 'image', 'media/a.emf'],
          ],
          more: [part('word/embeddings/a.xlsx', xlsx()), part('word/media/a.emf', Buffer.alloc(100, 1))],
        },
      ),
    told('picture_only'),
  ],
  [
    'embedded-workbook-beside.docx',
    () =>
      docx(
        `${table}<w:p><w:r><w:object><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" r:id="rId8"/></w:object></w:r></w:p>`,
        {
          relations: [['rId8', 'package', 'embeddings/a.xlsx']],
          more: [part('word/embeddings/a.xlsx', xlsx())],
        },
      ),
    form,
  ],
  [
    'chart-beside.docx',
    () =>
      docx(
        `${table}<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId8"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
        {
          relations: [['rId8', 'chart', 'charts/chart1.xml']],
          more: [
            part(
              'word/charts/chart1.xml',
              `${declaration}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"/>`,
            ),
            part('word/embeddings/c.xlsx', xlsx()),
          ],
        },
      ),
    form,
  ],
  [
    'external-image.docx',
    () =>
      docx(
        `${table}<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:blip r:link="rId8"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
        { relations: [['rId8', 'image', 'http://127.0.0.1:9/x.png', true]] },
      ),
    form,
  ],
  [
    'external-template-and-targets-null.docx',
    () =>
      docx(table, {
        relations: [
          ['rId8', 'image', 'NULL'],
          ['rId9', 'hyperlink', 'http://a b c/%zz', true],
          ['rId10', 'attachedTemplate', 'file:///C:/x.dotm', true],
        ],
      }),
    form,
  ],
  ['utf16-with-doctype-none.docx', () => docx('', { root: undefined }), failed('no_table')],
  [
    'prefix-other.docx',
    () =>
      docx('', {
        root: `${declaration}<x:document xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><x:body>${table.replaceAll('<w:', '<x:').replaceAll('</w:', '</x:').replaceAll(' w:', ' x:')}</x:body></x:document>`,
      }),
    form,
  ],
  [
    'default-namespace.docx',
    () =>
      docx('', {
        root: `${declaration}<document xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><body>${table.replaceAll('<w:', '<').replaceAll('</w:', '</')}</body></document>`,
      }),
    form,
  ],
  [
    'bom-and-blank-before-xml.docx',
    () => docx('', { root: `\ufeff\n${declaration}${documentXml(table)}` }),
    form,
  ],
  ['no-declaration.docx', () => docx('', { root: documentXml(table) }), form],
  ['xml-1-1.docx', () => docx('', { root: `<?xml version="1.1"?>${documentXml(table)}` }), form],
  ['junk-behind-root.docx', () => docx('', { root: `${declaration}${documentXml(table)}\0\0\0` }), form],
  ['nbsp-entity.docx', () => docx(table.replace('演出场次', '演出&nbsp;场次')), failed('corrupt')],
  [
    'processcontent.docx',
    () =>
      docx('', {
        root: `${declaration}<w:document ${namespaces} xmlns:q="urn:q" mc:Ignorable="q" mc:ProcessContent="q:x"><w:body><q:x>${table}</q:x></w:body></w:document>`,
      }),
    failed('page_failed'),
  ],
  [
    'ignorable-elements-inside.docx',
    () => docx(table.replace('<w:tr>', '<w:tr w14:paraId="1" w14:textId="2"><w14:x/>')),
    form,
  ],
  ['wps-commondata.docx', () => docx(table.replace(target, `${target}<w:r><w:commonfieldsX/></w:r>`)), form],
  [
    'signature-and-customxml.docx',
    () =>
      docx(table, {
        more: [
          part('_xmlsignatures/sig1.xml', '<x/>'),
          part('customXml/item1.xml', '<a>99</a>'),
          part('docProps/app.xml', '<Properties/>'),
        ],
      }),
    form,
  ],
  [
    'protected-read-only.docx',
    () =>
      docx(table, {
        types: [['/word/settings.xml', `${officeTypes}wordprocessingml.settings+xml`]],
        relations: [['rId8', 'settings', 'settings.xml']],
        more: [
          part(
            'word/settings.xml',
            `${declaration}<w:settings ${namespaces}><w:documentProtection w:edit="readOnly" w:enforcement="1" w:hash="x"/><w:writeProtection w:recommended="1" w:hash="x"/></w:settings>`,
          ),
        ],
      }),
    form,
  ],
  [
    'web-page-frameset-docx.docx',
    () =>
      docx(table, {
        relations: [['rId8', 'webSettings', 'webSettings.xml']],
        more: [
          part(
            'word/webSettings.xml',
            `${declaration}<w:webSettings ${namespaces}><w:frameset><w:frame><w:sourceFileName r:id="rId9"/></w:frame></w:frameset></w:webSettings>`,
          ),
        ],
      }),
    form,
  ],
];
