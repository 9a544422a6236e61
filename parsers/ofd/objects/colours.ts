import { attributeOf, childOf, childrenOf, type Element, textOf } from '../package/markup-tree.ts';
import type { Resources } from '../package/resources.ts';
import { flagOf, numberOf, partsOf } from '../package/values.ts';

/** A colour as it is painted. `value`: #rrggbb; null for a pattern or a shading, which may leave gaps. */
export interface Paint {
  value: string | null;
  /** 0 to 1. */
  alpha: number;
}

export const black: Paint = { value: '#000000', alpha: 1 };

/** Colours that are none of one tone (§8.3). */
const patterned = new Set(['Pattern', 'AxialShd', 'RadialShd', 'GouraudShd', 'LaGourandShd', 'LaGouraudShd']);

/** What a FillColor or StrokeColor paints. */
export function paintOf(colour: Element, resources: Resources): Paint {
  const alpha = Math.min(1, Math.max(0, (numberOf(attributeOf(colour, 'Alpha')) ?? 255) / 255));
  if (colour.children.some(({ name }) => patterned.has(name))) return { value: null, alpha };
  const space = resources.colourSpace(attributeOf(colour, 'ColorSpace') ?? '');
  const value = attributeOf(colour, 'Value') ?? entryOf(space, attributeOf(colour, 'Index'));
  return { value: value === null ? '#000000' : hexOf(value, space), alpha };
}

/** An entry of the palette of a space of colours. */
function entryOf(space: Element | undefined, index: string | null): string | null {
  const palette = space && childOf(space, 'Palette');
  const at = numberOf(index);
  const entry = palette && at !== null ? childrenOf(palette, 'CV')[at] : undefined;
  return entry ? textOf(entry) : null;
}

function hexOf(value: string, space: Element | undefined): string {
  const bits = Math.min(
    16,
    Math.max(1, numberOf(space ? attributeOf(space, 'BitsPerComponent') : null) ?? 8),
  );
  const parts = partsOf(value).map((part) => componentOf(part) / (2 ** bits - 1));
  const type = (space && attributeOf(space, 'Type'))?.toUpperCase();
  const [a = 0, b = 0, c = 0, d = 0] = parts.map((part) => Math.min(1, Math.max(0, part)));
  // What a writer gives counts before what its space of colours calls for.
  if (parts.length === 4 || type === 'CMYK')
    return rgbOf((1 - a) * (1 - d), (1 - b) * (1 - d), (1 - c) * (1 - d));
  return parts.length === 1 || type === 'GRAY' ? rgbOf(a, a, a) : rgbOf(a, b, c);
}

/** Decimal, or hexadecimal behind a sharp. */
function componentOf(part: string): number {
  const value = part.startsWith('#') ? Number.parseInt(part.slice(1), 16) : Number(part);
  return Number.isFinite(value) ? value : 0;
}

const rgbOf = (...levels: number[]): string =>
  `#${levels
    .map((level) =>
      Math.round(level * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;

/** What an object is drawn with, where it does not say so itself (§8.2). */
export interface Pen {
  fill: Element | undefined;
  stroke: Element | undefined;
  /** Millimetres. */
  lineWidth: number | null;
}

export const noPen: Pen = { fill: undefined, stroke: undefined, lineWidth: null };

/** Parameters that go back to others: one that goes back to itself ends there. */
const mostRelatives = 50;

/** What a drawing parameter adds to what is drawn with around it. */
export function penOf(id: string | null, outer: Pen, resources: Resources): Pen {
  const pen = { ...noPen };
  let next = id;
  for (let i = 0; next !== null && i < mostRelatives; i++) {
    const param: Element | undefined = resources.drawParam(next);
    if (param === undefined) break;
    pen.fill ??= childOf(param, 'FillColor');
    pen.stroke ??= childOf(param, 'StrokeColor');
    pen.lineWidth ??= numberOf(attributeOf(param, 'LineWidth'));
    next = attributeOf(param, 'Relative');
  }
  return {
    fill: pen.fill ?? outer.fill,
    stroke: pen.stroke ?? outer.stroke,
    lineWidth: pen.lineWidth ?? outer.lineWidth,
  };
}

/** What an object is drawn with by itself, before its parameters and those around it. */
export function penOfObject(object: Element, outer: Pen, resources: Resources): Pen {
  const pen = penOf(attributeOf(object, 'DrawParam'), outer, resources);
  return {
    fill: childOf(object, 'FillColor') ?? pen.fill,
    stroke: childOf(object, 'StrokeColor') ?? pen.stroke,
    lineWidth: numberOf(attributeOf(object, 'LineWidth')) ?? pen.lineWidth,
  };
}

export const isShown = (object: Element): boolean => flagOf(attributeOf(object, 'Visible'), true);
