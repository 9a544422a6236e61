import type { Styles } from './styles.ts';
import { plainText } from './text.ts';
import { attributeOf, type HtmlElement } from './tree.ts';

const white =
  /(?:^|;)\s*color\s*:\s*(?:#f{3}(?:f{3})?|white|transparent|rgba?\(\s*255\s*[,\s]\s*255\s*[,\s]\s*255\s*(?:[,/]\s*1\s*)?\)|rgba\([^)]*[,/]\s*0\s*\))\s*(?:;|!|$)/i;
const whiteName = /^(?:white|#f{3}(?:f{3})?)$/i;
const background =
  /(?:^|;)\s*background(?:-color|-image)?\s*:\s*(?!(?:#f{3}(?:f{3})?|white|none|transparent|inherit|initial)\s*(?:;|!|$))\S/i;

/**
 * Whether an element sets white letters into a cell beside others that are seen, and nothing around it up to the table gives it a ground of another
 * colour. White letters that are all that a cell says may stand on a ground that another file gives it.
 */
export function isWhiteBesideOthers(element: HtmlElement, styles: Styles): boolean {
  if (!isWhite(element, styles)) return false;
  let cell: HtmlElement | null = null;
  for (let at: HtmlElement | null = element; at !== null; at = parentOf(at)) {
    const ground = attributeOf(at, 'bgcolor') ?? '#fff';
    if (!whiteName.test(ground) || background.test(styles.of(at))) return false;
    if (at.tagName === 'td' || at.tagName === 'th') cell ??= at;
    if (at.tagName === 'table') break;
  }
  if (cell === null || cell === element) return false;
  const squeezed = (one: HtmlElement): string => plainText(one).replace(/\s+/g, '');
  const own = squeezed(element);
  return own !== '' && squeezed(cell).length > own.length;
}

const isWhite = (element: HtmlElement, styles: Styles): boolean =>
  (element.tagName === 'font' && whiteName.test(attributeOf(element, 'color') ?? '')) ||
  white.test(styles.of(element));

const parentOf = (element: HtmlElement): HtmlElement | null =>
  element.parentNode && 'tagName' in element.parentNode ? element.parentNode : null;
