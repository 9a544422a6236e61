import { attribute, decodeEntities, type MarkupFault, rootOf } from '../../word/markup.ts';

/** An element of an OFD part. Names are without their prefix: writers take any, and several addresses of the namespace are in use. */
export interface Element {
  name: string;
  /** Its attributes as they are written. */
  head: string;
  children: Element[];
  /** Its own text as it is written, sections of CDATA with their signs escaped. */
  raw: string;
}

/** Elements inside one another: blocks may be nested, and thousands overflow the stack. */
const deepest = 200;

/** Elements of one part: a page of a hundred thousand signs that are set one by one takes some three times as many. */
const mostElements = 600_000;

/** Of elements that have none inside, which are most. */
const noChildren: Element[] = [];

/** Builds the tree of a part; what no part may be is told before anything is built. */
export function markupTree(xml: string): Element | MarkupFault | 'too_large' {
  const root = rootOf(xml, deepest);
  if (typeof root === 'string') return root;
  const outer: Element = { name: '', head: '', children: [], raw: '' };
  const open: Element[] = [outer];
  let count = 0;
  for (let at = root.start; at < root.end; ) {
    const inner = open[open.length - 1]!;
    const start = xml.indexOf('<', at);
    if (start < 0 || start >= root.end) break;
    if (start > at) inner.raw += xml.slice(at, start);
    if (xml.startsWith('<!--', start)) at = behind(xml, '-->', start + 4);
    else if (xml.startsWith('<?', start)) at = behind(xml, '?>', start + 2);
    else if (xml.startsWith('<![CDATA[', start)) {
      at = behind(xml, ']]>', start + 9);
      inner.raw += escaped(xml.slice(start + 9, at - 3));
    } else {
      at = tagEnd(xml, start + 1);
      if (xml.charCodeAt(start + 1) === slash) open.pop();
      else {
        if (++count > mostElements) return 'too_large';
        const element = elementOf(xml, start, at);
        if (inner.children === noChildren) inner.children = [element];
        else inner.children.push(element);
        if (xml.charCodeAt(at - 2) !== slash) open.push(element);
      }
    }
  }
  return outer.children[0] ?? 'cut';
}

const slash = 47;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function behind(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  return at < 0 ? xml.length : at + mark.length;
}

/** Offset behind the tag: signs in quotes end none. */
function tagEnd(xml: string, from: number): number {
  let quoted = 0;
  for (let at = from; at < xml.length; at++) {
    const code = xml.charCodeAt(at);
    if (quoted !== 0) {
      if (code === quoted) quoted = 0;
    } else if (code === 62) return at + 1;
    else if (code === 34 || code === 39) quoted = code;
  }
  return xml.length;
}

function elementOf(xml: string, start: number, end: number): Element {
  let at = start + 1;
  let from = at;
  for (; at < end; at++) {
    const code = xml.charCodeAt(at);
    if (code === 58) from = at + 1;
    else if (code <= 32 || code === 62 || code === slash) break;
  }
  return { name: xml.slice(from, at), head: xml.slice(at, end), children: noChildren, raw: '' };
}

/** Value of an attribute; null where the element has none of that name. */
export const attributeOf = (element: Element, name: string): string | null => attribute(element.head, name);

/** The text of an element without the blanks around it. */
export const textOf = (element: Element): string => decodeEntities(element.raw).trim();

export const childOf = (element: Element, name: string): Element | undefined =>
  element.children.find((child) => child.name === name);

export const childrenOf = (element: Element, name: string): Element[] =>
  element.children.filter((child) => child.name === name);

/** The text of a child, null where it is not there or empty. */
export function textIn(element: Element, name: string): string | null {
  const child = childOf(element, name);
  return (child && textOf(child)) || null;
}
