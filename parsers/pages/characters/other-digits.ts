import type { Glyph } from '../../geometry/marks.ts';
import { unknownCharacter } from './unicode.ts';
import type { FontUse } from './unmapped-fonts.ts';

const digit = /^\d$/;

/** Marks the digits of fonts that draw others than their texts name as unknown: some are wrong, and nothing tells which. Gives their count. */
export function markOtherDigits(fonts: ReadonlyMap<string, FontUse>, glyphs: readonly Glyph[]): number {
  const wrong = new Set<string>();
  for (const [name, { drawsOtherDigits, codes }] of fonts) {
    if (!drawsOtherDigits) continue;
    const digits = [...codes].filter(({ unicode }) => digit.test(unicode));
    if (digits.length > 0 && drawsOtherDigits(digits)) wrong.add(name);
  }
  if (wrong.size === 0) return 0;
  const marked = glyphs.filter(({ font, text }) => wrong.has(font) && digit.test(text));
  for (const glyph of marked) Object.assign(glyph, { text: unknownCharacter, unknown: true });
  return marked.length;
}
