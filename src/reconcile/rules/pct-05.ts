import type { Amount, Filing, Measure } from '../../../schemas/index.ts';
import type { RatioEdit } from '../edits/edit.ts';
import { evaluate } from '../edits/evaluate.ts';
import { ratioEdit } from '../edits/ratios.ts';
import type { Fact } from '../facts/fact.ts';
import { amountOf, lineAt } from '../figures/lines.ts';
import { evidenceOfTerms } from '../findings.ts';
import { closedUp, normalised } from '../keys.ts';
import type { NotEvaluatedReason } from '../not-evaluated.ts';
import { notice } from '../notice.ts';
import { keptWith } from '../remembered.ts';
import { edited, type FilingContext, type FilingRule, notEvaluated, type Outcome, passed } from '../rule.ts';
import { besides, DONE, figure } from './execution-line.ts';
import { isExecutionRate, isForecast, isForecastRate } from './execution-rate.ts';
import { ofAllSources } from './sources-together.ts';
import { added, type SpentByParts, spentByParts } from './spent-by-parts.ts';
import { statedExecution } from './stated-execution.ts';

/** 执行率 = 执行数 ÷ 预算数, by the denominator of the profile; another one that fits is named. */
export const PCT_05: FilingRule = {
  id: 'PCT-05',
  scope: 'filing',
  kind: 'ratio',
  title: { zh: '预算执行率与执行数不符', en: 'Execution rate differs from its figures' },
  explanation: {
    zh: '预算执行率 = 全年执行数 ÷ 全年预算数 × 100%。按年初预算或到位数才对得上的，作提示并写明所用分母；两数俱全而执行率空白的，也作提示。预计执行率按预计执行数核对。只印年初预算和调整数、没有调整后预算的，以两者之和为预算数，对不上的不作判断；只印批复数和调整数的，按批复数或两者之和对得上即可。同行有几个预算数的，以其余各行（至少两行）都成立的那一列为准。',
    en: 'The execution rate is what was spent over the budget of the year. Where another denominator (first budget, funds arrived) fits, it is named and only noted; so is a rate left blank beside both figures. A forecast rate is of the forecast. Where only the first budget and its adjustment are printed, their sum is the budget, and a rate that does not fit it is not judged; beside a budget approved and its adjustment a rate may be of the one or of both. Of several budgets in a line the rate is of the column that all other lines, two at least, are of.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: { zh: '执行 410.5 ÷ 预算 412 = 99.6%，填 84.6%', en: '410.5 ÷ 412 = 99.6%, printed as 84.6%' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const rates = ratesOf(context);
  const outcomes = rates.map((rate) => outcomesOf(context).get(rate) as Outcome);
  const others = outcomes.length > 0 ? outcomes : blankRate(context);
  const stated = statesAnother(context.filing, rates) ? statedExecution(context) : [];
  return [...others, ...stated, ...forecasts(context)];
}

const ratesOf = ({ amounts }: FilingContext): Amount[] =>
  amounts.filter((amount) => amount.measure === 'rate' && isExecutionRate(amount));

const outcomesOf = keptWith(
  (context: FilingContext): ReadonlyMap<Amount, Outcome> =>
    new Map(ratesOf(context).map((rate) => [rate, compare(context, rate)])),
);

/** The rates of execution of which their own line does not tell what they are of: the others of their column may. */
export const untoldRates = keptWith(
  (context: FilingContext): ReadonlySet<Amount> =>
    new Set(
      [...outcomesOf(context)].flatMap(([rate, outcome]) =>
        outcome.type === 'not_evaluated' && UNTOLD.has(outcome.reason) ? [rate] : [],
      ),
    ),
);

const UNTOLD: ReadonlySet<NotEvaluatedReason> = new Set([
  'operand missing',
  'budget is missing',
  'several budgets in the line',
]);

/** Whether the form states its rate of execution in a cell that is none of its table of money. */
function statesAnother({ source: { execution_rate: at } }: Filing, rates: readonly Amount[]): boolean {
  if (at === undefined) return rates.length === 0;
  return !rates.some(
    ({ source: { value } }) =>
      value?.grid === at.grid && value?.row === at.row && value?.column === at.column,
  );
}

/** 年初预算数 | 全年预计执行数 | 预计执行率: the forecast over a budget, where some row of the form has it so. */
function forecasts(context: FilingContext): Outcome[] {
  const rates = context.amounts.filter((amount) => amount.measure === 'rate' && isForecastRate(amount));
  const rows = rates.map((rate) => forecastEdits(context, rate)).filter((edits) => edits.length > 0);
  const fits = rows.map((edits) => edits.some((edit) => evaluate(edit)?.within === true));
  const { filing_id: id } = context.filing;
  if (!fits.includes(true))
    return rows.map(() => notEvaluated(id, 'the forecast is of no budget of the form'));
  return rows.map((edits, i) => (fits[i] ? passed(id) : edited(edits[0]!)));
}

function forecastEdits(context: FilingContext, amount: Amount): RatioEdit[] {
  const { amounts, facts, profile } = context;
  const rate = facts.amount(amount);
  const { value: at } = amount.source;
  const done = lineAt(amounts, at).find((other) => isForecast(other) && other.item === amount.item);
  const fact = done === undefined ? null : facts.amount(done);
  if (rate === null || fact === null) return [];
  return profile.executionDenominators.flatMap((measure) => {
    const plan = measure === 'current' ? null : figure(context, amount, [measure]);
    return plan === null || plan.value <= 0n ? [] : [ratio(context, amount, rate, fact, plan)];
  });
}

/** Whether a picture shows a budget in the line of a rate that nobody could read: the one that was read may be another. */
function isPlanUnread({ amounts, profile }: FilingContext, { item, source }: Amount): boolean {
  return lineAt(amounts, source.value).some(
    (other) =>
      other.item === item &&
      other.value === null &&
      other.doubts?.value !== undefined &&
      profile.executionDenominators.includes(other.measure),
  );
}

function compare(context: FilingContext, amount: Amount): Outcome {
  const { facts, filing, profile } = context;
  const rate = facts.amount(amount);
  const parts = rate === null ? null : spentByParts(context, amount);
  if (rate !== null && parts !== null) return compareParts(context, amount, rate, parts);
  const found = figure(context, amount, DONE);
  if (rate === null || found === null) return notEvaluated(filing.filing_id, 'operand missing');
  const done = spentInAll(context, amount, found);
  if (done === null) return ofAllSources(context, amount);
  const planned = profile.executionDenominators.flatMap((measure) => {
    const fact = figure(context, amount, [measure]);
    return fact === null || fact === done ? [] : [fact, ...besides(context, fact)];
  });
  const [first] = planned;
  if (first === undefined) return notEvaluated(filing.filing_id, 'budget is missing');
  if (first.value <= 0n) return notEvaluated(filing.filing_id, 'denominator is zero');
  const adjusted = adjustedPlan(context, amount, planned);
  if (adjusted !== null && adjusted.value > 0n) {
    const fits = evaluate(ratio(context, amount, rate, done, adjusted))?.within === true;
    return fits
      ? passed(filing.filing_id)
      : notEvaluated(filing.filing_id, 'no cell prints the adjusted budget');
  }
  const edits = planned
    .filter(({ value }) => value > 0n)
    .map((plan) => ratio(context, amount, rate, done, plan));
  if (evaluate(edits[0]!)?.within === true) return edited(edits[0]!);
  if (isPlanUnread(context, amount)) return notEvaluated(filing.filing_id, 'one of the figures was not read');
  const other = edits.slice(1).find((edit) => evaluate(edit)?.within === true);
  if (other === undefined && fitsApproved(context, amount, rate, done, planned))
    return passed(filing.filing_id);
  const alike = besides(context, first);
  if (other !== undefined && alike.includes(other.denominator.fact)) return passed(filing.filing_id);
  if (other === undefined && alike.length > 0) {
    const sum = [first, ...alike].find((plan) => isSum(context, plan));
    if (sum === undefined) return ofAllSources(context, amount);
    return edited(ratio(context, amount, rate, done, sum));
  }
  if (other === undefined || other.denominator.fact.value === first.value) return edited(edits[0]!);
  return named(context, edits[0]!, other);
}

/**
 * 本月支出 | 累计支出 | 支出进度, 完成投资 | 资金支付 | 支付率: of several columns of what was spent the one that runs up to the day, else the one
 * of the word that the rate has; null where none says so.
 */
function spentInAll(context: FilingContext, rate: Amount, found: Fact): Fact | null {
  const columns = [found, ...besides(context, found)];
  if (columns.length === 1) return found;
  const [word = null] = /支付|完成|支出|执行|拨付|使用/.exec(closedUp(rate.column_label)) ?? [];
  const saying = (words: RegExp): Fact[] =>
    columns.filter((fact) => words.test(labelOfColumn(context, fact)));
  const sums = columns.filter((fact) => isSum(context, fact));
  const all = [sums, saying(/累计|全年|合计|小计|总计/), word === null ? [] : saying(new RegExp(word))];
  return all.find(({ length }) => length === 1)?.[0] ?? null;
}

/** Whether the column of a figure adds up others: 预算安排 / 合计. */
function isSum({ amounts, facts }: FilingContext, fact: Fact): boolean {
  const label = labelOfColumn({ amounts, facts }, fact);
  return /(?:合计|小计|总计|总额)$/.test(normalised(label.split(' / ').at(-1)));
}

const labelOfColumn = ({ amounts, facts }: Pick<FilingContext, 'amounts' | 'facts'>, fact: Fact): string =>
  closedUp(amountOf({ amounts, facts }, fact)?.column_label);

/** 年初预算 | 调整数 | 执行数 | 执行率: the budget that the rate is of, where no cell prints it; null where one does or nothing was adjusted. */
function adjustedPlan(context: FilingContext, amount: Amount, planned: readonly Fact[]): Fact | null {
  const first = figure(context, amount, ['initial_budget']);
  const change = adjustmentOf(context, amount);
  if (first === null || change === null || change.value === 0n || !planned.includes(first)) return null;
  return planned.length > 1 ? null : added([first, change]);
}

/** How the budget was adjusted; 比上年同期 over 增减额 is a change from year to year, and of no budget. */
function adjustmentOf(context: FilingContext, amount: Amount): Fact | null {
  const change = figure(context, amount, ['adjustment']);
  return change !== null && BETWEEN_YEARS.test(labelOfColumn(context, change)) ? null : change;
}

const BETWEEN_YEARS = /[比较](?:上年|去年|(?:19|20)\d\d年)|同比|同期/;

/** 预算批复金额 | 调整金额 | 支出金额 | 执行率: whether the rate is of what was approved and its adjustment together. */
function fitsApproved(
  context: FilingContext,
  amount: Amount,
  rate: Fact,
  done: Fact,
  planned: readonly Fact[],
): boolean {
  const [first, ...more] = planned;
  const change = adjustmentOf(context, amount);
  if (first === undefined || more.length > 0 || change === null) return false;
  const plan = added([first, change]);
  if (plan === null || plan.value <= 0n) return false;
  return evaluate(ratio(context, amount, rate, done, plan))?.within === true;
}

/** Rates beside 一季度 | 二季度: what was spent in the part that the rate stands under, or from the first part to that one. */
function compareParts(
  context: FilingContext,
  amount: Amount,
  rate: Fact,
  { own, toDate }: SpentByParts,
): Outcome {
  const { filing, profile } = context;
  const edits = profile.executionDenominators.flatMap((measure) => {
    const plan = figure(context, amount, [measure]);
    if (plan === null || plan.value <= 0n) return [];
    return [own, toDate].flatMap((done) => (done ? [ratio(context, amount, rate, done, plan)] : []));
  });
  const fits = edits.find((edit) => evaluate(edit)?.within === true);
  // A plan of each part, and parts that are left out, no row tells.
  return fits === undefined ? notEvaluated(filing.filing_id, 'a part of the year') : passed(filing.filing_id);
}

function ratio({ filing }: FilingContext, amount: Amount, rate: Fact, done: Fact, plan: Fact): RatioEdit {
  return ratioEdit(filing, {
    rule: 'PCT-05',
    says: {
      zh: `${amount.item}执行率应等于执行数 ÷ 预算数`,
      en: `execution rate of ${amount.item} should be spent ÷ planned`,
    },
    rate,
    numerator: done,
    denominator: plan,
  });
}

const MEASURES: Readonly<Partial<Record<Measure, string>>> = {
  initial_budget: '年初预算数',
  annual_budget: '全年预算数',
  budget: '预算数',
  current: '当年预算',
  arrived: '到位数',
};

function named(context: FilingContext, norm: RatioEdit, other: RatioEdit): Outcome {
  const rate = norm.rate.fact;
  const fits = other.denominator.fact;
  const measure = amountOf(context, fits)?.measure;
  const name = (measure === undefined ? undefined : MEASURES[measure]) ?? fits.label;
  return notice(context, {
    verdict: 'explained',
    message: {
      zh: `执行率 ${rate.text} 按${name} ${fits.text} 计算，而不是按 ${norm.denominator.fact.text}`,
      en: `execution rate ${rate.text} is measured against ${fits.text} (${name}), not against ${norm.denominator.fact.text}`,
    },
    actual: rate.printed,
    evidence: evidenceOfTerms([
      { fact: rate, role: 'rate' },
      norm.numerator,
      norm.denominator,
      { fact: fits, role: 'denominator used' },
    ]),
    operands: [rate.key, fits.key],
  });
}

/** A form that scores its execution and prints both figures, and does not give the rate itself: its cell is blank, or it has none. */
function blankRate(context: FilingContext): Outcome[] {
  const { amounts, facts, filing } = context;
  const isScored = filing.execution_score !== null || filing.execution_weight !== null;
  if (!isScored || filing.execution_rate !== null) return [];
  const tops = amounts.filter((amount) => amount.section === 'funding' && amount.parent_id === null);
  const of = (measures: readonly Measure[]): Fact | null => {
    const amount = tops.find((top) => measures.includes(top.measure) && top.value !== null);
    return amount === undefined ? null : facts.amount(amount);
  };
  const done = of(DONE);
  const plan = of(['annual_budget']) ?? of(['budget', 'initial_budget']);
  if (done === null || plan === null || plan.value <= 0n) return [];
  return [
    notice(context, {
      verdict: 'explained',
      kind: 'structure',
      message: {
        zh: `执行数 ${done.text}、预算数 ${plan.text} 俱全，表上没有执行率`,
        en: `${done.text} spent of ${plan.text} planned, and no execution rate is given`,
      },
      evidence: evidenceOfTerms([
        { fact: done, role: 'numerator' },
        { fact: plan, role: 'denominator' },
      ]),
      operands: [done.key, plan.key, 'rate'],
    }),
  ];
}
