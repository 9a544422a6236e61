import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, paragraphsOf, readPdf, shape } from './reading.ts';
import { drawTable } from './table-drawing.ts';

/** The text of a cell of 140 × 80 points into which operators are drawn; (100, 600) is its lower left corner. */
async function cellText(operators: string): Promise<string> {
  const frame = drawTable(
    {
      xs: [100, 240, 300],
      ys: [162, 242, 262],
      cells: [0, 1].flatMap((row) => [0, 1].map((column) => ({ row, column, lines: [] }))),
    },
    'strokes',
  );
  const [grid] = gridsOf(await readPdf(writePdf([{ content: frame + operators }])));
  return grid!.cells[0]!.text;
}

describe('text of a cell', () => {
  test('lines that were wrapped are joined: Chinese without a space, Latin with one', async () => {
    expect(await cellText(show('完成主干渠清淤与衬砌修缮', 106, 660) + show('三十二公里', 106, 645))).toBe(
      '完成主干渠清淤与衬砌修缮三十二公里',
    );
    expect(
      await cellText(show('repair of the main canal and', 106, 660) + show('of forty gates', 106, 645)),
    ).toBe('repair of the main canal and of forty gates');
  });

  test('a number that its column is too narrow for is one, two numbers are two', async () => {
    const narrow = drawTable(
      {
        xs: [100, 140, 240],
        ys: [162, 202, 242],
        cells: [0, 1].flatMap((row) => [0, 1].map((column) => ({ row, column, lines: [] }))),
      },
      'strokes',
    );
    const texts =
      show('836.2', 110, 665) +
      show('3', 129.5, 652) +
      show('836.23', 160, 665) +
      show('40.5', 170, 652) +
      show('100', 107, 625) +
      show('200', 107, 612);
    const [grid] = gridsOf(await readPdf(writePdf([{ content: narrow + texts }])));
    expect(grid!.cells.map(({ text }) => text)).toEqual(['836.23', '836.23\n40.5', '100\n200', '']);
  });

  test('a label that is spread evenly over its cell is one word; written blanks stay', async () => {
    const spread = (text: string, ...at: number[]): string =>
      [...text].map((character, i) => show(character, at[i]!, 660)).join('');
    expect(await cellText(spread('项目名称', 104, 145, 186, 227))).toBe('项目名称');
    expect(await cellText(spread('项目名称', 104, 160, 186, 227))).toBe('项 目 名 称');
    expect(await cellText(spread('项 目 名 称', 110, 122, 134, 146, 158, 170, 182))).toBe('项 目 名 称');
    expect(await cellText(spread('合计', 104, 226))).toBe('合计');
    expect(await cellText(spread('是否', 140, 190))).toBe('是 否');
  });

  test('a figure whose signs stand apart at even gaps is one; a list and two figures are not', async () => {
    for (const [text, read] of [
      ['1 2 3 . 5 0', '123.50'],
      ['7 7 0', '770'],
      ['1 , 2 6 8 . 4 %', '1,268.4%'],
      ['1 2 3', '1 2 3'],
      ['1 2 3 4', '1 2 3 4'],
      ['0 3 5', '0 3 5'],
      ['12 50', '12 50'],
      ['≥ 8 5 %', '≥ 8 5 %'],
    ] as const)
      expect(await cellText(show(text, 110, 660))).toBe(read);
    expect(await cellText(show('2', 110, 660) + show('0', 125, 660))).toBe('2 0');
  });

  test('lines under texts that fill their cells are no borders', async () => {
    const table = drawTable(
      {
        xs: [100, 160, 240],
        ys: [162, 202, 242],
        cells: [
          { row: 0, column: 0, lines: ['项目主管', '部门名称'] },
          { row: 0, column: 1, lines: ['临溪区水务局'] },
          { row: 1, column: 0, lines: ['实施单位'] },
          { row: 1, column: 1, lines: ['临溪区河湖中心'] },
        ],
      },
      'strokes',
    );
    const lines = [
      [102, 158, 661.2],
      [102, 158, 649.5],
      [162, 238, 655],
      [162, 238, 615],
    ].map(([from, to, y]) => `0.5 w ${from} ${y} m ${to} ${y} l S\n`);
    const [grid] = gridsOf(await readPdf(writePdf([{ content: table + lines.join('') }])));
    expect(shape(grid!)).toEqual([
      '0,0 项目主管部门名称',
      '0,1 临溪区水务局',
      '1,0 实施单位',
      '1,1 临溪区河湖中心',
    ]);
  });

  test('what a writer names by no character is unknown, and in doubt', async () => {
    const table = drawTable(
      {
        xs: [100, 240, 300],
        ys: [162, 202, 242],
        cells: [
          { row: 0, column: 0, lines: ['清淤长度'] },
          { row: 0, column: 1, lines: ['\uffff公里'] },
          { row: 1, column: 0, lines: ['闸门座数'] },
          { row: 1, column: 1, lines: ['十四座'] },
        ],
      },
      'strokes',
    );
    const [grid] = gridsOf(await readPdf(writePdf([{ content: table }])));
    expect(grid!.cells.map(({ text, confidence }) => [text, confidence])).toEqual([
      ['清淤长度', 1],
      ['\ufffd公里', 0.8],
      ['闸门座数', 1],
      ['十四座', 1],
    ]);
  });

  test('the dots that a collection of characters names by another sign are those of ……', async () => {
    expect(await cellText(show('⋯⋯', 110, 660))).toBe('……');
    expect(await cellText(show('青槐渠⸺一期', 110, 660))).toBe('青槐渠——一期');
  });

  test('paragraphs stay apart', async () => {
    const text = await cellText(
      show('1.清淤渠道三十二公里。', 106, 660) + show('2.更换闸门四十座。', 106, 645),
    );
    expect(text).toBe('1.清淤渠道三十二公里。\n2.更换闸门四十座。');
  });

  test('a label of one character a line is one word', async () => {
    expect(await cellText(show('收', 160, 660) + show('入', 160, 645))).toBe('收入');
  });

  test('a character drawn twice to look bold is one, two of a kind are two', async () => {
    expect(await cellText(show('total 1100', 106, 650) + show('total 1100', 106.3, 650))).toBe('total 1100');
    expect(await cellText(show('all 0.11', 106, 650))).toBe('all 0.11');
  });

  test('superscripts stay in their place', async () => {
    expect(await cellText(show('120 m', 106, 650) + show('2', 131, 654, 6))).toBe('120 m2');
  });

  test('text set glyph by glyph is whole', async () => {
    expect(
      await cellText(
        [...'清淤12.5km'].map((c, i) => show(c, 106 + (i < 2 ? i * 10 : 20 + (i - 2) * 5.6), 650)).join(''),
      ),
    ).toBe('清淤12.5km');
  });

  test('runs with kerning and word gaps inside one array', async () => {
    expect(await cellText('BT /F1 10 Tf 1 0 0 1 106 650 Tm [(A) 80 (V) -600 (b)] TJ ET')).toBe('AV b');
  });

  test('text turned by a quarter', async () => {
    expect(
      await cellText(`${show('level words', 110, 660)}BT /F1 10 Tf 0 1 -1 0 150 610 Tm (upwards) Tj ET`),
    ).toBe('level words\nupwards');
  });

  test('horizontal scale, rise, leading and word spacing move the pen', async () => {
    const text = await cellText(
      'BT /F1 10 Tf 80 Tz 2 Tw 14 TL 1 0 0 1 106 660 Tm (one two) Tj T* (three) Tj 3 Ts (up) Tj ET',
    );
    expect(text.replace(/\s/g, ' ')).toBe('one two threeup');
  });

  test('radicals that stand for characters are folded', async () => {
    expect(await cellText(show('⼀⻚⾦⼾㬵', 106, 650))).toBe('一页金户胶');
  });

  test('white text and invisible text are left out and named', async () => {
    const hidden = `1 g ${show('white', 106, 650)} 0 g 3 Tr ${show('secret', 106, 630)} 0 Tr ${show('seen', 106, 610)}`;
    expect(await cellText(hidden)).toBe('seen');
    const { warnings } = await readPdf(writePdf([{ content: `${show('shown', 50, 700)} ${hidden}` }]));
    expect(warnings.map(({ code, place }) => [code, place])).toEqual([
      ['text_left_out', 'page 1'],
      ['text_left_out', 'page 1'],
    ]);
    expect(warnings.map(({ message }) => message.en).join()).toMatch(/secret.*white|white.*secret/);
  });

  test('a copy in type that no eye sees is left out and named, small print is read', async () => {
    const copied = `${show('836.23', 106, 650)} ${show('936.23', 106, 650, 0.2)}`;
    expect(await cellText(copied)).toBe('836.23');
    const { warnings } = await readPdf(writePdf([{ content: `${show('shown', 50, 700)} ${copied}` }]));
    expect(warnings.map(({ code }) => code)).toEqual(['text_left_out']);
    expect(await cellText(show('836.23', 106, 650, 3))).toBe('836.23');
  });

  test('text that an area was painted over is left out and named, what was written over it is read', async () => {
    const overtyped = `${show('836.23', 106, 650)} 1 g 104 646 60 14 re f 0 g ${show('936.23', 106, 650)}`;
    expect(await cellText(overtyped)).toBe('936.23');
    const { warnings } = await readPdf(writePdf([{ content: `${show('shown', 50, 700)} ${overtyped}` }]));
    expect(warnings.map(({ code, message }) => [code, message.en])).toEqual([
      ['text_left_out', 'text that is painted over of page 1 was not read: 836.23'],
    ]);
  });

  test('a marker, a pattern and a background beside it hide no text', async () => {
    const marked = `${show('836.23', 106, 650)} q /M gs 1 1 0 rg 104 646 60 14 re f Q 0.9 g 200 646 30 14 re f 0 g`;
    const resources = '/ExtGState << /M << /BM /Multiply >> >>';
    const source = await readPdf(writePdf([{ content: marked, resources }]));
    expect(paragraphsOf(source).map(({ text }) => text)).toEqual(['836.23']);
    expect(source.warnings).toEqual([]);
  });

  test('white text on a dark cell is read', async () => {
    expect(await cellText(`0 0 0.5 rg 101 601 138 78 re f 1 g ${show('shown', 106, 650)}`)).toBe('shown');
  });

  test('white text on colours that pass into one another is read', async () => {
    const shading = `<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [100 0 240 0] /Function << /FunctionType 2 /Domain [0 1] /C0 [0 0 0.5] /C1 [0 0 0.2] /N 1 >> >>`;
    const content = `q 100 600 140 80 re W n /S sh Q 1 g ${show('shown', 106, 650)} ${show('white', 106, 550)}`;
    const source = await readPdf(writePdf([{ content, resources: `/Shading << /S ${shading} >>` }]));
    expect(paragraphsOf(source).map(({ text }) => text)).toEqual(['shown']);
    expect(source.warnings.map(({ message }) => message.en).join()).toMatch(/background.*white/);
  });

  test('text cut by the clip of its cell is whole and doubtful; text wholly beyond it is left out', async () => {
    const cut = `q 100 600 140 80 re W n ${show('a very long text that runs past the border', 106, 650)} Q`;
    const content = drawTable(
      {
        xs: [100, 240, 300],
        ys: [162, 242],
        cells: [
          { row: 0, column: 0, lines: [] },
          { row: 0, column: 1, lines: ['x'] },
        ],
      },
      'strokes',
    );
    const source = await readPdf(
      writePdf([{ content: `${content + cut}q 0 0 10 10 re W n ${show('gone', 300, 300)} Q` }]),
    );
    const [cell] = gridsOf(source)[0]!.cells;
    expect(cell!.text).toBe('a very long text that runs past the border');
    expect(cell!.doubt).toBeDefined();
    expect(cell!.confidence).toBeLessThan(1);
    expect(source.warnings.map(({ code }) => code)).toEqual(['text_left_out']);
  });
});

describe('text beside grids', () => {
  test('a line of labels, and one shorter than the table below, begin paragraphs under a title from the same margin', async () => {
    const table = [0, 30, 60].map((y) => `0.5 w 50 ${600 - y} m 500 ${600 - y} l S\n`).join('');
    const sides = [50, 200, 500].map((x) => `0.5 w ${x} 540 m ${x} 600 l S\n`).join('');
    const lines = (...texts: string[]): string =>
      texts.map((text, i) => show(text, 50, 680 - i * 14)).join('');
    const titled = lines('The table of the budgets of offices', 'of the year 2032');
    expect(paragraphsOf(await readPdf(writePdf([{ content: titled + table + sides }])))).toHaveLength(2);
    const labels = lines('项目名称：农村公路养护补助资金', '年度预算（万元）：1268');
    expect(paragraphsOf(await readPdf(writePdf([{ content: labels }])))).toHaveLength(2);
  });

  test('wrapped lines are one paragraph, an indented line begins the next', async () => {
    const lines = [
      '　　本项目完成主干渠三十二公里的清淤与衬砌修缮，更换老旧闸门四十座，并建立用水户',
      '协商机制，用水保证率稳步提高。',
      '　　经费按季度公开。',
    ];
    const content = lines.map((line, i) => show(line, 60, 700 - i * 16)).join('');
    expect(paragraphsOf(await readPdf(writePdf([{ content }]))).map(({ text }) => text)).toEqual([
      '本项目完成主干渠三十二公里的清淤与衬砌修缮，更换老旧闸门四十座，并建立用水户协商机制，用水保证率稳步提高。',
      '经费按季度公开。',
    ]);
  });

  test('a watermark set slantwise stands in no cell', async () => {
    const frame = drawTable(
      {
        xs: [100, 240, 300],
        ys: [162, 242],
        cells: [
          { row: 0, column: 0, lines: ['甲'] },
          { row: 0, column: 1, lines: ['乙'] },
        ],
      },
      'strokes',
    );
    const mark = '0.9 g BT /F1 40 Tf 0.7 0.7 -0.7 0.7 120 600 Tm (COPY) Tj ET';
    const source = await readPdf(writePdf([{ content: frame + mark }]));
    expect(gridsOf(source)[0]!.cells.map(({ text }) => text)).toEqual(['甲', '乙']);
    expect(paragraphsOf(source).map(({ role, text }) => [role, text])).toEqual([['furniture', 'COPY']]);
  });
});

test('a centred title that reaches farthest to the right does not run on in the line at the left margin below it', async () => {
  const content = `${show('Targets of 2025', 220, 652)}\n${show('Office of parks', 80, 636)}`;
  const source = await readPdf(writePdf([{ content }]));
  expect(paragraphsOf(source).map(({ text }) => text)).toEqual(['Targets of 2025', 'Office of parks']);
});

test('a title that is over with 表 does not run on in the unit and the year below it, as long as it is and from the same margin', async () => {
  const texts = ['部门整体支出绩效评价指标体系表', '云溪县水利管理（2031年）'];
  const content = texts.map((text, i) => show(text, 80, 652 - i * 16)).join('\n');
  expect(paragraphsOf(await readPdf(writePdf([{ content }]))).map(({ text }) => text)).toEqual(texts);
});

test('a text in another size far right of a title is one of its own', async () => {
  const content =
    show('项目支出绩效自评表', 200, 780, 16) + show('No 000127', 480, 780, 10) + show('单位：万元', 60, 750);
  expect(paragraphsOf(await readPdf(writePdf([{ content }]))).map(({ text }) => text)).toEqual([
    '项目支出绩效自评表',
    'No 000127',
    '单位：万元',
  ]);
});

test('words set tight without blanks are parted by the white between them, and so are figures', async () => {
  // TeX sets no blanks: TJ moves by what a shrunk space is wide.
  const word = (text: string): string => `(${text})`;
  const set = (words: readonly string[], white: number, y: number): string =>
    `BT /F1 10 Tf 1 0 0 1 72 ${y} Tm [${words.map(word).join(` ${-white} `)}] TJ ET\n`;
  const content =
    set(['The', 'annual', 'survey', 'of', 'canals'], 220, 700) + set(['Form', '72', '36'], 278, 660);
  const source = await readPdf(writePdf([{ content }]));
  expect(paragraphsOf(source).map(({ text }) => text)).toEqual(['The annual survey of canals', 'Form 72 36']);
});

test('a word below a figure, and a dash below a word, are parted from it where the lines of a cell are joined', async () => {
  const [x, w] = [72, 80];
  const cell = (texts: readonly string[], row: number): string =>
    `0.5 w ${x} ${700 - row * 40} ${w} 40 re ${x + w} ${700 - row * 40} ${w} 40 re S\n` +
    texts.map((text, i) => show(text, x + 4, 726 - row * 40 - i * 12, 10)).join('');
  const content = cell(['Fiscal year 2007', 'Actual'], 0) + cell(['- Survey of the', '- Canals'], 1);
  const [grid] = gridsOf(await readPdf(writePdf([{ content }])));
  expect(grid!.cells.map(({ text }) => text).filter(Boolean)).toEqual([
    'Fiscal year 2007 Actual',
    '- Survey of the - Canals',
  ]);
});

test('figures of one digit over one another in a wide cell are two, and a word written downwards is one', async () => {
  const lines = [100, 200, 300].map((x) => `0.7 w ${x} 600 m ${x} 700 l S\n`).join('');
  const across = [600, 700].map((y) => `0.7 w 100 ${y} m 300 ${y} l S\n`).join('');
  const content = `${lines}${across}${show('产', 150, 655)}${show('出', 150, 640)}${show('4', 250, 655)}${show('3', 250, 640)}`;
  const [grid] = gridsOf(await readPdf(writePdf([{ content }])));
  expect(shape(grid!)).toEqual(['0,0 产出', '0,1 4\n3']);
});
