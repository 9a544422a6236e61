import { describe, expect, it } from 'vitest';
import { addToColumn, type Column, precision, SHARES } from '../../src/reconcile/facts/columns.ts';

const of = (...cells: string[]): Column => {
  const columns = new Map<string, Column>();
  for (const cell of cells) addToColumn(columns, 'c', cell);
  return columns.get('c')!;
};

describe('precision by column', () => {
  it('is that of the cell with most decimals: 90 beside 89.974 is exactly 90', () => {
    expect(precision(of('90', '89.974', '12.5'), '90', false)).toBe(3);
  });
  it('is that of the print for a whole number in a column of fixed format, a bare 0 aside', () => {
    const column = of('22,118,861', '2,070,000.00', '6,160.00', '1.25');
    expect(precision(column, '22,118,861', false)).toBe(0);
    expect(precision(column, '6,160.00', false)).toBe(2);
    expect(precision(column, '0', true)).toBe(2);
  });
  it('leaves out one cell that has more decimals than all the others', () => {
    const column = of('43.10', '12.25', '0.431', '5');
    expect(precision(column, '12.25', false)).toBe(2);
    expect(precision(column, '0.431', false)).toBe(3);
  });
  it('is one decimal less for shares that all end in 0', () => {
    expect(precision(of('100.00', '7.50', '32.50', '10.40', '29.30'), '32.50', false, SHARES)).toBe(1);
    expect(precision(of('100.00', '7.50', '32.50', '10.40'), '32.50', false, SHARES)).toBe(2);
    expect(precision(of('7.50', '32.50', '10.40', '29.31'), '32.50', false, SHARES)).toBe(2);
    expect(precision(of('7.50', '32.50', '10.40', '29.30'), '32.50', false)).toBe(2);
  });
});
