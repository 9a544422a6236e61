import type { Box } from '../../../schemas/index.ts';
import type { FontGlyph } from '../../pages/characters/glyphs.ts';
import { type Matrix, moved } from '../../pages/drawing/matrix.ts';
import { operator } from '../../pages/drawing/operators.ts';
import type { Element } from '../package/markup-tree.ts';
import { glyphOf, type TextFont, widestOf, widthOf } from './glyph-widths.ts';
import { type Operators, put } from './operator-list.ts';
import { type PlacedText, placedTexts, settingOf, type TextSetting } from './text-codes.ts';

/** Signs on one base line, as one operator of PDF sets them. Places in the space of the object, in millimetres. */
interface Line {
  x: number;
  y: number;
  items: (FontGlyph | number)[];
}

/** A text object ready to be drawn. */
export interface TextDrawing {
  setting: TextSetting;
  font: TextFont;
  lines: Line[];
  /** Its last sign, where nothing follows it that says how wide it is, and where that begins. */
  last: { item: FontGlyph; x: number; y: number } | null;
  /** Middles of its signs. */
  middles: [x: number, y: number][];
}

/** Height of the middle of a sign over its base line, in ems. */
const middleHeight = 0.38;

export function textDrawing(object: Element, font: TextFont): TextDrawing {
  const setting = settingOf(object);
  const drawing: TextDrawing = { setting, font, lines: [], last: null, middles: [] };
  for (const text of placedTexts(object)) placeSigns(text, font, drawing);
  return drawing;
}

function placeSigns(text: PlacedText, font: TextFont, drawing: TextDrawing): void {
  const { setting, lines, middles } = drawing;
  const { size, stretch, charTurn } = setting;
  const em = size * stretch;
  const glyphAt = (i: number): FontGlyph => glyphOf(font, text.signs[i]!, text.numbers[i] ?? null);
  const steps = stepsIn(text, setting, (i) => (glyphAt(i).width / 1000) * em);
  const isSpaced = isSpacedEvenly(steps, glyphAt, em);
  let [x, y] = [text.x, text.y];
  let line: Line | null = null;
  for (let i = 0; i < text.signs.length; i++) {
    const glyph = glyphAt(i);
    const [dx, dy] = steps[i] ?? [0, 0];
    const isLevel = i < steps.length && dy === 0 && charTurn === 0;
    // Thousandths of an em, as glyphs and the numbers between them are measured in operators.
    const step = isLevel ? (dx / em) * 1000 : null;
    const own = widthOf(font, glyph, step);
    const width = isSpaced && step !== null ? step : own;
    if (line === null) {
      line = { x, y, items: [] };
      lines.push(line);
    }
    const item = { ...glyph, width, of: glyph };
    line.items.push(item);
    drawing.last = charTurn === 0 ? { item, x, y } : null;
    middles.push([x + (width / 2000) * em, y - middleHeight * size]);
    if (step !== null && step !== width) line.items.push(width - step);
    if (!isLevel) line = null;
    x += dx;
    y += dy;
  }
}

/** The steps behind all signs but the last: as written, else as wide as signs are in the direction of reading. */
function stepsIn(
  { signs, across, down }: PlacedText,
  { readTurn }: TextSetting,
  widthAt: (i: number) => number,
): [dx: number, dy: number][] {
  const steps: [number, number][] = [];
  for (let i = 0; i < signs.length - 1; i++) {
    const [dx, dy] = [across[i] ?? null, down[i] ?? null];
    if (dx !== null || dy !== null) steps.push([dx ?? 0, dy ?? 0]);
    else {
      const width = widthAt(i);
      steps.push(
        readTurn === 0
          ? [width, 0]
          : readTurn === 90
            ? [0, width]
            : readTurn === 180
              ? [-width, 0]
              : [0, -width],
      );
    }
  }
  return steps;
}

/** Steps, or spacings, that differ by less than this are one, in ems. */
const same = 0.03;

/** Signs that are spaced apart by no more than this belong together, in ems: the room is theirs, as it is where PDF spaces signs. */
const widestSpacing = 1;

/** Whether the room behind all signs of a text is theirs: it is left behind each alike, or each is as far from the next as the others, whatever it is. */
function isSpacedEvenly(
  steps: readonly (readonly [number, number])[],
  glyphAt: (i: number) => FontGlyph,
  em: number,
): boolean {
  const rooms = steps.map(([dx], i) => dx / em - glyphAt(i).width / 1000);
  const [room, step] = [rooms[0], steps[0]?.[0]];
  if (room === undefined || step === undefined || rooms.some((own) => own > widestSpacing)) return false;
  const areRooms = room > same && rooms.every((own) => Math.abs(own - room) < same);
  return areRooms || (step > 0 && steps.every(([dx]) => Math.abs(dx - step) < same * em));
}

/** The end of a text, in the space of its page or unit: the next may begin where its last sign ends. */
export interface TextEnd {
  item: FontGlyph;
  font: TextFont;
  x: number;
  y: number;
  /** Length of a thousandth of an em along the text. */
  unit: number;
  /** Whether its width is known. */
  isTold: boolean;
  /** The end of its Boundary, where it has one: a sign whose middle lies beyond would be cut off by it. */
  limit: number;
}

/** How far off its base line the beginning of the text that goes on may stand, in ems. */
const sameLine = 0.05;

/** Signs are no wider, in thousandths of an em. */
const widest = 1200;

/** Where a text begins right behind the end of the one before, that one's last sign is as wide as the way there: writers that set each sign alone give no steps. True where it goes on from the end of the Boundary. */
export function closeText(end: TextEnd | null, { lines }: TextDrawing, matrix: Matrix): boolean {
  const first = lines[0];
  if (end === null || first === undefined) return false;
  const [x, y] = moved(matrix, first.x, first.y);
  if (Math.abs(y - end.y) > sameLine * 1000 * end.unit) return false;
  const { of = end.item } = end.item;
  const goesOn = Math.abs(x - end.limit) < sameLine * 1000 * end.unit;
  if (end.isTold || (x + end.x) / 2 >= end.limit) return goesOn;
  const step = (x - end.x) / end.unit;
  // Where the Boundary ends there too, both say so, however wide such signs are elsewhere.
  if (goesOn && step > 0 && step <= widest) {
    end.item.width = step;
    return true;
  }
  const width = widthOf(end.font, of, step);
  if (Math.abs(width * end.unit - (x - end.x)) < 1e-9) end.item.width = width;
  return goesOn;
}

/** From which share of the usual width of a sign on the end of the Boundary may be the end of the text. */
const nearest = 0.6;

/** The end of a level text, which its Boundary tells where that is drawn around the text; null where it ends otherwise. */
export function endOf(
  { last, font, setting }: TextDrawing,
  matrix: Matrix,
  boundary: Box | null,
): TextEnd | null {
  if (last === null || matrix[0] <= 0 || Math.abs(matrix[1]) > 1e-6) return null;
  const [x, y] = moved(matrix, last.x, last.y);
  const unit = (setting.size * setting.stretch * matrix[0]) / 1000;
  const { item } = last;
  const isOfFile = font.told.has(item.of ?? item);
  const width = boundary === null ? 0 : (boundary.x1 - x) / unit;
  const isTold = isOfFile || (width >= nearest * item.width && width <= widestOf(item.width));
  if (isTold && !isOfFile) item.width = width;
  const limit = boundary === null || boundary.x1 <= x ? Number.POSITIVE_INFINITY : boundary.x1;
  return { item, font, x, y, unit, isTold, limit };
}

/** Whether a box shows any sign of a text: one that shows none was written carelessly, for nobody draws what is not seen. */
export function showsAny({ middles }: TextDrawing, matrix: Matrix, { x0, y0, x1, y1 }: Box): boolean {
  return middles.some(([ownX, ownY]) => {
    const [x, y] = moved(matrix, ownX, ownY);
    return x >= x0 && x <= x1 && y >= y0 && y <= y1;
  });
}

/** Draws a text whose colours are set; `goesOn`: as a part of the one before. Text stands upright on a page that is measured downwards. */
export function drawText(
  list: Operators,
  { setting, lines }: TextDrawing,
  fontName: string,
  goesOn: boolean,
): void {
  const { size, stretch, charTurn, fills, strokes } = setting;
  const radians = (charTurn * Math.PI) / 180;
  const [cos, sin] = [Math.round(Math.cos(radians)), Math.round(Math.sin(radians))];
  if (!goesOn) put(list, operator.beginText);
  put(list, operator.setFont, [fontName, size]);
  put(list, operator.setHScale, [stretch * 100]);
  put(list, operator.setTextRenderingMode, [fills ? (strokes ? 2 : 0) : strokes ? 1 : 3]);
  for (const { x, y, items } of lines) {
    put(list, operator.setTextMatrix, [[cos, sin, sin, -cos, x, y]]);
    put(list, operator.showText, [items]);
  }
}
