import { attributeOf, type HtmlElement, isElement, isText } from './tree.ts';

/** The few properties of style sheets that change what is read. */
export interface Styles {
  /** Declarations of an element: its classes' and its own, later ones after earlier ones. */
  of(element: HtmlElement): string;
  /** The tags whose line breaks are lines, by the last rule of each. */
  lined: ReadonlySet<string>;
}

const read =
  /mso-number-format|display|visibility|text-align|font-weight|font-family|text-decoration|white-space|vertical-align|mso-hide|mso-text-raise|opacity|font-size\s*:\s*0/i;
const display = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i;
const numberFormat = /(?:^|;)\s*mso-number-format\s*:\s*("(?:[^"\\]|\\[\s\S])*"|[^;]+)/gi;

/** Reads `.class { … }` and `td.class { … }` of the style sheets, and of `td { … }` whether lines are kept; other selectors are passed over. */
export function readStyles(roots: HtmlElement[]): Styles {
  const rules = new Map<string, string>();
  const lined = new Set<string>();
  for (const sheet of styleSheets(roots)) {
    for (const rule of sheet.split('}')) {
      const brace = rule.lastIndexOf('{');
      const declarations = rule.slice(brace + 1);
      if (brace < 0 || !read.test(declarations)) continue;
      const selectors = rule.slice(rule.lastIndexOf('{', brace - 1) + 1, brace);
      for (const selector of selectors.split(',')) {
        const name = /^\s*(?:td|tr|th|div|p|span)?\.([\w-]+)\s*$/.exec(selector)?.[1];
        if (name) rules.set(name, `${rules.get(name) ?? ''};${declarations}`);
        else addLined(lined, selector.trim().toLowerCase(), declarations);
      }
    }
  }
  return {
    lined,
    of(element) {
      const own = attributeOf(element, 'style') ?? '';
      const classes = attributeOf(element, 'class');
      if (classes === null || rules.size === 0) return own;
      return `${classes
        .split(/\s+/)
        .map((name) => rules.get(name) ?? '')
        .join(';')};${own}`;
    },
  };
}

function addLined(lined: Set<string>, selector: string, declarations: string): void {
  const keeps = keepsLines(declarations);
  if (keeps === null || !/^[a-z]\w*$/.test(selector)) return;
  if (keeps) lined.add(selector);
  else lined.delete(selector);
}

function styleSheets(roots: HtmlElement[]): string[] {
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

export const isHidden = (element: HtmlElement, styles: Styles): boolean =>
  attributeOf(element, 'hidden') !== null || display.test(styles.of(element));

const invisible = /(?:^|;)\s*(?:mso-hide\s*:\s*all|opacity\s*:\s*0(?:\.0*)?%?\s*(?:;|$))/i;
const sizeless = /(?:^|;)\s*font-size\s*:\s*0(?:\.0*)?(?:px|pt|em|rem|%)?\s*(?:;|!|$)/i;

/** Whether nobody sees its text: hidden by Word, transparent, or without a size, which elements within it may have again. */
export function isInvisible(element: HtmlElement, styles: Styles): boolean {
  const declared = styles.of(element);
  if (declared === '') return false;
  return (
    invisible.test(declared) ||
    (sizeless.test(declared) && !element.childNodes.some((node) => isElement(node)))
  );
}

/** Whether a cell takes no place in its row. */
export const isNoCell = (element: HtmlElement, styles: Styles): boolean =>
  attributeOf(element, 'hidden') !== null || noDisplay.test(styles.of(element));
const noDisplay = /(?:^|;)\s*display\s*:\s*none/i;

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

const unescapeCss = (text: string): string =>
  text.replace(
    /\\(?:([0-9a-f]{1,6})\s?|([\s\S]))/gi,
    (_, code: string | undefined, sign: string | undefined) =>
      code === undefined ? (sign ?? '') : String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(code, 16))),
  );
