import type { BinaryDocument } from './binary-document.ts';
import { positionsOf } from './bytes.ts';
import { writeStory } from './story.ts';
import type { StoryContext } from './story-state.ts';

export type NoteKind = 'footnote' | 'endnote';

/** Notes of a kind: the character that refers to each, and the stretch of its text. */
export interface Notes {
  references: Map<number, number>;
  texts: { from: number; to: number }[];
}

export function notesOf(document: BinaryDocument, kind: NoteKind): Notes {
  const { start, end } = document.fib.stories[`${kind}s`];
  const references = positionsOf(document.structure(`${kind}References`), 2).positions.slice(0, -1);
  const { positions } = positionsOf(document.structure(`${kind}Texts`), 0);
  const texts = references.flatMap((_, n) => {
    const [from, to] = [positions[n], positions[n + 1]];
    return from === undefined || to === undefined
      ? []
      : [{ from: start + from, to: Math.min(end, start + to) }];
  });
  return { references: new Map(references.map((position, n) => [position, n + 1])), texts };
}

/** Markup of the reference to a note at a character; '' where none is. */
export function referenceAt(notes: Record<NoteKind, Notes>, position: number): string {
  for (const kind of ['footnote', 'endnote'] as const) {
    const number = notes[kind].references.get(position);
    if (number !== undefined) return `<w:${kind}Reference w:id="${number}"/>`;
  }
  return '';
}

/** Elements of the notes of a kind. */
export function notesMarkup(context: StoryContext, kind: NoteKind, { texts }: Notes): string {
  const written = texts.map(
    ({ from, to }, n) => `<w:${kind} w:id="${n + 1}">${writeStory(context, from, to)}</w:${kind}>`,
  );
  return written.join('');
}
