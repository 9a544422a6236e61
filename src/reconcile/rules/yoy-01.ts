import { notEvaluated, type Outcome, passed, type SetRule } from '../rule.ts';
import { comparable, figureOf, inUnitOf, isSame, sized } from '../set/compare.ts';
import type { FilingDigest, SetAmount, SetFigure } from '../set/digest.ts';
import { asIn, cell, named, report, shown } from '../set/say.ts';
import type { SetIndex } from '../set/set-index.ts';
import { amountOf, indicatorsByKey, type YearPair, yearPairs } from '../set/years.ts';

/** What a form prints for last year is what last year's form printed. */
export const YOY_01: SetRule = {
  id: 'YOY-01',
  scope: 'set',
  kind: 'prior',
  title: { zh: '上年数与上年所报不一致', en: 'Prior-year figure differs from last year’s filing' },
  explanation: {
    zh: '本年表中的上年数（近两年、上年完成值）应等于同一单位、同一项目上年表所报的数；口径相同的按打印精度比较，目标与完成值口径不同的只作警告。',
    en: 'The prior-year column of a form (近两年, 上年完成值) repeats what the same unit filed for the same project a year before. Planned against achieved is only a warning.',
  },
  tolerance: 'T1',
  severity: 'error',
  parameters: {},
  example: {
    zh: '2031 年表上年数 86.63，2030 年表本年数 68.63',
    en: '86.63 as last year, 68.63 in last year’s form',
  },
  check: ({ index }) =>
    yearPairs(index).flatMap((pair) => [...amounts(index, pair), ...indicators(index, pair)]),
};

const PLANNED: ReadonlySet<SetAmount['measure']> = new Set(['current', 'annual_budget', 'budget']);

function amounts(index: SetIndex, { current, last, evaluated }: YearPair): Outcome[] {
  if (evaluated) return [];
  const pairs: Pair[] = [];
  for (const told of current.amounts) {
    if (told.year === null || told.year !== last.year) continue;
    const printed = amountOf(
      last,
      (other) =>
        other.key === told.key &&
        other.year === told.year &&
        (other.measure === told.measure || (told.measure === 'prior' && PLANNED.has(other.measure))),
    );
    if (printed !== null) pairs.push({ told, printed });
  }
  const { noted, doubted } = otherMeasure(pairs);
  const outcomes = pairs
    .filter((pair) => !noted.has(pair))
    .map((pair) => {
      const { told, printed } = pair;
      const severity = doubted.has(pair) ? 'warning' : 'error';
      return compared(index, current, last, told.item, told, printed.item, printed, severity);
    });
  return noted.size === 0 ? outcomes : [...outcomes, measuresOtherwise(index, current, last, [...noted])];
}

interface Pair {
  told: SetAmount;
  printed: SetAmount;
}

/**
 * Lines of a column for last year, where more of it differs from last year's plan than agrees. `noted`: it tells what was carried out
 * or planned in the end, and no line of it has slipped. `doubted`: its head says 上年预算数, and it stands alone or beside lines that
 * agree, so that nothing but a slip or a change of the budget is left.
 */
function otherMeasure(pairs: readonly Pair[]): Record<'noted' | 'doubted', ReadonlySet<Pair>> {
  const open = pairs.filter(
    ({ told, printed }) =>
      told.measure === 'prior' && told.value !== 0 && comparable(told.unit, printed.unit),
  );
  const differing = open.filter(({ told, printed }) => !isSame(sized(told), sized(printed)));
  if (differing.length * 2 <= open.length) return { noted: new Set(), doubted: new Set() };
  const isAnother = differing.length > 1 && differing.length === open.length;
  const doubted = new Set(isAnother ? [] : differing.filter(({ told }) => told.isBudget));
  return { noted: new Set(differing.filter((pair) => !doubted.has(pair))), doubted };
}

function measuresOtherwise(
  index: SetIndex,
  current: FilingDigest,
  last: FilingDigest,
  pairs: readonly Pair[],
): Outcome {
  const list = named(pairs.map(({ told, printed }) => `${told.item} ${shown(told)}≠${shown(printed)}`));
  return report(current, {
    verdict: 'explained',
    severity: 'info',
    message: {
      zh: `上年数与 ${last.year} 年表所报预算多不相同，可能是决算数或调整后的数：${list.zh}`,
      en: `most figures for last year differ from the budget filed in ${last.year}, and may be final or adjusted ones: ${list.en}`,
    },
    evidence: pairs.flatMap(({ told, printed }) => [
      cell(index, current, 'prior', told.item, told),
      cell(index, last, 'last year', printed.item, printed),
    ]),
    operands: ['prior measure', String(last.year)],
  });
}

function indicators(index: SetIndex, { current, last, evaluated }: YearPair): Outcome[] {
  const before = indicatorsByKey(last);
  const outcomes: Outcome[] = [];
  for (const row of indicatorsByKey(current).values()) {
    const other = before.get(row.key);
    const prior = figureOf(row.priors.find(({ year }) => year === last.year) ?? null);
    if (other === undefined || prior === null) continue;
    const actual = figureOf(other.actual);
    const target = figureOf(other.target);
    if (actual !== null && (evaluated || last.family === 'evaluation')) {
      outcomes.push(compared(index, current, last, row.name, prior, other.name, actual, 'error'));
    } else if (target !== null && actual === null) {
      outcomes.push(compared(index, current, last, row.name, prior, other.name, target, 'warning'));
    }
  }
  return outcomes;
}

function compared(
  index: SetIndex,
  current: FilingDigest,
  last: FilingDigest,
  name: string,
  told: SetFigure,
  lastName: string,
  printed: SetFigure,
  severity: 'error' | 'warning',
): Outcome {
  if (!comparable(told.unit, printed.unit)) return notEvaluated(current.filingId, 'units differ');
  const now = sized(told);
  const then = sized(printed);
  if (isSame(now, then)) return passed(current.filingId);
  return report(current, {
    verdict: severity === 'error' ? 'impossible' : 'improbable',
    severity,
    message: {
      zh: `“${name}”上年数 ${shown(told)}，${last.year} 年表所报为 ${shown(printed)}`,
      en: `“${name}” is ${shown(told)} for last year, the filing of ${last.year} has ${shown(printed)}`,
    },
    evidence: [cell(index, current, 'prior', name, told), cell(index, last, 'last year', lastName, printed)],
    operands: ['prior', name, String(last.year)],
    expected: inUnitOf(then.value, told),
    actual: told.value,
    difference: inUnitOf(now.value - then.value, told),
    tolerance: inUnitOf(now.half + then.half, told),
    hypotheses: asIn(current, told, then.value, { zh: '与上年所报一致', en: 'as it was filed last year' }),
  });
}
