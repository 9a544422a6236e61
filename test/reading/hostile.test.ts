import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Amount, Filing, Indicator, TextRecord } from '../../schemas/index.ts';
import { readFilings } from '../../src/reading/index.ts';
import { DOCUMENT_ID, document, grid, line, read } from './drawing.ts';

const words = [
  '一级指标',
  '二级指标',
  '三级指标',
  '指标值',
  '实际完成值',
  '分值',
  '得分',
  '绩效指标',
  '项目名称',
  '年度资金总额：',
  '其中：财政拨款',
  '合计',
  '项目',
  '预算数',
  '类',
  '款',
  '年初预算数',
  '执行率',
  '占比',
  '2022年',
  '收入构成',
  '年度目标1：',
  '产出指标（50分）',
  '数量指标',
  '指标1：',
  '……',
  '无',
  '100%',
  '≥3公里',
  '12.5',
  '1,234.50',
  '项目支出绩效目标表',
  '单位：万元',
  '总分',
  '备注',
  '',
  '',
  '__proto__',
  'constructor',
  'toString',
];
const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...words) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
);
const drawing = fc
  .array(
    fc.array(fc.oneof({ weight: 5, arbitrary: cell }, { weight: 1, arbitrary: fc.constantFrom('<', '^') }), {
      minLength: 2,
      maxLength: 7,
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((rows) => rows.map((row, r) => row.map((text, c) => clean(text, r, c)).join('|')).join('\n'));

/** A drawing's signs stand only where a cell is there to go on. */
function clean(text: string, row: number, column: number): string {
  const plain = text.replace(/[|\n\r⏎␣]/g, '');
  if (plain === '<') return column === 0 ? '' : plain;
  return plain === '^' && row === 0 ? '' : plain === '' ? ' ' : plain;
}

/** Overlapping spans of a random drawing do not tile a grid: each position must lie in one cell. */
function tiles(drawn: ReturnType<typeof grid>): boolean {
  const seen = new Set<number>();
  for (const { row, column, rowSpan, columnSpan } of drawn.cells) {
    for (let r = row; r < row + rowSpan; r++) {
      for (let c = column; c < column + columnSpan; c++) {
        const at = r * drawn.columns + c;
        if (seen.has(at) || r >= drawn.rows || c >= drawn.columns) return false;
        seen.add(at);
      }
    }
  }
  return seen.size === drawn.rows * drawn.columns;
}

describe('whatever a grid holds', () => {
  test('the records keep to their schemas, their ids are unique and the same again', () => {
    fc.assert(
      fc.property(drawing, fc.constantFrom(...words), (drawn, title) => {
        const made = grid(drawn);
        fc.pre(tiles(made));
        const source = document(title === '' ? ' ' : title, made);
        const readout = readFilings(source, DOCUMENT_ID);
        for (const filing of readout.filings) Filing.parse(filing);
        for (const indicator of readout.indicators) Indicator.parse(indicator);
        for (const amount of readout.amounts) Amount.parse(amount);
        for (const text of readout.texts) TextRecord.parse(text);
        const ids = [
          ...readout.filings.map((each) => each.filing_id),
          ...readout.indicators.map((each) => each.indicator_id),
          ...readout.amounts.map((each) => each.amount_id),
          ...readout.texts.map((each) => each.text_id),
        ];
        expect(new Set(ids).size).toBe(ids.length);
        const parents = readout.amounts.flatMap((each) => (each.parent_id === null ? [] : [each.parent_id]));
        expect(parents.every((id) => ids.includes(id))).toBe(true);
        expect(readFilings(source, DOCUMENT_ID)).toEqual(readout);
      }),
      { numRuns: 300 },
    );
  });
});

describe('unfriendly documents', () => {
  test('nothing at all, a grid of blanks, a single cell', () => {
    expect(read().filings).toEqual([]);
    expect(read(grid('| | |\n| | |')).indicators).toEqual([]);
    expect(read(grid('| 合计 |')).amounts).toEqual([]);
  });

  test('long texts are no labels, and a thousand heads are read once', () => {
    const long = '一级指标'.repeat(5_000);
    const rows = Array.from(
      { length: 400 },
      (_, k) => `| 一级指标 | 二级指标 | 三级指标 | 指标值 |\n| 产出指标 | 数量指标 | 名称${k} | ${k}次 |`,
    );
    const readout = read(line(long), grid([`| ${long} | < | < | < |`, ...rows].join('\n')));
    expect(readout.indicators).toHaveLength(400);
    expect(readout.indicators.at(-1)).toMatchObject({ level3: '名称399', target: { value: 399 } });
  });

  test('a money cell that is no number is kept as it stands, without a value', () => {
    const { amounts } = read(
      '“三公”经费支出表',
      '单位：万元',
      grid('| 项目 | 预算数 |\n| 因公出国费 | 1.2.3 |\n| 公务接待费 | 5 |'),
    );
    expect(amounts.map((each) => [each.item, each.value, each.raw])).toEqual([
      ['因公出国费', null, '1.2.3'],
      ['公务接待费', 5, '5'],
    ]);
  });
});

describe('a sheet with more lines than a call takes arguments', () => {
  test('keeps every line below the form', () => {
    const form = document(grid('三级指标|指标值\n养护里程|≥3公里'));
    const lines = Array.from({ length: 150_000 }, () => line('-'));
    const readout = readFilings({ ...form, blocks: form.blocks.concat(lines) }, DOCUMENT_ID);
    expect(readout.texts).toHaveLength(lines.length);
  });
});
