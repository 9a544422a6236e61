import { describe, expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { gridsOf, readPdf, shape } from './reading.ts';
import { type DrawnCell, type DrawnTable, drawTable } from './table-drawing.ts';

const xs = [60, 130, 310, 430, 500];

/** Rows of texts from a height down, every row as high as the others; a null is covered by a merged cell. */
function table(
  rows: readonly (readonly (string | null | { text: string; rows?: number; columns?: number })[])[],
  top: number,
  step = 20,
  open: DrawnTable['open'] = [],
): DrawnTable {
  return {
    xs,
    ys: Array.from({ length: rows.length + 1 }, (_, i) => top + i * step),
    open,
    cells: rows.flatMap((row, r) =>
      row.flatMap((cell, column): DrawnCell[] => {
        if (cell === null) return [];
        const { text, rows = 1, columns = 1 } = typeof cell === 'string' ? { text: cell } : cell;
        return [
          { row: r, column, rowSpan: rows, columnSpan: columns, lines: text === '' ? [] : text.split('\n') },
        ];
      }),
    ),
  };
}

const drawn = (...tables: DrawnTable[]): string => tables.map((one) => drawTable(one, 'strokes')).join('');

async function read(...pages: string[]) {
  return gridsOf(await readPdf(writePdf(pages.map((content) => ({ content })))));
}

const head = ['类别', '指标', '数值', '权重'];
const wide = (text: string) => ({ text, columns: 3 });

describe('blanks at the page end', () => {
  const place = 730;

  test('belong to their own row where only a merged label is left open', async () => {
    const above = table([head, ['资金情况', '', '预算数', '执行数']], place, 20, ['bottom']);
    const below = table(
      [
        [{ text: '', rows: 2 }, '资金总额', '40', '38'],
        [null, '其中：财政', '30', '28'],
        ['产出', { text: '数量指标', rows: 2 }, '12', '13'],
        ['效益', null, '14', '15'],
      ],
      40,
      20,
      ['top'],
    );
    const [grid, ...more] = await read(
      `${drawn(above)}0.5 w ${xs[1]} ${842 - place - 40} m ${xs[4]} ${842 - place - 40} l S\n`,
      `${drawn(below)}0.5 w ${xs[1]} 802 m ${xs[4]} 802 l S\n`,
    );
    expect(more).toEqual([]);
    expect(shape(grid!).slice(0, 14)).toEqual([
      ...head.map((text, column) => `0,${column} ${text}`),
      '1,0 3×1 资金情况',
      '1,1',
      '1,2 预算数',
      '1,3 执行数',
      '2,1 资金总额',
      '2,2 40',
      '2,3 38',
      '3,1 其中：财政',
      '3,2 30',
      '3,3 28',
    ]);
  });

  test('belong to their own row where the page lacks its last line', async () => {
    const above = table([head, ['榆钱乡', '28.3', '', '26.4']], place, 20, ['bottom']);
    const below = table([head, ['黄泥坝镇', '', '29.9', '29.4'], ['合计', '28.3', '29.9', '55.8']], 40);
    const [grid] = await read(drawn(above), drawn(below));
    expect(shape(grid!).slice(4, 12)).toEqual([
      '1,0 榆钱乡',
      '1,1 28.3',
      '1,2',
      '1,3 26.4',
      '2,0 黄泥坝镇',
      '2,1',
      '2,2 29.9',
      '2,3 29.4',
    ]);
  });
});

describe('a row alone at the head of a page, with another table below it', () => {
  const indicators = [{ text: '长期绩效指标', rows: 2 }, '管护机制', '长期运行', '5'];
  /** The table ends so far above the lower margin, which is as wide as the upper one. */
  const above = (left: number) =>
    table([head, indicators, [null, '居民满意', '91', '5']], 842 - 40 - left - 60);
  const below = (label: string) =>
    table(
      [
        [{ text: label, rows: 2 }, '指标', '数值', '权重'],
        [null, '考核达标率', '95', '6'],
      ],
      72,
    );

  test.each([
    ['goes with it where its label begins as that of the table', 5, '年度目标', '年度绩效指标', 3],
    ['goes with it where it had room, but not below a blank', 25, '备注', '年度绩效指标', 3],
    ['ends the table before where it had no room', 5, '备注', '年度绩效指标', 2],
    ['ends the table before where its label begins as one at its end', 5, '长期目标', '长期绩效指标', 2],
  ])('%s', async (_, left, label, next, count) => {
    const row = table([[label, wide('保持河道水面清洁。'), null, null]], 40);
    const grids = await read(drawn(above(left)), drawn(row, below(next)));
    expect(grids).toHaveLength(count);
    expect(grids[0]!.rows).toBe(count === 3 ? 3 : 4);
  });
});

describe('two forms, the first of which ends high up its page, are two', () => {
  const short = table([head, ['甲', '清淤长度', '32', '5'], ['乙', '合格率', '95', '5']], 60);
  const entries = (count: number) =>
    Array.from({ length: count }, (_, i) => [null, `指标${i}`, `${i + 10}`, '5']);
  const tied = (label: string, count = 30) => {
    const [, ...rest] = entries(count);
    return [[{ text: label, rows: count }, '指标', '数值', '权重'], ...rest];
  };

  test('goes on with rows that a merged cell ties', async () => {
    expect(await read(drawn(short), drawn(table(tied('丙', 36), 60)))).toHaveLength(1);
  });

  test('with a title in the first row of the second', async () => {
    const titled = [[{ text: '项目支出绩效目标申报表', columns: 4 }, null, null, null], ...tied('丙')];
    expect(await read(drawn(short), drawn(table(titled, 60)))).toHaveLength(2);
  });

  test('with a title above the second', async () => {
    const title = show('项目支出绩效目标申报表', 230, 842 - 52, 12);
    expect(await read(drawn(short), title + drawn(table(tied('丙', 36), 60)))).toHaveLength(2);
  });

  test('with a line below the first that tells who filled it in', async () => {
    const line = show('填报人：陈青禾', 60, 842 - 140, 9);
    expect(await read(drawn(short) + line, drawn(table(tied('丙', 36), 60)))).toHaveLength(2);
  });

  test('with rows below that begin as the first form does', async () => {
    const first = table(
      [
        [{ text: '基本情况', rows: 3 }, '项目名称', '河道保洁', ''],
        [null, '主管部门', '水利局', ''],
        [null, '实施单位', '河道所', ''],
      ],
      60,
    );
    const again = entries(36).map((row, i) =>
      i === 0 ? [{ text: '基本情况', rows: 36 }, ...row.slice(1)] : row,
    );
    expect(await read(drawn(first), drawn(table(again, 60)))).toHaveLength(2);
  });

  test('with columns of its own', async () => {
    const other = { ...table(tied('丙', 36), 60), xs: [60, 100, 200, 350, 500] };
    expect(await read(drawn(short), drawn(other))).toHaveLength(2);
  });
});

describe('a name over all columns at the head of a page', () => {
  const rows = [
    ['产出指标', '巡查堤防长度', '134公里', '24'],
    ['产出指标', '储备物料种类', '21种', '12'],
  ];
  const others = [
    ['效益指标', '受益人口', '2.4万人', '20'],
    ['满意度指标', '群众满意度', '≥90%', '10'],
  ];
  const named = (text: string) => [[{ text, columns: 4 }, null, null, null], head, ...rows];

  test('begins another form', async () => {
    const grids = await read(
      drawn(table([head, ...rows], 740)),
      drawn(table(named('单位整体支出绩效目标申报表'), 40)),
    );
    expect(grids.map(({ rows: count }) => count)).toEqual([3, 4]);
  });

  test('is repeated where the table before begins with it', async () => {
    const grids = await read(
      drawn(table(named('单位整体支出绩效目标申报表'), 720)),
      drawn(table(named('单位整体支出绩效目标申报表'), 40)),
    );
    expect(grids).toHaveLength(1);
  });

  test('is a row of the table where it names no form', async () => {
    const [grid, ...more] = await read(
      drawn(table([head, ...rows, ...rows], 730)),
      drawn(table([[{ text: '以下为长期绩效指标', columns: 4 }, null, null, null], ...others], 40)),
    );
    expect(more).toEqual([]);
    expect(grid?.rows).toBe(8);
  });
});

describe('heads of several rows at the end of a page', () => {
  const rows = [
    ['税收收入', '3205', '3443', '102.75'],
    ['非税收入', '1271', '1258', '98.20'],
  ];
  const two = { text: '决算数', columns: 2 };

  test('cut between their rows: blanks go on the heads above them', async () => {
    const above = table([['项目', '预算数', two, null]], 780, 20, ['bottom']);
    const below = table([['', '', '金额', '占预算%'], ...rows], 40, 20, ['top']);
    const [grid, ...more] = await read(drawn(above), drawn(below));
    expect(more).toEqual([]);
    expect(shape(grid!).slice(0, 6)).toEqual([
      '0,0 2×1 项目',
      '0,1 2×1 预算数',
      '0,2 1×2 决算数',
      '1,2 金额',
      '1,3 占预算%',
      '2,0 税收收入',
    ]);
  });

  test('cut behind them: a blank below the last head is of its own row', async () => {
    const heads = [
      [{ text: '绩效指标', columns: 2 }, null, { text: '得分', rows: 2 }, { text: '原因', rows: 2 }],
      ['类别', '名称', null, null],
    ];
    const above = table(heads, 760, 20, ['bottom']);
    const below = table(
      [
        ['产出指标', '供养人数', '10', ''],
        ['效益指标', '减少支出', '9', '降雨'],
      ],
      40,
      20,
      ['top'],
    );
    const [grid] = await read(drawn(above), drawn(below));
    expect(shape(grid!)).toContain('0,3 2×1 原因');
    expect(shape(grid!)).toContain('2,3');
  });
});
