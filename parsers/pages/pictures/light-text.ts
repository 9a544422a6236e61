import type { Box } from '../../../schemas/index.ts';
import type { Glyph } from '../../geometry/marks.ts';
import { type DrawnPicture, greyOf } from '../../scan/image/page-picture.ts';
import { leaveOut } from '../characters/clipped-runs.ts';
import { inverted, moved } from '../drawing/matrix.ts';
import type { ReadMarks } from '../page-marks.ts';
import type { DecodePictures } from './decode-pictures.ts';
import { largePictures } from './insets.ts';

/** Level of each component from which a text is about as light as paper. */
const light = 0xe8;

/** Level of the paper in a picture from which such a text does not show on it: white on the grey of a scan is seen by nobody. */
const paper = 0xc4;

/** Share of the light text of a picture from which none of it is meant to be seen: the rest lies on rulings and dark corners. */
const most = 0.8;

/** Leaves out text in white that lies over the white paper of a picture: what a program of recognition laid over its scan, to be searched and not seen. */
export async function withoutLightText(decode: DecodePictures, marks: ReadMarks): Promise<ReadMarks> {
  const pale = marks.glyphs.filter(({ colour }) => isLight(colour));
  if (pale.length === 0) return marks;
  const hidden = new Set<Glyph>();
  for (const { box, images, boxes } of largePictures(marks)) {
    const over = pale.filter((glyph) => holdsMiddle(box, glyph.box));
    for (const [i, image] of over.length === 0 ? [] : images.entries()) {
      const on = over.filter((glyph) => holdsMiddle(boxes[i]!, glyph.box));
      const [drawn] = on.length === 0 ? [] : await decode([image]);
      const unseen = drawn === undefined ? [] : onPaper(on, drawn);
      for (const glyph of unseen.length >= most * on.length ? on : unseen) hidden.add(glyph);
    }
  }
  if (hidden.size === 0) return marks;
  const leftOut = [...marks.leftOut];
  for (const run of Map.groupBy(hidden, (glyph) => glyph.run).values())
    leaveOut(run, 'background_colour', { leftOut });
  return { ...marks, glyphs: marks.glyphs.filter((glyph) => !hidden.has(glyph)), leftOut };
}

function isLight(colour: string): boolean {
  return [1, 3, 5].every((at) => Number.parseInt(colour.slice(at, at + 2), 16) >= light);
}

/** Those whose ground is as light as they are, in more than half of it: the writing of the picture itself is darker. */
function onPaper(glyphs: readonly Glyph[], { pixels, frame }: DrawnPicture): Glyph[] {
  const toPicture = inverted(frame);
  if (toPicture === null) return [];
  const { width, height, data } = greyOf(pixels);
  return glyphs.filter(({ box }) => {
    let [seen, lightest] = [0, 0];
    for (let i = 0; i < samples * samples; i++) {
      const x = box.x0 + ((i % samples) + 0.5) * ((box.x1 - box.x0) / samples);
      const y = box.y0 + (Math.floor(i / samples) + 0.5) * ((box.y1 - box.y0) / samples);
      const [u, v] = moved(toPicture, x, y);
      if (u < 0 || v < 0 || u >= 1 || v >= 1) continue;
      seen++;
      if (data[Math.floor((1 - v) * height) * width + Math.floor(u * width)]! >= paper) lightest++;
    }
    return lightest > seen / 2;
  });
}

/** Places that are looked at across a character, and as many down. */
const samples = 8;

function holdsMiddle({ x0, y0, x1, y1 }: Box, box: Box): boolean {
  const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}
