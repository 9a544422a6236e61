import { fold, moneyUnitIn } from '../../values/index.ts';
import type { FieldRole } from '../lexicon/fields.ts';
import { measures } from '../money/columns/money-heads.ts';
import { fundingLevel } from '../money/funding-wholes.ts';
import { fieldRole, fundingRole, mayBeFigure, moneyRole } from '../table/label.ts';
import { cellIndexAt, cellOf, filledCells, labelAt, labelOf, type Table } from '../table/table.ts';
import { neighbour } from './answers.ts';
import type { FieldReading, FundingField } from './field.ts';
import type { InlinePair } from './inline-pairs.ts';

/** A source of funds and the figure beside it. */
export function fundingField(table: Table, label: number, value: number, rank: number): FundingField {
  const at = cellOf(table, label);
  const figure = cellOf(table, value);
  return {
    label: at.text.trim(),
    key: labelOf(table, label).forms.at(-1) ?? '',
    rank,
    value: figure.text,
    at: figure.location,
    labelAt: at.location,
    table,
    row: at.row,
    column: at.column,
    confidence: Math.min(at.confidence, figure.confidence),
  };
}

/** A source of funds and its figure in one cell. */
export function pairedFunding(table: Table, i: number, { label, rank, value }: InlinePair): FundingField {
  const { column, confidence, location, row } = cellOf(table, i);
  const key = fold(label);
  return {
    label,
    key,
    rank: rank ?? 1,
    value,
    at: location,
    labelAt: location,
    table,
    row,
    column,
    confidence,
  };
}

/** 其中：市级财政 | 400 | 其中：市级财政 | 384 | 执行率 | 96%: the rate behind two sums of a row, of what the first names; null elsewhere. */
export function rateBeside(
  table: Table,
  label: number,
  value: number,
  { funding }: FieldReading,
): FundingField | null {
  const { column, row } = cellOf(table, label);
  let at = funding.length;
  while (funding[at - 1]?.table === table && funding[at - 1]?.row === row) at--;
  const first = funding[at];
  const figure = labelOf(table, value);
  if (first === undefined || funding.length - at < 2 || !figure.figure) return null;
  const { location, text } = cellOf(table, value);
  return { ...first, column, value: text, at: location, stage: 'rate' };
}

/** The label beside the list of what comes in or goes out. */
const budgetOfSide = /^(?:年度|本年|部门|单位)?(?:收入|支出)(?:预算|构成|合计|总额)?(?:[(（]万?元[)）])?$/;

/** 合计 | 100 | 86 adds up points where nothing before it is money. */
export function addsUpPoints(table: Table, i: number, row: number, { funding }: FieldReading): boolean {
  if (!/^(?:合计|总计|小计)[:：]?$/.test(labelOf(table, i).key)) return false;
  const { column } = cellOf(table, i);
  // 年度收入预算 | 合计 | 5600 | 年度支出预算 | 合计 | 5600
  if (column > 0 && budgetOfSide.test(labelAt(table, row, column - 1).key)) return false;
  const figures = filledCells(table, row).filter((k) => labelOf(table, k).figure);
  return figures.length > 1 && !funding.some((field) => field.table === table && field.row + 1 >= row);
}

/** 合计 | 1060 below 一般公共预算 | 960 and 其他资金 | 100 adds up funds. */
export function addsUpFunds(table: Table, i: number, { funding }: FieldReading): boolean {
  const { column, row } = cellOf(table, i);
  const last = funding.findLast((field) => field.table === table && field.column === column);
  return last !== undefined && last.row + 1 === row && last.rank > 0;
}

/** 960 | 占比90.57%: the share behind a figure; a bare one only below such. */
export function shareBeside(table: Table, figure: number, { funding }: FieldReading): number | null {
  const next = neighbour(table, figure);
  if (next === null) return null;
  const [, said] = /^(占(?:比|总额)?[:：]?)?\d+(?:\.\d+)?%$/.exec(labelOf(table, next).key) ?? [null, null];
  if (said) return next;
  const last = funding.at(-1);
  const below =
    last?.table === table && last.share !== undefined && last.row + 1 === cellOf(table, figure).row;
  return said === undefined && below ? next : null;
}

/** 资金结余（万元） | 3: a stage of money that prints its unit is a sum of its own, whatever else its name says. */
export function rankOfStage(table: Table, i: number, { funding }: FieldReading): number | null {
  const role = moneyRole(labelOf(table, i));
  const isStage = measures.has(role) && role !== 'rate' && role !== 'count';
  const staged = isStage || ofBonds.test(labelOf(table, i).key);
  return (staged && (printsUnit(table, i) || isBesideSum(table, i))) ||
    isSumOfMoney(table, i) ||
    ((isStage || issues.test(labelOf(table, i).key)) && besideSum(table, i, funding)) ||
    (issues.test(labelOf(table, i).key) && goesOn(table, i, funding)) ||
    isBelowUnit(table, i) ||
    (role !== 'count' && isParted(table, i))
    ? 0
    : null;
}

export const printsUnit = (table: Table, i: number): boolean =>
  /[(（](?:万|亿|千)?元[)）]\s*[:：]?$/.test(cellOf(table, i).text.trim());

/** 资金到位 | ¥3,600,000.00, 360万元: the figure itself says that it is money. */
function isBesideSum(table: Table, i: number): boolean {
  const next = neighbour(table, i);
  if (next === null || fieldRole(labelOf(table, i)) !== null) return false;
  const { figure, key } = labelOf(table, next);
  return figure && (key.startsWith('¥') || key.endsWith('元'));
}

/** 当年可行性缺口补助（万元） | 1842: a name that no list knows, and money all the same, where it is not of one thing or of another's books. */
export function isSumOfMoney(table: Table, i: number): boolean {
  if (!printsUnit(table, i)) return false;
  const label = labelOf(table, i);
  const next = neighbour(table, i);
  const role = moneyRole(label);
  const unknown = fieldRole(label) === null && (role === null || role === 'value');
  return unknown && next !== null && labelOf(table, next).figure && givenMoney.test(label.key);
}

/** 补助, 奖补, 经费: what is given out; 人均, 单价 and 产值 are not. */
const givenMoney =
  /^(?!.*(?:均|每|单价|标准|上限|下限)).*(?:补助|补贴|奖补|奖励|服务费|经费|资金|拨款|投资|投入|额度|借款|融资|收入|支出|结余|结存|收益|(?:已|拟|计划)发行|发行(?:总额|金额|额))(?:\((?:[万亿千]?元)\))?$/;

/** 预算安排数 | 560 | 调整后金额 | 548: a stage with its figure behind a sum on the row. */
function besideSum(table: Table, i: number, funding: readonly FundingField[]): boolean {
  const next = neighbour(table, i);
  const last = funding.at(-1);
  return (
    next !== null &&
    labelOf(table, next).figure &&
    last?.table === table &&
    last.row === cellOf(table, i).row &&
    last.rank === 0
  );
}

/** 本年拟发行专项债券 | 10000 below 项目总投资（万元） | 48000: money of the unit that the sums above print. */
function goesOn(table: Table, i: number, funding: readonly FundingField[]): boolean {
  const next = neighbour(table, i);
  return (
    next !== null &&
    labelOf(table, next).figure &&
    funding.some((field) => field.table === table && moneyUnitIn(field.label) !== null)
  );
}

/** 债券发行总额 | 12000 beside 债券资金（万元） down the side: money of a bond in the unit that the side prints. */
function isBelowUnit(table: Table, i: number): boolean {
  const { column, row } = cellOf(table, i);
  const [label, next] = [labelOf(table, i), neighbour(table, i)];
  if (column === 0 || next === null || !labelOf(table, next).figure) return false;
  if (!moneyOfBond.test(label.key) || fieldRole(label) !== null) return false;
  for (let left = column - 1; left >= 0; left--) {
    const side = cellIndexAt(table, row, left);
    if (!printsUnit(table, side)) continue;
    const beside = neighbour(table, side);
    return beside !== null && !labelOf(table, beside).figure;
  }
  return false;
}

const moneyOfBond = /(?:发行|收益|本息|还本付息|还本|付息)(?:合计|总额|金额|额)?$/;

const issues = /发行.{0,6}债券?(?:额度?|资金|金额|规模)?$|债券?.{0,4}发行(?:额度?|金额|规模)?$/;

/** 拟发行专项债券（万元） | 20000 | 预期总收益（万元） | 48000: no source of the funds beside it, and a sum all the same. */
const ofBonds = /债券|收益|本息|还本|付息/;

/** 全年支出数 | 1180 | 其中：项目支出 | 330: whatever stands in front of its own parts is a sum of funds. */
function isParted(table: Table, i: number): boolean {
  const label = labelOf(table, i);
  const figure = neighbour(table, i);
  const part = figure === null ? null : neighbour(table, figure);
  if (figure === null || part === null || label.figure || label.void) return false;
  if (fieldRole(label) !== null || !labelOf(table, figure).figure) return false;
  const said = labelOf(table, part);
  return ofWhich.test(said.key) && fundingRole(said) !== null;
}

export const ofWhich = /^其中[:：]?/;

/** 2024年 | 200.00 below 三年总额 | 600.00, or right of it and below in pairs: the share of a year. */
export function rankOfYear(table: Table, i: number, { funding }: FieldReading): number | null {
  if (!/^(?:19|20)\d\d年度?[:：]?$/.test(labelOf(table, i).key)) return null;
  const { column, row } = cellOf(table, i);
  const total = funding.findLast((field) => field.rank === 0);
  if (total?.table !== table) return null;
  const below = total.column === column && total.row < row;
  const beside = total.column < column && total.row <= row && row - total.row <= MOST_YEAR_ROWS;
  const next = neighbour(table, i);
  return (below || beside) && next !== null && labelOf(table, next).figure ? 1 : null;
}

/** Most rows of years in pairs below the row of their total. */
const MOST_YEAR_ROWS = 2;

/** 计划投资 | 350 | 其中：省级 | 200 | 对口支援 | 50: behind a source of funds a name with a figure is one too, whoever gives it. */
export function rankBeside(
  table: Table,
  i: number,
  role: FieldRole | null,
  { funding }: FieldReading,
): number | null {
  const last = funding.at(-1);
  const label = labelOf(table, i);
  const { column, row } = cellOf(table, i);
  if (role !== null || label.figure || label.void || label.key.length > LONGEST_SOURCE) return null;
  if (last === undefined || last.table !== table) return null;
  const next = neighbour(table, i);
  // 项目总投资 | 186 over 其中：乡村振兴资金 | 150
  const starts = filledCells(table, row).every(
    (k) => cellOf(table, k).column >= column || !labelOf(table, k).figure,
  );
  const above = funding.findLast((each) => each.table === table && each.column === column);
  const below = starts && above?.row === row - 1 && /^其中[:：]/.test(label.key);
  if (below && next !== null && mayBeFigure(labelOf(table, next))) return Math.max(1, above.rank);
  // 资金总额 | 300 | 其中：本年度 | 120
  if (
    last.row === row &&
    last.rank === 0 &&
    ofWhich.test(label.key) &&
    (ofPeriod.test(label.forms.at(-1) ?? '') || moneyRole(label) === null)
  )
    return next !== null && labelOf(table, next).figure ? 1 : null;
  // 资金合计 | 620 | 上级专款安排 | 580
  if (last.row === row && last.rank === 0 && namesMoney.test(label.key) && moneyRole(label) === null)
    return next !== null && labelOf(table, next).figure ? 1 : null;
  if (last.row !== row || last.rank === 0) return null;
  return next !== null && labelOf(table, next).figure && moneyRole(label) === null ? last.rank : null;
}

/** （1）法律援助 | 186 below 2.项目支出 | 536: what a marked line of funds is spent on, whatever its name. */
export function rankOfMark(table: Table, i: number, { funding }: FieldReading): number | null {
  const { column, row, text } = cellOf(table, i);
  const last = funding.at(-1);
  if (last?.table !== table || last.column !== column || last.row !== row - 1) return null;
  const [own, above] = [fundingLevel(text), fundingLevel(last.label)];
  const next = neighbour(table, i);
  if (own === null || above === null || own < above || next === null) return null;
  return labelOf(table, next).figure ? last.rank + (own > above ? 1 : 0) : null;
}

export const namesMoney = /(?:安排|补助|补偿|补贴|拨款|收入|资金|经费|配套|投入|专款)$/;

/** A part of a sum that is told by when it is spent. */
const ofPeriod = /^(?:本|当)年度?(?:预算|资金|安排|投资|金额)?(?:数|额)?$|^(?:19|20)\d\d年度?/;

/** Longest name of a source of funds, in characters. */
export const LONGEST_SOURCE = 12;
