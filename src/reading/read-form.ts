import type { Amount, Filing, Indicator, Issue, Location } from '../../schemas/index.ts';
import { coverageOf } from './coverage.ts';
import { setRateOfOne } from './execution.ts';
import { fieldsOfLine } from './fields/cell-pairs.ts';
import type { Field, FieldReading } from './fields/field.ts';
import { linesAcross } from './fields/lines-across.ts';
import { textsAcross, textsBeside } from './fields/table-texts.ts';
import { type TextDraft, textsOfFields, textsOfLines } from './fields/texts.ts';
import type { Form } from './form.ts';
import { joinedLeftOut, joinedRows } from './joined-rows.ts';
import { figuresLeftOut } from './money/aside-columns.ts';
import { ratesOfOne } from './money/rates-of-one.ts';
import { scoresLeftOut } from './money/scored-rows.ts';
import { joinSources } from './money/sources-of-whole.ts';
import type { FormOutline } from './outline.ts';
import { readTables } from './read-tables.ts';
import { amountRecords, type Owner } from './records.ts';
import {
  coveredFigures,
  misreadPairs,
  strayFigures,
  straysLeftOut,
  unnamedRows,
  unreadFigures,
  unreadRows,
} from './stray-figures.ts';
import { unreadPoints } from './unread-points.ts';

/** What the tables and texts of a form hold. */
export interface FormContents {
  indicators: Indicator[];
  placeholders: NonNullable<Filing['placeholders']>;
  /** Rows that stand where indicators do and gave none. */
  unreadRows: number;
  /** Figures that no label explains, as printed. */
  unreadFigures: number[];
  /** Rows of figures of scans whose label was lost. */
  unnamedRows: { grid: number; row: number }[];
  amounts: Amount[];
  texts: TextDraft[];
  /** What rows of its sheets say that is no part of the form. */
  prose: TextDraft[];
  coverage: number;
  confidence: number;
  warnings: Issue[];
}

/** Reads the tables of a form, now that its year, unit and project are known. */
export function readForm(outline: FormOutline, owner: Owner): FormContents {
  const { form, regions, reading, type } = outline;
  const ofLines = [...form.captions, ...form.notes].flatMap(fieldsOfLine);
  const { found, amounts, scoresWithoutPlace, asides } = readTables(outline, ofLines, owner);
  joinSources(amounts);
  setRateOfOne(outline.meta, ratesOfOne(amounts));
  amounts.sort((a, b) => order(a.record.source.value, b.record.source.value));
  const texts = textsOf(outline, ofLines);
  const prose = linesAcross(form, placesOf(reading));
  const points = unreadPoints(regions);
  const strays = [...strayFigures(form.strips, regions), ...points];
  const joined = joinedRows(form.strips, regions);
  const known = type !== 'unknown';
  return {
    indicators: found.indicators,
    placeholders: found.placeholders,
    unreadRows: unreadRows(strays, regions) + joined.length + points.length,
    unreadFigures: known
      ? unreadFigures([...strays, ...coveredFigures(form.strips), ...misreadPairs(form.strips)])
      : [],
    unnamedRows: unnamedRows(strays),
    amounts: amountRecords(amounts, owner),
    texts,
    prose,
    coverage: coverageOf(form),
    confidence: leastConfidence([...found.indicators, ...amounts.map((each) => each.record)]),
    warnings: [
      ...(type === 'unknown' ? [unknownForm(form)] : []),
      ...(scoresWithoutPlace > 0 ? [scoresLeftOut(scoresWithoutPlace, form.title, placeOf(form))] : []),
      ...(asides.length > 0 ? [figuresLeftOut(asides, form.title, placeOf(form))] : []),
      ...(strays.length > 0 && known ? [straysLeftOut(strays, form.title, placeOf(form))] : []),
      ...(joined.length > 0 && known ? [joinedLeftOut(joined, form.title, placeOf(form))] : []),
    ],
  };
}

/** The texts of a form, of its fields and around its tables; `ofLines` are the fields of the lines outside the grids. */
function textsOf({ form, reading, regions }: FormOutline, ofLines: readonly Field[]): TextDraft[] {
  return [
    ...textsOfFields([
      ...reading.fields,
      ...regions.flatMap((region) =>
        region.kind === 'money' ? [...textsBeside(region), ...textsAcross(region)] : [],
      ),
      ...ofLines.filter((field) => field.role === 'goal'),
    ]),
    ...textsOfLines(form.notes, 'note'),
  ];
}

/** Where fields, funds and written indicators were read. */
function placesOf({ fields, funding, written }: FieldReading): Set<Location> {
  return new Set([...fields, ...funding, ...written].map(({ at }) => at));
}

function leastConfidence(records: readonly { confidence: number }[]): number {
  let least = 1;
  for (const { confidence } of records) if (confidence < least) least = confidence;
  return least;
}

/** Reading order: amounts of labelled fields and of tables stand in one sequence. */
function order(a: Location | undefined, b: Location | undefined): number {
  if (!a || !b) return 0;
  return a.block - b.block || (a.row ?? 0) - (b.row ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}

function unknownForm(form: Form): Issue {
  const title = form.title ?? '';
  return {
    code: 'unknown_form',
    message: {
      zh: `有一张表格的标签不属于任何已知表单${title === '' ? '' : `：${title}`}`,
      en: `The labels of a grid are not those of any known form${title === '' ? '' : `: ${title}`}`,
    },
    place: placeOf(form),
  };
}

function placeOf(form: Form): string | null {
  const part = form.strips[0]?.table.grid.parts[0];
  if (!part) return null;
  if (part.sheet !== null) return part.sheet;
  return part.page !== null ? `page ${part.page}` : part.table !== null ? `table ${part.table + 1}` : null;
}

export function filingOf(
  outline: FormOutline,
  contents: FormContents,
  id: string,
  documentId: string,
  ordinal: number,
  inferred: string[],
): Filing {
  const { form, meta, type } = outline;
  const { yearInferred: _, source, ...fields } = meta;
  const first = form.strips[0];
  const anchor = first?.table.grid.cells[first.table.rowStart[first.first] as number]?.location;
  return {
    filing_id: id,
    document_id: documentId,
    ordinal,
    form_type: type,
    title: form.title,
    ...fields,
    inferred,
    grids: [...new Set(form.strips.map((strip) => strip.table.index))],
    placeholders: contents.placeholders,
    ...(contents.unreadRows > 0 ? { unread_rows: contents.unreadRows } : {}),
    ...(contents.unreadFigures.length > 0 ? { unread_figures: contents.unreadFigures } : {}),
    coverage: contents.coverage,
    source: Object.keys(source).length > 0 || !anchor ? source : { form: anchor },
    confidence: contents.confidence,
  };
}
