import type { LinearEdit } from '../edits/edit.ts';
import { evaluate } from '../edits/evaluate.ts';
import { magnitude } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import type { DocumentContext } from '../rule.ts';
import { type Claim, claimsOf, factOf, relationsOf } from './claims.ts';
import { conceptOf, isGeneric } from './concept.ts';
import { sumOf } from './part-sums.ts';

/** Texts before a list in which its whole may stand. */
const REACH = 4;
/** Missing by more than a tenth, the list leaves something out or is of another sum. */
const FAR = 10n;
/** 按功能分类：…: a paragraph that opens with the parts of what one before it stated. */
const OPENS =
  /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．])?\s*(?:支出|收入)?按[^，。：:；\d]{2,12}(?:分类|划分为?|分)\s*[：:，,]/;
const ENDS = /[。！？\n]/;
/** Words of a list that leaves something out. */
const OPEN = /主要|其中|等/;
/** A list of a sentence has few parts, and few figures stand in the texts before it. */
const MOST_PARTS = 40;
const MOST_WHOLES = 200;

/** Complete lists whose whole is the sum that the paragraphs before them speak of. */
export function listsBehind(document: DocumentContext): LinearEdit[] {
  const claims = claimsOf(document);
  return claims.flatMap((claim, at) => {
    const parts = OPENS.test(claim.text.text) ? partsOf(claim) : [];
    if (parts.length < 2 || parts.length > MOST_PARTS) return [];
    const before = claims
      .slice(Math.max(0, at - REACH), at)
      .flatMap(moneyOf)
      .slice(-MOST_WHOLES)
      .reverse();
    const edits = before.map(({ fact, isSum }) => ({ edit: sumOf(claim, fact, parts, '='), isSum }));
    const closed = edits.find(({ edit }) => evaluate(edit)?.within === true);
    const likeliest = closed ?? edits.find(({ edit, isSum }) => isSum && !isFar(edit));
    return likeliest === undefined ? [] : [likeliest.edit];
  });
}

/** What the first sentence lists, where none of it is a part of something that the sentence itself states. */
function partsOf(claim: Claim): Fact[] {
  const { figures, text } = claim.text;
  const inside = new Set(relationsOf(claim, 'part_of', 'sum_of').flatMap(({ from, to }) => [from, to]));
  const facts: Fact[] = [];
  const end = text.search(ENDS);
  if (OPEN.test(end < 0 ? text : text.slice(0, end))) return [];
  for (const [index, figure] of figures.entries()) {
    if (end >= 0 && figure.offset > end) break;
    if (figure.role !== 'stated' || figure.base_unit !== '元') continue;
    const fact = factOf(claim, index);
    if (fact === null || figure.item === null || figure.op !== '=' || inside.has(index)) return [];
    facts.push(fact);
  }
  return facts;
}

function moneyOf(claim: Claim): { fact: Fact; isSum: boolean }[] {
  return claim.text.figures.flatMap((figure, index) => {
    const fact = figure.role === 'stated' && figure.base_unit === '元' ? factOf(claim, index) : null;
    const concept = conceptOf(figure.item);
    return fact === null ? [] : [{ fact, isSum: concept !== null && isGeneric(concept.name) }];
  });
}

function isFar(edit: LinearEdit): boolean {
  const of = evaluate(edit);
  return of === null || magnitude(of.residual) * FAR > magnitude(of.actual);
}
