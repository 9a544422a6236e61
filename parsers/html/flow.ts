import type { GridDraft, Look, ParagraphDraft } from '../flow/drafts.ts';
import type { AddedTexts } from './added-texts.ts';
import { isGround, isPicture } from './pictures.ts';
import { shiftedDigits } from './shifted-digits.ts';
import { shownSigns, signFont } from './sign-fonts.ts';
import type { Styles } from './styles.ts';
import { isHidden, isInvisible, isStruck, keepsLines } from './styles.ts';
import { collapseSpace, controlText, plainText, tidyLine } from './text.ts';
import { attributeOf, childElements, type HtmlElement, isElement, isText } from './tree.ts';
import { isWhiteBesideOthers } from './white-letters.ts';

export type Content = GridDraft | ParagraphDraft;

/** What a page is read with, and what is counted on the way. */
export interface Page {
  styles: Styles;
  added: AddedTexts;
  /** Texts that style sheets add in cells, and that were not read. */
  addedTexts: number;
  /** Saved by Excel or Word: they hide the part of a text that its cell has no room for, which is text of the cell yet. */
  office: boolean;
  /** Texts that were not read because they are hidden. */
  hiddenTexts: number;
  /** Texts that were not read because a line runs through them. */
  struckTexts: number;
  /** Cells that show pictures large enough for a figure. */
  pictured: WeakSet<HtmlElement>;
  /** The first table over the limits. */
  tooLarge: string | null;
  /** Reads a table: a grid, or what a table that only lays others out holds. */
  readTable: (table: HtmlElement, page: Page, hidden: boolean) => Content[];
}

/** State of one walk: the line that is being gathered, and how it is set. */
interface Walk {
  page: Page;
  contents: Content[];
  line: string;
  look: Look;
  bold: number;
  inCell: boolean;
  /** Shows a picture. */
  pictured: boolean;
  /** The line as it was behind the label of a field: its value goes on in it. */
  labelled: string | null;
}

const blocks = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary td th tr ul'.split(
    ' ',
  ),
);
const silent = new Set(
  'head script style template noscript datalist iframe object embed svg math audio video canvas title rt rp'.split(
    ' ',
  ),
);
const plain: Look = { styled: false, centred: false, bold: false, size: null, newPage: false };

/** Paragraphs and grids of an element's content, in order. A line ends at a block or at `<br>`. */
export function readFlow(element: HtmlElement, page: Page, inCell: boolean): Content[] {
  const walk: Walk = {
    page,
    contents: [],
    line: '',
    look: plain,
    bold: 0,
    inCell,
    pictured: false,
    labelled: null,
  };
  visitContent(element, walk, { pre: linesKept(element, page.styles) ?? false, bold: false, signs: '' });
  endLine(walk);
  walk.pictured ||= inCell && isGround(element, page.styles);
  if (walk.pictured) page.pictured.add(element);
  return walk.contents;
}

/** Whether an element that is not read would have shown anything. */
const holdsText = (element: HtmlElement): boolean =>
  (controlText(element) ?? '') !== '' || /[^\s\u200b]/.test(plainText(element));

interface Setting {
  pre: boolean;
  bold: boolean;
  /** The font of signs that texts are set in; '' for letters. */
  signs: string;
}

/** What stands in an element, with what style sheets add in a cell. */
function visitContent(element: HtmlElement, walk: Walk, setting: Setting): void {
  const { before, after, lost } = walk.inCell ? walk.page.added.of(element) : nothingAdded;
  walk.page.addedTexts += lost;
  walk.line += before;
  visitChildren(element, walk, setting);
  walk.line += after;
}

const nothingAdded = { before: '', after: '', lost: 0 };

function visitChildren(element: HtmlElement, walk: Walk, setting: Setting): void {
  for (const node of element.childNodes) {
    if (isText(node)) {
      const text = setting.signs === '' ? node.value : shownSigns(node.value, setting.signs);
      walk.line += setting.pre ? text.replaceAll('\n', '\u2028') : text;
      if (setting.bold) walk.bold += node.value.trim().length;
    } else if (isElement(node)) visit(node, walk, setting);
  }
}

function visit(element: HtmlElement, walk: Walk, setting: Setting): void {
  const name = element.tagName;
  if (walk.inCell && !walk.pictured && isPicture(element, walk.page.styles))
    walk.pictured = !isHidden(element, walk.page.styles);
  if (silent.has(name)) return;
  const hidden = isHidden(element, walk.page.styles);
  if (name === 'table') {
    endLine(walk);
    walk.contents.push(...walk.page.readTable(element, walk.page, hidden));
    return;
  }
  const { office, styles } = walk.page;
  const unseen =
    (hidden && !(walk.inCell && office)) ||
    isInvisible(element, styles) ||
    (walk.inCell && isWhiteBesideOthers(element, styles));
  if (unseen) {
    if (holdsText(element)) walk.page.hiddenTexts++;
    return;
  }
  if (isStruck(element, walk.page.styles)) {
    if (plainText(element).trim() !== '') walk.page.struckTexts++;
    return;
  }
  if (name === 'br') {
    endLine(walk);
    return;
  }
  const before = walk.line.trimEnd();
  const shifted = shiftedDigits(element, before, walk.page.styles);
  if (shifted !== null) {
    walk.line = `${before}${shifted}`;
    return;
  }
  const control = controlText(element);
  if (control !== null) {
    walk.line += control;
    return;
  }
  const within = {
    pre: linesKept(element, walk.page.styles) ?? setting.pre,
    bold: setting.bold || isBold(name),
    signs:
      signFont(name === 'font' ? attributeOf(element, 'face') : null, walk.page.styles.of(element)) ??
      setting.signs,
  };
  if (!blocks.has(name)) {
    visitContent(element, walk, within);
    if (isFieldLabel(element, walk))
      walk.labelled = walk.line = `${walk.line.trim().replace(/[:：]$/, '')}：`;
    return;
  }
  if (walk.line !== walk.labelled) endLine(walk);
  const outer = walk.look;
  walk.look = lookOf(element, outer, walk.page.styles);
  walk.line += listMark(element);
  visitContent(element, walk, within);
  endLine(walk);
  walk.look = outer;
}

const longestLabel = 20;
const mostInField = 20;

/** A label in a line of its own, before the box that its field stands in: components write what a table is elsewhere as one such pair a field. */
function isFieldLabel(element: HtmlElement, { inCell, line }: Walk): boolean {
  if (element.tagName !== 'label' || inCell) return false;
  const text = plainText(element).trim();
  const siblings = element.parentNode?.childNodes ?? [];
  if (siblings.length > mostInField) return false;
  const box = siblings.slice(siblings.indexOf(element) + 1).find(isElement);
  return text !== '' && text.length <= longestLabel && line.trim() === text && box?.tagName === 'div';
}

/** Whether an element keeps the lines of its source; null where it says nothing of its own. */
function linesKept(element: HtmlElement, styles: Styles): boolean | null {
  const { tagName } = element;
  const kept = tagName === 'pre' || tagName === 'textarea' || styles.lined.has(tagName);
  return keepsLines(styles.of(element)) ?? (kept ? true : null);
}

const isBold = (name: string): boolean => name === 'b' || name === 'strong';

function lookOf(element: HtmlElement, outer: Look, styles: Styles): Look {
  const style = styles.of(element);
  const align = /(?:^|;)\s*text-align\s*:\s*(\w+)/i.exec(style)?.[1] ?? attributeOf(element, 'align');
  const newPage = /page-break-before\s*:\s*always/i.test(style);
  return {
    ...outer,
    newPage,
    styled: outer.styled || /^h[1-6]$/.test(element.tagName),
    centred: align ? align.toLowerCase() === 'center' : outer.centred || element.tagName === 'center',
    bold: outer.bold || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(style),
  };
}

/** The number that an ordered list prints. */
function listMark(element: HtmlElement): string {
  const list = element.parentNode;
  if (element.tagName !== 'li' || !list || !('tagName' in list) || list.tagName !== 'ol') return '';
  const type = attributeOf(list, 'type');
  if (type !== null && type !== '1') return '';
  const first = Number.parseInt(attributeOf(list, 'start') ?? '1', 10) || 1;
  return `${first + childElements(list, 'li').indexOf(element)}. `;
}

function endLine(walk: Walk): void {
  for (const piece of walk.line.split('\u2028')) {
    const text = tidyLine(collapseSpace(piece).replace(/^ /, ''));
    const look = { ...walk.look, bold: walk.look.bold || (text !== '' && walk.bold >= text.length) };
    if (text.trim() !== '') walk.contents.push({ kind: 'paragraph', text, look });
  }
  walk.line = '';
  walk.bold = 0;
}
