import type { Records } from '../../src/reconcile/records.ts';
import type { Cell } from './cells.ts';
import type { Maker } from './slip.ts';

export const swap: Maker = (random, cells) => {
  const pairs = cells.flatMap((a, i) =>
    cells.slice(i + 1).flatMap((b) => {
      const down =
        a.source.column === b.source.column && Math.abs((a.source.row ?? 0) - (b.source.row ?? 0)) === 1;
      const across =
        a.source.row === b.source.row && Math.abs((a.source.column ?? 0) - (b.source.column ?? 0)) === 1;
      const like = a.field === b.field && a.unit === b.unit && a.source.grid === b.source.grid;
      return a.value !== b.value && like && (down || across) ? [[a, b] as const] : [];
    }),
  );
  if (pairs.length === 0) return null;
  const [a, b] = random.pick(pairs);
  return {
    generator: 'H9',
    cells: [a, b],
    apply: (records) => {
      a.write(records, b.text);
      b.write(records, a.text);
    },
  };
};

/** A part that is left out of its list. */
export const removeRow: Maker = (random, cells, records) => {
  const linked = records.amounts.filter(
    (amount) =>
      amount.parent_id !== null && (amount.value ?? 0) > 0 && siblings(records, amount.parent_id).length > 2,
  );
  if (linked.length === 0 || cells.length === 0) return null;
  const lost = random.pick(linked);
  return {
    generator: 'H10',
    cells: [],
    missing: lost.value!,
    apply: (changed) => {
      const row = lost.source.value?.row;
      changed.amounts = changed.amounts.filter((amount) => amount.source.value?.row !== row);
    },
  };
};

function siblings(records: Records, parent: string): Records['amounts'] {
  return records.amounts.filter((amount) => amount.parent_id === parent && (amount.value ?? 0) !== 0);
}

const totals = (records: Records, cells: readonly Cell[]): Cell[] =>
  cells.filter((cell) => {
    const amount = records.amounts.find(
      (one) =>
        cell.field === 'value' &&
        one.source.value?.row === cell.source.row &&
        one.source.value?.column === cell.source.column,
    );
    return (
      amount !== undefined && (amount.role === 'total' || siblings(records, amount.amount_id).length > 1)
    );
  });

/** A total of 0 over parts that are not. */
export const unfilled: Maker = (random, cells, records) => {
  const able = totals(records, cells).filter((cell) => cell.value > 0);
  if (able.length === 0) return null;
  const cell = random.pick(able);
  return { generator: 'H14', cells: [cell], apply: (changed) => cell.write(changed, '0') };
};

/** A total that leaves one part out. */
export const partLeftOut: Maker = (random, cells, records) => {
  const able = totals(records, cells).flatMap((cell) => {
    const whole = records.amounts.find(
      (one) => one.source.value?.row === cell.source.row && one.source.value?.column === cell.source.column,
    )!;
    const parts = whole.parent_id === null || whole.role === 'total' ? partsOf(records, whole.amount_id) : [];
    const fits = parts.filter((part) => (part.value ?? 0) > 0 && part.value! < cell.value);
    return fits.length > 1 ? [[cell, random.pick(fits)] as const] : [];
  });
  if (able.length === 0) return null;
  const [cell, part] = random.pick(able);
  const text = String(Math.round((cell.value - part.value!) * 1e4) / 1e4);
  return { generator: 'H15', cells: [cell], apply: (changed) => cell.write(changed, text) };
};

function partsOf(records: Records, whole: string): Records['amounts'] {
  return records.amounts.filter((amount) => amount.parent_id === whole);
}

/** A share taken over another year's total. */
export const wrongBase: Maker = (random, cells, records) => {
  const able = records.amounts.filter(
    (amount) => amount.share !== null && amount.role !== 'total' && (amount.value ?? 0) > 0,
  );
  const bases = records.amounts.filter(
    (amount) => amount.role === 'total' && amount.share === null && (amount.value ?? 0) > 0,
  );
  if (able.length === 0 || bases.length === 0) return null;
  const amount = random.pick(able);
  const base = random.pick(bases);
  const places = (amount.share_raw?.replace('%', '').split('.')[1] ?? '').length;
  const text = ((amount.value! / base.value!) * 100).toFixed(places);
  const cell = cells.find(
    (one) =>
      one.field === 'share' &&
      one.source.row === amount.source.share?.row &&
      one.source.column === amount.source.share?.column,
  );
  if (cell === undefined || Number(text) === amount.share) return null;
  return { generator: 'H16', cells: [cell], apply: (changed) => cell.write(changed, `${text}%`) };
};

/** Last year's figure copied into this year's cell. */
export const otherYear: Maker = (random, cells, records) => {
  const pairs = records.amounts.flatMap((amount) => {
    const prior = records.amounts.find(
      (other) =>
        other.item === amount.item &&
        other.section === amount.section &&
        other.measure !== amount.measure &&
        other.year !== amount.year &&
        other.source.value?.row === amount.source.value?.row,
    );
    return prior !== undefined && prior.value !== amount.value && prior.value !== 0 && prior.value !== null
      ? [[amount, prior] as const]
      : [];
  });
  if (pairs.length === 0) return null;
  const [amount, prior] = random.pick(pairs);
  const cell = cells.find(
    (one) =>
      one.field === 'value' &&
      one.source.row === amount.source.value?.row &&
      one.source.column === amount.source.value?.column,
  );
  return cell === undefined
    ? null
    : { generator: 'H17', cells: [cell], apply: (changed) => cell.write(changed, prior.raw) };
};

/** The figures of a row one column too far to the right. */
export const shift: Maker = (random, cells, records) => {
  if (!records.amounts.some((amount) => amount.column_label !== null)) return null;
  const rows = new Map<number, Cell[]>();
  for (const cell of cells) {
    if (cell.field !== 'value' || cell.source.row === null) continue;
    rows.set(cell.source.row, [...(rows.get(cell.source.row) ?? []), cell]);
  }
  const able = [...rows.values()].filter(
    (row) => row.length > 2 && row.filter((cell) => cell.value !== 0).length > 1,
  );
  if (able.length === 0) return null;
  const row = random.pick(able).toSorted((a, b) => (a.source.column ?? 0) - (b.source.column ?? 0));
  if (row.at(-1)!.value !== 0 && row.at(0)!.value !== 0) return null;
  const right = row.at(-1)!.value === 0;
  return {
    generator: 'H12',
    cells: row,
    apply: (changed) => {
      row.forEach((cell, i) => {
        cell.write(changed, row[right ? i - 1 : i + 1]?.text ?? '0');
      });
    },
  };
};

/** A total that counts one of its parts twice. */
export const partCountedTwice: Maker = (random, cells, records) => {
  const able = totals(records, cells).flatMap((cell) => {
    const whole = records.amounts.find((one) => isAt(one, cell))!;
    const fits = partsOf(records, whole.amount_id).filter((part) => (part.value ?? 0) > 0);
    return fits.length > 1 ? [[cell, random.pick(fits)] as const] : [];
  });
  if (able.length === 0) return null;
  const [cell, part] = random.pick(able);
  const text = String(Math.round((cell.value + part.value!) * 1e4) / 1e4);
  return { generator: 'H11', cells: [cell], apply: (changed) => cell.write(changed, text) };
};

/** A column of a table with row totals printed in 元. */
export const columnInYuan: Maker = (random, cells, records) => {
  const labelled = records.amounts.filter((amount) => amount.column_label !== null);
  const columns = Map.groupBy(
    cells.filter((cell) => labelled.some((amount) => isAt(amount, cell))),
    (cell) => cell.source.column,
  );
  if (columns.size < 3) return null;
  const column = random.pick([...columns.values()]).filter((cell) => cell.value !== 0);
  if (column.length < 3) return null;
  const yuan = (cell: Cell): string => String(Math.round(cell.value * 10_000));
  return {
    generator: 'H6',
    cells: column,
    apply: (changed) => {
      for (const cell of column) cell.write(changed, yuan(cell));
    },
  };
};

const isAt = (amount: Records['amounts'][number], cell: Cell): boolean =>
  cell.field === 'value' &&
  amount.source.value?.row === cell.source.row &&
  amount.source.value?.column === cell.source.column;
