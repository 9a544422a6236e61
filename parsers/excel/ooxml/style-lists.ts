/** What stands in a list of a styles part (ECMA-376 18.8.39); "" where it has none of that name. */
export function section(xml: string, name: string): string {
  return new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>([\\s\\S]*?)</(?:\\w+:)?${name}>`).exec(xml)?.[1] ?? '';
}

/** The elements of a list of a styles part. */
export function elements(xml: string, list: string, name: string): string[] {
  const pattern = new RegExp(`<(?:\\w+:)?${name}\\b(?:[^>]*/>|[^>]*>[\\s\\S]*?</(?:\\w+:)?${name}>)`, 'g');
  return section(xml, list).match(pattern) ?? [];
}

/** A white of letters, and one of a ground: by its value, by the theme, or by its place in the old palette. */
export const white =
  /<(?:\w+:)?color\b(?![^>]*\btint=)[^>]*\b(?:rgb="(?:FF)?FFFFFF"|theme="0"|indexed="(?:1|9)")/i;
export const whiteFill = /\b(?:rgb="(?:FF|00)?FFFFFF"|theme="0"(?![^>]*\btint)|indexed="(?:1|9|65)")/i;
