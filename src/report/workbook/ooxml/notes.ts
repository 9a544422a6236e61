import { displayWidth } from '../../terminal/width.ts';
import type { WrittenSheet } from './sheet.ts';
import { cellText, xml } from './text.ts';

type Note = WrittenSheet['notes'][number];

/** The part of a sheet's notes (ECMA-376 Part 1 § 18.7). */
export function* notesPart(
  notes: readonly Note[],
  author: string,
  refOf: (note: Note) => string,
): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>${xml(author)}</author></authors><commentList>`;
  for (const note of notes)
    yield `<comment ref="${refOf(note)}" authorId="0"><text><r><rPr><sz val="9"/><rFont val="等线"/></rPr><t xml:space="preserve">${cellText(note.text)}</t></r></text></comment>`;
  yield '</commentList></comments>';
}

/** Size of a note's box, points: wide enough for a sentence, and as high as its lines. */
const boxWidth = 300;
const lineHeight = 13;
const lowest = 40;
const highest = 320;
/** Columns of a terminal that a line of the box holds: a 汉字 takes two. */
const columnsAcross = 58;

/** The boxes that notes are shown in: VML, which is what programs read (ECMA-376 Part 4 § 19). */
export function* noteBoxesPart(
  { notes, heights }: Pick<WrittenSheet, 'notes' | 'heights'>,
  widths: readonly number[],
): Generator<string> {
  yield `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout><v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;
  for (const [index, { row, column, text }] of notes.entries()) {
    const height = boxHeight(text);
    const across = along(widths.map(pixelsOf), usualPixels, column + 1, gap, pixels(boxWidth));
    const down = along(heights.map(pixels), usualRow, row, 0, pixels(height));
    // The upper left and the lower right corner, each as column, pixels in it, row, pixels in it.
    const anchor = [...[across.first, down.first].flat(), ...[across.last, down.last].flat()];
    yield `<v:shape id="_x0000_s${1025 + index}" type="#_x0000_t202" style="position:absolute;width:${boxWidth}pt;height:${height}pt;z-index:${index + 1};visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor.join(', ')}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
  }
  yield '</xml>';
}

function boxHeight(text: string): number {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / columnsAcross)), 0);
  return Math.min(highest, Math.max(lowest, 8 + lines * lineHeight));
}

/** Pixels between a cell and its note. */
const gap = 12;
/** Pixels of a column and a row of which nothing is said. */
const usualPixels = 64;
const usualRow = 20;

/** Pixels of a column of so many characters of the usual font. */
function pixelsOf(width: number): number {
  return Math.round(width * 7 + 5);
}

function pixels(points: number): number {
  return Math.round((points * 4) / 3);
}

type Corner = [index: number, pixels: number];

/** From a column or row on, where a length ends that begins so many pixels into it. */
function along(
  sizes: readonly number[],
  usual: number,
  start: number,
  offset: number,
  length: number,
): { first: Corner; last: Corner } {
  let index = start;
  let rest = offset + length;
  for (let size = sizes[index] ?? usual; rest > size; size = sizes[index] ?? usual) {
    rest -= size;
    index += 1;
  }
  return { first: [start, Math.min(offset, (sizes[start] ?? usual) - 1)], last: [index, rest] };
}
