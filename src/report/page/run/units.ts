import type { Filing } from '../../../../schemas/index.ts';
import { entry } from '../../../reconcile/remembered.ts';
import { shown } from '../html.ts';

/**
 * What the filters of a run call the unit of each filing, by its id: the name without the code beside it (203001-青岚县文化馆), for a unit files with and
 * without. Where the same name bears several codes it may be of several units, and each keeps its own.
 */
export function unitNames(filings: readonly Filing[]): ReadonlyMap<string, string> {
  const codes = new Map<string, Set<string>>();
  for (const filing of filings)
    if (filing.organisation_code !== null)
      entry(codes, bareName(filing), () => new Set<string>()).add(filing.organisation_code);
  return new Map(
    filings.map((filing) => {
      const bare = bareName(filing);
      return [filing.filing_id, shown((codes.get(bare)?.size ?? 0) > 1 ? (filing.organisation ?? '') : bare)];
    }),
  );
}

const MARKS = String.raw`[\s\-—–_:：]*`;

function bareName({ organisation, organisation_code: code }: Filing): string {
  if (organisation === null) return '';
  if (code === null || !/^\d+$/.test(code)) return organisation;
  const bare = organisation
    .replace(new RegExp(`^[[(（【]?${code}[\\])）】]?${MARKS}`), '')
    .replace(new RegExp(`${MARKS}[[(（【]${code}[\\])）】]$`), '');
  return bare === '' ? organisation : bare;
}
