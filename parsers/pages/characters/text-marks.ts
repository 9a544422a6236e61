import type { Box } from '../../../schemas/index.ts';
import type { Glyph, LeftOutText } from '../../geometry/marks.ts';
import type { FontUse } from './unmapped-fonts.ts';

/** A text of which every sign is a run of its own, while it is collected; `clip` is where any of it may be seen. */
export interface SingleSigns {
  glyphs: Glyph[];
  clip: Box;
}

/** Where the text of a page is collected. */
export interface TextMarks {
  glyphs: Glyph[];
  /** Text set slantwise: watermarks. */
  slanted: Glyph[];
  leftOut: LeftOutText[];
  /** A text that may go on with the next run. */
  open: SingleSigns | null;
  /** Count of glyphs whose character cannot be told (private use, no ToUnicode map). */
  unreadable: number;
  /** Count of texts whose font gave no glyphs. */
  lost: number;
  /** What each font wrote. */
  fonts: Map<string, FontUse>;
  runs: number;
  /** Count of text objects that were begun. */
  objects: number;
  page: Box;
}
