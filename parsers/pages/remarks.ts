import type { Fill } from '../geometry/marks.ts';
import type { DrawnAnnotation, ReadMarks } from './page-marks.ts';

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

/**
 * Keeps stamps, signatures and remarks that were laid on a page out of its tables: their lines are none of the page, nor are areas
 * that hide nothing, and their texts stand aside as those of seals do. What somebody typed on the page (FreeText) is an entry.
 */
export function withoutRemarks(marks: ReadMarks, annotations: readonly AnnotationData[]): ReadMarks {
  const known = new Map(annotations.map((data) => [data.id, data]));
  const laidOn = marks.annotations.filter(({ id }) => {
    const data = known.get(id);
    return data !== undefined && (!isField(data) || isBox(data));
  });
  if (laidOn.length === 0) return marks;
  const boxes = laidOn.filter(({ id }) => isBox(known.get(id)!));
  const remarks = laidOn.filter((one) => known.get(one.id)!.subtype !== 'FreeText' && !boxes.includes(one));
  const remarkOf = (run: number): DrawnAnnotation | undefined =>
    remarks.find(({ from, end }) => run >= from && run < end);
  const isOf = (those: readonly DrawnAnnotation[], kind: 'rulings' | 'fills', i: number): boolean =>
    those.some((one) => i >= one[kind].from && i < one[kind].end);
  const isAside = ({ hidesBefore, overPictures }: Fill, i: number): boolean =>
    isOf(boxes, 'fills', i) || ((hidesBefore ?? overPictures) === undefined && isOf(laidOn, 'fills', i));
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
