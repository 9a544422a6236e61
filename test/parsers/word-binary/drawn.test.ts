import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { defaultLimits } from '../../../parsers/limits.ts';
import { parseBinaryWord } from '../../../parsers/word-binary/index.ts';
import { openBinaryParts } from '../../../parsers/word-binary/open-parts.ts';
import { gridsOf, readAs, sketch } from '../grids.ts';
import {
  anchors,
  blip,
  container,
  drawings,
  fieldData,
  group,
  inline,
  record,
  shape,
  stored,
} from './art.ts';
import { binaryWord, long, type Options, type Paragraph, p, sprm } from './binary-word.ts';
import { innerRow, row } from './tables.ts';

const read = (body: Paragraph[], options: Options = {}) =>
  readAs(parseBinaryWord, 'doc', binaryWord([...body, p('')], options));
const lines = async (body: Paragraph[], options: Options = {}) =>
  (await read(body, options)).blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
const special = sprm(0x0855, 1);
const pictureAt = (place: number) => ({
  text: '\u0001',
  sprms: [...special, ...sprm(0x6a03, ...long(place))],
});
const png = [0x89, 0x50, 0x4e, 0x47, 1, 2, 3];
const rowOf = row(['甲', '1'], [0, 3000, 6000]);

/** Bytes of the pictures of a document, in their order. */
function picturesOf(bytes: Uint8Array): number[][] {
  const pack = openBinaryParts(bytes, defaultLimits);
  if ('code' in pack) throw new Error(pack.message.en);
  const targets = Buffer.from(pack.parts.read('word/_rels/document.xml.rels') as Uint8Array).toString();
  return Array.from(targets.matchAll(/Target="(media\/[^"]*)"/g), ([, target]) => [
    ...(pack.parts.read(`word/${target}`) as Uint8Array),
  ]);
}

describe('boxes of a binary Word document', () => {
  const box = { id: 1026, box: 0 };

  it('hold text where they are anchored', async () => {
    const body = [p('前'), p([{ text: '锚' }, { text: '\u0008', sprms: special }]), p('后')];
    const options = {
      boxes: [[p('框内'), p('二行')]],
      structures: { 40: anchors([{ at: 3, shape: 1026 }], 7), 50: drawings([], [shape(box)]) },
    };
    expect((await lines(body, options)).join('|')).toContain('框内');
    expect((await read(body, options)).warnings).toEqual([]);
  });

  it('hold tables', async () => {
    const body = [p([{ text: '\u0008', sprms: special }])];
    const structures = { 40: anchors([{ at: 0, shape: 1026 }], 3), 50: drawings([], [shape(box)]) };
    const source = await read(body, { boxes: [[...rowOf, ...rowOf, p('')]], structures });
    expect(gridsOf(source).map(sketch)).toEqual([['甲 | 1', '甲 | 1']]);
  });

  it('stand in groups', async () => {
    const inner = group(shape({ id: 2000 }), shape({ id: 2001, box: 0 }), group(shape({ id: 2002, box: 1 })));
    const structures = { 40: anchors([{ at: 0, shape: 2000 }], 3), 50: drawings([], [inner]) };
    const options = { boxes: [[p('左框')], [p('右框')]], structures };
    const text = (await lines([p([{ text: '\u0008', sprms: special }])], options)).join('|');
    expect(text).toMatch(/左框.*右框/s);
  });

  it('are read once, and told where nothing anchors them', async () => {
    const anchor = { text: '\u0008', sprms: special };
    const both = [
      { at: 0, shape: 1026 },
      { at: 1, shape: 1026 },
    ];
    const twice = {
      boxes: [[p('框内')]],
      structures: { 40: anchors(both, 4), 50: drawings([], [shape(box)]) },
    };
    expect((await lines([p([anchor, anchor])], twice)).join('|').match(/框内/g)).toHaveLength(1);
    const lost = await read([p('文')], { boxes: [[p('框内')]] });
    expect(lost.warnings.map(({ code }) => code)).toEqual(['page_failed']);
  });

  it('may be letters that are drawn', async () => {
    const structures = {
      40: anchors([{ at: 0, shape: 7 }], 3),
      50: drawings([], [shape({ id: 7, drawnText: '艺术字' })]),
    };
    const source = await read([p([{ text: '\u0008', sprms: special }])], { structures });
    expect(source.warnings.map(({ code }) => code)).toEqual(['text_left_out']);
  });
});

describe('pictures of a binary Word document', () => {
  it('are had from the line and from drawings, however they are stored', () => {
    const sp = shape({ id: 9 });
    const bitmap = [
      ...long(40),
      ...long(1),
      ...long(1),
      1,
      0,
      24,
      0,
      ...Array<number>(24).fill(0),
      1,
      2,
      3,
      0,
    ];
    const metafile = [...Array<number>(32).fill(0), 0, 0xfe, ...deflateSync(Buffer.from([1, 0, 9, 0]))];
    const places: number[] = [];
    const data: number[] = [...long(0)];
    for (const content of [
      inline([...sp, ...stored(blip(0xf01e, 0x6e0, png))], 300, 200),
      inline([3, 97, 98, 99, ...sp, ...blip(0xf01d, 0x46b, png)], 300, 200, 0x66),
      inline([...sp, ...stored(blip(0xf01f, 0x7a8, bitmap))], 300, 200),
      inline([...sp, ...record(0xf01b, [...Array<number>(16).fill(0), ...metafile], 0x216)], 300, 200),
    ]) {
      places.push(data.length);
      data.push(...content);
    }
    const floating = [
      ...container(0xf000, container(0xf001, stored(blip(0xf01e, 0x6e0, png)))),
      0,
      ...container(0xf002, group(shape({ id: 1 }), shape({ id: 5, picture: 1 }))),
    ];
    const bytes = binaryWord(
      [...places.map((place) => p([pictureAt(place)])), p([{ text: '\u0008', sprms: special }]), p('')],
      { data: Uint8Array.from(data), structures: { 40: anchors([{ at: 8, shape: 5 }], 11), 50: floating } },
    );
    const [first, second, third, fourth, fifth] = picturesOf(bytes);
    expect([first, second, fifth]).toEqual([png, png, png]);
    expect(third?.slice(0, 2)).toEqual([0x42, 0x4d]);
    expect(third?.slice(14)).toEqual(bitmap);
    expect(fourth?.slice(0, 4)).toEqual([0xd7, 0xcd, 0xc6, 0x9a]);
    expect(fourth?.slice(22)).toEqual([1, 0, 9, 0]);
  });

  it('lie in the stream of the text where the store only names their place', () => {
    const place = 1024;
    const structures = {
      40: anchors([{ at: 0, shape: 5 }], 3),
      50: drawings([stored([], place)], [shape({ id: 5, picture: 1 })]),
    };
    const change: Options['change'] = ({ main }) => main.set(blip(0xf01e, 0x6e0, png), place);
    expect(
      picturesOf(binaryWord([p([{ text: '\u0008', sprms: special }]), p('')], { structures, change })),
    ).toEqual([png]);
  });

  it('are told where they are large and hold no table that is read', async () => {
    const data = Uint8Array.from(
      inline([...shape({ id: 9 }), ...stored(blip(0xf01e, 0x6e0, png))], 300, 200),
    );
    const codes = async (body: Paragraph[]) => (await read(body, { data })).warnings.map(({ code }) => code);
    expect(await codes([p([pictureAt(0)])])).toEqual(['picture_only']);
    expect(await codes([p([pictureAt(data.length)])])).toEqual(['page_failed']);
    const low = Uint8Array.from(inline([...shape({ id: 9 }), ...stored(blip(0xf01e, 0x6e0, png))], 300, 50));
    expect((await read([p([pictureAt(0)])], { data: low })).warnings).toEqual([]);
    const floating = async (height: number) => {
      const structures = {
        40: anchors([{ at: 0, shape: 5, width: 300, height }], 3),
        50: drawings([stored(blip(0xf01e, 0x6e0, png))], [shape({ id: 5, picture: 1 })]),
      };
      return (await read([p([{ text: '\u0008', sprms: special }])], { structures })).warnings.length;
    };
    expect([await floating(200), await floating(50)]).toEqual([1, 0]);
    // Data of a field are no picture.
    expect(
      await codes([p([{ text: '\u0001', sprms: [...pictureAt(0).sprms, ...sprm(0x0806, 1)] }])]),
    ).toEqual([]);
  });
});

describe('objects and form fields of a binary Word document', () => {
  const object = (result: Paragraph['runs'], icon?: number): Paragraph =>
    p([
      { text: '\u0013 EMBED Excel.Sheet.8 ' },
      { text: '\u0014', sprms: [...sprm(0x080a, 1), ...special, ...sprm(0x6a03, ...long(icon ?? 77))] },
      ...result,
      { text: '\u0015' },
    ]);
  const data = Uint8Array.from(inline([...shape({ id: 9 }), ...stored(blip(0xf01e, 0x6e0, png))], 300, 200));

  it('tell an object that shows nothing of what it holds', async () => {
    const streams = {
      'ObjectPool/_1234/\u0003ObjInfo': Uint8Array.of(0x40, 0, 3, 0, 0, 0),
      'ObjectPool/_1234/Workbook': new Uint8Array(5000),
    };
    const texts = async (body: Paragraph[]) =>
      (await read(body, { data, streams })).warnings.map(({ message }) => message.en.slice(0, 40));
    expect(await texts([object([])])).toEqual([expect.stringContaining('embedded objects')]);
    expect(await texts([object([pictureAt(0)], 1234)])).toEqual([
      expect.stringContaining('embedded objects'),
    ]);
    expect(await texts([object([pictureAt(0)])])).toEqual([expect.stringContaining('only an embedded obj')]);
  });

  it('show what was ticked and chosen', async () => {
    const ticked = fieldData(1, 1);
    const byDefault = fieldData(1, 25);
    const chosen = fieldData(2, 1, ['新增', '延续']);
    const field = (name: string, place: number) => [
      { text: `\u0013 ${name} ` },
      { text: '\u0001', sprms: [...pictureAt(place).sprms, ...sprm(0x0806, 1)] },
      { text: '\u0014\u0015' },
    ];
    const body = [
      p([
        ...field('FORMCHECKBOX', 0),
        { text: '是 ' },
        ...field('FORMCHECKBOX', ticked.length),
        { text: '否 ' },
        ...field('FORMDROPDOWN', ticked.length + byDefault.length),
      ]),
    ];
    const options = { data: Uint8Array.from([...ticked, ...byDefault, ...chosen]) };
    expect(await lines(body, options)).toEqual(['☑是 ☑否 延续']);
  });

  it('is no workbook for all that one is embedded in it', async () => {
    const streams = { 'ObjectPool/_1234/Workbook': new Uint8Array(5000) };
    const { parseDocument } = await import('../../../parsers/index.ts');
    const bytes = binaryWord([...rowOf, p('')], { streams });
    expect(await parseDocument(bytes, { name: 'a.doc' })).toMatchObject({ status: 'read', format: 'doc' });
    expect(await parseDocument(bytes, { name: 'a.wps' })).toMatchObject({ status: 'read', format: 'wps' });
  });

  it('stand beside tables within tables', async () => {
    const body = row(['外', innerRow(['内', '里'], [0, 500, 900]).concat(rowOf[1]!)], [0, 3000, 6000]);
    expect(gridsOf(await read(body)).map(sketch)).toEqual([['外 | 1'], ['内 | 里']]);
  });
});
