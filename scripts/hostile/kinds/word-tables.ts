import { changed, form, type Kind, rows } from './kind.ts';
import {
  author,
  docx,
  formRows,
  inTarget,
  p,
  run,
  table,
  tableGrid,
  tableRow,
  target,
  tbl,
  tc,
  tr,
  withRows,
} from './word-markup.ts';

/** A box as Word 2010 and later write it, and again for those before. */
const box = (inner: string): string =>
  `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;

/** Tables as Word, WPS, Google Docs and programs write them: rows and cells in other elements, merges, widths, tables in tables. */
export const wordTables: readonly Kind[] = [
  [
    'sdt-around-a-cell.docx',
    () =>
      docx(
        changed(
          table,
          tc(p('≥12场')),
          `<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>${tc(p('≥12场'))}</w:sdtContent></w:sdt>`,
        ),
      ),
    form,
  ],
  [
    'sdt-around-a-row.docx',
    () =>
      docx(
        withRows((rs) =>
          rs.map((x, i) => (i === 7 ? `<w:sdt><w:sdtContent>${x}</w:sdtContent></w:sdt>` : x)),
        ),
      ),
    form,
  ],
  [
    'repeating-section.docx',
    () =>
      docx(
        withRows((rs) => [
          ...rs.slice(0, 7),
          `<w:sdt><w:sdtPr><w15:repeatingSection/></w:sdtPr><w:sdtContent>${rs
            .slice(7)
            .map(
              (x) =>
                `<w:sdt><w:sdtPr><w15:repeatingSectionItem/></w:sdtPr><w:sdtContent>${x}</w:sdtContent></w:sdt>`,
            )
            .join('')}</w:sdtContent></w:sdt>`,
        ]),
      ),
    form,
  ],
  ['sdt-around-the-table.docx', () => docx(`<w:sdt><w:sdtContent>${table}</w:sdtContent></w:sdt>`), form],
  [
    'sdt-around-the-body.docx',
    () =>
      docx(
        `<w:sdt><w:sdtPr><w:docPartObj/></w:sdtPr><w:sdtContent><w:sdt><w:sdtContent>${table}</w:sdtContent></w:sdt></w:sdtContent></w:sdt>`,
      ),
    form,
  ],
  [
    'custom-xml-around-row.docx',
    () =>
      docx(
        withRows((rs) =>
          rs.map((x, i) => (i === 7 ? `<w:customXml w:uri="u" w:element="e">${x}</w:customXml>` : x)),
        ),
      ),
    form,
  ],
  [
    'custom-xml-around-cell-and-run.docx',
    () =>
      docx(
        changed(
          table,
          tc(p('≥12场')),
          `<w:customXml w:element="e">${tc(`<w:p><w:customXml w:element="f">${target}</w:customXml></w:p>`)}</w:customXml>`,
        ),
      ),
    form,
  ],
  [
    'inserted-row.docx',
    () =>
      docx(
        withRows((rs) =>
          rs.map((x, i) => (i === 7 ? x.replace('<w:tr>', `<w:tr><w:trPr><w:ins ${author}/></w:trPr>`) : x)),
        ),
      ),
    form,
  ],
  [
    'deleted-row.docx',
    () =>
      docx(
        withRows((rs) => [
          ...rs.slice(0, 8),
          tableRow(['产出指标', '旧指标', '≥5场', '10']).replace(
            '<w:tr>',
            `<w:tr><w:trPr><w:del ${author}/></w:trPr>`,
          ),
          rs[8]!,
        ]),
      ),
    form,
  ],
  [
    'moved-rows.docx',
    () =>
      docx(
        withRows((rs) => [
          ...rs.slice(0, 7),
          rs[8]!
            .replaceAll('<w:r>', `<w:moveFrom ${author}><w:r>`)
            .replaceAll('</w:r>', '</w:r></w:moveFrom>')
            .replace('<w:tr>', `<w:tr><w:trPr><w:del ${author}/></w:trPr>`),
          rs[7]!,
          rs[8]!
            .replaceAll('<w:r>', `<w:moveTo ${author}><w:r>`)
            .replaceAll('</w:r>', '</w:r></w:moveTo>')
            .replace('<w:tr>', `<w:tr><w:trPr><w:ins ${author}/></w:trPr>`),
        ]),
      ),
    form,
  ],
  [
    'cellins-celldel.docx',
    () =>
      docx(
        withRows((rs) =>
          rs.map((x, i) =>
            i === 7 ? x.replace('</w:tr>', `${tc(p('旧'), 1, `<w:cellDel ${author}/>`)}</w:tr>`) : x,
          ),
        ),
      ),
    form,
  ],
  [
    'cellmerge-tracked.docx',
    () =>
      docx(
        withRows((rs) =>
          rs.map((x, i) =>
            i === 7 ? x.replace('</w:tcPr>', `<w:cellMerge ${author} w:vMerge="rest"/></w:tcPr>`) : x,
          ),
        ),
      ),
    form,
  ],
  [
    'pprchange-with-old-numbers.docx',
    () =>
      inTarget(
        `<w:r><w:rPr><w:rPrChange ${author}><w:rPr><w:strike/></w:rPr></w:rPrChange></w:rPr><w:t>≥12场</w:t></w:r>`,
      ),
    form,
  ],
  [
    'nested-table-in-cell.docx',
    () => docx(changed(table, p('≥12场'), `<w:tbl><w:tr>${tc(p('≥12场'))}</w:tr></w:tbl><w:p/>`)),
    form,
  ],
  ['nested-form-in-one-cell.docx', () => docx(`<w:tbl><w:tr>${tc(`${table}<w:p/>`)}</w:tr></w:tbl>`), form],
  [
    'vmerge-without-restart.docx',
    () =>
      docx(
        withRows((rs) => [...rs.slice(0, 7), rs[7]!, rs[8]!.replace('</w:tcPr>', '<w:vMerge/></w:tcPr>')]),
      ),
    form,
  ],
  [
    'vmerge-through-formRows-rows.docx',
    () =>
      docx(
        withRows((rs) => [
          ...rs.slice(0, 7),
          ...rs.slice(7).map((x) => x.replace('</w:tcPr>', '<w:vMerge w:val="restart"/></w:tcPr>')),
        ]),
      ),
    form,
  ],
  [
    'hmerge.docx',
    () =>
      docx(
        withRows((rs) => [
          tr(
            tc(p(rows[0]![0]!), 1, '<w:hMerge w:val="restart"/>'),
            ...[1, 2, 3].map(() => tc('<w:p/>', 1, '<w:hMerge/>')),
          ),
          ...rs.slice(1),
        ]),
      ),
    form,
  ],
  ['span-over-the-grid.docx', () => docx(table.replace('w:val="4"', 'w:val="40"')), form],
  ['no-tblgrid.docx', () => docx(table.replace(tableGrid, '')), form],
  [
    'tblgrid-of-wrong-widths.docx',
    () => docx(table.replace(tableGrid, '<w:tblGrid><w:gridCol w:w="100"/></w:tblGrid>')),
    form,
  ],
  [
    'no-widths-at-formRows.docx',
    () =>
      docx(
        table
          .replace(tableGrid, '')
          .replace(/<w:tcW[^>]*>/g, '')
          .replace(/<w:tblPr>.*?<\/w:tblPr>/, ''),
      ),
    form,
  ],
  [
    'widths-differ-by-rows-google.docx',
    () => docx(table.replace(tableGrid, '').replace(/w:w="2000"/g, () => `w:w="${1990 + Math.floor(7)}"`)),
    form,
  ],
  [
    'gridbefore-after.docx',
    () =>
      docx(
        withRows((rs) =>
          rs.map((x, i) =>
            i === 7
              ? x.replace(
                  '<w:tr>',
                  '<w:tr><w:trPr><w:gridAfter w:val="0"/><w:cantSplit/><w:tblHeader/></w:trPr>',
                )
              : x,
          ),
        ),
      ),
    form,
  ],
  [
    'table-split-in-two.docx',
    () => docx(`${tbl(formRows.slice(0, 6).join(''))}<w:p/>${tbl(formRows.slice(6).join(''))}`),
    form,
  ],
  [
    'tables-with-nothing-between.docx',
    () => docx(tbl(formRows.slice(0, 6).join('')) + tbl(formRows.slice(6).join(''))),
    form,
  ],
  [
    'page-break-rendered-in-a-row.docx',
    () => inTarget(`<w:r><w:lastRenderedPageBreak/><w:t>≥12场</w:t></w:r>`),
    form,
  ],
  ['whole-form-in-textbox.docx', () => docx(box(table)), form],
  ['value-in-textbox.docx', () => docx(changed(table, p('≥12场'), box(p('≥12场')))), form],
  [
    'textbox-choice-only.docx',
    () =>
      docx(
        `<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${table}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
      ),
    form,
  ],
  [
    'frame-paragraph.docx',
    () => docx(`<w:p><w:pPr><w:framePr w:w="3000"/></w:pPr>${run('框')}</w:p>${table}`),
    form,
  ],
  ['strict-formRows.docx', () => Buffer.from(docx(table)), form],
  [
    'mce-around-row.docx',
    () =>
      docx(
        withRows((rs) =>
          rs.map((x, i) =>
            i === 7
              ? `<mc:AlternateContent><mc:Choice Requires="w14">${x}</mc:Choice><mc:Fallback>${x}</mc:Fallback></mc:AlternateContent>`
              : x,
          ),
        ),
      ),
    form,
  ],
  [
    'mce-around-table.docx',
    () => docx(`<mc:AlternateContent><mc:Choice Requires="w14">${table}</mc:Choice></mc:AlternateContent>`),
    form,
  ],
];
