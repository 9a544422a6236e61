import type { Box } from '../../schemas/index.ts';
import { firstFrom } from '../geometry/first-from.ts';
import type { Fill, Glyph } from '../geometry/marks.ts';
import type { DrawnAnnotation } from './drawing/drawn-objects.ts';
import type { ReadMarks } from './page-marks.ts';
import { goesAcross } from './remarks-across.ts';

/** What pdf.js tells of an annotation (AnnotationData in its source); of a field, more. */
export interface AnnotationData {
  id: string;
  rect: [number, number, number, number];
  subtype?: string;
  fieldType?: string;
  /** A button that does something: its caption is no entry. */
  pushButton?: boolean;
  checkBox?: boolean;
  radioButton?: boolean;
  /** The file that is attached (FileAttachment). */
  file?: { filename?: string };
}

/** Whether an annotation is a field that is filled in: what it draws belongs to the form. */
const isField = ({ subtype, fieldType, pushButton = false }: AnnotationData): boolean =>
  subtype === 'Widget' && fieldType !== 'Sig' && !pushButton;

/** Whether an annotation is a box that is ticked or not: its outline and its tick are no lines of the page, the tick stands as a text. */
export const isBox = ({ checkBox = false, radioButton = false }: AnnotationData): boolean =>
  checkBox || radioButton;

/** Paper: what is painted over with it is blotted out. */
const white = '#ffffff';

/** Whether an annotation has a ground in a colour. */
const hasGround = ({ fills: { from, end } }: DrawnAnnotation, { fills }: ReadMarks): boolean =>
  fills.slice(from, end).some(({ colour, hidesBefore }) => colour !== white && hidesBefore !== undefined);

/** Part of a character that lies on another where a text is set over one, and how far apart lines are looked for, in points. */
const shareOver = 0.3;
const band = 16;

type Lines = ReadonlyMap<number, readonly Glyph[]>;

const bandOf = ({ box }: Glyph): number => Math.floor((box.y0 + box.y1) / 2 / band);

/** What a page says itself, by height. */
function linesSaid(glyphs: readonly Glyph[], laidOn: readonly DrawnAnnotation[]): Lines {
  const first = Math.min(...laidOn.map(({ from }) => from));
  return Map.groupBy(
    glyphs.filter(({ run, text }) => run < first && text.trim() !== ''),
    bandOf,
  );
}

/** Whether the text of an annotation is set over one of the page. */
function isOver(text: readonly Glyph[], said: Lines): boolean {
  return text.some((glyph) => {
    const at = bandOf(glyph);
    return [at - 1, at, at + 1].some((one) => said.get(one)?.some((other) => lieOver(glyph.box, other.box)));
  });
}

/** Whether the text of an annotation lies across lines between cells of which the page fills one. */
function isAcross(text: readonly Glyph[], { rulings }: ReadMarks, said: Lines): boolean {
  return goesAcross(text, rulings, (area) => {
    const [first, last] = [area.y0, area.y1].map((y) => Math.floor(y / band));
    for (const [at, line] of said)
      if (at >= first! && at <= last! && line.some(({ box }) => isMiddleIn(box, area))) return true;
    return false;
  });
}

function isMiddleIn({ x0, x1, y0, y1 }: Box, area: Box): boolean {
  const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2];
  return x > area.x0 && x < area.x1 && y > area.y0 && y < area.y1;
}

function lieOver(a: Box, b: Box): boolean {
  const width = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const height = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  const least = Math.min((a.x1 - a.x0) * (a.y1 - a.y0), (b.x1 - b.x0) * (b.y1 - b.y0));
  return width > 0 && height > 0 && width * height > shareOver * least;
}

/** The annotation that drew a run, of those in the order in which they were drawn. */
function drawerOf(annotations: readonly DrawnAnnotation[]): (run: number) => DrawnAnnotation | undefined {
  return (run) => {
    const at = annotations[firstFrom(annotations.length, (i) => annotations[i]!.end > run)];
    return at && run >= at.from ? at : undefined;
  };
}

/**
 * Keeps stamps, signatures and remarks that were laid on a page out of its tables: their lines are none of the page, nor are areas
 * that hide nothing, and their texts stand aside as those of seals do. What somebody typed on the page (FreeText) is an entry where
 * the page says nothing, and a remark over what it says or across the lines of cells that it fills, as what stands on a coloured
 * ground is; such a ground hides nothing either.
 */
export function withoutRemarks(marks: ReadMarks, annotations: readonly AnnotationData[]): ReadMarks {
  const known = new Map(annotations.map((data) => [data.id, data]));
  const laidOn = marks.annotations.filter(({ id }) => {
    const data = known.get(id);
    return data !== undefined && (!isField(data) || isBox(data));
  });
  if (laidOn.length === 0) return marks;
  const boxes = laidOn.filter(({ id }) => isBox(known.get(id)!));
  const said = linesSaid(marks.glyphs, laidOn);
  const drawer = drawerOf(laidOn);
  const texts = Map.groupBy(
    marks.glyphs.filter(({ text }) => text.trim() !== ''),
    ({ run }) => drawer(run),
  );
  const isEntry = (one: DrawnAnnotation): boolean => {
    const text = texts.get(one) ?? [];
    const isTyped = known.get(one.id)!.subtype === 'FreeText' && !hasGround(one, marks);
    return isTyped && !isOver(text, said) && !isAcross(text, marks, said);
  };
  const remarks = laidOn.filter((one) => !boxes.includes(one) && !isEntry(one));
  const remarkOf = drawerOf(remarks);
  const isOf = (those: readonly DrawnAnnotation[], kind: 'rulings' | 'fills', i: number): boolean =>
    those.some((one) => i >= one[kind].from && i < one[kind].end);
  const isAside = ({ colour, hidesBefore, overPictures }: Fill, i: number): boolean =>
    isOf(boxes, 'fills', i) ||
    ((hidesBefore ?? overPictures) === undefined && isOf(laidOn, 'fills', i)) ||
    (colour !== white && isOf(remarks, 'fills', i));
  const aside = marks.glyphs.flatMap((glyph) => {
    const remark = remarkOf(glyph.run);
    return remark ? [{ ...glyph, run: remark.from }] : [];
  });
  return {
    ...marks,
    rulings: marks.rulings.filter((_, i) => !isOf(laidOn, 'rulings', i)),
    fills: marks.fills.filter((fill, i) => !isAside(fill, i)),
    glyphs: marks.glyphs.filter(({ run }) => !remarkOf(run)),
    slanted: [...marks.slanted, ...aside],
  };
}
