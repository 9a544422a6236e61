import type { Amount } from '../../../schemas/index.ts';

/** A sum of a row, and the ways to read what it is the sum of; the first is looked at. */
interface Line {
  total: Amount;
  readings: readonly (readonly Amount[])[];
}

/** 元 in a column of 万元, or the other way round. */
const OTHER_UNIT = [1e4, 1e-4];

/** Whether most rows would close if one of their columns were in another unit: that is the slip of all of them. */
export function isInOtherUnit(lines: readonly Line[]): boolean {
  const closing = new Map<string, number>();
  for (const { readings, total } of lines) {
    const parts = readings[0] ?? [];
    const value = total.value ?? 0;
    const sum = parts.reduce((all, part) => all + (part.value ?? 0), 0);
    const closes = (whole: number, added: number): boolean =>
      Math.abs(whole - added) <= 1e-4 * Math.abs(whole) + 0.01 * (parts.length + 1);
    for (const power of OTHER_UNIT)
      for (const [column, isClosed] of [
        [total, closes(value * power, sum)] as const,
        ...parts.map((part) => [part, closes(value, sum + (power - 1) * (part.value ?? 0))] as const),
      ]) {
        const key = `${column.source.value?.column} ${power}`;
        if (isClosed && column.value) closing.set(key, (closing.get(key) ?? 0) + 1);
      }
  }
  return [...closing.values()].some((count) => count * 2 > lines.length);
}
