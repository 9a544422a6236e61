import { loweredDigits, raisedDigits } from '../../flow/raised-digits.ts';
import { type Styles, scriptOf } from '../styles.ts';
import { attributeOf, countOf, type Element, elementsOf, isElement } from '../tree.ts';

/** What is no text of a cell. */
const leftOut = /^(?:office:annotation|text:(?:note|tracked-changes|ruby-text)$|draw:|svg:|dr3d:)/;
/** Blanks in a row that are written; a cell has room for fewer. */
const mostBlanks = 1_000;

/** The text of a cell, a line a paragraph, as it is shown; null where it has no paragraph. `strike` is told of each piece with a line through it, which is left out. */
export function cellText(cell: Element, styles: Styles, strike: () => void): string | null {
  const lines = elementsOf(cell).filter(({ name }) => name === 'text:p' || name === 'text:h');
  return lines.length === 0 ? null : lines.map((line) => lineText(line, styles, strike)).join('\n');
}

function lineText(line: Element, styles: Styles, strike: () => void): string {
  let text = '';
  /** White space at the beginning, or behind a blank, is none (ODF 1.2 part 1 §6.1.2). */
  let afterBlank = true;
  const put = (piece: string, isBlank = /\s$/.test(piece)): void => {
    text += piece;
    if (piece !== '') afterBlank = isBlank;
  };
  const walk = (element: Element, isStruck: boolean, script: ReturnType<typeof scriptOf>): void => {
    for (const child of element.children) {
      if (!isElement(child)) {
        const plain = child.replace(/[ \t\r\n]+/g, ' ');
        const shown = afterBlank && plain.startsWith(' ') ? plain.slice(1) : plain;
        if (isStruck && shown.trim() !== '') strike();
        else put(shifted(shown, script, text));
      } else if (child.name === 'text:s')
        put(' '.repeat(Math.min(mostBlanks, countOf(child, 'text:c'))), false);
      else if (child.name === 'text:tab') put('\t');
      else if (child.name === 'text:line-break') put('\n');
      else if (child.name === 'text:span') {
        const { values } = styles.get('text', attributeOf(child, 'text:style-name'));
        walk(child, isStruckBy(values) ?? isStruck, scriptOf(values.get('text style:text-position')));
      } else if (!leftOut.test(child.name)) walk(child, isStruck, script);
    }
  };
  walk(line, false, null);
  return text;
}

function shifted(text: string, script: ReturnType<typeof scriptOf>, before: string): string {
  if (script === null) return text;
  return (script === 'superscript' ? raisedDigits(text) : loweredDigits(text, before)) ?? text;
}

/** Whether a style draws a line through its letters; null where it says nothing of it. */
export function isStruckBy(values: ReadonlyMap<string, string>): boolean | null {
  const line =
    values.get('text style:text-line-through-style') ?? values.get('text style:text-line-through-type');
  return line === undefined ? null : line !== 'none';
}
