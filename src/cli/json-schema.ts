import { z } from 'zod';
import { type Docstrings, schemaDocstrings } from '../../schemas/docstrings.ts';
import * as schemas from '../../schemas/index.ts';

/** A JSON Schema, draft 2020-12. */
export type JsonSchema = Record<string, unknown>;

const prefix = '#/$defs/';

/** Names to ask for: filing, indicator, document … */
export function nouns(): string[] {
  return [...vocabulary().keys()];
}

/** Everything, each noun under `$defs`. */
export function wholeVocabulary(): JsonSchema {
  return { $schema: draft, title: 'hedui', $defs: Object.fromEntries(vocabulary()) };
}

/** One noun, with those it refers to under `$defs`; undefined where there is none of that name. */
export function jsonSchemaOf(noun: string): JsonSchema | undefined {
  const all = vocabulary();
  const schema = all.get(noun);
  if (schema === undefined) return undefined;
  const needed = new Map<string, JsonSchema>();
  collect(schema, all, needed);
  const $defs = needed.size === 0 ? {} : { $defs: Object.fromEntries(needed) };
  return { $schema: draft, title: noun, ...schema, ...$defs };
}

const draft = 'https://json-schema.org/draft/2020-12/schema';

/** Every exported schema, by noun: DocumentRecord is `document`, FormType is `form_type`. */
function vocabulary(): Map<string, JsonSchema> {
  const registry = z.registry<{ id: string }>();
  const docstrings = schemaDocstrings();
  const named = new Map<string, string>();
  for (const [name, schema] of Object.entries(schemas)) {
    registry.add(schema, { id: nounOf(name) });
    named.set(nounOf(name), name);
  }
  const { schemas: generated } = z.toJSONSchema(registry, {
    uri: (id) => `${prefix}${id}`,
    // Fields may be added to a record later: a reader that validates must not refuse them.
    io: 'input',
    override: ({ jsonSchema }) => {
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
  return new Map(
    Object.entries(generated).map(([noun, { $schema, $id, ...schema }]) => [
      noun,
      described(schema, docstrings.get(named.get(noun)!), docstrings),
    ]),
  );
}

function nounOf(name: string): string {
  return name
    .replace(/Record$/, '')
    .replace(/(?<!^)[A-Z]/g, (letter) => `_${letter}`)
    .toLowerCase();
}

/** Shapes whose fields a schema takes over (`extend`), so that their docstrings hold for it too. */
const extended = new Map([
  ['PriorQuantity', 'Quantity'],
  ['TextFigure', 'Quantity'],
  ['DocumentRecord', 'DocumentBase'],
]);

function described(
  schema: JsonSchema,
  docstrings: Docstrings | undefined,
  all: Map<string, Docstrings>,
): JsonSchema {
  if (docstrings === undefined) return schema;
  const name = [...all].find(([, value]) => value === docstrings)?.[0] ?? '';
  const base = all.get(extended.get(name) ?? '');
  const docOf = (field: string) => docstrings.fields.get(field) ?? base?.fields.get(field);
  const filled = withFields(schema, docOf);
  return docstrings.own === null ? filled : { description: docstrings.own, ...filled };
}

/** Descriptions on the properties of a schema, of its alternatives and of the objects in it. */
function withFields(schema: JsonSchema, docOf: (field: string) => string | undefined): JsonSchema {
  const out: JsonSchema = { ...schema };
  for (const [key, value] of Object.entries(schema)) {
    if (key === 'properties') {
      out.properties = Object.fromEntries(
        Object.entries(value as Record<string, JsonSchema>).map(([field, property]) => {
          const description = docOf(field);
          const inner = withFields(property, docOf);
          return [field, description === undefined ? inner : { description, ...inner }];
        }),
      );
    } else if (Array.isArray(value)) {
      out[key] = value.map((item) => (isObject(item) ? withFields(item, docOf) : item));
    } else if (isObject(value)) {
      out[key] = withFields(value, docOf);
    }
  }
  return out;
}

function collect(schema: JsonSchema, all: Map<string, JsonSchema>, needed: Map<string, JsonSchema>): void {
  for (const [key, value] of Object.entries(schema)) {
    if (key === '$ref' && typeof value === 'string') {
      const noun = value.slice(prefix.length);
      const target = all.get(noun);
      if (target === undefined || needed.has(noun)) continue;
      needed.set(noun, target);
      collect(target, all, needed);
    } else if (Array.isArray(value)) {
      for (const item of value) if (isObject(item)) collect(item, all, needed);
    } else if (isObject(value)) {
      collect(value, all, needed);
    }
  }
}

function isObject(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
