import { changed, failed, form, type Kind, told } from './kind.ts';
import { data, shared, sharedRows, sharedTexts, styles, workbook, xlsx } from './sheet-markup.ts';
import { officeTypes, part } from './word-markup.ts';

/** Workbooks whose texts are shared, and books of other types. */
export const sharedTextBooks: readonly Kind[] = [
  ['xltx.xltx', () => xlsx({ main: `${officeTypes}spreadsheetml.template.main+xml` }), form],
  [
    'xlsm.xlsm',
    () =>
      xlsx({
        main: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
        more: [part('xl/vbaProject.bin', Buffer.alloc(900, 1))],
      }),
    form,
  ],
  ['xlam.xlam', () => xlsx({ main: 'application/vnd.ms-excel.addin.macroEnabled.main+xml' }), form],
  ['xltm-named-et.et', () => xlsx({ main: 'application/vnd.ms-excel.template.macroEnabled.main+xml' }), form],
  ['shared-strings.xlsx', () => shared(), form],
  [
    'shared-strings-phonetic.xlsx',
    () =>
      shared(
        sharedTexts(
          (t) => `<si><t>${t}</t><rPh sb="0" eb="1"><t>读音</t></rPh><phoneticPr fontId="1"/></si>`,
        ),
      ),
    form,
  ],
  [
    'shared-strings-rich.xlsx',
    () =>
      shared(
        sharedTexts(
          (t) =>
            `<si><r><t>${t.slice(0, 1)}</t></r><r><rPr><b/><sz val="9"/></rPr><t xml:space="preserve">${t.slice(1)}</t></r></si>`,
        ),
      ),
    form,
  ],
  [
    'shared-strings-count-lies.xlsx',
    () => shared(sharedTexts(undefined, ' count="2" uniqueCount="2"')),
    form,
  ],
  [
    'shared-strings-count-huge.xlsx',
    () => shared(sharedTexts(undefined, ' count="4000000000" uniqueCount="4000000000"')),
    form,
  ],
  ['shared-strings-in-other-folder-wps.xlsx', () => shared(), form],
  [
    'shared-strings-missing-part.xlsx',
    () => shared(sharedTexts(), { without: 'xl/sharedStrings.xml' }),
    failed('sheet_failed'),
  ],
  ['shared-strings-off-by-1000.xlsx', () => shared(sharedTexts(), {}, 1000), told('figures_left_out')],
  [
    'shared-strings-capital-name.xlsx',
    () => {
      return xlsx({
        sheet: data(sharedRows()),
        relations: [['rId8', 'sharedStrings', 'SharedStrings.xml']],
        types: [['/xl/SharedStrings.xml', `${officeTypes}spreadsheetml.sharedStrings+xml`]],
        more: [part('xl/SharedStrings.xml', sharedTexts())],
      });
    },
    form,
  ],
  [
    'shared-strings-x-escapes.xlsx',
    () => shared(sharedTexts((t) => `<si><t>${t === '≥12场' ? '≥12_x573A_' : `${t}_x000D_`}</t></si>`)),
    form,
  ],
  [
    'shared-strings-absolute-target.xlsx',
    () =>
      xlsx({
        sheet: data(sharedRows()),
        relations: [['rId8', 'sharedStrings', '/xl/sharedStrings.xml']],
        types: [['/xl/sharedStrings.xml', `${officeTypes}spreadsheetml.sharedStrings+xml`]],
        more: [part('xl/sharedStrings.xml', sharedTexts())],
      }),
    form,
  ],
  [
    'styles-of-64000-xfs.xlsx',
    () =>
      xlsx({
        styles: styles('', `<xf numFmtId="0"/><xf numFmtId="2"/>${'<xf numFmtId="0"/>'.repeat(64000)}`),
      }),
    form,
  ],
  [
    'shared-strings-place-is-no-whole-number.xlsx',
    () =>
      xlsx({
        sheet: data(
          changed(
            sharedRows(),
            /(<c r="A5"[^>]*><v>)\d+/.exec(sharedRows())?.[0] ?? '?',
            '<c r="A5" t="s"><v>1.5',
          ),
        ),
        texts: sharedTexts(),
      }),
    told('sheet_failed'),
  ],
  ['styles-broken-xml.xlsx', () => xlsx({ styles: '<styleSheet><numFmts' }), failed('corrupt')],
  [
    'styles-with-dxfs-numfmt.xlsx',
    () =>
      xlsx({
        styles: styles().replace(
          '</styleSheet>',
          '<dxfs><dxf><numFmt numFmtId="164" formatCode="0.0,&quot;万&quot;"/></dxf></dxfs></styleSheet>',
        ),
      }),
    form,
  ],
  [
    'defined-names-broken.xlsx',
    () =>
      xlsx({
        book: workbook(
          '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="9">#REF!</definedName><definedName name="a&lt;b">\'表\'!$A$1:$ZZZ$9</definedName><definedName/></definedNames>',
        ),
      }),
    form,
  ],
  [
    '70000-defined-names.xlsx',
    () =>
      xlsx({
        book: workbook(
          `<definedNames>${Array.from({ length: 70000 }, (_, i) => `<definedName name="n${i}" hidden="1">#REF!</definedName>`).join('')}</definedNames>`,
        ),
      }),
    form,
  ],
  [
    'print-area-smaller.xlsx',
    () =>
      xlsx({
        book: workbook(
          '<definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">\'表\'!$A$1:$B$3</definedName></definedNames>',
        ),
      }),
    form,
  ],
  [
    'prefix-x.xlsx',
    () =>
      xlsx({
        sheet: data()
          .replaceAll(/<(\/?)(worksheet|sheetData|row|c|v|is|t|mergeCells|mergeCell)\b/g, '<$1x:$2')
          .replace('xmlns="http', 'xmlns:x="http'),
      }),
    form,
  ],
  [
    'prefix-in-all-parts-openxml-sdk.xlsx',
    () => {
      const f = (s: string) =>
        s
          .replace(/<(\/?)([a-zA-Z])/g, '<$1x:$2')
          .replace(
            'xmlns="http://schemas.openxmlformats.org/spreadsheetml',
            'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml',
          );
      return xlsx({ sheet: f(data()), styles: f(styles()), book: f(workbook('')) });
    },
    form,
  ],
  [
    'prefix-ns0-elementtree.xlsx',
    () => {
      const f = (s: string) =>
        s
          .replace(/<(\/?)([a-zA-Z])/g, '<$1ns0:$2')
          .replace(
            'xmlns="http://schemas.openxmlformats.org/spreadsheetml',
            'xmlns:ns0="http://schemas.openxmlformats.org/spreadsheetml',
          )
          .replaceAll('xmlns:r=', 'xmlns:ns1=')
          .replaceAll(' r:id', ' ns1:id');
      return xlsx({ sheet: f(data()), book: f(workbook('')), texts: f(sharedTexts()) });
    },
    form,
  ],
  [
    'utf16-sheet.xlsx',
    () => xlsx({ sheet: Buffer.from(`\ufeff${data().replace('UTF-8', 'UTF-16')}`, 'utf16le') }),
    form,
  ],
  ['bom-sheet.xlsx', () => xlsx({ sheet: `\ufeff${data()}` }), form],
  ['blank-before-declaration.xlsx', () => xlsx({ sheet: `\n ${data()}` }), form],
  [
    'write-reserved.xlsx',
    () =>
      xlsx({
        book: workbook(
          '',
          '<fileSharing readOnlyRecommended="1" userName="a" reservationPassword="CF1A"/><workbookPr/><workbookProtection workbookPassword="CC1A" lockStructure="1"/>',
        ),
      }),
    form,
  ],
  [
    'calcchain-missing-etc.xlsx',
    () =>
      xlsx({
        relations: [
          ['rId9', 'calcChain', 'calcChain.xml'],
          ['rId10', 'theme', 'theme/theme1.xml'],
        ],
      }),
    form,
  ],
];
