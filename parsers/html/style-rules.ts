import { attributeOf, type HtmlElement } from './tree.ts';

/** One selector of a style sheet with what it declares. */
export interface StyleRule {
  /** From the element itself outwards. */
  chain: Compound[];
  declarations: string;
  /** Which of two rules wins (Selectors 4 §15): ids, then classes, then tags, then the order of the sheets. */
  weight: number;
}

interface Compound {
  tag: string | null;
  ids: string[];
  classes: string[];
  /** The next one outwards is the parent, not any element around. */
  inParent: boolean;
}

/** The style rules of a sheet as a wide screen applies them, as pairs of selectors and declarations. */
export function* rulesOf(sheet: string): Generator<[selectors: string, declarations: string]> {
  const text = sheet.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, '');
  const applied: boolean[] = [];
  let start = 0;
  for (let at = nextBrace(text, 0); at >= 0; at = nextBrace(text, start)) {
    const prelude = text
      .slice(start, at)
      .replace(/^[\s\S]*;/, '')
      .trim();
    start = at + 1;
    if (text[at] === '}') applied.pop();
    else if (prelude.startsWith('@')) applied.push((applied.at(-1) ?? true) && isApplied(prelude));
    else {
      const end = text.indexOf('}', at);
      const declarations = text.slice(at + 1, end < 0 ? text.length : end);
      if (applied.at(-1) ?? true) yield [prelude, declarations];
      start = end < 0 ? text.length : end + 1;
    }
  }
}

function nextBrace(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (text[at] === '{' || text[at] === '}') return at;
  return -1;
}

/** Screens are at least this wide, in pixels. */
const widestNarrow = 1_280;

/** Whether a block of rules holds for a wide screen; blocks of fonts, pages and movements are no rules. */
function isApplied(prelude: string): boolean {
  if (!/^@(?:media|supports|layer|document)\b/i.test(prelude)) return false;
  if (!/^@media\b/i.test(prelude)) return true;
  return prelude.split(',').some((query) => {
    const narrow = /max-(?:device-)?width\s*:\s*([\d.]+)\s*(px|r?em)?/i.exec(query);
    const width = Number(narrow?.[1]) * (/em/i.test(narrow?.[2] ?? '') ? 16 : 1);
    return !/\bprint\b/i.test(query) && !(narrow !== null && width < widestNarrow);
  });
}

const compound = /^(\*|[a-z][\w-]*)?((?:[.#][\w\u0080-\uffff-]+)*)$/i;

/** A selector of tags, classes and ids, within and directly within one another; null for all others. */
export function ruleOf(selector: string, declarations: string, order: number): StyleRule | null {
  const written = selector.trim().replace(/\s*>\s*/g, ' >');
  const chain: Compound[] = [];
  let weight = order / 1e7;
  for (const piece of written.split(/\s+/).reverse()) {
    const inParent = piece.startsWith('>');
    const found = compound.exec(inParent ? piece.slice(1) : piece);
    if (found === null || (found[1] === undefined && found[2] === '')) return null;
    const names = found[2]?.match(/[.#][^.#]+/g) ?? [];
    const ids = names.filter((name) => name.startsWith('#')).map((name) => name.slice(1));
    const classes = names.filter((name) => name.startsWith('.')).map((name) => name.slice(1));
    const tag = found[1] === undefined || found[1] === '*' ? null : found[1].toLowerCase();
    weight += ids.length * 1e4 + classes.length * 1e2 + (tag === null ? 0 : 1);
    chain.push({ tag, ids, classes, inParent });
  }
  return { chain, declarations, weight };
}

/** Whether a rule is one of an element. */
export function isOf(rule: StyleRule, element: HtmlElement): boolean {
  const [own, ...around] = rule.chain;
  if (own === undefined || !fits(own, element)) return false;
  let direct = own.inParent;
  let at = parentOf(element);
  for (const next of around) {
    while (at !== null && !direct && !fits(next, at)) at = parentOf(at);
    if (at === null || !fits(next, at)) return false;
    direct = next.inParent;
    at = parentOf(at);
  }
  return true;
}

function fits({ tag, ids, classes }: Compound, element: HtmlElement): boolean {
  if (tag !== null && element.tagName !== tag) return false;
  if (ids.some((id) => attributeOf(element, 'id') !== id)) return false;
  if (classes.length === 0) return true;
  const own = (attributeOf(element, 'class') ?? '').split(/\s+/);
  return classes.every((name) => own.includes(name));
}

const parentOf = (element: HtmlElement): HtmlElement | null =>
  element.parentNode && 'tagName' in element.parentNode ? element.parentNode : null;
