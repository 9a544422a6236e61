import type { KeptGrid } from '../../../../schemas/index.ts';
import { gridPlace } from '../../place.ts';
import { formNames, type Language, severityNames } from '../../wording.ts';
import { documentOf } from '../forms.ts';
import { findingRef } from '../lists/evidence.ts';
import { looks, ofSeverity, severityColours } from '../looks.ts';
import type { Sheet, SheetCell, SheetRow } from '../ooxml/sheet.ts';
import type { Style } from '../ooxml/styles.ts';
import type { Plan, PlannedForm } from '../plan.ts';
import { heightOf, linesIn } from '../row-height.ts';
import { colon, titles } from '../words.ts';
import { marksOf, type NumberedFinding } from './marks.ts';
import { tableRows } from './table-rows.ts';
import { sheetWidths } from './widths.ts';

const severities = ['error', 'warning', 'info'] as const;

/** A form's sheet: what it is, its tables as they were filed, and what was found in it. */
export function formSheet(
  plan: Plan,
  { unit, layout, path }: PlannedForm,
  kept: readonly KeptGrid[],
  findings: readonly NumberedFinding[],
  language: Language,
): Sheet {
  const grids = unit.grids.flatMap((index) => kept.filter(({ grid }) => grid === index));
  const widths = sheetWidths(grids);
  const marks = marksOf(unit.documentId, findings, language);
  const toFinding = (index: number) => ({ sheet: plan.names.findings, ref: findingRef(index) });
  const own = findings.filter(({ finding }) => isOf(finding, plan, { unit, layout, path }));
  const across = { widths, columns: widths.length };
  const rows: SheetRow[] = [
    ...headRows({ unit, layout, path }, own, plan, across, language),
    ...grids.flatMap((grid) => [
      wide({ value: gridPlace(grid, grid.grid, language), style: looks.caption }, across),
      ...tableRows(grid, widths, (place) => marks.get(place), toFinding),
      { cells: [] },
    ]),
    ...findingRows(own, toFinding, across, language),
  ];
  const worst = severities.find((severity) => own.some(({ finding }) => finding.severity === severity));
  return {
    name: layout.sheet,
    widths,
    rows,
    headerRows: 0,
    ...(worst === undefined ? {} : { tab: severityColours[worst].fill }),
    orientation: widths.reduce((sum, width) => sum + width, 0) > 100 ? 'landscape' : 'portrait',
  };
}

interface Across {
  widths: readonly number[];
  columns: number;
}

/** A cell over the whole width, with what may stand to its left in columns of their own. */
function wide(cell: SheetCell, { widths, columns }: Across, before: SheetCell[] = []): SheetRow {
  const rest = Math.max(1, columns - before.length);
  const room = widths.slice(before.length).reduce((sum, width) => sum + width, 0);
  const lines = typeof cell.value === 'string' && cell.style.wrap ? linesIn(cell.value, room) : 1;
  const filler = Array.from({ length: rest - 1 }, () => ({ value: null, style: cell.style }));
  return {
    cells: [...before, { ...cell, span: { rows: 1, columns: rest } }, ...filler],
    height: heightOf(lines) + (cell.style.size ?? 10) - 10,
  };
}

/** As many as {@link rowsAbove}, less the caption of the first table. */
function headRows(
  { unit, path }: PlannedForm,
  own: readonly NumberedFinding[],
  plan: Plan,
  across: Across,
  language: Language,
): SheetRow[] {
  const [first] = unit.filings;
  const { title, form_type, organisation, year, project, money_unit } = first!;
  const about = [organisation, year === null ? null : String(year), project, money_unit, path];
  return [
    wide({ value: title ?? formNames[form_type][language], style: looks.title }, across),
    wide(
      { value: about.filter((text) => text !== null && text !== '').join(' · '), style: metaStyle },
      across,
    ),
    wide(
      {
        value:
          language === 'zh'
            ? `${titles.back.zh}（${countsOf(own, language)}）`
            : `${titles.back.en} (${countsOf(own, language)})`,
        style: looks.plainLink,
        link: {
          sheet: plan.names.findings,
          ref: own[0] === undefined ? 'A1' : findingRef(own[0].index),
        },
      },
      across,
    ),
  ];
}

const metaStyle: Style = { ...looks.meta, wrap: true };

function countsOf(findings: readonly NumberedFinding[], language: Language): string {
  const counts = severities.map(
    (severity) => findings.filter(({ finding }) => finding.severity === severity).length,
  );
  return severities
    .map((severity, index) => `${severityNames[severity][language]} ${counts[index]}`)
    .join(' · ');
}

/** Of its own forms, or with a cell in one of its tables; of the whole document where that is this form. */
function isOf(finding: NumberedFinding['finding'], plan: Plan, { unit, layout }: PlannedForm): boolean {
  const { filing_id, document_id, evidence } = finding;
  if (unit.filings.some((filing) => filing.filing_id === filing_id)) return true;
  const isShown = (grid: number | null) => grid !== null && layout.firstRows.has(grid);
  if (evidence.some((cell) => documentOf(finding, cell) === unit.documentId && isShown(cell.source.grid)))
    return true;
  return filing_id === null && document_id === unit.documentId && plan.formsOf(document_id).length === 1;
}

const sentenceStyle: Style = { ...looks.text, vertical: 'center' };

function findingRows(
  findings: readonly NumberedFinding[],
  toFinding: (index: number) => SheetCell['link'],
  across: Across,
  language: Language,
): SheetRow[] {
  const heading = wide({ value: titles.ofThisForm[language], style: looks.heading }, across);
  if (findings.length === 0)
    return [heading, wide({ value: titles.noneHere[language], style: looks.meta }, across)];
  return [
    heading,
    ...findings.map(({ view, index }) => {
      const link = toFinding(index);
      const mark: SheetCell = {
        value: severityNames[view.severity][language],
        style: ofSeverity(view.severity),
        ...(link === undefined ? {} : { link }),
      };
      const places = view.cells[0]?.place ?? '';
      const sentence = `${view.rule}　${places === '' ? '' : places + colon[language]}${view.sentence}`;
      return wide({ value: sentence, style: sentenceStyle }, across, [mark]);
    }),
  ];
}
