import type { Branch, IndicatorContent } from './content.ts';
import { type Figure, figure, numberOf } from './decimal.ts';
import type { ExpectedFinding } from './expected.ts';
import type { Random } from './random.ts';

/** Two neighbouring digits that differ, swapped: 6587 → 6857. Null where all digits are the same. */
export function transpose(value: Figure, random: Random): Figure | null {
  const digits = String(value.scaled).split('');
  const places = digits
    .slice(0, -1)
    .flatMap((digit, i) => (digit !== digits[i + 1] && !(i === 0 && digits[1] === '0') ? [i] : []));
  if (places.length === 0) return null;
  const at = random.pick(places.slice(0, 2));
  [digits[at], digits[at + 1]] = [digits[at + 1]!, digits[at]!];
  return figure(Number(digits.join('')), value.decimals);
}

/** Takes five points from one weight, so that the weights miss their base by five. */
export function weightSlip(indicators: IndicatorContent[], base: number, form: number): ExpectedFinding {
  const heaviest = [...indicators].sort((a, b) => b.weight - a.weight)[0]!;
  heaviest.weight -= 5;
  heaviest.score = Math.min(heaviest.score, heaviest.weight);
  return {
    kind: 'weight_sum',
    rule: 'WGT-01',
    what: `weights add up to ${base - 5}, not ${base}: “${heaviest.name}” lost 5 points`,
    numbers: [base - 5],
    form,
    level: 'error',
  };
}

/** Takes the name of an indicator that keeps its value. */
export function nameSlip(indicators: IndicatorContent[], random: Random, form: number): ExpectedFinding {
  const branches: Branch[] = ['quality', 'timeliness', 'quantity'];
  const victim = random.pick(
    indicators.filter(({ branch, target }) => branches.includes(branch) && target.kind === 'number'),
  );
  const was = victim.name;
  victim.name = '';
  return {
    kind: 'structure',
    rule: 'STR-03',
    what: `row of “${was}” has a value and no name`,
    numbers: [],
    form,
    level: 'error',
  };
}

/** A score above its points. */
export function scoreSlip(indicators: IndicatorContent[], random: Random, form: number): ExpectedFinding {
  const victim = random.pick(indicators.filter(({ weight }) => weight >= 2));
  victim.score = victim.weight + 2;
  return {
    kind: 'score_rule',
    rule: 'SCR-01',
    what: `“${victim.name}” scores ${victim.score} of ${victim.weight} points`,
    numbers: [victim.score, victim.weight],
    form,
    level: 'error',
  };
}

/** The finding of a printed total that its parts do not give. */
export function sumFinding(
  what: string,
  printed: Figure,
  right: Figure,
  form: number,
  rule = 'SUM-01',
): ExpectedFinding {
  return {
    kind: 'sum',
    rule,
    what: `${what}: printed ${numberOf(printed)}, its parts give ${numberOf(right)}`,
    numbers: [numberOf(printed), numberOf(right)],
    form,
    level: 'error',
  };
}
