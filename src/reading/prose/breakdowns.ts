import type { TextRelation } from '../../../schemas/index.ts';
import type { Draft } from './draft.ts';

/** What the rounding of a sum of printed figures may leave, as a share of the whole. */
const ROUNDED = 1e-4;

/** What a growth in per cent may miss by: it is printed with two decimals, seldom with one. */
const GROWTH_OFF = 0.06;

/**
 * 支出800万元，其中基本支出480万元，项目支出320万元，比上年增加80万元: behind parts that make up their whole, what is said of it all is
 * said of the whole, unless the parts are compared one by one or only the last part fits; so it is where only the whole fits. Changes the subjects of such comparisons.
 */
export function settleSubjects(drafts: readonly Draft[], parts: readonly TextRelation[]): void {
  const wholes = new Map(parts.map(({ from, to }) => [from, to]));
  const said = Map.groupBy(
    drafts.filter(
      ({ cue, subject }) => subject !== null && (cue?.role === 'change' || cue?.role === 'growth'),
    ),
    ({ subject }) => subject as number,
  );
  for (const [subject, comparisons] of said) {
    const whole = wholes.get(subject) ?? null;
    if (whole === null) continue;
    const siblings = parts.filter(({ to }) => to === whole).map(({ from }) => from);
    if (siblings.length < 2 || siblings.at(-1) !== subject) continue;
    if (siblings.some((other) => other !== subject && said.has(other))) continue;
    const of = fitting(drafts, subject, whole, comparisons);
    if (of === 'part' || (of !== 'whole' && !makesUp(drafts, whole, siblings))) continue;
    for (const comparison of comparisons) {
      comparison.subject = whole;
      comparison.item = (drafts[whole] as Draft).item;
      comparison.year = (drafts[whole] as Draft).year;
    }
  }
}

const sizeOf = (draft: Draft | undefined): number => draft?.sighting.quantity.base_value ?? Number.NaN;

function makesUp(drafts: readonly Draft[], whole: number, parts: readonly number[]): boolean {
  const value = sizeOf(drafts[whole]);
  const sum = parts.reduce((total, part) => total + sizeOf(drafts[part]), 0);
  return Math.abs(sum - value) <= Math.abs(value) * ROUNDED;
}

/** Which of the two the change and the growth that are printed fit; null where it is both or neither. */
function fitting(
  drafts: readonly Draft[],
  part: number,
  whole: number,
  comparisons: readonly Draft[],
): 'part' | 'whole' | null {
  const change = comparisons.find(({ cue }) => cue?.role === 'change');
  const growth = comparisons.find(({ cue }) => cue?.role === 'growth');
  if (!change || !growth) return null;
  const by = sizeOf(change) * (change.cue?.direction === 'down' ? -1 : 1);
  const fits = (of: number): boolean => {
    const now = sizeOf(drafts[of]);
    const rate = (100 * Math.abs(by)) / (now - by);
    return Math.abs(rate - 100 * sizeOf(growth)) < GROWTH_OFF;
  };
  if (fits(part) === fits(whole)) return null;
  return fits(part) ? 'part' : 'whole';
}
