import type { TextRelation } from '../../../schemas/index.ts';
import type { Fact } from '../facts/fact.ts';
import type { NotEvaluatedReason } from '../not-evaluated.ts';
import { type Claim, factOf, relationsOf } from './claims.ts';
import { type Growth, growthOf, prints } from './growth.ts';
import { type Restatement, restatements } from './restated.ts';

/** A growth that a text prints, with its operands. */
export interface GrowthClaim {
  relation: TextRelation;
  rate: Fact;
  current: Fact;
  base: Fact;
  growth: Growth;
  holds: boolean;
}

/** The growth of one relation; the reason where it cannot be judged. */
export function growthClaim(claim: Claim, relation: TextRelation): GrowthClaim | NotEvaluatedReason {
  const rate = factOf(claim, relation.from);
  const current = factOf(claim, relation.to);
  const base = factOf(claim, relation.base);
  if (rate === null || current === null || base === null) return 'operand missing';
  if (current.unit === '%' || base.unit === '%') return 'growth of a rate';
  const growth = growthOf(current, base);
  if (growth === null) return 'base is zero';
  return { relation, rate, current, base, growth, holds: prints(growth, rate, relation.direction) };
}

/** Figures of a text that a broken growth speaks of: what else is wrong with them is told there. */
export function toldWithGrowth(claim: Claim): ReadonlySet<number> {
  const told = new Set<number>();
  for (const relation of relationsOf(claim, 'growth')) {
    const of = growthClaim(claim, relation);
    if (typeof of === 'string' || of.holds) continue;
    const others: Restatement[] = restatements(claim, relation.to!);
    for (const index of [relation.to!, relation.base!, ...others.map((other) => other.index)])
      told.add(index);
  }
  return told;
}
