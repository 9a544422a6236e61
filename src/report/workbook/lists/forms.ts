import { formNames, type Language } from '../../wording.ts';

import type { FilingHead, SeverityCounts } from '../forms.ts';
import { figureStyle, looks } from '../looks.ts';
import type { Plan } from '../plan.ts';
import { titles } from '../words.ts';
import { yearOf } from './findings.ts';
import type { ListColumn } from './list-sheet.ts';

export interface FormRow {
  filing: FilingHead;
  counts: SeverityCounts;
  /** The sheet that shows it; null where there was no room. */
  sheet: string | null;
}

/** A row a form, with the sheet that shows it. */
export function formColumns(plan: Plan, language: Language): ListColumn<FormRow>[] {
  const count = (severity: keyof SeverityCounts) => ({
    width: 8,
    value: ({ counts }: FormRow) => ({ digits: String(counts[severity]) }),
    style: figureStyle('#,##0'),
  });
  return [
    {
      title: titles.sheet,
      width: 26,
      value: ({ sheet }) => sheet ?? '—',
      style: ({ sheet }) => (sheet === null ? looks.text : looks.link),
      link: ({ sheet }) => (sheet === null ? undefined : { sheet, ref: 'A1' }),
    },
    { title: titles.organisation, width: 26, value: ({ filing }) => filing.organisation ?? '' },
    { title: titles.year, width: 7, value: ({ filing }) => yearOf(filing.year), style: looks.centred },
    { title: titles.form, width: 14, value: ({ filing }) => formNames[filing.form_type][language] },
    { title: titles.formTitle, width: 34, value: ({ filing }) => filing.title ?? '' },
    { title: titles.project, width: 28, value: ({ filing }) => filing.project ?? '' },
    {
      title: titles.moneyUnit,
      width: 9,
      value: ({ filing }) => filing.money_unit ?? '',
      style: looks.centred,
    },
    { title: titles.errors, ...count('error') },
    { title: titles.warnings, ...count('warning') },
    { title: titles.notes, ...count('info') },
    {
      title: titles.file,
      width: 40,
      value: ({ filing }) => plan.paths.get(filing.document_id) ?? '',
      style: looks.code,
    },
    { title: titles.id, width: 22, value: ({ filing }) => filing.filing_id, style: looks.code },
  ];
}
