import { encodeEntities } from '../word/markup.ts';
import type { CharacterProperties } from './character-properties.ts';
import { styleId } from './markup-names.ts';

const signFont = /^(?:wingdings|webdings|symbol)/i;
type ToggleName = 'bold' | 'struck' | 'doublyStruck' | 'hidden';
const toggles: [ToggleName, string][] = [
  ['bold', 'w:b'],
  ['struck', 'w:strike'],
  ['doublyStruck', 'w:dstrike'],
  ['hidden', 'w:vanish'],
];

/**
 * The element of run properties with what the reader of markup looks at; '' where nothing is set. `byStyle` tells what the styles of the run
 * say of a property that is set to the opposite.
 */
export function characterMarkup(
  properties: CharacterProperties,
  byStyle: (name: ToggleName) => boolean,
  fonts: readonly string[],
): string {
  const { style, size, colour, highlighted, shading, script, lift } = properties;
  const font = properties.font === null ? '' : (fonts[properties.font] ?? '');
  let markup = style === null ? '' : `<w:rStyle w:val="${styleId(style)}"/>`;
  if (signFont.test(font)) markup += `<w:rFonts w:ascii="${encodeEntities(font)}"/>`;
  for (const [name, element] of toggles) {
    const value = properties[name];
    const on = value === 'opposite' ? !byStyle(name) : value;
    if (on !== 'style') markup += on ? `<${element}/>` : `<${element} w:val="0"/>`;
  }
  if (size !== null) markup += `<w:sz w:val="${size}"/>`;
  if (colour !== null) markup += `<w:color w:val="${colour}"/>`;
  if (highlighted) markup += '<w:highlight w:val="yellow"/>';
  markup += shading;
  if (script !== null) markup += `<w:vertAlign w:val="${script}"/>`;
  if (lift !== null) markup += `<w:position w:val="${lift}"/>`;
  return markup === '' ? '' : `<w:rPr>${markup}</w:rPr>`;
}
