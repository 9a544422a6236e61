const delimiters = ['\t', ',', ';', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

/** Lines that are looked at to tell the delimiter. */
const sampleLines = 40;
/** Without a name that says so, this share of the lines must agree on the number of fields. */
const regularShare = 0.8;

/**
 * The delimiter of a text of fields, outside quotes. `any` takes the one that stands in most lines; `regular` asks that
 * nearly all lines have the same number of it, as prose with commas does not. Null where there is none.
 */
export function guessDelimiter(text: string, trust: 'any' | 'regular'): Delimiter | null {
  const lines = firstLines(text);
  if (lines.length === 0 || (trust === 'regular' && lines.length < 2)) return null;
  let best: { delimiter: Delimiter; score: number } | null = null;
  const fenced = lines.every((line) => line.split(',').every((field) => !field.trim().includes('\t')));
  for (const delimiter of delimiters) {
    // A tab beside a comma keeps Excel from taking the field for a number.
    if (delimiter === '\t' && fenced && lines.some((line) => line.includes(','))) continue;
    const counts = lines.map((line) => line.split(delimiter).length - 1);
    const score = trust === 'any' ? share(counts, (n) => n > 0) : agreement(counts);
    if (score > 0 && score > (best?.score ?? 0)) best = { delimiter, score };
  }
  if (best === null || (trust === 'regular' && best.score < regularShare)) return null;
  return best.delimiter;
}

function share(counts: number[], holds: (n: number) => boolean): number {
  return counts.filter(holds).length / counts.length;
}

/** Share of the lines that have the commonest number of delimiters above none. */
function agreement(counts: number[]): number {
  return Math.max(...counts.map((count) => (count === 0 ? 0 : share(counts, (n) => n === count))));
}

function firstLines(text: string): string[] {
  const bare = text.slice(0, 65_536).replace(/"(?:[^"]|"")*"/g, '');
  return bare
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, sampleLines);
}
