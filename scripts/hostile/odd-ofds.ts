import { cellTexts, lattice, page, text } from '../../test/parsers/ofd/drawing.ts';
import { ofdParts, type WrittenPackage, type WrittenPage } from '../ofd/write-package.ts';
import { type Expectation, type HostileCase, refused } from './case.ts';
import { type LyingEntry, packedZeros, repeatedText, writeZip } from './zip-writer.ts';

const table =
  lattice(3, 3) +
  cellTexts([
    ['指标', '数值', '权重'],
    ['数量', '32.5', '10'],
    ['质量', '95%', '5'],
  ]);
const fonts = '<ofd:Font ID="1" FontName="宋体"/>';
const contentPart = 'Doc_0/Pages/Page_0/Content.xml';
const ns = 'xmlns:ofd="http://www.ofdspec.org/2016"';

/** An honest page with a table, and what is put into its package. */
function parts(
  objects = '',
  more: Partial<WrittenPackage> = {},
  own: Partial<WrittenPage> = {},
): LyingEntry[] {
  const pages = [{ ...page(table + objects), ...own }];
  return ofdParts({ pages, fonts, ...more }).map(({ path, data }) => ({
    name: path,
    data: Buffer.from(data),
  }));
}

/** A part written anew: damage that does nothing would test nothing. */
function changed(entries: LyingEntry[], name: string, from: RegExp | string, to: string): Buffer {
  return writeZip(
    entries.map((entry) => {
      if (entry.name !== name) return entry;
      const before = Buffer.from(entry.data).toString();
      const after = before.replace(from, () => to);
      if (after === before) throw new Error(`nothing to replace: ${from}`);
      return { name, data: Buffer.from(after) };
    }),
  );
}

const without = (entries: LyingEntry[], name: string): Buffer =>
  writeZip(entries.filter((entry) => entry.name !== name));
const withPart = (entries: LyingEntry[], entry: LyingEntry): Buffer =>
  writeZip([...entries.filter(({ name }) => name !== entry.name), entry]);

/** All of it is there, and has to be read. */
const whole: Expectation = { status: ['ok'] };
const inPart: Expectation = { status: ['partial'] };
const noPage = refused('page_failed', 'corrupt', 'too_large');

const unit = (id: number, inner: string): string =>
  `<ofd:CompositeGraphicUnit ID="${id}" Width="210" Height="297"><ofd:Content>${inner}</ofd:Content></ofd:CompositeGraphicUnit>`;
const use = (id: number): string => `<ofd:CompositeObject ID="1" Boundary="0 0 210 297" ResourceID="${id}"/>`;
const units = (...list: string[]): Partial<WrittenPackage> => ({
  resources: `<ofd:CompositeGraphicUnits>${list.join('')}</ofd:CompositeGraphicUnits>`,
});
const steps = (deltas: string): string => text('数值说明', 22, 80, '', ` DeltaX="${deltas}"`);
const path = (data: string): string =>
  `<ofd:PathObject ID="1" Boundary="0 0 210 297"><ofd:AbbreviatedData>${data}</ofd:AbbreviatedData></ofd:PathObject>`;
const picture = (file: string): Partial<WrittenPackage> => ({
  resources: `<ofd:MultiMedias><ofd:MultiMedia ID="7" Type="Image"><ofd:MediaFile>${file}</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>`,
});
const image = '<ofd:ImageObject ID="1" Boundary="20 100 160 120" CTM="160 0 0 120 0 0" ResourceID="7"/>';

const cases: [name: string, make: () => Buffer, expected: Expectation, heavy?: true][] = [
  ['honest', () => writeZip(parts()), whole],
  ['unit-in-itself', () => writeZip(parts(use(1), units(unit(1, use(1))))), inPart],
  [
    'units-in-a-ring',
    () => writeZip(parts(use(1), units(unit(1, use(2)), unit(2, use(3)), unit(3, use(1))))),
    inPart,
  ],
  [
    'units-doubled-thirty-times',
    () =>
      writeZip(
        parts(use(1), units(...Array.from({ length: 30 }, (_, i) => unit(i + 1, use(i + 2) + use(i + 2))))),
      ),
    inPart,
  ],
  ['unit-missing', () => writeZip(parts(use(99))), inPart],
  [
    'parameter-of-itself',
    () =>
      writeZip(
        parts(text('数值说明', 22, 80, ' DrawParam="5"'), {
          resources:
            '<ofd:DrawParams><ofd:DrawParam ID="5" Relative="6"/><ofd:DrawParam ID="6" Relative="5"/></ofd:DrawParams>',
        }),
      ),
    whole,
  ],
  ['template-missing', () => writeZip(parts('', {}, { template: 9 })), inPart],
  [
    'template-of-the-page',
    () =>
      changed(
        parts('', { templates: [''] }, { template: 1 }),
        'Doc_0/Document.xml',
        'Tpls/Tpl_0/Content.xml',
        'Pages/Page_0/Content.xml',
      ),
    whole,
  ],
  ['steps-by-the-billion', () => writeZip(parts(steps('g 1000000000 4'))), whole],
  ['steps-of-no-number', () => writeZip(parts(steps('NaN Infinity 1e999'))), whole],
  ['steps-less-than-none', () => writeZip(parts(steps('g -5 4 g'))), whole],
  [
    'boundary-of-no-number',
    () => writeZip(parts(text('数值说明', 22, 80).replace(/Boundary="[^"]*"/, 'Boundary="NaN 1e400 -1 x"'))),
    whole,
  ],
  [
    'matrix-of-noughts',
    () => writeZip(parts(text('数值说明', 22, 80, ' CTM="0 0 0 0 0 0"'))),
    { status: ['ok', 'partial'] },
  ],
  ['path-of-no-number', () => writeZip(parts(path('M 0 0 L NaN 5 X 7'))), inPart],
  ['path-far-away', () => writeZip(parts(path('M -999999 80 L 999999 80 A 1e5 1e-9 0 1 1 5 5'))), whole],
  ['page-huge', () => changed(parts(), contentPart, '0 0 210 297', '0 0 1e9 1e9'), whole],
  ['page-of-nothing', () => changed(parts(), contentPart, '0 0 210 297', '0 0 0 -5'), whole],
  [
    'page-outside',
    () => changed(parts(), 'Doc_0/Document.xml', '"Pages/Page_0/Content.xml"', '"../../../../../etc/passwd"'),
    { ...noPage, absent: 'root:' },
  ],
  [
    'picture-outside',
    () => writeZip(parts(image, picture('../../../../../../etc/passwd'))),
    { ...inPart, absent: 'root:' },
  ],
  [
    'picture-of-no-kind',
    () =>
      withPart(parts(image, picture('a.png')), { name: 'Doc_0/Res/a.png', data: Buffer.from('no picture') }),
    inPart,
  ],
  [
    'picture-of-many-pixels',
    () => withPart(parts(image, picture('a.png')), { name: 'Doc_0/Res/a.png', data: hugePng() }),
    inPart,
  ],
  ['page-missing', () => without(parts(), contentPart), noPage],
  ['document-missing', () => without(parts(), 'Doc_0/Document.xml'), refused('corrupt')],
  ['root-empty', () => withPart(parts(), { name: 'OFD.xml', data: Buffer.alloc(0) }), refused('corrupt')],
  ['root-of-itself', () => changed(parts(), 'OFD.xml', 'Doc_0/Document.xml', 'OFD.xml'), refused('empty')],
  [
    'no-pages',
    () => changed(parts(), 'Doc_0/Document.xml', /<ofd:Pages>.*<\/ofd:Pages>/, ''),
    refused('empty'),
  ],
  ['resources-missing', () => without(parts(), 'Doc_0/PublicRes.xml'), inPart],
  [
    'font-cut',
    () =>
      withPart(
        parts('', {
          fonts: '<ofd:Font ID="1" FontName="宋体"><ofd:FontFile>f.ttf</ofd:FontFile></ofd:Font>',
        }),
        { name: 'Doc_0/Res/f.ttf', data: Buffer.from('000100000009ffff', 'hex') },
      ),
    whole,
  ],
  ['page-cut', () => changed(parts(), contentPart, /<\/ofd:Layer>[\s\S]*$/, ''), noPage],
  [
    'page-with-a-bomb-of-names',
    () =>
      changed(parts(), contentPart, '\n', '\n<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>'),
    noPage,
  ],
  [
    'page-nested-deep',
    () =>
      changed(
        parts(),
        contentPart,
        '<ofd:PathObject',
        `${'<ofd:PageBlock>'.repeat(5000)}${'</ofd:PageBlock>'.repeat(5000)}<ofd:PathObject`,
      ),
    noPage,
  ],
  [
    'checksum-wrong',
    () => writeZip(parts().map((entry) => (entry.name === contentPart ? { ...entry, checksum: 1 } : entry))),
    noPage,
  ],
  ['encrypted', () => writeZip(parts().map((entry) => ({ ...entry, flags: 1 }))), refused('encrypted')],
  [
    'encrypted-by-its-list',
    () => withPart(parts(), { name: 'Encryptions.xml', data: Buffer.from('<Encryptions/>') }),
    refused('encrypted'),
  ],
  [
    'two-pages-of-one-name',
    () => writeZip([...parts(), { name: contentPart, data: Buffer.from(`<ofd:Page ${ns}/>`) }]),
    refused('corrupt'),
  ],
  ['cut-off', () => writeZip(parts()).subarray(0, -400), refused('corrupt')],
  [
    'pages-by-the-million',
    () =>
      withPart(
        parts(),
        repeatedText(
          'Doc_0/Document.xml',
          `<ofd:Document ${ns}><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/>`,
          '<ofd:Page/>',
          500_000,
          '</ofd:Pages></ofd:Document>',
        ),
      ),
    { status: ['partial'], codes: ['too_large', 'page_failed', 'corrupt'] },
  ],
  [
    'objects-by-the-million',
    () =>
      withPart(
        parts(),
        repeatedText(
          contentPart,
          `<ofd:Page ${ns}><ofd:Content><ofd:Layer>`,
          '<ofd:PathObject/>',
          2_000_000,
          '</ofd:Layer></ofd:Content></ofd:Page>',
        ),
      ),
    noPage,
  ],
  [
    'signs-by-the-million',
    () =>
      withPart(
        parts(),
        repeatedText(
          contentPart,
          `<ofd:Page ${ns}><ofd:Content><ofd:Layer>${table}<ofd:TextObject Font="1" Size="4" Boundary="0 0 210 297"><ofd:TextCode X="5" Y="150">`,
          '数值说明',
          3_000_000,
          '</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>',
        ),
      ),
    inPart,
  ],
  [
    'path-by-the-million',
    () =>
      withPart(
        parts(),
        repeatedText(
          contentPart,
          `<ofd:Page ${ns}><ofd:Content><ofd:Layer>${table}<ofd:PathObject Boundary="0 0 210 297"><ofd:AbbreviatedData>M 0 0 `,
          'L 1 1 ',
          4_000_000,
          '</ofd:AbbreviatedData></ofd:PathObject></ofd:Layer></ofd:Content></ofd:Page>',
        ),
      ),
    inPart,
  ],
  [
    'page-of-zeros',
    () =>
      withPart(parts(), {
        name: contentPart,
        data: Buffer.alloc(0),
        size: 40 << 20,
        ...packedZeros(40 << 20),
      }),
    noPage,
  ],
  [
    'page-says-less',
    () =>
      withPart(parts(), {
        name: contentPart,
        data: Buffer.alloc(100),
        packed: packedZeros(300 << 20).packed,
      }),
    noPage,
    true,
  ],
  [
    'bomb',
    () =>
      withPart(parts(), { name: contentPart, data: Buffer.alloc(0), size: 2 ** 31, ...packedZeros(2 ** 31) }),
    refused('too_large'),
    true,
  ],
];

/** A PNG whose head says that it has ten thousand million pixels. */
function hugePng(): Buffer {
  const png = Buffer.alloc(64);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(png);
  png.writeUInt32BE(100_000, 16);
  png.writeUInt32BE(100_000, 20);
  png[24] = 8;
  return png;
}

export const oddOfds: readonly HostileCase[] = cases.map(([name, make, expected, heavy]) => ({
  name: `ofd-${name}.ofd`,
  make,
  expected,
  ...(heavy && { heavy }),
}));
