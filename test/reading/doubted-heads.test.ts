import { describe, expect, it } from 'vitest';
import type { Cell, SourceDocument } from '../../schemas/index.ts';
import { readFilings } from '../../src/reading/index.ts';

const rows = [
  ['项目', '预算数', '决算数'],
  ['基本支出', '120', '118'],
  ['项目支出', '80', '79'],
  ['合计', '200', '197'],
];

const place = { page: 1, box: null, sheet: null, ref: null, table: null };

/** A page with a table of money, and a title above it where one is given. */
function page(
  kind: 'scanned' | 'digital',
  title: { text: string; confidence: number; doubt?: string } | null,
): SourceDocument {
  const block = title === null ? 0 : 1;
  const confidence = kind === 'scanned' ? 0.97 : 1;
  const cells = rows.flatMap((texts, row) =>
    texts.map((text, column): Cell => {
      const location = { ...place, block, grid: 0, row, column };
      return { row, column, rowSpan: 1, columnSpan: 1, text, confidence, location };
    }),
  );
  const lines = title === null ? [] : [title];
  return {
    format: 'pdf',
    pages: [{ number: 1, name: null, width: 595, height: 842, rotation: 0, kind, hidden: false }],
    blocks: [
      ...lines.map((line) => ({
        kind: 'paragraph' as const,
        ...line,
        role: 'caption' as const,
        location: { ...place, block: 0, grid: null, row: null, column: null },
      })),
      {
        kind: 'grid',
        rows: rows.length,
        columns: 3,
        cells,
        parts: [{ page: 1, sheet: null, table: null, box: [0, 0, 9, 9], firstRow: 0, endRow: rows.length }],
        method: 'ruled',
        confidence: 1,
        inside: null,
        repeatedHeaders: [],
      },
    ],
    warnings: [],
  };
}

const read = (source: SourceDocument) => readFilings(source, 'a'.repeat(64));
const title = '2024年度部门支出决算表';

describe('the head of a scanned page', () => {
  it('that was not read leaves a doubt of the year and a warning', () => {
    const { filings, amounts, warnings } = read(page('scanned', null));
    expect(filings[0]).toMatchObject({ year: null, doubts: { year: { reason: expect.any(String) } } });
    expect(amounts).not.toHaveLength(0);
    expect(amounts.every(({ doubts }) => doubts?.year !== undefined)).toBe(true);
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'text_left_out', place: 'page 1' }));
  });

  it('that was not read leaves a doubt of the unit, but not where a caption prints it', () => {
    const unitsOf = (source: SourceDocument) =>
      read(source).amounts.map(({ unit, doubts }) => [unit, doubts?.unit?.reason ?? null]);
    const lost = unitsOf(page('scanned', null));
    expect(new Set(lost.map(String))).toEqual(new Set([',no title was read above the table']));
    const printed = unitsOf(page('scanned', { text: '单位：万元', confidence: 0.95 }));
    expect(new Set(printed.map(String))).toEqual(new Set(['万元,']));
  });

  it('leaves a doubt of the unit of a second table that may be of another form', () => {
    const source = page('scanned', { text: '单位：万元', confidence: 0.95 });
    const second = source.blocks[1]!;
    if (second.kind !== 'grid') throw new Error('a grid was drawn here');
    const cells = second.cells.map((cell) => ({
      ...cell,
      location: { ...cell.location, block: 2, grid: 1 },
    }));
    const { filings, amounts } = read({ ...source, blocks: [...source.blocks, { ...second, cells }] });
    expect(filings).toHaveLength(1);
    const doubted = amounts.map((amount) => [amount.source.value?.grid, amount.doubts?.unit !== undefined]);
    expect(new Set(doubted.map(String))).toEqual(new Set(['0,false', '1,true']));
  });

  it('that was hardly legible leaves a doubt of the title, and none of a year whose digits two readers agree on', () => {
    const { filings, amounts, warnings } = read(page('scanned', { text: title, confidence: 0.6 }));
    expect(filings[0]?.doubts).toHaveProperty('title');
    expect(filings[0]?.doubts).not.toHaveProperty('year');
    expect(amounts.filter(({ doubts }) => doubts?.year !== undefined)).toEqual([]);
    expect(warnings).toHaveLength(1);
  });

  it('that was hardly legible leaves a doubt of the title and of the year that it prints in doubt', () => {
    const doubt = 'read as 2024 and as 2021';
    const { filings, warnings } = read(page('scanned', { text: title, confidence: 0.6, doubt }));
    expect(filings[0]).toMatchObject({
      year: 2024,
      doubts: { title: { text: title }, year: { text: title } },
      confidences: { title: 0.6, year: 0.6 },
    });
    expect(warnings).toHaveLength(1);
  });

  it('that was read, or stands on a digital page, leaves none', () => {
    for (const source of [
      page('scanned', { text: title, confidence: 0.95 }),
      page('digital', null),
      page('digital', { text: title, confidence: 1 }),
    ]) {
      const { filings, warnings } = read(source);
      expect(filings[0]?.doubts).toBeUndefined();
      expect(warnings.filter(({ code }) => code === 'text_left_out')).toEqual([]);
    }
  });
});

const id = 'b'.repeat(64);

describe('strokes over writing above a table', () => {
  const said = (en: string) => [
    { code: 'uncertain_grid' as const, message: { zh: '', en }, place: 'page 1' },
  ];
  const title = { text: '部门收支决算表', confidence: 0.97 };

  it('put the year that nothing else prints in doubt', () => {
    const struck = said(
      'the lines of a table of page 1 are in question (strokes run over writing above a table)',
    );
    const { amounts, filings } = readFilings({ ...page('scanned', title), warnings: struck }, id);
    expect(filings[0]?.doubts?.year?.reason).toBe('strokes run over writing above a table');
    expect(amounts[0]?.doubts?.year).toBeDefined();
    const other = said('the lines of a table of page 1 are in question (a border is drawn in part)');
    const { filings: unstruck } = readFilings({ ...page('scanned', title), warnings: other }, id);
    expect(unstruck[0]?.doubts?.year).toBeUndefined();
  });
});

it('a year in a title with a letter in it is in doubt', () => {
  const year = (text: string) =>
    readFilings(page('scanned', { text, confidence: 0.92 }), id).filings[0]?.doubts?.year?.reason ?? null;
  expect(year('203A年度部门收支决算表')).toBe('the title was hardly legible');
  expect(year('部门收支决算表')).toBeNull();
});

describe('a figure that strokes run over', () => {
  it('stays as one that is not known', () => {
    const source = page('scanned', { text: '2023年度部门收支决算表', confidence: 0.97 });
    const grid = source.blocks[1];
    if (grid?.kind !== 'grid') throw new Error('no grid');
    const doubt = 'strokes run over the writing';
    grid.cells = grid.cells.map((cell) =>
      cell.row === 2 && cell.column === 1 ? { ...cell, text: '我', confidence: 0.2, doubt } : cell,
    );
    const lost = readFilings(source, id).amounts.filter(({ value }) => value === null);
    expect(lost).toMatchObject([{ item: '项目支出', raw: '我', doubts: { value: { reason: doubt } } }]);
  });
});
