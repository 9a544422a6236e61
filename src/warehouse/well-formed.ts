/** Escapes in JSON of what no store takes: NUL, and halves of surrogate pairs. */
const illFormed = /(?<!\\)((?:\\\\)*)\\u(?:0000|d[89a-f][0-9a-f]{2})/g;

/** JSON with U+FFFD in place of NUL and of half surrogate pairs, which no database stores as text. */
export function wellFormed(json: string): string {
  return json.includes('\\u') ? json.replace(illFormed, '$1\\ufffd') : json;
}
