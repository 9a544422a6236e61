import { generateDocument } from '../generate/document.ts';
import { renderOdt } from '../generate/render/open-document.ts';
import { renderRtf } from '../generate/render/rtf.ts';
import { type HostileCase, read, refused } from './case.ts';
import { part } from './office.ts';
import { type LyingEntry, repeatedText, writeZip } from './zip-writer.ts';

const honest = renderRtf(generateDocument(21).sections);
const row = '\\trowd\\cellx2000\\cellx4000\\pard\\intbl a\\cell b\\cell\\row';
const rtf = (body: string): Uint8Array => Buffer.from(`{\\rtf1\\ansi\\ansicpg936 ${body}}`, 'latin1');
const told = { status: ['partial' as const] };

/** RTF that claims, nests or repeats what no writer would, and what is left of honest RTF. */
const texts: readonly HostileCase[] = [
  {
    name: 'groups-a-million-deep.rtf',
    make: () => rtf('{'.repeat(1_000_000)),
    expected: refused('too_large'),
  },
  {
    name: 'tables-a-million-deep.rtf',
    make: () => rtf('\\intbl\\itap1000000 a\\nestcell'),
    expected: refused('too_large'),
  },
  {
    name: 'boxes-deep.rtf',
    make: () => rtf(`${'{\\shp{\\*\\shpinst{\\shptxt '.repeat(500)}a`),
    expected: refused('too_large'),
  },
  {
    name: 'notes-deep.rtf',
    make: () => rtf(`${'{\\footnote '.repeat(500)}a`),
    expected: refused('too_large'),
  },
  {
    name: 'cells-without-end.rtf',
    make: () => rtf(`\\trowd${'\\cellx99'.repeat(1_000_000)}\\pard\\intbl a\\cell\\row`),
    expected: refused('too_large'),
  },
  {
    name: 'edges-far-apart.rtf',
    make: () =>
      rtf(`\\trowd\\cellx-2147483648\\cellx999999999999\\pard\\intbl a\\cell b\\cell\\row${row}\\pard\\par`),
    expected: read,
  },
  {
    name: 'edges-all-different.rtf',
    make: () =>
      rtf(
        Array.from(
          { length: 4_000 },
          (_, n) =>
            `\\trowd\\cellx${(n % 9973) * 200 + 200}\\cellx${4_000_000}\\pard\\intbl a\\cell b\\cell\\row`,
        ).join(''),
      ),
    expected: refused('too_large'),
  },
  {
    name: 'binary-beyond-the-end.rtf',
    make: () => rtf(`${row}\\pard{\\pict\\bin2000000000 a}b`),
    expected: told,
  },
  { name: 'binary-below-nought.rtf', make: () => rtf(`${row}\\pard{\\pict\\bin-5 a}b\\par`), expected: read },
  {
    name: 'sign-to-skip-without-end.rtf',
    make: () => rtf(`\\uc2000000000\\u32489 ${row}\\pard\\par`),
    expected: read,
  },
  {
    name: 'picture-of-nothing.rtf',
    make: () => rtf(`${row}{\\pict\\dibitmap0\\picwgoal9999\\pichgoal9999 28000000ffffffff}\\par`),
    expected: read,
  },
  {
    name: 'words-without-end.rtf',
    make: () => rtf(`\\${'a'.repeat(200_000)} ${row}\\pard\\par`),
    expected: read,
  },
  {
    name: 'another-behind.rtf',
    make: () => Buffer.concat([rtf(`${row}\\pard\\par`), rtf('b')]),
    expected: told,
  },
  {
    name: 'cut-in-a-row.rtf',
    make: () => Buffer.from(honest.slice(0, honest.lastIndexOf('\\cell '))),
    expected: told,
  },
  {
    name: 'cut-in-the-head.rtf',
    make: () => Buffer.from(honest.slice(0, 60)),
    expected: refused('page_failed'),
  },
  { name: 'named.doc', make: () => Buffer.from(honest), expected: read },
  {
    name: 'three-million-paragraphs.rtf',
    make: () => rtf(`${row}${'\\par a'.repeat(3_000_000)}`),
    expected: { status: ['ok', 'partial', 'failed'], codes: ['timeout', 'out_of_memory', 'too_large'] },
    heavy: true,
  },
];

const odf = 'urn:oasis:names:tc:opendocument:xmlns';
const declared = ['office', 'text', 'table'].map((name) => `xmlns:${name}="${odf}:${name}:1.0"`).join(' ');
const head = (kind: string, doctype = ''): string =>
  `<?xml version="1.0"?>${doctype}<office:document-content ${declared}><office:body><office:${kind}>`;
const tail = (kind: string): string => `</office:${kind}></office:body></office:document-content>`;
const type = (kind: string): LyingEntry => part('mimetype', `application/vnd.oasis.opendocument.${kind}`);
const packed = (kind: string, body: string, doctype = ''): Uint8Array =>
  writeZip([type(kind), part('content.xml', head(kind, doctype) + body + tail(kind))]);

const cell = (words: string, attributes = ''): string =>
  `<table:table-cell ${attributes}><text:p>${words}</text:p></table:table-cell>`;
const rows = (cells: string, attributes = ''): string =>
  `<table:table-row ${attributes}>${cells}</table:table-row>`;
const table = (body: string): string => `<table:table table:name="a">${body}</table:table>`;
const small = table(rows(cell('三级指标') + cell('指标值')) + rows(cell('演出场次') + cell('12场')));
const many = 'number-columns-repeated="1000000000"';
const spans = 'table:number-columns-spanned="1000000000" table:number-rows-spanned="1000000000"';
const laughs = `<!DOCTYPE d [<!ENTITY a "哈哈哈哈哈哈哈哈">${Array.from({ length: 9 }, (_, n) => `<!ENTITY ${'bcdefghij'[n]} "${`&${'abcdefghi'[n]};`.repeat(10)}">`).join('')}]>`;

/** OpenDocument that repeats, spans and nests without end. */
const documents: readonly HostileCase[] = (['text', 'spreadsheet'] as const).flatMap((kind) => {
  const ending = kind === 'text' ? 'odt' : 'ods';
  const named = (name: string, make: () => Uint8Array, expected: HostileCase['expected']): HostileCase => ({
    name: `${name}.${ending}`,
    make,
    expected,
  });
  return [
    named(
      'cells-repeated',
      () => packed(kind, table(rows(cell('a', `table:${many}`)))),
      kind === 'text' ? refused('too_large') : { status: ['partial', 'failed'], codes: ['too_large'] },
    ),
    named(
      'rows-and-cells-repeated',
      () => packed(kind, table(rows(cell('a', `table:${many}`), 'table:number-rows-repeated="1000000000"'))),
      refused('too_large'),
    ),
    named(
      'blank-cells-repeated',
      () =>
        packed(
          kind,
          `${small}${kind === 'text' ? '' : table(rows(`<table:table-cell table:${many}/>`, 'table:number-rows-repeated="1000000000"'))}`,
        ),
      { status: ['ok'] },
    ),
    named(
      'spans-without-end',
      () =>
        packed(kind, `${table(rows(cell('a', spans) + cell('b')) + rows(cell('c') + cell('d')))}${small}`),
      read,
    ),
    named(
      'blanks-without-end',
      () => packed(kind, `<text:p>a<text:s text:c="1000000000"/>b</text:p>${small}`),
      read,
    ),
    named(
      'deep-elements',
      () => packed(kind, `${'<text:section>'.repeat(20_000)}${small}${'</text:section>'.repeat(20_000)}`),
      refused('too_large'),
    ),
    named('billion-laughs', () => packed(kind, `<text:p>&j;</text:p>${small}`, laughs), {
      ...refused('corrupt'),
      absent: '哈哈',
    }),
    named(
      'entity-of-a-file',
      () =>
        packed(
          kind,
          `<text:p>&x;</text:p>${small}`,
          '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        ),
      { ...refused('corrupt'), absent: 'root:' },
    ),
    named(
      'without-its-content',
      () => writeZip([type(kind), part('styles.xml', '<a/>')]),
      refused('corrupt'),
    ),
    named(
      'content-cut',
      () => writeZip([type(kind), part('content.xml', head(kind) + small)]),
      refused('corrupt'),
    ),
    named(
      'of-another-kind',
      () => writeZip([type(kind), part('content.xml', head('drawing') + tail('drawing'))]),
      refused('corrupt'),
    ),
    named(
      'behind-a-password',
      () =>
        writeZip([
          type(kind),
          part(
            'META-INF/manifest.xml',
            '<m:manifest><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>',
          ),
          part('content.xml', 'x'),
        ]),
      refused('encrypted'),
    ),
    named(
      'behind-a-password-hashed-without-end',
      () =>
        writeZip([
          type(kind),
          part(
            'META-INF/manifest.xml',
            `<m:manifest><m:file-entry m:full-path="content.xml"><m:encryption-data><m:algorithm m:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc" m:initialisation-vector="AAAA"/><m:key-derivation m:key-derivation-name="PBKDF2" m:key-size="32" m:iteration-count="${2 ** 31}" m:salt="AAAA"/></m:encryption-data></m:file-entry></m:manifest>`,
          ),
          part('content.xml', 'x'),
        ]),
      refused('too_large'),
    ),
    {
      ...named(
        'bomb',
        () =>
          writeZip([
            type(kind),
            repeatedText('content.xml', head(kind), '<text:p>一</text:p>', 60_000_000, tail(kind)),
          ]),
        refused('too_large'),
      ),
      heavy: true,
    },
  ];
});

export const oddFlow: readonly HostileCase[] = [
  ...texts,
  ...documents,
  {
    name: 'tables-nested.odt',
    make: () =>
      packed(
        'text',
        `${'<table:table><table:table-row><table:table-cell>'.repeat(60)}${'</table:table-cell></table:table-row></table:table>'.repeat(60)}`,
      ),
    expected: refused('too_large'),
  },
  {
    name: 'row-long-and-repeated.odt',
    make: () => packed('text', table(rows(cell('a'.repeat(100_000)), 'table:number-rows-repeated="99999"'))),
    expected: refused('too_large'),
  },
  {
    name: 'a-million-rows.ods',
    make: () =>
      packed('spreadsheet', table(rows(cell('a') + cell('b'), 'table:number-rows-repeated="1048576"'))),
    expected: { status: ['partial'] },
    heavy: true,
  },
  {
    name: 'cut-off.odt',
    make: () => Buffer.from(renderOdt(generateDocument(22).sections)).subarray(0, -200),
    expected: refused('corrupt'),
  },
];
