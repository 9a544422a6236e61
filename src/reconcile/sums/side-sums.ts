import type { Amount } from '../../../schemas/index.ts';
import { normalised } from '../keys.ts';
import { edited, type FilingContext, type Outcome } from '../rule.ts';
import { sumEdit } from './sums.ts';

const WHOLE = /^(?:年度|部门|本年)?资金总额$/;
const BY_INCOME = /^按收入性质/;
const BY_SPENDING = /^按支出性质/;

/**
 * 资金总额 beside 按收入性质分 and 按支出性质分, each over its kinds in a column of names: both sides make up the total. The sources do where they end
 * in 其他资金, the spending where it is 基本支出 and 项目支出.
 */
export function sideSums(context: FilingContext): Outcome[] {
  const { amounts } = context;
  const wholes = amounts.filter(
    ({ item, role, value }) => role === 'total' && value !== null && WHOLE.test(normalised(item)),
  );
  const [whole] = wholes;
  if (whole === undefined || wholes.length > 1 || whole.parent_id !== null) return [];
  const of = (head: RegExp): Amount[] =>
    amounts.filter(
      (amount) =>
        head.test(normalised(amount.column_label)) &&
        amount.parent_id === null &&
        amount.measure === whole.measure &&
        amount.source.value?.grid === whole.source.value?.grid,
    );
  const sides = [
    { name: { zh: '按收入性质分的各项', en: 'its sources' }, parts: of(BY_INCOME), isAll: endsInOthers },
    {
      name: { zh: '按支出性质分的各项', en: 'its kinds of spending' },
      parts: of(BY_SPENDING),
      isAll: isBasicAndProjects,
    },
  ];
  return sides.flatMap(({ isAll, name, parts }): Outcome[] => {
    if (parts.length < 2 || !isAll(parts)) return [];
    const says = {
      zh: `“${whole.item}”应等于${name.zh}之和`,
      en: `“${whole.item}” should be the sum of ${name.en}`,
    };
    const edit = sumEdit(context, whole, parts, { rule: 'SUM-01', relation: '=', says });
    return edit === null ? [] : [edited(edit)];
  });
}

const endsInOthers = (parts: readonly Amount[]): boolean => /^其[他它]/.test(parts.at(-1)?.item ?? '');

function isBasicAndProjects(parts: readonly Amount[]): boolean {
  const names = parts.map(({ item }) => normalised(item));
  return parts.length === 2 && names.includes('基本支出') && names.includes('项目支出');
}
