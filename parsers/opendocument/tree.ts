import { attribute, decodeEntities, nextTag, type Tag } from '../word/markup.ts';

/** An element with what it holds, texts in between. Its attributes stay as they are written. */
export interface Element {
  name: string;
  tag: string;
  children: (Element | string)[];
}

export const attributeOf = (element: Element, name: string): string | null => attribute(element.tag, name);

export const isElement = (child: Element | string): child is Element => typeof child !== 'string';

export const elementsOf = ({ children }: Element): Element[] => children.filter(isElement);

export const childOf = (element: Element, name: string): Element | null =>
  elementsOf(element).find((child) => child.name === name) ?? null;

/** Comments and instructions between texts. */
const unseen = /<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g;

/** The element that a tag opens, and the offset behind it. The text is whole XML, nested no deeper than is checked before. */
export function elementAt(xml: string, first: Tag): { element: Element; end: number } {
  const root = elementOf(xml, first);
  if (first.kind !== 'open') return { element: root, end: first.end };
  const open = [root];
  let end = first.end;
  for (let tag = nextTag(xml, end); tag; tag = nextTag(xml, end)) {
    const around = open.at(-1)!;
    if (tag.start > end) around.children.push(textOf(xml.slice(end, tag.start)));
    end = tag.end;
    if (tag.kind === 'close') {
      open.pop();
      if (open.length === 0) break;
    } else {
      const element = elementOf(xml, tag);
      around.children.push(element);
      if (tag.kind === 'open') open.push(element);
    }
  }
  return { element: root, end };
}

const elementOf = (xml: string, { name, start, end }: Tag): Element => ({
  name,
  tag: xml.slice(start, end),
  children: [],
});

const textOf = (text: string): string => decodeEntities(text.includes('<') ? text.replace(unseen, '') : text);

/** The first element of that name, wherever it lies; null where there is none. */
export function findElement(xml: string, name: string): Element | null {
  for (let tag = nextTag(xml, 0); tag; tag = nextTag(xml, tag.end))
    if (tag.name === name && tag.kind !== 'close') return elementAt(xml, tag).element;
  return null;
}

/** All texts of an element, one behind the other. */
export const plainText = (element: Element): string =>
  element.children.map((child) => (isElement(child) ? plainText(child) : child)).join('');

/** A whole number of an attribute, at least `least`; `least` where it is none. Numbers may lie: who uses one has a limit for it. */
export function countOf(element: Element, name: string, least = 1): number {
  const value = Number.parseInt(attributeOf(element, name) ?? '', 10);
  return Number.isFinite(value) ? Math.max(least, value) : least;
}

const pointsPerUnit = new Map([
  ['pt', 1],
  ['in', 72],
  ['cm', 72 / 2.54],
  ['mm', 72 / 25.4],
  ['pc', 12],
  ['px', 0.75],
]);

/** A length in points; null where it says none. */
export function lengthOf(element: Element, name: string): number | null {
  const [, value, unit] = /^(-?[\d.]+)(pt|in|cm|mm|pc|px)$/.exec(attributeOf(element, name) ?? '') ?? [];
  const points = Number(value) * (pointsPerUnit.get(unit ?? '') ?? Number.NaN);
  return Number.isFinite(points) ? points : null;
}
