import { areaOf } from '../box-around.ts';
import { namesTable } from '../grids/table-names.ts';
import { captionMark } from '../half-ruled/rule-stacks.ts';
import { axisLines } from '../no-tables/axis-figures.ts';
import type { Edge } from '../rulings/edges.ts';
import type { Segment } from '../texts/segments.ts';
import { proseLines } from './prose-lines.ts';
import { isRowUnderHead } from './row-under-head.ts';

/** Fewest rows and cells in a row of a table that no line marks. */
export const minRows = 3;

/** Lines farther apart than this many ems are not of one table. */
const maxRowGap = 3.2;

/** A heading is larger than the text of tables by this share. */
const headingShare = 1.15;

/** Consecutive lines of several pieces each; a single piece may stand between them if it is no longer than a cell. */
export function runsOf(segments: readonly Segment[], rules: readonly Edge[]): Segment[][] {
  const lines = Map.groupBy(segments, ({ line }) => line);
  const prose = proseLines(lines);
  const axes = axisLines(lines);
  const sizes = segments.map(({ size }) => size).sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? 0;
  const runs: Segment[][] = [];
  let run: (readonly Segment[])[] = [];
  const close = (): void => {
    while (run.length > 0 && run.at(-1)!.length < 2 && (!wraps(run) || isNote(run.at(-1)!, run[0]!)))
      run.pop();
    while (run.length > 0 && standsAbove(run[0]!)) run.shift();
    if (run.length >= minRows || isRowUnderHead(run)) runs.push(run.flat());
    run = [];
  };
  for (const index of [...lines.keys()].sort((a, b) => a - b)) {
    const line = lines.get(index)!;
    const last = run[run.length - 1]?.[0];
    const first = line[0]!;
    if (last && first.box.y0 - last.box.y1 > maxRowGap * Math.max(first.size, last.size)) close();
    const leaders = leadsToPage(line);
    // A heading stands alone, in larger letters or as the name of a form: what follows is another table.
    const heading = line.length === 1 && (first.size > usual * headingShare || parts(run, first));
    if (leaders || heading || prose.has(index) || axes.has(index) || namesSource(line)) close();
    else if (run.length > 0) run.push(line);
    else if (line.length > 1) run.push(...firstLines(line, lines.get(index - 1), rules), line);
  }
  close();
  return runs;
}

/** Whether a piece alone on its line names another table than the rows before it. */
function parts(run: readonly (readonly Segment[])[], piece: Segment): boolean {
  const { x0, x1 } = areaOf(run.flat());
  return run.length >= minRows && namesTable(piece, x0, x1);
}

/** The first line of a head of several, where it stands alone above one of them: not above the labels, and no wider than the head. */
function firstLines(
  line: readonly Segment[],
  before: readonly Segment[] | undefined,
  rules: readonly Edge[],
): (readonly Segment[])[] {
  const [above, ...more] = before ?? [];
  if (above === undefined || more.length > 0 || line.length < minRows) return [];
  if (rules.some((rule) => isRuledHead(above, line, rule))) return [before!];
  const { box, size } = above;
  const under = line.filter((other) => other.box.x0 < box.x1 && box.x0 < other.box.x1);
  const head = under[0];
  if (under.length !== 1 || head === undefined || head === line[0]) return [];
  const middle = Math.abs(box.x0 + box.x1 - head.box.x0 - head.box.x1) / 2 < size;
  const sides = Math.min(Math.abs(box.x0 - head.box.x0), Math.abs(box.x1 - head.box.x1)) < 1;
  const near = head.box.y0 - box.y1 < maxLeading * size && size <= head.size * headingShare;
  return near && (middle || sides) ? [before!] : [];
}

/** A head stands in the middle of the line under it to within this much, in points. */
export const headDrift = 4;

/** Whether a text stands in the middle of a line across that is drawn between it and several heads below, but not over all of them. */
function isRuledHead({ box, size }: Segment, line: readonly Segment[], rule: Edge): boolean {
  const { position, start, end } = rule;
  const under = line.filter((head) => head.box.x0 > start - 1 && head.box.x1 < end + 1);
  const between = position > (box.y0 + box.y1) / 2 && position < line[0]!.box.y0 + size / 2;
  const centred = Math.abs(box.x0 + box.x1 - start - end) / 2 < headDrift && box.x0 > start;
  return between && centred && under.length > 1 && under.length < line.length;
}

/** A line alone that says where the figures of the table above it are from. */
function namesSource(line: readonly Segment[]): boolean {
  return line.length === 1 && /^(?:Sources?|SOURCES?|Notes?|NOTES?)\s?[:.—]/.test(line[0]!.text);
}

/** Notes are set smaller than the rows of their table by this share. */
const noteShare = 0.97;

/** Whether a line alone is a note on what stands above it: it begins with a mark (1, (a), X, *) and ends as a sentence, or is set smaller. */
function isNote([note]: readonly Segment[], [row]: readonly Segment[]): boolean {
  const { text, size } = note!;
  const marked = /^(?:\(?[\p{L}\d]{1,2}[)/]?|[*†‡#:–—-]+)\s(?:=\s)?\p{Lu}.*\.$/u.test(text);
  if (/\p{Script=Han}/u.test(text)) return false;
  return marked || (/^[\p{Script=Latin}\d(*†‡#:–—-]/u.test(text) && size < row!.size * noteShare);
}

/** 编制单位：… 2026年度 单位：… is the line above a table, and 一、基本情况 alone its heading. */
function standsAbove(line: readonly Segment[]): boolean {
  // The number of a table may stand apart from its name.
  if (line.length === 2 && /^(?:Table|TABLE)\s+[\w.-]+[.:]?$/.test(line[0]!.text)) return true;
  // Names of tables side by side part them.
  if (line.length > 1 && line.every(({ text }) => captionMark.test(text))) return false;
  if (line.length === 1 && /^[一二三四五六七八九十]+、/.test(line[0]!.text)) return true;
  const named = line.filter(({ text }) => /[：:]/.test(text));
  const dates = line.filter(({ text }) => /^[（(]?\d{4}\s*年(?:度|[\d\s月日]+)?[）)]?$/.test(text));
  return named.length > 0 && new Set([...named, ...dates]).size === line.length;
}

/** Whether dots lead from a title to the number of its page; in a table they lead to several figures, or one with a point. */
function leadsToPage(line: readonly Segment[]): boolean {
  const dotted = line.findLastIndex(({ text }) => /[.…·]{5,}|(?:\. ){4,}/.test(text));
  if (dotted < 0) return false;
  const behind = /[.…·\s]([^.…·\s]*)$/.exec(line[dotted]!.text)?.[1] ?? '';
  const figures = [behind, ...line.slice(dotted + 1).map(({ text }) => text)].filter((text) => text !== '');
  return figures.length < 2 && figures.every((text) => /^\d{1,3}$/.test(text));
}

/** White between lines of one cell, at most, in ems. */
const maxLeading = 0.6;

/** Lines above a piece in which the one that it goes on may stand: labels of two lines stand between the lines of others. */
const linesAbove = 4;

/** Whether the lines of single pieces that end a run go on below pieces of it: a cell wraps to the end of the page. */
function wraps(run: readonly (readonly Segment[])[]): boolean {
  const from = run.findLastIndex((line) => line.length > 1);
  if (from < 0) return false;
  return run
    .slice(from + 1)
    .every((line, i) =>
      goesOn(run.slice(Math.max(0, from + 1 + i - linesAbove), from + 1 + i), line[0]!, run[from]!),
    );
}

/** Whether a piece follows closely under one of the lines before, and under no more than one piece of the whole line. */
function goesOn(
  before: readonly (readonly Segment[])[],
  { box, size }: Segment,
  whole: readonly Segment[],
): boolean {
  const shares = (other: Segment): boolean => other.box.x0 < box.x1 && box.x0 < other.box.x1;
  const above = before.flat().findLast(shares);
  if (above === undefined || whole.filter(shares).length > 1) return false;
  return box.y0 - above.box.y1 < maxLeading * size;
}
