import type { Amount, Filing, Indicator, Issue, SourceDocument, TextRecord } from '../../schemas/index.ts';
import { readYear } from '../values/index.ts';
import { completeMetas } from './complete.ts';
import { type TextDraft, textsOfLines } from './fields/texts.ts';
import { reportOrganisation, reportTitle } from './fields/year.ts';
import { projectForms } from './indicators/project-rows.ts';
import { joinLists } from './joined-lists.ts';
import { withoutLongBlanks } from './long-blanks.ts';
import { isCover, outlineForm } from './outline.ts';
import { readClaims } from './prose/index.ts';
import { type FormContents, filingOf, readForm } from './read-form.ts';
import { doubtCodes } from './recognised/doubted-codes.ts';
import { doubtHeads } from './recognised/doubted-heads.ts';
import { doubtMoneyHeads } from './recognised/doubted-money-heads.ts';
import { doubtRows } from './recognised/doubted-rows.ts';
import { doubtUnits } from './recognised/doubted-units.ts';
import { withMisprintedHeads } from './recognised/misprinted-heads.ts';
import { doubtDepths } from './recognised/struck-labels.ts';
import { segment } from './segment.ts';
import { noteCells } from './table/cell-notes.ts';
import { withContinuedTables } from './table/continued-tables.ts';
import { withMarkedParts } from './table/marked-parts.ts';
import { tablesOf } from './table/table.ts';

export { withoutDirt } from './recognised/dirt.ts';
export { withKnownWords } from './recognised/known-words.ts';
export { withUnreadSigns } from './recognised/unread-signs.ts';

/** The records of one document, before any of them is checked. */
export interface Readout {
  filings: Filing[];
  indicators: Indicator[];
  amounts: Amount[];
  texts: TextRecord[];
  warnings: Issue[];
}

/** Characters of the document's id that the ids of its records start with. */
const ID_PREFIX = 16;

/**
 * Reads the filings of a document from its blocks, by what their labels say: blocks are parted into forms, forms into
 * regions, regions read as fields, figures and indicators; then what a form does not print is taken from its neighbours.
 * Pure; knows no format and no template.
 */
export function readFilings(seen: SourceDocument, documentId: string): Readout {
  const source = withContinuedTables(withMarkedParts(withMisprintedHeads(withoutLongBlanks(seen))));
  const prefix = documentId.slice(0, ID_PREFIX);
  const { forms, prose } = segment(source, tablesOf(source));
  const report = reportTitle([...prose, ...forms.flatMap(({ captions }) => captions)]);
  const all = forms.flatMap(projectForms).map((form) => outlineForm(form, report));
  const completed = completeMetas(
    all.map((outline) => outline.meta),
    report === null
      ? { organisation: null, year: null }
      : { organisation: reportOrganisation(report), year: readYear(report) },
    all.map(({ form }) => form.title),
  );
  // A cover says whose the forms behind it are, and is none itself.
  const covers = all.every(isCover) ? new Set() : new Set(all.filter(isCover));
  const outlines = all.filter((outline) => !covers.has(outline));
  const inferred = completed.filter((_, at) => !covers.has(all[at]));
  const readout: Readout = { filings: [], indicators: [], amounts: [], texts: [], warnings: [] };
  const texts = (drafts: readonly TextDraft[], filingId: string | null, year: number | null): void => {
    for (const draft of drafts) {
      readout.texts.push({
        text_id: `${prefix}:t${readout.texts.length}`,
        document_id: documentId,
        filing_id: filingId,
        ...draft,
        ...readClaims(draft.text, year),
      });
    }
  };
  const across: TextDraft[] = [];
  const unnamed: FormContents['unnamedRows'] = [];
  for (const [ordinal, outline] of outlines.entries()) {
    const filingId = `${prefix}:f${ordinal}`;
    const contents = readForm(outline, { documentId, filingId, year: outline.meta.year });
    readout.filings.push(filingOf(outline, contents, filingId, documentId, ordinal, inferred[ordinal] ?? []));
    for (const indicator of contents.indicators) readout.indicators.push(indicator);
    for (const row of contents.unnamedRows) unnamed.push(row);
    for (const amount of contents.amounts) readout.amounts.push(amount);
    for (const warning of contents.warnings) readout.warnings.push(warning);
    texts(joinLists(contents.texts), filingId, outline.meta.year);
    across.push(...contents.prose);
  }
  const last = readout.filings.at(-1);
  if (source.cut === true && last !== undefined) last.cut_off = true;
  const years = new Set(outlines.map((outline) => outline.meta.year));
  const around = [...textsOfLines(prose, 'prose'), ...across];
  texts(joinLists(around), null, years.size === 1 ? ([...years][0] ?? null) : null);
  noteCells(source, readout.filings, readout.indicators, readout.amounts, readout.texts);
  doubtUnits(source, readout.filings, readout.amounts);
  doubtMoneyHeads(readout.amounts);
  doubtDepths(readout.amounts, unnamed);
  doubtCodes(source, readout.amounts);
  doubtRows(source, readout.amounts);
  for (const doubt of doubtHeads(source, readout.filings, readout.amounts)) readout.warnings.push(doubt);
  return readout;
}
