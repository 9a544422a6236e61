import { describe, expect, it } from 'vitest';
import type { LookAgain } from '../../parsers/index.ts';
import type { Cell, SourceDocument } from '../../schemas/index.ts';
import { settleReadings } from '../../src/examine/settle-readings.ts';
import { readFilings } from '../../src/reading/index.ts';

const title = '部门预算收支总表';
const rows = [
  ['项目', '预算数（万元）'],
  ['一、基本支出', '638.87'],
  ['二、项目支出', '136.23'],
  ['支出合计', '825.10'],
];

function scanned(change: Partial<Cell> & { text: string }, total = '825.10'): SourceDocument {
  const place = { page: 1, sheet: null, ref: null, table: null };
  const box = { x0: 0, y0: 0, x1: 100, y1: 10 };
  const cells = rows.flatMap((texts, row) =>
    texts.map((text, column): Cell => {
      const location = { ...place, block: 1, grid: 0, row, column, box };
      const cell: Cell = { row, column, rowSpan: 1, columnSpan: 1, text, confidence: 0.98, location };
      if (row === 3 && column === 1) return { ...cell, text: total };
      return row === 2 && column === 1 ? { ...cell, ...change } : cell;
    }),
  );
  const part = { page: 1, sheet: null, table: null, firstRow: 0, endRow: 4 };
  return {
    format: 'pdf',
    pages: [{ number: 1, name: null, width: 595, height: 842, rotation: 0, kind: 'scanned', hidden: false }],
    blocks: [
      {
        kind: 'paragraph',
        text: title,
        role: 'heading',
        confidence: 0.98,
        location: { ...place, block: 0, grid: null, row: null, column: null, box },
      },
      {
        kind: 'grid',
        rows: 4,
        columns: 2,
        cells,
        parts: [{ ...part, box: [0, 0, 100, 40] }],
        method: 'ruled',
        confidence: 1,
        inside: null,
        repeatedHeaders: [],
      },
    ],
    warnings: [],
  };
}

const read = (source: SourceDocument) => readFilings(source, '0'.repeat(64));
const says = (text: string, by: string) => ({ text, by, confidence: 0.8 });
const doubtful = {
  text: '136.23',
  confidence: 0.6,
  doubt: 'read as 136.23 and as 186.23',
  alternatives: [says('136.23', 'chi_sim'), says('186.23', 'eng')],
};
const cellOf = (source: SourceDocument): Cell | undefined => {
  const grid = source.blocks.find((block) => block.kind === 'grid');
  return grid?.cells.find(({ row, column }) => row === 2 && column === 1);
};

describe('doubts of a scanned form', () => {
  it('are settled by a sum, which the cell and its record say', async () => {
    const { source, readout } = await settleReadings({ source: scanned(doubtful) }, read);
    expect(cellOf(source)).toMatchObject({
      text: '186.23',
      doubt: 'read: ocr, settled by sum',
      settled: { by: 'sum', readAs: '136.23' },
      alternatives: doubtful.alternatives,
    });
    expect(cellOf(source)?.confidence).toBeGreaterThan(0.95);
    const amount = readout.amounts.find(({ item }) => item === '项目支出');
    expect(amount).toMatchObject({ value: 186.23, doubts: { value: { settled: { readAs: '136.23' } } } });
  });

  it('bring a second look where nothing closes, which settles them too', async () => {
    const looks: string[] = [];
    const lookAgain: LookAgain = async ({ row, column }) => {
      looks.push(`${row},${column}`);
      return row === 2 ? [says('186.23', 'eng'), says('186.23', 'chi_sim')] : [];
    };
    const { source } = await settleReadings({ source: scanned({ text: '136.23' }), lookAgain }, read);
    expect(looks).toContain('2,1');
    expect(cellOf(source)).toMatchObject({ text: '186.23', settled: { readAs: '136.23' } });
  });

  it("leave a filer's slip as it was read, however often one looks", async () => {
    const lookAgain: LookAgain = async ({ row }) => (row === 2 ? [says('136.23', 'eng')] : []);
    const { source } = await settleReadings({ source: scanned({ text: '136.23' }), lookAgain }, read);
    expect(cellOf(source)).toMatchObject({ text: '136.23' });
    expect(cellOf(source)).not.toHaveProperty('settled');
  });

  it('settle to what a sum says, but no surer than a grid that is in question as a whole', async () => {
    const source = scanned({ ...doubtful, confidence: 0.5 });
    const inQuestion = source.blocks.map((block) =>
      block.kind === 'grid' ? { ...block, confidence: 0.5 } : block,
    );
    const settled = await settleReadings({ source: { ...source, blocks: inQuestion } }, read);
    expect(cellOf(settled.source)).toMatchObject({ text: '186.23', confidence: 0.5 });
  });

  it('are none of digital text, which comes back as it is', async () => {
    const source = scanned({ text: '136.23', confidence: 1 });
    expect((await settleReadings({ source }, read)).source).toBe(source);
  });
});
