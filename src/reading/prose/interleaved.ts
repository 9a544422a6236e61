import type { TextRelation } from '../../../schemas/index.ts';
import { type Draft, MAX_REACH, sameMeasure } from './draft.ts';

/** 决算数大于预算数55.93万元, 差值为1.08万元: how far two figures lie apart is no part of a whole, and none itself. */
export function isGap({ gap }: Draft): boolean {
  return apart.test(gap.slice(-WORDS));
}

const apart =
  /(?:差值|差额|相差|(?:大于|小于|高于|低于|多于|少于|超出?)(?:年初|全年|调整后?)?(?:预算|决算|计划)数?额?)(?:为|了)?\s*$/;
/** Words that say what a figure is stand no further before it. */
const WORDS = 20;

/**
 * 支出3.07万元，年初预算4.15万元。其中：接待费支出2.05万元，年初预算2.70万元；用车费支出1.02万元，年初预算1.45万元: every clause of the list has
 * as many figures as the sentence before it, and the parts are of the one in their place. Other relations are kept as they are.
 */
export function interleaved(drafts: readonly Draft[], relations: TextRelation[]): TextRelation[] {
  const groups = Map.groupBy(relations, ({ kind, to }) => (kind === 'part_of' ? to : null));
  const moved = new Map<TextRelation, number>();
  for (const [to, parts] of groups) {
    const row = to === null ? [] : rowOf(drafts, to);
    if (row.length < 2) continue;
    const clauses = clausesOf(drafts, parts);
    if (clauses.length < 2 || clauses.some((clause) => clause.length !== row.length)) continue;
    for (const clause of clauses)
      for (const [place, part] of clause.entries()) moved.set(part, row[place] as number);
  }
  return relations.map((relation) => ({ ...relation, to: moved.get(relation) ?? relation.to }));
}

/** The figures of a sentence up to one of them, where they tell the stages of one thing. */
function rowOf(drafts: readonly Draft[], last: number): number[] {
  const own = drafts[last] as Draft;
  const row = [last];
  for (let i = last - 1; i >= Math.max(0, last - MAX_REACH); i--) {
    const draft = drafts[i] as Draft;
    if (draft.sentence !== own.sentence || /[；;：:]/.test((drafts[i + 1] as Draft).gap)) break;
    if (draft.role === 'stated' && !draft.isBase && !isGap(draft) && sameMeasure(draft, own)) row.unshift(i);
  }
  return stage.test(own.item ?? '') ? row : [];
}

const stage = /(?:预算|决算|执行)数?$/;

function clausesOf(drafts: readonly Draft[], parts: readonly TextRelation[]): TextRelation[][] {
  const clauses: TextRelation[][] = [];
  let before = -1;
  for (const part of parts) {
    const isNew =
      before < 0 || drafts.slice(before + 1, part.from + 1).some(({ gap }) => /[；;。]/.test(gap));
    if (isNew) clauses.push([]);
    clauses.at(-1)?.push(part);
    before = part.from;
  }
  return clauses;
}
