import type { Finding, Verdict } from '../../../schemas/index.ts';
import type { Rule } from '../../reconcile/rule.ts';
import type { Language } from '../wording.ts';
import { toleranceNames } from './tolerance.ts';

/** One figure of a finding's equation with its name: printed, expected, difference, tolerance. */
export interface Figure {
  key: 'actual' | 'expected' | 'difference' | 'tolerance';
  name: string;
  /** The number; null where the finding has none. */
  value: number | null;
  /** As it is shown: 23.29, +23.29, ±0.5. */
  text: string;
}

const figureNames = {
  actual: { zh: '表内数', en: 'printed' },
  expected: { zh: '应为', en: 'expected' },
  difference: { zh: '相差', en: 'difference' },
  tolerance: { zh: '允许误差', en: 'tolerance' },
} as const;

/** The figures that a finding rests on, those that it has. */
export function figuresOf(finding: Finding, language: Language): Figure[] {
  const shown = {
    actual: plain(finding.actual),
    expected: plain(finding.expected),
    difference:
      finding.difference !== null && finding.difference > 0
        ? `+${plain(finding.difference)}`
        : plain(finding.difference),
    tolerance: finding.tolerance === null ? '' : `±${plain(finding.tolerance)}`,
  };
  return (['actual', 'expected', 'difference', 'tolerance'] as const)
    .filter((key) => finding[key] !== null)
    .map((key) => ({ key, name: figureNames[key][language], value: finding[key], text: shown[key] }));
}

/** A number without an exponent, with the sign that a reader of a table expects. */
export function plain(value: number | null): string {
  if (value === null) return '';
  const text = String(value);
  const whole = /e/.test(text) ? value.toFixed(value < 1 && value > -1 ? 10 : 0) : text;
  return whole.replace(/^-/, '−');
}

const verdictNames: Record<Verdict, { zh: string; en: string }> = {
  consistent: { zh: '一致', en: 'agrees' },
  explained: { zh: '可由取舍解释', en: 'explained by rounding' },
  improbable: { zh: '不大可能', en: 'improbable' },
  impossible: { zh: '任何取舍都不成立', en: 'under no rounding' },
  not_evaluated: { zh: '未能核对', en: 'not evaluated' },
};

/** By which allowance for rounding the finding was judged, and what came of it. */
export function regimeOf({ verdict }: Finding, rule: Rule | undefined, language: Language): string {
  const parts = [
    ...(rule === undefined ? [] : [`${rule.tolerance} ${toleranceNames[rule.tolerance][language]}`]),
    verdictNames[verdict][language],
  ];
  return parts.join(language === 'zh' ? '；' : '; ');
}
