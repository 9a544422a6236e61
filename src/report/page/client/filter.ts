/** What the filters of a page ask for. */
export interface Wanted {
  severities: ReadonlySet<string>;
  /** Facets that are narrowed to one value. */
  facets: readonly (readonly [name: string, value: string])[];
  /** Words that all have to stand in the text, folded. */
  words: readonly string[];
}

/** What is filtered: its values by facet, and its text folded. */
export interface Filtered {
  severity: string;
  facet: (name: string) => string;
  text: () => string;
}

/** Full-width letters, digits and signs as narrow ones, capitals as small ones: 《ＳＵＭ－01》 is found by sum-01. */
export function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

export function wordsOf(text: string): string[] {
  return folded(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

export function isWanted(one: Filtered, { severities, facets, words }: Wanted): boolean {
  if (!severities.has(one.severity)) return false;
  for (const [name, value] of facets) if (one.facet(name) !== value) return false;
  if (words.length === 0) return true;
  const text = one.text();
  return words.every((word) => text.includes(word));
}
