import type { Records } from '../../src/reconcile/index.ts';
import type { Random } from '../generate/random.ts';
import type { Cell } from './cells.ts';

/** What a slip did: which cells are wrong, and what they should read. */
export interface Slip {
  generator: string;
  cells: readonly Cell[];
  /** A removed row has no cell: the value that is missing. */
  missing?: number;
  apply(records: Records): void;
}

type Maker = (random: Random, cells: readonly Cell[], records: Records) => Slip | null;

const digitsIn = (text: string): number[] => [...text].flatMap((sign, i) => (/\d/.test(sign) ? [i] : []));
const CONFUSED = ['08', '06', '68', '17', '38', '56', '49'];

function number(text: string): string {
  return /-?[\d.]+/.exec(text)?.[0] ?? text;
}

/** A figure that a hand would write: no leading zero, not the old one, some digits. */
function plausible(before: string, after: string): boolean {
  const value = Number(number(after));
  return (
    Number.isFinite(value) &&
    value !== Number(number(before)) &&
    !/^-?0\d/.test(number(after)) &&
    number(after) !== ''
  );
}

function respell(
  generator: string,
  change: (random: Random, text: string) => string | null,
  fits?: (cell: Cell) => boolean,
): Maker {
  return (random, cells) => {
    const able = cells.filter((cell) => cell.value !== 0 && (fits?.(cell) ?? true));
    for (let tries = 0; tries < 12 && able.length > 0; tries++) {
      const cell = random.pick(able);
      const printed = number(cell.text);
      const after = change(random, printed);
      if (after === null || !plausible(printed, after)) continue;
      const text = cell.text.replace(printed, after);
      return { generator, cells: [cell], apply: (records) => cell.write(records, text) };
    }
    return null;
  };
}

const transpose = respell('H1', (random, text) => {
  const at = digitsIn(text);
  const pairs = at.slice(1).flatMap((j, k) => (text[at[k]!] === text[j] ? [] : [[at[k]!, j] as const]));
  if (pairs.length === 0) return null;
  const [i, j] = random.pick(pairs);
  const signs = [...text];
  [signs[i], signs[j]] = [signs[j]!, signs[i]!];
  return signs.join('');
});

const confuse = respell('H2', (random, text) => {
  const options = digitsIn(text).flatMap((i) =>
    CONFUSED.filter((pair) => pair.includes(text[i]!)).map(
      (pair) => [i, pair.replace(text[i]!, '')] as const,
    ),
  );
  if (options.length === 0) return null;
  const [i, digit] = random.pick(options);
  return text.slice(0, i) + digit + text.slice(i + 1);
});

const substitute = respell('H3', (random, text) => {
  const i = random.pick(digitsIn(text));
  return `${text.slice(0, i)}${random.int(0, 9)}${text.slice(i + 1)}`;
});

const dropOrDouble = respell('H4', (random, text) => {
  const at = digitsIn(text);
  const i = random.pick(at);
  if (random.chance(0.5)) return text.slice(0, i) + text[i] + text.slice(i);
  return at.length < 2 ? null : text.slice(0, i) + text.slice(i + 1);
});

const isMoney = (cell: Cell): boolean => cell.field === 'value' && cell.unit !== '人' && cell.unit !== '%';
const scaleText = (text: string, power: number): string => {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + power;
  const padded = digits
    .padStart(digits.length + Math.max(0, 1 - point), '0')
    .padEnd(Math.max(point, digits.length), '0');
  const at = Math.max(1, point);
  const result = `${padded.slice(0, at)}.${padded.slice(at)}`.replace(/\.?0*$/, '');
  return result.replace(/^0+(?=\d)/, '');
};
const rescale = respell('H5', (random, text) => scaleText(text, random.pick([4, -4, 4, 1, -1, 2])), isMoney);
const point = respell(
  'H7',
  (random, text) => (text.includes('.') ? scaleText(text, random.pick([1, 2, -1])) : null),
  (cell) => isMoney(cell),
);
const negate = respell(
  'H8',
  (_, text) => `-${text}`,
  (cell) => cell.field === 'value',
);
const fraction = respell(
  'H18',
  (_, text) => scaleText(text, -2),
  (cell) => cell.field === 'share' || cell.unit === '%',
);

const swap: Maker = (random, cells) => {
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
const removeRow: Maker = (random, cells, records) => {
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
const unfilled: Maker = (random, cells, records) => {
  const able = totals(records, cells).filter((cell) => cell.value > 0);
  if (able.length === 0) return null;
  const cell = random.pick(able);
  return { generator: 'H14', cells: [cell], apply: (changed) => cell.write(changed, '0') };
};

/** A total that leaves one part out. */
const partLeftOut: Maker = (random, cells, records) => {
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
const wrongBase: Maker = (random, cells, records) => {
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
const otherYear: Maker = (random, cells, records) => {
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
const shift: Maker = (random, cells, records) => {
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

export const makers: Readonly<Record<string, Maker>> = {
  H1: transpose,
  H2: confuse,
  H3: substitute,
  H4: dropOrDouble,
  H5: rescale,
  H7: point,
  H8: negate,
  H9: swap,
  H10: removeRow,
  H12: shift,
  H14: unfilled,
  H15: partLeftOut,
  H16: wrongBase,
  H17: otherYear,
  H18: fraction,
};
