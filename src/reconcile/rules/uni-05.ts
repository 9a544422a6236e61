import type { Indicator, Quantity } from '../../../schemas/index.ts';
import { readQuantity } from '../../values/quantity.ts';
import { moneySize } from '../facts/units.ts';
import { plainUnit } from '../figures/direction.ts';
import { indicatorKey } from '../keys.ts';
import { actualCell, nameOf, notice, targetCell } from '../notice.ts';
import { type FilingContext, type FilingRule, notEvaluated, type Outcome, passed } from '../rule.ts';

/** 45元 in the value cell, 万元 in the column: a cell that prints a unit of its own beside another one for its row. */
export const UNI_05: FilingRule = {
  id: 'UNI-05',
  scope: 'filing',
  kind: 'unit',
  title: { zh: '数值自带单位与单位栏不符', en: 'Unit in the value differs from its unit' },
  explanation: {
    zh: '目标值和实际完成值说的是同一件事，单元格里自带的单位与该行单位应可换算；不能换算的必有一误。',
    en: 'Target and actual value of a row speak of one thing: the unit that a cell prints itself must convert into that of its row; otherwise one of them is wrong.',
  },
  tolerance: 'TS',
  severity: 'error',
  parameters: {},
  example: { zh: '目标值 45 万元，实际完成值 45 人', en: 'target 45 万元, actual value 45 人' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const { filing, indicators } = context;
  return indicators.flatMap((row): Outcome[] => {
    const { actual, target } = row;
    const own = target === null ? null : printedUnit(target);
    if (target !== null && own !== null && !convert(own, target.unit)) {
      return [differs(context, row, own, target.unit ?? '')];
    }
    if (target?.kind !== 'number' || actual?.kind !== 'number') return [];
    if (target.unit === null || actual.unit === null) {
      return [notEvaluated(filing.filing_id, 'one of the two has no unit')];
    }
    if (convert(target.unit, actual.unit)) return [passed(filing.filing_id)];
    return [differs(context, row, actual.unit, target.unit)];
  });
}

function differs(context: FilingContext, row: Indicator, own: string, unit: string): Outcome {
  return notice(context, {
    // 人 and 人次 are loose talk, and 100% may stand for all of them; money against persons is a slip.
    verdict: cannotBe(own, unit) ? 'impossible' : 'improbable',
    message: {
      zh: `“${nameOf(row)}”的单位不一致：${unit} 与 ${own}`,
      en: `“${nameOf(row)}” has two units: ${unit} and ${own}`,
    },
    evidence: row.actual === null ? [targetCell(row)] : [targetCell(row), actualCell(row)],
    operands: [indicatorKey(row)],
  });
}

/** A figure with a sign and nothing else. */
const BARE = /^[\s≥≤<>=≧≦]*[\d.,]+\s*$/;

function printedUnit(quantity: Quantity): string | null {
  if (quantity.kind !== 'number' || BARE.test(quantity.raw)) return null;
  if (quantity.unit !== null && quantity.raw.endsWith(quantity.unit)) return null;
  return readQuantity(quantity.raw).unit;
}

function convert(a: string, b: string | null): boolean {
  if (b === null) return true;
  const left = plainUnit(a) ?? '';
  const right = plainUnit(b) ?? '';
  if (left === right || left.replace(/^[亿万千百]/, '') === right.replace(/^[亿万千百]/, '')) return true;
  return moneySize(left) !== null && moneySize(right) !== null;
}

function cannotBe(a: string, b: string): boolean {
  const both = [dimension(a), dimension(b)];
  return both.includes('money') && both.includes('count');
}

/** Money, shares and everything that is counted; measures of length or mass are counted too. */
function dimension(unit: string): 'money' | 'share' | 'count' {
  const plain = plainUnit(unit) ?? '';
  if (moneySize(plain) !== null || /元/.test(plain)) return 'money';
  return plain === '%' || plain === '‰' ? 'share' : 'count';
}
