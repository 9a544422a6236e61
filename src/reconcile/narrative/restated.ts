import type { TextFigure } from '../../../schemas/index.ts';
import type { Fact } from '../facts/fact.ts';
import { entry, keptWith } from '../remembered.ts';
import { type Claim, factOf, relationsOf, sameMeasure } from './claims.ts';
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
  return saidIn(claim)[index] ?? null;
}

const saidIn = keptWith((claim: Claim): (Said | null)[] => {
  const first = claim.text.text.indexOf('\n', claim.text.figures[0]?.offset ?? 0);
  const parts = new Set(relationsOf(claim, 'part_of', 'sum_of').map(({ from }) => from));
  return claim.text.figures.map((figure, index) => {
    const isOfAnotherLine = first >= 0 && first < figure.offset;
    return readSaid(claim, index, isOfAnotherLine, parts.has(index));
  });
});

function readSaid(claim: Claim, index: number, isOfAnotherLine: boolean, isPart: boolean): Said | null {
  const figure = claim.text.figures[index]!;
  const year = figure.year ?? claim.year;
  const own = conceptOf(figure.item);
  if (own !== null && !isGeneric(own.name)) return { ...own, year, borrowed: false };
  // 预算安排 and 执行数 stand for the subject; a bare figure or 其他支出 is something else of the paragraph.
  const isBare = own === null || own.measure === null || isPart || isOfAnotherLine;
  // The lines of a list have subjects of their own.
  const isFirst = index === 0 || LIST.test(claim.text.text) || isIntroduced(claim, index);
  const subject = isFirst || isBare ? null : conceptOf(claim.text.figures[0]?.item ?? null);
  if (subject === null || isGeneric(subject.name) || CARRIED.test(subject.name)) return null;
  return { name: subject.name, scope: subject.scope, measure: own?.measure ?? null, year, borrowed: true };
}

/** 上年结转50万元，收入预算1000万元: what was left is no subject of what comes and goes. */
const CARRIED = /结[转余]$/;

/** 涉及资金120万元。桥梁维修项目绩效自评综述：全年预算数60万元: words with a colon that open a sentence give what follows a subject of its own. */
function isIntroduced({ text: { text, figures } }: Claim, index: number): boolean {
  return OPENING.test(text.slice(figures[0]!.offset, figures[index]!.offset));
}

const OPENING = /[。；;\n][^，,。；;：:\n]{0,60}(?:项目|经费|专项|资金|综述)[^，,。；;：:\d\n]{0,12}[：:]/;

/** 按资金类型划分，…: what a list parts its whole into has no subject among it. */
const LIST = /^\s*按[^，。：:；\d]{2,14}(?:划分|分类?)\s*[：:，,]/;

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
  const all = alikeIn(claim, said).flatMap((i): Restatement[] => {
    const other = figures[i]!;
    if (i === index || other.role !== 'stated' || !sameMeasure(other, figures[index]!)) return [];
    const fact = factOf(claim, i);
    if (fact === null || said.borrowed === saidOf(claim, i)?.borrowed || isRated(claim, index, i)) return [];
    if (
      isOfTheStart(other) !== isOfTheStart(figures[index]!) &&
      [i, index].some((at) => isSpent(figures[at]!))
    )
      return [];
    return agrees(fact, own) ? [] : [{ index: i, fact }];
  });
  return all.filter(({ index: i }) => !isSaidAgain(claim, own, said.borrowed ? i : index));
}

/** 三公经费支出3.07万元，年初预算4.15万元: what was spent and what was planned at first. */
const isOfTheStart = ({ item }: TextFigure): boolean => /年初/.test(item ?? '');
const isSpent = ({ item }: TextFigure): boolean => /支出$/.test(item ?? '');

/** 三公经费支出14.61万元，预算安排16.06万元，控制率90.97%: one is a rate of the other. */
function isRated({ text }: Claim, a: number, b: number): boolean {
  return text.relations.some(
    ({ kind, to, base }) => kind === 'rate_of' && ((to === a && base === b) || (to === b && base === a)),
  );
}

/** 普查活动200.18万元……年初预算为256万元，支出决算为200.18万元: a subject that does not say its stage is what was carried out. */
function isSaidAgain(claim: Claim, own: Fact, subject: number): boolean {
  if (saidOf(claim, subject)?.measure !== null) return false;
  const at = factOf(claim, subject) ?? own;
  return executedIn(claim).some(({ index, fact }) => index !== subject && agrees(fact, at));
}

/** What a text states as carried out; a paragraph that states more than a few is a table. */
const executedIn = keptWith((claim: Claim): readonly Restatement[] => {
  const executed: Restatement[] = [];
  for (const [index, figure] of claim.text.figures.entries()) {
    if (executed.length >= MOST) break;
    const isExecuted = figure.role === 'stated' && saidOf(claim, index)?.measure === 'executed';
    const fact = isExecuted ? factOf(claim, index) : null;
    if (fact !== null) executed.push({ index, fact });
  }
  return executed;
});

/** A paragraph speaks of a thing in few figures. */
const MOST = 20;

/** The figures of a text that speak of the same thing, of one year and stage. */
function alikeIn(claim: Claim, said: Said): readonly number[] {
  return (byThing(claim).get(thingOf(said)) ?? []).slice(0, MOST);
}

const byThing = keptWith((claim: Claim): ReadonlyMap<string, number[]> => {
  const things = new Map<string, number[]>();
  for (const [index, said] of saidIn(claim).entries())
    if (said !== null) entry(things, thingOf(said), (): number[] => []).push(index);
  return things;
});

function thingOf({ name, year, measure }: Said): string {
  return `${stem(name)}|${year}|${measure ?? 'planned'}`;
}
