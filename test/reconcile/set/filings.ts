import type { Amount, Filing, Finding, Indicator } from '../../../schemas/index.ts';
import { type Reconciliation, reconcileSet } from '../../../src/reconcile/index.ts';
import type { Rule } from '../../../src/reconcile/rule.ts';
import { amount, filing, indicator } from '../records.ts';

/** A filing of a document of its own with its records. */
export interface Filed {
  filing: Filing;
  amounts: Amount[];
  indicators: Indicator[];
}

type Fields<T> = { [K in keyof T]?: T[K] | undefined };

/** One form in one document: `name` is the document, and the form in it. */
export function filed(
  name: string,
  fields: Partial<Filing>,
  amounts: (Partial<Amount> & { item: string; value: number | null })[] = [],
  indicators: Fields<Indicator>[] = [],
): Filed {
  const document_id = name.padEnd(64, '0');
  const filing_id = `${name}:f0`;
  const year = fields.year === undefined ? 2031 : fields.year;
  return {
    filing: filing({ ...fields, year, filing_id, document_id }),
    amounts: amounts.map((given) => amount({ year, ...given, filing_id, document_id })),
    indicators: indicators.map((given) =>
      indicator({ ...(given as Partial<Indicator>), filing_id, document_id }),
    ),
  };
}

/** Compares filings by some rules of the set. */
export function compare(filings: Filed[], ...rules: Rule[]): Reconciliation {
  return reconcileSet(
    {
      filings: filings.map((of) => of.filing),
      amounts: filings.flatMap((of) => of.amounts),
      indicators: filings.flatMap((of) => of.indicators),
      texts: [],
    },
    { rules },
  );
}

/** Documents that the evidence of a finding stands in, by name. */
export function documentsOf(finding: Finding | undefined): string[] {
  return finding?.evidence.map(({ document_id }) => document_id?.replace(/0+$/, '') ?? '') ?? [];
}

export function reasons({ coverage }: Reconciliation): Record<string, number> {
  return Object.assign({}, ...coverage.map((row) => row.reasons)) as Record<string, number>;
}
