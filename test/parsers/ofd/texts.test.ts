import { describe, expect, test } from 'vitest';
import { gridsOf, shape } from '../pdf/reading.ts';
import { cellTexts, lattice, onePage, text } from './drawing.ts';
import { codesOf, readOfd, wordsOf } from './reading.ts';

const words = async (objects: string): Promise<string[]> => wordsOf(await readOfd(onePage(objects)));

describe('signs stand where their text says', () => {
  test('by steps, repeated or each', async () => {
    expect(await words(text('绩效目标', 20, 30, '', ' DeltaX="g 3 4"'))).toEqual(['绩效目标']);
    expect(await words(text('绩效目标', 20, 30, '', ' DeltaX="4 g 2 4.0"'))).toEqual(['绩效目标']);
    expect(await words(text('绩效目标', 20, 30, '', ' DeltaX="4 4 4"'))).toEqual(['绩效目标']);
  });

  test('a step that is wider than a sign leaves room', async () => {
    const source = await readOfd(
      onePage(lattice(1, 2) + text('完成率95%', 36, 27, '', ' DeltaX="4 4 8 2 2"')),
    );
    expect(shape(gridsOf(source)[0]!)).toEqual(['0,0 完成率', '0,1 95%']);
  });

  test('without steps one beside the other, also where there are too few', async () => {
    expect(await words(text('绩效目标', 20, 30, '', ''))).toEqual(['绩效目标']);
    expect(await words(text('绩效目标', 20, 30, '', ' DeltaX="4"'))).toEqual(['绩效目标']);
  });

  test('downwards', async () => {
    const down = (steps: string) =>
      `<ofd:TextObject ID="1" Boundary="20 20 6 40" Font="1" Size="4" ReadDirection="90"><ofd:TextCode X="0" Y="5"${steps}>绩效目标</ofd:TextCode></ofd:TextObject>`;
    expect(await words(down(' DeltaY="g 3 4"'))).toEqual(['绩效目标']);
    expect(await words(down(''))).toEqual(['绩效目标']);
  });

  test('a text begins where the one before it began, in what it does not say', async () => {
    const object = `<ofd:TextObject ID="1" Boundary="20 20 80 30" Font="1" Size="4"><ofd:TextCode X="0" Y="5" DeltaX="g 3 4">项目名称</ofd:TextCode><ofd:TextCode Y="25" DeltaX="g 3 4">实施单位</ofd:TextCode></ofd:TextObject>`;
    const [first, second] = (await readOfd(onePage(object))).blocks;
    expect([first, second].map((block) => (block?.kind === 'paragraph' ? block.text : ''))).toEqual([
      '项目名称',
      '实施单位',
    ]);
    expect(second?.kind === 'paragraph' && second.location.box?.x0).toBeCloseTo(20 * (72 / 25.4), 1);
  });

  test('under a transformation, small in large units or large in small ones', async () => {
    const small = (size: number, scale: number) =>
      `<ofd:TextObject ID="1" Boundary="20 20 40 6" Font="1" Size="${size}" CTM="${scale} 0 0 ${scale} 0 0"><ofd:TextCode X="0" Y="${size}" DeltaX="g 3 ${size}">绩效目标</ofd:TextCode></ofd:TextObject>`;
    expect(await words(small(227.27, 0.0176))).toEqual(['绩效目标']);
    expect(await words(small(0.35, 11.4))).toEqual(['绩效目标']);
  });

  test('turned with the page', async () => {
    const object = `<ofd:TextObject ID="1" Boundary="20 20 6 40" Font="1" Size="4" CTM="0 1 -1 0 6 0"><ofd:TextCode X="0" Y="4" DeltaX="g 3 4">绩效目标</ofd:TextCode></ofd:TextObject>`;
    expect(await words(object)).toEqual(['绩效目标']);
  });
});

describe('how wide a sign is whose font is only named', () => {
  const part = (words: string, x: number, width: number, steps: string) =>
    `<ofd:TextObject ID="1" Boundary="${x} 26 ${width} 5" Font="1" Size="4"><ofd:TextCode X="0" Y="4"${steps}>${words}</ofd:TextCode></ofd:TextObject>`;
  // Wide bold figures take 0.7 em, and 0.2 em stand between them and what follows.
  const title = part('年度项目支出绩效目标表', 20 + 4 * 2.8 + 0.8, 44, ' DeltaX="g 10 4"');

  test('is told by the steps to the next and by the Boundary, also of wide figures', async () => {
    expect(await words(part('2031', 20, 11.2, ' DeltaX="g 3 2.8"') + title)).toEqual([
      '2031年度项目支出绩效目标表',
    ]);
    const single = [...'2031'].map((sign, i) => part(sign, 20 + 2.8 * i, 2.8, ''));
    expect(await words(single.join('') + title)).toEqual(['2031年度项目支出绩效目标表']);
  });

  test('and leaves room for a blank where there is one', async () => {
    const end = part('表', 20 + 4 * 2.8 + 1.2, 4, '');
    expect(await words(part('2031', 20, 11.2, ' DeltaX="g 3 2.8"') + end)).toEqual(['2031 表']);
  });
});

test('a text that is set and cut off sign by sign is read as one that is cut off as a whole', async () => {
  const clip =
    '<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary="0 0 0 0"><ofd:AbbreviatedData>M X0 -9 L X1 -9 L X1 9 L X0 9 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips>';
  const single = [...'其中财政拨款资金'].map((sign, i) => {
    const own = clip.replaceAll('X0', String(-4 * i)).replaceAll('X1', String(28 - 4 * i));
    return `<ofd:TextObject ID="1" Boundary="${22 + 4 * i} 23 4 5" Font="1" Size="4">${own}<ofd:TextCode X="0" Y="4">${sign}</ofd:TextCode></ofd:TextObject>`;
  });
  const source = await readOfd(onePage(lattice(1, 2) + single.join('')));
  const [cell] = gridsOf(source)[0]!.cells;
  expect([cell!.text, cell!.doubt]).toEqual(['其中财政拨款资金', 'cut off at the border']);
  expect(source.warnings).toEqual([]);
});

describe('signs that glyphs stand for', () => {
  const drawn = (code: string, transform: string, steps: string) =>
    `<ofd:TextObject ID="1" Boundary="20 20 60 6" Font="1" Size="4"><ofd:CGTransform ${transform}</ofd:CGTransform><ofd:TextCode X="0" Y="5" DeltaX="${steps}">${code}</ofd:TextCode></ofd:TextObject>`;

  test('are those of the text, glyph for sign', async () => {
    const transform = 'CodePosition="0" CodeCount="4" GlyphCount="4"><ofd:Glyphs>20 21 22 23</ofd:Glyphs>';
    expect(await words(drawn('绩效目标', transform, 'g 3 4'))).toEqual(['绩效目标']);
  });

  test('count their steps by glyphs where several signs are one', async () => {
    const transform = 'CodePosition="1" CodeCount="2" GlyphCount="1"><ofd:Glyphs>21</ofd:Glyphs>';
    const source = await readOfd(onePage(drawn('约fi个', transform, '4 4')));
    expect(wordsOf(source)).toEqual(['约fi个']);
  });

  test('are unknown where a placeholder or the private use area stands for them', async () => {
    const transform = 'CodePosition="0" CodeCount="2" GlyphCount="2"><ofd:Glyphs>20 21</ofd:Glyphs>';
    const rows = [
      ['指标', '数值'],
      ['数量', ''],
    ];
    const source = await readOfd(
      onePage(
        lattice(2, 2) + cellTexts(rows) + drawn('¤¤', transform, '4').replace('20 20 60 6', '52 33 20 6'),
      ),
    );
    const cell = gridsOf(source)[0]!.cells.at(-1)!;
    expect(cell.text).toBe('��');
    expect(cell.confidence).toBeLessThan(1);
    const own = await readOfd(
      onePage(
        lattice(2, 2) +
          cellTexts([
            ['指标', '数值'],
            ['数量', '\ue123\ue124'],
          ]),
      ),
    );
    expect(gridsOf(own)[0]!.cells.at(-1)!.confidence).toBeLessThan(1);
  });

  test('a page of nothing else says that it needs recognition', async () => {
    const source = await readOfd(
      onePage(text('\ue101\ue102\ue103\ue104\ue105\ue106\ue107\ue108\ue109\ue10a\ue10b\ue10c', 20, 40)),
    );
    expect(codesOf(source)).toContain('no_text');
  });
});

describe('text that nobody sees is not read, and told', () => {
  test.each([
    ['not visible', text('内部批注', 20, 60, ' Visible="false"')],
    ['not filled', text('内部批注', 20, 60, ' Fill="false"')],
    ['transparent', text('内部批注', 20, 60, ' Alpha="0"')],
    ['beyond the page', text('内部批注', 300, 60)],
    [
      'white',
      text('内部批注', 20, 60).replace('<ofd:TextCode', '<ofd:FillColor Value="255 255 255"/><ofd:TextCode'),
    ],
    [
      'painted over',
      `${text('内部批注', 20, 60)}<ofd:PathObject ID="2" Boundary="10 50 100 20" Fill="true" Stroke="false"><ofd:FillColor Value="255 255 255"/><ofd:AbbreviatedData>M 0 0 L 100 0 L 100 20 L 0 20 C</ofd:AbbreviatedData></ofd:PathObject>`,
    ],
    [
      'beyond its clip',
      text('内部批注', 20, 60).replace(
        '<ofd:TextCode',
        '<ofd:Clips><ofd:Clip><ofd:Area><ofd:Path Boundary="0 50 10 10"><ofd:AbbreviatedData>M 0 0 L 10 0 L 10 10 L 0 10 C</ofd:AbbreviatedData></ofd:Path></ofd:Area></ofd:Clip></ofd:Clips><ofd:TextCode',
      ),
    ],
  ])('%s', async (_, hidden) => {
    const source = await readOfd(onePage(text('绩效目标', 20, 30) + hidden));
    expect(wordsOf(source)).toEqual(['绩效目标']);
    expect(codesOf(source)).toEqual(['text_left_out']);
    expect(source.warnings[0]!.message.zh).toContain('内部批注');
  });
});

test('a Boundary of no height, or one that shows none of its text, hides nothing', async () => {
  expect(await words(text('绩效目标', 20, 30).replace(/Boundary="[^"]*"/, 'Boundary="20 26 0 0"'))).toEqual([
    '绩效目标',
  ]);
  expect(await words(text('绩效目标', 20, 30).replace(/Boundary="[^"]*"/, 'Boundary="20 26 1 0.1"'))).toEqual(
    ['绩效目标'],
  );
});

test('letters of a font of signs are the signs', async () => {
  const fonts = '<ofd:Font ID="1" FontName="Wingdings 2"/>';
  expect(wordsOf(await readOfd(onePage(text('R', 20, 30), { fonts })))).toEqual(['☑']);
});

test('text set slantwise is a watermark', async () => {
  const mark = `<ofd:TextObject ID="1" Boundary="20 20 100 100" Font="1" Size="10" CTM="0.7 0.7 -0.7 0.7 20 0"><ofd:TextCode X="0" Y="10" DeltaX="10">草稿</ofd:TextCode></ofd:TextObject>`;
  const source = await readOfd(onePage(text('绩效目标', 20, 30) + mark));
  expect(source.blocks.map((block) => block.kind === 'paragraph' && block.role)).toContain('furniture');
});
