import { type CellInput, gridBuilder } from '../../../scripts/generate/grid-builder.ts';
import { line, type Section } from '../../../scripts/generate/page.ts';
import { type Random, seededRandom } from '../../../scripts/generate/random.ts';

export interface WildTable {
  section: Section;
  /** Every sum that is not nought: `code` where the row prints one, `item` '' for the total. */
  sums: { code: string | null; item: string; value: number }[];
}

interface Column {
  head: string;
  /** The sum of which columns; empty for figures of its own. */
  of: number[];
  /** Whether it is seldom anything but nought. */
  rare?: true;
}

interface Layout {
  heads: (string | { head: string; under: string[] })[];
  columns: Column[];
}

const layouts: Layout[] = [
  {
    heads: ['合计', '基本支出', '项目支出'],
    columns: [
      { head: '合计', of: [1, 2] },
      { head: '基本支出', of: [] },
      { head: '项目支出', of: [] },
    ],
  },
  {
    heads: ['合计', { head: '基本支出', under: ['小计', '人员经费', '公用经费'] }, '项目支出'],
    columns: [
      { head: '合计', of: [2, 3, 4] },
      { head: '小计', of: [2, 3] },
      { head: '人员经费', of: [] },
      { head: '公用经费', of: [] },
      { head: '项目支出', of: [] },
    ],
  },
  {
    heads: ['本年支出合计', '基本支出', '项目支出', '上缴上级支出', '经营支出'],
    columns: [
      { head: '本年支出合计', of: [1, 2, 3, 4] },
      { head: '基本支出', of: [] },
      { head: '项目支出', of: [] },
      { head: '上缴上级支出', of: [], rare: true },
      { head: '经营支出', of: [], rare: true },
    ],
  },
];

type Subject = [code: string, name: string, parts?: Subject[]];

const subjects: Subject[] = [
  [
    '205',
    '教育支出',
    [
      [
        '20502',
        '普通教育',
        [
          ['2050201', '学前教育'],
          ['2050202', '小学教育'],
          ['2050203', '初中教育'],
        ],
      ],
      ['20508', '进修及培训', [['2050803', '培训支出']]],
    ],
  ],
  [
    '208',
    '社会保障和就业支出',
    [
      [
        '20805',
        '行政事业单位养老支出',
        [
          ['2080502', '事业单位离退休'],
          ['2080506', '机关事业单位职业年金缴费支出'],
        ],
      ],
      ['20808', '抚恤', [['2080801', '死亡抚恤']]],
    ],
  ],
  [
    '213',
    '农林水支出',
    [
      [
        '21301',
        '农业农村',
        [
          ['2130101', '行政运行'],
          ['2130122', '农业生产发展'],
        ],
      ],
      [
        '21303',
        '水利',
        [
          ['2130305', '水利工程建设'],
          ['2130306', '水利工程运行与维护'],
        ],
      ],
    ],
  ],
  [
    '221',
    '住房保障支出',
    [
      [
        '22102',
        '住房改革支出',
        [
          ['2210201', '住房公积金'],
          ['2210203', '购房补贴'],
        ],
      ],
    ],
  ],
];

interface Row {
  code: string;
  name: string;
  depth: number;
  figures: number[];
}

/** A table of spending by function whose sums close down and across, its layout drawn by lot. */
export function wildTable(seed: number): WildTable {
  const random = seededRandom(seed);
  const places = random.pick([0, 2, 2, 4]);
  const layout = random.pick(layouts);
  const rows = random
    .sample(subjects, random.int(2, 3))
    .flatMap((subject) => rowsOf(subject, 0, layout.columns, random, places));
  const whole: Row = {
    code: '',
    name: random.pick(['合计', '合　计', '总计']),
    depth: 0,
    figures: added(
      rows.filter(({ depth }) => depth === 0),
      places,
    ),
  };
  const all = random.chance(0.6) ? [whole, ...rows] : [...rows, whole];
  const inNames = random.chance(0.3);
  const hasSub = layout.heads.some((head) => typeof head !== 'string');
  const rowSpan = hasSub ? 2 : 1;
  const grid = gridBuilder(layout.columns.length + (inNames ? 1 : 2));
  const names = inNames ? ['支出功能分类科目'] : [random.pick(['科目编码', '功能分类科目编码']), '科目名称'];
  grid.row(
    ...names.map((text) => ({ text, rowSpan })),
    ...layout.heads.map((head) =>
      typeof head === 'string' ? { text: head, rowSpan } : { text: head.head, columnSpan: head.under.length },
    ),
  );
  if (hasSub) grid.row(...layout.heads.flatMap((head) => (typeof head === 'string' ? [] : head.under)));
  if (random.chance(0.3))
    grid.row(...(inNames ? [] : ['']), '栏次', ...layout.columns.map((_, at) => String(at + 1)));
  const zero = random.pick(['', '0.00', '0', '—']);
  const parted = random.chance(0.5);
  const isIndented = random.chance(0.5);
  for (const { code, name, depth, figures } of all) {
    const text = (isIndented ? '　'.repeat(depth) : '') + (inNames && code !== '' ? `${code} ${name}` : name);
    const cells: CellInput[] = [{ text, align: 'left' }];
    if (!inNames) cells.unshift({ text: code, align: 'left' });
    const printed = figures.map((value) => (value === 0 ? zero : print(value, places, parted)));
    grid.row(...cells, ...printed.map((figure): CellInput => ({ text: figure, align: 'right' })));
  }
  const widths = [...(inNames ? [4] : [1.6, 4]), ...layout.columns.map(() => 2)];
  const blocks = [
    line('title', random.pick(['部门支出总体情况表', '支出预算总表', '一般公共预算支出表'])),
    line('caption', '部门：青禾区教育局　　　　单位：万元'),
    grid.finish({ widths }),
  ];
  const sums = all.flatMap(({ code, name, figures }) =>
    figures
      .filter((value) => value !== 0)
      .map((value) => (code === '' ? { code: null, item: '', value } : { code, item: name, value })),
  );
  return { section: { name: 'Sheet1', blocks }, sums };
}

function rowsOf(
  [code, name, parts]: Subject,
  depth: number,
  columns: readonly Column[],
  random: Random,
  places: number,
): Row[] {
  if (parts === undefined) return [{ code, name, depth, figures: figuresOf(columns, random, places) }];
  const below = random
    .sample(parts, random.int(1, parts.length))
    .flatMap((part) => rowsOf(part, depth + 1, columns, random, places));
  const figures = added(
    below.filter((row) => row.depth === depth + 1),
    places,
  );
  return [{ code, name, depth, figures }, ...below];
}

function figuresOf(columns: readonly Column[], random: Random, places: number): number[] {
  const own: number[] = columns.map(({ of, rare }): number =>
    of.length > 0 || random.chance(rare ? 0.9 : 0.25)
      ? 0
      : Number((random.int(1, 900) + random.next()).toFixed(places)),
  );
  if (!own.some((value) => value !== 0))
    own[columns.findLastIndex(({ of, rare }) => of.length === 0 && !rare)] = 12;
  return columns.map(({ of }, at) =>
    of.length === 0 ? own[at]! : Number(of.reduce((sum, part) => sum + own[part]!, 0).toFixed(places)),
  );
}

const added = (rows: readonly Row[], places: number): number[] =>
  rows[0]!.figures.map((_, at) =>
    Number(rows.reduce((sum, { figures }) => sum + figures[at]!, 0).toFixed(places)),
  );

const print = (value: number, places: number, parted: boolean): string =>
  parted
    ? value.toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places })
    : value.toFixed(places);
