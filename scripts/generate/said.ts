/** What a readout says, line by line, whatever its places, ids and spellings: to compare two readings of one form. */
import type { Grid, SourceDocument } from '../../schemas/index.ts';
import type { Readout } from '../../src/reading/index.ts';
import type { Retyping } from './retyped-grids.ts';

/** A document with each of its grids retyped. */
export function retyped(source: SourceDocument, retyping: Retyping): SourceDocument {
  return {
    ...source,
    blocks: source.blocks.map((block) => (block.kind === 'grid' ? retyping(block satisfies Grid) : block)),
  };
}

/** The filings, indicators and amounts, each as one line of what it says. */
export function saidIn({ filings, indicators, amounts }: Readout): string[] {
  return [
    ...filings.map((filing) => line('filing', filing, filingFields)),
    ...indicators.map((indicator) => line('indicator', indicator)),
    ...amounts.map((amount) => line('amount', amount)),
  ];
}

/** The lines of one list that the other has not, as often as they are missing. */
export function missing(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return lines.filter((each) => {
    const count = left.get(each) ?? 0;
    if (count > 0) left.set(each, count - 1);
    return count === 0;
  });
}

const filingFields = new Set([
  'form_type',
  'title',
  'organisation',
  'supervisor',
  'project',
  'project_code',
  'year',
  'money_unit',
  'execution_weight',
  'execution_score',
  'execution_rate',
  'total_weight',
  'total_score',
]);

/** Where it stands, how it is printed, and how sure it is. */
const unsaid =
  /^(?:source|raw|.*_raw|.*_id|record|notes?|confidence|doubts?|reason|id|ordinal|row|blank_parts|formula|text|label|column_label|remark|location)$/;

function line(kind: string, record: object, fields?: ReadonlySet<string>): string {
  return [kind, ...saidOf(record, '', fields)].join(' ');
}

function saidOf(record: object, path: string, fields?: ReadonlySet<string>): string[] {
  return Object.entries(record).flatMap(([name, value]): string[] => {
    if (value === null || value === undefined || unsaid.test(name)) return [];
    if (fields !== undefined && !fields.has(name)) return [];
    if (Array.isArray(value)) {
      const plain = value.filter((each) => typeof each !== 'object');
      return plain.length === 0 ? [] : [`${path}${name}=${folded(plain.join('|'))}`];
    }
    return typeof value === 'object' ? saidOf(value, `${path}${name}.`) : [`${path}${name}=${folded(value)}`];
  });
}

function folded(value: unknown): string {
  return String(value)
    .normalize('NFKC')
    .replace(/[\s\u200b\ufeff]+/g, '');
}
