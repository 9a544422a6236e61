import type { Evidence, TextFigure, TextRecord } from '../../../schemas/index.ts';
import {
  divideDown,
  divideUp,
  type Exact,
  exact,
  halfUnit,
  magnitude,
  ONE,
  placesOf,
  roundTo,
  show,
  toNumber,
} from '../facts/exact.ts';
import { countSize, moneySize } from '../facts/units.ts';
import { cellOf, notice } from '../notice.ts';
import { type FilingContext, type FilingRule, notEvaluated, type Outcome, passed } from '../rule.ts';

/** 人均 × 人数 = 总额, where one sentence says all three. */
export const UCQ_03: FilingRule = {
  id: 'UCQ-03',
  scope: 'filing',
  kind: 'unit_cost',
  title: { zh: '文中人均、人数与总额不符', en: 'Per-head figure, heads and sum disagree' },
  explanation: {
    zh: '一段文字同时说明人均（单位）标准、人数（数量）和总额的，三者应相乘相符；说明月数、次数的一并乘入。',
    en: 'Where one text states a price per head, the heads and the sum, they multiply; months or times are taken in.',
  },
  tolerance: 'T1',
  severity: 'warning',
  parameters: {},
  example: {
    zh: '“为 200 人发放补助，每人 500 元，共 12 万元”',
    en: '200 persons, 500 元 each, 12 万元 in all',
  },
  check,
};

function check(context: FilingContext): Outcome[] {
  return context.texts.flatMap((text) => {
    const prices = text.figures.filter((figure) => priceOf(figure) !== null);
    return prices.length === 1 ? ofText(context, text, prices[0]!) : [];
  });
}

interface Price {
  size: bigint;
  per: string;
}

/** 元/人, 元/人/月 or 人均500元. */
function priceOf({ item, unit }: TextFigure): Price | null {
  const [money = '', per, more] = (unit ?? '').split(/[/／]/);
  const size = moneySize(money);
  if (size === null || more !== undefined) return null;
  if (per !== undefined) return { size, per };
  return /人均|每人/.test(item ?? '') ? { size, per: '人' } : null;
}

function ofText(context: FilingContext, text: TextRecord, figure: TextFigure): Outcome[] {
  const { filing } = context;
  const price = priceOf(figure)!;
  const counts = text.figures.filter(({ unit }) => (unit ?? '').replace(/^[亿万千]/, '') === price.per);
  const sums = text.figures.filter((other) => other !== figure && moneySize(other.unit) !== null);
  const periods = text.figures.filter(({ unit }) => /^(?:个月|月|次|年|学期|批)$/.test(unit ?? ''));
  if (counts.length === 0 || sums.length === 0) return [];
  const isPlain = [figure, ...counts, ...sums].every((one) => one.kind === 'number' && one.role === 'stated');
  if (counts.length > 1 || sums.length > 1 || periods.length > 0 || !isPlain) {
    return [notEvaluated(filing.filing_id, 'several figures in one text')];
  }
  return [compare(context, text, figure, counts[0]!, sums[0]!)];
}

interface Spread {
  low: Exact;
  high: Exact;
  exact: Exact;
}

function spread(figure: TextFigure, size: bigint): Spread {
  const value = exact(figure.value ?? 0);
  const half = halfUnit(placesOf(figure.raw));
  return { low: (value - half) * size, high: (value + half) * size, exact: value * size };
}

function compare(
  context: FilingContext,
  text: TextRecord,
  price: TextFigure,
  count: TextFigure,
  sum: TextFigure,
): Outcome {
  const p = spread(price, priceOf(price)!.size);
  // Persons are whole: their print leaves nothing open, except 1.2万人.
  const heads = countSize(count.unit) === 1n ? exactly(count) : spread(count, countSize(count.unit));
  const total = spread(sum, moneySize(sum.unit)!);
  const low = divideDown(p.low * heads.low, ONE);
  const high = divideUp(p.high * heads.high, ONE);
  if (total.high >= low && total.low <= high) return passed(context.filing.filing_id);
  const product = divideDown(p.exact * heads.exact, ONE * moneySize(sum.unit)!);
  const cells = [price, count, sum];
  return notice(context, {
    verdict: 'improbable',
    message: {
      zh: `文中 ${price.raw} × ${count.raw} = ${show(roundTo(product, 4))}${sum.unit}，而写 ${sum.raw}`,
      en: `the text says ${price.raw} × ${count.raw} = ${show(roundTo(product, 4))}${sum.unit}, and ${sum.raw}`,
    },
    expected: toNumber(roundTo(product, 4)),
    actual: sum.value,
    difference: toNumber(roundTo(magnitude(exact(sum.value ?? 0) - product), 4)),
    evidence: cells.map((cell): Evidence => cellOf(text, 'text', 'figure', cell.raw, cell.value)),
    operands: [text.label ?? text.role, ...cells.map(({ raw }) => raw)],
  });
}

function exactly(figure: TextFigure): Spread {
  const value = exact(figure.value ?? 0);
  return { low: value, high: value, exact: value };
}
