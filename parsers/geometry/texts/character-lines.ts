import type { Glyph, PageMarks, Ruling } from '../marks.ts';
import { betweenSides, type Side, sidesDrawn } from './lines-between-sides.ts';
import { partingColons } from './parting-colons.ts';

/** Which ways the lines of a box character go from its middle (Unicode 2500–257F): left, right, up, down. */
interface Arms {
  across: boolean;
  up: boolean;
  down: boolean;
  /** It joins lines both ways. */
  isJoint: boolean;
}

/** A character that is a piece of a line, and its middle. */
interface Piece extends Arms {
  glyph: Glyph;
  x: number;
  y: number;
}

/** Characters that only draw lines across, and such as may be signs or dashes of a text. */
const across = /^[─━═┄┅┈┉╌╍╴╶╸╺╼╾]$/u;
const dash = /^[-=—–－＝_＿]$/u;
const low = /^[_＿]$/u;
const downwards = /^[│┃║┆┇┊┋╎╏]$/u;
const bar = /^[|｜]$/u;
const upOnly = /^[└-┛┴-┻╘-╝╧-╩╰╯]$/u;
const downOnly = /^[┌-┓┬-┳╒-╗╤-╦╭╮]$/u;
const anyJoint = /^[┌-╋╒-╬╭-╰]$/u;
const joining = /^[+＋]$/u;

/** Characters that make a line across of dashes, and the height and width that its pieces may be apart in ems. */
const fewestDashes = 8;
const drift = 0.3;
const gapAcross = 0.4;

/** What stands under a line of text is drawn this far below its base line, in ems. */
const underline = 0.1;

/** Lines of a text that pieces downwards may be apart, in ems: a report may leave a line blank. */
const gapDown = 3.2;

/** Joints from which a page draws its tables by characters; where there is none, lines of dashes alone on their lines; bars below each other in a column. */
const fewestJoints = 4;
const fewestLines = 2;
const fewestBars = 3;

/** How far above the first line across a table a head of several columns may have one of its own, in ems. */
const headAbove = 3;

/** As thick as borders are drawn, in points. */
const thickness = 0.5;

/**
 * Makes lines of characters that draw them (┌ ─ ┼ │, or + - |), as old systems print their reports in type of one width: from the
 * middle of one character to that of the next.
 */
export function withCharacterLines(marks: PageMarks): PageMarks {
  const suspects = marks.glyphs.filter(({ text, turn }) => turn === 0 && isSuspect(text));
  if (suspects.length < fewestDashes) return marks;
  const pieces = linePieces(suspects, marks);
  if (pieces.length === 0) return marks;
  const gone = new Set(pieces.map(({ glyph }) => glyph));
  const left = marks.glyphs.filter((glyph) => !gone.has(glyph));
  const colons = partingColons(left);
  return {
    ...marks,
    glyphs: left.filter((glyph) => !colons.has(glyph)),
    rulings: [...marks.rulings, ...linesAcross(pieces), ...linesDown(pieces)],
  };
}

function isSuspect(text: string): boolean {
  const code = text.charCodeAt(0);
  return (code >= 0x2500 && code <= 0x257f) || dash.test(text) || bar.test(text) || joining.test(text);
}

function linePieces(suspects: readonly Glyph[], { glyphs, rulings }: PageMarks): Piece[] {
  const boxes = suspects.filter(({ text }) => text >= '\u2500' && text <= '\u257f');
  const joints = boxes.filter(({ text }) => anyJoint.test(text));
  const runs = dashRuns(suspects);
  const crossed = runs.filter((run) => run.some(({ text }) => joining.test(text) || bar.test(text)));
  const isDrawn = joints.length >= fewestJoints || crossed.length >= fewestLines;
  const alone = isDrawn ? [] : runs.filter((run) => isAlone(run, runs, glyphs));
  if (!isDrawn && alone.length < fewestLines) return [];
  const sure = isDrawn ? crossed : [...alone, ...runs.filter((run) => isUnderHead(run, alone, glyphs))];
  const lines = [
    ...sure,
    ...betweenSides(runs, sure, [...suspects.filter(isBar).map(sideOfBar), ...sidesDrawn(rulings)]),
  ];
  const found = new Set([...(isDrawn ? [...joints, ...besideAnother(boxes)] : []), ...lines.flat()]);
  return [...found, ...barsInColumns(suspects, found)].map(pieceOf);
}

/** The pieces of lines across beside which another stands: ═ alone in a cell is a sign. */
function besideAnother(boxes: readonly Glyph[]): Glyph[] {
  const pieces = boxes.filter(({ text }) => across.test(text) || anyJoint.test(text));
  return rowsOf(pieces).flatMap((row) =>
    row.filter((glyph, i) => {
      const [before, next] = [row[i - 1], row[i + 1]];
      const room = gapAcross * glyph.size;
      return (
        across.test(glyph.text) &&
        ((before !== undefined && glyph.box.x0 - before.box.x1 < room) ||
          (next !== undefined && next.box.x0 - glyph.box.x1 < room))
      );
    }),
  );
}

/** Glyphs by the lines that they stand on, from the left. */
function rowsOf(glyphs: readonly Glyph[]): Glyph[][] {
  const rows: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.baseline - b.baseline)) {
    const row = rows.at(-1);
    if (row && glyph.baseline - row[0]!.baseline < drift * glyph.size) row.push(glyph);
    else rows.push([glyph]);
  }
  for (const row of rows) row.sort((a, b) => a.box.x0 - b.box.x0);
  return rows;
}

/** Lines of dashes and what joins them, on one height and close to each other. */
function dashRuns(suspects: readonly Glyph[]): Glyph[][] {
  const rows = rowsOf(suspects.filter(({ text }) => !downwards.test(text)));
  return rows.flatMap((row) => {
    const runs: Glyph[][] = [];
    for (const glyph of row) {
      const run = runs.at(-1);
      if (run && glyph.box.x0 - run.at(-1)!.box.x1 < gapAcross * glyph.size) run.push(glyph);
      else runs.push([glyph]);
    }
    return runs.filter(
      (run) => run.filter(({ text }) => dash.test(text) || across.test(text)).length >= fewestDashes,
    );
  });
}

const isLevel = (glyph: Glyph, { baseline, size }: Glyph): boolean =>
  Math.abs(glyph.baseline - baseline) < drift * size;

/** Whether nothing else stands on the line of a run but other runs: dashes before the page of a list of contents do not. */
function isAlone(run: readonly Glyph[], runs: readonly Glyph[][], glyphs: readonly Glyph[]): boolean {
  const beside = new Set(runs.filter(([first]) => isLevel(first!, run[0]!)).flat());
  return glyphs.every((glyph) => beside.has(glyph) || glyph.text.trim() === '' || !isLevel(glyph, run[0]!));
}

/** Whether a run beside a head, with nothing at its right, is drawn under the heads of several columns: it stands between lines of a table. */
function isUnderHead(run: readonly Glyph[], alone: readonly Glyph[][], glyphs: readonly Glyph[]): boolean {
  const [first] = run;
  const { baseline } = first!;
  const heights = alone.map(([glyph]) => glyph!.baseline);
  if (
    alone.includes(run as Glyph[]) ||
    baseline < Math.min(...heights) - headAbove * first!.size ||
    baseline > Math.max(...heights)
  )
    return false;
  return glyphs.every(
    (glyph) =>
      isSuspect(glyph.text) ||
      glyph.box.x0 < first!.box.x0 ||
      !isLevel(glyph, first!) ||
      glyph.text.trim() === '',
  );
}

/** The bars that stand in one column with others or with a joint. */
function barsInColumns(suspects: readonly Glyph[], found: ReadonlySet<Glyph>): Glyph[] {
  const bars = suspects.filter(isBar);
  const joints = [...found].filter(({ text }) => joining.test(text) || anyJoint.test(text) || bar.test(text));
  return bars.filter((glyph) => {
    const isNear = (other: Glyph): boolean => Math.abs(middle(other) - middle(glyph)) < drift * glyph.size;
    return joints.some(isNear) || bars.filter(isNear).length >= fewestBars;
  });
}

const middle = ({ box }: Glyph): number => (box.x0 + box.x1) / 2;

const isBar = ({ text }: Glyph): boolean => bar.test(text) || downwards.test(text);

const sideOfBar = (glyph: Glyph): Side => ({ x: middle(glyph), from: glyph.box.y0, to: glyph.box.y1 });

function pieceOf(glyph: Glyph): Piece {
  const { text, box } = glyph;
  const isLine = across.test(text) || dash.test(text);
  const isJoint = anyJoint.test(text) || joining.test(text);
  const isBar = downwards.test(text) || bar.test(text);
  return {
    glyph,
    x: middle(glyph),
    y: low.test(text) ? glyph.baseline + underline * glyph.size : (box.y0 + box.y1) / 2,
    across: isLine || isJoint,
    up: isBar || (isJoint && !downOnly.test(text)),
    down: isBar || (isJoint && !upOnly.test(text)),
    isJoint,
  };
}

/** From the middle of each joint to that of the next, and to the ends of what is no joint. */
function linesAcross(pieces: readonly Piece[]): Ruling[] {
  const lines: Ruling[] = [];
  const sorted = pieces.filter((piece) => piece.across).sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: Piece[][] = [];
  for (const piece of sorted) {
    const row = rows.at(-1);
    if (row && piece.y - row[0]!.y < drift * piece.glyph.size) row.push(piece);
    else rows.push([piece]);
  }
  for (const row of rows) {
    let last: { piece: Piece; line: Ruling } | null = null;
    for (const piece of row.sort((a, b) => a.x - b.x)) {
      const { glyph, isJoint, x, y } = piece;
      const end = isJoint ? x : glyph.box.x1;
      if (last && glyph.box.x0 - last.piece.glyph.box.x1 < gapAcross * glyph.size) last.line.end = end;
      else {
        const line: Ruling = {
          orientation: 'h',
          position: y,
          start: isJoint ? x : glyph.box.x0,
          end,
          thickness,
        };
        lines.push(line);
        last = { piece, line };
      }
      last.piece = piece;
    }
  }
  return lines.filter(({ start, end }) => end > start);
}

/**
 * From each character that goes down to the next below it that goes up; those that end on a line of text reach over it. A + says
 * not which way it goes: down to a bar on the next line.
 */
function linesDown(pieces: readonly Piece[]): Ruling[] {
  const lines: Ruling[] = [];
  const columns = columnsOf(pieces.filter(({ up, down }) => up || down));
  const pitch = linePitch(columns);
  for (const column of columns) {
    const position = column.reduce((sum, { x }) => sum + x, 0) / column.length;
    let line: Ruling | null = null;
    let last: Piece | null = null;
    for (const piece of column) {
      const { glyph, isJoint, y } = piece;
      const [start, end] = isJoint ? [y, y] : [glyph.box.y0, glyph.box.y1];
      if (line && last && goesDown(last, piece, pitch)) line.end = end;
      else {
        line = { orientation: 'v', position, start, end, thickness };
        lines.push(line);
      }
      last = piece;
    }
  }
  return lines.filter(({ start, end }) => end > start);
}

function goesDown(above: Piece, below: Piece, pitch: number): boolean {
  const isVague = [above, below].some(({ glyph }) => joining.test(glyph.text));
  const isBar = [above, below].some(({ isJoint }) => !isJoint);
  const room = isVague ? 1.5 * pitch : gapDown * below.glyph.size;
  return above.down && below.up && (isBar || !isVague) && below.y - above.y < room;
}

/** Distance of the lines of text: the least between pieces below each other. */
function linePitch(columns: readonly (readonly Piece[])[]): number {
  let pitch = Infinity;
  for (const column of columns)
    column.forEach(({ y, glyph }, i) => {
      const next = column[i + 1];
      if (next && next.y - y > glyph.size / 2) pitch = Math.min(pitch, next.y - y);
    });
  return pitch;
}

/** Pieces by the columns that they stand in, from the top. */
function columnsOf(pieces: readonly Piece[]): Piece[][] {
  const columns: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.x - b.x)) {
    const column = columns.at(-1);
    if (column && piece.x - column[0]!.x < drift * piece.glyph.size) column.push(piece);
    else columns.push([piece]);
  }
  for (const column of columns) column.sort((a, b) => a.y - b.y);
  return columns;
}
