import type { Examination } from '../../schemas/index.ts';

/** How the records of a scan agree with those of the file that was printed. */
export interface RecordScore {
  fields: number;
  wrong: number;
  figures: number;
  wrongFigures: number;
  /** Wrong figures whose field is not marked as doubtful. */
  silent: number;
  /** Right figures whose field is marked as doubtful and that nothing settled. */
  inVain: number;
  /** Wrong fields, and figures doubted in vain with the reason of the doubt. */
  differences: string[];
}

export const emptyRecordScore = (): RecordScore => ({
  fields: 0,
  wrong: 0,
  figures: 0,
  wrongFigures: 0,
  silent: 0,
  inVain: 0,
  differences: [],
});

type Value = string | number | boolean | null;
type Fields = Map<string, Value>;

/** A field below this confidence is marked as doubtful. */
const doubtful = 0.9;

/** What follows from other fields: that a text of the record was hard to read says nothing of it. */
const followed: ReadonlySet<string> = new Set(['year', 'depth', 'unit']);

/** Names, places and what follows from other fields. */
const leftOut =
  /(^|_)(id|ordinal|source|confidences?|doubts|grids|coverage|formula|placeholders|inferred|contacts)$|base_|\.raw$|^offset/u;

/** Compares filings, indicators and amounts field by field, in reading order. */
export function addRecords(score: RecordScore, printed: Examination, scanned: Examination): void {
  for (const kind of ['filings', 'indicators', 'amounts'] as const) {
    const [before, after] = [printed[kind], scanned[kind]];
    const fields = [before.map(fieldsOf), after.map(fieldsOf)] as const;
    for (const [a, b] of aligned(fields[0], fields[1])) {
      const record = b === null ? undefined : after[b];
      const name = `${kind} ${a ?? `(${b})`}`;
      compare(
        score,
        name,
        a === null ? new Map() : fields[0][a]!,
        b === null ? new Map() : fields[1][b]!,
        (field) => {
          // The values of earlier years have a place, and a doubt, each.
          const key = field.replace(/^prior\.(\d+)\..*$/u, 'prior$1').split('.')[0]!;
          const doubt = record?.doubts?.[key];
          if (doubt !== undefined) return doubt.reason;
          const ofRecord = followed.has(key) ? 1 : record?.confidence;
          const confidence = record?.confidences?.[key] ?? ofRecord ?? 1;
          return confidence < doubtful ? `confidence ${confidence.toFixed(2)}` : null;
        },
      );
    }
  }
}

function compare(
  score: RecordScore,
  name: string,
  printed: Fields,
  scanned: Fields,
  doubtOf: (field: string) => string | null,
): void {
  for (const field of new Set([...printed.keys(), ...scanned.keys()])) {
    const [a, b] = [printed.get(field) ?? null, scanned.get(field) ?? null];
    if (a === null && b === null) continue;
    const isFigure = typeof a === 'number' || typeof b === 'number' || isOfFigure(field, printed, scanned);
    score.fields++;
    if (isFigure) score.figures++;
    const place = [printed.get('level3') ?? printed.get('item') ?? printed.get('title'), field].join(' ');
    const doubt = isFigure ? doubtOf(field) : null;
    if (a === b) {
      if (doubt === null || doubt.includes('settled by')) continue;
      score.inVain++;
      score.differences.push(`${name} ${place}: ${a} doubted in vain: ${doubt}`);
      continue;
    }
    score.wrong++;
    const silent = isFigure && doubt === null;
    if (isFigure) score.wrongFigures++;
    if (silent) score.silent++;
    score.differences.push(`${name} ${place}: ${a} came as ${b}${silent ? ' SILENT' : ''}`);
  }
}

/** The operator and the unit of a value are as much of its figure as its digits: ≥98% is not 98. */
function isOfFigure(field: string, ...sides: readonly Fields[]): boolean {
  const [, owner] = /^(.*\.|)(?:op|unit)$/u.exec(field) ?? [];
  return owner !== undefined && sides.some((fields) => typeof fields.get(`${owner}value`) === 'number');
}

function fieldsOf(record: object): Fields {
  const fields: Fields = new Map();
  const add = (key: string, value: unknown): void => {
    if (leftOut.test(key)) return;
    if (value !== null && typeof value === 'object')
      for (const [inner, each] of Object.entries(value)) add(`${key}.${inner}`, each);
    else if (typeof value === 'string')
      fields.set(key, /(?:^|\.)unit$/u.test(key) ? unitOf(value) : folded(value));
    else if (typeof value === 'number' || typeof value === 'boolean') fields.set(key, value);
  };
  for (const [key, value] of Object.entries(record)) add(key, value);
  return fields;
}

/** Width of characters, spaces and punctuation are no difference. */
const folded = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}]/gu, '');

/** In a unit they are one: ‰ is not %. */
const unitOf = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '');

/** Pairs of records in order with the fewest differing fields; null where a side has none. */
function aligned(before: readonly Fields[], after: readonly Fields[]): [number | null, number | null][] {
  const cost = Array.from({ length: before.length + 1 }, () => new Float64Array(after.length + 1));
  for (let i = before.length; i >= 0; i--)
    for (let j = after.length; j >= 0; j--)
      if (i < before.length || j < after.length)
        cost[i]![j] = Math.min(
          ...steps(before, after, i, j).map(([di, dj, own]) => own + cost[i + di]![j + dj]!),
        );
  const pairs: [number | null, number | null][] = [];
  for (let i = 0, j = 0; i < before.length || j < after.length; ) {
    const [di, dj] = steps(before, after, i, j).reduce((best, step) =>
      step[2] + cost[i + step[0]]![j + step[1]]! < best[2] + cost[i + best[0]]![j + best[1]]! ? step : best,
    );
    pairs.push([di === 1 ? i : null, dj === 1 ? j : null]);
    i += di;
    j += dj;
  }
  return pairs;
}

type Step = [di: 0 | 1, dj: 0 | 1, cost: number];

function steps(before: readonly Fields[], after: readonly Fields[], i: number, j: number): Step[] {
  const found: Step[] = [];
  const [a, b] = [before[i], after[j]];
  if (a && b) found.push([1, 1, differing(a, b)]);
  if (a) found.push([1, 0, 0.6 * a.size]);
  if (b) found.push([0, 1, 0.6 * b.size]);
  return found;
}

function differing(a: Fields, b: Fields): number {
  let count = 0;
  for (const [field, value] of a) if (b.get(field) !== value) count++;
  for (const field of b.keys()) if (!a.has(field)) count++;
  return count;
}
