import type { Amount, Filing, FormType, Indicator, Issue, Location } from '../../schemas/index.ts';
import { coverageOf } from './coverage.ts';
import { setExecution, setExecutionOfFunds } from './execution.ts';
import { familyOf } from './family.ts';
import { countedFields } from './fields/counted-fields.ts';
import { type Field, type FieldReading, fieldsOfLine, readFields } from './fields/field-reading.ts';
import { fundingOfLines } from './fields/funding-lines.ts';
import { type Goal, goalBefore, goalsOf, headingGoal } from './fields/goals.ts';
import { linesAcross } from './fields/lines-across.ts';
import { type Meta, metaOf } from './fields/meta.ts';
import { textsAcross, textsBeside } from './fields/table-texts.ts';
import { type TextDraft, textsOfFields, textsOfLines } from './fields/texts.ts';
import type { Form, IndicatorRegion, MoneyRegion, Region } from './form.ts';
import { columnIndicators, writtenColumns } from './indicators/column-indicators.ts';
import { type IndicatorContext, type IndicatorReading, readIndicators } from './indicators/indicators.ts';
import { namedColumnsIn, readNamedColumns } from './indicators/named-columns.ts';
import { readLeading } from './indicators/project-rows.ts';
import { readTotals } from './indicators/total-row.ts';
import { readWritten } from './indicators/written-indicators.ts';
import { joinedLeftOut, joinedRows } from './joined-rows.ts';
import type { FieldRole } from './lexicon/fields.ts';
import { sectionOfText } from './lexicon/levels.ts';
import { readAmounts } from './money/amounts.ts';
import { type AsideColumn, figuresLeftOut } from './money/aside-columns.ts';
import type { Execution } from './money/execution.ts';
import type { AmountContext } from './money/figures.ts';
import { readFunding } from './money/funding.ts';
import type { AmountDraft } from './money/money.ts';
import { joinBelow } from './money/open-parts.ts';
import { type ScoredRow, scoredTasks, scoresLeftOut, scoresWithoutPlace } from './money/scored-rows.ts';
import { joinSources } from './money/sources-of-whole.ts';
import { doubtColumns } from './recognised/doubted-columns.ts';
import { amountRecords, type Owner } from './records.ts';
import { regionsOf } from './regions.ts';
import { strayFigures, straysLeftOut, unreadFigures, unreadRows } from './stray-figures.ts';
import { readSurvey } from './survey/survey.ts';
import { pointsOf } from './table/cells.ts';

/** A form taken apart, before its tables are read. */
export interface FormOutline {
  form: Form;
  regions: Region[];
  reading: FieldReading;
  type: FormType;
  meta: Meta;
}

/** What the tables and texts of a form hold. */
export interface FormContents {
  indicators: Indicator[];
  placeholders: NonNullable<Filing['placeholders']>;
  /** Rows that stand where indicators do and gave none. */
  unreadRows: number;
  /** Figures that no label explains, as printed. */
  unreadFigures: number[];
  amounts: Amount[];
  texts: TextDraft[];
  /** What rows of its sheets say that is no part of the form. */
  prose: TextDraft[];
  coverage: number;
  confidence: number;
  warnings: Issue[];
}

/** Finds the regions of a form, its fields and what they say of it; `report` is the title of the report that it stands in. */
export function outlineForm(form: Form, report: string | null = null): FormOutline {
  const regions = regionsOf(form);
  const reading: FieldReading = { fields: [], funding: [], totals: [], written: [] };
  for (const region of regions) {
    if (region.kind === 'fields') readFields(region, reading);
    else if (region.kind === 'indicators') readLeading(region, reading);
  }
  reading.funding.push(...fundingOfLines(form.captions));
  const meta = metaOf(form, regions, reading);
  return { form, regions, reading, type: familyOf(form, regions, reading, report), meta };
}

/** What a cover says: who files, and when. */
const coverFields = new Set<FieldRole>([
  'organisation',
  'organisation_code',
  'filed_on',
  'year',
  'person',
  'phone',
  'signature',
]);

/** Most filled cells of a cover. */
const MOST_ON_COVER = 14;

/** Whether a form is the cover of a workbook, 部门预算公开表 | 部门名称 | 编制日期: it has no rows to fill in. */
export function isCover({ form, reading, regions }: FormOutline): boolean {
  const { fields, funding, totals, written } = reading;
  if (fields.length === 0 || funding.length + totals.length + written.length > 0) return false;
  if (!regions.every(({ kind }) => kind === 'fields') || !fields.every(({ role }) => coverFields.has(role)))
    return false;
  const filled = form.strips.reduce(
    (sum, { end, first, table }) =>
      sum +
      table.grid.cells.filter(({ row, text }) => row >= first && row < end && text.trim() !== '').length,
    0,
  );
  return filled <= MOST_ON_COVER;
}

const evaluations = new Set<FormType>([
  'project_self_evaluation',
  'department_self_evaluation',
  'scoring_framework',
]);

/** Reads the tables of a form, now that its year, unit and project are known. */
export function readForm(outline: FormOutline, owner: Owner): FormContents {
  const { form, regions, reading, type, meta } = outline;
  const goals = goalsOf(reading.fields);
  const isEvaluation = evaluations.has(type);
  const context: AmountContext = {
    formType: type,
    title: form.title ?? '',
    project: meta.project,
    moneyUnit: meta.money_unit,
  };
  const found: IndicatorReading = { indicators: [], execution: null, placeholders: [], carried: [] };
  const amounts = readFunding(reading.funding, meta.project, meta.money_unit);
  const ofLines = [...form.captions, ...form.notes].flatMap(fieldsOfLine);
  let above: AmountDraft[] = [];
  let leftOut = 0;
  const asides: AsideColumn[] = [];
  for (const region of regions) {
    if (region.kind === 'indicators') {
      readIndicators(region, indicatorContext(outline, region, goals, owner), found);
      if (isEvaluation) doubtColumns(region, found.indicators);
      if (found.execution) setExecution(meta, found.execution);
      readTotals(region, { ...reading, fields: [...reading.fields, ...ofLines] }, meta);
    } else if (region.kind === 'money') {
      const money = readAmounts(region, context);
      joinBelow(region, above, money.amounts);
      above = money.amounts;
      amounts.push(...money.amounts);
      asides.push(...money.asides);
      const beside = columnIndicators(region, owner, isEvaluation, found.indicators.length);
      found.indicators.push(...beside);
      readNamedColumns(region, indicatorContext(outline, region, goals, owner), found);
      const { length } = found.indicators;
      found.indicators.push(...writtenColumns(region, owner, isEvaluation, length, namedColumnsIn(region)));
      if (addsToTotal(outline, money.scored)) {
        const ordinal = found.indicators.length;
        found.indicators.push(...scoredTasks(region, money.scored, owner, ordinal));
      } else if (!hasPoints(money.execution)) leftOut += scoresWithoutPlace(region, money.scored);
      if (money.execution) setExecutionOfFunds(meta, region, money.execution);
    } else if (region.kind === 'survey') amounts.push(...readSurvey(region));
    else amounts.push(...countedFields(region, type, meta.money_unit));
  }
  for (const written of reading.written)
    found.indicators.push(...readWritten(written, owner, isEvaluation, found.indicators.length));
  joinSources(amounts);
  amounts.sort((a, b) => order(a.record.source.value, b.record.source.value));
  const texts = textsOf(outline, ofLines);
  const prose = linesAcross(form, placesOf(reading));
  const strays = strayFigures(form.strips, regions);
  const joined = joinedRows(form.strips, regions);
  const known = type !== 'unknown';
  return {
    indicators: found.indicators,
    placeholders: found.placeholders,
    unreadRows: unreadRows(strays, regions) + joined.length,
    unreadFigures: known ? unreadFigures(strays) : [],
    amounts: amountRecords(amounts, owner),
    texts,
    prose,
    coverage: coverageOf(form),
    confidence: leastConfidence([...found.indicators, ...amounts.map((each) => each.record)]),
    warnings: [
      ...(type === 'unknown' ? [unknownForm(form)] : []),
      ...(leftOut > 0 ? [scoresLeftOut(leftOut, form.title, placeOf(form))] : []),
      ...(asides.length > 0 ? [figuresLeftOut(asides, form.title, placeOf(form))] : []),
      ...(strays.length > 0 && known ? [straysLeftOut(strays, form.title, placeOf(form))] : []),
      ...(joined.length > 0 && known ? [joinedLeftOut(joined, form.title, placeOf(form))] : []),
    ],
  };
}

/** The texts of a form, of its fields and around its tables; `ofLines` are the fields of the lines outside the grids. */
function textsOf({ form, reading, regions }: FormOutline, ofLines: readonly Field[]): TextDraft[] {
  return [
    ...textsOfFields([
      ...reading.fields,
      ...regions.flatMap((region) =>
        region.kind === 'money' ? [...textsBeside(region), ...textsAcross(region)] : [],
      ),
      ...ofLines.filter((field) => field.role === 'goal'),
    ]),
    ...textsOfLines(form.notes, 'note'),
  ];
}

/** Where fields, funds and written indicators were read. */
function placesOf({ fields, funding, written }: FieldReading): Set<Location> {
  return new Set([...fields, ...funding, ...written].map(({ at }) => at));
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

function leastConfidence(records: readonly { confidence: number }[]): number {
  let least = 1;
  for (const { confidence } of records) if (confidence < least) least = confidence;
  return least;
}

/** Reading order: amounts of labelled fields and of tables stand in one sequence. */
function order(a: Location | undefined, b: Location | undefined): number {
  if (!a || !b) return 0;
  return a.block - b.block || (a.row ?? 0) - (b.row ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

function unknownForm(form: Form): Issue {
  const title = form.title ?? '';
  return {
    code: 'unknown_form',
    message: {
      zh: `有一张表格的标签不属于任何已知表单${title === '' ? '' : `：${title}`}`,
      en: `The labels of a grid are not those of any known form${title === '' ? '' : `: ${title}`}`,
    },
    place: placeOf(form),
  };
}

function placeOf(form: Form): string | null {
  const part = form.strips[0]?.table.grid.parts[0];
  if (!part) return null;
  if (part.sheet !== null) return part.sheet;
  return part.page !== null ? `page ${part.page}` : part.table !== null ? `table ${part.table + 1}` : null;
}

export function filingOf(
  outline: FormOutline,
  contents: FormContents,
  id: string,
  documentId: string,
  ordinal: number,
  inferred: string[],
): Filing {
  const { form, meta, type } = outline;
  const { yearInferred: _, source, ...fields } = meta;
  const first = form.strips[0];
  const anchor = first?.table.grid.cells[first.table.rowStart[first.first] as number]?.location;
  return {
    filing_id: id,
    document_id: documentId,
    ordinal,
    form_type: type,
    title: form.title,
    ...fields,
    inferred,
    grids: [...new Set(form.strips.map((strip) => strip.table.index))],
    placeholders: contents.placeholders,
    ...(contents.unreadRows > 0 ? { unread_rows: contents.unreadRows } : {}),
    ...(contents.unreadFigures.length > 0 ? { unread_figures: contents.unreadFigures } : {}),
    coverage: contents.coverage,
    source: Object.keys(source).length > 0 || !anchor ? source : { form: anchor },
    confidence: contents.confidence,
  };
}
