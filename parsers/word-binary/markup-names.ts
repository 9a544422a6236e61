/** Id of a style in the markup, by its number. */
export const styleId = (number: number): string => `s${number}`;

/** The element that puts a paragraph into a list; '' where none is named. */
export function numberMarkup(list: number | null, level: number): string {
  if (list === null) return '';
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
}
