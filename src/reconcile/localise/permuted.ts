import { type LinearEdit, termsOf } from '../edits/edit.ts';
import type { Judgement } from '../edits/judge.ts';
import { ratioPrint } from '../edits/regime.ts';
import { type Exact, halfUnit, magnitude, powerOfTen } from '../facts/exact.ts';
import { type Fact, revised } from '../facts/fact.ts';
import { keptWith } from '../remembered.ts';
import type { Candidate } from './candidate.ts';
import { hasFailed, holdsWith, isCutOver, patched, type System } from './system.ts';
import { COST } from './typed.ts';

const SOFT_BROKEN = 3;
/** Cells that a search for swaps looks at; a cluster with more has failed for another reason. */
const MOST_CELLS = 60;

/** Slips that move several cells at once: a swap, a row shifted by a column, a column in another unit. */
export function permutedCandidates(
  system: System,
  must: readonly Judgement[],
  failed: readonly Judgement[],
): Candidate[] {
  const facts = [...new Set(must.flatMap(({ edit }) => termsOf(edit).map(({ fact }) => fact)))];
  if (facts.length > MOST_CELLS) return [];
  return weighed(
    system,
    [...swaps(facts, must), ...shifts(facts, must), ...scaled(system, facts)],
    must,
    failed,
  );
}

/** A whole column in another unit, for clusters of any size. */
export function scaledCandidates(system: System, failed: readonly Judgement[]): Candidate[] {
  const facts = [...new Set(failed.flatMap(({ edit }) => termsOf(edit).map(({ fact }) => fact)))];
  return weighed(system, scaled(system, facts), failed, failed);
}

function weighed(
  system: System,
  moves: readonly Move[],
  must: readonly Judgement[],
  failed: readonly Judgement[],
): Candidate[] {
  return moves.flatMap((move) => {
    const candidate = weighTogether(system, move, must, failed);
    return candidate === null ? [] : [candidate];
  });
}

interface Move {
  generator: string;
  cost: number;
  values: ReadonlyMap<Fact, Exact>;
  /** The facts as they would be, where more than their value changes. */
  clones?: ReadonlyMap<Fact, Fact>;
}

/** Two cells of one column or one row whose figures changed places. */
function swaps(facts: readonly Fact[], must: readonly Judgement[]): Move[] {
  const moves: Move[] = [];
  facts.forEach((a, i) => {
    for (const b of facts.slice(i + 1)) {
      if (a.value === b.value || !areNeighbours(a, b)) continue;
      const touched = must.every(({ edit }) => termsOf(edit).some(({ fact }) => fact === a || fact === b));
      if (!touched) continue;
      moves.push({
        generator: 'H9',
        cost: COST.H9,
        values: new Map([
          [a, b.value],
          [b, a.value],
        ]),
      });
    }
  });
  return moves;
}

function areNeighbours(a: Fact, b: Fact): boolean {
  if (a.filingId !== b.filingId || a.source.grid !== b.source.grid) return false;
  const points = isPoints(a) && isPoints(b);
  if (a.source.row === b.source.row) return points || (a.field === b.field && a.unit === b.unit);
  return a.field === b.field && a.column === b.column && a.unit === b.unit;
}

const isPoints = (fact: Fact): boolean => fact.field === 'weight' || fact.field === 'score';

/** The figures of one row stand one column too far to the right or left. */
function shifts(facts: readonly Fact[], must: readonly Judgement[]): Move[] {
  const rows = must.filter(({ edit }) => edit.type === 'linear' && edit.rule === 'SUM-05');
  return rows.flatMap(({ edit }): Move[] => {
    const row = termsOf(edit)
      .map(({ fact }) => fact)
      .filter((fact) => facts.includes(fact))
      .sort((a, b) => (a.source.column ?? 0) - (b.source.column ?? 0));
    if (row.length < 3) return [];
    // What is moved by a column leaves none behind.
    const steps = [...(row[0]?.value === 0n ? [1] : []), ...(row.at(-1)?.value === 0n ? [-1] : [])];
    return steps.map((step) => {
      const moved = row.map((fact, i): [Fact, Exact] => [fact, row[i + step]?.value ?? 0n]);
      // A figure that is like its neighbour stays what it is.
      const values = new Map(moved.filter(([fact, value]) => value !== fact.value));
      return { generator: 'H12', cost: COST.H12, values };
    });
  });
}

/** A column printed in 元 under a header of 万元, or the other way round. */
function scaled(system: System, facts: readonly Fact[]): Move[] {
  const columns = valueColumns(system);
  const touched = new Set(facts.map((fact) => columns.get(fact)).filter((column) => column !== undefined));
  const inOrder = [...touched].sort((a, b) => a.at - b.at);
  return inOrder.flatMap(({ facts: whole }): Move[] => {
    if (whole.length < 2) return [];
    const down = new Map(whole.map((fact) => [fact, revised(fact, inWan(fact))] as const));
    const up = new Map(whole.map((fact) => [fact, revised(fact, inYuan(fact))] as const));
    return [down, up].map((clones) => {
      const values = new Map([...clones].map(([fact, { value }]) => [fact, value] as const));
      return { generator: 'H6', cost: COST.H6, values, clones };
    });
  });
}

/** Figures other than 0 of one column, and its place among the columns. */
interface ValueColumn {
  at: number;
  facts: Fact[];
}

/** The columns of figures by each of these: all clusters of a document look at them. */
const valueColumns = keptWith((system: System): ReadonlyMap<Fact, ValueColumn> => {
  const columns = new Map<string, ValueColumn>();
  const ofFacts = new Map<Fact, ValueColumn>();
  for (const fact of system.of.keys()) {
    if (fact.field !== 'value') continue;
    const key = `${fact.filingId}|${fact.column}`;
    const column = columns.get(key) ?? { at: columns.size, facts: [] };
    columns.set(key, column);
    if (fact.value === 0n) continue;
    column.facts.push(fact);
    ofFacts.set(fact, column);
  }
  return ofFacts;
});

/** 万元 in 元: whole 元 stand for 万元 of two decimals. */
const WAN = powerOfTen(4);
const inWan = ({ value, half }: Fact): { value: Exact; half: Exact } => ({
  value: value / WAN,
  half: half >= halfUnit(0) ? halfUnit(2) : half / WAN,
});
const inYuan = ({ value, half }: Fact): { value: Exact; half: Exact } => ({
  value: value * WAN,
  half: half * WAN,
});

function weighTogether(
  system: System,
  { generator, cost: base, values, clones }: Move,
  must: readonly Judgement[],
  failed: readonly Judgement[],
): Candidate | null {
  let cost = base;
  const touched = new Set([...values.keys()].flatMap((fact) => system.of.get(fact) ?? []));
  if (!must.every((judgement) => touched.has(judgement))) return null;
  let ambiguous = false;
  const resolves: Judgement[] = [];
  const breaks: Judgement[] = [];
  for (const judgement of touched) {
    // What scales as a whole (a share, a sum of its own column) keeps its verdict: its precision scales with it.
    const whole = generator === 'H6' && termsOf(judgement.edit).every((term) => scales(term.fact, values));
    const asPrinted = (whole && !hasFailed(judgement)) || holdsWith(judgement, values, clones);
    const fits = asPrinted || isAsCut(judgement, values);
    if (fits && !asPrinted && judgement.edit.type === 'ratio' && !isCutOver(system, judgement.edit))
      ambiguous = true;
    if (hasFailed(judgement)) {
      if (fits && failed.includes(judgement)) resolves.push(judgement);
      else if (must.includes(judgement)) return null;
    } else if (!fits && judgement.verdict === 'consistent') {
      if (judgement.edit.soft !== true) return null;
      breaks.push(judgement);
      cost += SOFT_BROKEN;
    }
  }
  // A unit is told by figures outside the column; its own sums say nothing of it.
  const isTold = resolves.some(({ edit }) => !termsOf(edit).every((term) => scales(term.fact, values)));
  if (generator === 'H6' && !isTold) return null;
  cost += SOFT_BROKEN * failed.filter((judgement) => !resolves.includes(judgement)).length;
  const changes = [...values].map(([fact, value]) => ({ fact, value }));
  return { generator, changes, cost, resolves, breaks, ...(ambiguous ? { ambiguous } : {}) };
}

/** Whether a rate that failed would be right as cut, not as rounded. */
function isAsCut(judgement: Judgement, values: ReadonlyMap<Fact, Exact>): boolean {
  const edit = hasFailed(judgement) ? patched(judgement.edit, values) : judgement.edit;
  return edit !== judgement.edit && edit.type === 'ratio' && ratioPrint(edit) === 'truncated';
}

function scales(fact: Fact, values: ReadonlyMap<Fact, Exact>): boolean {
  return fact.value === 0n || fact.field !== 'value' || values.has(fact);
}

/** Costs more where the list does not say that it is open. */
const CLOSED_LIST = 1.5;

/** A blank cell beside the parts, where exactly its usual figure is missing: dearer than nothing, cheaper than a slip. */
const BLANK_CELL = 1;

/** A row that is not printed: the whole exceeds its parts by what the row would hold. Never suggested. */
export function missingRow(must: readonly Judgement[], failed: readonly Judgement[]): Candidate[] {
  const [only, ...others] = must;
  const blank = only?.edit.blank;
  if (only !== undefined && blank !== undefined && others.length === 0) {
    const change = { fact: blank.fact, value: magnitude(only.evaluation?.residual ?? 0n) };
    return [
      { generator: 'H10', changes: [change], cost: BLANK_CELL, resolves: [only], breaks: [], missing: true },
    ];
  }
  if (only === undefined || others.length > 0 || only.edit.type !== 'linear') return [];
  const edit: LinearEdit = only.edit;
  const [total] = edit.terms;
  const residual = only.evaluation?.residual ?? 0n;
  const isSum = edit.relation === '=' && edit.terms.length > 2 && edit.constant === 0n;
  if (total === undefined || !isSum || residual <= 0n || total.fact.field === 'share') return [];
  if (total.role === 'mean') return [];
  const unresolved = failed.length - 1;
  return [
    {
      generator: 'H10',
      changes: [{ fact: total.fact, value: magnitude(residual) }],
      cost: COST.H10 + (edit.open === true ? 0 : CLOSED_LIST) + SOFT_BROKEN * unresolved,
      resolves: [only],
      breaks: [],
      missing: true,
    },
  ];
}
