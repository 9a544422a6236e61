import { z } from 'zod';
import { Location } from '../../../schemas/index.ts';
import { type ColumnType, decimalDigits, decimalPlaces } from '../model/column.ts';
import { identifier } from '../sql-text.ts';

const place = structOf(Location);

/** Column types of DuckDB. A place is a struct, `source['target'].ref`. */
export const duckdbTypes: Readonly<Record<ColumnType, string>> = {
  text: 'VARCHAR',
  integer: 'INTEGER',
  bigint: 'BIGINT',
  decimal: `DECIMAL(${decimalDigits}, ${decimalPlaces})`,
  share: 'DOUBLE',
  boolean: 'BOOLEAN',
  date: 'DATE',
  moment: 'TIMESTAMPTZ',
  place,
  places: `MAP(VARCHAR, ${place})`,
  texts: 'VARCHAR[]',
  integers: 'INTEGER[]',
  json: 'JSON',
};

/** The struct of an object of numbers, texts and such objects; field by field, so that a new field of the schema is in it. */
function structOf(schema: z.ZodObject): string {
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>).map(
    ([name, type]) => `${identifier(name)} ${typeOf(type)}`,
  );
  return `STRUCT(${fields.join(', ')})`;
}

function typeOf(type: z.ZodType): string {
  const inner = type instanceof z.ZodNullable ? (type.unwrap() as z.ZodType) : type;
  if (inner instanceof z.ZodObject) return structOf(inner);
  if (inner instanceof z.ZodString) return 'VARCHAR';
  return inner instanceof z.ZodNumber && inner.isInt ? 'INTEGER' : 'DOUBLE';
}
