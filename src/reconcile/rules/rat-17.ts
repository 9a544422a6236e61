import type { Amount, Evidence, TextRecord } from '../../../schemas/index.ts';
import { readQuantity } from '../../values/index.ts';
import { exact, placesOf, show, toNumber } from '../facts/exact.ts';
import type { Fact } from '../facts/fact.ts';
import { MULTIPLE, otherMultiple, type Printed } from '../figures/multiples.ts';
import { evidenceOf } from '../findings.ts';
import { amountKey, closedUp, normalised } from '../keys.ts';
import { cellOf, notice } from '../notice.ts';
import { type FilingContext, type FilingRule, notEvaluated, type Outcome, passed } from '../rule.ts';

/** 本息覆盖倍数 of a table: what a project earns over what it owes, in its row, its column or its form. */
export const RAT_17: FilingRule = {
  id: 'RAT-17',
  scope: 'filing',
  kind: 'ratio',
  title: { zh: '本息覆盖倍数与收益、本息不符', en: 'Coverage of a bond differs from its figures' },
  explanation: {
    zh: '专项债券项目的本息覆盖倍数 = 项目收益 ÷ 债券本息，取同一行、同一列（单独成栏的取本表）中印出的收益与本息；有几个收益或本息的，与其中一对相符即可，都不符的不作判断。四舍五入、去尾均视为相符。',
    en: 'The multiple by which a project covers its bond is what it earns over what it owes, both from its own row or column, or from the form where it stands in a field. Where a line has several of either, any pair may be meant, and nothing is said where none fits. Rounded and cut off pass.',
  },
  tolerance: 'T1',
  severity: 'warning',
  parameters: {},
  example: {
    zh: '项目收益 25200 ÷ 债券本息 18000 = 1.40，填 1.60',
    en: '25200 earned ÷ 18000 owed = 1.40, printed as 1.60',
  },
  check,
};

/** A multiple, and the figures of its line by what they are called. */
interface Multiple {
  said: Printed;
  label: string;
  raw: string;
  cell: Evidence;
  operand: string;
  line: readonly (readonly [string, Amount])[];
}

/** A figure by what its line calls it. */
interface Named {
  name: string;
  fact: Fact;
}

const EARNED =
  /(?:收益|偿债(?:资金|来源)|还本付息的?资金|净现金流(?:量|入)?)(?:合计|总额|总计|总和|金额|额)?(?:[（(](?:万|亿)?元[)）])?$/;
const OWED =
  /(?:本息|还本付息)(?:支出|费用|金额)?(?:合计|总额|总计|总和|金额|额)?(?:[（(](?:万|亿)?元[)）])?$/;
/** 已还本息, 收益下降10%: a part of it, or a case that is only supposed. */
const APART = /已|其中|平均|年均|下降|下浮|减少|压力|敏感|情景|假设/;

function check(context: FilingContext): Outcome[] {
  return [...inTables(context), ...inFields(context)].map((multiple) => judge(context, multiple));
}

const headOf = ({ column_label: head }: Amount): string =>
  normalised(closedUp((head ?? '').split('/').at(-1)));
const isMultiple = (name: string): boolean => MULTIPLE.test(name) && !APART.test(name);

function inTables({ amounts }: FilingContext): Multiple[] {
  const found = amounts.filter(({ unit, value }) => unit === '倍' && value !== null);
  if (found.length === 0) return [];
  const rows = Map.groupBy(amounts, ({ source: { value: at } }) => `${at?.grid}|${at?.row}`);
  const columns = Map.groupBy(amounts, ({ source: { value: at } }) => `${at?.grid}|${at?.column}`);
  return found.flatMap((amount): Multiple[] => {
    const at = amount.source.value;
    const byHead = isMultiple(headOf(amount));
    if (at?.grid == null || !(byHead || isMultiple(normalised(amount.item)))) return [];
    const line = byHead ? rows.get(`${at.grid}|${at.row}`) : columns.get(`${at.grid}|${at.column}`);
    const beside = (line ?? []).map((one) => [byHead ? headOf(one) : normalised(one.item), one] as const);
    const label =
      byHead && amount.item !== amount.column_label ? `${amount.item} ${amount.column_label}` : amount.item;
    return [
      {
        said: { value: exact(amount.value ?? 0), places: placesOf(amount.raw) },
        label,
        raw: amount.raw,
        cell: cellOf(amount, 'value', 'rate', `${label} ${amount.raw}`, amount.value),
        operand: amountKey(amount),
        line: amount.column_label === null && !byHead ? fieldsOf(amounts) : beside,
      },
    ];
  });
}

/** 总收益 | 59, 还本付息总额 | 42.1: fields of the form, wherever they stand. */
const fieldsOf = (amounts: readonly Amount[]): Multiple['line'] =>
  amounts
    .filter(({ column_label: head }) => head === null)
    .map((amount) => [normalised(amount.item), amount] as const);

/** 本息覆盖倍数 | 1.40 in a field of its own beside those of the money. */
function inFields({ amounts, texts }: FilingContext): Multiple[] {
  const line = fieldsOf(amounts);
  return texts.flatMap((text): Multiple[] => {
    const value = isMultiple(normalised(text.label)) ? multipleIn(text) : null;
    if (value === null) return [];
    const [label, raw] = [text.label ?? '', text.text.trim()];
    const cell = cellOf(text, 'text', 'rate', `${label} ${raw}`, value);
    const said = { value: exact(value), places: placesOf(raw) };
    return [{ said, label, raw, cell, operand: `${label}|${raw}`, line }];
  });
}

function multipleIn({ text }: TextRecord): number | null {
  if (!/^\d{1,3}(?:\.\d+)?倍?$/.test(text.trim())) return null;
  return readQuantity(text.trim()).value;
}

function judge(context: FilingContext, { cell, label, line, operand, raw, said }: Multiple): Outcome {
  const { filing_id: id } = context.filing;
  const [earned, owed] = [factsOf(context, line, EARNED), factsOf(context, line, OWED)];
  const pairs = earned.flatMap((of) => owed.map((over) => ({ of, over })));
  const real = pairs.map(({ of, over }) => otherMultiple(said, of.fact, over.fact));
  if (real.includes(null)) return passed(id);
  const [pair, other] = pairs;
  if (pair === undefined) return notEvaluated(id, 'operand missing');
  if (other !== undefined) return notEvaluated(id, 'several figures of that name');
  const expected = real[0] ?? 0n;
  const { of, over } = pair;
  const shown = show(expected, said.places);
  const work = `${of.name} ${of.fact.text} ÷ ${over.name} ${over.fact.text}`;
  return notice(context, {
    verdict: 'improbable',
    message: {
      zh: `“${label}”应为 ${shown}（${work}），填 ${raw}`,
      en: `“${label}” should be ${shown} (${work}), printed as ${raw}`,
    },
    expected: toNumber(expected),
    actual: toNumber(said.value),
    evidence: [cell, evidenceOf(of.fact, 'numerator'), evidenceOf(over.fact, 'denominator')],
    operands: [operand, of.fact.key, over.fact.key],
  });
}

function factsOf({ facts }: FilingContext, line: Multiple['line'], kind: RegExp): Named[] {
  return line.flatMap(([name, amount]) => {
    const isMoney = /元/.test(amount.unit ?? '') && amount.measure !== 'rate';
    const fact = isMoney && kind.test(name) && !APART.test(name) ? facts.amount(amount) : null;
    return fact !== null && fact.value > 0n ? [{ name, fact }] : [];
  });
}
