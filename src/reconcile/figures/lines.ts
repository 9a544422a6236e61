import type { Amount, Location, Measure } from '../../../schemas/index.ts';
import type { Fact } from '../facts/fact.ts';
import { keptWith } from '../remembered.ts';
import type { FilingContext } from '../rule.ts';

const keyOf = (at: Location | undefined): string => `${at?.grid}|${at?.row}`;

const linesOf = keptWith(
  (amounts: readonly Amount[]): ReadonlyMap<string, readonly Amount[]> =>
    Map.groupBy(amounts, ({ source }) => keyOf(source.value)),
);

/** The amounts of a form whose figures stand in the row of a place, in their order. */
export function lineAt(amounts: readonly Amount[], at: Location | undefined): readonly Amount[] {
  return linesOf(amounts).get(keyOf(at)) ?? [];
}

const topsByMeasure = keptWith(
  (amounts: readonly Amount[]): ReadonlyMap<Measure, readonly Amount[]> =>
    Map.groupBy(
      amounts.filter(({ parent_id: whole }) => whole === null),
      ({ measure }) => measure,
    ),
);

/** The amounts of a measure that are part of no other. */
export function topsOf(amounts: readonly Amount[], measure: Measure): readonly Amount[] {
  return topsByMeasure(amounts).get(measure) ?? [];
}

/** The amount that a fact is the figure of. */
export function amountOf(
  { amounts, facts }: Pick<FilingContext, 'amounts' | 'facts'>,
  fact: Fact,
): Amount | undefined {
  return lineAt(amounts, fact.source).find((amount) => facts.amount(amount) === fact);
}
