import type { Evidence, Finding } from '../../../../schemas/index.ts';
import { roleName } from '../../finding/roles.ts';
import { place } from '../../place.ts';
import { type Language, severityNames } from '../../wording.ts';
import { figure, formatOf } from '../figures.ts';
import { documentOf } from '../forms.ts';
import { figureStyle, looks, ofSeverity } from '../looks.ts';
import { cellName } from '../ooxml/reference.ts';
import { type Plan, shownAt } from '../plan.ts';
import { titles } from '../words.ts';
import { type ListColumn, listHeaderRows } from './list-sheet.ts';

export interface EvidenceRow {
  finding: Finding;
  evidence: Evidence;
  /** Of the finding in its list, from 0. */
  index: number;
}

/** Every cell that takes part in a finding, so that each can be looked up in the file itself. */
export async function* evidenceRows(findings: AsyncIterable<Finding>): AsyncGenerator<EvidenceRow> {
  let index = 0;
  for await (const finding of findings) {
    for (const evidence of finding.evidence) yield { finding, evidence, index };
    index += 1;
  }
}

export function evidenceColumns(plan: Plan, language: Language): ListColumn<EvidenceRow>[] {
  const linkOf = ({ finding, evidence }: EvidenceRow) => {
    const shown = shownAt(plan, finding, evidence);
    return shown && { sheet: shown.form.layout.sheet, ref: cellName(shown.row, shown.column) };
  };
  return [
    {
      title: titles.finding,
      width: 9,
      value: ({ index }) => ({ digits: String(index + 1) }),
      style: looks.centred,
    },
    {
      title: titles.severity,
      width: 8,
      value: ({ finding }) => severityNames[finding.severity][language],
      style: ({ finding }) => ofSeverity(finding.severity),
    },
    { title: titles.rule, width: 9, value: ({ finding }) => finding.rule, style: looks.code },
    { title: titles.role, width: 10, value: ({ evidence }) => roleName(evidence.role, language) },
    { title: titles.text, width: 48, value: ({ evidence }) => evidence.text },
    {
      title: titles.value,
      width: 14,
      value: ({ evidence }) => figure(evidence.value),
      style: ({ evidence }) => figureStyle(formatOf([evidence.value])),
    },
    {
      title: titles.place,
      width: 18,
      value: ({ evidence }) => place(evidence.source, language),
      style: (row) => (linkOf(row) === undefined ? looks.text : looks.link),
      link: linkOf,
    },
    {
      title: titles.file,
      width: 36,
      value: ({ finding, evidence }) => plan.paths.get(documentOf(finding, evidence)) ?? '',
    },
  ];
}

/** The row that a finding of this number, from 0, stands in. */
export function findingRef(index: number): string {
  return cellName(listHeaderRows + index, 0);
}
