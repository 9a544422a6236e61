import type { Fact } from '../fact.ts';
import { type Claim, factOf, sameMeasure } from './claims.ts';
import { type Concept, conceptOf, isGeneric, stem } from './concept.ts';
import { agrees } from './tables.ts';

/** What a figure of a text is said of, with the subject of its paragraph where its own name says nothing. */
export interface Said extends Concept {
  year: number | null;
  /** The name is the subject's. */
  borrowed: boolean;
}

/** Null where neither the figure nor its paragraph has a name that means something. */
export function saidOf(claim: Claim, index: number): Said | null {
  const figure = claim.text.figures[index]!;
  const year = figure.year ?? claim.year;
  const own = conceptOf(figure.item);
  if (own !== null && !isGeneric(own.name)) return { ...own, year, borrowed: false };
  // 预算安排 and 执行数 stand for the subject; a bare figure or 其他支出 is something else of the paragraph.
  const isBare = own === null || own.measure === null || isPart(claim, index);
  const subject =
    index === 0 || isBare || isOfAnotherLine(claim, index)
      ? null
      : conceptOf(claim.text.figures[0]?.item ?? null);
  if (subject === null || isGeneric(subject.name)) return null;
  return { name: subject.name, scope: subject.scope, measure: own?.measure ?? null, year, borrowed: true };
}

/** The lines of a list have subjects of their own. */
function isOfAnotherLine({ text: { figures, text } }: Claim, index: number): boolean {
  return text.slice(figures[0]!.offset, figures[index]!.offset).includes('\n');
}

function isPart(claim: Claim, index: number): boolean {
  return claim.text.relations.some(
    ({ kind, from }) => from === index && (kind === 'part_of' || kind === 'sum_of'),
  );
}

/** A figure of the same text that says otherwise of the same thing. */
export interface Restatement {
  index: number;
  fact: Fact;
}

/**
 * Where a paragraph opens with its subject (行政运行1434.89万元) and later says 2026年预算安排1434.89万元, both speak of one
 * figure: the subject's, planned for the year of the document. Gives the other figure where the two do not agree.
 */
export function restatements(claim: Claim, index: number): Restatement[] {
  const { figures } = claim.text;
  const own = factOf(claim, index);
  const said = saidOf(claim, index);
  if (own === null || said === null) return [];
  const all = figures.flatMap((other, i): Restatement[] => {
    if (i === index || other.role !== 'stated' || !sameMeasure(other, figures[index]!)) return [];
    const fact = factOf(claim, i);
    const also = saidOf(claim, i);
    if (fact === null || also === null || said.borrowed === also.borrowed) return [];
    if (isRated(claim, index, i)) return [];
    return isSame(said, also) && !agrees(fact, own) ? [{ index: i, fact }] : [];
  });
  return all.filter(({ index: i }) => !isSaidAgain(claim, own, said.borrowed ? i : index));
}

/** 三公经费支出14.61万元，预算安排16.06万元，控制率90.97%: one is a rate of the other. */
function isRated({ text }: Claim, a: number, b: number): boolean {
  return text.relations.some(
    ({ kind, to, base }) => kind === 'rate_of' && ((to === a && base === b) || (to === b && base === a)),
  );
}

/** 普查活动200.18万元……年初预算为256万元，支出决算为200.18万元: a subject that does not say its stage is what was carried out. */
function isSaidAgain(claim: Claim, own: Fact, subject: number): boolean {
  const at = factOf(claim, subject) ?? own;
  if (saidOf(claim, subject)?.measure !== null) return false;
  return claim.text.figures.some((figure, i) => {
    const fact = i === subject || figure.role !== 'stated' ? null : factOf(claim, i);
    return fact !== null && saidOf(claim, i)?.measure === 'executed' && agrees(fact, at);
  });
}

function isSame(a: Said, b: Said): boolean {
  const planned = (said: Said): string => said.measure ?? 'planned';
  return stem(a.name) === stem(b.name) && a.year === b.year && planned(a) === planned(b);
}
