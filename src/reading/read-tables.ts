import type { FormType } from '../../schemas/index.ts';
import { setExecution, setExecutionOfFunds } from './execution.ts';
import { countedFields } from './fields/counted-fields.ts';
import type { Field } from './fields/field.ts';
import { type Goal, goalBefore, goalsOf, headingGoal } from './fields/goals.ts';
import type { IndicatorRegion, MoneyRegion } from './form.ts';
import { columnIndicators, writtenColumns } from './indicators/column-indicators.ts';
import type { IndicatorContext } from './indicators/indicator-context.ts';
import { type IndicatorReading, readIndicators } from './indicators/indicators.ts';
import { namedColumnsIn, readNamedColumns } from './indicators/named-columns.ts';
import { readTotals } from './indicators/total-row.ts';
import { readWritten } from './indicators/written-indicators.ts';
import { sectionOfText } from './lexicon/levels.ts';
import { readAmounts } from './money/amounts.ts';
import type { AsideColumn } from './money/aside-columns.ts';
import type { Execution } from './money/execution.ts';
import type { AmountContext } from './money/figures.ts';
import { readFunding } from './money/funding.ts';
import type { AmountDraft } from './money/money.ts';
import { countedUnitOf } from './money/money-unit.ts';
import { joinBelow } from './money/open-parts.ts';
import { scoredList } from './money/scored-list.ts';
import { type ScoredRow, scoredTasks, scoresWithoutPlace } from './money/scored-rows.ts';
import type { FormOutline } from './outline.ts';
import { doubtColumns, doubtUnitColumns } from './recognised/doubted-columns.ts';
import type { Owner } from './records.ts';
import { readSurvey } from './survey/survey.ts';
import { pointsOf } from './table/cells.ts';

const evaluations = new Set<FormType>([
  'project_self_evaluation',
  'department_self_evaluation',
  'scoring_framework',
]);

/** What the tables of a form hold, region by region. */
export interface TablesReading {
  found: IndicatorReading;
  amounts: AmountDraft[];
  /** Scores of lists that no record has a place for. */
  scoresWithoutPlace: number;
  asides: AsideColumn[];
}

/** Reads the regions of a form in their order and the indicators that its fields write; `ofLines` are the fields of the lines outside the grids. */
export function readTables(outline: FormOutline, ofLines: readonly Field[], owner: Owner): TablesReading {
  const { regions, reading, type, meta } = outline;
  const isEvaluation = evaluations.has(type);
  const goals = goalsOf(reading.fields);
  const tables: TablesReading = {
    found: { indicators: [], execution: null, placeholders: [], carried: [] },
    amounts: readFunding(reading.funding, meta.project, meta.money_unit),
    scoresWithoutPlace: 0,
    asides: [],
  };
  const { found, amounts } = tables;
  let above: AmountDraft[] = [];
  for (const region of regions) {
    if (region.kind === 'indicators') {
      readIndicators(region, indicatorContext(outline, region, goals, owner), found);
      if (isEvaluation) doubtColumns(region, found.indicators);
      doubtUnitColumns(region, found.indicators);
      if (found.execution) setExecution(meta, found.execution);
      readTotals(region, { ...reading, fields: [...reading.fields, ...ofLines] }, meta);
    } else if (region.kind === 'money')
      above = readMoney(outline, region, above, indicatorContext(outline, region, goals, owner), tables);
    else if (region.kind === 'survey') amounts.push(...readSurvey(region));
    else amounts.push(...countedFields(region, type, meta.money_unit));
  }
  for (const written of reading.written)
    found.indicators.push(...readWritten(written, owner, isEvaluation, found.indicators.length));
  return tables;
}

/** Reads a money table and the indicators beside its lines; gives its amounts, which a table below may go on from. */
function readMoney(
  outline: FormOutline,
  region: MoneyRegion,
  above: AmountDraft[],
  context: IndicatorContext,
  tables: TablesReading,
): AmountDraft[] {
  const { form, type, meta } = outline;
  const { owner, evaluation } = context;
  const { indicators } = tables.found;
  const ofAmounts: AmountContext = {
    formType: type,
    title: form.title ?? '',
    project: meta.project,
    moneyUnit: meta.money_unit,
    counted: countedUnitOf(form, meta.money_unit),
  };
  const money = readAmounts(region, ofAmounts);
  joinBelow(region, above, money.amounts);
  tables.amounts.push(...money.amounts);
  tables.asides.push(...money.asides);
  const adds = addsToTotal(outline, money.scored);
  const given = adds || hasPoints(money.execution);
  const listed = given ? [] : scoredList(region, owner, indicators.length);
  indicators.push(...listed);
  // Without money the columns of parts are all that the list has beside its names.
  if (listed.length === 0 || money.amounts.length > 0) {
    indicators.push(...columnIndicators(region, owner, evaluation, indicators.length));
    readNamedColumns(region, context, tables.found);
    const named = namedColumnsIn(region);
    indicators.push(...writtenColumns(region, owner, evaluation, indicators.length, named));
  }
  if (adds) indicators.push(...scoredTasks(region, money.scored, owner, indicators.length));
  else if (!given && listed.length === 0)
    tables.scoresWithoutPlace += scoresWithoutPlace(region, money.scored);
  if (money.execution) setExecutionOfFunds(meta, region, money.execution);
  return money.amounts;
}

/** Whether the execution itself was given points: scores beside it are then its own. */
function hasPoints(execution: Execution | null): boolean {
  return execution !== null && (pointsOf(execution.weight) !== null || pointsOf(execution.score) !== null);
}

/** Points of tasks beside their money, in an evaluation whose indicators stand below. */
function addsToTotal({ regions, type }: FormOutline, scored: readonly ScoredRow[]): boolean {
  return (
    evaluations.has(type) &&
    scored.every(({ weight }) => weight !== null) &&
    regions.some(({ kind }) => kind === 'indicators')
  );
}

function indicatorContext(
  outline: FormOutline,
  region: IndicatorRegion | MoneyRegion,
  goals: Goal[],
  owner: Owner,
): IndicatorContext {
  const { form, type } = outline;
  const named =
    sectionOfText(region.side) ?? goalBefore(region, goals)?.section ?? sectionOfText(form.title ?? '');
  return {
    owner,
    section: named === 'long_term' ? 'long_term' : 'annual',
    evaluation: evaluations.has(type),
    framework: type === 'scoring_framework',
    goal: headingGoal(region, goals, outline.regions.filter(({ kind }) => kind === 'indicators').length),
  };
}
