import { html } from 'parse5';
import { type HtmlElement, type HtmlNode, isElement } from './tree.ts';

/** An element that no source has, with what it holds. */
export function madeElement(
  tagName: string,
  attrs: HtmlElement['attrs'],
  childNodes: HtmlNode[],
): HtmlElement {
  const made: HtmlElement = {
    nodeName: tagName,
    tagName,
    attrs,
    namespaceURI: html.NS.HTML,
    childNodes,
    parentNode: null,
  };
  for (const child of childNodes) child.parentNode = made;
  return made;
}

/** Takes an element out of its place. */
export function detach(element: HtmlElement): void {
  const around = element.parentNode;
  if (around === null) return;
  around.childNodes = around.childNodes.filter((node) => node !== element);
  element.parentNode = null;
}

/** The elements within one in order of the page; below those that `isLast` none. */
export function elementsIn(root: HtmlElement, isLast: (element: HtmlElement) => boolean): HtmlElement[] {
  const found: HtmlElement[] = [];
  const pending = [root];
  for (let element = pending.pop(); element; element = pending.pop()) {
    if (element !== root) found.push(element);
    if (element !== root && isLast(element)) continue;
    for (let n = element.childNodes.length - 1; n >= 0; n--) {
      const child = element.childNodes[n];
      if (child && isElement(child)) pending.push(child);
    }
  }
  return found;
}
