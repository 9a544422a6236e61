import * as XLSX from 'xlsx';
import type { Cell } from '../../../schemas/index.ts';
import { type Area, type HidingRule, placeOf, type SheetLayout } from '../sheet.ts';
import { elements, white, whiteFill } from './style-lists.ts';

const emptyFormat = /<(?:\w+:)?numFmt\b[^>]*\bformatCode="(?:;{1,3}@?|&quot;&quot;)"/;

/** The formats for rules that a styles part lists (18.8.15) and that show nothing, by their place in the list. */
export function readHidingFormats(styles: string): HidingFormats {
  const hiding = new Map<number, HidingKind>();
  if (!styles.includes('dxf')) return hiding;
  for (const [index, format] of elements(styles, 'dxfs', 'dxf').entries()) {
    const isWhite = white.test(/<(?:\w+:)?font>[\s\S]*?<\/(?:\w+:)?font>/.exec(format)?.[0] ?? '');
    if (emptyFormat.test(format)) hiding.set(index, 'blank');
    else if (isWhite && !isColoured(format)) hiding.set(index, 'white');
  }
  return hiding;
}

type HidingKind = 'white' | 'blank';
export type HidingFormats = ReadonlyMap<number, HidingKind>;

const list =
  /<(?:\w+:)?conditionalFormatting\b[^>]*\bsqref="([^"]*)"[^>]*>([\s\S]*?)<\/(?:\w+:)?conditionalFormatting>/g;
const rule = /<(?:\w+:)?cfRule\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?cfRule>)/g;

function isColoured(format: string): boolean {
  const ground = /<(?:\w+:)?bgColor\b[^>]*>/.exec(format)?.[0];
  return /<(?:\w+:)?gradientFill\b/.test(format) || (ground !== undefined && !whiteFill.test(ground));
}

/** A table's stripes, or a picture behind the sheet. */
const otherGrounds = /<(?:\w+:)?(?:tableParts|picture)\b/;

/** The rules of a sheet's XML that hide cells. */
export function hidingRules(xml: string, formats: HidingFormats): HidingRule[] {
  if (formats.size === 0 || !xml.includes('cfRule')) return [];
  return Array.from(xml.matchAll(list)).flatMap(([, places = '', inside = '']) =>
    Array.from(inside.matchAll(rule)).flatMap(([, attributes = '', content = '']) => {
      const kind = formats.get(Number(attributeOf(attributes, 'dxfId') ?? Number.NaN));
      const isWhite = kind === 'white';
      if (kind === undefined || (isWhite && otherGrounds.test(xml))) return [];
      const formulas = Array.from(
        content.matchAll(/<(?:\w+:)?formula>([^<]*)</g),
        ([, formula = '']) => formula,
      );
      const first = places.trim().split(/[\s:]/)[0] ?? '';
      return [{ areas: areasOf(places), isWhite, holds: testOf(attributes, formulas, first) }];
    }),
  );
}

const attributeOf = (attributes: string, name: string): string | null =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? null;

const areasOf = (places: string): Area[] =>
  places
    .trim()
    .split(/\s+/)
    .filter((place) => /^\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/.test(place))
    .map((place) => {
      const { s, e } = XLSX.utils.decode_range(place);
      return { top: s.r, left: s.c, bottom: e.r, right: e.c };
    });

/** Formulas of rules are not computed, but for those that compare the cell itself with a number or ask whether it is an error. */
function testOf(attributes: string, formulas: readonly string[], first: string): HidingRule['holds'] {
  const type = attributeOf(attributes, 'type');
  const [formula = ''] = formulas;
  const own = new RegExp(`^(?:ISERROR|ISERR|ISNA)\\(\\$?${first.replace(/(\d)/, '\\$?$1')}\\)$`, 'i');
  if (type === 'containsErrors' || own.test(formula)) return (_, isError) => isError;
  if (type === 'notContainsErrors') return (_, isError) => !isError;
  const equals = new RegExp(`^${first}=(-?\\d+(?:\\.\\d+)?)$`).exec(formula)?.[1];
  if (type === 'expression' && equals !== undefined) return compared('equal', [Number(equals)]);
  const bounds = formulas.map(Number);
  const isPlain = type === 'cellIs' && formula.trim() !== '' && !bounds.some(Number.isNaN);
  return isPlain ? compared(attributeOf(attributes, 'operator') ?? '', bounds) : () => null;
}

function compared(operator: string, [bound = 0, other = bound]: readonly number[]): HidingRule['holds'] {
  const test = comparisons[operator];
  if (test === undefined) return () => null;
  // Any text is more than any number.
  return (value, isError) => {
    if (isError || typeof value === 'boolean') return null;
    return test(typeof value === 'number' ? value : Number.POSITIVE_INFINITY, bound, other);
  };
}

const comparisons: Readonly<Record<string, (value: number, bound: number, other: number) => boolean>> = {
  equal: (value, bound) => value === bound,
  notEqual: (value, bound) => value !== bound,
  lessThan: (value, bound) => value < bound,
  lessThanOrEqual: (value, bound) => value <= bound,
  greaterThan: (value, bound) => value > bound,
  greaterThanOrEqual: (value, bound) => value >= bound,
  between: (value, bound, other) => value >= bound && value <= other,
  notBetween: (value, bound, other) => value < bound || value > other,
};

/** Whether a cell is hidden by a rule; null where one covers it of which it is not known whether it holds. */
export function isHiddenByRule({ looks, rules }: SheetLayout, cell: Cell): boolean | null {
  if (rules.length === 0 || cell.text === '') return false;
  const { r: row, c: column } = XLSX.utils.decode_cell(cell.location.ref?.split(':')[0] ?? '');
  const onColour = looks.get(placeOf(row, column)) === 'coloured';
  let hidden: boolean | null = false;
  for (const { areas, holds, isWhite } of rules) {
    if ((isWhite && onColour) || !areas.some((area) => contains(area, row, column))) continue;
    const held = holds(cell.value, cell.doubt?.startsWith('error value') === true);
    if (held === true) return true;
    if (held === null) hidden = null;
  }
  return hidden;
}

const contains = ({ top, left, bottom, right }: Area, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;
