import type { Box } from '../../../schemas/index.ts';
import { boxAround } from '../../geometry/box-around.ts';
import { ruledGrids } from '../../geometry/rulings/ruled-grids.ts';
import type { GeometrySettings } from '../../geometry/settings.ts';
import type { DrawnImage } from '../drawing/drawn-objects.ts';
import type { ReadMarks } from '../page-marks.ts';

/** A picture of a page: one, or the strips and tiles that a scanner cut it into, each with the part of its box that shows. */
export interface PlacedPicture {
  box: Box;
  images: DrawnImage[];
  boxes: Box[];
}

/** Smaller pictures are seals, signatures and logos, in points. */
const least = { width: 200, height: 100 } as const;

/** Strips of one picture meet, or leave out a hair, in points. */
const hair = 1;

/** Characters in a picture from which it is the ground that a page is written on. */
const writtenOn = 20;

/** A picture that may be a scanned table. `isGround`: the page is written on it; what was typed on a scanned form stands so, and what is printed on a coloured page. */
export interface InsetPlace extends PlacedPicture {
  isGround: boolean;
}

/** Large pictures that stand among the text of a page, or below it where it draws no table of its own, from top to bottom. */
export function insetPlaces(marks: ReadMarks, settings: GeometrySettings): InsetPlace[] {
  const places = largePictures(marks).map((picture) => ({
    ...picture,
    isGround: charactersIn(marks, picture.box) >= writtenOn,
  }));
  const drawsTable =
    places.some(({ isGround }) => isGround) && ruledGrids(marks.rulings, settings).lattices.length > 0;
  return places.filter(({ isGround }) => !isGround || !drawsTable);
}

/** Pictures that may hold writing, in the order in which they are read; strips and tiles that meet are one. */
export function largePictures(marks: ReadMarks): PlacedPicture[] {
  const groups: PlacedPicture[] = [];
  for (const [i, image] of marks.pictures.entries()) {
    const box = marks.images[i]!;
    if (box.x1 <= box.x0 || box.y1 <= box.y0) continue;
    const touching = groups.filter((group) => meets(group.box, box));
    for (const group of touching) groups.splice(groups.indexOf(group), 1);
    groups.push({
      box: touching.reduce((all, group) => boxAround(all, group.box), box),
      images: [...touching.flatMap(({ images }) => images), image],
      boxes: [...touching.flatMap(({ boxes }) => boxes), box],
    });
  }
  return groups
    .filter(({ box }) => box.x1 - box.x0 >= least.width && box.y1 - box.y0 >= least.height)
    .sort(inReadingOrder);
}

/** Pictures beside each other from left to right, others from top to bottom. */
function inReadingOrder({ box: a }: PlacedPicture, { box: b }: PlacedPicture): number {
  const shared = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  const areBeside = shared > Math.min(a.y1 - a.y0, b.y1 - b.y0) / 2;
  return areBeside ? a.x0 - b.x0 : a.y0 - b.y0;
}

function charactersIn({ glyphs }: ReadMarks, { x0, y0, x1, y1 }: Box): number {
  return glyphs.filter(({ box, text }) => {
    const x = (box.x0 + box.x1) / 2;
    const y = (box.y0 + box.y1) / 2;
    return text.trim() !== '' && x > x0 && x < x1 && y > y0 && y < y1;
  }).length;
}

/** Whether two pictures share most of a side, or lie over each other. */
function meets(a: Box, b: Box): boolean {
  const across = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const down = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  return across > -hair && down > -hair && Math.max(across, down) > hair;
}
