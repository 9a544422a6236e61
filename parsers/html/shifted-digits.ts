import { loweredDigits, raisedDigits } from '../flow/raised-digits.ts';
import type { Styles } from './styles.ts';
import { plainText } from './text.ts';
import type { HtmlElement } from './tree.ts';

const above = /(?:^|;)\s*vertical-align\s*:\s*super\b/i;
const below = /(?:^|;)\s*vertical-align\s*:\s*sub\b/i;
/** Letters that Word moves up, by two points and more. */
const movedUp = /(?:^|;)\s*mso-text-raise\s*:\s*(?:[2-9]|\d\d)/i;

/** The digits of an element that sets them above or below the line that was read before it; null for all else. */
export function shiftedDigits(element: HtmlElement, before: string, styles: Styles): string | null {
  const { tagName } = element;
  const declared = styles.of(element);
  if (tagName === 'sup' || above.test(declared)) return raisedDigits(plainText(element));
  if (tagName === 'sub' || below.test(declared)) return loweredDigits(plainText(element), before);
  return before !== '' && movedUp.test(declared) ? raisedDigits(plainText(element)) : null;
}
