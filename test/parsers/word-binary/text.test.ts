import { describe, expect, it } from 'vitest';
import { parseBinaryWord } from '../../../parsers/word-binary/index.ts';
import { gridsOf, readAs, sketch } from '../grids.ts';
import { binaryWord, type Options, type Paragraph, p, sprm, word } from './binary-word.ts';
import { fontTable, lists, styleSheet } from './structures.ts';
import { cell, row } from './tables.ts';

const read = (body: Paragraph[], options: Options = {}) =>
  readAs(parseBinaryWord, 'doc', binaryWord([...body, p('')], options));
const lines = async (body: Paragraph[], options: Options = {}) =>
  (await read(body, options)).blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
const special = sprm(0x0855, 1);
const struck = sprm(0x0837, 1);

describe('the text of a binary Word document', () => {
  it('is put together from pieces of two kinds, wherever they stand', async () => {
    const body = [p('预算 2031'), p('“A” – 5 €'), p('绩效')];
    const stored = (text: string) =>
      text.replace('“', '\u0093').replace('”', '\u0094').replace('–', '\u0096').replace('€', '\u0080');
    const pieces = [{ characters: 8 }, { characters: 10, compressed: true }];
    const western = [body[0]!, p(stored('“A” – 5 €')), body[2]!];
    for (const reversed of [false, true])
      expect(await lines(western, { pieces, reversed })).toEqual(['预算 2031', '“A” – 5 €', '绩效']);
  });

  it('is changed by what holds for a whole piece', async () => {
    const hidden = { characters: 2, modifier: (0x5c << 1) | (1 << 8) };
    expect(await lines([p('甲乙丙丁')], { pieces: [{ characters: 1 }, hidden] })).toEqual(['甲丁']);
    const grouped = { characters: 2, modifier: 1 };
    const groups = [[...sprm(0x083c, 1)]];
    expect(await lines([p('甲乙丙丁')], { pieces: [{ characters: 1 }, grouped], groups })).toEqual(['甲丁']);
  });

  it('keeps line breaks, tabs and hyphens, and drops marks that stand for nothing', async () => {
    expect(await lines([p('甲\u000b乙\t丙\u001e丁\u001f戊\u0005\u0003')])).toEqual(['甲\n乙\t丙-丁戊']);
  });

  it('shows results of fields, and none of their instructions', async () => {
    const fields = p(
      '见\u0013 HYPERLINK "http://a.test" \u0014附件\u0015，共\u0013 IF \u0013 REF a \u001412\u0015 = 1 \u001413\u0015项\u0013 XE "索引" \u0015',
    );
    expect(await lines([fields])).toEqual(['见附件，共13项']);
    expect(await lines([p('没有\u0014结束\u0013的域')])).toEqual(['没有结束的域']);
  });

  it('shows signs whose reading stands above them, and none of the reading', async () => {
    const instruction = ' EQ \\* jc2 \\* "Font:宋体" \\* hps10 \\o\\ad(\\s\\up 9(yǎng),养) ';
    expect(await lines([p(`\u0013${instruction}\u0014\u0015护`)])).toEqual(['养护']);
  });

  it('leaves out what was deleted, is hidden, struck or white, and tells it', async () => {
    const source = await read([
      p([
        { text: '一' },
        { text: '删', sprms: sprm(0x0800, 1) },
        { text: '增', sprms: sprm(0x0801, 1) },
        { text: '隐', sprms: sprm(0x083c, 1) },
        { text: '划', sprms: struck },
        { text: '白', sprms: sprm(0x6870, 255, 255, 255, 0) },
        { text: '二' },
      ]),
    ]);
    expect(source.blocks.map((block) => block.kind === 'paragraph' && block.text)).toEqual(['一增二']);
    expect(source.warnings.map(({ message }) => message.en)).toEqual([
      '2 hidden texts were not read',
      '1 texts with a line through them were not read',
    ]);
  });

  it('joins a paragraph whose mark was deleted with the next', async () => {
    expect(await lines([p('甲', { markSprms: sprm(0x0800, 1) }), p('乙')])).toEqual(['甲乙']);
  });

  it('is struck or hidden by its style, and not where the run says otherwise', async () => {
    const styles = styleSheet([
      { name: '正文' },
      { name: '作废', kind: 2, characters: struck },
      { name: '隐藏', characters: sprm(0x083c, 1) },
      { name: '更隐藏', base: 2 },
    ]);
    const source = await read(
      [
        p([{ text: '甲' }, { text: '乙', sprms: sprm(0x4a30, ...word(1)) }]),
        p([{ text: '丙', sprms: [...sprm(0x4a30, ...word(1)), ...sprm(0x0837, 0x81)] }]),
        p([{ text: '丁' }, { text: '戊', sprms: sprm(0x083c, 0x81) }], { style: 3 }),
        p([{ text: '己', sprms: sprm(0x0837, 0x81) }]),
      ],
      { structures: { 1: styles } },
    );
    expect(source.blocks.map((block) => block.kind === 'paragraph' && block.text)).toEqual([
      '甲',
      '丙',
      '戊',
    ]);
  });

  it('raises digits, and reads signs of fonts', async () => {
    const fonts = fontTable(['宋体', 'Wingdings 2']);
    const symbol = [...special, ...sprm(0x6a09, ...word(1), ...word(0xf052))];
    const body = [
      p([{ text: '100m' }, { text: '2', sprms: sprm(0x2a48, 1) }]),
      p([{ text: '14.99' }, { text: '1', sprms: sprm(0x2a48, 2) }]),
      p([{ text: '14.99' }, { text: '1', sprms: sprm(0x4845, ...word(6)) }]),
      p([{ text: '(', sprms: symbol }, { text: '是' }]),
      p([{ text: 'R', sprms: sprm(0x4a4f, ...word(1)) }, { text: '否' }]),
    ];
    expect(await lines(body, { structures: { 15: fonts } })).toEqual([
      '100m²',
      '14.99₁',
      '14.99¹',
      '☑是',
      '☑否',
    ]);
  });

  it('has headings by number and name of their style', async () => {
    const styles = styleSheet([{ name: '正文' }, { name: '标题 一' }, { name: '甲级', builtIn: 1 }]);
    const body = [p('部门概况', { style: 1 }), p('年度工作如下。', { style: 2 }), p('正文在此。')];
    const source = await read(body, { structures: { 1: styles } });
    expect(source.blocks.map((block) => block.kind === 'paragraph' && block.role)).toEqual([
      'heading',
      'heading',
      'body',
    ]);
  });
});

describe('lists of a binary Word document', () => {
  const numbered = (text: string, list: number, level = 0) =>
    p(text, { sprms: [...sprm(0x260a, level), ...sprm(0x460b, ...word(list))] });
  const written = lists(
    [
      [
        { format: 37, text: '%1、' },
        { format: 37, text: '（%2）' },
        { format: 0, text: '%2.%3' },
      ],
      [{ format: 18, text: '%1', suffix: 2 }],
    ],
    [{ list: 0 }, { list: 1 }, { list: 1, start: 5 }],
  );
  // The levels stand behind the structure that names the lists.
  const structures = { 73: [...written.lists, ...written.levels], 74: written.uses };
  const change: Options['change'] = ({ main }) => main.writeUInt32LE(written.lists.length, 0x9e + 73 * 8);

  it('number paragraphs as Word prints them', async () => {
    const body = [
      numbered('总体', 1),
      numbered('概况', 1, 1),
      numbered('细目', 1, 2),
      numbered('组织', 1, 1),
      numbered('绩效', 1),
      numbered('圈一', 2),
      numbered('圈二', 2),
      numbered('圈五', 3),
      p('不编号', { sprms: sprm(0x460b, ...word(0)) }),
    ];
    expect(await lines(body, { structures, change })).toEqual([
      '一、总体',
      '（一）概况',
      '一.1 细目',
      '（二）组织',
      '二、绩效',
      '①圈一',
      '②圈二',
      '⑤圈五',
      '不编号',
    ]);
  });

  it('number paragraphs by their style', async () => {
    const list = sprm(0x460b, ...word(1));
    const styles = styleSheet([{ name: '正文' }, { name: '编号', paragraph: list }]);
    const body = [
      p('甲', { style: 1 }),
      p('乙', { style: 1, sprms: sprm(0x460b, ...word(0)) }),
      p('丙', { style: 1 }),
    ];
    expect(await lines(body, { structures: { ...structures, 1: styles }, change })).toEqual([
      '一、甲',
      '乙',
      '二、丙',
    ]);
  });

  it('number cells of a table', async () => {
    const edges = [0, 3000, 6000];
    const number = sprm(0x460b, ...word(2));
    const source = await read(
      [...row([cell('', number), '甲'], edges), ...row([cell('', number), '乙'], edges)],
      { structures, change },
    );
    expect(sketch(gridsOf(source)[0])).toEqual(['① | 甲', '② | 乙']);
  });
});

describe('stories beside the text of a binary Word document', () => {
  it('bring notes behind the table that they belong to', async () => {
    const body = [p('标题'), ...row(['甲\u0002', '1'], [0, 3000, 6000]), p('后文\u0002')];
    const options = {
      notes: [{ at: 4, text: [p('\u0002 数据来自决算')] }],
      endnotes: [{ at: 11, text: [p('\u0002 尾注')] }],
    };
    const at = binaryTextOf(body).indexOf('\u0002');
    options.notes[0]!.at = at;
    options.endnotes[0]!.at = binaryTextOf(body).lastIndexOf('\u0002');
    expect(await lines(body, options)).toEqual(['标题', ' 数据来自决算', '后文', ' 尾注']);
  });

  it('say so where a table stands in a header', async () => {
    const headers = [...row(['表头', '甲'], [0, 1, 2]), ...row(['乙', '丙'], [0, 1, 2]), p('')];
    const source = await read([p('正文')], { headers });
    expect(source.warnings.map(({ code }) => code)).toEqual(['text_left_out']);
  });

  it('begin pages with sections, and not where a page breaks within a paragraph', async () => {
    const body = [p('第一节', { mark: '\u000c' }), p('第二节'), p('甲\u000c乙')];
    expect(await lines(body, { sections: [4] })).toEqual(['第一节', '第二节', '甲乙']);
  });

  it('tell what was cut off', async () => {
    const source = await read([p('甲乙丙')], { change: ({ main }) => main.writeUInt32LE(4_000, 0x4c) });
    expect(source.warnings.map(({ code }) => code)).toEqual(['page_failed']);
    const boxes = await read([p('甲')], { boxes: [[p('框中文字')]] });
    expect(boxes.warnings.map(({ code }) => code)).toEqual(['page_failed']);
  });
});

const binaryTextOf = (body: Paragraph[]): string =>
  body.map(({ runs, mark }) => runs.map(({ text }) => text).join('') + mark).join('');
