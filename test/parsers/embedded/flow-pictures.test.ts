import { readFileSync } from 'node:fs';
import { decode as decodePng } from 'fast-png';
import { expect, it } from 'vitest';
import { parseDocument } from '../../../parsers/index.ts';
import { flat, openDocument, p, row, sheet, table } from '../opendocument/open-document.ts';
import { bytesOf, rtf, row as rtfRow } from '../rtf/rtf.ts';

const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const png = fixture('spending-table.png');
const jpeg = fixture('spending-table.jpg');
const spending = ['项目', '预算数', '基本支出', '638.87', '项目支出', '186.23', '支出合计', '825.10'];

/** The picture as a clipboard holds it: a bitmap in grey, from below, without the header of a file. */
function bitmap(): Buffer {
  const { width, height, data, palette = [] } = decodePng(png);
  const stride = Math.ceil(width / 4) * 4;
  const head = Buffer.alloc(40 + 256 * 4);
  head.writeUInt32LE(40, 0);
  head.writeInt32LE(width, 4);
  head.writeInt32LE(height, 8);
  head.writeUInt16LE(1, 12);
  head.writeUInt16LE(8, 14);
  for (let grey = 0; grey < 256; grey++) head.fill(grey, 40 + grey * 4, 43 + grey * 4);
  const points = Buffer.alloc(stride * height, 255);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      points[(height - 1 - y) * stride + x] = palette[data[y * width + x] ?? 0]?.[0] ?? 255;
  return Buffer.concat([head, points]);
}

const pict = (kind: string, digits: string): string =>
  `{\\*\\shppict{\\pict{\\*\\picprop{\\sp{\\sn x}{\\sv y}}}\\picscalex100\\picscaley100\\picw15875\\pich6914\\picwgoal9000\\pichgoal3920\\${kind} ${digits}}}{\\nonshppict{\\pict\\wmetafile8 0100}}`;
const hex = (bytes: Buffer): string => bytes.toString('hex').replace(/.{128}/g, '$&\r\n');
const inRtf = (picture: string): Uint8Array =>
  bytesOf(
    rtf(
      `${rtfRow(['a', 'b'], [2000, 4000])}\\pard \\par ${picture}\\par ${rtfRow(['c', 'd'], [2000, 4000])}\\pard \\par`,
    ),
  );
const frame = (content: string): string =>
  `<draw:frame svg:width="450pt" svg:height="196pt">${content}</draw:frame>`;
const image = '<draw:image xlink:href="Pictures/1.png"/>';
const inText = (content: string): string => table(row('a', 'b')) + p(frame(content)) + table(row('c', 'd'));
const parts = { 'Pictures/1.png': png };

it.each([
  ['RTF, as PNG', inRtf(pict('pngblip', hex(png)))],
  ['RTF, as JPEG', inRtf(pict('jpegblip', hex(jpeg)))],
  ['RTF, as a bitmap', inRtf(pict('dibitmap0', hex(bitmap())))],
  ['RTF, as bytes', inRtf(pict('pngblip', `\\bin${png.length} ${png.toString('latin1')}`))],
  ['an OpenDocument text', openDocument('text', inText(image), '', parts)],
  [
    'an OpenDocument text that is one file',
    Buffer.from(
      flat(
        'text',
        inText(`<draw:image><office:binary-data>${png.toString('base64')}</office:binary-data></draw:image>`),
      ),
    ),
  ],
  [
    'an OpenDocument sheet, between its cells',
    openDocument(
      'spreadsheet',
      sheet(
        'a',
        row('a', 'b'),
        row('x', 'y'),
        row(`<table:table-cell>${frame(image)}</table:table-cell>`),
        row(''),
        row(''),
        row('c', 'd'),
        row('e', 'f'),
      ),
      '',
      parts,
    ),
  ],
])('a picture in %s is read where it stands', async (_, bytes) => {
  const result = await parseDocument(bytes, { name: '附件' });
  if (result.status !== 'read') throw new Error(result.error.message.en);
  expect(result.source.warnings).toEqual([]);
  const grids = result.source.blocks.filter((block) => block.kind === 'grid');
  expect(grids.map(({ cells }) => cells[0]?.text)).toEqual(['a', '项目', 'c']);
  expect(grids[1]?.cells.map(({ text }) => text.replace(/^.、/, ''))).toEqual(spending);
});
