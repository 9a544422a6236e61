import type { WrittenPackage } from '../ofd/write-package.ts';
import type { HostileCase } from './case.ts';
import { inPart, type OfdCase, ofdCases, parts, withPart } from './ofd.ts';

/** A font with the tables that are read, of these bodies. */
function font(tables: Readonly<Record<string, Buffer>>): Buffer {
  const names = Object.keys(tables);
  const directory = Buffer.alloc(12 + 16 * names.length);
  directory.writeUInt16BE(names.length, 4);
  let offset = directory.length;
  for (const [i, name] of names.entries()) {
    directory.write(name, 12 + 16 * i, 'latin1');
    directory.writeUInt32BE(offset, 20 + 16 * i);
    offset += tables[name]!.length;
  }
  return Buffer.concat([directory, ...Object.values(tables)]);
}

/** A cmap of format 12 with groups that each reach over all codes. */
function endlessMap(groups: number): Buffer {
  const map = Buffer.alloc(28 + 12 * groups);
  map.writeUInt16BE(1, 2);
  map.writeUInt16BE(3, 4);
  map.writeUInt32BE(12, 8);
  map.writeUInt16BE(12, 12);
  map.writeUInt32BE(0xffffffff, 24);
  for (let i = 0; i < groups; i++) map.writeUInt32BE(0xffffffff, 28 + 12 * i + 4);
  return map;
}

/** Names in post that are said to be of all glyphs there may be. */
function endlessNames(): Buffer {
  const post = Buffer.alloc(200_000);
  post.writeUInt32BE(0x00020000, 0);
  post.writeUInt16BE(0xffff, 32);
  return post;
}

/** Texts of glyphs by their numbers, each in a font of its own that one file embeds. */
function fonts(count: number): [objects: string, more: Partial<WrittenPackage>] {
  const ids = Array.from({ length: count }, (_, i) => 1000 + i);
  const objects = ids.map(
    (id) =>
      `<ofd:TextObject ID="1" Boundary="20 150 9 5" Font="${id}" Size="4"><ofd:CGTransform CodePosition="0" CodeCount="1" GlyphCount="1"><ofd:Glyphs>7</ofd:Glyphs></ofd:CGTransform><ofd:TextCode X="0" Y="4">¤</ofd:TextCode></ofd:TextObject>`,
  );
  const list = ids.map(
    (id) => `<ofd:Font ID="${id}" FontName="F"><ofd:FontFile>f.ttf</ofd:FontFile></ofd:Font>`,
  );
  return [objects.join(''), { fonts: `<ofd:Font ID="1" FontName="宋体"/>${list.join('')}` }];
}

const embedded = (count: number, data: Buffer): Buffer =>
  withPart(parts(...fonts(count)), { name: 'Doc_0/Res/f.ttf', data });

/** A segment of JBIG2 (ITU-T T.88 §7.2). */
function segment(number: number, type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(11);
  head.writeUInt32BE(number, 0);
  head[4] = type;
  head[6] = 1;
  head.writeUInt32BE(data.length, 7);
  return Buffer.concat([head, data]);
}

function sizes(...values: number[]): Buffer {
  const data = Buffer.alloc(19);
  for (const [i, value] of values.entries()) data.writeUInt32BE(value, 4 * i);
  return data;
}

const media =
  '<ofd:MultiMedias><ofd:MultiMedia ID="7" Type="Image"><ofd:MediaFile>a.jb2</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>';
const image = '<ofd:ImageObject ID="1" Boundary="20 100 160 120" CTM="160 0 0 120 0 0" ResourceID="7"/>';
const pictured = (...segments: Buffer[]): Buffer =>
  withPart(parts(image, { resources: media }), {
    name: 'Doc_0/Res/a.jb2',
    data: Buffer.concat(segments),
  });

const cases: readonly OfdCase[] = [
  ['font-with-a-map-of-everything', () => embedded(1, font({ cmap: endlessMap(1) })), inPart],
  ['font-with-maps-by-the-thousand', () => embedded(2000, font({ cmap: endlessMap(100_000) })), inPart],
  ['font-with-names-of-nothing', () => embedded(10, font({ post: endlessNames() })), inPart],
  [
    'font-with-tables-beyond-its-end',
    () => embedded(1, font({ cmap: Buffer.alloc(2), post: Buffer.alloc(3) })),
    inPart,
  ],
  ['jbig2-page-of-many-pixels', () => pictured(segment(0, 48, sizes(0xfffffff0, 0xfffffff0))), inPart],
  [
    'jbig2-region-of-many-pixels',
    () => pictured(segment(0, 48, sizes(1000, 1000)), segment(1, 38, sizes(0xfffffff0, 0xfffffff0))),
    inPart,
  ],
  [
    'jbig2-of-noise',
    () =>
      pictured(
        segment(0, 48, sizes(1000, 1000)),
        segment(1, 0, Buffer.alloc(5000, 0xa7)),
        segment(2, 6, Buffer.alloc(90, 3)),
      ),
    inPart,
  ],
];

/** OFD whose fonts and pictures of two tones are none that a program wrote. */
export const oddOfdFonts: readonly HostileCase[] = ofdCases(cases);
