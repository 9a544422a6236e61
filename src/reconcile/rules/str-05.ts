import type { Indicator } from '../../../schemas/index.ts';
import { indicatorKey } from '../keys.ts';
import { gathered, listed, nameOf, targetCell } from '../notice.ts';
import { unitByName, unitInName } from '../profiles/unit-names.ts';
import type { FilingContext, FilingRule, Outcome } from '../rule.ts';

/** Numbers that are said of nothing: a quantitative target without a unit. One finding a form names them all. */
export const STR_05: FilingRule = {
  id: 'STR-05',
  scope: 'filing',
  kind: 'structure',
  title: { zh: '定量指标没有计量单位', en: 'Quantitative indicator without a unit' },
  explanation: {
    zh: '定量指标必须有计量单位，否则目标值无法考核；倍数、指数、系数本无单位，目标值为 0 的也不需单位，不在此列。名称能说明单位的（…率→%，…人数→人），一并提示。',
    en: 'A quantitative indicator needs a unit; a multiple (倍数), an index or a coefficient has none, and 0 needs none. Where its name tells one (…率 → %, …人数 → 人), it is proposed.',
  },
  tolerance: 'TS',
  severity: 'warning',
  parameters: {},
  example: { zh: '“培训人数”目标值 300，没有单位', en: '“培训人数” has the target 300 and no unit' },
  check,
};

function check(context: FilingContext): Outcome[] {
  const rows = context.indicators.filter((row) => row.target?.kind === 'number');
  return gathered(context, rows, isBare, (bare) => {
    const names = listed(bare.map(described));
    return {
      verdict: 'improbable',
      message: {
        zh: `${rows.length} 项定量指标中 ${bare.length} 项没有计量单位：${names.zh}`,
        en: `${bare.length} of ${rows.length} quantitative indicators have no unit: ${names.en}`,
      },
      evidence: bare.map((row) => targetCell(row)),
      operands: bare.map(indicatorKey),
    };
  });
}

/** One figure over another of its kind: a multiple or an index has no unit. */
const PURE = /倍数|指数|系数|比值|亿元(?:GDP|国内生产总值).*死亡率/i;

function isBare(row: Indicator): boolean {
  const { target } = row;
  const name = nameOf(row);
  // ≤0: none is none, of whatever.
  if (target?.value === 0) return false;
  return (target?.unit === null || target?.unit === '') && !PURE.test(name) && unitInName(name) === null;
}

function described(row: Indicator): string {
  const name = nameOf(row);
  const unit = unitByName(name);
  return `${name} ${row.target?.raw ?? ''}${unit === null ? '' : `（${unit}？）`}`;
}
