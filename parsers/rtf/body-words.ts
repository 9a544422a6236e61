import { pageBreak } from '../word/written-markup.ts';
import type { Reading } from './group.ts';
import { putRun, runProperties } from './runs.ts';
import {
  type CellMarks,
  type Characters,
  levelOf,
  newRow,
  type Paragraph,
  plainCell,
  plainCharacters,
  plainParagraph,
} from './setting.ts';
import { endCell, endParagraph, endRow } from './stream.ts';

type Word = (reading: Reading, value: number | null) => void;

const set =
  (change: (value: number | null, reading: Reading) => Partial<Characters>): Word =>
  (reading, value) => {
    const { group } = reading;
    const own = change(value, reading);
    const isSame = Object.entries(own).every(
      ([key, now]) => group.characters[key as keyof Characters] === now,
    );
    if (!isSame) group.characters = { ...group.characters, ...own };
  };

const lay =
  (change: (value: number | null) => Partial<Paragraph>): Word =>
  ({ group }, value) => {
    group.paragraph = { ...group.paragraph, ...change(value) };
  };

const mark =
  (change: (value: number | null) => Partial<CellMarks>): Word =>
  ({ row }, value) => {
    row.next = { ...row.next, ...change(value) };
  };

/** A word that turns something on, and off with 0. */
const isOn = (value: number | null): boolean => value !== 0;
/** Colour 0 is the automatic one; behind letters it is the paper's. */
const isColour = (value: number | null, { colours }: Reading): boolean => {
  const colour = colours[value ?? 0];
  return colour !== undefined && colour !== null && colour !== 'ffffff';
};

/** Half points, of letters that are moved by no number. */
const usualLift = 6;

const characterWords: [string, Word][] = [
  ['plain', set((_, { defaultFont }) => ({ ...plainCharacters, font: defaultFont }))],
  ['f', set((value) => ({ font: value ?? 0 }))],
  ['fs', set((value) => ({ size: value === null || value <= 0 ? null : value }))],
  ['b', set((value) => ({ bold: isOn(value) }))],
  ['v', set((value) => ({ hidden: isOn(value) }))],
  ['strike', set((value) => ({ struck: isOn(value) }))],
  ['striked', set((value) => ({ struck: isOn(value) }))],
  ['super', set((value) => ({ script: isOn(value) ? 'superscript' : null }))],
  ['sub', set((value) => ({ script: isOn(value) ? 'subscript' : null }))],
  ['nosupersub', set(() => ({ script: null }))],
  ['up', set((value) => ({ lift: value ?? usualLift }))],
  ['dn', set((value) => ({ lift: -(value ?? usualLift) }))],
  ['cf', set((value) => ({ colour: value ?? 0 }))],
  ['highlight', set((value, reading) => ({ shaded: isColour(value, reading) }))],
  ['cb', set((value, reading) => ({ shaded: isColour(value, reading) }))],
  ['chcbpat', set((value, reading) => ({ shaded: isColour(value, reading) }))],
  ['chshdng', set((value) => ({ shaded: (value ?? 0) > 0 }))],
  ['deleted', set((value) => ({ deleted: isOn(value) }))],
  ['mvf', set((value) => ({ deleted: isOn(value) }))],
];

const paragraphWords: [string, Word][] = [
  [
    'pard',
    ({ group }) => {
      group.paragraph = plainParagraph;
    },
  ],
  ['s', lay((value) => ({ style: value }))],
  ['qc', lay(() => ({ centred: true }))],
  ['qd', lay(() => ({ centred: true }))],
  ['ql', lay(() => ({ centred: false }))],
  ['qr', lay(() => ({ centred: false }))],
  ['qj', lay(() => ({ centred: false }))],
  ['pagebb', lay((value) => ({ newPage: isOn(value) }))],
  [
    'intbl',
    ({ group }) => {
      // A paragraph that is said to be in a table is in one, whatever was said of its level before.
      const { paragraph } = group;
      group.paragraph = { ...paragraph, inTable: true, nesting: paragraph.nesting || null };
    },
  ],
  ['shading', lay((value) => ({ shaded: (value ?? 0) > 0 }))],
  [
    'cbpat',
    (reading, value) => {
      reading.group.paragraph = { ...reading.group.paragraph, shaded: isColour(value, reading) };
    },
  ],
  [
    'itap',
    (reading, value) => {
      const level = Math.max(0, value ?? 1);
      if (level > reading.limits.maxNesting) reading.isTooLarge = true;
      else reading.group.paragraph = { ...reading.group.paragraph, nesting: level };
    },
  ],
  ['par', (reading) => endParagraphHere(reading)],
  ['page', (reading) => putRun(reading, pageBreak)],
  ['column', (reading) => putRun(reading, pageBreak)],
  [
    'sect',
    (reading) => {
      putRun(reading, pageBreak);
      endParagraphHere(reading);
    },
  ],
];

function endParagraphHere(reading: Reading): void {
  const { stream, paragraph, characters } = reading.group;
  endParagraph(stream, paragraph, (own) => runProperties(reading, own), characters.deleted);
}

const tableWords: [string, Word][] = [
  [
    'trowd',
    (reading) => {
      reading.row = newRow();
    },
  ],
  [
    'trleft',
    ({ row }, value) => {
      row.left = value ?? 0;
    },
  ],
  [
    'lastrow',
    ({ row }) => {
      row.isLast = true;
    },
  ],
  [
    'rtlrow',
    ({ row }) => {
      row.turned = true;
    },
  ],
  [
    'trcbpat',
    (reading, value) => {
      reading.row.shaded = isColour(value, reading);
    },
  ],
  ['clmgf', mark(() => ({ across: 'restart' }))],
  ['clmrg', mark(() => ({ across: 'continue' }))],
  ['clvmgf', mark(() => ({ down: 'restart' }))],
  ['clvmrg', mark(() => ({ down: 'continue' }))],
  ['cldel', mark(() => ({ deleted: true }))],
  ['clshdng', mark((value) => ({ shaded: (value ?? 0) > 0 }))],
  [
    'clcbpat',
    (reading, value) => {
      if (isColour(value, reading)) reading.row.next = { ...reading.row.next, shaded: true };
    },
  ],
  [
    'cellx',
    (reading, value) => {
      const { row } = reading;
      if (row.cells.length >= reading.limits.maxColumns) reading.isTooLarge = true;
      row.cells.push({ right: value ?? 0, ...row.next });
      row.next = plainCell;
    },
  ],
  ['cell', (reading) => endCellHere(reading, 1)],
  ['nestcell', (reading) => endCellHere(reading, Math.max(2, levelOf(reading.group.paragraph)))],
  ['row', (reading) => endRowHere(reading, 1)],
  ['nestrow', (reading) => endRowHere(reading, Math.max(2, levelOf(reading.group.paragraph)))],
];

function endCellHere(reading: Reading, nesting: number): void {
  const { stream, paragraph } = reading.group;
  endCell(stream, { ...paragraph, nesting }, (own) => runProperties(reading, own));
}

function endRowHere(reading: Reading, level: number): void {
  const { stream } = reading.group;
  if (!endRow(stream, level, reading.row)) reading.oddRows++;
}

/** Words of a text that is read (RTF 1.9.1, "Document Text"): how it is set, what ends in it, and its tables. */
export const bodyWords: ReadonlyMap<string, Word> = new Map([
  ...characterWords,
  ...paragraphWords,
  ...tableWords,
]);
