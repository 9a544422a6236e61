import type { LinearEdit } from '../edits/edit.ts';
import { evaluate } from '../edits/evaluate.ts';
import type { Fact } from '../facts/fact.ts';
import type { Composition } from '../profiles/profile.ts';
import { keptWith } from '../remembered.ts';
import type { DocumentContext } from '../rule.ts';
import { type Claim, claimsOf, factOf, relationsOf } from './claims.ts';
import { conceptOf, stem } from './concept.ts';
import { sumOf } from './part-sums.ts';
import { partsByNorm, stemsOf } from './parts-by-norm.ts';
import { agrees } from './tables.ts';

/** A figure of a text with what it speaks of. */
export interface Mention {
  claim: Claim;
  /** Place of its text among those of the document. */
  at: number;
  index: number;
  name: string;
  year: number | null;
  measure: 'planned' | 'executed' | null;
  scope: string | null;
  fact: Fact;
}

/** How many texts behind that of the whole its parts may stand: one for each of 三公, and one that opens them. */
const REACH = 4;
/** A paragraph states few of them. */
const MOST = 30;

/**
 * “三公”经费支出决算25.52万元…, and in paragraphs of their own 因公出国费0万元, 公务用车购置及运行费23.64万元, 公务接待费1.88万元: what the norms
 * know as all parts of a whole, where no sentence calls them so.
 */
export function composed(document: DocumentContext): LinearEdit[] {
  const all = composedIn(document).flatMap(({ whole, parts, isOpen }) => {
    const found = parts.map(oneOf);
    if (!found.every((part) => part !== null) || isTold(whole, found)) return [];
    const facts = found.map(({ fact }) => fact);
    return [{ edit: sumOf(whole.claim, whole.fact, facts, isOpen ? '<=' : '='), claim: whole.claim, facts }];
  });
  // 支出总计620万元，其中本年支出合计610万元…: the parts of the paragraph behind make up one of them.
  const closed = all.filter(({ edit }) => evaluate(edit)?.within === true);
  const isOther = (one: (typeof all)[number]): boolean =>
    closed.some(
      ({ claim, facts }) =>
        claim === one.claim &&
        facts.length === one.facts.length &&
        facts.every((fact, i) => fact === one.facts[i]),
    );
  return all.filter((one) => closed.includes(one) || !isOther(one)).map(({ edit }) => edit);
}

/** A part that is stated twice in two ways, of which only one makes up the whole. */
export interface Odd {
  odd: Mention;
  /** The one that fits. */
  fit: Mention;
  whole: Mention;
}

/** 公务接待费1.88万元 beside 三公 and again 1.28万元 in the paragraph of its own: which of them the sum contradicts. */
export function oddOnes(document: DocumentContext): Odd[] {
  return composedIn(document).flatMap(({ whole, parts, isOpen }) => {
    if (isOpen) return [];
    const split = parts.filter((part) => oneOf(part) === null);
    const [part] = split;
    if (part === undefined || split.length > 1) return [];
    const closes = (mention: Mention): boolean => {
      const facts = parts.map((other) => (other === part ? mention : other[0]!).fact);
      return evaluate(sumOf(whole.claim, whole.fact, facts, '='))?.within === true;
    };
    const fit = part.find(closes);
    if (fit === undefined) return [];
    return part.filter((other) => !agrees(other.fact, fit.fact)).map((odd) => ({ odd, fit, whole }));
  });
}

/** The whole that a part belongs to by the norms, under the name that it is given, where the text or one before states it; else null. */
export function normedWhole(claim: Claim, index: number, item: string | null): Fact | null {
  const { byText, places } = mentionsIn(claim.document);
  const at = places.get(claim) ?? -1;
  const part = byText[at]?.find((mention) => mention.index === index);
  if (part === undefined) return null;
  const before = byText.slice(Math.max(0, at - REACH), at + 1).flat();
  const wholes = claim.document.profile.compositions
    .filter(({ parts }) => parts.some((names) => named([part], names).length > 0))
    .filter(({ whole }) => item === null || stemsOf(whole).has(stem(conceptOf(item)?.name ?? '')))
    .flatMap(({ whole }) => named(before, whole))
    .filter((whole) => isBehind(part, whole) && isAlike(part, whole, false));
  return wholes.at(-1)?.fact ?? null;
}

/** Figures of the norms by text, and where each text stands. */
interface Mentions {
  byText: readonly (readonly Mention[])[];
  places: ReadonlyMap<Claim, number>;
}

const mentionsIn = keptWith((document: DocumentContext): Mentions => {
  const known = new Set(
    document.profile.compositions.flatMap(({ whole, parts }) =>
      [whole, ...parts].flatMap((names) => [...stemsOf(names)]),
    ),
  );
  const claims = claimsOf(document);
  return {
    byText: claims.map((claim, at) => mentionsOf(claim, at, known)),
    places: new Map(claims.map((claim, at) => [claim, at])),
  };
});

function mentionsOf(claim: Claim, at: number, known: ReadonlySet<string>): Mention[] {
  const mentions: Mention[] = [];
  for (const [index, figure] of claim.text.figures.entries()) {
    if (mentions.length >= MOST) break;
    if (figure.role !== 'stated' || figure.op !== '=' || figure.base_unit !== '元') continue;
    const concept = conceptOf(figure.item);
    const name = stem(concept?.name ?? '');
    const fact = concept !== null && known.has(name) ? factOf(claim, index) : null;
    if (concept === null || fact === null) continue;
    const { measure, scope } = concept;
    mentions.push({ claim, at, index, name, year: figure.year ?? claim.year, measure, scope, fact });
  }
  return mentions;
}

/** A whole with the figures that state each of its parts. */
interface Composed {
  whole: Mention;
  /** One list for every part, none empty, in the order of the document. */
  parts: readonly (readonly Mention[])[];
  /** A part of it is not told. */
  isOpen: boolean;
}

const composedIn = keptWith((document: DocumentContext): Composed[] => {
  const { byText } = mentionsIn(document);
  const { compositions } = document.profile;
  return compositions.flatMap((composition) =>
    byText.flatMap((mentions, at) => {
      const wholes = named(mentions, composition.whole);
      if (wholes.length === 0) return [];
      const around = named(byText.slice(Math.max(0, at - REACH), at + REACH + 1).flat(), composition.whole);
      const end = around.find((other) => other.at > at)?.at ?? at + REACH + 1;
      const isOnlyPlan = around.every(({ measure }) => measure === 'planned');
      const behind = byText.slice(at, end).flat();
      return wholes.flatMap((whole): Composed[] => {
        const near = behind.filter((other) => isBehind(other, whole) && isAlike(other, whole, isOnlyPlan));
        const find = (names: readonly string[]): readonly Mention[] => named(near, names);
        const parts = partsByNorm(compositions, composition, find);
        if (parts !== null) return [{ whole, parts, isOpen: false }];
        const some = openParts(compositions, composition, find);
        return some.length > 1 ? [{ whole, parts: some, isOpen: true }] : [];
      });
    }),
  );
});

/** The parts of 三公 that are told where one is not: nobody went abroad, or another paragraph says it. They are no more than the whole. */
function openParts(
  compositions: readonly Composition[],
  composition: Composition,
  find: (names: readonly string[]) => readonly Mention[],
): (readonly Mention[])[] {
  if (composition.rule !== 'SUM-10') return [];
  return composition.parts.flatMap(
    (part) => partsByNorm(compositions, { ...composition, parts: [part] }, find) ?? [],
  );
}

function named(mentions: readonly Mention[], names: readonly string[]): Mention[] {
  const stems = stemsOf(names);
  return mentions.filter(({ name }) => stems.has(name));
}

function isBehind(part: Mention, whole: Mention): boolean {
  return part.at > whole.at || (part.at === whole.at && part.index > whole.index);
}

/** Of one year and fund, which not each paragraph repeats, and both planned or both carried out; a part that says neither is what its whole is. */
function isAlike(part: Mention, whole: Mention, isOnlyPlan: boolean): boolean {
  const oneYear = part.year === null || whole.year === null || part.year === whole.year;
  if (part.scope !== null && part.scope !== whole.scope) return false;
  const unsaid = isOnlyPlan ? whole.measure : 'executed';
  return oneYear && (part.measure ?? unsaid) === (whole.measure ?? unsaid);
}

/** The first of those that state a part, where all agree; null where none does or they do not. */
function oneOf(mentions: readonly Mention[]): Mention | null {
  const [first, ...rest] = mentions;
  return first !== undefined && rest.every((other) => agrees(first.fact, other.fact)) ? first : null;
}

/** A sentence that names the parts of the whole itself is judged where it stands. */
function isTold({ claim, index }: Mention, parts: readonly Mention[]): boolean {
  const listed = relationsOf(claim, 'part_of', 'sum_of').filter(({ to }) => to === index);
  return parts.every((part) => part.claim === claim && listed.some(({ from }) => from === part.index));
}
