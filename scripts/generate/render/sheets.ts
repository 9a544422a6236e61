/** How the user of a browser prints a page. */
export interface Sheet {
  name: string;
  /** Upright, in centimetres. */
  paper: { width: number; height: number };
  landscape: boolean;
  scale: number;
  /** Top, right, bottom, left, in centimetres. */
  margins: readonly [number, number, number, number];
  /** Date and title over each page, address and number of the page beneath it. */
  headed: boolean;
  /** Width of the page's content in CSS pixels, wider than the paper: its scale makes it fit. */
  contentWidth?: number;
}

const a4 = { width: 21, height: 29.7 };
const a3 = { width: 29.7, height: 42 };
const letter = { width: 21.59, height: 27.94 };

/** What the dialogue offers without being asked. */
const usual: Sheet = {
  name: 'headed',
  paper: a4,
  landscape: false,
  scale: 1,
  margins: [1, 1, 1, 1],
  headed: true,
};

/** Prints as users make them: with the browser's header and footer, in several scales, on several papers. */
export const sheets: readonly Sheet[] = [
  usual,
  { ...usual, name: 'half', scale: 0.5 },
  { ...usual, name: 'two-thirds', scale: 0.67 },
  { ...usual, name: 'four-fifths', scale: 0.8 },
  { ...usual, name: 'larger', scale: 1.25 },
  { ...usual, name: 'largest', scale: 1.5 },
  { ...usual, name: 'a3', paper: a3 },
  { ...usual, name: 'a3-broad', paper: a3, landscape: true, scale: 0.8 },
  { ...usual, name: 'letter', paper: letter },
  { ...usual, name: 'broad', landscape: true },
  { ...usual, name: 'fitted', scale: 0.61, contentWidth: 1150 },
  { ...usual, name: 'fitted-broad', landscape: true, scale: 0.61, contentWidth: 1680 },
  { ...usual, name: 'narrow-margins', margins: [0.6, 0.5, 0.6, 0.5] },
  { ...usual, name: 'no-margins', margins: [0, 0, 0, 0] },
  { ...usual, name: 'wide-margins', margins: [2.54, 1.9, 2.54, 1.9], scale: 0.9 },
];
