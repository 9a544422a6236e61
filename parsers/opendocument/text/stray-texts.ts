import { type Element, elementsOf, isElement, plainText } from '../tree.ts';

/** Elements in which no text stands but in elements of their own, and what these may be called there; null where they may be any. */
const holders: readonly [RegExp, RegExp | null][] = [
  [
    /^table:(?:table|table-header-rows|table-rows|table-row-group)$/,
    /^(?:table:(?:table-(?:column|columns|header-columns|column-group|rows?|header-rows|row-group|source)|title|desc|named-expressions|shapes)|text:soft-page-break|office:.*|calcext:.*)$/,
  ],
  [/^table:table-row$/, /^(?:table:(?:covered-)?table-cell|text:soft-page-break)$/],
  [/^text:list$/, /^text:(?:list-item|list-header)$/],
  [
    /^(?:office:text|table:(?:covered-)?table-cell|text:(?:list-item|list-header|section|index-body)|draw:text-box)$/,
    null,
  ],
];

const isWritten = (text: string): boolean => text.trim() !== '';

/** Texts that stand where none can, which are not read: how many. */
export function strayTexts(element: Element): number {
  const [, allowed] = holders.find(([pattern]) => pattern.test(element.name)) ?? [];
  let count = 0;
  if (allowed !== undefined)
    count += element.children.filter((child) => !isElement(child) && isWritten(child)).length;
  for (const child of elementsOf(element)) {
    if (allowed && !allowed.test(child.name)) count += isWritten(plainText(child)) ? 1 : 0;
    else count += strayTexts(child);
  }
  return count;
}
