import { borderedSides } from './borders.ts';
import { emptyLayout, type SheetLayout } from './sheet.ts';

/** Names of the styles of an XML Spreadsheet 2003 that draw lines around their cells. */
function borderedStyles(xml: string): Set<string> {
  const styles = new Set<string>();
  for (const [style, id] of xml.matchAll(
    /<(?:\w+:)?Style\b[^>]*\bss:ID="([^"]*)"[^>]*>[\s\S]*?<\/(?:\w+:)?Style>/g,
  )) {
    const lines = style.match(/<(?:\w+:)?Border\b[^>]*\bss:LineStyle="(?!None)/g) ?? [];
    if (id !== undefined && lines.length >= borderedSides) styles.add(id);
  }
  return styles;
}

const tags = /<(?:\w+:)?(Worksheet|Row|Cell|Column)\b([^>]*)>/g;

/** Lines, hidden rows and hidden columns of every sheet, in order. Places follow from each other where `ss:Index` does not say. */
export function readXmlSpreadsheetLayouts(xml: string): SheetLayout[] {
  const styles = borderedStyles(xml);
  const layouts: SheetLayout[] = [];
  let layout = emptyLayout();
  let [row, column, tableColumn] = [-1, 0, 0];
  for (const [, tag, attributes = ''] of xml.matchAll(tags)) {
    const index = numberOf(attributes, 'Index');
    const hidden = attributes.includes('ss:Hidden="1"');
    if (tag === 'Worksheet') {
      layout = emptyLayout();
      layouts.push(layout);
      [row, column, tableColumn] = [-1, 0, 0];
    } else if (tag === 'Column') {
      const first = index === null ? tableColumn : index - 1;
      tableColumn = first + (numberOf(attributes, 'Span') ?? 0) + 1;
      if (hidden) layout.hiddenColumns.push([first, tableColumn - 1]);
    } else if (tag === 'Row') {
      row = index === null ? row + 1 : index - 1;
      column = 0;
      if (hidden) layout.hiddenRows.add(row);
    } else {
      if (index !== null) column = index - 1;
      if (styles.has(/\bss:StyleID="([^"]*)"/.exec(attributes)?.[1] ?? '')) {
        const columns = layout.bordered.get(row);
        if (columns === undefined) layout.bordered.set(row, [column]);
        else columns.push(column);
      }
      column += (numberOf(attributes, 'MergeAcross') ?? 0) + 1;
    }
  }
  return layouts;
}

const filledTags = /<(?:\w+:)?(Worksheet|Row|Cell)\b([^>]*)>(?:\s*<(?:\w+:)?(Data)\b)?/g;

/** A second value in one cell. */
const secondValue = /<\/(?:\w+:)?Data>\s*<(?:\w+:)?Data\b/g;

/** Cells that hold something at a place where another does, and second values of a cell: SheetJS keeps one. */
export function countRepeatedPlaces(xml: string): number {
  const seen = new Set<string>();
  let [sheet, row, column, repeated] = [0, 0, 0, xml.match(secondValue)?.length ?? 0];
  for (const [, tag, attributes = '', filled] of xml.matchAll(filledTags)) {
    const index = numberOf(attributes, 'Index');
    if (tag === 'Worksheet') [sheet, row] = [sheet + 1, 0];
    else if (tag === 'Row') [row, column] = [index ?? row + 1, 0];
    else {
      column = index ?? column + 1;
      const place = `${sheet} ${row} ${column}`;
      if (filled !== undefined && seen.has(place)) repeated++;
      if (filled !== undefined) seen.add(place);
      column += numberOf(attributes, 'MergeAcross') ?? 0;
    }
  }
  return repeated;
}

function numberOf(attributes: string, name: string): number | null {
  const value = new RegExp(`\\bss:${name}="(\\d{1,9})"`).exec(attributes)?.[1];
  return value === undefined ? null : Number(value);
}

/** White space, comments and what a server adds may stand behind the end, signs. */
const longestEnd = 4_096;

/** A workbook that is cut off ends behind its last whole row, for SheetJS leaves out a sheet without an end; null where it has none. */
export function withEnd(xml: string): string | null {
  if (/<\/(?:\w+:)?Workbook\s*>/.test(xml.slice(-longestEnd))) return xml;
  const end = Math.max(xml.lastIndexOf('</Row>'), xml.lastIndexOf(':Row>'));
  if (end < 0) return null;
  const at = xml.indexOf('>', end) + 1;
  const [, prefix = ''] = /<(\w+:)?Workbook\b/.exec(xml) ?? [];
  const inSheet = Math.max(xml.lastIndexOf('</Worksheet>'), xml.lastIndexOf(':Worksheet>')) < at;
  const sheetEnd = inSheet ? `</${prefix}Table></${prefix}Worksheet>` : '';
  return `${xml.slice(0, at)}${sheetEnd}</${prefix}Workbook>`;
}

/** SheetJS takes a cell without an end tag for one column wide, whatever it spans: such cells get their end tag. */
export function withEndTags(xml: string): string {
  return xml.replace(/<((?:\w+:)?Cell)\b([^>]*)\/>/g, '<$1$2></$1>');
}

/** SheetJS leaves out a formula without a stored result: it gets a blank one. The cells have end tags. */
export const withFormulaData = (xml: string): string =>
  xml.replace(
    /<((?:\w+:)?)Cell\s([^<>]*\bss:Formula="[^<>]*)>\s*<\/(?:\w+:)?Cell>/g,
    '<$1Cell $2><$1Data ss:Type="String"></$1Data></$1Cell>',
  );
