import { type Outcome, passed, type SetRule } from '../rule.ts';
import type { FilingDigest, SetAmount } from '../set/digest.ts';
import { cell, report } from '../set/say.ts';

/** The first digits and round figures of a unit, against those of all units of the set. */
export const STA_01: SetRule = {
  id: 'STA-01',
  scope: 'set',
  kind: 'structure',
  title: { zh: '数字分布异于同批单位', en: 'Figures are spread unlike those of peers' },
  explanation: {
    zh: '一个单位有足够多的金额（300 个以上）时，其首位数字分布、整数（整百）比例与同批各单位相差明显的作提示，供抽查参考；不说明有错。',
    en: 'Where a unit has figures enough (300), a spread of first digits or a share of round hundreds far from those of all units is noted for sampling. It proves nothing.',
  },
  tolerance: 'T3',
  severity: 'info',
  parameters: {
    least: {
      value: 300,
      unit: 'figures',
      reason: 'below, chance moves the spread of nine digits by as much',
    },
    deviation: {
      value: 0.03,
      unit: 'mean absolute deviation',
      reason: 'three times what 300 figures leave to chance',
    },
    round: { value: 0.3, unit: 'share of figures', reason: 'more round hundreds than the set by this much' },
  },
  example: { zh: '某单位 420 个金额中六成以 5 开头', en: 'six in ten of a unit’s 420 figures start with 5' },
  check: ({ index }) => {
    const { least, deviation, round } = STA_01.parameters;
    const corpus = profileOf(index.filings);
    if (corpus.count < 2 * least!.value) return [];
    return [...index.units.values()].flatMap((filings): Outcome[] => {
      const own = profileOf(filings);
      const first = filings[0];
      if (own.count < least!.value || first === undefined) return [];
      const off = own.digits.map((count, i) =>
        Math.abs(count / own.count - corpus.digits[i]! / corpus.count),
      );
      const mean = off.reduce((sum, value) => sum + value, 0) / off.length;
      const rounder = own.round / own.count - corpus.round / corpus.count;
      if (mean <= deviation!.value && rounder <= round!.value) return [passed(first.filingId)];
      const most = off.indexOf(Math.max(...off)) + 1;
      const share = (count: number): string => `${Math.round((100 * count) / own.count)}%`;
      return [
        report(first, {
          verdict: 'explained',
          severity: 'info',
          message: {
            zh: `${first.organisationName}的 ${own.count} 个金额中，首位为 ${most} 的占 ${share(own.digits[most - 1]!)}，整百的占 ${share(own.round)}，与同批单位不同`,
            en: `of ${own.count} figures of ${first.organisationName}, ${share(own.digits[most - 1]!)} start with ${most} and ${share(own.round)} are round hundreds, unlike its peers`,
          },
          evidence: own
            .examples(most)
            .map(([filing, amount]) => cell(index, filing, 'figure', amount.item, amount)),
          operands: ['digits', first.organisation],
        }),
      ];
    });
  },
};

interface Profile {
  count: number;
  /** Figures by first digit, 1 to 9. */
  digits: number[];
  /** Whole hundreds. */
  round: number;
  examples: (digit: number) => [FilingDigest, SetAmount][];
}

const SHOWN = 5;

function profileOf(filings: readonly FilingDigest[]): Profile {
  const digits = new Array<number>(9).fill(0);
  let count = 0;
  let round = 0;
  for (const { amounts } of filings) {
    for (const amount of amounts) {
      const digit = firstDigit(amount);
      if (digit === null) continue;
      digits[digit - 1]! += 1;
      count += 1;
      if (amount.value % 100 === 0) round += 1;
    }
  }
  const examples = (digit: number): [FilingDigest, SetAmount][] =>
    filings
      .flatMap((filing) => filing.amounts.map((amount): [FilingDigest, SetAmount] => [filing, amount]))
      .filter(([, amount]) => firstDigit(amount) === digit)
      .slice(0, SHOWN);
  return { count, digits, round, examples };
}

function firstDigit({ value, measure }: SetAmount): number | null {
  if (measure === 'rate' || measure === 'count' || value === 0) return null;
  const digit = /[1-9]/.exec(String(Math.abs(value)))?.[0];
  return digit === undefined ? null : Number(digit);
}
