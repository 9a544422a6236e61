import type { Finding } from '../../../../schemas/index.ts';
import type { FindingView } from '../../finding/view.ts';
import { formNames, type Language, severityNames, words } from '../../wording.ts';
import { figure, formatOf } from '../figures.ts';
import { figureStyle, looks, ofSeverity } from '../looks.ts';
import { cellName } from '../ooxml/reference.ts';
import type { SheetCell } from '../ooxml/sheet.ts';
import type { Style } from '../ooxml/styles.ts';
import { type Plan, shownAt } from '../plan.ts';
import type { Review } from '../source.ts';
import { colon, stateNames, titles } from '../words.ts';
import type { ListColumn } from './list-sheet.ts';

/** A finding with what its row says beside it. */
export interface FindingRow {
  finding: Finding;
  view: FindingView;
  review: Review;
}

/** A row a finding: what is wrong, by how much, where, and what would mend it. */
export function findingColumns(plan: Plan, language: Language): ListColumn<FindingRow>[] {
  const head = ({ finding }: FindingRow) => plan.filings.get(finding.filing_id ?? '');
  const number = (key: 'expected' | 'actual' | 'difference' | 'tolerance') => ({
    width: 10,
    value: ({ finding }: FindingRow) => figure(finding[key]),
    style: ({ finding }: FindingRow) => numberStyle(finding),
  });
  return [
    {
      title: titles.severity,
      width: 8,
      value: ({ finding }) => severityNames[finding.severity][language],
      style: ({ finding }) => ofSeverity(finding.severity),
    },
    { title: titles.rule, width: 9, value: ({ finding }) => finding.rule, style: looks.code },
    { title: titles.sentence, width: 50, value: ({ view }) => view.sentence },
    { title: titles.expected, ...number('expected') },
    { title: titles.printed, ...number('actual') },
    { title: titles.difference, ...number('difference') },
    { title: titles.tolerance, ...number('tolerance') },
    {
      title: titles.place,
      width: 20,
      value: ({ view }) => view.cells[0]?.place ?? '',
      style: (row) => (linkOf(plan, row) === undefined ? looks.text : looks.link),
      link: (row) => linkOf(plan, row),
    },
    { title: titles.proposal, width: 24, value: ({ view }) => proposalOf(view, language) },
    { title: titles.organisation, width: 18, value: (row) => head(row)?.organisation ?? '' },
    { title: titles.year, width: 7, value: (row) => yearOf(head(row)?.year), style: looks.centred },
    { title: titles.file, width: 26, value: ({ finding }) => plan.paths.get(finding.document_id) ?? '' },
    { title: titles.reason, width: 34, value: ({ view }) => view.proposals[0]?.reason ?? '' },
    {
      title: titles.safe,
      width: 9,
      value: ({ view }) => (view.proposals[0]?.suggested ? '✓' : ''),
      style: looks.centred,
    },
    { title: titles.form, width: 14, value: (row) => formOf(head(row)?.form_type, language) },
    { title: titles.project, width: 24, value: (row) => head(row)?.project ?? '' },
    { title: titles.ruleTitle, width: 28, value: ({ view }) => view.ruleTitle },
    {
      title: titles.state,
      width: 9,
      value: ({ review }) => stateNames[review.state][language],
      style: looks.centred,
      choices: Object.values(stateNames).map((name) => name[language]),
    },
    { title: titles.reviewReason, width: 26, value: ({ review }) => review.reason ?? '' },
    { title: titles.reviewer, width: 10, value: ({ review }) => review.by ?? '' },
    {
      title: titles.firstSeen,
      width: 11,
      value: ({ review }) => review.firstSeen ?? '',
      style: looks.centred,
    },
    { title: titles.id, width: 18, value: ({ finding }) => finding.finding_id, style: looks.code },
  ];
}

/** A year is a figure without a mark between its thousands. */
export function yearOf(year: number | null | undefined): SheetCell['value'] {
  return year === null || year === undefined ? null : { digits: String(year) };
}

export function formOf(type: keyof typeof formNames | undefined, language: Language): string {
  return type === undefined ? '' : formNames[type][language];
}

/** Figures of one finding have as many places as the most exact of them; those of shares and rates are per cent. */
function numberStyle({ expected, actual, difference, tolerance, kind, equation }: Finding): Style {
  const isShare = kind === 'share' || kind === 'share_sum' || (kind === 'ratio' && equation?.includes('%'));
  return figureStyle(formatOf([expected, actual, difference, tolerance], isShare ? '%' : ''));
}

function linkOf(plan: Plan, { finding }: FindingRow): SheetCell['link'] {
  const shown = shownAt(plan, finding, finding.evidence[0]);
  if (shown === undefined) return undefined;
  return { sheet: shown.form.layout.sheet, ref: cellName(shown.row, shown.column) };
}

/** `C5：95 → 100`; a guess among others says so: `可能 C5：95 → 100`. */
function proposalOf({ proposals: [best] }: FindingView, language: Language): string {
  if (best === undefined) return '';
  const guess = best.suggested ? '' : `${words.guess[language]} `;
  const from = best.from === '' ? words.none[language] : best.from;
  return `${guess}${best.place}${colon[language]}${from} → ${best.to}`;
}
