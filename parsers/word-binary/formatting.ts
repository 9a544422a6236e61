import type { BinaryDocument } from './binary-document.ts';
import { characterMarkup } from './character-markup.ts';
import { type CharacterProperties, readCharacterProperties } from './character-properties.ts';
import { type Formatted, formattedPages } from './formatted-pages.ts';
import { type ParagraphProperties, readParagraphProperties } from './paragraph-properties.ts';
import type { Piece } from './pieces.ts';

/** Characters of one look: from the one asked for up to `end`. */
export interface Run {
  end: number;
  properties: CharacterProperties;
  /** The element of its properties, '' where nothing is set. */
  markup: string;
}

/** How the characters and paragraphs of a document are set, by the position of a character. */
export interface Formatting {
  run: (position: number, paragraphStyle: number) => Run;
  /** Of the paragraph whose mark stands at the position. */
  paragraph: (mark: number) => ParagraphProperties;
  /** Whether a paragraph ends behind the character, as the tables say. */
  endsParagraph: (position: number) => boolean;
}

/** Characters and paragraphs share what changes their properties: what was read once is kept by its place. */
export function readFormatting(document: BinaryDocument): Formatting {
  const { main, structure, groupAt } = document;
  const charactersAt = formattedPages('characters', main, structure('characterPages'), () =>
    document.lose('characterPages'),
  );
  const paragraphsAt = formattedPages('paragraphs', main, structure('paragraphPages'), () =>
    document.lose('paragraphPages'),
  );
  const looks = remembered<CharacterProperties>();
  const paragraphs = remembered<ParagraphProperties>();
  const markups = new Map<CharacterProperties, string>();
  const byStyle = stylesOf(document);
  const placeOf = (position: number): [Piece, number] | null => {
    const piece = document.pieceAt(position);
    return piece === null ? null : [piece, piece.offset + (position - piece.start) * piece.width];
  };
  const markupOf = (properties: CharacterProperties, style: number): string => {
    const says = (name: ToggleName) => byStyle(style, name) !== byStyle(properties.style, name);
    if (toggles.some((name) => properties[name] === 'opposite'))
      return characterMarkup(properties, says, document.fonts);
    const known = markups.get(properties) ?? characterMarkup(properties, says, document.fonts);
    markups.set(properties, known);
    return known;
  };
  return {
    run: (position, style) => {
      const place = placeOf(position);
      if (place === null) return { end: position + 1, properties: readCharacterProperties(), markup: '' };
      const [piece, offset] = place;
      const found = charactersAt(offset);
      const properties = looks(found, piece, () => readCharacterProperties(found.group, piece.changes));
      const characters = Math.max(1, Math.ceil((found.end - offset) / piece.width));
      const end = Math.min(piece.end, position + characters);
      return { end, properties, markup: markupOf(properties, style) };
    },
    paragraph: (mark) => {
      const place = placeOf(mark);
      if (place === null) return readParagraphProperties(0, [], groupAt);
      const [piece, offset] = place;
      const found = paragraphsAt(offset);
      const read = () => readParagraphProperties(found.style, [found.group, piece.changes], groupAt);
      return paragraphs(found, piece, read, ({ endsRow }) => !endsRow);
    },
    endsParagraph: (position) => {
      const place = placeOf(position);
      return place !== null && paragraphsAt(place[1]).end === place[1] + place[0].width;
    },
  };
}

/** Keeps what was read for a group and the changes of its piece, but for what hardly comes again and is large: layouts of rows. */
function remembered<T>(): (
  found: Formatted,
  piece: Piece,
  read: () => T,
  mayRecur?: (value: T) => boolean,
) => T {
  const kept = new Map<Uint8Array, Map<number, T>>();
  return ({ at }, { changes }, read, mayRecur = () => true) => {
    const byPlace = kept.get(changes) ?? new Map<number, T>();
    kept.set(changes, byPlace);
    const value = byPlace.get(at) ?? read();
    if (mayRecur(value)) byPlace.set(at, value);
    return value;
  };
}

const toggles = ['bold', 'struck', 'doublyStruck', 'hidden'] as const;
type ToggleName = (typeof toggles)[number];
const deepestStyle = 10;

/** What a style, or the nearest of those that it is based on, says of a property. */
function stylesOf({ styles }: BinaryDocument): (style: number | null, name: ToggleName) => boolean {
  const read = new Map<number, CharacterProperties>();
  return (style, name) => {
    let number = style;
    for (let steps = 0; number !== null && steps < deepestStyle; steps++) {
      const found = styles[number];
      if (!found) return false;
      const properties = read.get(number) ?? readCharacterProperties(found.characters);
      read.set(number, properties);
      if (properties[name] !== 'style') return properties[name] === true;
      number = found.base;
    }
    return false;
  };
}
