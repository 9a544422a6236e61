import type { Cell, Location, Quantity } from '../../../schemas/index.ts';
import {
  fold,
  foldLabel,
  isErrorValue,
  readQuantity,
  unspaced,
  withoutRaisedNumber,
} from '../../values/index.ts';
import type { Span } from '../indicators/columns/indicator-table.ts';
import { isVoid } from './label.ts';
import { cellIndexAt, cellOf, explain, labelOf, rightOf, type Table } from './table.ts';

/** What stands under a head in one row. */
export interface Entry {
  /** The cells' texts joined; as printed. */
  text: string;
  key: string;
  cell: Cell;
  /** Whether the cell starts in this row; a merged one belongs to its first. */
  starts: boolean;
}

/** Reads the cells of a row under a head; null where there is no such head. */
export function entryAt(table: Table, row: number, span: Span | null | undefined): Entry | null {
  if (!span) return null;
  let found = null as Entry | null;
  let last = -1;
  for (let column = span.first; column < span.end; column++) {
    const i = cellIndexAt(table, row, column);
    if (i === last) continue;
    last = i;
    const cell = cellOf(table, i);
    const key = labelOf(table, i).key;
    explain(table, i);
    // A name that runs on into the column of the values is none of the value.
    const isBefore = found !== null && found.cell.column < span.first && cell.row === row;
    if (found === null || found.key === '' || (isBefore && key !== ''))
      found = { text: cell.text, key, cell, starts: cell.row === row };
    // 无 that begins below 得分 and runs on below 原因 is none of the score that stands before it.
    else if (key !== '' && !(cell.column > span.first && rightOf(cell) > span.end))
      found = { ...found, text: found.text + cell.text, key: found.key + key };
  }
  return found;
}

/** A name or an answer as printed: trimmed, lines that wrapping cut joined again. */
export function printed(text: string): string {
  const trimmed = text.trim();
  return trimmed.includes('\n') && isVertical(trimmed) ? trimmed.replace(/\s*\n\s*/g, '') : trimmed;
}

/** A text printed one or two characters a line, as narrow side labels are. */
function isVertical(text: string): boolean {
  const lines = text.split('\n');
  return lines.every((line) => line.trim().length <= 2);
}

/** A level's name: line breaks inside it come from the narrow column, blanks between its characters widen it, a raised number behind it is the mark of a note. */
export function printedName(text: string): string {
  const trimmed = withoutRaisedNumber(text.trim());
  return unspaced(trimmed.includes('\n') ? trimmed.replace(/\s*\n\s*/g, '') : trimmed);
}

/** Text of an entry or null where it says nothing. */
export function textOf(entry: Entry | null): string | null {
  return entry === null || isVoid(entry.key) ? null : printed(entry.text);
}

/** The number of a cell of points: 10, 10分, 10.00, 10%, and with its grade 99.8（优）; '10 as programs hand texts to Excel, and 10√ where whoever checked it ticked it off. */
export function pointsOf(entry: Entry | null): number | null {
  if (entry === null || entry.key === '' || entry.key.length > LONGEST_POINTS) return null;
  if (holdsSeveralPoints(entry)) return null;
  const key = entry.key.replace(besidePoints, '');
  return pointsText.test(key) ? Number.parseFloat(key) : null;
}

const besidePoints = /^['`√✓✔☑]+(?=\d)|(?<=\d分?)[√✓✔☑]$/g;

/** Whether a picture shows writing in a cell of which no digit was read, for strokes run over it, none of it is legible or it stands for a figure; `parsers/scan/lines` and `figures` say so. */
export const isUnreadWriting = (text: string, doubt = ''): boolean =>
  !/\d/.test(text) && unreadWriting.test(doubt);
const unreadWriting =
  /^(?:strokes run over the writing|nothing could be read of its writing|read as .* among figures)$/;

/** Whether a figure is missing that its cell had: a formula without a stored result or with an error for one, a picture, a table within it, words or TRUE in its place, writing that nobody could read; `parsers/cell-doubts.ts` says so. */
export const isLost = (text: string, doubt = ''): boolean =>
  doubt.startsWith('error value') ||
  isErrorValue(text) ||
  (text.trim() === '' && lostIn.has(doubt)) ||
  doubt === 'words of its number format in place of a number' ||
  isLogical(text) ||
  isUnreadWriting(text, doubt);

/** TRUE as Excel shows it in place of a figure. */
const isLogical = (text: string): boolean => /^\s*(?:true|false)\s*$/i.test(text);

const lostIn: ReadonlySet<string> = new Set([
  'formula without a stored value',
  'a picture in the cell',
  'what it says stands in a table within it',
]);

/** 20⏎20, 20 20: points of several rows in one cell, and no figure of four digits. Where a page wraps its lines, 10⏎0 is a hundred. */
export function holdsSeveralPoints(entry: Entry | null): boolean {
  if (entry === null || !/\d\s+\d/.test(entry.text)) return false;
  const figures = entry.text.trim().split(/\s+/);
  if (!figures.every((each) => /^\d{1,3}(?:\.\d+)?分?$/.test(each))) return false;
  return entry.cell.location.page === null || Number.parseFloat(entry.key) > MOST_POINTS;
}

/** Points of a whole form. */
const MOST_POINTS = 100;

/** Points and score of one cell, as cells of their own: 20/18.67, 20（18.67）, with the score first 18.67/20; null where it holds anything else. */
export function pairOf(given: Entry | null, scoreFirst = false): { weight: Entry; score: Entry } | null {
  const entry = given !== null && pairText.exec(given.key) === null ? withoutStrokes(given) : given;
  const [, first, second] = pairText.exec(entry?.key ?? '') ?? [];
  const [points, marks] = scoreFirst ? [second, first] : [first, second];
  if (entry === null || points === undefined || marks === undefined) return null;
  return { weight: { ...entry, key: points, text: points }, score: { ...entry, key: marks, text: marks } };
}

/** What a note by hand beside the table leaves in a cell that was recognised: 10/10（ and -9/10. */
const strokes = /^[-—–~'`!|丨,.·]+(?=\d)|[-—–~'`!|丨,.·(（]+$/g;

/** How surely a figure beside such strokes was read, at most. */
const BESIDE_STROKES = 0.8;

function withoutStrokes(entry: Entry): Entry {
  const key = entry.key.replace(strokes, '');
  const { confidence } = entry.cell;
  if (confidence === 1 || key === entry.key) return entry;
  return {
    ...entry,
    key,
    text: key,
    cell: { ...entry.cell, confidence: Math.min(confidence, BESIDE_STROKES) },
  };
}

/** Target and answer of one cell, as cells of their own: ≥180张/186张, ≤20元/人/19元/人; null where the strokes do not halve it. */
export function halvesOf(entry: Entry | null): { target: Entry; actual: Entry } | null {
  const parts = entry?.text.split(/[/／|]/) ?? [];
  if (entry === null || parts.length < 2 || parts.length % 2 > 0) return null;
  const half = (from: number): Entry => {
    const text = parts
      .slice(from, from + parts.length / 2)
      .join('/')
      .trim();
    return { ...entry, key: foldLabel(text), text };
  };
  return { target: half(0), actual: half(parts.length / 2) };
}

const pairText = /^(\d+(?:\.\d+)?分?)(?:[/|]|(?=\())\(?(\d+(?:\.\d+)?分?)\)?$/;

/** An answer and its score in one cell, as cells of their own: 97.36%（10分）; null where no score is behind it. */
export function scoredOf(entry: Entry | null): { actual: Entry; score: Entry } | null {
  const [, answer, marks] = scoredText.exec(entry?.text.trim() ?? '') ?? [];
  if (entry === null || answer === undefined || marks === undefined) return null;
  const text = answer.trim();
  return { actual: { ...entry, key: foldLabel(text), text }, score: { ...entry, key: marks, text: marks } };
}

const scoredText = /^(.+?)\s*[(（/]\s*(?:得分?[:：]?)?\s*(\d+(?:\.\d+)?)\s*分?\s*[)）]?$/s;

/** Longest cell of points, in characters: 99.83分(自评等级:优秀). */
const LONGEST_POINTS = 16;
const pointsText =
  /^-?\d+(?:\.\d+)?[分%]?(?:[(,、/;](?:(?:自评|评价)?(?:等级|等次|结果)[:为]?)?(?:优秀?|良好?|中|差|合格|不合格|一般)\)?)?$/;
/** （50分，附加分5分）: the points of the level, and what may come on top of them. */
const bracketed =
  /\s*[([【（［]\s*(?:共|计|(满分|分值|权重))?[:：]?\s*(\d(?:\s?\d)*(?:\.\d+)?)\s*(分|%|％)?\s*(?:[,，、;；]\s*另?(?:附加|加)分\s*\d+分?\s*)?[)\]】）］]\s*$/;
const trailing = /[^\d.](\d+(?:\.\d+)?)\s*分$/;

/** Takes the points off a level's name: 投入（20分） → 投入 and 20. `strict` asks for the word 分, as names may end in (2). */
export function splitPoints(name: string, strict: boolean): { name: string; points: number | null } {
  const bare = withoutRaisedNumber(name);
  if (bare !== name) return splitPoints(bare, strict);
  const match = bracketed.exec(name);
  const said = match !== null && (match[3] === '分' || (match[3] === undefined && match[1] !== undefined));
  if (match && (said || !strict)) {
    return { name: name.slice(0, match.index).trim(), points: Number(match[2]?.replace(/\s/g, '')) };
  }
  const last = strict ? null : trailing.exec(fold(name));
  if (last) return { name: name.slice(0, last.index + 1).trim(), points: Number(last[1]) };
  return { name, points: null };
}

/**
 * Value cells print the same few texts again and again (100%, ≥95%): so many short ones are remembered.
 * The length bounds the memory too: V8 keeps a longer piece of a text as a view that holds the whole text.
 */
const MAX_REMEMBERED = 2_000;
const LONGEST_REMEMBERED = 12;
const remembered = new Map<string, Quantity>();

/** Reads a value cell with the unit and the operator that stand in columns of their own. The result is shared: never change it. */
export function quantityOf(entry: Entry, unit: string | null, op: string | null): Quantity {
  const text = printed(entry.text);
  if (text.length > LONGEST_REMEMBERED) return readQuantity(text, { unit, op });
  const key = unit === null && op === null ? text : `${text}\n${unit ?? ''}\n${op ?? ''}`;
  const known = remembered.get(key);
  if (known) return known;
  const quantity = readQuantity(text, { unit, op });
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  remembered.set(key, quantity);
  return quantity;
}

export function locate(source: Record<string, Location>, field: string, entry: Entry | null): void {
  if (entry !== null) source[field] = entry.cell.location;
}
