import { describe, expect, test } from 'vitest';
import { docstringsOf } from '../../schemas/docstrings.ts';
import * as schemas from '../../schemas/index.ts';
import { type JsonSchema, jsonSchemaOf, nouns, wholeVocabulary } from '../../src/cli/json-schema.ts';

describe('the vocabulary', () => {
  test('has a noun for every exported schema', () => {
    expect(nouns()).toHaveLength(Object.keys(schemas).length);
    expect(nouns()).toEqual(
      expect.arrayContaining(['document', 'filing', 'indicator', 'amount', 'text', 'finding', 'grid']),
    );
  });

  test.each(nouns())('%s is JSON Schema with every reference resolved', (noun) => {
    const schema = jsonSchemaOf(noun)!;
    const text = JSON.stringify(schema);
    const defined = Object.keys((schema.$defs ?? {}) as object);
    for (const [, target] of text.matchAll(/"#\/\$defs\/([^"]+)"/g))
      expect([...defined, noun]).toContain(target);
    expect(text).not.toContain('9007199254740991');
  });

  test('says of every field what it is', () => {
    const bare = Object.entries(wholeVocabulary().$defs as Record<string, JsonSchema>).flatMap(
      ([noun, schema]) => undescribed(schema).map((field) => `${noun}.${field}`),
    );
    expect(bare).toEqual([]);
  });

  test('lets records have fields that are added later', () => {
    expect(JSON.stringify(wholeVocabulary())).not.toContain('"additionalProperties":false');
  });

  test('tells dates, units and shapes in the words of the source', () => {
    const { properties } = jsonSchemaOf('filing') as { properties: Record<string, JsonSchema> };
    expect(properties.filed_on?.description).toBe('ISO date.');
  });
});

describe('docstrings', () => {
  test('belong to what follows them', () => {
    const found = docstringsOf(
      [
        '/** A. */',
        'export const A = z.object({',
        '  /** One. */',
        '  one: z.string(),',
        '  two: z.int(),',
        '});',
      ].join('\n'),
    );
    expect(found.get('A')).toEqual({ own: 'A.', fields: new Map([['one', 'One.']]) });
  });
});

/** Fields without a description, of a schema and of the objects written inside it. */
function undescribed(schema: JsonSchema): string[] {
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key === 'properties')
      return Object.entries(value as Record<string, JsonSchema>).flatMap(([field, property]) => [
        ...(property.description === undefined ? [field] : []),
        ...undescribed(property).map((inner) => `${field}.${inner}`),
      ]);
    if (Array.isArray(value))
      return value.flatMap((item) => (typeof item === 'object' ? undescribed(item as JsonSchema) : []));
    return typeof value === 'object' && value !== null ? undescribed(value as JsonSchema) : [];
  });
}
