import { readdirSync, readFileSync } from 'node:fs';

/** Docstrings of one schema: its own, and those of its fields by name. */
export interface Docstrings {
  own: string | null;
  fields: Map<string, string>;
}

/**
 * The docstrings of the schemas, by name of the schema, read from their own modules: comments are where editors show
 * them, and they stand in the compiled modules too, so that the JSON Schema says the same without a second copy.
 */
export function schemaDocstrings(folder = new URL('./', import.meta.url)): Map<string, Docstrings> {
  const found = new Map<string, Docstrings>();
  for (const name of readdirSync(folder)) {
    if (!/\.[jt]s$/.test(name) || name.endsWith('.d.ts')) continue;
    for (const [schema, docstrings] of docstringsOf(readFileSync(new URL(name, folder), 'utf8')))
      found.set(schema, docstrings);
  }
  return found;
}

const declaration = /^(?:export )?const (\w+) = /;
const field = /^\s*(?:\.extend\(\{\s*)?(\w+):/;

/** A comment belongs to the declaration or the field on the line after it. */
export function docstringsOf(module: string): Map<string, Docstrings> {
  const found = new Map<string, Docstrings>();
  let schema: Docstrings | undefined;
  let comment: string | null = null;
  for (const piece of module.matchAll(/[ \t]*\/\*\*([\s\S]*?)\*\/|[^\n]+/g)) {
    const [line, body] = piece;
    if (body !== undefined) {
      comment = proseOf(body);
      continue;
    }
    if (line.trim() === '') continue;
    const declared = declaration.exec(line)?.[1];
    const named = field.exec(line)?.[1];
    if (declared !== undefined) {
      schema = { own: comment, fields: new Map() };
      found.set(declared, schema);
    } else if (named !== undefined && comment !== null && !schema?.fields.has(named)) {
      schema?.fields.set(named, comment);
    }
    comment = null;
  }
  return found;
}

function proseOf(comment: string): string {
  return comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*?\s?/, '').trim())
    .join(' ')
    .replace(/\{@link (\w+)\}/g, '$1')
    .trim();
}
