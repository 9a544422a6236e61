const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const lowered = '₀₁₂₃₄₅₆₇₈₉';

/**
 * Digits that are set raised, as the signs of raised digits: m² and 14.99¹. Written level, the mark of a note would be one more digit of the
 * figure before it. Null where the text is no such digits.
 */
export const raisedDigits = (text: string): string | null => asSigns(text, raised);

/** Digits that are set below the line behind a figure, as the signs of such: 14.99₁. Behind letters they are read level, as CO2 is typed. */
export const loweredDigits = (text: string, before: string): string | null =>
  /[\d%]$/.test(before) ? asSigns(text, lowered) : null;

function asSigns(text: string, signs: string): string | null {
  const digits = text.trim();
  return /^\d{1,2}$/.test(digits) ? Array.from(digits, (digit) => signs[Number(digit)]).join('') : null;
}
