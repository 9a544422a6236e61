import type { Amount, Indicator } from '../../../schemas/index.ts';
import type { LinearEdit } from '../edits/edit.ts';
import { judgedByMost } from '../edits/most-rows.ts';
import { isFact } from '../edits/points.ts';
import { isAdditive } from '../figures/additive.ts';
import { indicatorKey } from '../keys.ts';
import { nameOf } from '../notice.ts';
import { edited, type FilingContext, type FilingRule, type Outcome } from '../rule.ts';
import { commonSize } from '../sums/sums.ts';
import { adds } from '../sums/whole-lists.ts';

/** What the counties of a province reached is what the province did. */
export const SUM_15: FilingRule = {
  id: 'SUM-15',
  scope: 'filing',
  kind: 'sum',
  title: { zh: '各地数值之和与总数不符', en: 'Values of places do not add up to the whole' },
  explanation: {
    zh: '区域绩效表中一项指标既有全省（市、县）数、又分地区列数的，数量类指标应等于各地之和。比率、单价、时限等不相加。表中三分之二成立才判为错误，只有一半成立的作警告，其余不作判断；只有一项可加时，同行资金合计等于各地之和的作警告；目标值带 ≥、≤ 的只作警告。',
    en: 'Where an indicator has a value of the whole province and one of each city, a count is the sum of the cities’. Rates, prices and limits are not added. An error where two in three of a table close, a warning where half do or where the value is a bound, nothing where fewer do; one count alone is a warning where the money in the row of the whole is the sum of its places.',
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
  const [only, ...others] = rows;
  if (only !== undefined && others.length === 0 && isBorneOut(context.amounts, only.edit))
    return [edited({ ...only.edit, severity: 'warning' })];
  return judgedByMost(context.filing.filing_id, rows, 'most places do not add up to the whole');
}

/** One count of 合计 alone, where the money in its row is the sum of the list: so should it be, and may be told with none twice. */
function isBorneOut(amounts: readonly Amount[], { terms }: LinearEdit): boolean {
  const at = terms[0]?.fact.source;
  const beside = amounts.filter(
    ({ role, source: { value } }) => role === 'total' && value?.grid === at?.grid && value?.row === at?.row,
  );
  return beside.some((total) =>
    adds(
      total,
      amounts.filter(({ parent_id: parent }) => parent === total.amount_id),
    ),
  );
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
