import { describe, expect, test } from 'vitest';
import { type Cell, examine, type Location, type Parse } from '../../src/index.ts';

/** A toy format: plain text, a line a row, cells between bars. It is all that docs/add-a-format.md asks of a parser. */
const parseBars: Parse = async (bytes, { format, limits }) => {
  const rows = new TextDecoder()
    .decode(bytes)
    .trim()
    .split('\n')
    .slice(0, limits.maxRows)
    .map((line) => line.split('|'));
  const columns = Math.max(...rows.map((row) => row.length));
  const cells = rows.flatMap((row, r) =>
    Array.from({ length: columns }, (_, c): Cell => {
      const spot: Location = {
        block: 0,
        grid: 0,
        row: r,
        column: c,
        page: null,
        box: null,
        sheet: null,
        ref: null,
        table: 0,
      };
      return {
        row: r,
        column: c,
        rowSpan: 1,
        columnSpan: 1,
        text: row[c] ?? '',
        confidence: 1,
        location: spot,
      };
    }),
  );
  return {
    status: 'read',
    source: {
      format,
      pages: [],
      blocks: [
        {
          kind: 'grid',
          rows: rows.length,
          columns,
          cells,
          parts: [{ page: null, sheet: null, table: 0, box: null, firstRow: 0, endRow: rows.length }],
          method: 'native',
          confidence: 1,
          inside: null,
          repeatedHeaders: [],
        },
      ],
      warnings: [],
    },
  };
};

const form = [
  '项目支出绩效目标表（2024年度）|||||',
  '项目名称|古树保护|||||',
  '实施单位|青岚县林业站|||||',
  '一级指标|二级指标|三级指标|指标值|度量单位|权重',
  '产出指标|数量指标|挂牌古树数量|≥120|株|50',
  '效益指标|社会效益指标|科普活动场次|≥6|场|40',
].join('\n');
const bytes = new TextEncoder().encode(form);

describe('a format that is new to the table of parsers', () => {
  test('is unsupported before', async () => {
    const { document } = await examine(bytes, { path: 'form.txt' });
    expect(document).toMatchObject({ status: 'unsupported', error: { code: 'unsupported_format' } });
  });

  test('is read with one row more, down to the indicators', async () => {
    const readers = { text: async () => parseBars };
    const { document, filings, indicators } = await examine(bytes, { path: 'form.txt', readers });
    expect(document).toMatchObject({ status: 'ok', format: 'text', filings: 1 });
    expect(filings[0]).toMatchObject({ project: '古树保护', organisation: '青岚县林业站', year: 2024 });
    expect(indicators.map(({ level3, weight }) => [level3, weight])).toEqual([
      ['挂牌古树数量', 50],
      ['科普活动场次', 40],
    ]);
    expect(indicators[0]?.target).toMatchObject({ op: '>=', value: 120, unit: '株' });
  });

  test('a parser that throws is an error of the document, not of the program', async () => {
    const readers = {
      text: async (): Promise<Parse> => async () => {
        throw new Error('torn page');
      },
    };
    const { document } = await examine(bytes, { path: 'form.txt', readers });
    expect(document.status).toBe('failed');
    expect(document.error?.message.en).toContain('torn page');
  });
});
