import type { ColumnType } from '../model/column.ts';

/** Column types of PostgreSQL. A place is JSON, `source->'target'->>'ref'`. */
export const postgresTypes: Readonly<Record<ColumnType, string>> = {
  text: 'text',
  integer: 'integer',
  bigint: 'bigint',
  decimal: 'numeric',
  share: 'double precision',
  boolean: 'boolean',
  date: 'date',
  moment: 'timestamptz',
  place: 'jsonb',
  places: 'jsonb',
  texts: 'text[]',
  integers: 'integer[]',
  json: 'jsonb',
};
