import { runProperties as written } from '../word/written-markup.ts';
import type { Destination, Reading } from './group.ts';
import type { Characters } from './setting.ts';
import { addRun, addText, type Stream } from './stream.ts';

/** The properties of a run as Word writes them. */
export function runProperties(reading: Reading, characters: Characters): string {
  let markup = reading.written.get(characters);
  if (markup === undefined) {
    markup = propertiesOf(reading, characters);
    reading.written.set(characters, markup);
  }
  return markup;
}

function propertiesOf({ fonts, colours, defaultFont }: Reading, characters: Characters): string {
  const font = fonts.get(characters.font < 0 ? defaultFont : characters.font);
  const signFont = font?.isOfSigns ? font.name : null;
  return written({ ...characters, signFont, white: colours[characters.colour] === 'ffffff' });
}

/** The destination of texts that are read: the body, a note, a box. */
export function bodyOf(reading: Reading, stream: Stream): Destination {
  const write = (characters: Characters) => runProperties(reading, characters);
  return { isText: true, text: (text, characters) => addText(stream, text, characters, write) };
}

/** Puts markup into the paragraph that is read, unless a tracked change took it out. */
export function putRun(reading: Reading, markup: string): void {
  const { stream, characters } = reading.group;
  if (!characters.deleted) addRun(stream, markup, (own) => runProperties(reading, own));
}
