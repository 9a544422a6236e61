import { describe, expect, it } from 'vitest';
import type { Amount, SourceDocument } from '../../schemas/index.ts';
import { doubtCodes } from '../../src/reading/recognised/doubted-codes.ts';
import { doubtDepths } from '../../src/reading/recognised/struck-labels.ts';
import { amount, at } from '../reconcile/records.ts';

/** A list of subjects, code before name, as it was read; `sealed`: rows whose code a seal lies over. */
function listOf(rows: readonly (readonly [code: string | null, depth: number])[], sealed: readonly number[]) {
  const amounts = rows.map(([code, depth], row) =>
    amount({
      item: `科目${row}`,
      code,
      depth,
      value: row,
      role: row === 0 ? 'total' : 'part',
      source: { item: at(row, 1), value: at(row, 2), ...(code !== null && { code: at(row, 0) }) },
    }),
  );
  const cells = rows.map(([code], row) => ({
    row,
    column: 0,
    rowSpan: 1,
    columnSpan: 1,
    text: code ?? '',
    location: at(row, 0),
    confidence: 0.6,
    ...(sealed.includes(row) && { doubt: 'a seal lies over the writing' }),
  }));
  const source = { blocks: [{ kind: 'grid', cells }] } as unknown as SourceDocument;
  doubtCodes(source, amounts);
  return amounts.map(({ confidences }) => confidences?.depth);
}

describe('depths that codes tell', () => {
  it('are in doubt below a code that came as another', () => {
    const rows = [
      [null, 0],
      ['0208', 1],
      ['20805', 1],
      ['2080505', 2],
      ['213', 1],
      ['21303', 2],
    ] as const;
    expect(listOf(rows, [1])).toEqual([undefined, 0.5, 0.5, 0.5, undefined, undefined]);
    expect(listOf(rows, [])).toEqual(rows.map(() => undefined));
  });

  it('are so where a code was lost, with the rows that may have had its row as a part', () => {
    const rows = [
      [null, 0],
      ['213', 1],
      ['21303', 2],
      [null, 1],
      ['221', 2],
      ['22102', 3],
    ] as const;
    expect(listOf(rows, [3])).toEqual([undefined, 0.5, 0.5, 0.5, 0.5, 0.5]);
  });

  it('stay where a seal leaves a code its place, and where codes rank nothing', () => {
    const whole = [
      [null, 0],
      ['208', 1],
      ['20805', 2],
    ] as const;
    expect(listOf(whole, [0, 1, 2])).toEqual([undefined, undefined, undefined]);
    const details = [
      [null, 0],
      ['30101', 1],
      ['30201', 1],
    ] as const;
    expect(listOf(details, [1])).toEqual([undefined, undefined, undefined]);
  });
});

describe('a label that a seal lies over', () => {
  const sealed = { text: '项目支出', reason: 'a seal lies over the writing', alternatives: [] };
  const rowsOf = (code: string | null): Amount[] => [
    amount({ item: '项目支出', code, value: 1, doubts: { item: sealed }, confidences: { item: 0.6 } }),
    amount({ item: '其他', code, value: 1, depth: 1 }),
  ];
  it('may have lost its mark, unless a code ranks its row', () => {
    const marked = rowsOf(null);
    marked.forEach((row, k) => {
      row.source = { item: at(k, 0), value: at(k, 1) };
    });
    doubtDepths(marked);
    expect(marked.map(({ confidences }) => confidences?.depth)).toEqual([0.6, 0.6]);
    const coded = rowsOf('30101');
    coded.forEach((row, k) => {
      row.source = { item: at(k, 0), value: at(k, 1) };
    });
    doubtDepths(coded);
    expect(coded.map(({ confidences }) => confidences?.depth)).toEqual([undefined, undefined]);
  });
});
