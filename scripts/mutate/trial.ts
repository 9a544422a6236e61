import type { Finding } from '../../schemas/index.ts';
import { termsOf } from '../../src/reconcile/edits/edit.ts';
import { evaluate } from '../../src/reconcile/edits/evaluate.ts';
import { halfUnit, toNumber } from '../../src/reconcile/facts/exact.ts';
import { reconcile } from '../../src/reconcile/index.ts';
import type { Records } from '../../src/reconcile/records.ts';
import { type Random, seededRandom } from '../generate/random.ts';
import { cellsOf, samePlace } from './cells.ts';
import { families } from './clean.ts';
import type { Regime } from './figures.ts';
import type { Slip } from './slip.ts';
import { makers } from './slips.ts';

/** One mutated form: what was done and what was said of it. */
export interface Trial {
  family: string;
  regime: Regime;
  generator: string;
  detected: boolean;
  /** Place of the true cell among the hypotheses of the first finding that names it; 0 is the best; null not named. */
  rank: number | null;
  findings: number;
  suggested: number;
  suggestedRight: number;
  seed: number;
}

export interface Tally {
  forms: number;
  detected: number;
  top1: number;
  top3: number;
  findings: number;
  suggested: number;
  suggestedRight: number;
}

export interface Harness {
  trials: Trial[];
  /** Errors on clean filings, by regime. */
  falseErrors: Record<Regime, { forms: number; errors: number; notes: number; examples: string[] }>;
}

const REGIMES: readonly Regime[] = ['exact', 'rounded', 'truncated', 'plugged'];

/** Mutates `count` clean filings of every family and regime in turn, each with one slip (or two). */
export function runHarness(count: number, seed: number, slips = 1): Harness {
  const names = Object.keys(families);
  const kinds = Object.keys(makers);
  const trials: Trial[] = [];
  const empty = () => ({ forms: 0, errors: 0, notes: 0, examples: [] as string[] });
  const falseErrors = { exact: empty(), rounded: empty(), truncated: empty(), plugged: empty() };
  let at = 0;
  for (let i = 0; trials.length < count; i++) {
    const random = seededRandom(seed * 1_000_003 + i);
    const family = names[i % names.length]!;
    const regime = REGIMES[Math.floor(i / names.length) % REGIMES.length]!;
    const { records } = families[family]!(random, regime);
    const clean = reconcile(records).findings;
    const tally = falseErrors[regime];
    tally.forms += 1;
    for (const finding of clean.filter(isArithmetic)) {
      if (finding.severity === 'error') {
        tally.errors += 1;
        if (tally.examples.length < 5) tally.examples.push(`${family} ${i}: ${finding.message.zh}`);
      } else tally.notes += 1;
    }
    if (clean.some((finding) => finding.severity === 'error')) continue;
    const slip = nextSlip(random, records, kinds, at);
    at += 1;
    if (slip === null) continue;
    const second = slips > 1 ? nextSlip(random, records, kinds, at + 7) : null;
    const trial = tryOut(records, slip, second, clean);
    if (trial !== null) trials.push({ family, regime, seed: i, ...trial });
  }
  return { trials, falseErrors };
}

const isArithmetic = (finding: Finding): boolean => finding.kind !== 'structure';

function nextSlip(random: Random, records: Records, kinds: readonly string[], from: number): Slip | null {
  const { cells } = cellsOf(records);
  for (let k = 0; k < kinds.length; k++) {
    const slip = makers[kinds[(from + k) % kinds.length]!]!(random, cells, records);
    if (slip !== null) return slip;
  }
  return null;
}

type Result = Omit<Trial, 'family' | 'regime' | 'seed'>;

function tryOut(records: Records, slip: Slip, second: Slip | null, clean: readonly Finding[]): Result | null {
  const changed = structuredClone(records);
  const all = second === null ? [slip] : [slip, second];
  if (second !== null) {
    const apart = second.cells.every((cell) =>
      slip.cells.every((other) => !samePlace(cell.source, other.source)),
    );
    if (!apart) return null;
  }
  // Cells are written by their position: a row goes last.
  for (const one of all.toSorted(
    (a, b) => Number(a.missing !== undefined) - Number(b.missing !== undefined),
  )) {
    one.apply(changed);
  }
  if (!isFelt(slip, records, changed)) return null;
  const known = new Set(clean.map((finding) => `${finding.finding_id}|${finding.message.en}`));
  const findings = reconcile(changed).findings.filter(
    (finding) => isArithmetic(finding) && !known.has(`${finding.finding_id}|${finding.message.en}`),
  );
  const told = findings.filter((finding) => finding.severity !== 'info');
  const naming = told.filter((finding) => rankOf(finding, slip) !== null);
  const ranks = naming.map((finding) => rankOf(finding, slip)!);
  const suggestions = findings.flatMap((finding) => finding.hypotheses.filter(({ suggested }) => suggested));
  return {
    generator: slip.generator,
    detected: findings.length > 0,
    rank: ranks.length === 0 ? null : Math.min(...ranks),
    findings: told.length,
    suggested: suggestions.length,
    suggestedRight: suggestions.filter((hypothesis) => all.some((one) => isRight(hypothesis, one))).length,
  };
}

/** Some equation moved by more than half a unit in the last place of its left side: what no equation feels is no slip. */
function isFelt(slip: Slip, before: Records, changed: Records): boolean {
  if (slip.missing !== undefined) return true;
  const known = residuals(before);
  return [...residuals(changed)].some(([name, { residual, half }]) => {
    const was = known.get(name)?.residual ?? 0;
    return Math.abs(residual - was) > half;
  });
}

function residuals(records: Records): Map<string, { residual: number; half: number }> {
  const found = new Map<string, { residual: number; half: number }>();
  for (const edit of cellsOf(records).edits) {
    const evaluation = evaluate(edit);
    if (evaluation === null || (edit.type === 'linear' && edit.relation === '<=')) continue;
    const left = termsOf(edit)[0]!.fact;
    const half = toNumber(halfUnit(left.places));
    found.set(`${edit.rule}|${left.source.row}|${left.source.column}|${left.field}`, {
      residual: toNumber(evaluation.residual),
      half,
    });
  }
  return found;
}

type Guess = Finding['hypotheses'][number];

function rankOf(finding: Finding, slip: Slip): number | null {
  const rank = finding.hypotheses.findIndex((hypothesis) => names(hypothesis, slip));
  return rank < 0 ? null : rank;
}

function names(hypothesis: Guess, slip: Slip): boolean {
  if (slip.missing !== undefined) return hypothesis.generator === 'H10';
  return slip.cells.some((cell) => samePlace(cell.source, hypothesis.change.source));
}

function isRight(hypothesis: Guess, slip: Slip): boolean {
  const cell = slip.cells.find((one) => samePlace(one.source, hypothesis.change.source));
  if (cell === undefined) return false;
  return Math.abs(Number(hypothesis.change.to) - cell.value) <= cell.half * 1.000001;
}

export function tally(trials: readonly Trial[]): Tally {
  const count = (test: (trial: Trial) => boolean): number => trials.filter(test).length;
  const sum = (of: (trial: Trial) => number): number => trials.reduce((total, trial) => total + of(trial), 0);
  return {
    forms: trials.length,
    detected: count(({ detected }) => detected),
    top1: count(({ rank }) => rank === 0),
    top3: count(({ rank }) => rank !== null && rank < 3),
    findings: sum(({ findings }) => findings),
    suggested: sum(({ suggested }) => suggested),
    suggestedRight: sum(({ suggestedRight }) => suggestedRight),
  };
}
