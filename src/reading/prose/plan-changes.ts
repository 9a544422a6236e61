import type { TextFigure } from '../../../schemas/index.ts';
import { readBase } from './cue.ts';
import { type Draft, lastBefore, sameMeasure } from './draft.ts';

const PLAN = /^(年初|全年|调整后?)?预算数?额?$/;
const DONE = /^(?:(?:支出|收入|实际)?(?:决算|执行|支出)数?额?)?$/;
const STAGE = /年初|全年|调整/;
const isDone = ({ item }: Draft): boolean => /决算|执行|实际/.test(item ?? '') && !/预算/.test(item ?? '');

/**
 * 收入预算8240万元，收入决算8652万元，决算比预算增加412万元，增长5%: the change and its growth are of what was carried out, measured by the
 * plan right before it. Words that name both sides anew are held to no figure otherwise.
 */
export function settlePlanChanges(drafts: readonly Draft[]): void {
  for (const [index, draft] of drafts.entries()) {
    const { cue } = draft;
    const [plan, stage] = PLAN.exec(readBase(cue?.base ?? null).item ?? '') ?? [];
    if (cue?.role !== 'change' || plan === undefined || draft.base !== null || !DONE.test(cue.before))
      continue;
    const done = lastBefore(drafts, index, (other) => isStatedBeside(other, draft) && isDone(other));
    const planned = done === null ? undefined : drafts[done - 1];
    if (done === null || planned === undefined || !isPlanBeside(planned, draft)) continue;
    const [own] = STAGE.exec(planned.item ?? '') ?? [];
    if ((stage && own && !stage.startsWith(own)) || hasOtherPlan(drafts, index, done)) continue;
    settle(drafts[index + 1], draft, done);
    draft.subject = done;
    draft.base = done - 1;
  }
}

function isStatedBeside(other: Draft, draft: Draft): boolean {
  return (
    other.role === ('stated' satisfies TextFigure['role']) &&
    other.sentence === draft.sentence &&
    sameMeasure(other, draft)
  );
}

const isPlanBeside = (other: Draft, draft: Draft): boolean =>
  isStatedBeside(other, draft) && /预算/.test(other.item ?? '') && !isDone(other);

/** 年初预算1000万元，调整预算1200万元，决算1150万元: the words leave open which plan is meant, and so does one behind what was carried out. */
function hasOtherPlan(drafts: readonly Draft[], index: number, done: number): boolean {
  const draft = drafts[index] as Draft;
  return drafts
    .slice(Math.max(0, done - 2), index)
    .some((other, at) => at !== (done > 1 ? 1 : 0) && isPlanBeside(other, draft));
}

/** The growth right behind the change. */
function settle(growth: Draft | undefined, change: Draft, done: number): void {
  if (growth?.cue?.role !== 'growth' || growth.sentence !== change.sentence || growth.base !== null) return;
  if (growth.cue.base !== null && growth.cue.base !== change.cue?.base) return;
  growth.subject = done;
  growth.base = done - 1;
}
