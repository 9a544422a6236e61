import type { Amount, Indicator, TextRecord } from '../../schemas/index.ts';
import { factBook } from './facts/facts.ts';
import type { Profile } from './profiles/profile.ts';
import type { Records } from './records.ts';
import { entry } from './remembered.ts';
import type { DocumentContext, FilingContext } from './rule.ts';

/** Groups records by document and filing; every rule gets its records from here. */
export function documentContexts(records: Records, profile: Profile): DocumentContext[] {
  const indicators = byFiling(records.indicators);
  const amounts = byFiling(records.amounts);
  const texts = byFiling(records.texts.filter((text) => text.filing_id !== null));
  const loose = grouped(
    records.texts.filter((text) => text.filing_id === null),
    (text) => text.document_id,
  );
  const byDocument = grouped(records.filings, (filing) => filing.document_id);
  const documents = new Set<string>([...byDocument.keys(), ...loose.keys()]);
  return [...documents].map((documentId) => {
    const filings = byDocument.get(documentId) ?? [];
    const own = filings.flatMap((filing) => amounts.get(filing.filing_id) ?? []);
    const facts = factBook(own);
    const contexts: FilingContext[] = [];
    const document: DocumentContext = {
      documentId,
      filings: contexts,
      texts: loose.get(documentId) ?? NONE,
      facts,
      profile,
    };
    for (const filing of filings) {
      contexts.push({
        filing,
        indicators: (indicators.get(filing.filing_id) ?? NONE) as readonly Indicator[],
        amounts: (amounts.get(filing.filing_id) ?? NONE) as readonly Amount[],
        texts: (texts.get(filing.filing_id) ?? NONE) as readonly TextRecord[],
        facts,
        profile,
        document,
      });
    }
    return document;
  });
}

const NONE: readonly never[] = [];

function byFiling<T extends { filing_id: string | null }>(records: readonly T[]): Map<string | null, T[]> {
  return grouped(records, (record) => record.filing_id);
}

function grouped<K, T>(records: readonly T[], key: (record: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  let last: K | undefined;
  let open: T[] = [];
  for (const record of records) {
    const of = key(record);
    // Records of one form come together: nearly always the key is that of the record before.
    if (groups.size > 0 && of === last) {
      open.push(record);
      continue;
    }
    open = entry(groups, of, () => []);
    open.push(record);
    last = of;
  }
  return groups;
}
