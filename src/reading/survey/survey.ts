import { readQuantity } from '../../values/index.ts';
import type { Answer, SurveyRegion } from '../form.ts';
import { type AmountDraft, draftOf } from '../money/money.ts';
import { type Entry, entryAt, printedName } from '../table/cells.ts';
import { isVoid } from '../table/label.ts';
import { cellOf, filledCells } from '../table/table.ts';

/**
 * Reads what was asked, row by row: how many answered, how many gave each answer (parts of those), and the rate of the satisfied.
 * The answers of a question are named as its parts where nobody printed how many answered, too.
 */
export function readSurvey(region: SurveyRegion): AmountDraft[] {
  const drafts: AmountDraft[] = [];
  for (let row = region.body; row < region.end; row++) {
    const name = at(region, row, region.question);
    if (name === null || isVoid(name.key)) continue;
    drafts.push(...rowOf(region, row, name));
    for (const i of filledCells(region.table, row)) {
      // 1, 2, 3 in front of the questions
      if (cellOf(region.table, i).column < region.question) region.table.explained[i] = 1;
    }
  }
  return drafts;
}

function rowOf(region: SurveyRegion, row: number, name: Entry): AmountDraft[] {
  const question = printedName(name.text);
  const drafts: AmountDraft[] = [];
  const whole = figure(region, row, region.total, name, { item: question, role: 'total' }, 'count');
  if (whole !== null) drafts.push(whole);
  for (const answer of region.answers) {
    const draft = answerOf(region, row, name, question, answer);
    if (draft === null) continue;
    draft.whole = draft.record.measure === 'count' ? whole : null;
    drafts.push(draft);
  }
  const rate = figure(region, row, region.rate, name, { item: question, role: 'item' }, 'rate');
  if (rate !== null) drafts.push(rate);
  return drafts;
}

/** How many gave an answer, with their share; the share alone where a table prints no more. */
function answerOf(
  region: SurveyRegion,
  row: number,
  name: Entry,
  question: string,
  { count, head, share, text }: Answer,
): AmountDraft | null {
  const given = { item: answerName(text), role: 'item' as const, parent: question };
  const printed = at(region, row, count);
  const isShare = printed?.key.endsWith('%') === true;
  const draft = figure(
    region,
    row,
    count ?? share,
    name,
    given,
    isShare || count === null ? 'rate' : 'count',
  );
  const beside = at(region, row, share);
  if (draft === null) return null;
  draft.record.source.column = cellOf(region.table, head).location;
  if (count !== null && beside !== null && !isVoid(beside.key)) {
    const quantity = readQuantity(beside.text.trim(), { unit: '%' });
    draft.record.share = quantity.kind === 'number' ? quantity.value : null;
    draft.record.share_raw = beside.text.trim();
    draft.record.source.share = beside.cell.location;
  }
  return draft;
}

function figure(
  region: SurveyRegion,
  row: number,
  column: number | null,
  name: Entry,
  given: { item: string; role: 'item' | 'total'; parent?: string },
  measure: 'count' | 'rate',
): AmountDraft | null {
  const entry = at(region, row, column);
  if (entry === null || isVoid(entry.key)) return null;
  const head = column === null ? '' : (region.heads.get(column) ?? '');
  const quantity = readQuantity(entry.text.trim(), { unit: measure === 'rate' ? '%' : unitIn(region.heads) });
  if (quantity.kind !== 'number') return null;
  const label = name.text.trim();
  const fields = {
    section: 'base_data' as const,
    label,
    measure,
    project: null,
    column_label: head,
    ...given,
  };
  const source = { value: entry.cell.location, item: name.cell.location };
  return draftOf(fields, quantity, source, Math.min(entry.cell.confidence, name.cell.confidence));
}

/** 满意（份）, 有效问卷: sheets of paper; people where no head says what is counted. */
function unitIn(heads: ReadonlyMap<number, string>): string {
  const said = [...heads.values()].join('|');
  return /份|问卷/.test(said) ? '份' : /户/.test(said) ? '户' : '人';
}

const answerName = (text: string): string => printedName(text).replace(/\s*[(（][^()（）]{1,4}[)）]$/, '');

const at = ({ table }: SurveyRegion, row: number, column: number | null): Entry | null =>
  column === null ? null : entryAt(table, row, { first: column, end: column + 1, text: '', path: '' });
