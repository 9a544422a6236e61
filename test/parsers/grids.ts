import { expect } from 'vitest';
import { defaultLimits } from '../../parsers/limits.ts';
import type { Parse } from '../../parsers/parser.ts';
import type { Format, Grid, SourceDocument } from '../../schemas/index.ts';

/** Parses and expects a document. */
export async function readAs(
  parse: Parse,
  format: Format,
  bytes: Uint8Array,
  limits: Partial<typeof defaultLimits> = {},
): Promise<SourceDocument> {
  const result = await parse(bytes, { name: '', format, limits: { ...defaultLimits, ...limits } });
  if (result.status !== 'read') throw new Error(`${result.error.code}: ${result.error.message.en}`);
  return result.source;
}

/** Parses and expects an error; its code. */
export async function errorOf(parse: Parse, format: Format, bytes: Uint8Array): Promise<string> {
  const result = await parse(bytes, { name: '', format, limits: defaultLimits });
  return result.status === 'read' ? 'read' : result.error.code;
}

export const gridsOf = (source: SourceDocument): Grid[] =>
  source.blocks.filter((block) => block.kind === 'grid');

/** A grid as lines: cells of a row with their spans where they are not 1, `甲 | 乙[2x1]` (rows x columns). */
export const sketch = (grid: Grid | undefined): string[] => {
  if (!grid) return [];
  expectExactTiling(grid);
  return Array.from({ length: grid.rows }, (_, row) =>
    grid.cells
      .filter((cell) => cell.row === row)
      .map(({ text, rowSpan, columnSpan }) =>
        rowSpan * columnSpan === 1 ? text : `${text}[${rowSpan}x${columnSpan}]`,
      )
      .join(' | '),
  );
};

export function expectExactTiling(grid: Grid): void {
  const covered = new Map<string, number>();
  for (const cell of grid.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        const place = `${row},${column}`;
        covered.set(place, (covered.get(place) ?? 0) + 1);
      }
    }
  }
  expect(covered.size).toBe(grid.rows * grid.columns);
  expect([...covered.values()].every((times) => times === 1)).toBe(true);
}
