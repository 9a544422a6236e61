import { books } from './books.ts';
import { cutFiles } from './cut-files.ts';
import { foreign } from './foreign.ts';
import { fromTheRight } from './from-the-right.ts';
import type { Kind } from './kind.ts';
import { lostFigures } from './lost-figures.ts';
import { mendedBooks } from './mended-books.ts';
import { mendedTexts } from './mended-texts.ts';
import { mendedWords } from './mended-words.ts';
import { noteMarks } from './note-marks.ts';
import { olderBooks } from './older-books.ts';
import { packages } from './packages.ts';
import { pages } from './pages.ts';
import { sharedTextBooks } from './shared-texts.ts';
import { sheetCells } from './sheet-cells.ts';
import { sheetFormats } from './sheet-formats.ts';
import { sheetValues } from './sheet-values.ts';
import { texts } from './texts.ts';
import { unseen } from './unseen.ts';
import { wordFields } from './word-fields.ts';
import { wordFiles } from './word-files.ts';
import { wordOneText } from './word-one-text.ts';
import { wordTables } from './word-tables.ts';
import { wordTexts } from './word-texts.ts';

/** Kinds of Word, Excel, web and text files that archives and public collections of odd files hold, over one form. */
export const kinds: readonly Kind[] = [
  ...wordTexts,
  ...wordFields,
  ...wordTables,
  ...wordFiles,
  ...wordOneText,
  ...sheetCells,
  ...sheetValues,
  ...sheetFormats,
  ...sharedTextBooks,
  ...books,
  ...lostFigures,
  ...mendedBooks,
  ...mendedTexts,
  ...mendedWords,
  ...olderBooks,
  ...pages,
  ...texts,
  ...noteMarks,
  ...packages,
  ...unseen,
  ...fromTheRight,
  ...foreign,
  ...cutFiles,
];
