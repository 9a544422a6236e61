import type { Issue } from '../../schemas/index.ts';
import type { Glyph } from '../geometry/marks.ts';
import type { GeometrySettings } from '../geometry/settings.ts';
import { drawnPage } from '../pages/drawn-text/draw-page.ts';
import { type ReadMarks, readMarks } from '../pages/page-marks.ts';
import { type PageReading, withPictures } from '../pages/pictures/page-pictures.ts';
import { withoutRemarks } from '../pages/remarks.ts';
import type { PictureSource } from './objects/draw-objects.ts';
import type { ListedPage } from './package/documents.ts';
import type { Seal } from './package/seals.ts';
import { pointsPerMillimetre } from './package/values.ts';
import { drawPage, type SharedParts } from './page-drawing.ts';
import { pictureDecoder } from './page-pictures.ts';

/** A page, and the parts that it names and that cannot be read. */
export interface OfdReading extends PageReading {
  lostParts: string[];
}

/** Reads the marks of one page, by the operators that those of PDF are read by. An issue where its part cannot be read. */
export async function readPage(
  listed: ListedPage,
  number: number,
  shared: SharedParts,
  settings: GeometrySettings,
): Promise<OfdReading | Issue> {
  const page = drawPage(listed, number, shared);
  if ('code' in page) return page;
  const { list, frame, objects, annotations, lostParts } = page;
  const drawn = readMarks(list, frame, objects, settings);
  drawn.isCutShort ||= page.isCutShort;
  drawn.lostObjects =
    page.lost +
    drawn.pictures.filter(({ source }) => !shared.parts.has((source as PictureSource).path)).length;
  const written = withoutRemarks(drawn, annotations);
  const seals = listed.document.seals.get(listed.id) ?? [];
  const reading = await withPictures(
    withSeals(written, seals),
    pictureDecoder(shared.parts),
    () => drawnPage(list, frame, objects),
    settings,
  );
  return { ...reading, lostParts };
}

/** Puts the names of electronic seals aside, where the letters of seals that are drawn stand. */
function withSeals(marks: ReadMarks, seals: readonly Seal[]): ReadMarks {
  if (seals.length === 0) return marks;
  const scale = pointsPerMillimetre;
  const names = seals.map(({ name, box }, i): Glyph => {
    const [x0, y0, x1, y1] = [box.x0 * scale, box.y0 * scale, box.x1 * scale, box.y1 * scale];
    return {
      text: name,
      box: { x0, y0, x1, y1 },
      baseline: y1,
      size: y1 - y0,
      turn: 0,
      font: '',
      bold: false,
      colour: '#000000',
      // Runs of its own, before those of the page.
      run: -1 - i,
      cut: false,
    };
  });
  return { ...marks, slanted: [...marks.slanted, ...names] };
}
