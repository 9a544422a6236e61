import type { TextRelation } from '../../../schemas/index.ts';
import type { Fact } from '../facts/fact.ts';
import { type Claim, factOf, figureOf, sameMeasure } from './claims.ts';
import { normedWhole } from './composed.ts';
import { conceptOf, stem } from './concept.ts';
import { statedElsewhere } from './elsewhere.ts';
import { wholeOfList } from './shares-of-one.ts';

/** What a share is of: as its own text states it (`here`), else as another of the document does; null where none does. */
export function wholeOf(claim: Claim, relation: TextRelation): { whole: Fact | null; here: boolean } {
  const own = factOf(claim, relation.base ?? statedBefore(claim, relation));
  if (own !== null) return { whole: own, here: true };
  const subject = figureOf(claim, relation.to);
  const whole = subject === null ? null : statedElsewhere(claim, relation.base_item, subject);
  if (whole !== null || relation.kind !== 'share_of' || relation.to === null) return { whole, here: false };
  const normed = normedWhole(claim, relation.to, relation.base_item);
  return { whole: normed ?? wholeOfList(claim, relation), here: false };
}

/** The last figure before it that bears the name of the base: 占基本支出的 behind 财政拨款基本支出416.14万元. */
function statedBefore(claim: Claim, { from, to, base_item: item }: TextRelation): number | null {
  const subject = figureOf(claim, to);
  const wanted = conceptOf(item);
  if (subject === null || wanted === null) return null;
  for (let i = from - 1; i >= 0; i--) {
    const figure = claim.text.figures[i]!;
    if (i === to || figure.role !== 'stated' || !sameMeasure(figure, subject)) continue;
    if (figure.year !== null && subject.year !== null && figure.year !== subject.year) continue;
    const name = conceptOf(figure.item)?.name;
    if (name !== undefined && stem(name) === stem(wanted.name)) return i;
  }
  return null;
}
