import type { Amount } from '../../../schemas/index.ts';

const OF_WHICH = /^[\s（(]*其\s*中/;

export function isOfWhich({ label }: Pick<Amount, 'label'>): boolean {
  return OF_WHICH.test(label);
}

/** Half a unit of two decimals, for each figure of a list. */
export const ROUND_OFF = 0.005;

/** One part alone is a detail of its whole, not a breakdown; a list under 其中 is one only in a fund block. */
export function isExhaustive(whole: Amount, parts: readonly Amount[]): boolean {
  if (parts.length === 1 && isOfWhich(parts[0] as Amount)) return false;
  // 总投资 with 债券额度 beside it: what else it is made of is not printed.
  const [only] = parts;
  if (
    parts.length === 1 &&
    whole.section === 'funding' &&
    !whole.column_label &&
    only?.role !== 'total' &&
    !/财政/.test(only?.item ?? '')
  )
    return false;
  if (whole.role === 'total') return true;
  if (parts.length < 2) return false;
  if (isOfBothKinds(whole, parts)) return true;
  return whole.section === 'funding' || !parts.some(isOfWhich);
}

/** 债务余额 over 其中：一般债务 and 专项债务: there is no third kind. */
function isOfBothKinds({ item }: Amount, parts: readonly Amount[]): boolean {
  const [first, second] = parts.map((part) => part.item);
  if (parts.length !== 2 || first === undefined || second === undefined || !/债/.test(item)) return false;
  return /一般债[务券]/.test(first) && first.replace('一般债', '专项债') === second;
}

/** Whether a subject of a classification stands over its own: 20810 over 2081002. */
export function isCoded({ code }: Amount, parts: readonly Amount[]): boolean {
  return code !== null && parts.length > 0 && parts.every((part) => part.code?.startsWith(code));
}

/** A subject with one below it is all of that where the table lists subjects whole: another one of the column closes. */
export function isOnlySubject(
  whole: Amount,
  parts: readonly Amount[],
  closing: ReadonlyMap<string | null, readonly Amount[]>,
): boolean {
  if (parts.length !== 1 || !isCoded(whole, parts)) return false;
  const others = closing.get(whole.column_label) ?? [];
  return others.some((other) => other !== whole);
}

/**
 * 年度资金总额 over 其中：财政拨款 with the other sources left blank: all of it where another column (全年预算数, 全年执行数) says so. What
 * the blanks stand for is not printed, so that the structure leaves a doubt.
 */
export function isOnlySource(
  whole: Amount,
  parts: readonly Amount[],
  columns: ReadonlyMap<string | null, readonly [Amount, readonly Amount[]][]>,
): boolean {
  const [only] = parts;
  const name = fundsIn(whole);
  if (only === undefined || parts.length > 1 || name === null || !isOfWhich(only) || adds(whole, parts))
    return false;
  const others = (columns.get(name) ?? []).filter(([other]) => other !== whole && (other.value ?? 0) !== 0);
  return (
    others.length > 0 &&
    others.every(([other, list]) => adds(other, list) && list.some(({ label }) => label === only.label))
  );
}

/** The label of a sum of funds in columns; null of any other. */
export const fundsIn = ({ column_label: column, label, section }: Amount): string | null =>
  section === 'funding' && column ? label : null;

export function adds({ value }: Amount, parts: readonly Amount[]): boolean {
  const sum = parts.reduce((all, part) => all + (part.value ?? 0), 0);
  return value !== null && value !== 0 && Math.abs(sum - value) <= ROUND_OFF * (parts.length + 1);
}
