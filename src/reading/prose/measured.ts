import type { Cue } from './cue.ts';
import { type Draft, lastBefore, sameMeasure } from './draft.ts';
import { nameIn } from './name.ts';

/** Figures that stand in the words which measure another one. Texts around them are folded. */

const behindVerb = /(完成|占到?|为)(?:了)?[^，。；;：:、\n]{0,24}$/;
const rated = /^\s*的\s*(?:约\s*)?\d+(?:\.\d+)?\s*%/;
const only = /^\s*的\s*(?:约\s*)?$/;
/** Nothing further on belongs to a figure. */
const WINDOW = 24;

/** 完成24627万元，完成年初预算数60999万元的40.4%: the figure before that is measured by this one; null where none is. */
export function measuredBy(drafts: readonly Draft[], lead: string, rest: string): number | null {
  const own = drafts.at(-1);
  if (!own || own.cue !== null || !rated.test(rest.slice(0, WINDOW)) || !behindVerb.test(lead)) return null;
  return lastBefore(
    drafts,
    drafts.length - 1,
    (other) =>
      other.role === 'stated' && !other.isBase && other.sentence === own.sentence && sameMeasure(other, own),
  );
}

/** Makes a rate or a share of a figure that stands right behind what it is measured by: 的40.4%. */
export function settleRate(drafts: readonly Draft[], index: number): boolean {
  const draft = drafts[index] as Draft;
  const base = drafts[index - 1];
  if (!base || base.measured === null || !only.test(draft.gap)) return false;
  const of = drafts[base.measured] as Draft;
  const [words = ''] = behindVerb.exec(base.gap) ?? [];
  const role = words.startsWith('占') ? 'share' : 'rate';
  const cue: Cue = { role, direction: null, text: `${words}${draft.gap}`.trim(), base: null, before: '' };
  Object.assign(draft, {
    role,
    cue,
    subject: base.measured,
    base: index - 1,
    item: of.item,
    year: of.year,
  });
  return true;
}

const prior =
  /([^，。；;：:、\n]{2,30}?)(?:相?比|较)(?:上一?年度?|去年|(?:19|20)\d{2}\s*年度?)(?:同期)?(?:的)?\s*$/;
const moves = /^\s*(?:增|减|上升|下降|降低|提高|节约|压减|压缩)/;

/** 财政拨款较上年3150万元增加212万元: the name of what is compared; null where the figure is no such one. */
export function priorOf(lead: string, rest: string): string | null {
  const named = moves.test(rest.slice(0, WINDOW)) ? prior.exec(lead)?.[1] : undefined;
  return named === undefined ? null : nameIn(named);
}
