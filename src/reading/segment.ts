import type { Paragraph, SourceDocument } from '../../schemas/index.ts';
import { foldLabel } from '../values/index.ts';
import type { Form, Line, Strip } from './form.ts';
import { findIndicatorHeader } from './indicator-header.ts';
import { fieldRole, isVoid } from './label.ts';
import { isInnerHeading, isTitle, plainTitle } from './lexicon/titles.ts';
import { findMoneyHeader } from './money-header.ts';
import { cellOf, explain, filledCells, labelOf, type Table } from './table.ts';

export interface Segments {
  forms: Form[];
  /** Paragraphs that belong to no form. */
  prose: Line[];
}

/** Parts the blocks of a document into forms: a title starts one, a header that repeats does not. */
export function segment(source: SourceDocument, tables: Map<number, Table>): Segments {
  const forms: Form[] = [];
  const prose: Line[] = [];
  let pending: Line[] = [];
  let open: Form | null = null;
  for (const [index, block] of source.blocks.entries()) {
    if (block.kind === 'paragraph') {
      if (block.role !== 'furniture' && block.text.trim() !== '')
        pending.push({ block: index, paragraph: block });
      continue;
    }
    const table = tables.get(index) as Table;
    if (block.inside !== null && open) {
      open.strips.push({ table, first: 0, end: block.rows });
      continue;
    }
    const lead = leadOf(pending, open !== null);
    prose.push(...settle(open, lead.before));
    pending = [];
    for (const part of partsOf(table)) {
      const title: Title | null = part.title ?? (part.first ? lead.title : part.again ? titleOf(open) : null);
      if (open === null || title !== null || part.again || startsAnew(open, part.strip, lead.captions)) {
        open = {
          title: title?.text ?? null,
          titleAt: title?.at ?? null,
          captions: [],
          notes: [],
          strips: [],
        };
        forms.push(open);
      }
      if (part.first) open.captions.push(...lead.captions);
      open.strips.push(part.strip);
    }
  }
  prose.push(...settle(open, pending));
  for (const form of forms) form.title ??= sheetTitle(form);
  return { forms, prose };
}

interface Title {
  text: string;
  at: Paragraph['location'];
}

function titleOf(form: Form | null): Title | null {
  return form?.title != null && form.titleAt ? { text: form.title, at: form.titleAt } : null;
}

/** The lines before a grid: what belongs to the form before, the title, and the captions around it. */
function leadOf(
  pending: Line[],
  hasForm: boolean,
): { before: Line[]; captions: Line[]; title: Title | null } {
  let first = pending.length;
  let title: Title | null = null;
  for (let at = pending.length - 1; at >= 0; at--) {
    const { paragraph } = pending[at] as Line;
    const key = foldLabel(paragraph.text);
    const bare = foldLabel(plainTitle(paragraph.text));
    if (isTitle(bare) && !isInnerHeading(bare)) {
      title ??= { text: plainTitle(paragraph.text), at: paragraph.location };
    } else if (
      !isCaption(key, paragraph) ||
      (title !== null && startsNote(key)) ||
      (hasForm && title === null && startsNote(key))
    )
      break;
    first = at;
  }
  return { before: pending.slice(0, first), captions: pending.slice(first), title };
}

/** Longest line that stands between a title and its grid, in characters. */
const LONGEST_CAPTION = 80;

function isCaption(key: string, paragraph: Paragraph): boolean {
  return (
    key.length <= LONGEST_CAPTION && (paragraph.role !== 'body' || !/[。;；]$/.test(key) || key.length <= 30)
  );
}

function startsNote(key: string): boolean {
  return /^(?:备注|注|说明|填表说明|填报说明|填表人|填报人|制表人|审核人|负责人|单位负责人|联系人|注意)[::\d、.]?/.test(
    key,
  );
}

/** Lines after a form's grid: its notes, and after them prose of nobody. */
function settle(form: Form | null, lines: Line[]): Line[] {
  if (!form) return lines;
  let at = 0;
  let noted = false;
  for (; at < lines.length; at++) {
    const key = foldLabel((lines[at] as Line).paragraph.text);
    const starts = startsNote(key);
    const goesOn = noted && /^(?:\d{1,2}[、.)]|\(\d{1,2}\)|[①-⑳])/.test(key);
    if (!starts && !goesOn && !/^(?:填报|填表|联系|审核|单位).{0,6}[::]/.test(key)) break;
    noted ||= starts;
    form.notes.push(lines[at] as Line);
  }
  return lines.slice(at);
}

interface Part {
  strip: Strip;
  title: Title | null;
  /** Whether the lines before the grid are this part's. */
  first: boolean;
  /** Whether it names a project again below the table of another: a new form under the same title. */
  again: boolean;
}

/** Parts a grid at the titles that stand across it. */
function partsOf(table: Table): Part[] {
  const parts: Part[] = [];
  const { rows } = table.grid;
  let open: Part = { strip: { table, first: 0, end: rows }, title: null, first: true, again: false };
  for (let row = 0; row < rows; row++) {
    const title = titleOfRow(table, row);
    if (title === null) {
      if (!namesProjectAgain(table, open.strip.first, row)) continue;
      open.strip.end = row;
      parts.push(open);
      open = { strip: { table, first: row, end: rows }, title: null, first: false, again: true };
      continue;
    }
    const blankBefore = isEmpty(table, open.strip.first, row);
    if (!blankBefore && !hasBody(table, open.strip.first, row)) continue;
    if (!blankBefore && !startsForm(table, row + 1)) continue;
    explainRow(table, row);
    if (blankBefore) open.title = title;
    else {
      open.strip.end = row;
      parts.push(open);
      open = { strip: { table, first: row, end: rows }, title, first: false, again: false };
    }
  }
  parts.push(open);
  return parts;
}

/** Whether the row starts with 项目名称 and the rows above hold that label and a table already. */
function namesProjectAgain(table: Table, first: number, row: number): boolean {
  if (row === first || !startsWithProject(table, row)) return false;
  for (let above = first; above < row; above++) {
    if (startsWithProject(table, above)) return hasBody(table, above, row);
  }
  return false;
}

function startsWithProject(table: Table, row: number): boolean {
  const filled = filledCells(table, row);
  return (
    filled.length > 1 &&
    fieldRole(labelOf(table, filled[0] as number)) === 'project' &&
    !findMoneyHeader(table, row, table.grid.rows)
  );
}

function hasBody(table: Table, first: number, end: number): boolean {
  for (let row = first; row < end; row++) {
    if (findIndicatorHeader(table, row, end) || findMoneyHeader(table, row, end)) return true;
  }
  return false;
}

/** A title across the grid: the only text of its row, wide, and said like a title. */
function titleOfRow(table: Table, row: number): Title | null {
  const filled = filledCells(table, row);
  const first = filled[0];
  if (first === undefined || filled.length > 1) return null;
  const cell = cellOf(table, first);
  if (
    table.grid.columns > 2 &&
    cell.columnSpan * 2 < table.grid.columns &&
    cell.column + cell.columnSpan < table.grid.columns &&
    cell.columnSpan > 1
  )
    return null;
  const bare = plainTitle(cell.text).replace(/\s*\n\s*/g, '');
  const key = foldLabel(bare);
  return isTitle(key) && !isInnerHeading(key) ? { text: bare, at: cell.location } : null;
}

function isEmpty(table: Table, first: number, end: number): boolean {
  for (let row = first; row < end; row++) {
    for (const i of filledCells(table, row))
      if (
        labelOf(table, i).key.length > 30 ||
        !/^(?:附件|附表|表)[\d一二三四五六七八九十-]*[:：]?$/.test(labelOf(table, i).key)
      )
        return false;
  }
  return true;
}

/** Rows below a title that are looked at for the start of a form. */
const LEAD_ROWS = 5;

/** Whether what follows is a form of its own: labels of identity, or a head. */
function startsForm(table: Table, first: number): boolean {
  const end = Math.min(table.grid.rows, first + LEAD_ROWS);
  for (let row = first; row < end; row++) {
    if (
      identityLabel(table, row) ||
      findIndicatorHeader(table, row, table.grid.rows) ||
      findMoneyHeader(table, row, table.grid.rows)
    )
      return true;
  }
  return false;
}

const identities = new Set(['project', 'organisation', 'implementer', 'supervisor']);

function identityLabel(table: Table, row: number): string | null {
  const filled = filledCells(table, row);
  for (const i of filled) {
    const label = labelOf(table, i);
    const role = fieldRole(label);
    if (role !== null && identities.has(role)) return role;
    const inline = /^([^::]{2,14})[::]/.exec(label.key)?.[1];
    if (
      inline &&
      /^(?:单位信息|项目名称|预算单位|预算项目|部门名称|单位名称|预算\(单位\)名称|主管部门)$/.test(inline)
    )
      return 'project';
  }
  return null;
}

/** Whether a grid without a title starts a form: it names whose it is again, or stands on another sheet with a head of its own. */
function startsAnew(open: Form, strip: Strip, captions: Line[]): boolean {
  const { table } = strip;
  const before = open.strips.at(-1) as Strip;
  if (before.table === table) return false;
  const sheet = table.grid.parts[0]?.sheet ?? null;
  const identity = leadsWithIdentity(table);
  if (identity && leadsWithIdentity((open.strips[0] as Strip).table)) return true;
  if (sheet !== (before.table.grid.parts.at(-1)?.sheet ?? null))
    return identity || captions.some((line) => isVoid(line.paragraph.text));
  return false;
}

function leadsWithIdentity(table: Table): boolean {
  for (let row = 0; row < Math.min(table.grid.rows, LEAD_ROWS); row++)
    if (identityLabel(table, row)) return true;
  return false;
}

function explainRow(table: Table, row: number): void {
  for (const i of filledCells(table, row)) explain(table, i);
}

/** The name of the sheet as a title of last resort, where it says what the form is. */
function sheetTitle(form: Form): string | null {
  const name = form.strips[0]?.table.grid.parts[0]?.sheet ?? null;
  return name !== null && isTitle(foldLabel(name)) ? name : null;
}
