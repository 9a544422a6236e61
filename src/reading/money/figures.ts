import type { Amount, FormType, Location, Measure, MoneyUnit } from '../../../schemas/index.ts';
import { fold, isUnit, moneyUnitIn, readQuantity } from '../../values/index.ts';
import type { MoneyRegion } from '../form.ts';
import type { Entry } from '../table/cells.ts';
import { isVoid, labelOfText, moneyRole } from '../table/label.ts';
import { cellOf } from '../table/table.ts';
import { unparted } from './blank-thousands.ts';
import type { FigureColumn } from './columns/figure-columns.ts';
import type { MoneyHalf } from './columns/money-columns.ts';
import { forecastDoubt } from './forecasts.ts';
import { type AmountDraft, draftOf, type FigureContext, lostFigure, readFigure } from './money.ts';
import type { RowName } from './money-row.ts';
import { signed } from './negative-marks.ts';
import { budgetStages } from './stages.ts';

/** What the reader of a money table must know of its form. */
export interface AmountContext {
  formType: FormType;
  title: string;
  project: string | null;
  moneyUnit: MoneyUnit | null;
  /** What the caption says that all figures count: 单位：人. */
  counted: string | null;
  /** The rows of the table name projects: its heads do not. */
  projectRows?: boolean;
  /** The rows of the table name offices or areas: they are no projects. */
  officeRows?: boolean;
}

/** What names a figure: its row, or in a table without row names its column. */
export type FigureName = Pick<
  RowName,
  | 'name'
  | 'label'
  | 'key'
  | 'at'
  | 'code'
  | 'codeAt'
  | 'year'
  | 'project'
  | 'total'
  | 'confidence'
  | 'counted'
  | 'unit'
>;

/** Reads one figure; null where its cell says nothing and no share of it is printed. */
export function figureAmount(
  region: MoneyRegion,
  figure: FigureColumn,
  entry: Entry,
  name: FigureName,
  section: Amount['section'],
  context: AmountContext,
  shared = false,
): AmountDraft | null {
  const unit = name.counted ?? (name.unit === null ? context.counted : null);
  const counted = unit !== null && figure.measure !== 'rate' && !isWorth(figure);
  // 数量 over 年初数 | 年末数 counts only what a row says the unit of.
  if (isNumber(figure) && !counted) return null;
  const ofRow = measureOfRow(figure, section, context, name, counted);
  // 年度预算申请 down beside 资金总额: what a department has for the year.
  const ofYear = context.formType.startsWith('department') && /年度|本年|当年/.test(region.side);
  const measure = ofRow === 'total_budget' && ofYear ? 'current' : ofRow;
  const figureText = unparted(signed(entry.text, region.table.grid), region.table.grid);
  const figureContext: FigureContext = {
    // 增减额 in a row of people counts people.
    measure: section === 'staff' && measure === 'adjustment' ? 'count' : measure,
    unit: figure.measure === 'rate' ? null : counted ? unit : unitOf(figure, name),
    heads: counted ? [] : figure.nearest,
    label: counted ? `（${unit}）` : name.label,
    side: region.side,
    moneyUnit: context.moneyUnit,
  };
  const quantity =
    lostFigure(entry, figureContext) ??
    readFigure(figureText, figureContext) ??
    (shared && isVoid(entry.key) ? readQuantity(entry.text.trim()) : null);
  if (!quantity) return null;
  if (figureText !== entry.text) quantity.raw = entry.text.trim();
  // 补贴标准 | 按里程补贴1.8元/公里 across the columns of figures is a text.
  if (quantity.kind === 'text' && entry.cell.columnSpan > 1 && /[\u4e00-\u9fff]{4}/.test(entry.text))
    return null;
  // In an allocation table a head that is no label is the name of a project.
  const allocated =
    context.formType === 'allocation_table' &&
    figure.role === null &&
    !context.projectRows &&
    !factors.test(figure.keys.at(-1) ?? '');
  const draft = draftOf(
    {
      section,
      item: name.name,
      label: name.label,
      measure: measureByUnit(measure, quantity.unit === null ? '' : fold(quantity.unit)),
      column_label: figure.path.length > 0 ? figure.path.join(' / ') : null,
      fund: section === 'funding' || section === 'staff' ? null : figure.fund,
      code: name.code ?? (allocated ? codeIn(figure.path) : null),
      project: name.project ?? (allocated ? projectIn(figure.path) : projectOf(section, name, context)),
    },
    quantity,
    placesOf(region, figure, entry, name),
    Math.min(entry.cell.confidence, name.confidence),
  );
  if (measure === 'current' && (figure.measure === null || figure.assumed)) draft.assumed = true;
  const doubt = forecastDoubt(draft.record.measure, [...figure.keys.toReversed(), name.key]);
  if (doubt !== null) draft.record.doubts = { measure: doubt };
  draft.yearPrinted = name.year ?? figure.year;
  draft.yearOffset = figure.yearOffset;
  return draft;
}

/** 数量 | 原值 beside 平方米: what things are worth is money, whatever they are counted in. */
const unitOf = (figure: FigureColumn, { unit }: FigureName): string | null =>
  unit !== null && isWorth(figure) && moneyUnitIn(unit) === null ? null : unit;

/** What the unit of a figure says that it measures, whatever its column does: 到位率 | 93.33% and 120台 among sums of money. */
function measureByUnit(measure: Amount['measure'], unit: string): Amount['measure'] {
  if (measure === 'adjustment') return measure;
  if (shares.test(unit)) return 'rate';
  return isUnit(unit) && !/元/.test(unit) ? 'count' : measure;
}

/** Where a figure and what names it stand. */
function placesOf(
  { headerTable }: MoneyRegion,
  { head }: FigureColumn,
  { cell }: Entry,
  { at, codeAt }: FigureName,
): Record<string, Location> {
  const source: Record<string, Location> = { value: cell.location };
  if (at) source.item = at;
  if (codeAt) source.code = codeAt;
  if (head >= 0) source.column = cellOf(headerTable, head).location;
  return source;
}

/** 基数补助 | 人口因素: how much is given for what, 一季度 when it is given, 1-10月累计实现的净利润 what it is worked out from; and no projects. */
const factors = /因素|基数|季度$|半年$|利润(?:总额)?$|\d月.*(?:累计|实现)/;

/** 价值 over 年初数 | 年末数 beside 房屋（平方米）: money, whatever the row counts. */
export const isWorth = ({ keys }: FigureColumn): boolean =>
  keys.some((key) => /^(?:价值|[账帐]面|[原净]值|(?:累计)?(?:折旧|摊销)|减值)/.test(key));
const isNumber = ({ keys }: FigureColumn): boolean => keys.length > 1 && keys[0] === '数量';

function projectOf(section: Amount['section'], name: FigureName, context: AmountContext): string | null {
  if (section === 'projects' && context.officeRows) return context.project;
  if (section === 'projects') return name.total ? null : name.name;
  return section === 'funding' ? context.project : null;
}

function codeIn(path: readonly string[]): string | null {
  for (const text of path) {
    const match = /(?:^|\D)(\d{3}|\d{5}|\d{7})(?=\D|$)/.exec(fold(text));
    if (match) return match[1] as string;
  }
  return null;
}

function projectIn(path: readonly string[]): string | null {
  const leaf = path.at(-1);
  return leaf === undefined ? null : leaf.replace(/^其\s*中\s*[:：]\s*|^\d{3,7}\s*[-—]\s*/g, '');
}

/** A row may say by its unit that its figures are counts or rates, whatever the column; what a column adds or takes off stays so. */
function measureOfRow(
  figure: FigureColumn,
  section: Amount['section'],
  context: AmountContext,
  name: FigureName,
  counted: boolean,
): Measure {
  if (figure.measure === 'adjustment' && (counted || name.unit !== null)) return 'adjustment';
  if (counted && !shares.test(name.counted ?? '')) return 'count';
  return name.unit !== null && shares.test(fold(name.unit))
    ? 'rate'
    : measureOf(figure, section, context, name.key);
}

/** Units of a share; a column of counts holds rates where its row has one of them. */
const shares = /^(?:%|‰|百分比|千分比)$/;

/** The measure of a column, else the one its form speaks of. */
function measureOf(
  figure: FigureColumn,
  section: Amount['section'],
  context: AmountContext,
  label: string,
): Measure {
  // 2025年预计执行 beside 2025年预算 is no budget.
  if (section === 'budget' && figure.measure === 'current' && !/预计/.test(figure.keys.at(-1) ?? ''))
    return 'budget';
  // 年度预算 | 执行数: the budget that the year is measured against.
  if (figure.measure === 'current' && figure.besideSpent && budgetOfYear.test(figure.keys.at(-1) ?? ''))
    return 'annual_budget';
  if ((section === 'income' || section === 'expenditure') && sideOfBudget.test(figure.keys.at(-1) ?? ''))
    return 'current';
  // The funds of a department are those of its year.
  if (figure.measure === 'total_budget' && section === 'expenditure') return 'current';
  // 资金总额 over 其中：中央资金 | 省级资金 is what is given out, 总投资 what the whole project costs.
  if (context.formType === 'allocation_table' && /^(?:资金|项目资金)总额/.test(figure.keys.at(-1) ?? ''))
    return 'budget';
  // 预算金额 of a task or a project is its budget of the year; 预算数 is a stage of its own.
  if (section === 'projects' && figure.measure === 'budget') return 'current';
  if (figure.measure !== null) return figure.measure;
  if (section === 'staff') return /率/.test(label) ? 'rate' : 'count';
  if (section === 'base_data') return stageOf(label) ?? 'budget';
  if (section !== 'budget') return 'current';
  // 预算数 | 统计数 of 机构运行信息: what the year came to.
  const isResult = /机构运行/.test(context.title) && /^统计数/.test(figure.keys.at(-1) ?? '');
  if (isResult || /决算/.test(context.title)) return 'final';
  // 下达金额 beside 实际拨付 is what there was to spend.
  if (given.test(figure.keys.at(-1) ?? '')) return 'budget';
  // 资金安排及使用情况 tells of both.
  return figure.besideSpent !== true &&
    /执行|(?<!占有|资产.{0,8})使用情况/.test(context.title) &&
    !/预算(?!收入|支出|收支)|(?:安排|分配|下达|计划)[及和与、]/.test(context.title)
    ? 'executed'
    : 'budget';
}

const budgetOfYear = /^(?:年度|本年度?|当年)预算(?:数|额|金额)?(?:\([^()]{1,8}\))*$/;

const given = /下达|安排|分配|批复|计划|申[报请]|合同|中标|成交|指标|债券|额度/;

/** 决算数 as the name of a row says itself what it measures. */
function stageOf(label: string): Measure | null {
  const role = moneyRole(labelOfText(label));
  return budgetStages.has(role) && /数$/.test(label) ? (role as Measure) : null;
}

/** 收入预算 | 支出预算 over names and figures: the two sides of an office's budget. */
const sideOfBudget = /^(?:收入|支出)预算$/;

/** The part of the form that a group of rows belongs to, by the label beside it and its heads. */
export function sectionOf(
  region: MoneyRegion,
  half: MoneyHalf,
  group: string,
  context: AmountContext,
): Amount['section'] {
  const beside = `${group}|${region.side}`;
  const counts = half.figures.filter((figure) => figure.measure === 'count').length;
  if (counts > 0 && half.figures.every((figure) => figure.measure === 'count' || figure.measure === 'rate'))
    return 'staff';
  if (context.formType === 'budget_table' || context.formType === 'allocation_table') return 'budget';
  const ofDepartment = context.formType.startsWith('department');
  const under = (words: RegExp): boolean =>
    ofDepartment &&
    half.figures.every(
      ({ keys }) => words.test(keys[0] ?? '') && (keys.length > 1 || sideOfBudget.test(keys[0] ?? '')),
    );
  if (/^收入|收入构成|收入预算|收入情况/.test(beside) || under(/^按?收入/)) return 'income';
  if (/^支出|支出构成|支出预算/.test(beside) || under(/^按?支出/)) return 'expenditure';
  if (half.project !== null || /项目支出情况|项目支出预算|项目清单|任务/.test(beside)) return 'projects';
  if (/人员情况|供养人员/.test(beside)) return 'staff';
  if (context.formType === 'base_data') return 'base_data';
  const heads = half.figures.map((figure) => figure.keys.join('/')).join('|');
  const ofProject = context.formType.startsWith('project');
  if (!ofProject && half.items.length === 0 && /预算支出总额|基本支出/.test(heads)) return 'expenditure';
  return context.formType === 'unknown' ? 'budget' : 'funding';
}

export function addShare(draft: AmountDraft, entry: Entry): void {
  if (entry.key === '') return;
  const quantity = readQuantity(entry.text.trim(), { unit: '%' });
  draft.record.share = quantity.kind === 'number' ? quantity.value : null;
  draft.record.share_raw = entry.text.trim();
  draft.record.source.share = entry.cell.location;
}
