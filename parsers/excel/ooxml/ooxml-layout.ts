import { borderedSides } from '../borders.ts';
import { addLines, emptyLayout, placeOf, type SheetLayout } from '../sheet.ts';
import { hidingRules, readHidingFormats } from './hiding-rules.ts';
import { type CellFormats, looksOn, readColoured, readLooks, readShown } from './looks.ts';
import { printedLines } from './print-header.ts';
import { elements, section } from './style-lists.ts';

/** What is read of a styles part. */
export function readFormats(styles: string): CellFormats {
  const hiding = readHidingFormats(styles);
  return {
    bordered: readBorderedFormats(styles),
    looks: readLooks(styles),
    coloured: hiding.size === 0 ? [] : readColoured(styles),
    hiding,
    shown: readShown(styles),
  };
}

/** Which cell formats (index into cellXfs, ECMA-376 18.8.10) draw lines around their cells. */
function readBorderedFormats(styles: string): boolean[] {
  const borders = elements(styles, 'borders', 'border').map((border) => countSides(border) >= borderedSides);
  const formats = section(styles, 'cellXfs').match(/<(?:\w+:)?xf\b[^>]*>/g) ?? [];
  return formats.map((format) => borders[Number(/\bborderId="(\d+)"/.exec(format)?.[1] ?? 0)] ?? false);
}

function countSides(border: string): number {
  const sides = border.match(/<(?:\w+:)?(?:left|right|top|bottom|start|end)\b[^>]*\bstyle="(?!none")/g);
  return sides?.length ?? 0;
}

/** One pass over the XML of a sheet (ECMA-376 18.3.1.99) for what SheetJS does not keep: lines, looks, hidden rows and columns. */
export function readSheetLayout(xml: string, formats: CellFormats): SheetLayout {
  const layout = emptyLayout();
  const { bordered, shown } = formats;
  const looks = looksOn(xml, formats);
  noteAround(layout, xml, formats);
  layout.hidesZeros = hidesZeros.test(xml);
  layout.rightToLeft = rightToLeft.test(xml);
  const prefix = /<(\w+:)?worksheet\b/.exec(xml)?.[1] ?? '';
  let row = -1;
  let column = -1;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at + 1)) {
    const tag = tagAt(xml, at + 1 + prefix.length);
    if (tag === null) continue;
    const end = xml.indexOf('>', at);
    if (end < 0) break;
    const attributes = xml.slice(at + 1 + prefix.length + tag.length, end);
    if (tag === 'c') {
      column = columnOf(attributes) ?? column + 1;
      const format = formatOf(attributes);
      if (row >= 0 && bordered[format] === true) addLines(layout, row, column);
      if (row >= 0 && shown[format] !== true) layout.formatless.add(placeOf(row, column));
      const look = looks[format];
      if (row >= 0 && look !== undefined) layout.looks.set(placeOf(row, column), look);
    } else if (tag === 'row') {
      const number = /\sr="(\d+)"/.exec(attributes)?.[1];
      row = number === undefined ? row + 1 : Number(number) - 1;
      column = -1;
      if (isHidden(attributes)) layout.hiddenRows.add(row);
    } else if (isHidden(attributes)) {
      const [min, max] = [/\smin="(\d+)"/, /\smax="(\d+)"/].map((end) =>
        Number(end.exec(attributes)?.[1] ?? 0),
      );
      if (min && max) layout.hiddenColumns.push([min - 1, max - 1]);
    }
  }
  return layout;
}

/** What the XML behind the cells says of them all: rules that hide some, lines that are printed around them. */
export function noteAround(layout: SheetLayout, xml: string, { hiding }: CellFormats): void {
  layout.rules = hidingRules(xml, hiding);
  if (xml.includes('eaderFooter')) layout.printed = printedLines(xml);
}

/** The name that starts at the offset, of those that say something of the layout and only with attributes. */
function tagAt(xml: string, at: number): 'c' | 'row' | 'col' | null {
  const first = xml.charCodeAt(at);
  if (first === 0x63) {
    if (isBlank(xml.charCodeAt(at + 1))) return 'c';
    return xml.startsWith('col', at) && isBlank(xml.charCodeAt(at + 3)) ? 'col' : null;
  }
  return first === 0x72 && xml.startsWith('row', at) && isBlank(xml.charCodeAt(at + 3)) ? 'row' : null;
}

/** White space between a name and its attributes (XML 1.0, 2.3). */
function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** Hidden by word, or by having no height or width. */
export function isHidden(attributes: string): boolean {
  if (attributes.includes('hidden="') && /\shidden="(?:1|true)"/.test(attributes)) return true;
  return attributes.includes('t="0') || attributes.includes('h="0') ? noSize.test(attributes) : false;
}

const noSize = /\s(?:ht|width)="0(?:\.0*)?"/;

/** A sheet that shows cells of nought as blank (ECMA-376 18.3.1.87). */
const hidesZeros = /<(?:\w+:)?sheetView\b[^>]*\sshowZeros="(?:0|false)"/;

/** A sheet that begins at the right (ECMA-376 18.3.1.87). */
const rightToLeft = /<(?:\w+:)?sheetView\b[^>]*\srightToLeft="(?:1|true)"/;

/** Column from 0 of `r="B3"`; null where the cell does not say and follows its neighbour. */
function columnOf(attributes: string): number | null {
  const start = attributes.indexOf(' r="');
  if (start < 0) return null;
  let column = 0;
  for (let at = start + 4; ; at++) {
    const letter = attributes.charCodeAt(at) - 64;
    if (!(letter >= 1 && letter <= 26)) return column - 1;
    column = column * 26 + letter;
  }
}

function formatOf(attributes: string): number {
  const start = attributes.indexOf(' s="');
  if (start < 0) return 0;
  let format = 0;
  for (let at = start + 4; ; at++) {
    const digit = attributes.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return format;
    format = format * 10 + digit;
  }
}

const blankCells =
  /<(?:\w+:)?c (?=[^>]*\br=")(?![^>]*\bt="(?:inlineStr|str|s)")[^>]*(?:\/>|>\s*<\/(?:\w+:)?c>)/g;

/** A text in its cell that is one plain run without entities: `<is><t>…</t></is>`. */
const inlineTexts = / t="inlineStr"([^>]*)><is><t(?: [^>]*)?>([^<&_]*)<\/t><\/is><\/c>/g;

/**
 * A sheet's XML as SheetJS reads it fastest: without the cells that hold nothing but a format, half of a form and its slower
 * half, and with texts that stand in their cells (ECMA-376 18.3.1.53) written as values, which it does not read as rich text.
 */
export function plainCells(xml: string): string {
  const filled = xml.replace(blankCells, '');
  return filled.includes('inlineStr') ? filled.replace(inlineTexts, ' t="str"$1><v>$2</v></c>') : filled;
}
