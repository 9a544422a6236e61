import type { Amount } from '../../../schemas/index.ts';
import { fold, stripMarks } from '../../values/index.ts';
import type { MoneyRegion } from '../form.ts';
import { type MoneyRole, totalLabel } from '../lexicon/money-columns.ts';
import { isSourceName } from '../lexicon/money-items.ts';
import { entryAt, printedName } from '../table/cells.ts';
import { labelOfText, moneyRole } from '../table/label.ts';
import { cellOf } from '../table/table.ts';
import type { FigureColumn } from './columns/figure-columns.ts';
import { columnSpan, type MoneyHalf } from './columns/money-columns.ts';
import { type AmountContext, type FigureName, figureAmount, sectionOf } from './figures.ts';
import { type AmountDraft, countedUnit } from './money.ts';
import { budgetStages } from './stages.ts';

/** The figures of a row that has no name: their heads name them, 合计 | 因公出国 | 公务接待. */
export function matrixAmounts(
  region: MoneyRegion,
  half: MoneyHalf,
  row: number,
  context: AmountContext,
): AmountDraft[] {
  const section = sectionOf(region, half, '', context);
  const found: MatrixFigure[] = [];
  // 预算执行情况 beside 年初预算数 | 全年预算数 | 执行率: the heads say the measure, the label beside them the item.
  const side = stripMarks(printedName(region.sideText)).rest.replace(/[（(][万萬]?元[)）]$/, '');
  const staged = side !== '' && half.figures.filter((figure) => budgetStages.has(figure.role)).length > 1;
  const monthly = side !== '' && half.figures.filter(isMonth).length > 1;
  // 一季度 | 二季度 | 合计: what was paid in all of them.
  const lastPart = half.figures.findLast(isMonth)?.column ?? 0;
  const ofParts = (figure: FigureColumn): boolean =>
    isMonth(figure) ||
    (figure.measure === null && figure.column > lastPart && totalLabel.test(figure.keys.at(-1) ?? ''));
  const ofSide = (figure: FigureColumn): boolean =>
    (staged && (budgetStages.has(figure.role) || besides.has(figure.role))) || (monthly && isMonth(figure));
  // 总投资 beside 合计 | 财政资金 | 银行贷款: what the whole costs, and who pays for it.
  const ofWhole = moneyRole(labelOfText(region.sideText)) === 'total_budget';
  for (const figure of half.figures) {
    const entry = entryAt(region.table, row, columnSpan(figure.column));
    const leaf = figure.path.at(-1);
    if (!entry?.starts || entry.cell.column !== figure.column || leaf === undefined) continue;
    const name = ofSide(figure) ? side : matrixName(leaf) || wholeOfYears(half, figure);
    const key = fold(name);
    const total = totalLabel.test(key) && (found.length === 0 || addsUpAll.test(key));
    const named = nameOf(region, figure, name, leaf, total);
    const draft = figureAmount(
      region,
      {
        ...figure,
        fund: figure.path.length > 1 ? figure.fund : null,
        measure:
          monthly && ofParts(figure) && spent.test(side)
            ? 'executed'
            : isSumOfYear(half, figure, section, ofWhole)
              ? 'current'
              : (figure.measure ?? (ofWhole ? 'total_budget' : null)),
      },
      entry,
      named,
      sideOf(figure, context) ?? section,
      context,
    );
    if (!draft) continue;
    draft.record.parent = figure.path.at(-2) ?? null;
    draft.record.role = total ? 'total' : 'item';
    if (draft.record.fund !== null && fold(draft.record.fund) === key) draft.record.fund = null;
    found.push({
      draft,
      group: figure.path.slice(0, -1).join('/'),
      outer: figure.path.slice(0, -2).join('/'),
      total,
      ofWhich: /^\s*其\s*中/.test(leaf),
      staged: figure.measure !== null,
    });
  }
  joinMatrix(found);
  return found.map((each) => each.draft);
}

/** 资金总额 | 财政拨款 | 其他资金 without a sum of another stage or of single years beside it: of the year, as in a list of sources. */
function isSumOfYear(
  { figures }: MoneyHalf,
  figure: FigureColumn,
  section: Amount['section'],
  ofWhole: boolean,
): boolean {
  if (section !== 'funding' || ofWhole || figure.measure !== 'total_budget') return false;
  if (!/^(?:项目|专项)?资金(?:总额|合计)$/.test(figure.keys.at(-1) ?? '')) return false;
  return figures.every((other) => other === figure || (other.measure === null && other.year === null));
}

/** What names a figure that its head names. */
function nameOf(
  { headerTable }: MoneyRegion,
  { head: at }: FigureColumn,
  name: string,
  label: string,
  total: boolean,
): FigureName {
  const head = at >= 0 ? cellOf(headerTable, at) : null;
  return {
    name,
    label,
    key: fold(name),
    at: head?.location ?? null,
    code: null,
    codeAt: null,
    year: null,
    project: null,
    total,
    confidence: head?.confidence ?? 1,
    counted: countedUnit(label),
    unit: null,
  };
}

/** What stands beside the stages of a sum and is of it too: 年初预算 | 追加（减） | 调整预算 | 结余 | 执行率. */
const besides = new Set<MoneyRole | null>(['rate', 'adjustment', 'balance']);

/** 资金执行 beside 1月 | 2月 | 3月: what was paid month by month. */
const isMonth = ({ path }: FigureColumn): boolean =>
  /^(?:(?:1[0-2]|[1-9])\s*月份?|第?[一二三四1-4]\s*季度)$/.test(path.at(-1)?.trim() ?? '');
const spent = /^(?!.*(?:计划|预算(?!执行))).*(?:执行|支出|支付|拨付|使用)/;

/** 资金总额 | 2028年 | 2029年: a bare year is a year of what the head above it names, or of the whole beside it. */
function wholeOfYears({ figures }: MoneyHalf, { path }: FigureColumn): string {
  const above = path.slice(0, -1).findLast((text) => matrixName(text) !== '');
  const whole = figures.find(({ measure }) => measure === 'total_budget');
  return matrixName(above ?? whole?.path.at(-1) ?? '') || (path.at(-1) ?? '');
}

/** 本息合计 behind 项目收入 | 还本 | 付息 adds up what it names, not all that stands in front of it. */
const addsUpAll =
  /^(?:.*(?:收入|支出|资金|经费|预算|年度?|收|支|费用|金额|项目|部门|单位))?(?:合计|小计|总计|共计|总额|累计)$/;

/** 按收入性质分 | 按支出性质分 over the funds of a department: each side of its budget has a section. */
function sideOf({ keys }: FigureColumn, { formType }: AmountContext): Amount['section'] | null {
  const [top] = keys;
  if (!formType.startsWith('department') || keys.length < 2 || top === undefined) return null;
  return /收入/.test(top) ? 'income' : /支出/.test(top) ? 'expenditure' : null;
}

interface MatrixFigure {
  draft: AmountDraft;
  /** The heads above the figure's own, and those above these. */
  group: string;
  outer: string;
  total: boolean;
  /** 其中：上级补助 as a head of its own. */
  ofWhich: boolean;
  /** Its heads say a stage of their own. */
  staged: boolean;
}

/** A figure of a group is part of the group's 小计; the 小计 part of the 合计 around it. */
function joinMatrix(figures: readonly MatrixFigure[]): void {
  const totals = new Map<string, AmountDraft>();
  for (const figure of figures)
    if (figure.total && !totals.has(figure.group)) totals.set(figure.group, figure.draft);
  const open = openGroups(figures, totals);
  for (const [i, figure] of figures.entries()) {
    const { draft, group, outer, total } = figure;
    const around = group === '' && total ? undefined : totals.get(total || open.has(group) ? outer : group);
    const whole = inFrontOf(figure, figures[i - 1]) ?? around;
    if (!whole || whole === draft || whole.record.measure !== draft.record.measure) continue;
    draft.whole = whole;
    draft.record.depth = whole.record.depth + 1;
    if (whole !== around) draft.record.parent = whole.record.item;
    if (!total) draft.record.role = 'part';
  }
  joinOfWhich(figures);
  joinSources(figures);
}

/** 年度预算 | 其中：财政拨款 | 上年结转 | 自有资金 | 其他: where 其中 opens a list of sources that is named to its last or adds up, all of them are parts of what stands in front of it. */
function joinSources(figures: readonly MatrixFigure[]): void {
  const first = figures.findIndex(({ draft, ofWhich }) => ofWhich && draft.whole !== undefined);
  const whole = figures[first - 1]?.draft;
  const opening = figures[first];
  if (opening === undefined || whole === undefined || opening.draft.whole !== whole) return;
  const parts = figures.slice(first).filter(({ group }) => group === opening.group);
  const isSource = ({ draft: { record }, ofWhich, staged }: MatrixFigure): boolean =>
    !staged && !ofWhich && isSourceName(record.item);
  if (parts.length < 2 || isSourceName(whole.record.item) || !parts.slice(1).every(isSource)) return;
  const rest = parts.reduce((left, { draft }) => left - (draft.record.value ?? 0), whole.record.value ?? 0);
  const toTheLast = /^其[他它]/.test(parts.at(-1)?.draft.record.item ?? '');
  if (!toTheLast && Math.abs(rest) > ROUND_OFF * parts.length) return;
  for (const { draft } of parts) {
    const { depth, item: parent, measure, year } = whole.record;
    draft.whole = whole;
    Object.assign(draft.record, { depth: depth + 1, measure, parent, role: 'part', year });
  }
}

/** 资金总额 | 财政拨款 | 其中：上级补助 | 其他资金: some of what stands in front of it, where that is no total. */
function inFrontOf(figure: MatrixFigure, before: MatrixFigure | undefined): AmountDraft | undefined {
  const isPart = before !== undefined && figure.ofWhich && !figure.total && !before.total && !before.ofWhich;
  return isPart && before.group === figure.group ? before.draft : undefined;
}

/** 资金规模 | 其中 over 中央 | 省级 | 其他: what is named to its last part, or adds up, is all of the figure in front of it. */
function joinOfWhich(figures: readonly MatrixFigure[]): void {
  const groups = Map.groupBy(figures, ({ group }) => group);
  for (const [group, parts] of groups) {
    if (!/(?:^|\/)其中[:：]?$/.test(group)) continue;
    const before = figures.slice(0, figures.indexOf(parts[0] as MatrixFigure)).at(-1);
    const [{ draft: first, outer }] = parts as [MatrixFigure];
    if (before?.group !== outer || parts.some(({ draft }) => draft.whole)) continue;
    const whole = before.draft;
    const alike = parts.every(({ draft }) => draft.record.measure === whole.record.measure);
    const rest = parts.reduce((left, { draft }) => left - (draft.record.value ?? 0), whole.record.value ?? 0);
    const toTheLast = parts.length > 2 && /^其[他它]/.test(parts.at(-1)?.draft.record.item ?? '');
    if (!alike || first === whole || !(toTheLast || Math.abs(rest) <= ROUND_OFF * parts.length)) continue;
    for (const { draft } of parts) {
      draft.whole = whole;
      draft.record.parent = whole.record.item;
      draft.record.depth = whole.record.depth + 1;
      draft.record.role = 'part';
    }
  }
}

/**
 * 合计 | 人员类 | 运转类 | 特定目标类 over 本级 | 转移支付: a group without a total of its own is part of the total around it, where what stands
 * beside it does not make that up alone; of several groups only where all together do.
 */
function openGroups(figures: readonly MatrixFigure[], totals: ReadonlyMap<string, AmountDraft>): Set<string> {
  const open = new Map<string, MatrixFigure[]>();
  for (const figure of figures)
    if (
      figure.group !== '' &&
      !figure.total &&
      !totals.has(figure.group) &&
      !/(?:^|\/)其中/.test(figure.group)
    )
      open.set(figure.group, [...(open.get(figure.group) ?? []), figure]);
  const found = new Set<string>();
  for (const [around, groups] of Map.groupBy(open, ([, [first]]) => first?.outer ?? '')) {
    const whole = totals.get(around);
    if (
      !whole ||
      groups.some(([, of]) => of.some(({ draft }) => draft.record.measure !== whole.record.measure))
    )
      continue;
    const beside = figures.filter(({ draft, group, total }) => group === around && !total && draft !== whole);
    const sum = (of: readonly MatrixFigure[]): number =>
      of.reduce((all, { draft }) => all + (draft.record.value ?? 0), 0);
    const left = (whole.record.value ?? 0) - sum(beside);
    const rest = left - sum(groups.flatMap(([, of]) => of));
    if (beside.length === 0 || Math.abs(left) <= ROUND_OFF * (beside.length + 1)) continue;
    if (groups.length > 1 && Math.abs(rest) > ROUND_OFF * figures.length) continue;
    for (const [group] of groups) found.add(group);
  }
  return found;
}

/** Half a unit in the second decimal. */
const ROUND_OFF = 0.005;

/** 2020年实际在职人数 → 实际在职人数, 2020年末实有人数 → 年末实有人数: the year stands in its own field. */
function matrixName(text: string): string {
  const name = stripMarks(text).rest.replace(/^(?:19|20)\d{2}\s*(?:(?=年[末初底])|年度?\s*)/, '');
  const unit = countedUnit(name) === null ? /[（(](?:[万萬]?元|%|％)[)）]$/ : /[（(][^（()）]*[)）]$/;
  return name.replace(unit, '').trim();
}
