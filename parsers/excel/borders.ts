/**
 * Lines on this many sides make a blank cell part of a table. One is not enough: the line under a title, or over the row
 * below a table, is often stored with the neighbour.
 */
export const borderedSides = 2;

/** How many of the sides have a line; 0 is none in every binary format. */
export function countLines(sides: readonly number[]): number {
  return sides.filter((style) => style !== 0).length;
}
