import type { FontFace } from '../../parsers/pages/drawing/drawing-state.ts';
import { type FontSign, fontFile, type GlyphTelling } from './font-file.ts';
import type { Manner } from './manners.ts';
import { escapeText } from './write-package.ts';

interface UsedFont {
  number: number;
  name: string;
  bold: boolean;
  signs: FontSign[];
  /** Numbers of its glyphs by what they stand for and how wide they are. */
  glyphs: Map<string, number>;
}

const tellings: Record<Exclude<Manner['fonts'], 'named'>, GlyphTelling> = {
  mapped: 'map',
  numbered: 'nothing',
  untold: 'names',
};

/** Fonts of a file with the signs that are set in them. */
export class OfdFonts {
  readonly #fonts = new Map<string, UsedFont>();

  use(face: FontFace): UsedFont {
    const bold = face.bold === true || face.black === true;
    const key = `${face.loadedName} ${bold}`;
    let font = this.#fonts.get(key);
    if (font === undefined) {
      // The mark of a subset is a matter of PDF.
      const name = (face.name ?? face.loadedName).replace(/^[A-Z]{6}\+/, '');
      font = { number: 100_000 + this.#fonts.size, name, bold, signs: [], glyphs: new Map() };
      this.#fonts.set(key, font);
    }
    return font;
  }

  /** The number of the glyph of a sign. */
  glyph(face: FontFace, text: string, width: number): number {
    const font = this.use(face);
    const key = `${text} ${Math.round(width)}`;
    let glyph = font.glyphs.get(key);
    if (glyph === undefined) {
      glyph = font.signs.push({ text, width });
      font.glyphs.set(key, glyph);
    }
    return glyph;
  }

  markup(kind: Manner['fonts']): string {
    return [...this.#fonts.values()]
      .map(({ number, name, bold }) => {
        const file = kind === 'named' ? '' : `<ofd:FontFile>font_${number}.ttf</ofd:FontFile>`;
        return `<ofd:Font ID="${number}" FontName="${escapeText(name)}" FamilyName="${escapeText(name)}"${bold ? ' Bold="true"' : ''}>${file}</ofd:Font>`;
      })
      .join('');
  }

  files(kind: Manner['fonts']): { path: string; data: Uint8Array }[] {
    if (kind === 'named') return [];
    return [...this.#fonts.values()].map(({ number, signs }) => ({
      path: `Doc_0/Res/font_${number}.ttf`,
      data: fontFile(signs, tellings[kind]),
    }));
  }
}
