import { describe, expect, it } from 'vitest';
import type { Cell, Grid, Reading, SourceDocument } from '../../schemas/index.ts';
import { withKnownWords, withUnreadSigns } from '../../src/reading/index.ts';

type Look = { text: string; confidence?: number; also?: string };

const place = { page: 1, box: null, sheet: null, ref: null, table: null };

function document(rows: (string | Look)[][], caption: Look = { text: '单位：万元' }): SourceDocument {
  const cells = rows.flatMap((texts, row) =>
    texts.map((look, column): Cell => {
      const { text, confidence = 0.97, also } = typeof look === 'string' ? { text: look } : look;
      const alternatives: Reading[] =
        also === undefined ? [] : [{ text: also, by: 'chi_sim', confidence: 0.8 }];
      const location = { ...place, block: 1, grid: 0, row, column };
      const cell = { row, column, rowSpan: 1, columnSpan: 1, text, confidence, location };
      return also === undefined ? cell : { ...cell, alternatives };
    }),
  );
  const grid: Grid = {
    kind: 'grid',
    rows: rows.length,
    columns: rows[0]!.length,
    cells,
    parts: [{ page: 1, sheet: null, table: null, box: [0, 0, 9, 9], firstRow: 0, endRow: rows.length }],
    method: 'ruled',
    confidence: 1,
    inside: null,
    repeatedHeaders: [],
  };
  const location = { ...place, block: 0, grid: null, row: null, column: null };
  const { text, confidence = 0.97 } = caption;
  return {
    format: 'pdf',
    pages: [],
    blocks: [{ kind: 'paragraph', text, role: 'caption', confidence, location }, grid],
    warnings: [],
  };
}

const cellAt = ({ blocks }: SourceDocument, row: number, column: number): Cell | undefined =>
  blocks
    .flatMap((block) => (block.kind === 'grid' ? block.cells : []))
    .find((cell) => cell.row === row && cell.column === column);

const header = ['一级指标', '二级指标', '三级指标'];

describe('a doubtful label', () => {
  it('becomes the known one that another reading saw, and keeps what was seen', () => {
    const read = withKnownWords(document([[...header, { text: '指标佰', confidence: 0.7, also: '指标值' }]]));
    expect(cellAt(read, 0, 3)).toMatchObject({
      text: '指标值',
      doubt: 'read: ocr, settled by vocabulary',
      settled: { by: 'vocabulary', readAs: '指标佰' },
    });
  });

  it('has the unit in its brackets that what was read can only be', () => {
    const read = withKnownWords(document([[...header, { text: '项目资金（方元）', confidence: 0.6 }]]));
    expect(cellAt(read, 0, 3)?.text).toBe('项目资金（万元）');
    const wrapped = withKnownWords(
      document([[...header, { text: '年度预算数（万\n完）', confidence: 0.7 }]]),
    );
    expect(cellAt(wrapped, 0, 3)?.text).toBe('年度预算数（万元）');
    const sure = withKnownWords(document([[...header, { text: '项目资金（方元）', confidence: 0.97 }]]));
    expect(cellAt(sure, 0, 3)?.text).toBe('项目资金（方元）');
  });

  it('behind a figure is the unit that what was read can only be, and the figure is no surer', () => {
    const read = withKnownWords(document([['其他资金', { text: '5.03方元', confidence: 0.6 }]]));
    expect(cellAt(read, 0, 1)).toMatchObject({ text: '5.03万元', confidence: 0.6 });
    const other = withKnownWords(document([['其他资金', { text: '5.03平元', confidence: 0.6 }]]));
    expect(cellAt(other, 0, 1)?.text).toBe('5.03平元');
  });

  it('becomes the known one where the characters look alike and the reading was weak', () => {
    const read = withKnownWords(document([[...header, { text: '指际值', confidence: 0.6 }]]));
    expect(cellAt(read, 0, 3)?.text).toBe('指标值');
  });

  it('stays where the reading was sure, or weak and of no look-alike', () => {
    const looks = [
      { text: '指际值', confidence: 0.95 },
      { text: '指佰值', confidence: 0.6 },
      { text: '指际值', confidence: 0.85 },
    ];
    for (const look of looks) {
      const source = document([[...header, look]]);
      expect(withKnownWords(source)).toBe(source);
    }
  });

  it('is no other figure, whatever word that may be', () => {
    const source = document([[...header, { text: '248', confidence: 0.6, also: '24%' }]]);
    expect(withKnownWords(source)).toBe(source);
  });

  it('stays where no labels stand beside it', () => {
    const source = document([['甲地', '乙地', '丙地', { text: '指际值', confidence: 0.6, also: '指标值' }]]);
    expect(withKnownWords(source)).toBe(source);
  });

  it('is never one of what indicators are about: 满意率 is as good as 满意度', () => {
    const source = document([
      [...header],
      ['满意度', '服务对象满意度', { text: '群众满意率', confidence: 0.7 }],
    ]);
    expect(cellAt(withKnownWords(source), 1, 2)?.text).toBe('群众满意率');
  });
});

describe('a unit', () => {
  it('is the one that it can only be, in a cell and in a caption', () => {
    const read = withKnownWords(
      document([['项目', { text: '力元', confidence: 0.7 }]], { text: '单位：方元', confidence: 0.8 }),
    );
    expect(cellAt(read, 0, 1)?.text).toBe('万元');
    expect(read.blocks[0]).toMatchObject({ text: '单位：万元', settled: { readAs: '单位：方元' } });
  });

  it('stays where it was read surely', () => {
    const source = document([['项目', { text: '力元', confidence: 0.95 }]]);
    expect(withKnownWords(source)).toBe(source);
  });
});

describe('a list mark whose 、 was lost', () => {
  const list = (...texts: string[]) => document(texts.map((text) => [{ text, confidence: 0.7 }, '1.00']));

  it('has it again where its neighbours count on', () => {
    const first = withKnownWords(list('一一般公共服务支出', '二、公共安全支出'));
    expect(cellAt(first, 0, 0)?.text).toBe('一、一般公共服务支出');
    const second = withKnownWords(list('一、教育支出', '二公共安全支出', '三、其他支出'));
    expect(cellAt(second, 1, 0)?.text).toBe('二、公共安全支出');
  });

  it('is none where they do not, and at the head of a word', () => {
    for (const source of [
      list('一一般公共服务支出', '三、公共安全支出'),
      list('一、教育支出', '四公共安全支出', '三、其他支出'),
      list('一般公共服务支出', '二、公共安全支出'),
    ])
      expect(withKnownWords(source)).toBe(source);
  });
});

describe('a list mark of digits whose 、 was lost', () => {
  const names = (...texts: string[]) =>
    withKnownWords(document(texts.map((text) => [{ text, confidence: 0.97 }, '1.00'])));

  it.each(['2公务接待费', '2 公务接待费', '2`公务接待费'])(
    'has it again where its neighbours count on: %s',
    (lost) => {
      const read = names('其中：1、因公出国费用', lost, '3、公务用车购置费', '4公务用车运行费');
      expect(cellAt(read, 1, 0)).toMatchObject({
        text: '2、公务接待费',
        settled: { by: 'vocabulary', readAs: lost },
      });
      expect(cellAt(read, 3, 0)?.text).toBe('4、公务用车运行费');
    },
  );

  it('is one in doubt where they do not, or where something counted may follow', () => {
    const jumping = names('1、人员经费', '7公用经费', '3、项目支出');
    expect(cellAt(jumping, 1, 0)).toMatchObject({
      text: '7、公用经费',
      confidence: 0.6,
      doubt: 'read as 7公用经费, a list mark without its sign',
      alternatives: [{ text: '7公用经费', by: 'lines' }],
    });
    const counted = names('1、短期贷款', '2年以上贷款', '3、其他贷款');
    expect(cellAt(counted, 1, 0)).toMatchObject({ confidence: 0.6, doubt: expect.any(String) });
    expect(cellAt(names('1、基本支出', '2项目支出'), 1, 0)).toMatchObject({
      text: '2、项目支出',
      confidence: 0.6,
    });
  });

  it('is none where things are counted, in a column without marks, and in digital text', () => {
    for (const texts of [
      ['1、短期贷款', '6个月以内', '12个月以内', '2、长期贷款'],
      ['12月份支出', '3公用经费'],
      ['1.25', '3公用经费'],
    ]) {
      const source = document(texts.map((text) => [{ text, confidence: 0.97 }]));
      expect(withKnownWords(source)).toBe(source);
    }
    const digital = document(
      ['1、人员经费', '2公用经费', '3、项目支出'].map((text) => [{ text, confidence: 1 }]),
    );
    expect(withKnownWords(digital)).toBe(digital);
  });
});

describe('a list mark that was read as dashes', () => {
  const list = (...texts: string[]) => document(texts.map((text) => [{ text, confidence: 0.7 }, '1.00']));

  it('is the numeral that its neighbours leave', () => {
    const first = withKnownWords(list('`、基本支出', '二、项目支出'));
    expect(cellAt(first, 0, 0)?.text).toBe('一、基本支出');
    const second = withKnownWords(list('一、基本支出', '-、项目支出', '三、其他支出'));
    expect(cellAt(second, 1, 0)?.text).toBe('二、项目支出');
  });

  it('stays where they do not say', () => {
    for (const source of [
      list('-、项目支出', '三、其他支出'),
      list('一、基本支出', '-、项目支出', '四、其他支出'),
      list('-、项目支出'),
    ])
      expect(withKnownWords(source)).toBe(source);
  });
});

describe('a figure in doubt', () => {
  it('is no label, though another reading of it could be one', () => {
    const target = { text: '>=92%', confidence: 0.7, also: '>-92%' };
    const source = document([
      ['三级指标', '指标值', '单位'],
      ['读者满意度', target, '%'],
      ['读者人数', '365', '人'],
    ]);
    expect(withKnownWords(source)).toBe(source);
  });
});

describe('a letter in a column of signs', () => {
  const rows: (string | Look)[][] = [
    ['三级指标', '指标性质', '指标值', '单位'],
    ['培训人数', 'N', '80', 'M'],
    ['培训期数', '≥', '4', '期'],
    ['参训满意率', '定性', '高', ''],
  ];

  it('is a sign that could not be read, in doubt', () => {
    const read = withUnreadSigns(document(rows));
    expect(cellAt(read, 1, 1)).toMatchObject({
      text: '≥',
      doubt: 'read as N where a sign is due',
      confidence: 0.6,
      alternatives: [{ text: 'N', by: 'lines' }],
    });
    for (const [row, column] of [
      [1, 3],
      [2, 1],
      [3, 1],
    ] as const)
      expect(cellAt(read, row, column)).not.toHaveProperty('doubt');
  });

  it('may be a > that is not sure, for ≥ loses its bar', () => {
    const signs = (confidence: number) =>
      document(rows.map((row) => row.map((text) => (text === 'N' ? { text: '>', confidence } : text))));
    expect(cellAt(withUnreadSigns(signs(0.5)), 1, 1)).toHaveProperty('doubt');
    expect(cellAt(withUnreadSigns(signs(0.96)), 1, 1)).not.toHaveProperty('doubt');
  });

  it.each(['Λ', '人'])('may be %s', (letter) => {
    const slanted = rows.map((row) => row.map((text) => (text === 'N' ? letter : text)));
    expect(cellAt(withUnreadSigns(document(slanted)), 1, 1)).toMatchObject({
      text: '≤',
      doubt: expect.any(String),
    });
  });

  it('stays as it was read where it is like no sign', () => {
    const other = rows.map((row) => row.map((text) => (text === 'N' ? 'Q' : text)));
    expect(cellAt(withUnreadSigns(document(other)), 1, 1)).toMatchObject({
      text: 'Q',
      doubt: expect.any(String),
    });
  });

  it('may be a dash or a blank beside a figure, among others that are signs', () => {
    const among = (text: string, value: string) =>
      withUnreadSigns(
        document([
          ['三级指标', '指标性质', '指标值', '单位'],
          ['培训人数', '≥', '80', '人'],
          ['培训期数', '≥', '4', '期'],
          ['参训率', { text, confidence: 0.99 }, value, '%'],
        ]),
      );
    for (const text of ['', '-'])
      expect(cellAt(among(text, '95'), 3, 1)).toMatchObject({ confidence: 0.6, doubt: expect.any(String) });
    expect(cellAt(among('', '良好'), 3, 1)).not.toHaveProperty('doubt');
  });

  it('is one in a row of signs too, and none where its head is another or where it is digital', () => {
    const lying = document(rows[0]!.map((_, column) => rows.map((row) => row[column] ?? '')));
    expect(cellAt(withUnreadSigns(lying), 1, 1)).toHaveProperty('doubt');
    const words = document([
      ['三级指标', '指标值'],
      ['培训人数', 'N'],
    ]);
    expect(withUnreadSigns(words)).toBe(words);
    const digital = document(rows.map((row) => row.map((text) => ({ text: text as string, confidence: 1 }))));
    expect(withUnreadSigns(digital)).toBe(digital);
  });
});

describe('numerals in a row or column', () => {
  it('are the ones that those on both sides leave no choice of', () => {
    const levels = withKnownWords(document([['一级指标', '一级指标', '三级指标', '指标值']]));
    expect(cellAt(levels, 0, 1)).toMatchObject({ text: '二级指标', settled: { readAs: '一级指标' } });
    const list = withKnownWords(document([['一、收入'], ['三、支出'], ['三、结余']]));
    expect(cellAt(list, 1, 0)?.text).toBe('二、支出');
    expect(cellAt(list, 2, 0)?.text).toBe('三、结余');
  });

  it('stay where nothing is missing, and in digital text', () => {
    const halves = document([['一级指标', '二级指标', '一级指标', '二级指标']]);
    expect(withKnownWords(halves)).toBe(halves);
    const skipped = document([['一、收入'], ['三、支出'], ['四、结余']]);
    expect(withKnownWords(skipped)).toBe(skipped);
    const digital = document([
      [
        { text: '一级指标', confidence: 1 },
        { text: '一级指标', confidence: 1 },
        { text: '三级指标', confidence: 1 },
      ],
    ]);
    expect(withKnownWords(digital)).toBe(digital);
  });
});

describe('a label with a character that makes no word', () => {
  const mended = (text: string, confidence = 0.73): string | undefined =>
    cellAt(withKnownWords(document([[{ text, confidence }, '12500']])), 0, 0)?.text;

  it('has the look-alike that does, also where no other label stands beside it', () => {
    expect(mended('同名项日上年预算额（元）')).toBe('同名项目上年预算额（元）');
    expect(mended('采购品日')).toBe('采购品目');
    expect(mended('项自支出')).toBe('项目支出');
    expect(mended('各项自筹款')).toBe('各项自筹款');
    expect(mended('其中：财政拔款')).toBe('其中：财政拨款');
  });

  it('stays where it was read surely, or where the character begins a word', () => {
    expect(mended('采购品日', 0.95)).toBe('采购品日');
    expect(mended('各项日常工作')).toBe('各项日常工作');
  });
});

describe('a numeral alone in its cell', () => {
  const numbered = (...marks: string[]): string[] => {
    const rows = marks.map((mark) => [mark, '设施类', '12.0']);
    const read = withKnownWords(document(rows));
    return marks.map((_, row) => cellAt(read, row, 0)?.text ?? '');
  };

  it('is 一 where it was read as a dash over the next one', () => {
    expect(numbered('序号', '—', '1', '2', '二', '1')).toEqual(['序号', '一', '1', '2', '二', '1']);
  });

  it('is 二 where it was read as = between its neighbours', () => {
    expect(numbered('一', '1', '=', '1', '三')).toEqual(['一', '1', '二', '1', '三']);
  });

  it('stays a dash among others, and where no 二 follows', () => {
    expect(numbered('—', '—', '二')).toEqual(['—', '—', '二']);
    expect(numbered('—', '1', '2')).toEqual(['—', '1', '2']);
    expect(numbered('一', '—', '二', '三')).toEqual(['一', '—', '二', '三']);
  });
});

describe('a first level beside names of the second', () => {
  const levels = (first: Look[], second: string[]): (string | undefined)[] => {
    const rows = second.map((name, row) => [first[row] ?? { text: '' }, name, '新建管网']);
    const given = document(rows);
    const grid = given.blocks[1] as Grid;
    // The last cell of the column runs over the last two rows.
    const end = second.length - 1;
    const cells = grid.cells
      .filter(({ column, row }) => column > 0 || row < end)
      .map((cell) => (cell.column === 0 && cell.row === end - 1 ? { ...cell, rowSpan: 2 } : cell));
    const read = withKnownWords({ ...given, blocks: [given.blocks[0]!, { ...grid, cells }] });
    return first.map((_, row) => cellAt(read, row, 0)?.text);
  };
  const benefits = ['质量指标', '经济效益指标', '社会效益指标'];

  it('is what they belong to, where it begins so or was lost', () => {
    expect(levels([{ text: '产出指标' }, { text: '效標', confidence: 0.5 }], benefits)[1]).toBe('效益指标');
    expect(levels([{ text: '产', confidence: 0 }, { text: '' }], benefits)).toEqual(['产出指标', '效益指标']);
    const satisfied = ['数量', '服务对象满意度', '社会公众满意度'];
    expect(levels([{ text: '产出' }, { text: '满意標', confidence: 0.5 }], satisfied)[1]).toBe('满意度');
  });

  it('stays where it was read surely, begins otherwise, or the names are of several', () => {
    expect(levels([{ text: '产出指标' }, { text: '效标' }], benefits)[1]).toBe('效标');
    expect(levels([{ text: '产出指标' }, { text: '社会', confidence: 0.5 }], benefits)[1]).toBe('社会');
    const mixed = ['质量指标', '时效指标', '社会效益指标'];
    expect(levels([{ text: '产出指标' }, { text: '效標', confidence: 0.5 }], mixed)[1]).toBe('效標');
    expect(levels([{ text: '甲' }, { text: '' }], benefits)[1]).toBe('');
  });
});

it('a year whose nought was read as a letter is mended, and its line no surer', () => {
  const { blocks } = withKnownWords(document([header], { text: '2C32年度自评表', confidence: 0.75 }));
  expect(blocks[0]).toMatchObject({ text: '2032年度自评表', confidence: 0.75 });
});
