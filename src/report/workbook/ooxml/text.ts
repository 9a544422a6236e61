/** Characters that a cell holds: of Excel, which cuts or refuses what is longer. */
export const mostCharacters = 32_767;

/** Characters that XML 1.0 § 2.2 cannot hold, as they are or by number: halves of surrogate pairs and two others. */
const unwritable = /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Controls that XML cannot hold and the notation for them (ECMA-376 Part 1 § 22.9.2.19); a text that reads like it is told apart. */
const escapable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|_(?=x[0-9A-Fa-f]{4}_)/g;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as the content of an element or an attribute. */
export function xml(text: string): string {
  return text.replace(unwritable, '\ufffd').replace(/[&<>"]/g, (character) => entities[character]!);
}

/** The text of a cell: no longer than a cell may be, line breaks as `\n`, controls in their notation. */
export function cellText(text: string, most = mostCharacters): string {
  const lines = /\r/.test(text) ? text.replace(/\r\n?/g, '\n') : text;
  return xml(cut(lines, most)).replace(escapable, notation);
}

function notation(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`;
}

/** At most so many UTF-16 units, no surrogate pair cut in two; ends in … where something is left out. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = /[\ud800-\udbff]/.test(text[most - 2]!) ? most - 2 : most - 1;
  return `${text.slice(0, end)}…`;
}
