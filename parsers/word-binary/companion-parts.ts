import { encodeEntities } from '../word/markup.ts';
import { characterMarkup } from './character-markup.ts';
import { readCharacterProperties } from './character-properties.ts';
import type { ListLevel, Lists } from './lists.ts';
import { numberMarkup, styleId } from './markup-names.ts';
import { readParagraphProperties } from './paragraph-properties.ts';
import type { Style } from './style-sheet.ts';

type GroupAt = (place: number) => Uint8Array;

const namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** styles.xml: what the reader of markup asks of styles. `fonts` are names by number. */
export function stylesPart(
  styles: readonly (Style | null)[],
  groupAt: GroupAt,
  fonts: readonly string[],
): string {
  const written = styles.map((style, n) => {
    if (style === null) return '';
    const kind = style.kind === 'list' ? 'numbering' : style.kind;
    const base = style.base === null ? '' : `<w:basedOn w:val="${styleId(style.base)}"/>`;
    const { list, level, shading } = readParagraphProperties(n, [style.paragraph], groupAt);
    const numbered = style.kind === 'paragraph' ? numberMarkup(list, level) : '';
    const characters = characterMarkup(readCharacterProperties(style.characters), () => false, fonts);
    return (
      `<w:style w:type="${kind}" w:styleId="${styleId(n)}"><w:name w:val="${encodeEntities(style.name)}"/>${base}` +
      `<w:pPr>${numbered}${shading}</w:pPr>${tableShading(style, groupAt)}${characters}</w:style>`
    );
  });
  return `<w:styles ${namespace}>${written.join('')}</w:styles>`;
}

/** A style of tables may shade the whole table, or parts of it. */
function tableShading({ kind, table }: Style, groupAt: GroupAt): string {
  if (kind !== 'table') return '';
  const { shading } = readParagraphProperties(0, [table], groupAt).row;
  return shading === '' ? '' : `<w:tblPr>${shading}</w:tblPr>`;
}

/** numbering.xml */
export function numberingPart({ levels, uses }: Lists): string {
  const abstracts = Array.from(
    levels,
    ([id, own]) => `<w:abstractNum w:abstractNumId="${id}">${own.map(levelMarkup).join('')}</w:abstractNum>`,
  );
  const numbers = uses.map(({ list, starts }, n) => {
    const changed = starts.map(({ level, start, look }) => {
      const begins = start === null ? '' : `<w:startOverride w:val="${start}"/>`;
      return `<w:lvlOverride w:ilvl="${level}">${begins}${look === null ? '' : levelMarkup(look, level)}</w:lvlOverride>`;
    });
    return `<w:num w:numId="${n + 1}"><w:abstractNumId w:val="${list}"/>${changed.join('')}</w:num>`;
  });
  return `<w:numbering ${namespace}>${abstracts.join('')}${numbers.join('')}</w:numbering>`;
}

function levelMarkup({ start, format, text, legal, suffix }: ListLevel, depth: number): string {
  return (
    `<w:lvl w:ilvl="${depth}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/>${legal ? '<w:isLgl/>' : ''}` +
    `<w:suff w:val="${suffix}"/><w:lvlText w:val="${encodeEntities(text)}"/></w:lvl>`
  );
}
