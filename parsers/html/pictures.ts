import { cellWithPicture } from '../cell-doubts.ts';
import type { CellDraft } from '../flow/drafts.ts';
import type { Styles } from './styles.ts';
import { attributeOf, type HtmlElement } from './tree.ts';

const pictures = new Set('img svg canvas object embed iframe video v:imagedata'.split(' '));

/** Icons and what only keeps cells apart are smaller, in pixels. */
const widestIcon = 24;

/** Whether an element shows what is no text, large enough for a figure or where nothing says how large. */
export function isPicture(element: HtmlElement, styles: Styles): boolean {
  if (!pictures.has(element.tagName)) return isGround(element, styles);
  const [width, height] = [sizeOf(element, 'width'), sizeOf(element, 'height')];
  return (width ?? height ?? Number.POSITIVE_INFINITY) > widestIcon;
}

/**
 * Whether an element shows a picture as its ground: once, and over a width that it says. A cell has its width from its table. Grounds that are
 * repeated only colour.
 */
export function isGround(element: HtmlElement, styles: Styles): boolean {
  const declared = styles.of(element);
  if (!ground.test(declared) || /repeat-[xy]|gradient\(/i.test(declared)) return false;
  if (element.tagName === 'td' || element.tagName === 'th') return /no-repeat/i.test(declared);
  return Number.parseFloat(sizes.width.exec(declared)?.[1] ?? '') > widestIcon;
}

const ground = /(?:^|;)\s*background(?:-image)?\s*:[^;]*\burl\(/i;

function sizeOf(element: HtmlElement, name: 'width' | 'height'): number | null {
  const [, styled] = sizes[name].exec(attributeOf(element, 'style') ?? '') ?? [];
  const size = Number.parseFloat(styled ?? attributeOf(element, name) ?? '');
  return Number.isFinite(size) ? size : null;
}

const sizes = {
  width: /(?:^|[;\s])width\s*:\s*([\d.]+)/i,
  height: /(?:^|[;\s])height\s*:\s*([\d.]+)/i,
};

/** Puts cells in doubt that show a picture and no text beside cells with texts. A picture that stands alone in its row is no figure of the table. */
export function doubtPictures(cells: CellDraft[], isPictured: (at: number) => boolean): CellDraft[] {
  const blank = ({ text, inner }: CellDraft): boolean => text.trim() === '' && inner.length === 0;
  const written = new Set<number>();
  for (const cell of cells)
    if (!blank(cell)) for (let n = 0; n < cell.rowSpan; n++) written.add(cell.row + n);
  return cells.map((cell, at) =>
    blank(cell) && written.has(cell.row) && isPictured(at) ? { ...cell, doubt: cellWithPicture } : cell,
  );
}
