import type { PDFPageProxy } from 'pdfjs-dist';
import type { DrawnAnnotation, ReadMarks } from './page-marks.ts';

/** What pdf.js tells of an annotation (AnnotationData in its source); of a field, more. */
export interface AnnotationData {
  id: string;
  rect: [number, number, number, number];
  subtype?: string;
  fieldType?: string;
}

/** The annotations of a page; none where their list is damaged, which hides nothing else. */
export async function annotationsOf<T extends AnnotationData>(page: PDFPageProxy): Promise<T[]> {
  return (await page.getAnnotations().catch(() => [])) as T[];
}

/** Whether an annotation is a field that is filled in: what it draws belongs to the form. */
const isField = ({ subtype, fieldType }: AnnotationData): boolean =>
  subtype === 'Widget' && fieldType !== 'Sig';

/**
 * Keeps stamps, signatures and remarks that were laid on a page out of its tables: their lines are none of the page, nor are areas
 * that hide nothing, and their texts stand aside as those of seals do. What somebody typed on the page (FreeText) is an entry.
 */
export function withoutRemarks(marks: ReadMarks, annotations: readonly AnnotationData[]): ReadMarks {
  const known = new Map(annotations.map((data) => [data.id, data]));
  const laidOn = marks.annotations.filter(({ id }) => {
    const data = known.get(id);
    return data !== undefined && !isField(data);
  });
  if (laidOn.length === 0) return marks;
  const remarks = laidOn.filter(({ id }) => known.get(id)!.subtype !== 'FreeText');
  const remarkOf = (run: number): DrawnAnnotation | undefined =>
    remarks.find(({ from, end }) => run >= from && run < end);
  const isLaidOn = (kind: 'rulings' | 'fills', i: number): boolean =>
    laidOn.some((one) => i >= one[kind].from && i < one[kind].end);
  const aside = marks.glyphs.flatMap((glyph) => {
    const remark = remarkOf(glyph.run);
    return remark ? [{ ...glyph, run: remark.from }] : [];
  });
  return {
    ...marks,
    rulings: marks.rulings.filter((_, i) => !isLaidOn('rulings', i)),
    fills: marks.fills.filter(({ hidesBefore }, i) => hidesBefore !== undefined || !isLaidOn('fills', i)),
    glyphs: marks.glyphs.filter(({ run }) => !remarkOf(run)),
    slanted: [...marks.slanted, ...aside],
  };
}
