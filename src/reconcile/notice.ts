import type { Evidence, Filing, Indicator, Location, Message } from '../../schemas/index.ts';
import { type Draft, found, type Outcome, passed } from './rule.ts';

/** A finding that a rule states in words: everything of a draft but its place. */
export type Notice = Omit<Draft, 'filingId' | 'documentId'>;

/** Below it a form was not read from digital text throughout, and a cell of it may be our slip. */
const AS_PRINTED = 0.999;

/**
 * A finding at a form. What one cell says cannot be held against a filer whose form was recognised from a picture: there it
 * is improbable at most, and whose slip it is stays open.
 */
export function notice({ filing }: { filing: Filing }, said: Notice): Outcome {
  const place = { filingId: filing.filing_id, documentId: filing.document_id };
  if (filing.confidence >= AS_PRINTED) return found({ ...place, ...said });
  const verdict = said.verdict === 'impossible' ? 'improbable' : said.verdict;
  return found({ ...place, origin: 'undetermined', ...said, verdict });
}

/** What is evaluated row by row and told once: the rows that fail make one finding, the others count as passed. */
export function gathered<T>(
  context: { filing: Filing },
  rows: readonly T[],
  fails: (row: T) => boolean,
  say: (failing: readonly T[]) => Notice,
): Outcome[] {
  const failing = rows.filter(fails);
  const outcomes: Outcome[] = [];
  const held = rows.length - failing.length;
  if (held > 0) outcomes.push(passed(context.filing.filing_id, held));
  if (failing.length > 0) outcomes.push(notice(context, say(failing)));
  return outcomes;
}

/** How many of a thing, in English: 1 place, 2 places. */
export const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** The cell of one field of a record; the record's first cell where the field has none of its own. */
export function cellOf(
  record: { source: Record<string, Location> },
  field: string,
  role: string,
  text: string,
  value: number | null = null,
): Evidence {
  const own = Object.hasOwn(record.source, field) ? record.source[field] : undefined;
  const source = own ?? (Object.values(record.source)[0] as Location);
  return { role, text, value, source, document_id: null };
}

/** Name and target cell of an indicator, for findings that speak of its wording. */
export function targetCell(row: Indicator, role = 'target'): Evidence {
  const text = [nameOf(row), row.target?.raw ?? ''].join(' ').trim();
  return cellOf(row, 'target', role, text, row.target?.value ?? null);
}

export function actualCell(row: Indicator): Evidence {
  return cellOf(row, 'actual', 'actual', row.actual?.raw ?? '', row.actual?.value ?? null);
}

export function scoreCells(row: Indicator): Evidence[] {
  const cells: Evidence[] = [];
  if (row.weight !== null) cells.push(cellOf(row, 'weight', 'weight', `分值 ${row.weight}`, row.weight));
  if (row.score !== null) cells.push(cellOf(row, 'score', 'score', `得分 ${row.score}`, row.score));
  return cells;
}

/** The name of an indicator, of its 二级指标 where the form has two levels. */
export function nameOf(row: Indicator): string {
  return row.level3 ?? row.level2 ?? row.level1 ?? '';
}

/** Names that a sentence lists; the evidence holds all of them. */
const NAMED = 5;

/** 甲、乙、丙等 9 项 */
export function listed(names: readonly string[]): Message {
  const head = names.slice(0, NAMED);
  if (names.length <= NAMED) return { zh: head.join('、'), en: head.join(', ') };
  return { zh: `${head.join('、')} 等 ${names.length} 处`, en: `${head.join(', ')} … (${names.length})` };
}
