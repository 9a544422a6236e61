import type { Exact } from '../facts/exact.ts';
import { magnitude } from '../facts/exact.ts';
import { normalised } from '../keys.ts';
import { type Outcome, passed, type SetRule } from '../rule.ts';
import { figureOf, sized } from '../set/compare.ts';
import type { FilingDigest, SetFigure } from '../set/digest.ts';
import { cell, report, shown } from '../set/say.ts';

/** A unit cost far from that of other units for the same thing. */
export const STA_02: SetRule = {
  id: 'STA-02',
  scope: 'set',
  kind: 'unit_cost',
  title: { zh: '单价明显异于同类单位', en: 'Unit cost far from that of peers' },
  explanation: {
    zh: '名称、单位相同的单位成本（元/人/月、万元/公里等）在多个单位之间比较，偏离中位数过大的作提示。',
    en: 'Unit costs of one name and unit (元/人/月, 万元/公里) are compared between units; one far from the median is noted.',
  },
  tolerance: 'T3',
  severity: 'info',
  parameters: {
    least: { value: 8, unit: 'units', reason: 'a median of fewer is no norm' },
    score: {
      value: 5,
      unit: 'robust z',
      reason: 'median absolute deviations; prices are spread with long tails',
    },
    ratio: {
      value: 2,
      unit: 'times the median',
      reason: 'a spread of nearly nothing makes any difference large',
    },
  },
  example: {
    zh: '同类培训 300 元/人/天，某单位 3000',
    en: '300 a person and day among peers, 3000 in one unit',
  },
  check: ({ index }) => {
    const groups = new Map<string, Price[]>();
    for (const filing of index.filings) {
      for (const row of filing.indicators) {
        const figure = figureOf(row.target);
        if (figure === null || row.section === 'long_term' || !/^[亿万千]?元\//.test(figure.unit ?? ''))
          continue;
        const key = `${normalised(row.name)}|${figure.unit}`;
        const price = { filing, name: row.name, figure, value: sized(figure).value };
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [price]);
        else group.push(price);
      }
    }
    return [...groups.values()].flatMap((group) => outliers(group).map((said) => said(index)));
  },
};

interface Price {
  filing: FilingDigest;
  name: string;
  figure: SetFigure;
  value: Exact;
}

type Said = (index: Parameters<SetRule['check']>[0]['index']) => Outcome;

function outliers(group: readonly Price[]): Said[] {
  const { least, score, ratio } = STA_02.parameters;
  const units = new Set(group.map(({ filing }) => filing.organisation));
  if (units.size < least!.value) return [];
  const middle = medianOf(group.map(({ value }) => value));
  const spread = medianOf(group.map(({ value }) => magnitude(value - middle)));
  const times = BigInt(ratio!.value);
  return group.map((price): Said => {
    const off = magnitude(price.value - middle);
    const isFar =
      off > spread * BigInt(score!.value) && (price.value > middle * times || price.value * times < middle);
    if (!isFar) return () => passed(price.filing.filingId);
    const typical = group.find(({ value }) => value === middle) ?? group[0]!;
    return (index) =>
      report(price.filing, {
        verdict: 'explained',
        severity: 'info',
        message: {
          zh: `“${price.name}”${shown(price.figure)}，${units.size} 个单位的中位数为 ${shown(typical.figure)}`,
          en: `“${price.name}” is ${shown(price.figure)}, the median of ${units.size} units is ${shown(typical.figure)}`,
        },
        evidence: [
          cell(index, price.filing, 'unit cost', price.name, price.figure),
          cell(index, typical.filing, 'median', typical.name, typical.figure),
        ],
        operands: ['peers', price.name, price.figure.unit ?? ''],
        expected: typical.figure.value,
        actual: price.figure.value,
      });
  });
}

/** The lower middle one, so that it is a value that stands somewhere. */
function medianOf(values: readonly Exact[]): Exact {
  const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return sorted[(sorted.length - 1) >> 1] ?? 0n;
}
