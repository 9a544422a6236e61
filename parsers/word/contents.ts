import type { GridDraft, ParagraphDraft } from '../flow/drafts.ts';
import { pictureMark } from './drawing-markup.ts';
import type { ModelDocument, ModelElement } from './model.ts';
import { readParagraph } from './paragraph.ts';

/** A picture where it stands in the flow; `index` is that of its layout. */
export interface PictureDraft {
  kind: 'picture';
  index: number;
  contentType: string | null;
  read: () => Promise<Uint8Array>;
}

export type Content = GridDraft | ParagraphDraft | PictureDraft;

/** Turns a table of the model into drafts: a grid, or what a mere wrapper of one cell holds. */
export type TableReader = (table: ModelElement) => Content[];

/**
 * What the elements of a body or a cell hold, in order. Footnotes follow the next table, or the end: a title keeps its table. Those of a cell stand below
 * its table: `notes` is null there.
 */
export function readContents(
  elements: ModelElement[],
  notes: ModelDocument['notes'] | null,
  readTable: TableReader,
): Content[] {
  const contents: Content[] = [];
  const references: ModelElement[] = [];
  for (const element of elements) {
    if (element.type === 'table') contents.push(...readTable(element));
    else if (element.type === 'paragraph') contents.push(readParagraph(element));
    else if (element.type === 'run') contents.push(readParagraph({ type: 'paragraph', children: [element] }));
    collect(element, contents, references);
    if (element.type === 'table') contents.push(...readNotes(references.splice(0), notes));
  }
  contents.push(...readNotes(references, notes));
  return contents;
}

/** Pictures and note references at any depth outside nested tables, which collect their own pictures. */
function collect(
  element: ModelElement,
  contents: Content[],
  references: ModelElement[],
  inTable = false,
): void {
  if (element.type === 'noteReference') references.push(element);
  if (element.type === 'image' && !inTable) contents.push(readPicture(element));
  const within = inTable || element.type === 'table';
  for (const child of element.children ?? []) collect(child, contents, references, within);
}

function readNotes(references: ModelElement[], notes: ModelDocument['notes'] | null): ParagraphDraft[] {
  if (notes === null) return [];
  return references.flatMap((reference) =>
    (notes.resolve(reference)?.body ?? [])
      .filter((element) => element.type === 'paragraph')
      .map((element): ParagraphDraft => ({ ...readParagraph(element), role: 'body' })),
  );
}

function readPicture(element: ModelElement): PictureDraft {
  const name = element.altText ?? '';
  return {
    kind: 'picture',
    index: name.startsWith(pictureMark) ? Number(name.slice(pictureMark.length)) : -1,
    contentType: element.contentType ?? null,
    read: () => element.readAsBuffer?.() ?? Promise.reject(new Error('a picture without bytes')),
  };
}
