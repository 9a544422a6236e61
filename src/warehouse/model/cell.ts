import { type CellValue, type ColumnType, decimalDigits, decimalPlaces } from './column.ts';

/** A value as its column takes it, and whether the column keeps it to the last digit. */
export interface Stored {
  value: CellValue;
  exact: boolean;
}

/** The value of a field as a cell. `undefined` and null are null; decimals become text, so that no binary float is in between. */
export function cellOf(value: unknown, type: ColumnType): CellValue {
  if (value === undefined || value === null) return null;
  if (type === 'decimal') return String(value);
  return value as CellValue;
}

/** Whether a cell holds what its column cannot: such values are also kept as text. */
export function stored(value: CellValue, type: ColumnType): Stored {
  if (value === null) return { value, exact: true };
  if (type === 'decimal') return storedDecimal(value as string);
  if (type === 'integer') return storedInteger(value as number);
  if (type === 'date' && !isDate(value as string)) return { value: null, exact: false };
  return { value, exact: true };
}

const plainDecimal = /^-?(\d+)(?:\.(\d+))?$/;

function storedDecimal(text: string): Stored {
  // Short and without an exponent, and no word such as Infinity: kept as it is.
  if (text.length <= decimalPlaces && /\d$/.test(text) && !text.includes('e'))
    return { value: text, exact: true };
  const match = plainDecimal.exec(text);
  if (match === null) {
    const number = Number(text);
    return { value: Math.abs(number) < 1 ? number.toFixed(decimalPlaces) : null, exact: false };
  }
  const [, whole = '', fraction = ''] = match;
  if (whole.length > decimalDigits - decimalPlaces) return { value: null, exact: false };
  return { value: text, exact: fraction.length <= decimalPlaces };
}

const leastInteger = -(2 ** 31);
const greatestInteger = 2 ** 31 - 1;

function storedInteger(value: number): Stored {
  const fits = Number.isInteger(value) && value >= leastInteger && value <= greatestInteger;
  return { value: fits ? value : null, exact: fits };
}

/** A day of the calendar as `2023-02-28`; a printed 2023-02-30 is none. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
