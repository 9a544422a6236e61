import { attributeOf, childElements, type HtmlElement, isElement, isText } from './tree.ts';

/** What a form control shows (pages saved from province systems hold the values in them); null for other elements. */
export function controlText(element: HtmlElement): string | null {
  if (element.tagName === 'input') return inputText(element);
  if (element.tagName === 'select') return selectedText(element);
  return null;
}

const silentInputs = new Set(['hidden', 'button', 'submit', 'reset', 'image', 'file', 'password']);

function inputText(element: HtmlElement): string {
  const type = (attributeOf(element, 'type') ?? 'text').toLowerCase();
  if (type === 'checkbox' || type === 'radio') return attributeOf(element, 'checked') === null ? '☐' : '☑';
  return silentInputs.has(type) ? '' : (attributeOf(element, 'value') ?? '');
}

function selectedText(element: HtmlElement): string {
  const options = [
    ...childElements(element, 'option'),
    ...childElements(element, 'optgroup').flatMap((group) => childElements(group, 'option')),
  ];
  const chosen = options.find((option) => attributeOf(option, 'selected') !== null) ?? options[0];
  return chosen ? plainText(chosen).trim() : '';
}

/** The characters of an element, shown or not. */
export function plainText(element: HtmlElement): string {
  return element.childNodes
    .map((node) => (isText(node) ? node.value : isElement(node) ? plainText(node) : ''))
    .join('');
}

const wide = '\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef';
const brokenLine = new RegExp(`(?<=[${wide}])[ \\t\\f\\r]*\\n[ \\t\\f\\r\\n]*(?=[${wide}])`, 'g');

/** White space as it is shown: runs are one blank, a line end between two Chinese characters is none (CSS Text 3 §4.1.3). */
export const collapseSpace = (text: string): string =>
  text.replace(brokenLine, '').replace(/[ \t\f\r\n]+/g, ' ');

/** A line of text as it is kept: no-break blanks are blanks, none at its ends, and none without a width. */
export const tidyLine = (line: string): string =>
  line
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replaceAll('\u00a0', ' ')
    .trimEnd();
