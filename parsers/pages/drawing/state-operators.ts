import type { DrawingState, FontFace } from './drawing-state.ts';
import type { Matrix } from './matrix.ts';
import { operator } from './operators.ts';

/** What the operator list refers to by name. */
export interface PageObjects {
  font: (name: string) => FontFace | null;
  /** Whether an optional content group is shown. */
  isShown: (group: unknown) => boolean;
}

/** Stands for a pattern: some colour, and not that of the paper. */
export const patternColour = '#808080';

/** Operators that only change the state: how lines and areas are painted; the others say how text is set. */
export function setState(
  op: number,
  args: readonly unknown[] | null,
  state: DrawingState,
  objects: PageObjects,
): void {
  switch (op) {
    case operator.setLineWidth:
      state.lineWidth = args![0] as number;
      break;
    case operator.setGState:
      for (const [key, value] of args![0] as [string, unknown][]) setParameter(key, value, state, objects);
      break;
    case operator.setFillRGBColor:
      state.fillColour = String(args![0]);
      state.patterned = false;
      break;
    case operator.setStrokeRGBColor:
      state.strokeColour = String(args![0]);
      break;
    case operator.setFillColorN:
      state.fillColour = patternColour;
      state.patterned = true;
      break;
    case operator.setStrokeColorN:
      state.strokeColour = patternColour;
      break;
    default:
      setTextState(op, args, state, objects);
  }
}

/** Operators that say how text is set, and where its next line begins (ISO 32000-1 §9.3, §9.4.2). */
function setTextState(
  op: number,
  args: readonly unknown[] | null,
  state: DrawingState,
  objects: PageObjects,
): void {
  const [a, b] = (args ?? []) as unknown as [number, number];
  switch (op) {
    case operator.beginText:
      setTextMatrix(state, [1, 0, 0, 1, 0, 0]);
      break;
    case operator.setCharSpacing:
      state.charSpacing = a;
      break;
    case operator.setWordSpacing:
      state.wordSpacing = a;
      break;
    case operator.setHScale:
      state.horizontalScale = a / 100;
      break;
    case operator.setLeading:
      state.leading = -a;
      break;
    case operator.setFont:
      setFont(String(args![0]), b, state, objects);
      break;
    case operator.setTextRenderingMode:
      state.renderingMode = a;
      break;
    case operator.setTextRise:
      state.rise = a;
      break;
    case operator.moveText:
      moveLine(state, a, b);
      break;
    case operator.setLeadingMoveText:
      state.leading = b;
      moveLine(state, a, b);
      break;
    case operator.setTextMatrix:
      setTextMatrix(state, args![0] as unknown as Matrix);
      break;
    case operator.nextLine:
      moveLine(state, 0, state.leading);
      break;
  }
}

/** Whether what is filled hides what lies under it. */
export function isOpaque({ fillAlpha, blends, masked, patterned }: DrawingState): boolean {
  return fillAlpha >= 1 && !blends && !masked && !patterned;
}

function setTextMatrix(state: DrawingState, matrix: Matrix): void {
  state.textMatrix = matrix;
  state.x = state.y = state.lineX = state.lineY = 0;
}

function moveLine(state: DrawingState, x: number, y: number): void {
  state.x = state.lineX += x;
  state.y = state.lineY += y;
}

function setFont(name: string, size: number, state: DrawingState, objects: PageObjects): void {
  state.font = objects.font(name);
  state.fontSize = Math.abs(size);
  state.fontDirection = size < 0 ? -1 : 1;
}

function setParameter(key: string, value: unknown, state: DrawingState, objects: PageObjects): void {
  if (key === 'LW') state.lineWidth = value as number;
  else if (key === 'ca') state.fillAlpha = value as number;
  else if (key === 'CA') state.strokeAlpha = value as number;
  else if (key === 'BM') state.blends = value !== 'source-over';
  else if (key === 'SMask') state.masked = value !== false;
  else if (key === 'Font')
    setFont(String((value as unknown[])[0]), Number((value as unknown[])[1]), state, objects);
}
