/** Fonts of signs, in which a letter shows something else: what Word saves as a page keeps the letter and names the font. */
const fonts: Record<string, Record<string, string>> = {
  symbol: { '³': '≥', '£': '≤', '¹': '≠', '»': '≈', '´': '×', '¸': '÷', '·': '•', '¥': '∞', å: '∑', D: 'Δ' },
  wingdings: {
    ü: '✓',
    û: '✗',
    þ: '☑',
    ý: '☒',
    R: '☑',
    x: '☒',
    o: '☐',
    '¨': '☐',
    q: '☐',
    l: '●',
    n: '■',
    '§': '▪',
  },
};

const named = /(?:^|;)\s*(?:mso-symbol-)?font-family\s*:\s*["']?([\w-]+)/gi;

/** The font of signs that an element's face or declarations set; '' where they set another, null where none. */
export function signFont(face: string | null, declarations: string): string | null {
  let font = face?.split(',')[0]?.trim() ?? null;
  for (const [, name] of declarations.matchAll(named)) {
    if (name !== undefined) font = name;
    if (name !== undefined && name.toLowerCase() in fonts) break;
  }
  if (font === null) return null;
  const key = font.toLowerCase();
  return Object.hasOwn(fonts, key) ? key : '';
}

/** A text as a font of signs shows it. Symbols may stand in the private area (U+F000 and what the font counts). */
export function shownSigns(text: string, font: string): string {
  const signs = fonts[font] ?? {};
  return text.replace(/\S/gu, (sign) => {
    const code = sign.codePointAt(0) ?? 0;
    const letter = code >= 0xf020 && code <= 0xf0ff ? String.fromCharCode(code - 0xf000) : sign;
    return Object.hasOwn(signs, letter) ? (signs[letter] ?? sign) : sign;
  });
}
