import { foldLabel } from '../values/index.ts';
import type { TextDraft } from './fields/texts.ts';

/** What opens a list on the lines that follow: 其中： 包括： 具体如下： at the end of a paragraph with a figure in it. */
const opens = /(?:其中|包括|分为|构成如下|具体如下|情况如下|明细如下)[:,]?$/;
/** A paragraph that goes on with the parts of what the one before states. */
const goesOn = /^\s*其\s*中\s*[:：,，]\s*\S/;
/** 甲4.6万元，占36%；乙8万元: of several things, and which of them has the parts is not said. */
const several = /[；;]|占|[。！？]\s*\S/;
const figure = /\d/;
/** The mark that a line starts with, by kind. */
const marks: readonly [kind: string, pattern: RegExp][] = [
  ['chinese in brackets', /^\([一二三四五六七八九十]{1,3}\)/],
  ['chinese', /^[一二三四五六七八九十]{1,3}[、.]/],
  ['digit in brackets', /^\(\d{1,2}\)/],
  ['digit', /^\d{1,2}(?:[、)]|\.(?!\d))/],
  ['circled', /^[①-⑳]/],
  ['dash', /^[-•·●◆]/],
];
/** A list of parts is seldom longer; the work stays linear. */
const MOST_LINES = 40;

/**
 * Joins a paragraph that ends in 其中： with the lines that list its parts, and one with figures with the next that starts so, so that their claims are read together. Each
 * line keeps its place as `line1`, `line2` … in the source; the text has one line break before each.
 */
export function joinLists(drafts: readonly TextDraft[]): TextDraft[] {
  const joined: TextDraft[] = [];
  for (let at = 0; at < drafts.length; at++) {
    const head = drafts[at] as TextDraft;
    const lines = listBehind(drafts, at);
    joined.push(lines.length === 0 ? head : together(head, lines));
    at += lines.length;
  }
  return joined;
}

function listBehind(drafts: readonly TextDraft[], at: number): TextDraft[] {
  const head = drafts[at] as TextDraft;
  if (head.role === 'heading' || !figure.test(head.text)) return [];
  if (!opens.test(foldLabel(head.text))) {
    const next = drafts[at + 1];
    return next?.role === head.role && goesOn.test(next.text) && !several.test(head.text) ? [next] : [];
  }
  const lines: TextDraft[] = [];
  let kind: string | null = null;
  for (const line of drafts.slice(at + 1, at + 1 + MOST_LINES)) {
    const own = markOf(line.text);
    if (line.role !== head.role || (lines.length > 0 && (own === null || own !== kind))) break;
    kind ??= own;
    lines.push(line);
    if (own === null) break;
  }
  return lines;
}

function markOf(text: string): string | null {
  const folded = foldLabel(text);
  return marks.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

function together(head: TextDraft, lines: readonly TextDraft[]): TextDraft {
  const places = lines.map((line, i) => [`line${i + 1}`, line.source.text] as const);
  const source = { ...head.source };
  for (const [name, place] of places) if (place !== undefined) source[name] = place;
  return { ...head, text: [head, ...lines].map((draft) => draft.text).join('\n'), source };
}
