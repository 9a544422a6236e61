import type { Indicator } from '../../../schemas/index.ts';
import { moneySize } from '../facts/units.ts';
import { indicatorKey, normalised } from '../keys.ts';
import { nameOf, notice, targetCell } from '../notice.ts';
import {
  type DocumentContext,
  type DocumentRule,
  type FilingContext,
  type Outcome,
  passed,
} from '../rule.ts';

/** One thing at two prices in one document. */
export const UCQ_04: DocumentRule = {
  id: 'UCQ-04',
  scope: 'document',
  kind: 'unit_cost',
  title: { zh: '同一事项单价不同', en: 'One item at two prices' },
  explanation: {
    zh: '同一文件、同一年度中，同名且同计价单位的单价不同；标准可能确有差别，也可能其一有误。',
    en: 'Prices of one name and unit differ within one year of a document; the standards may differ, or one is a slip.',
  },
  tolerance: 'T4',
  severity: 'info',
  parameters: {},
  example: {
    zh: '“生活补贴标准”一表 120元/人/月，另一表 45.5元/人/月',
    en: '“生活补贴标准” 120元/人/月 in one form, 45.5 in another',
  },
  check,
};

interface Priced {
  context: FilingContext;
  row: Indicator;
}

function check({ filings }: DocumentContext): Outcome[] {
  const groups = new Map<string, Priced[]>();
  for (const context of filings) {
    for (const row of context.indicators) {
      if (!isPrice(row)) continue;
      const key = [nameOf(row), row.target?.unit, row.section, context.filing.year ?? '']
        .map((part) => normalised(String(part)))
        .join('|');
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [{ context, row }]);
      else group.push({ context, row });
    }
  }
  return [...groups.values()].flatMap((group): Outcome[] => {
    const prices = new Set(group.map(({ row }) => row.target?.value));
    const [first] = group;
    if (group.length < 2 || first === undefined) return [];
    if (prices.size === 1) return [passed(first.context.filing.filing_id)];
    const values = [...prices].join('、');
    return [
      notice(group.at(-1)!.context, {
        verdict: 'explained',
        message: {
          zh: `“${nameOf(first.row)}”有 ${prices.size} 种单价：${values}（${first.row.target?.unit}）`,
          en: `“${nameOf(first.row)}” has ${prices.size} prices: ${[...prices].join(', ')} (${first.row.target?.unit})`,
        },
        evidence: group.map(({ row }) => targetCell(row)),
        operands: [indicatorKey(first.row)],
      }),
    ];
  });
}

function isPrice({ target }: Indicator): boolean {
  if (target?.kind !== 'number' || target.unit === null || !/[/／]/.test(target.unit)) return false;
  return moneySize(target.unit.split(/[/／]/)[0] ?? '') !== null;
}
