import type { LinearEdit } from '../edit.ts';
import { evaluate } from '../evaluate.ts';
import type { Fact } from '../fact.ts';
import type { DocumentContext } from '../rule.ts';
import { type Claim, claimsOf, factOf, relationsOf } from './claims.ts';
import { conceptOf, stem } from './concept.ts';
import { sumOf } from './part-sums.ts';
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
  fact: Fact;
}

/** How many texts behind that of the whole its parts may stand: one for each of 三公, and one that opens them. */
const REACH = 4;

/**
 * “三公”经费支出决算25.52万元…, and in paragraphs of their own 因公出国费0万元, 公务用车购置及运行费23.64万元, 公务接待费1.88万元: what the norms
 * know as all parts of a whole, where no sentence calls them so.
 */
export function composed(document: DocumentContext): LinearEdit[] {
  return composedIn(document).flatMap(({ whole, parts }) => {
    const found = parts.map(oneOf);
    if (!found.every((part) => part !== null) || isTold(whole, found)) return [];
    const facts = found.map(({ fact }) => fact);
    return [sumOf(whole.claim, whole.fact, facts, '=')];
  });
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
  return composedIn(document).flatMap(({ whole, parts }) => {
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
  const mentions = mentionsIn(claim.document);
  const part = mentions.find((mention) => mention.claim === claim && mention.index === index);
  if (part === undefined) return null;
  const wholes = claim.document.profile.compositions
    .filter(({ parts }) => parts.some((names) => named([part], names).length > 0))
    .filter(({ whole }) => item === null || stemsOf(whole).has(stem(conceptOf(item)?.name ?? '')))
    .flatMap(({ whole }) => named(mentions, whole))
    .filter((whole) => isBehind(part, whole) && part.at - whole.at <= REACH && isAlike(part, whole));
  return wholes.at(-1)?.fact ?? null;
}

const CACHE = new WeakMap<DocumentContext, readonly Mention[]>();

function mentionsIn(document: DocumentContext): readonly Mention[] {
  const kept = CACHE.get(document);
  if (kept !== undefined) return kept;
  const made = claimsOf(document).flatMap(mentionsOf);
  CACHE.set(document, made);
  return made;
}

function mentionsOf(claim: Claim, at: number): Mention[] {
  return claim.text.figures.flatMap((figure, index) => {
    if (figure.role !== 'stated' || figure.op !== '=' || figure.base_unit !== '元') return [];
    const concept = conceptOf(figure.item);
    const fact = concept === null ? null : factOf(claim, index);
    if (concept === null || fact === null) return [];
    const { name, measure } = concept;
    return [{ claim, at, index, name: stem(name), year: figure.year ?? claim.year, measure, fact }];
  });
}

/** A whole with the figures that state each of its parts. */
interface Composed {
  whole: Mention;
  /** One list for every part, none empty, in the order of the document. */
  parts: readonly (readonly Mention[])[];
}

function composedIn(document: DocumentContext): Composed[] {
  const mentions = mentionsIn(document);
  return document.profile.compositions.flatMap((composition) => {
    const wholes = named(mentions, composition.whole);
    return wholes.flatMap((whole, i): Composed[] => {
      const next = wholes.slice(i + 1).find((other) => other.at > whole.at);
      const end = Math.min(next?.at ?? Number.POSITIVE_INFINITY, whole.at + REACH + 1);
      const near = mentions.filter(
        (other) => isBehind(other, whole) && other.at < end && isAlike(other, whole),
      );
      const parts = composition.parts.map((names) => named(near, names));
      return parts.every((part) => part.length > 0) ? [{ whole, parts }] : [];
    });
  });
}

function named(mentions: readonly Mention[], names: readonly string[]): Mention[] {
  const stems = stemsOf(names);
  return mentions.filter(({ name }) => stems.has(name));
}

function stemsOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.map((name) => stem(conceptOf(name)?.name ?? '')));
}

function isBehind(part: Mention, whole: Mention): boolean {
  return part.at > whole.at || (part.at === whole.at && part.index > whole.index);
}

/** Of one year, which not each paragraph repeats, and both planned or both carried out. */
function isAlike(part: Mention, whole: Mention): boolean {
  const oneYear = part.year === null || whole.year === null || part.year === whole.year;
  return oneYear && (part.measure ?? 'executed') === (whole.measure ?? 'executed');
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
