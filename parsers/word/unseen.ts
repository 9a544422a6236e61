import { isOn, property, writtenText } from './layout.ts';
import { attribute, elementEnd, type Tag } from './markup.ts';
import type { Handler, Pass } from './pass.ts';

/** The colour of the page behind a text (ECMA-376 part 1 §17.2.1): white letters are seen on it. */
export const unseenHandlers: [string, Handler][] = [
  [
    'w:background',
    (pass, tag) => {
      if (isColoured(pass.xml.slice(tag.start, tag.end), 'w:color')) pass.shadedUntil = pass.xml.length;
      return tag.end;
    },
  ],
];

/** Notes that a table, a cell or a paragraph has a colour of its own, by its properties or its style: white letters are seen there. */
export function noteShading(pass: Pass, tag: Tag, properties: string, style: string | null = null): void {
  const shading = property(properties, 'w:shd');
  const own = shading !== null && isShaded(shading);
  if (own || (style !== null && pass.styles.shaded.has(style)))
    pass.shadedUntil = Math.max(pass.shadedUntil, elementEnd(pass.xml, tag));
}

/** Whether a shading (§17.17.6.2) shows another colour than the paper's: its fill, or a pattern over it. */
export function isShaded(shading: string): boolean {
  const pattern = attribute(shading, 'w:val') ?? 'clear';
  return (
    isColoured(shading, 'w:fill') ||
    attribute(shading, 'w:themeFill') !== null ||
    (pattern !== 'clear' && pattern !== 'nil')
  );
}

function isColoured(tag: string, name: string): boolean {
  const colour = attribute(tag, name);
  return colour !== null && !/^(?:auto|ffffff)$/i.test(colour);
}

/** Whether the letters of a run are white on white paper. */
export function isWhite(pass: Pass, run: Tag, properties: string): boolean {
  if (run.start < pass.shadedUntil || !/ffffff/i.test(properties)) return false;
  const colour = property(properties, 'w:color');
  if (colour === null || !/^ffffff$/i.test(attribute(colour, 'w:val') ?? '')) return false;
  const shading = property(properties, 'w:shd');
  return property(properties, 'w:highlight') === null && (shading === null || !isShaded(shading));
}

/** Half points up to which letters are too small to be seen. */
const tiniest = 4;

/** Whether the letters of a run are of a point or two: what people write so is not meant to be read. */
export function isTiny(properties: string): boolean {
  const size = property(properties, 'w:sz');
  return size !== null && Number(attribute(size, 'w:val') ?? tiniest + 1) <= tiniest;
}

/** Whether a line goes through the letters of a run: what stands there was taken back by hand. */
export const isStruck = (properties: string): boolean =>
  isOn(properties, 'w:strike') || isOn(properties, 'w:dstrike');

/** Counts what is left out of a run, where it shows something. */
export function countStruck(pass: Pass, content: string): void {
  if (writtenText.test(content)) pass.leftOut.struck++;
}
