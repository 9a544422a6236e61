import { readFileSync } from 'node:fs';
import { decode as decodePng, encode as encodePng } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../parsers/index.ts';
import type { Block, Location, SourceDocument } from '../../../schemas/index.ts';
import { examine } from '../../../src/index.ts';
import { packageOf, rowsOf } from '../excel/package.ts';
import { docx, p, row, tbl } from '../word/docx.ts';

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
const png = fixture('spending-table.png');
const jpeg = fixture('spending-table.jpg');

/** The first bytes of an enhanced metafile. */
const metafile = new Uint8Array(64);
metafile.set([1, 0, 0, 0]);
metafile.set([0x20, 0x45, 0x4d, 0x46], 40);

/** A picture in a paragraph, in points. */
const drawing = (width: number, height: number): string =>
  `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="${width * 12_700}" cy="${height * 12_700}"/><wp:docPr id="1" name="x"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

async function read(bytes: Uint8Array, name: string): Promise<SourceDocument> {
  const parsed = await parseDocument(bytes, { name });
  if (parsed.status !== 'read') throw new Error(parsed.error.message.en);
  return parsed.source;
}

/** Texts of a grid without list marks: 一 is settled later, by the marks beside it. */
const textsOf = (block: Block | undefined): string[] =>
  block?.kind === 'grid' ? block.cells.map(({ text }) => text.replace(/^.、/, '')) : [];
const placesOf = ({ blocks }: SourceDocument): (Location | undefined)[] =>
  blocks.map((block) => (block.kind === 'grid' ? block.cells[0]?.location : block.location));
const spending = ['项目', '预算数', '基本支出', '638.87', '项目支出', '186.23', '支出合计', '825.10'];

/** The picture in grey, with gaps in the line below its second row. */
function withBrokenLine(): Uint8Array {
  const { width, height, data, palette = [] } = decodePng(png);
  const grey = Uint8Array.from(data, (index) => palette[index]?.[0] ?? 255);
  const darkIn = (y: number): number =>
    grey.subarray(y * width, (y + 1) * width).filter((value) => value < 128).length;
  const lines = Array.from({ length: height }, (_, y) => y).filter((y) => darkIn(y) > width / 2);
  const [, , line = 0] = lines.filter((y, i) => y - (lines[i - 1] ?? -9) > 3);
  for (let y = line - 3; y < line + 6; y++)
    for (let x = Math.round(width * 0.65); x < width * 0.93; x += 80)
      grey.fill(255, y * width + x, y * width + x + 14);
  return encodePng({ width, height, channels: 1, depth: 8, data: grey });
}

describe('pictures in a Word document', () => {
  const body =
    p('第一部分') + tbl(row('甲', '乙')) + drawing(450, 196) + p('第二部分') + tbl(row('丙', '丁'));

  it('are read as tables where they stand', async () => {
    const source = await read(docx(body, { 'word/media/image1.png': png }), '附件.docx');
    expect(source.warnings).toEqual([]);
    const grids = source.blocks.filter((block) => block.kind === 'grid');
    expect(grids.map(textsOf)).toEqual([['甲', '乙'], spending, ['丙', '丁']]);
    expect(placesOf(source).map((place) => place?.block)).toEqual(source.blocks.map((_, i) => i));
    expect(grids.map(({ cells }) => cells[0]?.location.grid)).toEqual([0, 1, 2]);
    expect(grids[1]?.cells.every(({ confidence }) => confidence < 1)).toBe(true);
    expect(JSON.stringify(source)).not.toContain('\u{f8f0}');
  });

  it('give filings, and leave nothing unread', async () => {
    const { document, amounts } = await examine(docx(drawing(450, 196), { 'word/media/image1.png': png }));
    expect(document).toMatchObject({ status: 'ok', filings: 1 });
    expect(amounts.map(({ item, value, unit }) => [item, value, unit])).toEqual([
      ['基本支出', 638.87, '万元'],
      ['项目支出', 186.23, '万元'],
      ['支出合计', 825.1, '万元'],
    ]);
  });

  it('keep a row whose line is broken, say so and doubt what stands on both sides of it', async () => {
    const lost = docx(drawing(450, 196), { 'word/media/image1.png': withBrokenLine() });
    const { document, amounts } = await examine(lost);
    expect(document).toMatchObject({ status: 'ok', filings: 1 });
    expect(document.warnings.map(({ code, place }) => [code, place])).toEqual([
      ['uncertain_grid', 'picture 1, after table 0'],
    ]);
    expect(document.warnings[0]?.message).toEqual({
      zh: '第 1 张图片的表格线与图像不完全相符（有边框只画了一部分），可能有行缺失或并入他行，请核对原件',
      en: 'the lines of a table of picture 1 are in question (a border is drawn in part): rows may be missing or run into others',
    });
    const reasons = amounts.map(({ item, doubts }) => [item, doubts?.item?.reason, doubts?.value?.reason]);
    const reason = 'a border is drawn in part';
    expect(reasons).toEqual([
      ['基本支出', reason, reason],
      ['项目支出', reason, reason],
      ['支出合计', undefined, undefined],
    ]);
  });

  it('are no tables where they are as small as a seal', async () => {
    const source = await read(docx(p('盖章') + drawing(90, 90), { 'word/media/image1.png': png }), '章.docx');
    expect(source.blocks.map(({ kind }) => kind)).toEqual(['paragraph']);
    expect(source.warnings).toEqual([]);
  });

  it('say what they are where their format is not read', async () => {
    const source = await read(
      docx(p('附表') + drawing(450, 196), { 'word/media/image1.png': metafile }),
      '表.docx',
    );
    expect(source.warnings).toMatchObject([{ code: 'picture_only' }]);
    expect(source.warnings[0]?.message.zh).toContain('EMF');
  });

  it('leave the document in part read where they are damaged', async () => {
    const { document } = await examine(
      docx(p('附表') + tbl(row('甲', '乙')) + drawing(450, 196), {
        'word/media/image1.png': png.slice(0, 900),
      }),
    );
    expect(document.status).toBe('partial');
    expect(document.warnings[0]?.code).toBe('picture_only');
    expect(document.warnings[0]?.message.en).toContain('damaged');
  });
});

describe('pictures on a sheet', () => {
  const sheet = (rows: string, size: [number, number]) => ({
    name: '支出',
    rows,
    after: '<drawing r:id="rId1"/>',
    parts: {
      'xl/worksheets/_rels/sheet1.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>',
      'xl/drawings/drawing1.xml': `<xdr:wsDr><xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>9</xdr:row></xdr:from><xdr:to><xdr:col>6</xdr:col><xdr:row>22</xdr:row></xdr:to><xdr:pic><xdr:blipFill><a:blip r:embed="rId1"/></xdr:blipFill><xdr:spPr><a:xfrm><a:ext cx="${size[0] * 12_700}" cy="${size[1] * 12_700}"/></a:xfrm></xdr:spPr></xdr:pic></xdr:twoCellAnchor></xdr:wsDr>`,
      'xl/drawings/_rels/drawing1.xml.rels':
        '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="../media/image1.jpeg"/></Relationships>',
      'xl/media/image1.jpeg': jpeg,
    },
  });

  it('are read as tables below the cells above them', async () => {
    const source = await read(
      packageOf([
        sheet(
          rowsOf([
            ['甲', '乙'],
            ['丙', '丁'],
          ]),
          [450, 196],
        ),
      ]),
      '支出.xlsx',
    );
    const grids = source.blocks.filter((block) => block.kind === 'grid');
    expect(grids.map(textsOf)).toEqual([['甲', '乙', '丙', '丁'], spending]);
    expect(grids[1]?.cells[0]?.location).toMatchObject({ sheet: '支出', ref: 'B10', page: null, grid: 1 });
    expect(source.warnings).toEqual([]);
  });

  it('make a sheet of nothing else a table', async () => {
    const { document } = await examine(packageOf([sheet('', [450, 196])]), { path: '支出.xlsx' });
    expect(document).toMatchObject({ status: 'ok', filings: 1, warnings: [] });
  });

  it('are left where they are small', async () => {
    const source = await read(
      packageOf([
        sheet(
          rowsOf([
            ['甲', '乙'],
            ['丙', '丁'],
          ]),
          [80, 80],
        ),
      ]),
      '支出.xlsx',
    );
    expect(source.blocks).toHaveLength(1);
  });
});
