/** Digits in groups of three, and what stands behind the last group: every separator but the last parts groups. */
const grouped = /(?<![\d.,])\d{1,3}(?:[.,]\d{3})+[.,]\d+(?![\d.,])/g;

/** Places of points that can only be commas: a figure has one point, behind all its groups (3.370.455.26). `text`: one character a place. */
export function misreadCommas(text: string): number[] {
  return [...text.matchAll(grouped)].flatMap(({ 0: figure, index }) => {
    const separators = [...figure].flatMap((character, i) => (/[.,]/.test(character) ? [index + i] : []));
    return separators.slice(0, -1).filter((at) => text[at] === '.');
  });
}

/** Places of points that may as well be commas: one to three digits before them, three behind (376.607). */
export function pointsOfThree(text: string): number[] {
  return [...text.matchAll(/(?<![\d.])(?:\d{1,3},)*\d{1,3}\.\d{3}(?![\d.,])/g)].map(
    ({ 0: figure, index }) => index + figure.lastIndexOf('.'),
  );
}

/** Whether a text is no figure, nor the number of a section: two points with three digits or more between them (36.644.3 for 36.6-44.3). */
export const isNoFigure = (text: string): boolean => /\d\.\d{3,}\.\d/.test(text);

/**
 * Whether a comma behind three digits does not part three (152,75 for 152.75). Lists have fewer digits (1,2,3), years more; at the end of a line
 * (`isLast`) the rest may stand on the next.
 */
export function hasOddComma(text: string, isLast: boolean): boolean {
  if (/(?<!\d)\d{3},\d{4}(?!\d)/.test(text)) return true;
  return (isLast ? /(?<!\d)\d{3},\d{1,2}(?!\d|$)/ : /(?<!\d)\d{3},\d{1,2}(?!\d)/).test(text);
}
