/** A name as SQL takes it, whatever letters it has: many columns are words of the language (`from`, `row`, `table`). */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text as SQL takes it; both engines read no escapes in it. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
