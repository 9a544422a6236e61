import type { FormType, Severity } from '../../../schemas/index.ts';
import { literal } from '../sql-text.ts';

/** Which records an export takes; nothing given takes all that stand. */
export interface Selection {
  /** A part of the organisation's name as printed, or its code. */
  organisation?: string;
  year?: number;
  form?: FormType;
  /** Findings of this severity and above. */
  severity?: Severity;
}

const severities: readonly Severity[] = ['info', 'warning', 'error'];

/** Conditions of SQL by table, under the alias `t`. They hold in both engines. */
export function conditionsOf(selection: Selection): (table: string) => string {
  const filings = filingCondition(selection);
  const within = (field: string) => `${field} IN (SELECT f.filing_id FROM filings f WHERE ${filings})`;
  const documents = `t.document_id IN (SELECT f.document_id FROM filings f WHERE ${filings})`;
  const findings = [
    't.standing',
    ...(filings === null ? [] : [`(${within('t.filing_id')} OR (t.filing_id IS NULL AND ${documents}))`]),
    ...severityCondition(selection),
  ].join(' AND ');
  return (table) => {
    if (table === 'findings') return findings;
    if (table === 'decisions' && (filings !== null || selection.severity !== undefined))
      return `t.finding_id IN (SELECT t.finding_id FROM findings t WHERE ${findings})`;
    if (ofFindings.has(table))
      return `(t.document_id, t.finding_id) IN (SELECT t.document_id, t.finding_id FROM findings t WHERE ${findings})`;
    const stands = table === 'documents' ? 't.gone_since IS NULL' : 'true';
    if (filings === null) return stands;
    if (table === 'documents') return `${stands} AND ${documents}`;
    if (table === 'warnings' || table === 'files') return documents;
    if (table === 'exact_values') return documents;
    const owner = owners.get(table);
    if (owner === undefined) return within('t.filing_id');
    const [ownerTable, id] = owner;
    return `t.${id} IN (SELECT o.${id} FROM ${ownerTable} o WHERE ${within('o.filing_id')})`;
  };
}

const ofFindings = new Set(['evidence', 'hypotheses', 'related']);
const owners = new Map([
  ['prior_values', ['indicators', 'indicator_id']],
  ['text_figures', ['texts', 'text_id']],
  ['text_relations', ['texts', 'text_id']],
]);

/** On the filing `f`; null where every filing is wanted. */
function filingCondition({ organisation, year, form }: Selection): string | null {
  const conditions = [
    ...(organisation === undefined
      ? []
      : [
          `(f.organisation_code = ${literal(organisation)} OR strpos(f.organisation, ${literal(organisation)}) > 0)`,
        ]),
    ...(year === undefined ? [] : [`f.year = ${year}`]),
    ...(form === undefined ? [] : [`f.form_type = ${literal(form)}`]),
  ];
  return conditions.length === 0 ? null : conditions.join(' AND ');
}

function severityCondition({ severity }: Selection): string[] {
  if (severity === undefined) return [];
  const wanted = severities.slice(severities.indexOf(severity));
  return [`t.severity IN (${wanted.map(literal).join(', ')})`];
}
