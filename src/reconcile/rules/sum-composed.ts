import type { Amount } from '../../../schemas/index.ts';
import { stripMarks } from '../../values/index.ts';
import { evaluate } from '../edits/evaluate.ts';
import { columnsOf } from '../figures/amount-columns.ts';
import { wholesOf } from '../figures/amounts.ts';
import { normalised } from '../keys.ts';
import { type Composed, isNamed } from '../profiles/composition.ts';
import type { Composition, Profile } from '../profiles/profile.ts';
import { keptWith } from '../remembered.ts';
import { edited, type FilingContext, notEvaluated, type Outcome } from '../rule.ts';
import { sumEdit } from '../sums/sums.ts';
import { isOfWhich } from '../sums/whole-lists.ts';

/** Edits of the wholes that the profile knows by name, for one rule of the family. */
export function composedSums(context: FilingContext, rule: string): Outcome[] {
  const outcomes: Outcome[] = [];
  const compositions = byWhole(context.profile).get(rule);
  if (compositions === undefined) return outcomes;
  const wholes = wholesOf(context.amounts);
  for (const column of columnsOf(context.amounts)) {
    for (const whole of column) {
      const composition = compositions.get(normalised(whole.item));
      if (composition === undefined) continue;
      const linked = wholes.find((known) => known.whole === whole)?.parts ?? [];
      const composed = partsIn(composition, whole, linked) ?? partsIn(composition, whole, column);
      if (composed !== null && isOfPart(composed, linked, wholes)) continue;
      outcomes.push(...composedSum(context, whole, composed, linked, rule));
    }
  }
  return outcomes;
}

/** Compositions of a rule by the names of their wholes; the first that knows a name has it. */
const byWhole = keptWith((profile: Profile): ReadonlyMap<string, ReadonlyMap<string, Composition>> => {
  const rules = new Map<string, Map<string, Composition>>();
  for (const composition of profile.compositions) {
    const named = rules.get(composition.rule) ?? new Map<string, Composition>();
    rules.set(composition.rule, named);
    for (const name of composition.whole.map(normalised)) {
      if (!named.has(name)) named.set(name, composition);
    }
  }
  return rules;
});

/** The parts by name: every group of the composition at most once, the nearest figure of its name. */
function partsIn(composition: Composition, whole: Amount, among: readonly Amount[]): Composed | null {
  const parts: Amount[] = [];
  for (const names of composition.parts) {
    const named = among.filter((amount) => amount !== whole && isNamed(amount.item, names));
    const nearest = named.toSorted((a, b) => distance(a, whole) - distance(b, whole))[0];
    if (nearest !== undefined) parts.push(nearest);
  }
  return parts.length === 0 ? null : { composition, parts };
}

/** 基本支出 and 项目支出 make up 本年支出合计, which is a part of 支出总计 beside 结转下年: the outer whole is not their sum. */
function isOfPart(
  composed: Composed,
  linked: readonly Amount[],
  wholes: ReturnType<typeof wholesOf>,
): boolean {
  return wholes.some(
    ({ whole, parts }) =>
      whole !== null && linked.includes(whole) && composed.parts.every((part) => parts.includes(part)),
  );
}

const distance = (a: Amount, b: Amount): number => Math.abs(a.ordinal - b.ordinal);

function composedSum(
  context: FilingContext,
  whole: Amount,
  composed: Composed | null,
  linked: readonly Amount[],
  rule: string,
): Outcome[] {
  const filingId = context.filing.filing_id;
  if (composed === null) return [];
  const complete = composed.parts.length === composed.composition.parts.length;
  const listed = linked.length > 0 && !linked.some(isOfWhich) ? linked : null;
  const parts = complete ? composed.parts : (listed ?? composed.parts);
  const edit = sumEdit(context, whole, parts, { rule, relation: '=' });
  if (edit === null) return [notEvaluated(filingId, 'no figures to add up')];
  if (complete || evaluate(edit)?.within === true) return [edited(edit)];
  // Some of its parts are never more than the whole, whatever the others are.
  const bound = sumEdit(context, whole, parts, { rule, relation: '<=' });
  const isOver = bound !== null && evaluate(bound)?.within === false;
  if (listed === null && isOver && parts.every((part) => linked.includes(part))) return [edited(bound)];
  if (listed === null && !areOthersBlank(whole, composed))
    return [notEvaluated(filingId, 'a part is not printed')];
  return [edited({ ...edit, severity: 'warning' })];
}

/** 其中：运行维护费 | 12.4 over 购置费 | blank: the list below the whole has a place for every part. */
function areOthersBlank({ blank_parts: blanks = [] }: Amount, { composition, parts }: Composed): boolean {
  const names = blanks.map((label) => stripMarks(label).rest);
  return composition.parts.every((group) =>
    [...names, ...parts.map(({ item }) => item)].some((name) => isNamed(name, group)),
  );
}
