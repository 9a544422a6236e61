import type { PageText } from '../../geometry/texts/paragraphs.ts';
import type { ReadMarks } from '../page-marks.ts';

/** Text set slantwise across a page: furniture, one block a run. */
export function watermarks(marks: ReadMarks): PageText[] {
  const runs = Map.groupBy(marks.slanted, ({ run }) => run);
  return [...runs.values()].flatMap((glyphs): PageText[] => {
    const text = glyphs
      .map((glyph) => glyph.text)
      .join('')
      .trim();
    if (text === '') return [];
    const boxes = glyphs.map((glyph) => glyph.box);
    const box = {
      x0: Math.min(...boxes.map((b) => b.x0)),
      y0: Math.min(...boxes.map((b) => b.y0)),
      x1: Math.max(...boxes.map((b) => b.x1)),
      y1: Math.max(...boxes.map((b) => b.y1)),
    };
    const { size, bold } = glyphs[0]!;
    return [{ kind: 'text', page: marks.number, box, text, lines: [], size, bold, role: 'furniture' }];
  });
}
