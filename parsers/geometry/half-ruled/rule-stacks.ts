import { namesTable } from '../grids/table-names.ts';
import { isFigure } from '../rows/written-lines.ts';
import type { Edge } from '../rulings/edges.ts';
import type { Segment } from '../texts/segments.ts';

/** Two lines across this far apart without a word between them belong to two tables. */
const emptyGap = 9;

/** Lines of one table begin and end this near to each other. */
export const sideDrift = 4;

/** Edges of one direction → those that lie over one another with the same ends, in order of position. */
export function stacks(edges: readonly Edge[]): Edge[][] {
  const result: Edge[][] = [];
  for (const edge of [...edges].sort((a, b) => a.position - b.position)) {
    const stack = result.find((group) => {
      const overlap =
        Math.min(Math.max(...group.map((e) => e.end)), edge.end) -
        Math.max(Math.min(...group.map((e) => e.start)), edge.start);
      const sides = group.some(
        (e) => Math.abs(e.start - edge.start) <= sideDrift || Math.abs(e.end - edge.end) <= sideDrift,
      );
      return overlap > 0 && (sides || overlap >= (edge.end - edge.start) * 0.95);
    });
    const heads = result.filter((group) => group !== stack && areOverHeads(group, edge));
    for (const group of heads) result.splice(result.indexOf(group), 1);
    if (stack) stack.push(...heads.flat(), edge);
    else result.push([...heads.flat(), edge]);
  }
  return result.filter((stack) => stack.length >= 2);
}

/** Lines under heads over several columns lie this near above the line under the whole head, in points. */
const headHeight = 30;

/** Whether lines are drawn over parts of what a line below them is drawn over: under heads over several columns. */
function areOverHeads(group: readonly Edge[], { orientation, position, start, end }: Edge): boolean {
  return (
    orientation === 'h' &&
    group.every((head) => head.start > start - sideDrift && head.end < end + sideDrift) &&
    position - group[0]!.position < headHeight
  );
}

/** White between lines over two columns of figures, at most, in points. */
const columnGap = 60;

/** Lines at the same heights over columns of figures alone, with white between them, are of one stack: sums of a statement. */
export function statementStacks(all: readonly Edge[][], segments: readonly Segment[]): Edge[][] {
  const result: Edge[][] = [];
  for (const stack of [...all].sort((a, b) => extent(a).x0 - extent(b).x0)) {
    const before = result.find((other) => areColumns(other, stack, segments));
    if (before) before.splice(0, Infinity, ...before.map((edge) => reaching(edge, stack)));
    else result.push([...stack]);
  }
  return result;
}

/** A line with the ones at its height beside it. */
function reaching(edge: Edge, beside: readonly Edge[]): Edge {
  const level = beside.filter(({ position }) => Math.abs(position - edge.position) < 1);
  return { ...edge, end: Math.max(edge.end, ...level.map(({ end }) => end)) };
}

function extent(stack: readonly Edge[]): { x0: number; x1: number; y0: number; y1: number } {
  const heights = stack.map(({ position }) => position);
  return {
    x0: Math.min(...stack.map(({ start }) => start)),
    x1: Math.max(...stack.map(({ end }) => end)),
    y0: Math.min(...heights),
    y1: Math.max(...heights),
  };
}

function areColumns(left: readonly Edge[], right: readonly Edge[], segments: readonly Segment[]): boolean {
  const [a, b] = [extent(left), extent(right)];
  if (b.x0 < a.x1 || b.x0 > a.x1 + columnGap) return false;
  const has = (stack: readonly Edge[], y: number): boolean =>
    stack.some(({ position }) => Math.abs(position - y) < 1);
  const areLevel =
    left.every(({ position }) => has(right, position)) && right.every(({ position }) => has(left, position));
  if (!areLevel) return false;
  const inside = within(segments, a.x0, a.y0, b.x1, a.y1);
  return inside.length > 0 && inside.every(({ text }) => isFigure(text));
}

/** A leader begins and ends this near, in ems, to the words that it leads from and to, and lies this near to their base line. */
const leaderGap = 1.5;
const leaderDrop = 0.6;
/** A leader reaches this far into the words, in ems. */
const leaderOverlap = 0.5;

/** Whether one thing begins behind the end of another, right behind it: a line under 合 计 | … | — begins before the one and ends behind the other. */
const liesBehind = (end: number, start: number, size: number): boolean =>
  start - end < leaderGap * size && start - end > -leaderOverlap * size;

/** The lines of text that a line across leads along, from a title to its page number; by edge. */
export function leaders(edges: readonly Edge[], segments: readonly Segment[]): Map<Edge, number> {
  const found = new Map<Edge, number>();
  for (const edge of edges) {
    const { position, start, end } = edge;
    const title = segments.find(
      ({ box, size, line }) =>
        position > box.y0 + size / 2 &&
        position < box.y1 + leaderDrop * size &&
        liesBehind(box.x1, start, size) &&
        segments.some((other) => other.line === line && liesBehind(end, other.box.x0, size)),
    );
    if (title) found.set(edge, title.line);
  }
  return found;
}

/** A line under a word begins and ends with it, and lies this near below it; both in points. */
const underlineDrift = 1;
const underlineDrop = 3.5;

/** Whether a line across underlines one text: a sum in a statement, a word in a cell. */
export function isUnderline({ position, start, end }: Edge, segments: readonly Segment[]): boolean {
  return segments.some(
    ({ box }) =>
      Math.abs(box.x0 - start) < underlineDrift &&
      Math.abs(box.x1 - end) < underlineDrift &&
      position > (box.y0 + box.y1) / 2 &&
      position < box.y1 + underlineDrop,
  );
}

/** Cuts a stack where one table ends and the next begins: where nothing is written between two lines, or what is no row. */
export function filledStacks(stack: readonly Edge[], segments: readonly Segment[]): Edge[][] {
  const result: Edge[][] = [];
  let current: Edge[] = [];
  const [left, right] = [
    Math.min(...stack.map(({ start }) => start)),
    Math.max(...stack.map(({ end }) => end)),
  ];
  // What stands around a table may be set smaller than the table.
  const sizes = within(segments, left, stack[0]!.position, right, stack.at(-1)!.position)
    .map(({ size }) => size)
    .sort((a, b) => a - b);
  const usual = sizes[sizes.length >> 1] ?? 0;
  for (const edge of stack) {
    const last = current[current.length - 1];
    if (last && edge.position - last.position > leastSeam) {
      const x0 = Math.min(last.start, edge.start);
      const x1 = Math.max(last.end, edge.end);
      const between = within(segments, x0, last.position, x1, edge.position);
      const empty = between.length === 0;
      // The first row of a table may be its name.
      const isNamed =
        current.length > 1 && between.some((piece) => isAlone(piece, between) && namesTable(piece, x0, x1));
      if (
        (empty && !isRowHeight(edge.position - last.position, usual)) ||
        isNamed ||
        isNoRow(between, x0, x1, usual)
      ) {
        result.push(current);
        current = [];
      }
    }
    current.push(edge);
  }
  result.push(current);
  return result.filter((part) => part.length >= 2);
}

/** Lines nearer than this, in points, are a double line, or have a row between them that nothing is written in and whose writer gives it no height of a line. */
const leastSeam = 4.5;

/** Whether a band without text is high enough for a blank row and no higher than a few. */
function isRowHeight(height: number, size: number): boolean {
  return height > 1.1 * size && height <= emptyGap;
}

/** A heading is larger than the text of tables by this share. */
const headingShare = 1.15;

/** What the name of a table or figure begins with. */
export const captionMark =
  /^(?:Table|TABLE|Figure|FIGURE|Chart|Graph|Box|Exhibit|Tableau|Tabelle|表|图)\s*[A-Z]?[-.]?\s*[\dIVX一二三四五六七八九十]/;

/** Whether what stands between two lines is a heading, the name of a table, or prose that runs past their ends. */
function isNoRow(between: readonly Segment[], x0: number, x1: number, usual: number): boolean {
  if (between.some((piece) => captionMark.test(piece.text) && isAlone(piece, between))) return true;
  const beyond = between.filter(({ box }) => box.x0 < x0 - sideDrift || box.x1 > x1 + sideDrift);
  if (beyond.some(({ box }) => box.x1 - box.x0 > (x1 - x0) / 2)) return true;
  const heading = between.filter(({ size }) => size > usual * headingShare);
  return heading.some((piece) => isAlone(piece, between));
}

function isAlone({ line }: Segment, pieces: readonly Segment[]): boolean {
  return pieces.filter((other) => other.line === line).length === 1;
}

/** The pieces of text whose middle lies in a box, its sides taken loosely. */
export function within(
  segments: readonly Segment[],
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): Segment[] {
  return segments.filter(({ box }) => {
    const x = (box.x0 + box.x1) / 2;
    const y = (box.y0 + box.y1) / 2;
    return x > x0 - sideDrift && x < x1 + sideDrift && y > y0 && y < y1;
  });
}

/** Share of the lines of a table that have a label before them, its greatest length in characters, and the farthest that the nearest one stands, in ems. */
const labelledShare = 0.75;
const labelLength = 40;
const labelGap = 8;

/** The same where every line has its label and nothing but figures behind it: those of statements stand far from their sums. */
const allLabelledGap = 30;

/** Labels are indented under the head of their group by this much at most, in ems. */
const mostIndent = 4;

/** Notes below a table are set smaller than its labels by at least this share. */
const noteShare = 0.93;

/** Fewest lines with labels. */
const fewestLabels = 3;

/** Lines drawn over the figures of a table alone reach over the labels before them: one on nearly each line, and no more. */
export function withLabels(stack: readonly Edge[], segments: readonly Segment[]): readonly Edge[] {
  const x0 = Math.min(...stack.map(({ start }) => start));
  const x1 = Math.max(...stack.map(({ end }) => end));
  const [y0, y1] = [stack[0]!.position, stack.at(-1)!.position];
  const inside = within(segments, x0, y0, x1, y1);
  const lines = new Map<number, number>();
  for (const { line } of inside) lines.set(line, (lines.get(line) ?? 0) + 1);
  const before = segments.filter(({ line, box }) => lines.has(line) && box.x1 < x0 + 1);
  const labels = before.filter(({ text }) => text.length <= labelLength);
  const first = labels[0];
  const full = [...lines.values()].filter((count) => count > 1).length;
  if (!first || labels.length < Math.max(fewestLabels, lines.size * labelledShare)) return stack;
  if (before.length > lines.size || full < lines.size * labelledShare) return stack;
  const right = Math.max(...labels.map(({ box }) => box.x1));
  const isStatement = before.length === lines.size && inside.every(({ text }) => isFigure(text));
  const gap = isStatement ? allLabelledGap : labelGap;
  if (x0 - right > gap * first.size) return stack;
  // A column of prose beside the table goes on below it; smaller texts there are notes.
  const below = segments.filter(
    ({ box, size }) => box.y0 > y1 - 1 && box.y0 < y1 + size && size > noteShare * first.size,
  );
  const goesOn = below.some(
    ({ box, line }) => box.x1 < x0 && !below.some((other) => other.line === line && other.box.x1 > x0),
  );
  if (goesOn) return stack;
  const own = Math.min(...before.map(({ box }) => box.x0));
  // The head of a group stands alone on its line, before the labels that are indented under it.
  const heads = segments.filter(
    ({ box, line, text, size }) =>
      !lines.has(line) &&
      box.y0 > y0 &&
      box.y1 < y1 &&
      box.x1 < x0 + 1 &&
      text.length <= labelLength &&
      box.x0 > own - mostIndent * size,
  );
  const left = Math.min(own, ...heads.map(({ box }) => box.x0)) - 2;
  return stack.map((edge) => (edge.start < x0 + sideDrift ? { ...edge, start: left } : edge));
}
