import type { TextFigure } from '../../../schemas/index.ts';
import type { Fact } from '../facts/fact.ts';
import { normalised } from '../keys.ts';
import type { DocumentContext } from '../rule.ts';
import { type Claim, claimsOf, factOf } from './claims.ts';
import { agrees } from './tables.ts';

/** A figure that some text of the document states, with its place. */
interface Stated {
  claim: Claim;
  figure: TextFigure;
  fact: Fact;
}

const CACHE = new WeakMap<DocumentContext, ReadonlyMap<string, readonly Stated[]>>();

/** What the texts of a document state under one name of one year, in one measure. */
function statedIn(document: DocumentContext): ReadonlyMap<string, readonly Stated[]> {
  const kept = CACHE.get(document);
  if (kept !== undefined) return kept;
  const made = new Map<string, Stated[]>();
  for (const claim of claimsOf(document)) {
    claim.text.figures.forEach((figure, index) => {
      const fact = figure.role === 'stated' ? factOf(claim, index) : null;
      const key = keyOf(figure.item, figure.year ?? claim.year, figure);
      if (fact === null || key === null) return;
      const list = made.get(key);
      if (list === undefined) made.set(key, [{ claim, figure, fact }]);
      else list.push({ claim, figure, fact });
    });
  }
  CACHE.set(document, made);
  return made;
}

function keyOf(item: string | null, year: number | null, { base_unit: unit }: TextFigure): string | null {
  const name = normalised(item).replace(/^(?:本年度?|当年|全年)/, '');
  return name === '' || year === null ? null : `${name}|${year}|${unit}`;
}

/** What other texts of the document state under that very name, of the year and in the measure of the figure; null where they differ. */
export function statedElsewhere(claim: Claim, item: string | null, figure: TextFigure): Fact | null {
  const key = keyOf(item, figure.year ?? claim.year, figure);
  const found = key === null ? [] : (statedIn(claim.document).get(key) ?? []);
  const others = found.filter((other) => other.claim !== claim);
  const [first, ...rest] = others.map(({ fact }) => fact);
  return first !== undefined && rest.every((other) => agrees(first, other)) ? first : null;
}
