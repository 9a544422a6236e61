import type { Indicator, TextRecord } from '../../../schemas/index.ts';
import type { Fact } from '../facts/fact.ts';
import { fewerIsBetter } from '../figures/direction.ts';
import { normalised } from '../keys.ts';
import { broken, comparable, isNamed } from '../narrative/against-indicators.ts';
import { type Claim, claimsOf, factOf, isPersons } from '../narrative/claims.ts';
import { likeness } from '../narrative/concept.ts';
import { reportedResults } from '../narrative/reported-results.ts';
import {
  type DocumentContext,
  type DocumentRule,
  type FilingContext,
  notEvaluated,
  type Outcome,
  passed,
} from '../rule.ts';

/** What a goal promises is what its indicator asks for. */
export const NAR_05: DocumentRule = {
  id: 'NAR-05',
  scope: 'document',
  kind: 'narrative',
  title: { zh: '目标文字与指标值不一致', en: 'A goal and its indicator differ' },
  explanation: {
    zh: '绩效目标、年度任务的文字写出数字的，同名指标的指标值不应低于文字的承诺；任务文字写明人数的，同名项目表的人数指标应一致；完成情况的文字、自评报告正文所写同名指标的结果与实际完成值也应一致。',
    en: 'Where a goal or a task states a figure, the indicator of that name asks for no less; where a task counts persons, the form of the project of that name counts the same; achievements, and the results that a report tells under the name of an indicator, are compared with actual values.',
  },
  tolerance: 'T1',
  severity: 'warning',
  parameters: {
    projectLikeness: {
      value: 0.6,
      unit: 'share of neighbouring characters',
      reason: 'names of tasks leave words of the project out; unrelated ones share less than a third',
    },
    nearness: {
      value: 2,
      unit: 'ratio',
      reason: 'results of a report further from the indicator are of a part of it more often than a slip',
    },
  },
  example: { zh: '目标写发放率达到 100%，指标值 ≥98%', en: 'a goal of 100 %, its indicator ≥98 %' },
  check: (document) => [
    ...claimsOf(document).flatMap((claim) => check(document, claim)),
    ...reportedResults(document, NAR_05.parameters.nearness!.value),
  ],
};

function check(document: DocumentContext, claim: Claim): Outcome[] {
  const { text, filing } = claim;
  if (filing === null || !['goal', 'task', 'achievement'].includes(text.role)) return [];
  const field = text.role === 'achievement' ? 'actual' : 'target';
  return text.figures.flatMap((figure, index): Outcome[] => {
    const fact = factOf(claim, index);
    if (fact === null || (figure.role !== 'stated' && figure.role !== 'rate')) return [];
    const years = isOfYears(text, filing) || saidOfYears(text.text, figure.offset);
    const rows = filing.indicators.filter(
      (row) => isNamed(figure.item, row) && (!years || row.section === 'long_term'),
    );
    const compared = facing(claim, index, fact, rows, field, filing);
    if (compared.length > 0 || text.role !== 'task' || !isPersons(figure.unit)) return compared;
    return againstProject(document, claim, index, fact);
  });
}

/** 实施期目标 beside 年度目标: what is aimed at in all the years. */
const OF_YEARS = /长期|中期|周期|(?:实施|政策|规划|项目)期|[三五]年/;

const OF_THE_YEAR = /年度|当年|本年/;

/** 总体目标 beside 年度目标 is of all the years too. */
function isOfYears(text: TextRecord, { texts }: FilingContext): boolean {
  const label = text.label ?? '';
  if (OF_YEARS.test(label)) return true;
  if (text.role !== 'goal' || OF_THE_YEAR.test(label)) return false;
  return texts.some((other) => other.role === 'goal' && OF_THE_YEAR.test(other.label ?? ''));
}

/** Characters before a figure in which its sentence is looked for: a text without a full stop would be gone through for each figure. */
const LONGEST = 1000;

/** 三年内贴息企业600户 promises more than one year: no indicator of a year answers for it. */
function saidOfYears(text: string, offset: number): boolean {
  const sentence =
    text
      .slice(Math.max(0, offset - LONGEST), offset)
      .split(/[。；;\n]/)
      .at(-1) ?? '';
  return /(?:[两二三四五六2-6]|十|10)年(?:内|间|累计|共计?|期间|来|建设|建成|完成|新[增建])|(?:规划|政策|实施|项目)期(?:内|间)|[到至](?:19|20)\d\d年/.test(
    sentence,
  );
}

function facing(
  claim: Claim,
  index: number,
  fact: Fact,
  rows: readonly Indicator[],
  field: 'target' | 'actual',
  filing: FilingContext,
): Outcome[] {
  const figure = claim.text.figures[index]!;
  const facts = rows.flatMap((row) => {
    const value = filing.facts.quantity(row, field);
    return value !== null && comparable(figure.unit, value.unit) ? [{ row, value }] : [];
  });
  const [only] = facts;
  const filingId = claim.text.filing_id;
  if (only === undefined) return [];
  if (facts.some(({ row, value }) => keeps(fact, figure.op, row, value, field))) return [passed(filingId)];
  if (facts.length > 1) return [notEvaluated(filingId, 'several indicators of that name')];
  return [broken(claim, index, fact, only.value, only.row.level3 ?? '')];
}

/** Whether the indicator asks for at least what the text promises. */
function keeps(
  fact: Fact,
  op: string | null,
  row: Indicator,
  value: Fact,
  field: 'target' | 'actual',
): boolean {
  const said = fact.value * fact.factor;
  const asked = value.value * value.factor;
  // What is promised is exact as it is told; what was achieved is as precise as its print.
  const slack = field === 'actual' ? fact.half * fact.factor + value.half * value.factor : 0n;
  if (said - asked <= slack && asked - said <= slack) return true;
  if (field === 'actual') return false;
  const sign = row.target?.op ?? '=';
  if (sign === '=' && (op === '=' || op === null)) return false;
  const fewer =
    sign.startsWith('<') || (sign === '=' && fewerIsBetter(`${row.level2 ?? ''}${row.level3 ?? ''}`));
  return fewer ? asked < said : asked > said;
}

/** A task that counts persons (14名退休老干部生活补助) and the form of the project that it names. */
function againstProject(document: DocumentContext, claim: Claim, index: number, fact: Fact): Outcome[] {
  const item = normalised(claim.text.figures[index]!.item);
  const ranked = document.filings
    .filter(({ filing }) => filing.form_type === 'project_targets' && filing.project !== null)
    .map((context) => ({ context, like: likeness(item, normalised(context.filing.project)) }))
    .filter(({ like }) => like >= NAR_05.parameters.projectLikeness!.value)
    .sort((a, b) => b.like - a.like);
  const [best, next] = ranked;
  const filingId = claim.text.filing_id;
  if (best === undefined) return [];
  if (next !== undefined && next.like === best.like)
    return [notEvaluated(filingId, 'several projects of that name')];
  const { context } = best;
  const counts = context.indicators.flatMap((row) => {
    const value = isPersons(row.target?.unit ?? null) ? context.facts.quantity(row, 'target') : null;
    return value === null ? [] : [value];
  });
  const size = (of: Fact): bigint => of.value * of.factor;
  const [first] = counts;
  if (first === undefined) return [notEvaluated(filingId, 'the project counts no persons')];
  if (counts.some((count) => size(count) === size(fact))) return [passed(filingId)];
  if (counts.some((count) => size(count) !== size(first))) {
    return [notEvaluated(filingId, 'the project counts several groups')];
  }
  return [broken(claim, index, fact, first, context.filing.project ?? '')];
}
