import type { Meta } from './fields/form-meta.ts';
import { titleOrganisation } from './fields/year.ts';

/** What the title of a report says of the forms in it. */
export interface ReportMeta {
  organisation: string | null;
  year: number | null;
}

/** Takes what a form does not print from the other forms of its document, where all that print it agree; else from the report that they stand in. */
export function completeMetas(
  metas: readonly Meta[],
  report: ReportMeta,
  titles: readonly (string | null)[] = [],
): string[][] {
  const organisation =
    agreed(metas, (meta) => meta.organisation) ??
    (metas.every((meta) => meta.organisation === null) ? report.organisation : null);
  const year =
    agreed(metas, (meta) => (meta.yearInferred ? null : meta.year)) ??
    agreed(metas, (meta) => meta.year) ??
    (metas.every((meta) => meta.year === null) ? report.year : null);
  const unprinted = metas.map((meta) => meta.organisation === null);
  return metas.map((meta, at) => {
    const inferred: string[] = [];
    const own = organisation === null && unprinted[at] ? titleOrganisation(titles[at] ?? '') : null;
    if (own !== null) {
      meta.organisation = own;
      inferred.push('organisation');
    } else if (unprinted[at] && organisation !== null) {
      meta.organisation = organisation;
      meta.organisation_code ??= agreed(metas, (other) =>
        other.organisation === organisation ? other.organisation_code : null,
      );
      inferred.push('organisation');
    }
    if (meta.year === null && year !== null) {
      meta.year = year;
      inferred.push('year');
    } else if (meta.yearInferred) inferred.push('year');
    return inferred;
  });
}

function agreed<Value>(metas: readonly Meta[], of: (meta: Meta) => Value | null): Value | null {
  const values = new Set(metas.map(of).filter((value) => value !== null));
  return values.size === 1 ? ([...values][0] as Value) : null;
}
