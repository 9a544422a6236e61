import type { Issue } from '../../../schemas/index.ts';
import { issue } from '../../issue.ts';
import type { ParserLimits } from '../../limits.ts';
import type { WrittenText } from '../../word/written-package.ts';
import type { OpenDocument } from '../package.ts';
import type { Styles } from '../styles.ts';
import type { Element } from '../tree.ts';
import type { OpenList } from './list-labels.ts';

/** A document that is being written as markup of Word. */
export interface Writing {
  document: OpenDocument;
  styles: Styles;
  limits: ParserLimits;
  /** What was written beside the body. */
  beside: Omit<WrittenText, 'body' | 'styles'>;
  /** Paragraph styles that were met, by their ids. */
  named: Map<string, string>;
  /** Lists by the name of their style, the last of each, and by the name of their own. */
  lists: Map<string, OpenList>;
  listsById: Map<string, OpenList>;
  /** Fields of a form by the name that shapes call them by. */
  controls: ReadonlyMap<string, Element>;
  /** Within a section or a table that is not shown. */
  isHidden: boolean;
  /** Tracked changes that took something out, and those of them that what is written lies in. */
  deletions: ReadonlySet<string>;
  deleting: Set<string>;
  /** Texts of cells that others cover, which are not shown. */
  covered: string[];
  tables: number;
  /** Tables around what is written. */
  nesting: number;
  /** Characters that repeated rows and cells may still take. */
  room: number;
  tooLarge: Issue | null;
}

/** Repeated rows and cells with a text in them say so in a few letters: the texts of a form are a thousandth of this. */
export const roomForRepeated = 50_000_000;

/** Takes room for what is written again; false where there is none left, and the document is too large. */
export function takeRoom(writing: Writing, characters: number): boolean {
  writing.room -= characters;
  if (writing.room < 0) refuse(writing, '重复的行或单元格过多', 'rows or cells are repeated too often');
  return writing.room >= 0;
}

export function refuse(writing: Writing, zh: string, en: string): void {
  writing.tooLarge ??= issue('too_large', zh, en, `table ${Math.max(0, writing.tables - 1)}`);
}

/** Writes what an element holds, as paragraphs and tables. */
export type WriteBlocks = (writing: Writing, children: readonly Element[], newPage?: boolean) => string;
