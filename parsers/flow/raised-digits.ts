const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * Digits that are set raised, as the signs of raised digits: m² and 14.99¹. Written level, the mark of a note would be one more digit of the
 * figure before it. Null where the text is no such digits.
 */
export function raisedDigits(text: string): string | null {
  const digits = text.trim();
  return /^\d{1,2}$/.test(digits) ? Array.from(digits, (digit) => raised[Number(digit)]).join('') : null;
}
