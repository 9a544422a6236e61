import type { Measure } from '../../../../schemas/index.ts';
import { readYear, relativeYear } from '../../../values/index.ts';
import { fundLabel, type MoneyRole, totalLabel } from '../../lexicon/money-columns.ts';
import { cellOf, labelOf, type Table } from '../../table/table.ts';
import { forecastHead } from '../forecasts.ts';
import { countedUnit } from '../money.ts';
import { headRole, measures } from './money-heads.ts';

/** A column of figures: what its heads say. */
export interface FigureColumn {
  column: number;
  /** Null where the lowest heads are no labels: the name of a project. */
  role: MoneyRole | null;
  measure: Measure | null;
  /** The measure is what it must be for want of a word. */
  assumed?: true;
  /** Another column says what was spent: without a stage of its own this one does not. */
  besideSpent?: true;
  /** It is the part of some years in a figure before it. */
  ofWhole?: true;
  /** Heads as printed from the top. */
  path: string[];
  /** The same, folded. */
  keys: string[];
  /** The heads with the lowest in front. */
  nearest: string[];
  fund: string | null;
  year: number | null;
  yearOffset: number | null;
  /** The first cell of the lowest head: where a name read from it stands. */
  head: number;
}

/** The heads of a grid column and what stands below them. */
export interface Head {
  column: number;
  role: MoneyRole | null;
  path: number[];
  figures: number;
  words: number;
  /** Of the words those that may as well be figures: 2000 below the name of a town. */
  years: number;
  /** Words that start with the code of a classification: 2130205-森林资源培育. */
  coded: number;
  /** The points that can be had are part of the head, 决策（15分）: scores stand below it. */
  scored: boolean;
}

/** 收    入: how wide a word is spread says nothing, and not every format keeps it. */
const BLANKS = / {2,}/g;

/** （财社〔2022〕187号）: the year of a document, and of none of the money that it is about. */
const ofDocument = /[〔[【(（]\s*(?:19|20)\d{2}\s*[〕\]】)）]\s*第?\s*\d{1,4}\s*号/g;

/** Heads of groups that part people by what they are. */
const ofPeople = /(?:人员|对象|人群|人口|劳动能力)(?:的?(?:分类|类别|构成|情况|状况))$/;

const saysNumber = /(?:[人户家个台套次所座处件宗场]|项目|企业|学生|床位)数$|[人户批]次$/;
const saysMoney = /元|金额|资金|经费|预算|支出|投资|收入|[费款率%比]$/;

const ofChanges = /^(?:预算)?(?:变动|调整|增减)(?:项目|因素|事项)$/;

/** What the heads of a column say of its figures. */
export function figureColumn(table: Table, head: Head): FigureColumn {
  const path = head.path.map((i) =>
    cellOf(table, i)
      .text.trim()
      .replace(/\s*\n\s*/g, '')
      .replace(BLANKS, ' '),
  );
  const keys = head.path.map((i) => labelOf(table, i).key);
  // 增减变化 over 比例
  let measure: Measure | null = head.role === 'rate' ? 'rate' : null;
  let fund: string | null = null;
  let year: number | null = null;
  let yearOffset: number | null = null;
  for (let k = head.path.length - 1; k >= 0; k--) {
    const role = headRole(labelOf(table, head.path[k] as number));
    if (measure === null && measures.has(role)) measure = role as Measure;
    fund ??= fundOf(path[k] as string, keys[k] as string);
    year ??= readYear((path[k] as string).replace(ofDocument, ''));
    if (!carriedOver.test(keys[k] as string)) yearOffset ??= relativeYear(keys[k] as string);
  }
  if (measure === 'executed' && keys.slice(0, -1).some((key) => forecastHead.test(key))) measure = 'current';
  // 变动项目 over 上年结转 | 专项补助 | 调整预算: what each of them changed the budget by.
  if (measure !== 'rate' && keys.slice(0, -1).some((key) => ofChanges.test(key))) measure = 'adjustment';
  // 房屋（平方米） over 面积 | 价值: the second is money.
  const lowest = head.path.at(-1);
  const valued = lowest !== undefined && headRole(labelOf(table, lowest)) === 'value';
  // 控制率（%） over 决算/预算: in per cent, whatever of.
  const inPerCent = (i: number): boolean =>
    /\(%\)$/.test(labelOf(table, i).key) && headRole(labelOf(table, i)) === 'rate';
  if (!valued && head.path.some(inPerCent)) measure = 'rate';
  // 编制人数 over 小计 | 行政 | 事业: all of them are counted.
  const summed = lowest !== undefined && totalLabel.test(labelOf(table, lowest).key);
  if (valued && !summed && measure === 'count') measure = null;
  // 任务量（个） over 计划 | 完成: both are counted.
  if (!valued && measure !== 'rate' && keys.slice(0, -1).some((key) => countedUnit(key) !== null))
    measure = 'count';
  // 支持企业户数 over 计划 | 实际: so are these.
  const isOfNumber = keys.slice(0, -1).some((key) => saysNumber.test(key));
  if (isOfNumber && !valued && measure !== 'rate' && !saysMoney.test(keys.at(-1) ?? '')) measure = 'count';
  // 指数（上年=100） over 收入 | 支出: how much of the year before, and no money.
  if (keys.some((key) => /指数(?:\([^()]*\))?$|\((?:上年|以上年为)=?100\)/.test(key))) measure = 'rate';
  // 人员分类 over 女性 | 老年人: how many they are of each kind.
  if (measure === null && !valued && keys.slice(0, -1).some((key) => ofPeople.test(key))) measure = 'count';
  // 比上年增减 or 增减变化情况 over 金额 | %: the first is the difference itself.
  const differs = measure === null && keys.some((key) => /增减|变动|变化/.test(key));
  // 增减变化情况 over “三公”经费 | 会议费: by how much each of them changed.
  const ofEach = measure === null && keys.slice(0, -1).some((key) => /增减/.test(key));
  // 分配进度 over 已分配 | 进度（%）: the first is what was given out so far.
  const givenOut = measure === 'rate' && /^(?:已|实际)(?:分配|下达|安排)/.test(keys.at(-1) ?? '');
  if (ofEach || (valued && (measure === 'rate' || differs))) measure = givenOut ? 'arrived' : 'adjustment';
  // 比上年增长 is of this year, whatever it compares with.
  if ((measure === 'rate' || measure === 'adjustment') && keys.some((key) => /[比较同]|[为占]上/.test(key)))
    yearOffset = null;
  return {
    column: head.column,
    role: head.role,
    measure,
    path,
    keys,
    nearest: [...path.slice(-1), ...path.slice(0, -1)],
    fund,
    year,
    yearOffset,
    head: head.path.at(-1) ?? -1,
  };
}

/** What came over from last year is a source of this year's money. */
const carriedOver = /(?:上年|以前年度|历年).*(?:结转|结余)/;

/** The source of funds that a head names: 一般公共预算支出 and 其中：一般公共预算 are 一般公共预算. */
function fundOf(text: string, key: string): string | null {
  if (!fundLabel.test(key) || totalLabel.test(key)) return null;
  const bare = text
    .replace(
      /^其\s*中\s*[：:]\s*|^(?:(?:19|20)\d{2}\s*年?\s*[-—–~至到]+\s*)?(?:19|20)\d{2}\s*年(?:年?[末底]|度)?\s*|^本年度?(?=一般公共|政府性基金|国有资本|财政)/g,
      '',
    )
    .trim();
  return /^(?:一般公共|政府性基金|国有资本|财政拨款|财政专户|单位资金)/.test(bare)
    ? bare.replace(/(?:基本|项目)?(?:支出|收入)(?:预算|决算)?数?$/, '')
    : bare;
}

/** 支出数 | 其中：项目支出: a part of the stage before it. */
export function partsOfStages(figures: readonly FigureColumn[]): void {
  for (const [at, figure] of figures.entries()) {
    const before = figures[at - 1];
    if (before === undefined || figure.measure !== null || before.measure === 'rate') continue;
    if (/^其中[:：]/.test(figure.keys.at(-1) ?? '')) figure.measure = before.measure;
  }
}

/** 调整预算 over 追加 | 追减 | 小计: what they come to is an adjustment too, and no budget. */
export function sumsOfAdjustments(figures: readonly FigureColumn[]): void {
  const groupOf = ({ keys }: FigureColumn): string => keys.slice(0, -1).join('/');
  for (const figure of figures) {
    if (figure.measure === 'adjustment' || figure.measure === 'rate' || figure.keys.length < 2) continue;
    if (!totalLabel.test(figure.keys.at(-1) ?? '')) continue;
    const beside = figures.filter((other) => other !== figure && groupOf(other) === groupOf(figure));
    if (beside.length > 0 && beside.every(({ measure }) => measure === 'adjustment'))
      figure.measure = 'adjustment';
  }
}

/** 年初数 | 本年增加 | 本年减少 | 年末数: what was there when the year began, and no first budget. */
export function openingBalances(figures: readonly FigureColumn[]): void {
  if (!figures.some(({ keys }) => /^(?:年末|期末)(?:数|余额|金额|价值|[账帐]面数)?$/.test(keys.at(-1) ?? '')))
    return;
  for (const figure of figures)
    if (figure.measure === 'initial_budget' && /^(?:年初|期初)(?!.*预算)/.test(figure.keys.at(-1) ?? ''))
      figure.measure = null;
}

/** 总额 | 财政拨款 | 其他: beside a source of funds under the same head the others are one too. */
export function otherSources(figures: readonly FigureColumn[]): void {
  const groupOf = ({ keys }: FigureColumn): string => keys.slice(0, -1).join('/');
  const groups = new Set(figures.filter(({ fund }) => fund !== null).map(groupOf));
  for (const figure of figures)
    if (figure.fund === null && /^其[他它]$/.test(figure.keys.at(-1) ?? '') && groups.has(groupOf(figure)))
      figure.fund = figure.path.at(-1) ?? null;
}

/** 资金总额 | 财政拨款 | 单位资金, and no other stage beside: all of them together, of the year that the sources are of. */
export function sumOfSources(figures: readonly FigureColumn[]): void {
  const [total, ...more] = figures.filter(({ measure }) => measure !== null && measure !== 'count');
  if (total?.measure !== 'total_budget' || more.length > 0) return;
  const sourced = figures.filter(({ fund }) => fund !== null).length;
  if (/^(?:项目)?资金总额$/.test(total.keys.at(-1) ?? '') && sourced > 1) total.measure = null;
}

/** 2024年 | 2025年 | 合计: the last is of all these years. */
export function spanYears(figures: readonly FigureColumn[]): void {
  const printed = new Set(figures.flatMap(({ year }) => (year ? [year] : [])));
  const years = new Set(figures.flatMap(({ measure, year }) => (measure === null && year ? [year] : [])));
  if (printed.size < 2) return;
  const spans = groupsOfYears(figures);
  for (const figure of figures) {
    const ofSpan = spans.has(groupOf(figure)) && readYear(figure.keys.at(-1) ?? '') === null;
    const sums =
      years.size > 1 &&
      (figure.year === null || ofSpan) &&
      figure.measure === null &&
      totalLabel.test(figure.keys.at(-1) ?? '');
    if (sums && ofSpan) figure.year = null;
    if (sums || allYears.test(figure.keys.at(-1) ?? '')) figure.measure = 'total_budget';
  }
}

const groupOf = ({ keys }: FigureColumn): string => keys.slice(0, -1).join('/');

/** 2024—2026年规划数 over 合计 | 2024年 | 2025年: the year that the group names is only the first of its span. */
function groupsOfYears(figures: readonly FigureColumn[]): Set<string> {
  const groups = Map.groupBy(figures, groupOf);
  const ofYears = [...groups].filter(([group, own]) => {
    const years = new Set(own.map(({ keys }) => readYear(keys.at(-1) ?? '')));
    years.delete(null);
    return years.size > 1 && readYear(group) !== null;
  });
  return new Set(ofYears.map(([group]) => group));
}

const allYears = /^(?:[两三四五]年|各年|历年)(?:合计|总计|累计|总额)$/;

/** 预算 | 到位 | 支出 | 结余, 预算 | 支出 | 执行率: what was spent of what was there. */
export function spentOfStages(figures: readonly FigureColumn[]): void {
  const has = (measure: Measure): boolean => figures.some((figure) => figure.measure === measure);
  if (
    has('executed') ||
    !(has('arrived') || has('balance') || figures.some(isExecution)) ||
    figures.some(({ keys }) => keys.at(-1) === '收入')
  )
    return;
  // 上年结转 | 本年收入 | 本年支出 | 年末结转 balance without a stage; beside a rate of execution 本年支出 is what was spent.
  const spent = figures.some(isExecution)
    ? /^(?:已|实际|本年|当年|全年|累计)?(?:支出|支付|使用)(?:\([^()]+\))?$/
    : /^(?:已|实际)?(?:支出|支付|使用)(?:\([^()]+\))?$/;
  for (const figure of figures)
    if (figure.measure === null && spent.test(figure.keys.at(-1) ?? '')) figure.measure = 'executed';
}

/** 已下达 over 市本级 | 县区 before 已支出: what was given out of the budget, and neither the budget nor what was spent of it. */
export function givenOfStages(figures: readonly FigureColumn[]): void {
  if (!figures.some(({ measure }) => measure === 'executed')) return;
  for (const figure of figures)
    if (
      figure.measure === null &&
      figure.keys.some((key) => /^(?:已|累计|实际)下达(?:数|额|资金|金额|指标)?$/.test(key))
    )
      figure.measure = 'arrived';
}

/** 上年结转 | 本年下达 | 已支出 | 执行率 under the title of a table of what was spent: only one of them is. */
export function unspentOfStages(figures: readonly FigureColumn[]): void {
  if (!figures.some(({ measure }) => measure === 'executed')) return;
  const rated = figures.some(isExecution);
  const plain = figures.filter(({ measure }) => measure === null || measure === 'current');
  // 上年结转 | 本年预算 | 合计: a part of what there is to spend.
  const alone = plain.length === 1 && !figures.some(({ measure }) => measure === 'annual_budget');
  for (const figure of figures) {
    if (figure.measure === null && rated) figure.besideSpent = true;
    else if (figure.measure === 'current' && alone) figure.besideSpent = true;
  }
}

/** The head of a rate that says how much of a budget was spent. */
function isExecution({ measure, keys }: FigureColumn): boolean {
  return measure === 'rate' && /^(?:预算|资金)?(?:执行|支出|支付|使用)(?:率|进度)/.test(keys.at(-1) ?? '');
}

/** 1月 | 2月 | 3月 | 累计支出: what was spent in each month of what was spent in all. */
export function monthsOfStages(figures: readonly FigureColumn[]): void {
  const isMonth = ({ keys, measure }: FigureColumn): boolean =>
    measure === null && /^(?:1[0-2]|[1-9])月份?$/.test(keys.at(-1) ?? '');
  const last = figures.findLastIndex(isMonth);
  const sum = figures[last + 1];
  if (last < 1 || !/^累计|^合计|^小计/.test(sum?.keys.at(-1) ?? '')) return;
  for (const figure of figures) if (isMonth(figure)) figure.measure = sum?.measure ?? null;
}
