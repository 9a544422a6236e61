import type { Box } from '../../../schemas/index.ts';
import { areaOf } from '../box-around.ts';
import type { Glyph } from '../marks.ts';
import type { GeometrySettings } from '../settings.ts';
import { upright } from './cell-text.ts';
import { linesOf, type TextLine } from './lines.ts';
import { beginsItem, joint } from './wrapped-text.ts';

/** Text of a page outside its grids: one line, or several that were wrapped. */
export interface PageText {
  kind: 'text';
  page: number;
  box: Box;
  text: string;
  lines: TextLine[];
  size: number;
  bold: boolean;
  role: 'body' | 'heading' | 'caption' | 'furniture';
}

/** Lines farther apart than this, as a multiple of their size, belong to different paragraphs. */
const maxPitch = 2.2;

/** Sizes that differ by more than this share are of different paragraphs. */
const sizeDrift = 0.12;

/** A line that ends this many ems before the right margin was ended on purpose. */
const raggedness = 1.6;

/** The first line of a paragraph is set in by some two ems; one that is set in further than this, in ems, is a centred title. */
const centred = 4;

/** So many lines between grids, or fewer, need not tell how far a line may reach: the title may be the longest of them. */
const fewLines = 4;

/** What stands this far beside a text in another size, in ems, is a text of its own: the number of a file right of a title. */
const widestGap = 2;

/** A line in two where a wide gap parts texts of two sizes. */
function partedBySize(line: TextLine, settings: GeometrySettings): TextLine[] {
  const { glyphs } = line;
  const at = glyphs.findIndex((glyph, i) => {
    const last = glyphs[i - 1];
    if (!last || glyph.size === last.size) return false;
    if (Math.abs(glyph.size - last.size) <= sizeDrift * Math.max(glyph.size, last.size)) return false;
    return glyph.box.x0 - last.box.x1 > widestGap * Math.max(glyph.size, last.size);
  });
  if (at < 0) return [line];
  const parts = [glyphs.slice(0, at), glyphs.slice(at)].map((part) => linesOf(part, settings));
  // Where a part would fall into several lines, it is none of its own.
  if (parts.some(({ length }) => length !== 1)) return [line];
  return [parts[0]![0]!, ...partedBySize(parts[1]![0]!, settings)];
}

/** Lines that no grid holds → paragraphs from top to bottom. `edge` is how far right the grids of the page reach. */
export function paragraphsOf(
  whole: readonly TextLine[],
  page: number,
  settings: GeometrySettings,
  edge = 0,
): PageText[] {
  const lines = whole.flatMap((line) => partedBySize(line, settings));
  const longest = Math.max(areaOf(lines).x1, 0);
  const rightOf = (before: TextLine, line: TextLine): number =>
    lines.length <= fewLines && isLeftAligned(before, line) ? Math.max(longest, edge) : longest;
  const paragraphs: PageText[] = [];
  let current: TextLine[] = [];
  const close = (): void => {
    if (current.length > 0) paragraphs.push(paragraphOf(current, page));
    current = [];
  };
  for (const line of lines) {
    const before = current[current.length - 1];
    if (before && !wraps(before, line, rightOf(before, line))) close();
    current.push(line);
  }
  close();
  return paragraphs;
}

/** Both from one margin on and of two lengths: the parts of a title that was broken on purpose stand about one middle. */
function isLeftAligned({ box: a, size }: TextLine, { box: b }: TextLine): boolean {
  return Math.abs(a.x0 - b.x0) < size && Math.abs(a.x0 + a.x1 - b.x0 - b.x1) > 4 * size;
}

/** （2023年度） under a title: a line in brackets from its first sign to its last says something of its own. */
const inBrackets = /^\s*[（(][^（）()]{2,20}[）)]\s*$/;

/** A title is over with 表; what stands under it and ends with a year says whose it is: 云溪县水利局（2031年度）. */
const titleEnd = /表\s*$/;
const yearAtEnd = /[（(]\s*(?:19|20)\d{2}\s*年度?\s*[）)]\s*$/;

/** 项目名称：…, 年度预算（万元）：…: a line of a form's head. Below another such, or below a title, it is a new one, however far that reaches. */
const labelled = /^\s*\p{Script=Han}{2,10}(?:[（(][^（）()]{1,8}[)）])?\s*[：:]/u;

/** 2032年度　单位：万元 above a table. */
const caption = /(?:单位|日期)\s*[：:]\s*[^\s，。；]{1,10}\s*$/u;

const ofSentence = /[，。；、,;]/;

function wraps(before: TextLine, line: TextLine, right: number): boolean {
  const size = Math.max(before.size, line.size);
  const pitch = line.baseline - before.baseline;
  if (pitch > maxPitch * size || pitch < 0) return false;
  if (Math.abs(before.size - line.size) > sizeDrift * size || before.bold !== line.bold) return false;
  if (beginsItem(line.text) || inBrackets.test(line.text) || caption.test(line.text)) return false;
  if (titleEnd.test(before.text) && yearAtEnd.test(line.text)) return false;
  if (labelled.test(line.text) && (labelled.test(before.text) || !ofSentence.test(before.text))) return false;
  if (before.box.x1 + Math.min(line.firstUnit, 4 * size) + raggedness * size < right) return false;
  // A title may be what reaches farthest to the right: what stands below it from the left margin is none of it.
  if (before.box.x0 - line.box.x0 > centred * size) return false;
  // A line set in further than the one before begins a paragraph.
  return line.box.x0 - before.box.x0 < size;
}

function paragraphOf(lines: TextLine[], page: number): PageText {
  let text = '';
  lines.forEach((line, i) => {
    text += (i === 0 ? '' : joint(lines[i - 1]!, line)) + line.text;
  });
  const first = lines[0]!;
  return {
    kind: 'text',
    page,
    box: areaOf(lines),
    text,
    lines,
    size: first.size,
    bold: first.bold,
    role: 'body',
  };
}

/** Text beside the grids that is turned against the page (a label along the edge): one paragraph a direction. */
export function turnedTexts(glyphs: readonly Glyph[], page: number, settings: GeometrySettings): PageText[] {
  const texts: PageText[] = [];
  for (const turn of [90, 180, 270] as const) {
    const turned = glyphs.filter((glyph) => glyph.turn === turn);
    const frame = turned.map((glyph) => upright(glyph, turn));
    const whole = new Map(frame.map((glyph, at) => [glyph, turned[at]!]));
    for (const line of linesOf(frame, settings)) {
      const box = areaOf(line.glyphs.map((glyph) => whole.get(glyph)!));
      const { text, size, bold } = line;
      texts.push({ kind: 'text', page, box, text, lines: [line], size, bold, role: 'body' });
    }
  }
  return texts;
}
