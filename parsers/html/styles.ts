import { isOf, ruleOf, rulesOf, type StyleRule } from './style-rules.ts';
import { attributeOf, type HtmlElement, isElement, isText } from './tree.ts';

/** The few properties of style sheets that change what is read. */
export interface Styles {
  /** Declarations of an element: those of the rules for it, then its own; what comes later holds. */
  of(element: HtmlElement): string;
  /** The tags whose line breaks are lines, by the last rule of each. */
  lined: ReadonlySet<string>;
}

const read =
  /mso-number-format|display|visibility|text-align|font-weight|font-family|text-decoration|white-space|vertical-align|mso-hide|mso-text-raise|opacity|font-size\s*:\s*0|grid-|clip\s*:|:\s*-\d{4,}|height\s*:\s*0|background|color\s*:\s*(?:#f{3}|white|transparent|rgb)/i;
const numberFormat = /(?:^|;)\s*mso-number-format\s*:\s*("(?:[^"\\]|\\[\s\S])*"|[^;]+)/gi;

/** Rules that one name is looked up for at most: the last ones. */
const mostRules = 200;

/** Reads the rules of the style sheets that stand in a page; of bare tags (`td { … }`) only whether lines are kept. */
export function readStyles(roots: HtmlElement[]): Styles {
  const rules = new Map<string, StyleRule[]>();
  const lined = new Set<string>();
  let order = 0;
  for (const sheet of styleSheets(roots)) {
    for (const [selectors, declarations] of rulesOf(sheet)) {
      if (!read.test(declarations)) continue;
      for (const selector of selectors.split(',')) {
        const rule = ruleOf(selector, declarations, order++);
        const own = rule?.chain[0];
        if (!rule || !own) continue;
        if (rule.chain.every(({ ids, classes }) => ids.length + classes.length === 0)) {
          addLined(lined, selector.trim().toLowerCase(), declarations);
          continue;
        }
        const key = own.ids[0] ?? own.classes[0] ?? own.tag ?? '*';
        const known = rules.get(key);
        if (known) known.push(rule);
        else rules.set(key, [rule]);
      }
    }
  }
  for (const [key, known] of rules) if (known.length > mostRules) rules.set(key, known.slice(-mostRules));
  const found = new WeakMap<HtmlElement, string>();
  return {
    lined,
    of(element) {
      const own = attributeOf(element, 'style') ?? '';
      if (rules.size === 0) return own;
      const known = found.get(element);
      if (known !== undefined) return known;
      const declared = `${declaredFor(element, rules)}${own}`;
      found.set(element, declared);
      return declared;
    },
  };
}

function declaredFor(element: HtmlElement, rules: ReadonlyMap<string, StyleRule[]>): string {
  const own: StyleRule[] = [];
  const seek = (key: string): void => {
    for (const rule of rules.get(key) ?? []) if (!own.includes(rule) && isOf(rule, element)) own.push(rule);
  };
  seek(element.tagName);
  seek('*');
  for (const { name, value } of element.attrs) {
    if (name === 'id') seek(value);
    else if (name === 'class') for (const one of value.split(/\s+/)) seek(one);
  }
  if (own.length === 0) return '';
  return own
    .sort((a, b) => a.weight - b.weight)
    .map(({ declarations }) => `${declarations};`)
    .join('');
}

/** What holds of a property: its last declaration, or its last one that is called important (CSS Cascade 4 §6). */
export function propertyOf(declarations: string, name: 'display' | 'visibility'): string | null {
  let value: string | null = null;
  let isImportant = false;
  for (const [, written = '', important] of declarations.matchAll(properties[name])) {
    if (isImportant && important === undefined) continue;
    value = written.toLowerCase();
    isImportant = important !== undefined;
  }
  return value;
}

const properties = {
  display: /(?:^|;)\s*display\s*:\s*([\w-]+)[^;!]*(!\s*important)?/gi,
  visibility: /(?:^|;)\s*visibility\s*:\s*([\w-]+)[^;!]*(!\s*important)?/gi,
};

function addLined(lined: Set<string>, selector: string, declarations: string): void {
  const keeps = keepsLines(declarations);
  if (keeps === null || !/^[a-z]\w*$/.test(selector)) return;
  if (keeps) lined.add(selector);
  else lined.delete(selector);
}

/** The texts of the style sheets that stand in a page. */
export function styleSheets(roots: HtmlElement[]): string[] {
  const sheets: string[] = [];
  const pending = [...roots];
  for (let element = pending.pop(); element; element = pending.pop()) {
    if (element.tagName === 'style') {
      // Office wraps its sheets in comment signs.
      sheets.push(
        element.childNodes
          .filter(isText)
          .map((node) => node.value)
          .join('')
          .replace(/<!--|-->/g, ''),
      );
    } else if (element.tagName !== 'table') {
      for (const child of element.childNodes) if (isElement(child)) pending.push(child);
    }
  }
  return sheets;
}

const lineThrough = /(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*\bline-through\b/i;

/** A deletion is what the text was before (WHATWG HTML §4.7.2); so is what has a line through it. */
export const isStruck = (element: HtmlElement, styles: Styles): boolean =>
  struckElements.has(element.tagName) || lineThrough.test(styles.of(element));
const struckElements = new Set(['del', 's', 'strike']);

/** Whether line breaks of the source are lines (CSS Text 3 §3); null where the declarations say nothing of them. */
export function keepsLines(declarations: string): boolean | null {
  if (!/white-space/i.test(declarations)) return null;
  const [, value] = [...declarations.matchAll(whiteSpace)].at(-1) ?? [];
  return value === undefined ? null : /^(?:pre|break-spaces)/i.test(value);
}

const whiteSpace = /(?:^|[;\s])white-space\s*:\s*([\w-]+)/gi;

export const isHidden = (element: HtmlElement, styles: Styles): boolean => {
  if (attributeOf(element, 'hidden') !== null) return true;
  const declared = styles.of(element);
  if (!/none|hidden|collapse/i.test(declared)) return false;
  const seen = propertyOf(declared, 'visibility');
  return propertyOf(declared, 'display') === 'none' || seen === 'hidden' || seen === 'collapse';
};

/** Far outside of the page, or cut down to nothing, as what only screen readers tell. */
const aside =
  /(?:^|;)\s*(?:(?:left|top|text-indent)\s*:\s*-\d{4,}(?:\.\d+)?px|clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?\s*\))/i;
const invisible = /(?:^|;)\s*(?:mso-hide\s*:\s*all|opacity\s*:\s*0(?:\.0*)?%?\s*(?:;|$))/i;
const sizeless = /(?:^|;)\s*font-size\s*:\s*0(?:\.0*)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)/i;

const heightless = /(?:^|[;\s])(?:max-)?height\s*:\s*0(?:px)?\s*(?:;|!|$)/i;
const cutOff = /(?:^|;)\s*overflow(?:-y)?\s*:\s*(?:hidden|clip)\b/i;

/** Whether nobody sees its text: hidden by Word, transparent, or without a size, which elements within it may have again. */
export function isInvisible(element: HtmlElement, styles: Styles): boolean {
  const declared = styles.of(element);
  if (declared === '') return false;
  return (
    invisible.test(declared) ||
    aside.test(declared) ||
    (heightless.test(declared) && cutOff.test(declared)) ||
    (sizeless.test(declared) && !element.childNodes.some((node) => isElement(node)))
  );
}

/** Whether a cell takes no place in its row. */
export const isNoCell = (element: HtmlElement, styles: Styles): boolean =>
  attributeOf(element, 'hidden') !== null || propertyOf(styles.of(element), 'display') === 'none';

/** Whether a table begins at the right (WHATWG HTML §15.3.9). */
export const isFromTheRight = (table: HtmlElement, styles: Styles): boolean =>
  attributeOf(table, 'dir')?.toLowerCase() === 'rtl' || turned.test(styles.of(table));
const turned = /(?:^|;)\s*direction\s*:\s*rtl\b/i;

/** The number format of a cell as Excel writes it into web pages, unescaped: `"0\.00%"` → `0.00%`. */
export function numberFormatOf(declarations: string): string | null {
  let last: string | null = null;
  for (const [, written] of declarations.matchAll(numberFormat)) last = written ?? null;
  if (last === null) return null;
  return unescapeCss(last.trim().replace(/^"([\s\S]*)"$/, '$1'));
}

export const unescapeCss = (text: string): string =>
  text.replace(
    /\\(?:([0-9a-f]{1,6})\s?|([\s\S]))/gi,
    (_, code: string | undefined, sign: string | undefined) =>
      code === undefined ? (sign ?? '') : String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(code, 16))),
  );
