/** What stands in a list of a styles part (ECMA-376 18.8.39); "" where it has none of that name. */
export function section(xml: string, name: string): string {
  return new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>([\\s\\S]*?)</(?:\\w+:)?${name}>`).exec(xml)?.[1] ?? '';
}

/** The elements of a list of a styles part. */
export function elements(xml: string, list: string, name: string): string[] {
  const pattern = new RegExp(`<(?:\\w+:)?${name}\\b(?:[^>]*/>|[^>]*>[\\s\\S]*?</(?:\\w+:)?${name}>)`, 'g');
  return section(xml, list).match(pattern) ?? [];
}
