import type { DrawingState } from '../drawing/drawing-state.ts';

/**
 * Stands for the ink of the name None, which prints nothing (ISO 32000-1 §8.6.6.4). pdf.js knows no such ink and draws in the colour that others would
 * print in its place: this one, of which no page is made, is put there.
 */
export const noInk = '#01fe02';

/** Whether a text is drawn in no ink at all. */
export function printsNothing({ renderingMode, fillColour, strokeColour }: DrawingState): boolean {
  const mode = renderingMode & 3;
  const inks = [...(mode === 1 ? [] : [fillColour]), ...(mode === 0 ? [] : [strokeColour])];
  return inks.every((ink) => ink === noInk);
}
