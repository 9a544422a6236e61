import type { Cell, Paragraph, SourceDocument } from '../../schemas/index.ts';
import { foldLabel, moneyUnitIn } from '../values/index.ts';
import { inlinePairs } from './fields/inline-pairs.ts';
import type { Form, Line, Strip } from './form.ts';
import { identityLabel, LEAD_ROWS, partsOf, type Title } from './grid-parts.ts';
import { holdsWrittenIndicators } from './indicators/written-indicators.ts';
import type { FieldRole } from './lexicon/fields.ts';
import { isInnerHeading, isTitle, plainTitle } from './lexicon/titles.ts';
import { isVoid } from './table/label.ts';
import { sidesOf } from './table/side-by-side.ts';
import { cellOf, filledCells, type Table } from './table/table.ts';
import { wrappedTitle } from './wrapped-title.ts';

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
    const written = linesOf(table);
    if (written !== null) {
      for (const line of written) pending.push(line);
      continue;
    }
    const lead = leadOf(pending, open !== null);
    for (const line of settle(open, lead.before)) prose.push(line);
    pending = [];
    for (const part of sidesOf(table).flatMap(partsOf)) {
      const title: Title | null = part.title ?? (part.first ? lead.title : part.again ? titleOf(open) : null);
      const goesOn: boolean = open !== null && title !== null && isNextPart(open, title, part.strip);
      if (
        open === null ||
        (title !== null && !goesOn) ||
        part.again ||
        startsAnew(open, part.strip, lead.captions)
      ) {
        open = {
          title: title?.text ?? null,
          titleAt: title?.at ?? null,
          captions: part.first || part.title !== null ? [] : unitsOf(open),
          notes: [],
          strips: [],
        };
        forms.push(open);
      }
      if (part.first) for (const line of lead.captions) open.captions.push(line);
      open.strips.push(part.strip);
    }
  }
  for (const line of settle(open, pending)) prose.push(line);
  for (const form of forms) form.title ??= sheetTitle(form);
  return { forms, prose };
}

/** 单位：万元 over a grid that holds several projects, on a sheet in a row across it, is said of each of them. */
function unitsOf(open: Form | null): Line[] {
  const [strip] = open?.strips ?? [];
  const lines = [...(open?.captions ?? []), ...(strip === undefined ? [] : captionRows(strip))];
  return lines.filter(({ paragraph: { text } }) => /单\s*位/.test(text) && moneyUnitIn(text) !== null);
}

/** The first rows of a strip that hold one text each. */
function captionRows({ end, first, table }: Strip): Line[] {
  const lines: Line[] = [];
  for (let row = first; row < Math.min(end, first + LEAD_ROWS); row++) {
    const [only, ...more] = filledCells(table, row);
    if (only !== undefined && more.length === 0) lines.push(lineOf(table, cellOf(table, only)));
  }
  return lines;
}

const lineOf = ({ block }: Table, { confidence, location, text }: Cell): Line => ({
  block,
  paragraph: { kind: 'paragraph', role: 'body', text, confidence, location },
});

/** A letter typed into a sheet, each line merged across it: its lines; null for a grid that has a row of two cells. */
function linesOf(table: Table): Line[] | null {
  const { cells, columns, parts, rows } = table.grid;
  if (parts[0]?.sheet == null || rows < 2 || columns < 2) return null;
  for (let row = 0; row < rows; row++) if (filledCells(table, row).length > 1) return null;
  const said = cells.filter(({ text }) => text.trim() !== '');
  if (
    said.length < 2 ||
    said.some(
      ({ columnSpan, rowSpan, text }) => columnSpan < columns || rowSpan > 1 || holdsWrittenIndicators(text),
    )
  )
    return null;
  return said.map((cell) => lineOf(table, cell));
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
  let heading: Title | null = null;
  // 项目资金总额：80万元，其中… is a sentence, and a line of the form where a title stands above it.
  let unsure = null as number | null;
  for (let at = pending.length - 1; at >= 0; at--) {
    const { paragraph } = pending[at] as Line;
    if (contentsEntry.test(paragraph.text)) break;
    const key = foldLabel(paragraph.text);
    const bare = foldLabel(plainTitle(paragraph.text));
    const wrapped: ReturnType<typeof wrappedTitle> = title === null ? wrappedTitle(pending, at) : null;
    if (wrapped !== null) {
      title = wrapped.title;
      unsure = null;
      at = wrapped.first;
    } else if (isTitle(bare) && !isInnerHeading(bare)) {
      title ??= { text: plainTitle(paragraph.text), at: paragraph.location };
      unsure = null;
    } else if (!hasForm && isTitle(bare) && !numbered.test(key)) {
      heading ??= { text: plainTitle(paragraph.text), at: paragraph.location };
    } else if (title === null && !isCaption(key, paragraph) && isLabelled(paragraph.text)) {
      unsure ??= first;
    } else if (
      !isCaption(key, paragraph) ||
      (title !== null && (startsNote(key) || signs(paragraph.text) || /[。;；]$/.test(key))) ||
      (hasForm && title === null && startsNote(key))
    )
      break;
    first = at;
  }
  first = unsure ?? first;
  return { before: pending.slice(0, first), captions: pending.slice(first), title: title ?? heading };
}

/** （三）绩效指标完成情况表 is a part of a report. */
const numbered = /^\(?[一二三四五六七八九十\d]{1,3}[、.)]/;

/** 第二部分 部门预算表………………11: a line of the table of contents names what stands elsewhere. */
const contentsEntry = /(?:\t|[.…·]{3}|…)\s*\d{1,3}\s*$/;

/** Whether a line starts with the label of a field or of funds. */
function isLabelled(text: string): boolean {
  const [pair] = inlinePairs(text);
  return pair !== undefined && pair.role !== 'note' && text.trimStart().startsWith(pair.label);
}

/** Longest line that stands between a title and its grid, in characters. */
const LONGEST_CAPTION = 80;

function isCaption(key: string, paragraph: Paragraph): boolean {
  if (key.length > LONGEST_CAPTION) return false;
  return paragraph.role !== 'body' || !((/[。;；]$/.test(key) && key.length > 30) || leadsOver(key));
}

/** 项目支出共634万元，其中：…。执行情况如下: a sentence with figures of its own that leads to the grid. */
function leadsOver(key: string): boolean {
  return /(?:[:：]|如下|[见如](?:下)?表\d*)$/.test(key) && /\d(?:万|亿)?元[,，。;；]/.test(key);
}

function startsNote(key: string): boolean {
  return /^(?:备注|注|说明|填表说明|填报说明|填表人|填报人|制表人|审核人|负责人|单位负责人|联系人|注意)[::\d、.]?/.test(
    key,
  );
}

/** 评估组组长：某某  评估日期：2031年8月15日: who signed a form, and when. */
function signs(text: string): boolean {
  const [, label] = /^\s*([^\s:：]{2,12})\s*[:：]/.exec(text) ?? [];
  if (label === undefined || text.length > LONGEST_CAPTION || /[。；;]/.test(text)) return false;
  const pairs = inlinePairs(text);
  return (
    pairs.length > 0 && pairs.every(({ role }) => role !== null && signed.has(role)) && signer.test(label)
  );
}

const signed = new Set<FieldRole>(['person', 'phone', 'filed_on', 'signature']);
const signer = /(?:人|员|长|主任|电话|日期|时间|方式|意见|签[字章名]|[盖公]章)(?:[(（][^()（）]{1,4}[)）])?$/;

/** Lines after a form's grid: its notes, and after them prose of nobody. */
function settle(form: Form | null, lines: Line[]): Line[] {
  if (!form) return lines;
  let at = 0;
  let noted = false;
  for (; at < lines.length; at++) {
    const key = foldLabel((lines[at] as Line).paragraph.text);
    const starts = startsNote(key);
    const goesOn = noted && /^(?:\d{1,2}[、.)]|\(\d{1,2}\)|[①-⑳])/.test(key);
    const { text } = (lines[at] as Line).paragraph;
    if (!starts && !goesOn && !/^(?:填报|填表|联系|审核|单位).{0,6}[::]/.test(key) && !signs(text)) break;
    noted ||= starts;
    form.notes.push(lines[at] as Line);
  }
  return lines.slice(at);
}

/** 自评表（一） that says whose it is, and 自评表（二） or 自评表（续） that does not: one form over two grids. */
function isNextPart(open: Form, title: Title, strip: Strip): boolean {
  const [before, after] = [open.title ?? '', title.text].map((text) => foldLabel(text));
  const next = ordinalOf(after ?? '');
  if (next === null || before === '' || withoutPart(before ?? '') !== withoutPart(after ?? '')) return false;
  const isBehind =
    next === '续' ? before !== after : (ordinalOf(before ?? '') ?? '') !== next && next !== '一';
  const first = open.strips[0];
  return isBehind && first !== undefined && leadsWithIdentity(first.table) && !leadsWithIdentity(strip.table);
}

const partOfForm = /\((续|[一二三四五六])(?:表)?\)$|(?<=表)(续)表?\d?$/;
const withoutPart = (title: string): string => title.replace(partOfForm, '');

function ordinalOf(title: string): string | null {
  const [, bracketed, bare] = partOfForm.exec(title) ?? [];
  return bracketed ?? bare ?? null;
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

/** The name of the sheet as a title of last resort, where it says what the form is. */
function sheetTitle(form: Form): string | null {
  const name = form.strips[0]?.table.grid.parts[0]?.sheet ?? null;
  return name !== null && isTitle(foldLabel(name)) ? name : null;
}
