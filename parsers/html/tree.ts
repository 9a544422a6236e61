import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import type { Issue } from '../../schemas/index.ts';
import { issue } from '../issue.ts';
import type { ParserLimits } from '../limits.ts';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node;
export const isText = (node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text';

/** Value of an attribute, null where the element does not have it. Names are lower case, as the HTML parser gives them. */
export function attributeOf(element: HtmlElement, name: string): string | null {
  for (const attribute of element.attrs) {
    const full = attribute.prefix ? `${attribute.prefix}:${attribute.name}` : attribute.name;
    if (full === name) return attribute.value;
  }
  return null;
}

export const childElements = (element: HtmlElement, ...names: string[]): HtmlElement[] =>
  element.childNodes.filter((node): node is HtmlElement => isElement(node) && names.includes(node.tagName));

/** Deepest element that is read: pages nest a few dozen; the readers below recurse. */
const deepestElement = 1_000;

/** Parses as a browser does (WHATWG HTML §13.2); runs and fetches nothing. */
export function parseTree(text: string, limits: ParserLimits): HtmlElement[] | Issue {
  const document = parse(text, { scriptingEnabled: false });
  const roots = document.childNodes.filter(isElement);
  if (/\bsrcdoc\b/i.test(text)) for (const root of roots) openFrames(root, 0);
  return nestingFault(roots, limits) ?? roots;
}

const comment = /<!--[\s\S]*?(?:--!?>|$)/g;

/** Whether a comment without its end swallows rows of a table, up to the end of the next comment or of the page. */
export function swallowsRows(text: string): boolean {
  let isSuspect = false;
  const shown = text.replace(comment, (whole) => {
    const next = whole.indexOf('<!--', 4);
    const lacksEnd = next > 0 || !/--!?>$/.test(whole);
    isSuspect ||= lacksEnd && /<t[dr]\b/i.test(next > 0 ? whole.slice(0, next) : whole);
    return '';
  });
  // A comment written around another leaves the second end behind.
  if (!isSuspect || shown.includes('-->')) return false;
  let isOpen = false;
  // What stands in a script is no comment.
  const onParseError = ({ code }: { code: string }) => {
    isOpen ||= code === 'eof-in-comment' || code === 'nested-comment';
  };
  parse(text, { scriptingEnabled: false, onParseError });
  return isOpen;
}

/** Frames within frames that are looked into. */
const deepestFrame = 3;

/** Pages that stand in their frames (`srcdoc`) become parts of the page. */
function openFrames(root: HtmlElement, depth: number): void {
  const pending = [root];
  for (let element = pending.pop(); element; element = pending.pop()) {
    const written = element.tagName === 'iframe' ? attributeOf(element, 'srcdoc') : null;
    if (written !== null && depth < deepestFrame) {
      element.tagName = 'div';
      element.nodeName = 'div';
      element.childNodes = parseFragment(written, { scriptingEnabled: false }).childNodes;
      for (const child of element.childNodes) child.parentNode = element;
      openFrames(element, depth + 1);
    } else for (const child of element.childNodes) if (isElement(child)) pending.push(child);
  }
}

function nestingFault(roots: HtmlElement[], limits: ParserLimits): Issue | null {
  const pending = roots.map((element) => ({ element, depth: 1, tables: 0 }));
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { element, depth } = next;
    const tables = next.tables + (element.tagName === 'table' ? 1 : 0);
    if (tables > limits.maxNesting) {
      const most = limits.maxNesting;
      return issue('too_large', `表格嵌套超过 ${most} 层`, `tables are nested deeper than ${most}`);
    }
    if (depth > deepestElement) return issue('too_large', '元素嵌套过深', 'elements are nested too deeply');
    for (const child of element.childNodes) {
      if (isElement(child)) pending.push({ element: child, depth: depth + 1, tables });
    }
  }
  return null;
}
