import { byteAt, longAt, shortAt, wordAt } from './bytes.ts';
import { colourAt, colourOf, oldShadingAt, shadingAt } from './colours.ts';
import { eachOperation } from './operations.ts';

/** On, off, or as the style has it, or the opposite of that ([MS-DOC] 2.9.327 ToggleOperand). */
type Toggle = boolean | 'style' | 'opposite';

/** What is read of the properties of characters. */
export interface CharacterProperties {
  /** Character style; null where none is set. */
  style: number | null;
  bold: Toggle;
  struck: Toggle;
  doublyStruck: Toggle;
  hidden: Toggle;
  deleted: boolean;
  /** Half points; null where not set. */
  size: number | null;
  colour: string | null;
  highlighted: boolean;
  /** Markup of the shading behind the characters. */
  shading: string;
  script: 'superscript' | 'subscript' | null;
  /** Half points that they are moved up by; null where not set. */
  lift: number | null;
  /** Index of the font of Latin letters; null where not set. */
  font: number | null;
  /** The character stands for something else than itself. */
  special: boolean;
  /** The picture at this place of the Data stream is that of an object. */
  object: boolean;
  /** What lies at the place of the Data stream are data of a field, and no picture. */
  data: boolean;
  /** Place in the Data stream, or number of an object; null where not set. */
  place: number | null;
  /** A sign of a font. */
  symbol: { font: number; code: number } | null;
}

export const plainCharacters: Readonly<CharacterProperties> = {
  style: null,
  bold: 'style',
  struck: 'style',
  doublyStruck: 'style',
  hidden: 'style',
  deleted: false,
  size: null,
  colour: null,
  highlighted: false,
  shading: '',
  script: null,
  lift: null,
  font: null,
  special: false,
  object: false,
  data: false,
  place: null,
  symbol: null,
};

/** The properties after all changes of the groups, in their order. */
export function readCharacterProperties(...groups: Uint8Array[]): CharacterProperties {
  const properties: CharacterProperties = { ...plainCharacters };
  for (const group of groups)
    eachOperation(group, (operation, bytes, at) => changes.get(operation)?.(properties, bytes, at));
  return properties;
}

type Change = (properties: CharacterProperties, bytes: Uint8Array, at: number) => void;

function toggleAt(bytes: Uint8Array, at: number): Toggle {
  const value = byteAt(bytes, at);
  if (value === 0x80) return 'style';
  return value === 0x81 ? 'opposite' : value !== 0;
}

/** Small letters above or below the line ([MS-DOC] 2.6.1, sprmCIss). */
const scripts = [null, 'superscript', 'subscript'] as const;

/** By the number of the operation ([MS-DOC] 2.6.1, Character Properties). */
const changes = new Map<number, Change>([
  [0x0800, (p, bytes, at) => (p.deleted = byteAt(bytes, at) !== 0)],
  [0x0806, (p, bytes, at) => (p.data = byteAt(bytes, at) !== 0)],
  [0x080a, (p, bytes, at) => (p.object = byteAt(bytes, at) !== 0)],
  [0x0835, (p, bytes, at) => (p.bold = toggleAt(bytes, at))],
  [0x0837, (p, bytes, at) => (p.struck = toggleAt(bytes, at))],
  [0x083c, (p, bytes, at) => (p.hidden = toggleAt(bytes, at))],
  [0x0855, (p, bytes, at) => (p.special = byteAt(bytes, at) !== 0)],
  [0x0856, (p, bytes, at) => (p.object = byteAt(bytes, at) !== 0)],
  [0x2a0c, (p, bytes, at) => (p.highlighted = byteAt(bytes, at) !== 0)],
  [0x2a33, (p) => Object.assign(p, plainCharacters, kept(p))],
  [0x2a42, (p, bytes, at) => (p.colour = colourOf(byteAt(bytes, at)))],
  [0x2a48, (p, bytes, at) => (p.script = scripts[byteAt(bytes, at)] ?? null)],
  [0x2a53, (p, bytes, at) => (p.doublyStruck = toggleAt(bytes, at))],
  [0x4845, (p, bytes, at) => (p.lift = shortAt(bytes, at))],
  [0x4866, (p, bytes, at) => (p.shading = oldShadingAt(bytes, at))],
  [0x4a30, (p, bytes, at) => (p.style = wordAt(bytes, at))],
  [0x4a43, (p, bytes, at) => (p.size = wordAt(bytes, at))],
  [0x4a4f, (p, bytes, at) => (p.font = wordAt(bytes, at))],
  [0x6870, (p, bytes, at) => (p.colour = colourAt(bytes, at))],
  [0x6a03, placeOf],
  [0x680e, placeOf],
  [0x6a09, (p, bytes, at) => (p.symbol = { font: shortAt(bytes, at), code: wordAt(bytes, at + 2) })],
  [0xca71, (p, bytes, at) => (p.shading = shadingAt(bytes, at))],
]);

function placeOf(properties: CharacterProperties, bytes: Uint8Array, at: number): void {
  properties.place = longAt(bytes, at);
  properties.special = true;
}

/** What a return to the style does not change: it is no look. */
const kept = ({ special, object, data, place, symbol, deleted, style }: CharacterProperties) => ({
  special,
  object,
  data,
  place,
  symbol,
  deleted,
  style,
});
