/**
 * Types of the warehouse, one name for both engines. `decimal` exact, of money and values · `share` a binary number from 0 to 1 ·
 * `moment` date and time with zone · `place` one location · `places` locations by field name · `texts`, `integers` lists ·
 * `json` whatever has no columns of its own.
 */
export type ColumnType =
  | 'text'
  | 'integer'
  | 'bigint'
  | 'decimal'
  | 'share'
  | 'boolean'
  | 'date'
  | 'moment'
  | 'place'
  | 'places'
  | 'texts'
  | 'integers'
  | 'json';

export interface Column {
  name: string;
  type: ColumnType;
  nullable: boolean;
  /** A field that a record may lack altogether; it is left out again where the column is null. */
  optional: boolean;
  /** The words that it may hold; null where it is free. */
  oneOf: readonly string[] | null;
  /** For people: what it holds, its unit, its source. */
  comment: string;
  /** Where its value stands in the record, from outside in; null for what the warehouse keeps of its own. */
  path: readonly string[] | null;
}

export interface Table {
  name: string;
  comment: string;
  key: readonly string[];
  columns: readonly Column[];
  /** The table and the field of its records that hold these rows as a list; null for records that stand on their own. */
  inside: { table: string; field: string } | null;
}

/** Places after the point, and before it, that a decimal column keeps. A product of two such still fits 38 digits. */
export const decimalPlaces = 10;
export const decimalDigits = 30;

/** What a cell of a row is before an engine's own notation: decimals as text, so that they stay exact. */
export type CellValue = string | number | boolean | object | null;
export type Row = readonly CellValue[];
