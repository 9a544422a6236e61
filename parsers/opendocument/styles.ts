import { attributeOf, type Element, elementsOf, findElement } from './tree.ts';

/** What a style says, with all that it takes over from the style that it is based on: attributes by their names. */
export interface Style {
  /** As people see it; null for a style that only one paragraph has. */
  name: string | null;
  values: ReadonlyMap<string, string>;
}

export interface Styles {
  /** `family`: `paragraph`, `text`, `table`, `table-row`, `table-cell` … */
  get(family: string, name: string | null): Style;
  /** Levels of a list by the name of its style; those of headings under ''. */
  lists: ReadonlyMap<string, Element>;
  /** Formats of numbers by their names. */
  formats: ReadonlyMap<string, Element>;
}

const nothing: Style = { name: null, values: new Map() };
/** Styles based on one another. */
const deepest = 20;

/** Elements whose attributes a style takes over from its parent (ODF 1.2 part 1 §16.2). */
const properties =
  /^style:(?:text|paragraph|table|table-row|table-cell|table-column|graphic|section)-properties$/;

/** Containers of styles, where they stand in the file. */
const containers = ['office:styles', 'office:automatic-styles'];

/** Reads the styles of both parts; those of the text itself go before others of the same name. */
export function readStyles(content: string, styles: string): Styles {
  const named = new Map<string, Element>();
  const lists = new Map<string, Element>();
  const formats = new Map<string, Element>();
  const texts = content === styles ? [content] : [styles, content];
  for (const text of texts) {
    for (const container of containers) {
      const found = findElement(text, container);
      for (const element of found === null ? [] : elementsOf(found)) {
        const name = attributeOf(element, 'style:name') ?? '';
        if (element.name === 'style:style')
          named.set(keyOf(attributeOf(element, 'style:family') ?? '', name), element);
        else if (element.name === 'style:default-style')
          named.set(keyOf(attributeOf(element, 'style:family') ?? '', ''), element);
        else if (element.name === 'text:list-style') lists.set(name, element);
        else if (element.name === 'text:outline-style') lists.set('', element);
        else if (element.name.startsWith('number:')) formats.set(name, element);
      }
    }
  }
  const resolved = new Map<string, Style>();
  const resolve = (family: string, name: string, depth: number): Style => {
    const key = keyOf(family, name);
    const known = resolved.get(key);
    if (known !== undefined) return known;
    const element = named.get(key);
    if (element === undefined || depth > deepest) return nothing;
    const parent = attributeOf(element, 'style:parent-style-name');
    const style = styleOf(element, parent === null ? nothing : resolve(family, parent, depth + 1), parent);
    resolved.set(key, style);
    return style;
  };
  return {
    get: (family, name) => (name === null ? nothing : resolve(family, name, 0)),
    lists,
    formats,
  };
}

const keyOf = (family: string, name: string): string => `${family}:${name}`;

const written = /\s([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function styleOf(element: Element, parent: Style, parentName: string | null): Style {
  const values = new Map(parent.values);
  // These are of the style alone.
  for (const name of ['style:master-page-name', 'style:data-style-name', 'style:list-style-name']) {
    const value = attributeOf(element, name);
    if (value !== null) values.set(name, value);
  }
  for (const child of elementsOf(element)) {
    if (!properties.test(child.name)) continue;
    const kind = child.name.slice('style:'.length, -'-properties'.length);
    for (const [, name = '', value, other] of child.tag.matchAll(written))
      values.set(`${kind} ${name}`, value ?? other ?? '');
  }
  const own = attributeOf(element, 'style:display-name') ?? attributeOf(element, 'style:name') ?? '';
  // Automatic styles (P1, P2 …) are of one paragraph, and are called by the style that they are based on.
  const isAutomatic = /^[A-Z]{1,2}\d+$/.test(own) && parentName !== null;
  return { name: isAutomatic ? parent.name : own, values };
}

/** Whether a table begins at the right (ODF 1.2 part 1 §20.394). */
export const isFromTheRight = (values: ReadonlyMap<string, string>): boolean =>
  (values.get('table style:writing-mode') ?? '').startsWith('rl');

/** Whether a place of letters (`super 58%`, `-33% 58%`) is above or below the line (ODF 1.2 part 1 §20.384). */
export function scriptOf(position = ''): 'superscript' | 'subscript' | null {
  if (/^super|^[1-9]/.test(position)) return 'superscript';
  return /^sub|^-/.test(position) ? 'subscript' : null;
}

/** A colour that is no paper's. */
export const isColour = (value: string | undefined): boolean =>
  value !== undefined && value !== 'transparent' && !/^#ffffff$/i.test(value);
