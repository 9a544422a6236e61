import type { Indicator, Quantity } from '../../../schemas/index.ts';
import { readQuantity } from '../../values/index.ts';
import { exact, halfUnit, magnitude, placesOf, toNumber } from '../facts/exact.ts';
import { unitSize } from '../facts/units.ts';
import { isAdditive } from '../figures/additive.ts';
import { indicatorKey } from '../keys.ts';
import { actualCell, cellOf, nameOf, notice, targetCell } from '../notice.ts';
import { type FilingContext, type FilingRule, type Outcome, passed } from '../rule.ts';

/** What was done in four quarters is what was done in the year. */
export const SUM_16: FilingRule = {
  id: 'SUM-16',
  scope: 'filing',
  kind: 'sum',
  title: { zh: '各季度数之和与全年数不符', en: 'Quarters do not add up to the year' },
  explanation: {
    zh: '指标分四个季度（或上、下半年）列数的，数量类指标的全年完成值应等于各季度之和，计划数之和应等于年度指标值。按累计数填、末季等于全年的视为相符；比率、单价、时限等不相加。',
    en: 'Where an indicator prints what was done in each quarter, or half of the year, a count of the year is their sum; so is its target that of what was planned. Running totals that end in the value of the year pass; rates, prices and limits are not added.',
  },
  tolerance: 'T1',
  severity: 'warning',
  parameters: {},
  example: {
    zh: '一至四季度 15、18、16、14场（合计 63），全年 66场',
    en: '15, 18, 16 and 14 in the quarters (63), 66 in the year',
  },
  check,
};

/** What the parts of a year came to, or were to come to. */
interface Parts {
  planned: boolean;
  values: readonly Quantity[];
}

function check(context: FilingContext): Outcome[] {
  return context.indicators.flatMap((row) =>
    partsOf(row.remark ?? '').flatMap((parts) => {
      // What was done in the quarters is held against what was aimed at by no rule.
      if (!parts.planned && row.actual === null) return [];
      const field = parts.planned ? 'target' : 'actual';
      const year = row[field];
      if (year === null || !isAdditive(row, year) || !parts.values.every((part) => alike(part, year)))
        return [];
      // 一季度：12场 in a plan by quarters may be what is aimed at.
      const asPlanned = row.target !== null && closes(parts, row.target, true);
      const fits = asPlanned || closes(parts, year, parts.planned);
      return [fits ? passed(context.filing.filing_id) : wrong(context, row, field, parts)];
    }),
  );
}

const quarter =
  /第?([一二三四1-4])季度?(?:末)?(累计)?(?:的)?(计划|目标|任务|预期)?(?:完成|实际|执行|实现|指标)?(?:值|数|情况)?(?:为|[:：])?\s*([≥≤><=]?\s*\d[\d,]*(?:\.\d+)?[^\d\s，,、；;。（()）]{0,6})/g;
const half =
  /(上|下)半年(累计)?(?:的)?(计划|目标|任务|预期)?(?:完成|实际|执行|实现|指标)?(?:值|数|情况)?(?:为|[:：])?\s*([≥≤><=]?\s*\d[\d,]*(?:\.\d+)?[^\d\s，,、；;。（()）]{0,6})/g;

/** The four quarters, or both halves, that a text prints figures of; each once. */
function partsOf(text: string): Parts[] {
  return [
    [quarter, 4],
    [half, 2],
  ].flatMap(([pattern, count]) => {
    const said = [...text.matchAll(pattern as RegExp)];
    const byPlan = Map.groupBy(said, ([, , , plan]) => plan !== undefined);
    return [...byPlan].flatMap(([planned, found]) => {
      const names = new Set(found.map(([, name]) => name));
      const isWhole =
        found.length === count && names.size === count && !found.some(([, , running]) => running);
      const values = found.map(([, , , , value = '']) => readQuantity(value));
      return isWhole && values.every(({ kind }) => kind === 'number') ? [{ planned, values }] : [];
    });
  });
}

const alike = (part: Quantity, year: Quantity): boolean =>
  part.unit === year.unit || part.unit === null || part.base_unit === year.base_unit;

/** Whether their sum, or the last of running totals, is the value of the year. */
function closes({ values }: Parts, year: Quantity, isTarget: boolean): boolean {
  const sized = (of: Quantity): bigint => exact(of.value ?? 0) * unitSize(of.unit ?? year.unit);
  const sum = values.reduce((all, each) => all + sized(each), 0n);
  // A target is what it says, however few digits it has.
  const slack = [...values, ...(isTarget ? [] : [year])].reduce(
    (all, each) => all + slackOf(each, year.unit),
    0n,
  );
  const last = values.at(-1);
  const grows = values.every((each, k) => k === 0 || sized(each) >= sized(values[k - 1] as Quantity));
  const running = grows && last !== undefined && sized(last) === sized(year);
  return running || magnitude(sum - sized(year)) <= slack;
}

/** Half of the last place; nothing for whole things. */
function slackOf({ raw, unit }: Quantity, other: string | null): bigint {
  const size = unitSize(unit ?? other);
  const places = placesOf(raw.replace(/[^\d.]/g, ''));
  return places === 0 && size === 1n ? 0n : halfUnit(places) * size;
}

function wrong(context: FilingContext, row: Indicator, field: 'target' | 'actual', parts: Parts): Outcome {
  const year = row[field] as Quantity;
  const sum = parts.values.reduce((all, { value }) => all + exact(value ?? 0), 0n);
  const sameUnit = parts.values.every(({ unit }) => unit === null || unit === year.unit);
  const listed = parts.values.map(({ raw }) => raw.trim()).join(' + ');
  const name = nameOf(row);
  const said =
    field === 'actual' ? { zh: '全年', en: 'the year' } : { zh: '年度目标', en: 'the target of the year' };
  return notice(context, {
    verdict: 'improbable',
    message: {
      zh: `“${name}”${said.zh} ${year.raw}，与各季度之和不符：${listed}`,
      en: `“${name}”: ${said.en} is ${year.raw}, and its parts do not add up to it: ${listed}`,
    },
    expected: sameUnit ? toNumber(sum) : null,
    actual: year.value,
    evidence: [
      field === 'actual' ? actualCell(row) : targetCell(row),
      cellOf(row, 'remark', 'part', row.remark ?? ''),
    ],
    operands: [indicatorKey(row)],
  });
}
