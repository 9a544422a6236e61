import type { Cue } from './cue.ts';
import { type Draft, essence, lastBefore, sameMeasure } from './draft.ts';
import { nameIn } from './name.ts';

/** 支出12.6万元，完成预算84%，减少1.4万元，下降10%: a change is of what is measured alike, and a growth or a share of no rate. */
function mayBeOf(draft: Draft, other: Draft): boolean {
  return draft.role === 'change' ? sameMeasure(draft, other) : other.sighting.quantity.unit !== '%';
}

/** A change is said of the figure its clause names, else of the last stated one of this sentence or the one before. */
export function attach(drafts: Draft[], index: number, cue: Cue): void {
  const draft = drafts[index] as Draft;
  const named = cue.before === '' ? null : nameIn(cue.before);
  const near = (other: Draft) =>
    other.role === 'stated' &&
    other.measured === null &&
    draft.sentence - other.sentence <= 1 &&
    (named === null || other.item === named);
  const alike = (other: Draft) =>
    other.role === 'stated' && other.sentence === draft.sentence - 1 && topic(other.item) === topic(named);
  draft.subject =
    ofTheChange(drafts, index, named) ??
    lastBefore(drafts, index, (other) => near(other) && mayBeOf(draft, other)) ??
    lastBefore(drafts, index, near) ??
    (named === null ? null : (lastBefore(drafts, index, alike) ?? bothSides(drafts, index, named)));
  followsYearBefore(drafts, draft, cue);
  const subject = draft.subject === null ? null : (drafts[draft.subject] as Draft);
  draft.item = named ?? subject?.item ?? null;
  if (subject) draft.year = subject.year;
  // 比上年增加12.3万元，增长3.1%: the second goes on with the comparison of the first.
  const previous = drafts[index - 1];
  const goesOn = previous?.role === 'change' || previous?.role === 'growth';
  if (
    cue.base === null &&
    cue.direction !== null &&
    goesOn &&
    previous.cue &&
    previous.subject === draft.subject
  ) {
    draft.cue = { ...cue, base: previous.cue.base };
  }
}

/** “三公”经费预算比上年减少1.5万元，下降6.67%: the growth is of what the change that names its subject is of. */
function ofTheChange(drafts: readonly Draft[], index: number, named: string | null): number | null {
  const [before, draft] = [drafts[index - 1], drafts[index] as Draft];
  const goesOn = before?.role === 'change' && draft.role === 'growth' && before.sentence === draft.sentence;
  return named === null && goesOn && before.cue?.before !== '' ? before.subject : null;
}

/** 收入总计X万元，支出总计X万元。收支较上年减少…: what is said of both sides of an account, which are alike. */
function bothSides(drafts: readonly Draft[], index: number, named: string): number | null {
  if (!/^收[、,]?支(?:总计|总额|总量)?$/.test(named)) return null;
  const { sentence } = drafts[index] as Draft;
  const sides = ['收入', '支出'].map((side) =>
    lastBefore(
      drafts,
      index,
      ({ role, item, sentence: at }) =>
        role === 'stated' && sentence - at <= 1 && (item ?? '').endsWith(`${side}总计`),
    ),
  );
  const [income, spending] = sides.map((i) =>
    i === null ? null : (drafts[i] as Draft).sighting.quantity.value,
  );
  return income != null && income === spending ? (sides[1] ?? null) : null;
}

/** 财政拨款支出892万元。与上年相比，一般公共预算财政拨款支出减少34万元: the fund may be left out of one of them. */
function topic(name: string | null): string | null {
  return name === null ? null : essence(name.replace(/一般公共预算|["“”]/g, ''));
}

/** 支出100万元，上年决算数为120万元，同比下降16.67%: what the year before had is what the growth is measured by. */
function followsYearBefore(drafts: readonly Draft[], draft: Draft, cue: Cue): void {
  const base = draft.subject === null ? undefined : drafts[draft.subject];
  if (!base?.isBase || cue.base !== null || cue.direction === null || base.sentence !== draft.sentence)
    return;
  const current = lastBefore(
    drafts,
    draft.subject as number,
    (other) =>
      other.role === 'stated' &&
      !other.isBase &&
      base.sentence - other.sentence <= 1 &&
      sameMeasure(base, other) &&
      (!base.isPrior || other.item === base.item),
  );
  if (current === null && !base.isPrior) return;
  draft.base = draft.subject;
  draft.subject = current;
  draft.cue = { ...cue, base: '上年' };
}
