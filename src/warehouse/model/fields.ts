import { z } from 'zod';
import { type Docstrings, schemaDocstrings } from '../../../schemas/docstrings.ts';
import * as schemas from '../../../schemas/index.ts';
import type { Column, ColumnType } from './column.ts';

/** What differs from the rule for a field: left out, another type or another name. By field name. */
export interface Exceptions {
  without?: readonly string[];
  types?: Readonly<Record<string, ColumnType>>;
  names?: Readonly<Record<string, string>>;
}

/** The columns of a record, by its schema: nested objects lie flat under joined names, comments are the docstrings. */
export function columnsOf(schema: string, exceptions: Exceptions = {}): Column[] {
  const { without = [], types = {}, names = {} } = exceptions;
  return shapeOf(schema)
    .filter(([field]) => !without.includes(field))
    .flatMap(([field, type]) => {
      const comment = docOf(schema, field);
      const column: Omit<Column, 'type' | 'oneOf'> = {
        name: names[field] ?? field,
        nullable: false,
        optional: type instanceof z.ZodOptional,
        comment,
        path: [field],
      };
      const forced = types[field];
      if (forced !== undefined) return [{ ...column, type: forced, ...nullability(type), oneOf: null }];
      return flat(type, column, schema);
    });
}

type Shape = [field: string, type: z.ZodType][];

/** The fields of an object schema; those of all alternatives where it is a union, as in documents of any status. */
function shapeOf(name: string): Shape {
  const schema = (schemas as Record<string, unknown>)[name];
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape as Record<string, z.ZodType>);
  if (!(schema instanceof z.ZodDiscriminatedUnion)) throw new Error(`${name} is no schema of records`);
  const fields = new Map<string, z.ZodType[]>();
  for (const option of schema.options as z.ZodObject[])
    for (const [field, type] of Object.entries(option.shape as Record<string, z.ZodType>))
      fields.set(field, [...(fields.get(field) ?? []), type]);
  return [...fields].map(([field, types]) => [field, joined(types)]);
}

/** One type for a field that differs between the alternatives of a union: its words together, null where one has null. */
function joined(types: z.ZodType[]): z.ZodType {
  const words = types.flatMap((type) => (type instanceof z.ZodLiteral ? [...type.values].map(String) : []));
  if (words.length === types.length) return z.enum([...new Set(words)] as [string, ...string[]]);
  const some = types.find((type) => !(type instanceof z.ZodNull)) ?? types[0]!;
  return types.some((type) => type instanceof z.ZodNull) ? some.nullable() : some;
}

function flat(type: z.ZodType, column: Omit<Column, 'type' | 'oneOf'>, owner: string): Column[] {
  const inner = bare(type);
  const nullable = column.nullable || inner !== type;
  const name = nameOf(inner);
  if (name === 'Location') return [{ ...column, nullable, type: 'place', oneOf: null }];
  if (inner instanceof z.ZodObject) {
    return Object.entries(inner.shape as Record<string, z.ZodType>).flatMap(([field, part]) => {
      const comment = `${column.comment} ${docOf(name ?? owner, field)}`;
      const path = [...column.path!, field];
      const { optional } = column;
      return flat(
        part,
        { name: `${column.name}_${field}`, nullable, optional, comment, path },
        name ?? owner,
      );
    });
  }
  const { columnType, oneOf } = scalar(inner, name);
  return [{ ...column, nullable, type: columnType, oneOf }];
}

function scalar(
  type: z.ZodType,
  name: string | null,
): { columnType: ColumnType; oneOf: readonly string[] | null } {
  if (name === 'Source') return { columnType: 'places', oneOf: null };
  if (type instanceof z.ZodEnum) return { columnType: 'text', oneOf: type.options.map(String) };
  if (type instanceof z.ZodString) return { columnType: 'text', oneOf: null };
  if (type instanceof z.ZodBoolean) return { columnType: 'boolean', oneOf: null };
  if (type instanceof z.ZodNumber) return { columnType: numeric(type), oneOf: null };
  if (type instanceof z.ZodArray && type.element instanceof z.ZodString)
    return { columnType: 'texts', oneOf: null };
  if (type instanceof z.ZodArray && type.element instanceof z.ZodNumber && type.element.isInt)
    return { columnType: 'integers', oneOf: null };
  return { columnType: 'json', oneOf: null };
}

function numeric(type: z.ZodNumber): ColumnType {
  if (type.isInt) return 'integer';
  return type.minValue === 0 && type.maxValue === 1 ? 'share' : 'decimal';
}

/** Without `null`, `undefined` and defaults around it. */
function bare(type: z.ZodType): z.ZodType {
  let inner = type;
  while (inner instanceof z.ZodNullable || inner instanceof z.ZodOptional || inner instanceof z.ZodDefault)
    inner = inner.unwrap() as z.ZodType;
  return inner;
}

function nullability(type: z.ZodType): { nullable: boolean } {
  return { nullable: bare(type) !== type };
}

/** The name that a schema is exported under. */
function nameOf(schema: z.ZodType): string | null {
  return Object.entries(schemas).find(([, exported]) => (exported as unknown) === schema)?.[0] ?? null;
}

/** Schemas whose fields another one takes over. */
const extended = new Map([
  ['PriorQuantity', 'Quantity'],
  ['TextFigure', 'Quantity'],
  ['DocumentRecord', 'DocumentBase'],
]);

let docstrings: Map<string, Docstrings> | undefined;

function docOf(schema: string, field: string): string {
  docstrings ??= schemaDocstrings();
  const own = docstrings.get(schema)?.fields.get(field);
  const doc = own ?? docstrings.get(extended.get(schema) ?? '')?.fields.get(field);
  if (doc === undefined) throw new Error(`${schema}.${field} has no docstring`);
  return doc;
}

/** What a schema says of itself. */
export function docOfSchema(schema: string): string {
  docstrings ??= schemaDocstrings();
  return docstrings.get(schema)?.own ?? '';
}
