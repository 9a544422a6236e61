import { attribute, elementEnd, nextTag, type Tag } from './markup.ts';

/** A cell as the markup lays it out; `id` ties it to its content in the model. */
export interface CellLayout {
  id: number;
  gridSpan: number;
  width: Width | null;
  vMerge: 'restart' | 'continue' | null;
  /** The old horizontal merge (ECMA-376 part 4 §14.4.3): belongs to the cell on its left. */
  joinsLeft: boolean;
  /** Joins another cell and yet holds a text of its own, which Word does not show. */
  hidesText: boolean;
}

/** Twentieths of a point, or fiftieths of a per cent of the table. */
export interface Width {
  value: number;
  unit: 'twip' | 'percent';
}

export interface RowLayout {
  /** Grid columns left out before the first and after the last cell (§17.4.15, §17.4.14), and the widths of the gaps. */
  before: number;
  after: number;
  beforeWidth: Width | null;
  cells: CellLayout[];
}

export interface TableLayout {
  /** From 0 in the order of the file, nested tables counted. */
  index: number;
  gridColumns: number;
  /** The first cell of a row stands at its right end (§17.4.1). */
  rightToLeft: boolean;
  rows: RowLayout[];
}

/** Text of a properties element without the former properties that a tracked change keeps in it. */
export interface Properties {
  text: string;
  start: number;
  end: number;
}

/** The properties element that is the next tag inside `tag`, or null. */
export function propertiesOf(xml: string, tag: Tag, name: string): Properties | null {
  return tag.kind === 'open' ? propertiesFrom(xml, tag.end, name) : null;
}

export function propertiesFrom(xml: string, from: number, name: string): Properties | null {
  const next = nextTag(xml, from);
  if (next?.name !== name) return null;
  const end = elementEnd(xml, next);
  const text = xml.slice(next.start, end);
  return {
    start: next.start,
    end,
    text: text.includes('PrChange') ? text.replace(formerProperties, '') : text,
  };
}
const formerProperties = /<w:(\w+PrChange)[\s>][\s\S]*<\/w:\1>/g;

/** The first tag of that name in a properties text, or null. */
export function property(text: string, name: string): string | null {
  const at = text.search(propertyPattern(name));
  return at < 0 ? null : text.slice(at, text.indexOf('>', at) + 1);
}

const patterns = new Map<string, RegExp>();
function propertyPattern(name: string): RegExp {
  let pattern = patterns.get(name);
  if (!pattern) {
    pattern = new RegExp(`<${name}(?=[\\s/>])`);
    patterns.set(name, pattern);
  }
  return pattern;
}

/** On–off properties (§17.17.4): present means on unless it says otherwise. */
export function isOn(text: string, name: string): boolean {
  const tag = property(text, name);
  return tag !== null && !['0', 'false', 'off'].includes(attribute(tag, 'w:val') ?? '');
}

/** A run with more than blanks in it. */
export const writtenText = /<w:t(?:\s[^>]*)?>[^<]*[^<\s][^<]*<\/w:t>/;

/** `content` is looked at only where the cell joins another. */
export function readCell(text: string, id: number, content: () => string): CellLayout {
  const merge = property(text, 'w:vMerge');
  const horizontal = property(text, 'w:hMerge');
  const vMerge = merge === null ? null : attribute(merge, 'w:val') === 'restart' ? 'restart' : 'continue';
  const joinsLeft = horizontal !== null && attribute(horizontal, 'w:val') !== 'restart';
  return {
    id,
    gridSpan: Math.max(1, numberOf(property(text, 'w:gridSpan')) ?? 1),
    width: widthOf(property(text, 'w:tcW')),
    vMerge,
    joinsLeft,
    hidesText: (joinsLeft || vMerge === 'continue') && writtenText.test(content()),
  };
}

export function readRow(text: string): RowLayout {
  return {
    before: Math.max(0, numberOf(property(text, 'w:gridBefore')) ?? 0),
    after: Math.max(0, numberOf(property(text, 'w:gridAfter')) ?? 0),
    beforeWidth: widthOf(property(text, 'w:wBefore')),
    cells: [],
  };
}

function numberOf(tag: string | null): number | null {
  const value = tag === null ? Number.NaN : Number.parseInt(attribute(tag, 'w:val') ?? '', 10);
  return Number.isFinite(value) ? value : null;
}

// The strict format writes lengths with a unit (ISO 29500-1 §22.9.2.15); per cent as `50%`.
const twipsPerUnit = new Map([
  ['pt', 20],
  ['in', 1440],
  ['cm', 566.93],
  ['mm', 56.693],
]);
const fiftiethsPerPercent = 50;

function widthOf(tag: string | null): Width | null {
  if (tag === null) return null;
  const match = /^(\d+(?:\.\d+)?)(pt|in|cm|mm|%)?$/.exec(attribute(tag, 'w:w') ?? '');
  const type = attribute(tag, 'w:type') ?? 'dxa';
  if (!match || Number(match[1]) === 0) return null;
  const value = Number(match[1]);
  if (match[2] === '%') return { value: value * fiftiethsPerPercent, unit: 'percent' };
  if (match[2]) return { value: value * (twipsPerUnit.get(match[2]) ?? 1), unit: 'twip' };
  if (type === 'pct') return { value, unit: 'percent' };
  return type === 'dxa' ? { value, unit: 'twip' } : null;
}
