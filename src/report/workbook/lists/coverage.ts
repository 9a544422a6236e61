import type { CoverageRow } from '../../../../schemas/index.ts';
import type { Rule } from '../../../reconcile/rule.ts';
import { reasonLines } from '../../reasons.ts';
import type { Language } from '../../wording.ts';
import { figureStyle, looks } from '../looks.ts';
import type { Plan } from '../plan.ts';
import { titles } from '../words.ts';
import { formOf, yearOf } from './findings.ts';
import type { ListColumn } from './list-sheet.ts';

type Row = CoverageRow & { document_id: string };

/** What was checked in every form, rule by rule, and what was not and why. */
export function coverageColumns(plan: Plan, rules: readonly Rule[], language: Language): ListColumn<Row>[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule.title[language]]));
  const head = ({ filing_id }: Row) => plan.filings.get(filing_id ?? '');
  const count = (key: 'applicable' | 'consistent' | 'explained' | 'violated' | 'not_evaluated') => ({
    width: 9,
    value: (row: Row) => ({ digits: String(row[key]) }),
    style: figureStyle('#,##0'),
  });
  return [
    { title: titles.rule, width: 9, value: ({ rule }) => rule, style: looks.code },
    { title: titles.ruleTitle, width: 34, value: ({ rule }) => byId.get(rule) ?? '' },
    { title: titles.applicable, ...count('applicable') },
    { title: titles.consistent, ...count('consistent') },
    { title: titles.explained, ...count('explained') },
    { title: titles.violated, ...count('violated') },
    { title: titles.notEvaluated, ...count('not_evaluated') },
    { title: titles.reasons, width: 36, value: ({ reasons }) => reasonLines(reasons, language).join('\n') },
    { title: titles.organisation, width: 22, value: (row) => head(row)?.organisation ?? '' },
    { title: titles.year, width: 7, value: (row) => yearOf(head(row)?.year), style: looks.centred },
    { title: titles.form, width: 14, value: (row) => formOf(head(row)?.form_type, language) },
    { title: titles.project, width: 24, value: (row) => head(row)?.project ?? '' },
    {
      title: titles.file,
      width: 32,
      value: ({ document_id }) => plan.paths.get(document_id) ?? '',
      style: looks.code,
    },
  ];
}
