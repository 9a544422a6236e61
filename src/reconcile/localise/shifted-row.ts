import type { LinearEdit } from '../edits/edit.ts';
import type { Judgement } from '../edits/judge.ts';
import { type Exact, magnitude } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import type { Cause } from './solve.ts';
import { hasFailed, rowOf } from './system.ts';
import { COST } from './typed.ts';

/** Columns that moving a row has to mend: one or two close by accident. */
const FEWEST_COLUMNS = 2;

/** The sum of one column: whole and parts stand in it. */
interface ColumnSum {
  judgement: Judgement;
  column: number;
  /** What its parts lack, in the unit of the column; 0 where it holds. */
  lacks: Exact;
  /** What rounding may leave. */
  room: Exact;
}

/**
 * A row that slipped by one column breaks the sum of every column, and where its first or last cell is blank no sum of the row
 * tells of it: such causes are one.
 */
export function withShiftedRows(causes: readonly Cause[], judgements: readonly Judgement[]): Cause[] {
  const sums = judgements.flatMap((judgement) => columnSum(judgement) ?? []);
  let left = [...causes];
  for (const inGrid of Map.groupBy(sums, ({ judgement }) => gridOf(judgement)).values()) {
    if (inGrid.filter(({ judgement }) => hasFailed(judgement)).length < FEWEST_COLUMNS) continue;
    const moved = movedRow(inGrid);
    if (moved === null) continue;
    const mended = left.filter(({ edits }) => edits.some((edit) => moved.resolves.includes(edit)));
    // A cheaper story, or the same one told by the sum of the row, is as good.
    if (mended.some(({ candidates: [best] }) => best !== undefined && best.cost <= COST.H12)) continue;
    if (mended.length === 0) continue;
    const edits = [...new Set([...mended.flatMap((cause) => cause.edits), ...moved.resolves])];
    const others = mended.flatMap(({ candidates }) => candidates);
    const cause: Cause = {
      edits,
      candidates: [{ ...moved, generator: 'H12', cost: COST.H12, breaks: [] }, ...others],
    };
    left = [cause, ...left.filter((one) => !mended.includes(one))];
  }
  return left;
}

function columnSum(judgement: Judgement): ColumnSum | null {
  const { edit, evaluation } = judgement;
  if (evaluation === null || edit.type !== 'linear' || edit.relation !== '=') return null;
  const [whole] = edit.terms;
  const column = whole?.fact.source.column;
  if (column == null || edit.terms.length < 2 || !isOfOneColumn(edit, column)) return null;
  const lacks = hasFailed(judgement) ? evaluation.residual : 0n;
  return { judgement, column, lacks, room: judgement.exact ? 0n : evaluation.tolerance };
}

function isOfOneColumn({ terms }: LinearEdit, column: number): boolean {
  const grid = terms[0]?.fact.source.grid;
  return terms.every(
    ({ fact, coefficient }) =>
      magnitude(coefficient) === 1n &&
      fact.field === 'value' &&
      fact.source.column === column &&
      fact.source.grid === grid,
  );
}

const gridOf = ({ edit }: Judgement): string => {
  const fact = edit.type === 'linear' ? edit.terms[0]?.fact : undefined;
  return `${fact?.filingId}|${fact?.source.grid}`;
};

interface MovedRow {
  changes: { fact: Fact; value: Exact }[];
  resolves: Judgement[];
  ambiguous: true;
}

/** The row, and the way it is to be moved, that mends the sums of all columns it crosses; null where none or several would. */
function movedRow(sums: readonly ColumnSum[]): MovedRow | null {
  const parts = sums.flatMap(({ judgement: { edit } }) =>
    edit.type === 'linear' ? edit.terms.slice(1).map(({ fact }) => fact) : [],
  );
  const columns = [...new Set(sums.map(({ column }) => column))].sort((a, b) => a - b);
  const found: MovedRow[] = [];
  for (const row of Map.groupBy(new Set(parts), rowOf).values()) {
    if (row.length < FEWEST_COLUMNS) continue;
    for (const by of [1, -1]) {
      const moved = moveBy(row, by, columns, sums);
      if (moved !== null) found.push(moved);
    }
  }
  return found.length === 1 ? found[0]! : null;
}

function moveBy(
  row: readonly Fact[],
  by: number,
  columns: readonly number[],
  sums: readonly ColumnSum[],
): MovedRow | null {
  const valueAt = (column: number | undefined): Exact =>
    row.find(({ source }) => source.column === column)?.value ?? 0n;
  const resolves: Judgement[] = [];
  let exactly = 0;
  const changes: MovedRow['changes'] = [];
  for (const [i, column] of columns.entries()) {
    const from = columns[i + by];
    const own = row.find(({ source }) => source.column === column);
    const value = valueAt(from);
    const gains = value - valueAt(column);
    for (const { judgement, lacks, room, column: its } of sums) {
      if (its !== column) continue;
      // What stood at the far end may have fallen off the table: whatever is missing there is what it was.
      const isLost = from === undefined && own !== undefined && own.value + lacks >= 0n;
      const fits = magnitude(lacks - gains) <= room;
      if (!fits && !(isLost && hasFailed(judgement))) return null;
      if (fits && hasFailed(judgement)) exactly++;
      if (hasFailed(judgement)) resolves.push(judgement);
    }
    if (own !== undefined && gains !== 0n) changes.push({ fact: own, value });
  }
  if (exactly < FEWEST_COLUMNS || changes.length === 0) return null;
  return { changes, resolves, ambiguous: true };
}
