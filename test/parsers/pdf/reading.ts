import { expect } from 'vitest';
import { defaultLimits, type ParserLimits } from '../../../parsers/limits.ts';
import { parsePdf } from '../../../parsers/pdf/index.ts';
import type { Grid, Paragraph, SourceDocument } from '../../../schemas/index.ts';

export async function readPdf(
  bytes: Uint8Array,
  options: { password?: string; limits?: Partial<ParserLimits> } = {},
): Promise<SourceDocument> {
  const { password, limits } = options;
  const result = await parsePdf(bytes, {
    name: 'test.pdf',
    format: 'pdf',
    limits: { ...defaultLimits, ...limits },
    ...(password === undefined ? {} : { password }),
  });
  if (result.status !== 'read') throw new Error(`${result.error.code}: ${result.error.message.en}`);
  return result.source;
}

export const gridsOf = (source: SourceDocument): Grid[] =>
  source.blocks.filter((block) => block.kind === 'grid');
export const paragraphsOf = (source: SourceDocument): Paragraph[] =>
  source.blocks.filter((block) => block.kind === 'paragraph');

/** Cells as `row,column rows×columns text`, in order; spans of one are not written. */
export function shape(grid: Grid): string[] {
  return grid.cells.map(({ row, column, rowSpan, columnSpan, text }) => {
    const span = rowSpan * columnSpan > 1 ? ` ${rowSpan}×${columnSpan}` : '';
    return `${row},${column}${span} ${text}`.trim();
  });
}

/** Every field of the grid lies in one cell and one only. */
export function expectTiling(grid: Grid): void {
  const seen = new Set<string>();
  for (const { row, column, rowSpan, columnSpan } of grid.cells)
    for (let r = row; r < row + rowSpan; r++)
      for (let c = column; c < column + columnSpan; c++) {
        expect(seen.has(`${r},${c}`)).toBe(false);
        seen.add(`${r},${c}`);
      }
  expect(seen.size).toBe(grid.rows * grid.columns);
}
