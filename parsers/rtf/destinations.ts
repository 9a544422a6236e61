import { boxMarkup, drawnLetters, labelMarkup, noteReference, unseenObject } from '../word/written-markup.ts';
import { readEquation } from './equations.ts';
import { readEntry, readField, readFormField, readInstruction, readResult } from './fields.ts';
import { begin, nowhere, type Reading } from './group.ts';
import { readColours, readFonts, readStyles } from './lists.ts';
import { readPicture } from './pictures.ts';
import { bodyOf, putRun, runProperties } from './runs.ts';
import { plainCharacters, plainParagraph } from './setting.ts';
import { finish, newStream } from './stream.ts';

/** Begins what a word stands for in the group that it opens. */
type Opening = (reading: Reading, value: number | null) => void;

/** Reads a text of its own, a note or a box, and hands its markup on at its end. */
function readApart(reading: Reading, put: (markup: string) => void): void {
  const { group } = reading;
  const stream = newStream();
  const { row } = reading;
  const { deleted } = group.characters;
  if (++reading.apart > reading.limits.maxNesting) reading.isTooLarge = true;
  group.stream = stream;
  group.paragraph = plainParagraph;
  group.characters = { ...plainCharacters, font: reading.defaultFont };
  begin(reading, {
    ...bodyOf(reading, stream),
    close: () => {
      const markup = finish(stream, reading.group.paragraph, (own) => runProperties(reading, own));
      reading.apart--;
      // Tables of its own have rows of their own.
      reading.row = row;
      if (!deleted) put(markup);
    },
  });
}

/** A note stands where the text refers to it; `\ftnalt` makes it one at the end. */
function readNote(reading: Reading): void {
  const around = reading.around.at(-1);
  const { footnotes, endnotes } = reading.notes;
  let isEndnote = false;
  readApart(reading, (markup) => {
    const list = isEndnote ? endnotes : footnotes;
    list.push(markup);
    if (around === undefined) return;
    reading.group = around;
    putRun(reading, noteReference(isEndnote ? 'endnote' : 'footnote', list.length));
  });
  reading.group.destination.word = (name) => {
    isEndnote ||= name === 'ftnalt';
  };
}

/** What stands on every page is not read; a table in it is counted. */
function readOuter(reading: Reading): void {
  readApart(reading, (markup) => {
    if (markup.includes('<w:tbl>')) reading.notes.outer.push(markup);
  });
}

function readBox(reading: Reading): void {
  const around = reading.around.at(-1);
  readApart(reading, (markup) => {
    if (around === undefined || markup === '') return;
    reading.group = around;
    putRun(reading, boxMarkup(markup));
  });
}

/** Bullets and the like are no numbers. */
const bullet = /^(?:[^\p{L}\p{N}]*|o)$/u;
/** The number of a list, as it is printed. */
function readLabel(reading: Reading): void {
  const { characters } = reading.group;
  let label = '';
  begin(reading, {
    isText: true,
    text: (text, { font }) => {
      if (reading.fonts.get(font)?.isOfSigns !== true) label += text;
    },
    close: () => {
      const text = label.trim();
      if (bullet.test(text) || characters.deleted) return;
      putRun(reading, labelMarkup(text));
    },
  });
}

/** An embedded object: what shows it is a picture or a text. */
function readObject(reading: Reading): void {
  const around = reading.around.at(-1);
  const before = around?.stream.runs.length ?? 0;
  const pictures = reading.pictures.length;
  const isText = reading.group.destination.isText;
  if (!isText) return;
  reading.group.isObject = true;
  begin(reading, {
    ...bodyOf(reading, reading.group.stream),
    close: () => {
      const { stream } = reading.group;
      const isShown = reading.pictures.length > pictures || stream.runs.length > before || stream.text !== '';
      if (!isShown) putRun(reading, unseenObject);
    },
  });
}

/** Nothing but what it holds in groups of its own: boxes, pictures. */
function readQuietly(reading: Reading): void {
  begin(reading, { isText: false, text: () => {} });
}

/** A property of a shape; the text of one that is drawn as letters is one. */
function readShapeValue(reading: Reading): void {
  let value = '';
  begin(reading, {
    isText: false,
    text: (text) => {
      value += text;
    },
    close: () => {
      const { shapeProperty } = reading;
      if (shapeProperty === 'gtextUNICODE' && value.trim() !== '') putRun(reading, drawnLetters(value));
    },
  });
}

function readShapeName(reading: Reading): void {
  reading.shapeProperty = '';
  begin(reading, {
    isText: false,
    text: (text) => {
      reading.shapeProperty += text;
    },
  });
}

/** The definition of a row of an inner table; that of the row around it may stand before it, and holds on. */
function readInnerRow(reading: Reading): void {
  const { row } = reading;
  begin(reading, {
    ...reading.group.destination,
    close: () => {
      reading.row = row;
    },
  });
}

function passOver(reading: Reading): void {
  reading.group.destination = nowhere;
}

/** A text in Unicode, which `\\upr` gives beside one without: it stands where both stand. */
function readUnicode(reading: Reading): void {
  reading.group.destination = reading.around.at(-2)?.destination ?? nowhere;
}

export const destinations: ReadonlyMap<string, Opening> = new Map<string, Opening>([
  ['fonttbl', readFonts],
  ['colortbl', readColours],
  ['stylesheet', readStyles],
  ['pict', (reading) => readPicture(reading, (markup) => putRun(reading, markup), reading.group.isObject)],
  ['shppict', () => {}],
  ['footnote', readNote],
  ...['header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf'].map(
    (name): [string, Opening] => [name, readOuter],
  ),
  ['shp', readQuietly],
  ['shpinst', readQuietly],
  ['shpgrp', readQuietly],
  ['do', readQuietly],
  ['shptxt', readBox],
  ['dptxbxtext', readBox],
  ['sp', readQuietly],
  ['sn', readShapeName],
  ['sv', readShapeValue],
  ['object', readObject],
  ['result', () => {}],
  ['listtext', readLabel],
  ['pntext', readLabel],
  ['mmath', readQuietly],
  ['moMathPara', readQuietly],
  ['moMath', readEquation],
  ['field', readField],
  ['fldinst', readInstruction],
  ['formfield', readFormField],
  ['ffl', readEntry],
  ['fldrslt', readResult],
  ['nesttableprops', readInnerRow],
  // The same once more for readers that know no Unicode, or no nested tables, and what is no text of the document.
  ['upr', readQuietly],
  ['ud', readUnicode],
  ...[
    'nonshppict',
    'shprslt',
    'nonesttables',
    'info',
    'objdata',
    'ftnsep',
    'ftnsepc',
    'ftncn',
    'aftnsep',
    'aftnsepc',
    'aftncn',
    'mmathPict',
    'private',
    'tc',
    'tcn',
    'xe',
    'rxe',
    'txe',
    'annotation',
    'template',
    'filetbl',
    'revtbl',
    'listtable',
    'listoverridetable',
    'pnseclvl',
    'picprop',
    'background',
  ].map((name): [string, Opening] => [name, passOver]),
]);
