import type { Location, Settlement } from '../../../schemas/index.ts';
import { documentContexts } from '../contexts.ts';
import { type Edit, termsOf } from '../edits/edit.ts';
import { equationOf } from '../edits/equation.ts';
import { evaluate } from '../edits/evaluate.ts';
import { type Judgement, judge } from '../edits/judge.ts';
import { hasFailed } from '../localise/system.ts';
import { NATIONAL } from '../profiles/national.ts';
import type { ReconcileSettings, Records } from '../records.ts';
import { RULES } from '../registry.ts';
import { runRules } from '../run.ts';
import { cellKey, doubtfulFigures, type FigureOf } from './choices.ts';
import { type Narrowed, narrow, openEdits } from './narrow.ts';
import { isTelling, type Left, type OpenEdit, readWith } from './ways.ts';
import { ruledOut } from './witness.ts';

/** A cell whose doubt is settled: what it reads, and why. */
export interface SettledCell {
  place: Location;
  text: string;
  settlement: Settlement;
}

/** What arithmetic makes of the doubts of a document. */
export interface Settling {
  settled: readonly SettledCell[];
  /** Cells of figures in equations that do not hold, whatever their doubtful figures read: to be looked at again. */
  contradicting: readonly Location[];
}

/**
 * Decides between the readings of doubtful figures where exactly one choice makes their equations hold. A figure that was read
 * without doubt is never changed; where two choices would do, or none, all stays as it was read.
 */
export function settleDoubts(records: Records, settings: ReconcileSettings = {}): Settling {
  const figureOf = doubtfulFigures(records);
  const settled: SettledCell[] = [];
  const contradicting: Location[] = [];
  for (const document of documentContexts(records, settings.profile ?? NATIONAL)) {
    const judgements = judge(runRules(settings.rules ?? RULES, document).edits);
    const open = openEdits(judgements, figureOf);
    const narrowed = narrow(open, figureOf);
    settled.push(...settledBy(open, narrowed, figureOf));
    contradicting.push(...contradictions(judgements, narrowed));
  }
  return { settled, contradicting };
}

function settledBy(open: readonly OpenEdit[], narrowed: Narrowed, figureOf: FigureOf): SettledCell[] {
  const { left, broken } = narrowed;
  const contested = new Set(broken.flatMap(({ figures }) => figures));
  return [...left].flatMap(([figure, choices]): SettledCell[] => {
    const [choice] = choices;
    if (choice === undefined || choices.length > 1) return [];
    // Beside an equation that no reading mends, a telling figure is believed as it was read only.
    if (contested.has(figure) && (choice !== figure.choices[0] || !isTelling(choice))) return [];
    const witnesses = open
      .filter(({ figures }) => figures.includes(figure))
      .map((edit) => ({ edit, against: ruledOut(edit, figure, left, figureOf) }))
      .filter(({ against }) => against.length > 0);
    const [first] = witnesses;
    const fallen = new Set(witnesses.flatMap(({ against }) => against));
    if (first === undefined || fallen.size < Math.max(1, figure.choices.length - 1)) return [];
    const settlement: Settlement = {
      by: decidedBy(first.edit.judgement.edit),
      readAs: figure.text,
      evidence: witnesses.map(({ edit }) => equationWith(edit, left, figureOf)),
    };
    return [{ place: figure.place, text: choice.text, settlement }];
  });
}

/** Equations by what they compare, by the families of rules. */
const DECIDES: Readonly<Record<string, Settlement['by']>> = {
  SUM: 'sum',
  PCT: 'share',
  WGT: 'points',
  SCR: 'points',
  RAT: 'ratio',
  UCQ: 'product',
};

function decidedBy({ rule }: Edit): Settlement['by'] {
  return DECIDES[rule.slice(0, 3)] ?? 'repeat';
}

function equationWith({ judgement: { edit } }: OpenEdit, left: Left, figureOf: FigureOf): string {
  const evaluation = evaluate(readWith(edit, left, figureOf));
  return evaluation === null ? edit.says.zh : `${edit.says.zh}：${equationOf(evaluation)}`;
}

/** Cells of failed equations that no reading mends, and of those without a doubtful figure. */
function contradictions(judgements: readonly Judgement[], { broken }: Narrowed): Location[] {
  const failed = [...judgements.filter(hasFailed), ...broken.map(({ judgement }) => judgement)];
  const places = new Map<string, Location>();
  for (const { edit } of failed) {
    for (const { fact } of termsOf(edit)) places.set(cellKey(fact.source), fact.source);
  }
  return [...places.values()];
}
