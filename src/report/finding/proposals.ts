import type { Finding, Location } from '../../../schemas/index.ts';
import { place } from '../place.ts';
import type { Language } from '../wording.ts';

/** A single change that would make a finding go away, as a reader weighs it. */
export interface Proposal {
  /** From 1, the best first. */
  rank: number;
  /** Safe enough to propose outright; the others are guesses to weigh. */
  suggested: boolean;
  place: string;
  source: Location;
  from: string;
  to: string;
  /** Why this may be what happened. */
  reason: string;
  /** The equations that would hold then: what confirms it. */
  confirmedBy: string[];
  /** The equations that would no longer hold: what speaks against it. */
  refutedBy: string[];
  /** Smaller is better. */
  cost: number;
}

/** Every change that was thought of, in the order of its rank. */
export function proposalsOf({ hypotheses }: Finding, language: Language): Proposal[] {
  return hypotheses.map(({ change, reason, suggested, resolves, breaks, score }, index) => ({
    rank: index + 1,
    suggested,
    place: place(change.source, language),
    source: change.source,
    from: change.from,
    to: change.to,
    reason: reason[language],
    confirmedBy: resolves,
    refutedBy: breaks,
    cost: score,
  }));
}
