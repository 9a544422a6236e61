import type { Filing, Indicator, Message } from '../../../schemas/index.ts';
import { countsExecution, isExtra, isFact, leavesExecution, pointSum, total } from '../edits/points.ts';
import { type Exact, exact, show } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { blocksOf, levelsOf, mostlyFilled } from '../figures/indicators.ts';
import { keptWith } from '../remembered.ts';
import {
  type DocumentContext,
  edited,
  type FilingContext,
  type FilingRule,
  notEvaluated,
  type Outcome,
  passed,
} from '../rule.ts';

/** The points of all indicators, with those of 预算执行率, make the base of the form: 100, or 90 where it has no place for them. */
export const WGT_01: FilingRule = {
  id: 'WGT-01',
  scope: 'filing',
  overAll: true,
  kind: 'weight_sum',
  title: { zh: '指标权重之和不等于基数', en: 'Weights do not add up to the base' },
  explanation: {
    zh: '全部三级指标权重（连同预算执行率权重）之和应为100；表中没有预算执行率权重一栏的，90也成立。表上印有总分的，按总分核对；总得分含预算执行率得分的，总分也应含其分值。加分项、减分项不计入。权重以小数填列的（0.15），合计应为1。有指标行未能读出的，不作核对。',
    en: 'The weights of all indicators, with that of the execution rate, add up to 100; 90 is also right where the form has no place for it. A printed total is checked as printed; where the total score takes in that of the execution rate, the total of the points does too. Extra points (加分项, 减分项) do not count. Weights written as shares of one (0.15) add up to one. Where rows of indicators could not be read nothing is said.',
  },
  tolerance: 'T0',
  severity: 'error',
  parameters: {},
  example: {
    zh: '20 + 20 + 10 + 30 + 10 = 90，预算执行率权重空白',
    en: '20 + 20 + 10 + 30 + 10 = 90, weight of the execution rate blank',
  },
  check,
};

function check(context: FilingContext): Outcome[] {
  return blocksOf(context.indicators).flatMap((block) => checkBlock(context, block));
}

function checkBlock(context: FilingContext, block: readonly Indicator[]): Outcome[] {
  const { facts, filing, profile } = context;
  const weightsOf = (rows: readonly Indicator[]): Fact[] =>
    rows.map((row) => facts.indicator(row, 'weight')).filter(isFact);
  const own = block.filter((row) => !isExtra(row));
  // Points beyond the hundred (加分项) are in the printed total where it says so.
  const extra = weightsOf(block);
  const within = printedTotal(context, block)?.value === total(extra);
  const ofRows = within ? extra : weightsOf(own);
  if (ofRows.length === 0) return [];
  const { facts: ofLevels, rows: pointed } = pointsOfLevels(context, own);
  const weights = within ? ofRows : [...ofRows, ...ofLevels];
  if (!mostlyFilled(ofRows.length + pointed, own.length)) {
    return [notEvaluated(filing.filing_id, 'most weights are blank')];
  }
  const { withExecution, withoutExecution } = profile.weightBase;
  const execution = facts.filing(filing, 'execution_weight');
  const parts = execution === null ? weights : [...weights, execution];
  const printed = printedTotal(context, block);
  const sum = total(parts);
  if (printed !== null) {
    // A total row may leave the points of 预算执行率 out, unless its score counts them in.
    const without = printed.value === total(weights) && !countsExecution(context, 'score');
    if (leavesExecution(context, printed, total(weights))) return [passed(filing.filing_id)];
    const norm = [...withExecution, ...withoutExecution].map(exact).includes(printed.value);
    const sum = { ...VOICE, says: PRINTED, total: printed, base: 0n, parts: without ? weights : parts };
    return [edited(pointSum(context, norm ? { ...sum, norm } : sum))];
  }
  const hasField = execution !== null || templateHasField(context);
  const whole = weights.every(({ value }) => value <= ONE) && weights.length > 1 ? HUNDRED : 1;
  const bases = (hasField ? withExecution : withoutExecution).map((base) => exact(base / whole));
  const known = printedBase(block, context) ?? siblingBase(block, context, bases);
  const base = bases.includes(sum) ? sum : (known ?? bases[0]!);
  const otherBases = known === null ? bases.filter((other) => other !== base) : [];
  const hint =
    hasField && execution === null ? blankExecution(base - sum, profile.weightBase.execution) : undefined;
  const isUsual = hint !== undefined && base - sum === exact(profile.weightBase.execution);
  const blank = isUsual ? { blank: { fact: facts.blank(filing, 'execution_weight') } } : {};
  const note = hint === undefined ? {} : { note: hint, ...blank };
  return [edited(pointSum(context, { ...VOICE, total: null, base, otherBases, parts, ...note }))];
}

/** Weights that are shares of one, 0.15 and 0.2, add up to one and no hundred. */
const ONE = exact(1);
const HUNDRED = 100;

/** 产出指标（40分） over rows without points of their own, beside others that have theirs: the points that such first levels print, and how many rows they are for. */
function pointsOfLevels(
  { facts }: FilingContext,
  rows: readonly Indicator[],
): { facts: readonly Fact[]; rows: number } {
  const bare = levelsOf(rows).filter(({ rows: below }) => below.every((row) => row.weight == null));
  const printed = bare.map(({ rows: below }) => facts.indicator(below[0] as Indicator, 'level1_weight'));
  if (bare.length === 0 || !printed.every(isFact)) return { facts: [], rows: 0 };
  return {
    facts: printed.filter(isFact),
    rows: bare.reduce((sum, { rows: below }) => sum + below.length, 0),
  };
}

/** The form itself, or another one of its template in the document, has a place for the points of 预算执行率. */
function templateHasField({ filing, document }: FilingContext): boolean {
  if (filing.has_execution_weight_field) return true;
  return filing.title !== null && templatesWithField(document).has(templateOf(filing));
}

const templatesWithField = keptWith(
  ({ filings }: DocumentContext): ReadonlySet<string> =>
    new Set(filings.flatMap(({ filing }) => (filing.has_execution_weight_field ? [templateOf(filing)] : []))),
);

const VOICE = {
  rule: 'WGT-01',
  says: { zh: '指标权重之和', en: 'weights of the indicators' },
  role: 'weight',
} as const;

const PRINTED = {
  zh: '总分一栏的分值应等于各项分值之和',
  en: 'the points of the total row should be the sum of the points above',
};

/** The 总分 row speaks for the table of a self-evaluation; a target form with two sections has no single one. */
function printedTotal(
  { facts, filing, indicators }: FilingContext,
  block: readonly Indicator[],
): Fact | null {
  return block.length === indicators.length ? facts.filing(filing, 'total_weight') : null;
}

/** The base that most other filings of the same template in the document keep. */
function siblingBase(
  block: readonly Indicator[],
  { filing, document }: FilingContext,
  bases: readonly Exact[],
): Exact | null {
  const sums = sumsOfTemplates(document, block[0]?.section).get(templateOf(filing));
  const kept = bases.flatMap((base) => {
    const filings = sums?.get(base);
    if (filings === undefined) return [];
    const count = filings.size - (filings.has(filing) ? 1 : 0);
    const [first = 0, second = 0] = filings.values();
    return count === 0 ? [] : [{ base, count, at: first === filings.get(filing) ? second : first }];
  });
  return kept.sort((a, b) => b.count - a.count || a.at - b.at)[0]?.base ?? null;
}

const templateOf = ({ form_type: type, title }: Filing): string => `${type}|${title ?? ''}`;

/** Filings of one template by the sum of their points, with their place in the document. */
type Sums = Map<Exact, Map<Filing, number>>;

/** The sums of all filings of a document, by template: worked out once, so that time grows with the filings only. */
function sumsOfTemplates(
  document: DocumentContext,
  section: Indicator['section'] | undefined,
): ReadonlyMap<string, Sums> {
  const known = sectionsOf(document).get(section);
  if (known !== undefined) return known;
  const templates = new Map<string, Sums>();
  for (const [place, { filing, indicators }] of document.filings.entries()) {
    let sum = exact(filing.execution_weight ?? 0);
    for (const row of indicators) if (row.section === section) sum += exact(row.weight ?? 0);
    const template = templateOf(filing);
    const sums: Sums = templates.get(template) ?? new Map();
    templates.set(template, sums);
    const filings = sums.get(sum) ?? new Map<Filing, number>();
    sums.set(sum, filings.set(filing, place));
  }
  sectionsOf(document).set(section, templates);
  return templates;
}

const sectionsOf = keptWith(
  (_: DocumentContext) => new Map<Indicator['section'] | undefined, ReadonlyMap<string, Sums>>(),
);

/** The points that the 一级指标 print, where all of them do and they make a round base. */
function printedBase(block: readonly Indicator[], { facts, profile }: FilingContext): Exact | null {
  const groups = levelsOf(block);
  const printed = groups.map(({ rows }) => facts.indicator(rows[0]!, 'level1_weight'));
  if (groups.length < 2 || !printed.every(isFact)) return null;
  const sum = total(printed.filter(isFact));
  return profile.weightBase.withoutExecution.map(exact).includes(sum) ? sum : null;
}

function blankExecution(missing: Exact, usual: number): Message {
  const points = show(missing);
  if (missing !== exact(usual)) {
    return { zh: '预算执行率权重未填', en: 'the weight of the execution rate is blank' };
  }
  return {
    zh: `预算执行率权重未填，缺少的 ${points} 分应在此处`,
    en: `the weight of the execution rate is blank, where the missing ${points} belong`,
  };
}
