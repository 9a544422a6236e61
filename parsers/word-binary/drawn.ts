import { encodeEntities } from '../word/markup.ts';
import type { BinaryDocument } from './binary-document.ts';
import type { StoredPicture } from './blips.ts';
import { positionsOf } from './bytes.ts';
import { inlinePictureAt } from './inline-pictures.ts';
import { type Media, pictureMarkup } from './media.ts';
import { type Drawing, readDrawings, type Shape } from './shapes.ts';
import { writeStory } from './story.ts';
import type { StoryContext } from './story-state.ts';

/** Markup of pictures in the line. */
export function pictureReader({ data, lose }: BinaryDocument, media: Media): StoryContext['pictureAt'] {
  const known = new Map<number, { relationship: string; width: number; height: number } | null>();
  return (place, isObject) => {
    let picture = known.get(place);
    if (picture === undefined) {
      const found = inlinePictureAt(data, place);
      if (found === null && place >= data.length) lose('pictures');
      picture = found?.stored ? { ...found, relationship: media.add(found.stored) } : null;
      known.set(place, picture);
    }
    return picture === null
      ? ''
      : pictureMarkup(picture.relationship, picture.width, picture.height, isObject);
  };
}

/** A drawing is written once, wherever the file names it again. */
export function drawingReader(context: StoryContext, media: Media): StoryContext['drawingAt'] {
  const { document } = context;
  const drawings = readDrawings(
    document.structure('drawingAnchors'),
    document.structure('drawings'),
    document.main,
  );
  const { start, end } = document.fib.stories.boxes;
  const { positions } = positionsOf(document.structure('boxTexts'), 22);
  const placed = new Set(Array.from(drawings.values(), ({ shapes }) => shapes.map(({ box }) => box)).flat());
  const unplaced = positions.findIndex((from, box) => {
    const to = positions[box + 1];
    return to !== undefined && !placed.has(box) && /\S/.test(document.text.slice(start + from, start + to));
  });
  if (unplaced >= 0 || (end - start > 1 && positions.length < 2)) document.lose('boxes');
  const written = new Set<number | readonly Shape[]>();
  const known = new Map<StoredPicture, string>();
  const boxMarkup = (box: number): string => {
    const [from, to] = [positions[box], positions[box + 1]];
    if (from === undefined || to === undefined || written.has(box)) return '';
    written.add(box);
    const content = writeStory(context, start + from, Math.min(end, start + to));
    return `<w:pict><v:shape><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></v:shape></w:pict>`;
  };
  return (position) => {
    const { shapes = [], width = 0, height = 0 }: Partial<Drawing> = drawings.get(position) ?? {};
    // What stands in a box has no drawings of its own.
    if (position >= document.fib.stories.main.end || written.has(shapes)) return '';
    written.add(shapes);
    return shapes
      .map(({ box, picture, drawnText }) => {
        if (box !== null) return boxMarkup(box);
        if (drawnText !== '')
          return `<w:pict><v:shape><v:textpath string="${encodeEntities(drawnText)}"/></v:shape></w:pict>`;
        if (picture === null) return '';
        const relationship = known.get(picture) ?? media.add(picture);
        known.set(picture, relationship);
        return pictureMarkup(relationship, width, height, false);
      })
      .join('');
  };
}
