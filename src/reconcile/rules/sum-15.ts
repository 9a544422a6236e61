import type { Indicator } from '../../../schemas/index.ts';
import type { LinearEdit } from '../edits/edit.ts';
import { judgedByMost } from '../edits/most-rows.ts';
import { isFact } from '../edits/points.ts';
import { isAdditive } from '../figures/additive.ts';
import { indicatorKey } from '../keys.ts';
import { nameOf } from '../notice.ts';
import type { FilingContext, FilingRule, Outcome } from '../rule.ts';
import { commonSize } from '../sums/sums.ts';

/** What the counties of a province reached is what the province did. */
export const SUM_15: FilingRule = {
  id: 'SUM-15',
  scope: 'filing',
  kind: 'sum',
  title: { zh: '各地数值之和与总数不符', en: 'Values of places do not add up to the whole' },
  explanation: {
    zh: '区域绩效表中一项指标既有全省（市、县）数、又分地区列数的，数量类指标应等于各地之和。比率、单价、时限等不相加。表中三分之二成立才判为错误，只有一半成立的作警告，其余不作判断；目标值带 ≥、≤ 的只作警告。',
    en: 'Where an indicator has a value of the whole province and one of each city, a count is the sum of the cities’. Rates, prices and limits are not added. An error where two in three of a table close, a warning where half do or where the value is a bound, nothing where fewer do.',
  },
  tolerance: 'T2',
  severity: 'error',
  parameters: {},
  example: {
    zh: '全市改厕 8200户，两县 4600户、3900户（合计 8500）',
    en: '8200 in the whole city, 4600 and 3900 in its counties (8500)',
  },
  check,
};

function check(context: FilingContext): Outcome[] {
  const groups = Map.groupBy(context.indicators, (row) =>
    indicatorKey({ ...row, scope: undefined } as Indicator),
  );
  const rows = (['target', 'actual'] as const).flatMap((field) =>
    [...groups.values()].flatMap((group) => {
      const edit = sumOf(context, group, field);
      return edit === null ? [] : [{ edit }];
    }),
  );
  return judgedByMost(context.filing.filing_id, rows, 'most places do not add up to the whole');
}

/** whole = Σ places, in the unit of the smallest; null where the rows are no whole with its places. */
function sumOf(
  { facts, filing }: FilingContext,
  rows: readonly Indicator[],
  field: 'target' | 'actual',
): LinearEdit | null {
  const wholes = rows.filter(({ scope }) => scope === undefined || everywhere.test(scope));
  const places = rows.filter(({ scope }) => scope !== undefined && !everywhere.test(scope));
  const [whole, ...others] = wholes;
  if (whole === undefined || others.length > 0 || places.length < FEWEST) return null;
  const value = whole[field];
  if (value === null || !isAdditive(whole, value)) return null;
  const total = facts.quantity(whole, field);
  const parts = places.map((row) => facts.quantity(row, field)).filter(isFact);
  if (total === null || parts.length < places.length) return null;
  const size = commonSize([total, ...parts]);
  const name = nameOf(whole);
  const bound = value.op !== null && value.op !== '=';
  return {
    type: 'linear',
    rule: 'SUM-15',
    filingId: filing.filing_id,
    documentId: filing.document_id,
    method: 'T2',
    relation: '=',
    ...(bound ? { severity: 'warning' as const } : {}),
    says: { zh: `“${name}”应等于各地之和`, en: `“${name}” should be the sum of its places` },
    terms: [
      { fact: total, coefficient: total.factor / size, role: 'total' },
      ...parts.map((fact) => ({ fact, coefficient: -(fact.factor / size), role: 'part' })),
    ],
    constant: 0n,
  };
}

/** Two counties and more. */
const FEWEST = 2;
const everywhere = /^(?:全[省市县区州盟旗镇乡村]|合计|总计|总体|区域|整体)$/;
