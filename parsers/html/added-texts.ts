import { isOf, ruleOf, rulesOf, type StyleRule } from './style-rules.ts';
import { styleSheets, unescapeCss } from './styles.ts';
import { attributeOf, type HtmlElement } from './tree.ts';

/** What style sheets put before and behind the text of an element (CSS Content 3 §2). */
export interface AddedTexts {
  /** Empty texts where nothing is added that belongs to a figure; `lost` counts words that are added and not read. */
  of(element: HtmlElement): { before: string; after: string; lost: number };
}

const pseudo = /::?(before|after)$/i;
const content =
  /(?:^|[;\s])content\s*:\s*((?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^'\\]|\\[\s\S])*'|attr\(\s*[\w-]+\s*\)|\s)+)/i;
const piece = /"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|attr\(\s*([\w-]+)\s*\)/gi;
/** A figure, or a part of one that is not a mark of a list too. */
const ofFigure = /^(?=.*[≥≤＜＞<>=≈约¥￥%％‰\d万亿元])[\s≥≤＜＞<>=≈约¥￥%％‰\d.,，+\-−万亿元]+$/;
const words = /[\d\p{Script=Han}]/u;

const nothing = { before: '', after: '', lost: 0 };

/** Reads the rules of a page's sheets that add texts: `.ge::before{content:"≥"}`. Marks of lists, icons and colons are left out, and not told. */
export function readAddedTexts(roots: HtmlElement[]): AddedTexts {
  const rules: { before: StyleRule[]; after: StyleRule[] } = { before: [], after: [] };
  let order = 0;
  for (const sheet of styleSheets(roots)) {
    if (!/content\s*:/i.test(sheet)) continue;
    for (const [selectors, declarations] of rulesOf(sheet)) {
      if (!content.test(declarations)) continue;
      for (const selector of selectors.split(',')) {
        const [found, side = ''] = pseudo.exec(selector.trim()) ?? [];
        if (found === undefined) continue;
        const rule = ruleOf(selector.trim().slice(0, -found.length) || '*', declarations, order++);
        if (rule) rules[side.toLowerCase() === 'before' ? 'before' : 'after'].push(rule);
      }
    }
  }
  for (const side of ['before', 'after'] as const)
    rules[side] = rules[side].sort((a, b) => a.weight - b.weight).slice(-mostRules);
  if (rules.before.length + rules.after.length === 0) return { of: () => nothing };
  return {
    of(element) {
      const [before, after] = [addedBy(rules.before, element), addedBy(rules.after, element)];
      const lost = [before, after].filter((text) => !ofFigure.test(text) && words.test(text)).length;
      return { before: ofFigure.test(before) ? before : '', after: ofFigure.test(after) ? after : '', lost };
    },
  };
}

/** Rules that an element is compared with at most: the last ones. */
const mostRules = 50;

function addedBy(rules: readonly StyleRule[], element: HtmlElement): string {
  const declared = rules.findLast((rule) => isOf(rule, element))?.declarations ?? '';
  if (declared === '' || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(declared)) return '';
  const [, written = ''] = content.exec(declared) ?? [];
  return [...written.matchAll(piece)]
    .map(([, double, single, name]) =>
      name === undefined ? unescapeCss(double ?? single ?? '') : (attributeOf(element, name) ?? ''),
    )
    .join('');
}
