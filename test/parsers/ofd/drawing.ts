import { type WrittenPackage, writeOfd } from '../../../scripts/ofd/write-package.ts';

/** A page of A4 with these objects. */
export const page = (objects: string) => ({ width: 210, height: 297, objects });

/** One page with these objects, in SimSun by the number 1. */
export const onePage = (objects: string, more: Partial<WrittenPackage> = {}): Uint8Array =>
  writeOfd({
    pages: [page(objects)],
    fonts: '<ofd:Font ID="1" FontName="宋体" FamilyName="宋体"/>',
    ...more,
  });

/** A text of 4 mm from a place on its base line. Attributes may be added to the object and to its code. */
export const text = (
  words: string,
  x: number,
  y: number,
  object = '',
  code = ` DeltaX="g ${[...words].length - 1} 4"`,
): string =>
  `<ofd:TextObject ID="9" Boundary="${x} ${y - 4} 100 5" Font="1" Size="4"${object}><ofd:TextCode X="0" Y="4"${code}>${words}</ofd:TextCode></ofd:TextObject>`;

export const line = (x0: number, y0: number, x1: number, y1: number): string =>
  `<ofd:PathObject ID="9" Boundary="0 0 210 297" LineWidth="0.2"><ofd:AbbreviatedData>M ${x0} ${y0} L ${x1} ${y1}</ofd:AbbreviatedData></ofd:PathObject>`;

/** Lines of a table of 30 mm × 10 mm cells from (20, 20). */
export function lattice(rows: number, columns: number): string {
  const [right, foot] = [20 + 30 * columns, 20 + 10 * rows];
  return [
    ...Array.from({ length: rows + 1 }, (_, i) => line(20, 20 + 10 * i, right, 20 + 10 * i)),
    ...Array.from({ length: columns + 1 }, (_, i) => line(20 + 30 * i, 20, 20 + 30 * i, foot)),
  ].join('');
}

/** Texts in the cells of such a table, row by row. */
export const cellTexts = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row, r) =>
      row.map((words, c) => (words === '' ? '' : text(words, 22 + 30 * c, 27 + 10 * r))).join(''),
    )
    .join('');
