import { remembered } from '../remembered.ts';

/** Base units and their sizes, as far as edits add or compare figures. */
const MONEY: ReadonlyMap<string, bigint> = new Map([
  ['元', 1n],
  ['千元', 1000n],
  ['万元', 10_000n],
  ['百万元', 1_000_000n],
  ['千万元', 10_000_000n],
  ['亿元', 100_000_000n],
]);

/** Size in 元 of a unit of money; null for what is no money. */
export function moneySize(unit: string | null): bigint | null {
  return unit === null ? null : (MONEY.get(unit) ?? null);
}

/** 万人 → 10000 人: the leading multiple of a unit that counts things. */
export function countSize(unit: string | null): bigint {
  if (unit === null) return 1n;
  if (unit.startsWith('亿')) return 100_000_000n;
  if (unit.startsWith('万')) return 10_000n;
  if (unit.startsWith('千') && !unit.startsWith('千米') && !unit.startsWith('千克')) return 1000n;
  return 1n;
}

/** Size of a unit in its base unit. */
export function unitSize(unit: string | null): bigint {
  return unit === null ? 1n : sizeOf(unit);
}

const sizeOf = remembered((unit) => moneySize(unit) ?? countSize(unit));

/** What is counted one by one: no multiple (万人), no rate (%, ‰) and no rate per something (次/年). */
const COUNTED = /^[^万亿千%‰/]+$|^千(米|克|瓦)/;

/** Decimals at which a figure in this unit is exact by nature: 分 for money, whole persons. */
export function exactPlaces(unit: string | null): number | null {
  return unit === null ? null : natureOf(unit);
}

const natureOf = remembered((unit): number | null => {
  const size = moneySize(unit);
  if (size !== null) return size.toString().length + 1;
  return COUNTED.test(unit) ? 0 : null;
});

/** Things that are never counted in part: half a person is no correction of a count, 12.4公里 is one of a length. */
const WHOLE = /^(?:人|名|人次|台|辆|户|家|个|套|次|场|件|所|座|册|起|项|期|批)$/;

export const isCountedWhole = (unit: string | null): boolean => unit !== null && WHOLE.test(unit);
