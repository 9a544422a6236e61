/** What kind of character stands at an edge of a line decides whether a space belongs there. */

/** Han, kana, hangul, full-width forms and their punctuation: written without spaces between words. */
export function isWide(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x2014) return false;
  return (
    (code >= 0x2e80 && code <= 0xa4cf) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe4f) ||
    (code >= 0xff00 && code <= 0xffef) ||
    (code >= 0x20000 && code <= 0x3ffff) ||
    (code >= 0x2014 && code <= 0x2026)
  );
}

/** Marks that may not begin a line in Chinese: the line before has to leave room for them too. */
const cannotBegin = '，。、；：？！）》」』】〕”’％%,.;:?!)]}〉…';

export function cannotBeginLine(character: string): boolean {
  return cannotBegin.includes(character);
}

/** Brackets and quotes that may not end a line: what follows them stands on their line. */
const cannotEnd = '（《「『【〔“‘([{〈';

export function cannotEndLine(character: string): boolean {
  return cannotEnd.includes(character);
}

/** Marks that no entry of a form begins with: what begins with one goes on from the line before. */
const goesOnMarks = '，。、；？！）》」』】〕”’,;!)]}〉';

export function beginsNothing(character: string): boolean {
  return character !== '' && goesOnMarks.includes(character);
}
