import { writeZip } from '../zip-writer.ts';
import { changed, failed, form, type Kind, page, rows, told } from './kind.ts';
import {
  declaration,
  docx,
  field,
  formRows,
  inRun,
  namespaces,
  officeTypes,
  p,
  part,
  relations,
  run,
  table,
  tableRow,
  tbl,
  tc,
  tr,
} from './word-markup.ts';

const picture =
  '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="rId8"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';
/** A table within the cell of a text. */
const within = (text: string, ...rows: string[][]): Buffer =>
  docx(changed(table, p(text), innerTable(...rows)));
const innerTable = (...rows: string[][]): string =>
  `<w:tbl>${rows.map((row) => tr(...row.map((text) => tc(p(text))))).join('')}</w:tbl><w:p/>`;

/** Fields with and without results, tables within cells, pictures, styles that hide. */
export const wordFields: readonly Kind[] = [
  ['part-sum-no-result.docx', () => inRun('20.00', field('=12+8', null)), told('figures_left_out')],
  ['part-sum-empty-result.docx', () => inRun('20.00', field('=12+8', '')), told('figures_left_out')],
  [
    'total-sum-error-result.docx',
    () => inRun('30.00', field('=SUM(ABOVE)', '!语法错误，ABOVE')),
    told('figures_left_out'),
  ],
  ['ref-error.docx', () => inRun('≥12场', field('REF a', '错误!未找到引用源。')), told('figures_left_out')],
  ['includetext-field.docx', () => inRun('≥12场', field('INCLUDETEXT "C:\\\\a.doc"', '≥12场')), form],
  [
    'excel-link-field.docx',
    () => inRun('20.00', field('LINK Excel.Sheet.12 "C:\\\\a.xlsx" "表!R5C2" \\a \\f 5 \\h', '20.00')),
    form,
  ],
  [
    'nested-tables-three-deep.docx',
    () =>
      docx(
        table.replace(
          p('≥12场'),
          `<w:tbl><w:tr>${tc(`<w:tbl><w:tr>${tc(p('≥12场'))}</w:tr></w:tbl><w:p/>`)}</w:tr></w:tbl><w:p/>`,
        ),
      ),
    form,
  ],
  [
    'rows-of-unequal-cells.docx',
    () =>
      docx(
        tbl(
          formRows
            .map((x, i) =>
              i === 4 ? x.replace(/(<w:tc>(?:(?!<w:tc>).)*<\/w:tc>){2}<\/w:tr>/, '</w:tr>') : x,
            )
            .join(''),
        ),
      ),
    form,
  ],
  [
    'floating-table-tblppr.docx',
    () => docx(table.replace('<w:tblPr>', '<w:tblPr><w:tblpPr w:leftFromText="180" w:vertAnchor="page"/>')),
    form,
  ],
  [
    'hidden-row-trpr-hidden.docx',
    () =>
      docx(
        tbl(
          formRows
            .map((x, i) => (i === 8 ? x.replace('<w:tr>', '<w:tr><w:trPr><w:hidden/></w:trPr>') : x))
            .join(''),
        ),
      ),
    told('text_left_out'),
  ],
  [
    'row-of-vanish-text.docx',
    () =>
      docx(
        tbl(
          [
            ...formRows,
            tableRow(['产出指标', '旧', '9', '1']).replaceAll('<w:r>', '<w:r><w:rPr><w:vanish/></w:rPr>'),
          ].join(''),
        ),
      ),
    form,
  ],
  [
    'text-direction-btlr.docx',
    () => docx(table.replace('</w:tcPr>', '<w:textDirection w:val="tbRlV"/></w:tcPr>')),
    form,
  ],
  [
    'picture-missing-part-in-cell.docx',
    () => docx(table.replace(p('≥12场'), picture), { relations: [['rId8', 'image', 'media/none.png']] }),
    told('picture_only'),
  ],
  [
    'picture-emf-in-cell.docx',
    () =>
      docx(table.replace(p('≥12场'), picture), {
        relations: [['rId8', 'image', 'media/a.emf']],
        more: [part('word/media/a.emf', Buffer.alloc(300, 1))],
      }),
    told('picture_only'),
  ],
  [
    'picture-is-html-in-fact.docx',
    () =>
      docx(table + picture, {
        relations: [['rId8', 'image', 'media/a.png']],
        more: [part('word/media/a.png', '<html>404</html>')],
      }),
    form,
  ],
  [
    'two-documents-rels.docx',
    () =>
      writeZip([
        part(
          '[Content_Types].xml',
          `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${officeTypes}wordprocessingml.document.main+xml"/><Override PartName="/word/document2.xml" ContentType="${officeTypes}wordprocessingml.document.main+xml"/></Types>`,
        ),
        part('_rels/.rels', relations([['rId1', 'officeDocument', 'word/document2.xml']])),
        part('word/document.xml', `<w:document ${namespaces}><w:body>${p('旧稿 99')}</w:body></w:document>`),
        part('word/document2.xml', `<w:document ${namespaces}><w:body>${table}</w:body></w:document>`),
      ]),
    form,
  ],
  [
    'style-bold-hidden.docx',
    () =>
      docx(table.replace(run('≥12场'), `<w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>≥12场</w:t></w:r>`), {
        types: [['/word/styles.xml', `${officeTypes}wordprocessingml.styles+xml`]],
        relations: [['rId4', 'styles', 'styles.xml']],
        more: [
          part(
            'word/styles.xml',
            `<w:styles ${namespaces}><w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`,
          ),
        ],
      }),
    told('text_left_out'),
  ],
  [
    'docdefaults-vanish-loop-styles.docx',
    () =>
      docx(table, {
        types: [['/word/styles.xml', `${officeTypes}wordprocessingml.styles+xml`]],
        relations: [['rId4', 'styles', 'styles.xml']],
        more: [
          part(
            'word/styles.xml',
            `<w:styles ${namespaces}><w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>`,
          ),
        ],
      }),
    form,
  ],
  [
    'strike-value.docx',
    () => inRun('≥12场', `<w:r><w:rPr><w:strike/></w:rPr><w:t>≥99场</w:t></w:r>${run('≥12场')}`),
    form,
  ],
  [
    'dstrike-value.docx',
    () => inRun('≥12场', `<w:r><w:rPr><w:dstrike/></w:rPr><w:t>≥99场</w:t></w:r>${run('≥12场')}`),
    form,
  ],
  [
    'tab-stops-as-columns-no-table.docx',
    () => docx(rows.map((r) => `<w:p>${r.map((t) => run(t)).join('<w:r><w:tab/></w:r>')}</w:p>`).join('')),
    told('no_table'),
  ],
  ['paragraphs-only.docx', () => docx(rows.map((r) => p(r.join(' '))).join('')), told('no_table')],
  ['empty-body.docx', () => docx(''), failed('no_table')],
  [
    'table-of-empty-cells.docx',
    () => docx(tbl(formRows.join('').replace(/<w:t [^>]*>[^<]*<\/w:t>/g, ''))),
    told('unknown_form'),
  ],
  [
    '10-mb-of-attributes.docx',
    () => docx(table.replaceAll('<w:r>', `<w:r w:rsidR="${'0'.repeat(150000)}">`)),
    form,
  ],
  ['table-within-a-cell-1x1.docx', () => within('≥12场', ['≥12场']), form],
  ['table-within-a-cell-1x2.docx', () => within('≥12场', ['≥', '12场']), told('text_left_out')],
  ['table-within-a-cell-1x1-money.docx', () => within('20.00', ['20.00']), form],
  [
    'table-within-a-cell-1x1.html',
    () => Buffer.from(page().replace('≥12场', '<table><tr><td>≥12场</table>')),
    form,
  ],
  [
    'table-within-a-cell-1x2.html',
    () => Buffer.from(page().replace('≥12场', '<table><tr><td>≥<td>12场</table>')),
    told('text_left_out'),
  ],
];
