import type { Amount } from '../../../schemas/index.ts';
import type { LinearEdit } from '../edits/edit.ts';
import { type Whole, wholesOf } from '../figures/amounts.ts';
import { compositionOf, makesUpAnother } from '../profiles/composition.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome } from '../rule.ts';
import { sideSums } from '../sums/side-sums.ts';
import { bestReading, sumEdit } from '../sums/sums.ts';
import { isOfWhich } from '../sums/whole-lists.ts';

/** A total is the sum of its parts in the same column. Wholes that the profile knows by name have rules of their own. */
export const SUM_01: FilingRule = {
  id: 'SUM-01',
  scope: 'filing',
  kind: 'sum',
  title: { zh: '合计不等于各项之和', en: 'Total differs from the sum of its parts' },
  explanation: {
    zh: '合计、小计、总额应等于同一列、同一年度、同一资金口径下各组成项之和。按列推断精度，四舍五入能解释的不报错。',
    en: 'A total is the sum of the items of its column, year and fund. Precision is inferred by column; what rounding explains is no error.',
  },
  tolerance: 'T2',
  severity: 'error',
  parameters: {},
  example: { zh: '合计 30.00，各项 10.00 + 19.00 = 29.00', en: 'total 30.00 over 10.00 + 19.00 = 29.00' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const outcomes: Outcome[] = [];
  const { filing_id: id } = context.filing;
  for (const of of wholesOf(context.amounts).flatMap(listsOf)) {
    const edit = isOfAnother(context, of)
      ? null
      : (bestReading(context, of, { rule: 'SUM-01', relation: '=' }) ?? keptBelow(context, of));
    if (edit !== null) outcomes.push(edited(edit));
    else
      outcomes.push(notEvaluated(id, of.certain ? 'no figures to add up' : 'parts are not all of the whole'));
  }
  return [...outcomes, ...sideSums(context)];

  /** What makes up the whole: its parts, its sources and its uses, or none where the profile knows it by name. */
  function listsOf(of: Whole): Whole[] {
    if (of.whole === null || !of.exhaustive || of.whole.section === 'projects') return [];
    const twice = usesAndSources(of);
    if (compositionOf(context.profile, of.whole, of.parts) === null) return twice ?? [of];
    return twice?.slice(1) ?? [];
  }
}

/** 年度资金总额 | 87.57 over 其中：一般公共预算 | 875.7: whether it is all of the funds or not, a source stays below them. */
function keptBelow(context: FilingContext, { certain, parts, whole }: Whole): LinearEdit | null {
  if (certain || whole?.section !== 'funding') return null;
  if (!parts.every(({ parent_id }) => parent_id === whole.amount_id)) return null;
  return sumEdit(context, whole, parts, { rule: 'SUM-01', relation: '<=' });
}

/** 支出合计 over 其中：人员经费 and 公用经费, which are 基本支出. */
function isOfAnother({ profile }: FilingContext, { certain, parts, whole }: Whole): boolean {
  const [first] = parts;
  if (certain || whole === null || first === undefined || !isOfWhich(first)) return false;
  return makesUpAnother(profile, whole, parts);
}

/** 资金来源 and 资金结构 of one sum, one below or beside the other: the uses and the sources, each of which makes it up; null where it has one list. */
function usesAndSources(of: Whole): [Whole, Whole] | null {
  const uses = of.parts.filter(({ item }) => USE.test(item));
  const sources = of.parts.filter((part) => !uses.includes(part));
  if (uses.length < 2 || sources.length < 2 || !sources.every(({ item }) => SOURCE.test(item))) return null;
  const alternatives = (): Amount[][] => [];
  return [
    { ...of, parts: uses, alternatives },
    { ...of, parts: sources, alternatives },
  ];
}

const USE = /^(?:基本支出|项目支出)$/;
const SOURCE = /资金|拨款|收入|结转|结余|补助|其他|预算|基金|专户|债券|贷款|自筹/;
