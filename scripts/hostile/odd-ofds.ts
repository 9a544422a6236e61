import { type HostileCase, refused } from './case.ts';
import {
  changed,
  contentPart,
  inPart,
  noPage,
  ns,
  type OfdCase,
  ofdCases,
  parts,
  table,
  whole,
  without,
  withPart,
} from './ofd.ts';
import { packedZeros, repeatedText, writeZip } from './zip-writer.ts';

const cases: readonly OfdCase[] = [
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

/** Packages of an OFD whose parts are missing, damaged or lie. */
export const oddOfds: readonly HostileCase[] = ofdCases(cases);
