import { describe, expect, it } from 'vitest';
import type { Amount } from '../../schemas/index.ts';
import { doubtDepths } from '../../src/reading/recognised/struck-labels.ts';
import { isUnreadWriting } from '../../src/reading/table/cells.ts';
import { amount, at } from '../reconcile/records.ts';

const struck = { text: '雾', reason: 'strokes run over the writing', alternatives: [] };
const rowOf = (row: number, depth: number, more: Partial<Amount> = {}): Amount =>
  amount({ item: `经费${row}`, depth, value: row, source: { item: at(row, 0), value: at(row, 1) }, ...more });

describe('rows below a label that strokes run over', () => {
  it('may be parts of another, up to the next that stands for itself', () => {
    const rows = [
      rowOf(1, 0),
      rowOf(2, 0, { doubts: { item: struck }, confidences: { item: 0.3 } }),
      rowOf(3, 1),
      rowOf(4, 2),
      rowOf(5, 0),
      rowOf(6, 1),
    ];
    doubtDepths(rows);
    expect(rows.map(({ confidences }) => confidences?.depth)).toEqual([
      undefined,
      0.3,
      0.3,
      0.3,
      undefined,
      undefined,
    ]);
    expect(rows[3]?.doubts?.depth?.reason).toBe('the label of a row above it could not be read');
  });

  it('may be so below one that a coloured mark lay over', () => {
    const marked = { ...struck, reason: 'a coloured mark lay over the writing' };
    const rows = [rowOf(1, 0, { doubts: { item: marked }, confidences: { item: 0.6 } }), rowOf(2, 1)];
    doubtDepths(rows);
    expect(rows.map(({ confidences }) => confidences?.depth)).toEqual([0.6, 0.6]);
  });

  it('may be parts of one whose label was lost as a whole', () => {
    const rows = [rowOf(1, 0), rowOf(3, 1), rowOf(4, 2), rowOf(5, 0), rowOf(6, 1)];
    doubtDepths(rows, [{ grid: at(2, 0).grid ?? 0, row: 2 }]);
    expect(rows.map(({ confidences }) => confidences?.depth)).toEqual([
      undefined,
      0.4,
      0.4,
      undefined,
      undefined,
    ]);
  });
});

describe('writing of which no digit was read', () => {
  it('is what stands for a figure in a column of figures', () => {
    expect(isUnreadWriting('串', 'read as 串 among figures')).toBe(true);
    expect(isUnreadWriting('10', 'read as 10 among figures')).toBe(false);
    expect(isUnreadWriting('串')).toBe(false);
  });
});
