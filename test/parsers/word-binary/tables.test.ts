import { describe, expect, it } from 'vitest';
import { parseBinaryWord } from '../../../parsers/word-binary/index.ts';
import { gridsOf, readAs, sketch } from '../grids.ts';
import { binaryWord, long, type Options, type Paragraph, p, sprm, word } from './binary-word.ts';
import { cell, definition, flags, inCell, innerRow, row } from './tables.ts';

const read = (body: Paragraph[], options: Options = {}) =>
  readAs(parseBinaryWord, 'doc', binaryWord([...body, p('')], options));
const grids = async (body: Paragraph[], options: Options = {}) => gridsOf(await read(body, options));
const thirds = [0, 3000, 6000, 9000];

describe('the tables of a binary Word document', () => {
  it('have the cells that the marks end, and the paragraphs of a cell as lines', async () => {
    const source = await read([
      p('绩效目标表'),
      ...row(['指标', [inCell('数量'), cell('质量')], '备注'], thirds),
      ...row(['里程', '12公里', ''], thirds),
      p('说明'),
    ]);
    expect(sketch(gridsOf(source)[0])).toEqual(['指标 | 数量\n质量 | 备注', '里程 | 12公里 | ']);
    expect(source.blocks.map((block) => (block.kind === 'grid' ? 'grid' : block.text))).toEqual([
      '绩效目标表',
      'grid',
      '说明',
    ]);
    expect(source.format).toBe('doc');
    expect(source.warnings).toEqual([]);
  });

  it('have spans where rows have other edges', async () => {
    const [grid] = await grids([
      ...row(['项目名称', '园林养护'], [0, 3000, 9000]),
      ...row(['甲', '乙', '丙'], thirds),
      ...row(['全部'], [0, 9000]),
    ]);
    expect(sketch(grid)).toEqual(['项目名称 | 园林养护[1x2]', '甲 | 乙 | 丙', '全部[1x3]']);
  });

  it('have one line where edges that were dragged by eye differ a little', async () => {
    const [grid] = await grids([
      ...row(['甲', '乙', '丙'], [-108, 3000, 6000, 9000]),
      ...row(['丁', '戊', '己'], [-100, 3020, 5985, 8990]),
    ]);
    expect(sketch(grid)).toEqual(['甲 | 乙 | 丙', '丁 | 戊 | 己']);
  });

  it('merge cells that flags merge across and down', async () => {
    const [grid] = await grids([
      ...row(['产出指标', '数量', '丙'], thirds, [flags.beginsDown, 0, 0]),
      ...row(['', '质量', ''], thirds, [flags.down, flags.beginsAcross, flags.across]),
      ...row(['效益指标', '', '己'], thirds, [flags.beginsAcross, flags.across, 0]),
    ]);
    expect(sketch(grid)).toEqual(['产出指标[2x1] | 数量 | 丙', '质量[1x2]', '效益指标[1x2] | 己']);
  });

  it('say that a cell which belongs to another holds a text', async () => {
    const source = await read([
      ...row(['甲', '乙', '丙'], thirds, [flags.beginsDown, 0, 0]),
      ...row(['藏', '丁', '戊'], thirds, [flags.down, 0, 0]),
    ]);
    expect(sketch(gridsOf(source)[0])).toEqual(['甲[2x1] | 乙 | 丙', '丁 | 戊']);
    expect(source.warnings.map(({ code }) => code)).toEqual(['text_left_out']);
  });

  it('are changed by operations behind their definition', async () => {
    const merged = [...sprm(0x5624, 1, 3), ...sprm(0xd62b, 2, 0, 3)];
    const [grid] = await grids([
      ...row(['甲', '乙', ''], thirds, [], merged),
      ...row(['', '丁', '戊'], thirds, [], sprm(0xd62b, 2, 0, 1)),
      // Two columns are put in behind the first, one is taken out, and the last one gets its width.
      ...row(
        ['己', '庚', '辛'],
        [0, 3000],
        [],
        [...sprm(0x7621, 1, 3, ...word(1000)), ...sprm(0x5622, 1, 2), ...sprm(0x7623, 1, 3, ...word(3000))],
      ),
    ]);
    expect(sketch(grid)).toEqual(['甲[2x1] | 乙[1x2]', '丁 | 戊', '己 | 庚 | 辛']);
  });

  it('stand in cells of others', async () => {
    const found = await grids([
      ...row(
        [
          '外',
          [
            ...innerRow(['内一', '内二'], [0, 500, 1000]),
            ...innerRow(['内三', '内四'], [0, 500, 1000]),
            cell('后'),
          ],
          '右',
        ],
        thirds,
      ),
    ]);
    expect(found.map(sketch)).toEqual([['外 | 后 | 右'], ['内一 | 内二', '内三 | 内四']]);
  });

  it('stand three deep', async () => {
    const deepest = innerRow(['深', '处'], [0, 500, 1000], 3);
    const found = await grids(
      row(['外', [...innerRow([deepest, '中'], [0, 500, 1000]), cell('')]], [0, 3000, 6000]),
    );
    expect(found.map(sketch)).toEqual([['外 | '], [' | 中'], ['深 | 处']]);
  });

  it('are laid out by properties that are too long for a page', async () => {
    const edges = Array.from({ length: 64 }, (_, n) => n * 140);
    const group = definition(edges, Array<number>(63).fill(0));
    const data = Uint8Array.from([...long(0), ...word(group.length), ...group]);
    const texts = Array.from({ length: 63 }, (_, n) => String(n));
    const body = [
      ...texts.map((text) => cell(text)),
      p('', { mark: '\u0007', sprms: [...sprm(0x2416, 1), ...sprm(0x2417, 1), ...sprm(0x6646, ...long(4))] }),
    ];
    const [grid] = await grids(body, { data });
    expect([grid?.rows, grid?.columns]).toEqual([1, 63]);
    const lost = await read([...body, ...row(['甲', '乙'], [0, 1, 2])]);
    expect(new Set(lost.warnings.map(({ code }) => code))).toEqual(new Set(['page_failed']));
  });

  it('leave out rows that were deleted or are hidden', async () => {
    const taken = (text: string) => cell([{ text, sprms: sprm(0x0800, 1) }]);
    const marked = (texts: Parameters<typeof row>[0], markSprms: number[]) =>
      row(texts, [0, 3000, 6000]).with(-1, {
        ...row([], [0, 3000, 6000])[0]!,
        markSprms,
      });
    const source = await read([
      ...row(['甲', '1'], [0, 3000, 6000]),
      ...marked([taken('旧'), taken('9')], sprm(0x0800, 1)),
      ...marked(['藏', '8'], sprm(0x083c, 1)),
      // The end of a row above one that LibreOffice deletes: its texts stay.
      ...marked(['乙', '2'], sprm(0x0800, 1)),
    ]);
    expect(sketch(gridsOf(source)[0])).toEqual(['甲 | 1', '乙 | 2']);
    expect(source.warnings.map(({ code }) => code)).toEqual(['text_left_out']);
  });

  it('go on behind the end of a page, and not where no page ends', async () => {
    const [above, below] = [
      row(['甲', '乙', '丙'], [0, 1000, 2000, 3000]),
      row(['丁', '1', '2'], [0, 1000, 2000, 3000]),
    ];
    const count = async (breaks: number) =>
      (await grids([...above, p('', { sprms: sprm(0x2407, breaks) }), ...below])).length;
    expect([await count(1), await count(0)]).toEqual([1, 2]);
  });

  it('keep the white letters of a shaded cell, and leave out those on white', async () => {
    const white = [{ text: '指标', sprms: sprm(0x2a42, 8) }];
    const shades = sprm(
      0xd612,
      20,
      ...long(0xff000000),
      0x33,
      0x66,
      0x99,
      0,
      ...word(0),
      ...long(0xff000000),
      ...long(0xff000000),
      ...word(0),
    );
    const source = await read(row([cell(white), cell(white)], [0, 3000, 6000], [], shades));
    expect(sketch(gridsOf(source)[0])).toEqual(['指标 | ']);
    expect(source.warnings.map(({ code }) => code)).toEqual(['text_left_out']);
    const swapped = [...shades.slice(0, 3), ...shades.slice(13), ...shades.slice(3, 13)];
    const second = await read(row([cell(white), cell(white)], [0, 3000, 6000], [], swapped));
    expect(sketch(gridsOf(second)[0])).toEqual([' | 指标']);
  });

  it('keep what stands in cells without a layout', async () => {
    const bare = (texts: string[]) => [
      ...texts.map((text) => cell(text)),
      p('', { mark: '\u0007', sprms: [...sprm(0x2416, 1), ...sprm(0x2417, 1)] }),
    ];
    const source = await read([...bare(['甲', '乙']), ...bare(['丙', '丁'])]);
    expect(source.warnings.map(({ place }) => place)).toEqual(['rows']);
    expect(sketch(gridsOf(source)[0])).toEqual(['甲 | 乙', '丙 | 丁']);
    // More cells than the layout knows, and cells of no width.
    const [odd] = await grids([
      ...row(['甲', '乙', '丙'], [0, 3000, 6000]),
      ...row(['丁', '戊', '己'], [0, 3000, 3000, 6000]),
    ]);
    expect(odd?.cells.map(({ text }) => text).join('')).toBe('甲乙丙丁\n戊己');
  });
});
