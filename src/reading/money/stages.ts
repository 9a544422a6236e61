import type { Measure } from '../../../schemas/index.ts';
import { readYear, relativeYear } from '../../values/index.ts';
import type { MoneyRegion } from '../form.ts';
import type { MoneyRole } from '../lexicon/money-columns.ts';
import { labelOfText, moneyRole } from '../table/label.ts';
import { cellIndexAt, explain, labelAt } from '../table/table.ts';
import type { FigureColumn } from './columns/figure-columns.ts';
import type { MoneyHalf } from './columns/money-columns.ts';
import type { RowName } from './money-row.ts';

/** Heads and labels that say a stage of the same money. */
export const budgetStages: ReadonlySet<MoneyRole | null> = new Set<MoneyRole>([
  'initial_budget',
  'annual_budget',
  'executed',
  'budget',
  'final',
  'arrived',
]);

type Stage = Pick<FigureColumn, 'measure' | 'year' | 'yearOffset' | 'assumed'>;

/** A row named by a stage or a year, with the columns of the half as that row's figures. */
interface StageRow {
  row: number;
  figures: FigureColumn[];
}

/** Rows that name stages of the items in the heads, 2023年预算数 and 2023年决算数 beside 合计 | 因公出国 | 公务接待; null for any other table. */
export function stagesOf(half: MoneyHalf, given: readonly RowName[]): StageRow[] | null {
  // 资金总额 over 预算数 and 执行数: a sum of sources, whatever else its name may say.
  const names = given.filter((name) => !isShareRow(name));
  if (names.length === 0 || half.figures.some(({ role }) => role === 'share')) return null;
  const toldBy = ({ label }: RowName) => stageOf(label) ?? (ofFunds(half) ? amountOf(label) : null);
  const staged = names.every((name) => (toldBy(name)?.measure ?? null) !== null);
  const isSum = ({ measure }: FigureColumn): boolean => measure === 'total_budget' || measure === 'current';
  const yearly = !staged && names.every(({ label, total }) => total || stageOf(label)?.measure === null);
  // 服务人次 and 下降率 beside the money of each year stay what they are.
  const beside = ({ measure }: FigureColumn): boolean => measure === 'count' || measure === 'rate';
  const money = half.figures.filter((figure) => !(yearly && beside(figure)));
  if (money.length === 0) return null;
  if (money.some((figure) => figure.measure !== null && !(staged && isSum(figure)))) return null;
  const rows: StageRow[] = [];
  for (const name of names) {
    const stage = toldBy(name) ?? (name.total ? allYears : null);
    if (!stage) return null;
    // What all years count together is of none of them.
    const own = stage === allYears ? money : half.figures;
    const figures = own.map((figure) =>
      money.includes(figure) ? { ...figure, ...stage } : { ...figure, year: stage.year },
    );
    rows.push({ row: name.row, figures });
  }
  const years = names.filter((name) => !name.total).map((name) => stageOf(name.label));
  const summed = years.length < names.length;
  return summed && (years.length < 2 || years.some((stage) => stage?.measure !== null)) ? null : rows;
}

/** 比例 below 金额: what each figure above it is of the whole. */
export const isShareRow = ({ key, total }: RowName): boolean =>
  !total && /^(?:占比|比例|比重|构成比|占总额比例)(?:\(%\)|%)?$/.test(key);

/** 资金来源 | 小计 | 一般公共预算 | 事业收入: the heads name where the money comes from. */
const ofFunds = ({ figures }: MoneyHalf): boolean => figures.filter(({ role }) => role === 'fund').length > 1;

/** 金额（万元） beside the sources of funds: a row of which nothing more is told. */
function amountOf(text: string): Stage | null {
  const isAmount = /^(?:预算)?金额(?:[（(](?:[万亿千]?元)[)）])?$/.test(text.trim());
  return isAmount ? { measure: 'current', year: null, yearOffset: null, assumed: true } : null;
}

/** Rows that a column beside their names sets to one stage, and the half that reads them. */
interface StagedRows {
  rows: number[];
  half: MoneyHalf;
}

/** 局本级 over 2024年预算 | 2024年决算, each a row: what a column before the figures says of every row, 年度 or none; null where none does. */
export function rowStages(
  region: MoneyRegion,
  half: MoneyHalf,
  rows: readonly number[],
): StagedRows[] | null {
  const { header, table } = region;
  if (half.figures.some(({ measure }) => measure !== null)) return null;
  for (let column = header.left; column < (half.figures[0]?.column ?? 0); column++) {
    const groups = Map.groupBy(rows, (row) => labelAt(table, row, column).key);
    const stages = [...groups].map(([key, of]) => ({ of, stage: stageOf(key) }));
    const told = stages.every(({ of, stage }) => stage?.measure != null && of.length > 1);
    const items = half.items.filter((item) => item !== column);
    const named = items.length > 0 || half.project !== null || half.organisation !== null;
    if (!told || stages.length < 2 || !named) continue;
    for (const row of rows) explain(table, cellIndexAt(table, row, column));
    return stages.map(({ of, stage }) => ({
      rows: of,
      half: { ...half, items, figures: half.figures.map((figure) => ({ ...figure, ...stage })) },
    }));
  }
  return null;
}

/** 合计 below rows of years: what the whole project costs. */
const allYears: Pick<FigureColumn, 'measure' | 'year' | 'yearOffset'> = {
  measure: 'total_budget',
  year: null,
  yearOffset: null,
};

/** The measure and the year that a row's name says, where it says nothing else. */
function stageOf(text: string): Pick<FigureColumn, 'measure' | 'year' | 'yearOffset'> | null {
  const label = labelOfText(text);
  const role = moneyRole(label);
  const year = readYear(text);
  const yearOffset = relativeYear(label.key);
  const stage = role !== null && stageRoles.has(role);
  if (!stage && (year === null || !/^(?:19|20)\d\d年?度?$/.test(label.key))) return null;
  return { measure: stage ? (role as Measure) : null, year, yearOffset };
}

const stageRoles = new Set<MoneyRole>([
  'current',
  'prior',
  'initial_budget',
  'annual_budget',
  'executed',
  'arrived',
  'balance',
  'budget',
  'final',
  'adjustment',
  'rate',
]);
