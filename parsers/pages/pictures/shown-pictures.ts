import type { Box } from '../../../schemas/index.ts';
import type { Fill } from '../../geometry/marks.ts';
import type { DrawnPicture } from '../../scan/image/page-picture.ts';
import type { DrawnImage } from '../drawing/drawn-objects.ts';
import type { ReadMarks } from '../page-marks.ts';
import type { DecodePictures } from './decode-pictures.ts';

/** Share of the page from which an area is its ground and covers no figure. */
const ground = 0.4;

/** Pictures of a page as they show, in the order of drawing: with the areas that were painted over them, as who changes a scan does to cover what it said. */
export async function shownPictures(
  decode: DecodePictures,
  marks: ReadMarks,
  images: readonly DrawnImage[],
): Promise<DrawnPicture[]> {
  const order = new Map(marks.pictures.map((image, i) => [image, i]));
  const steps = images.map((image) => ({ at: order.get(image) ?? 0, image }));
  const areas = marks.fills
    .filter((fill) => coversPicture(fill, marks))
    .map((fill) => ({ at: fill.overPictures! - 0.5, fill }));
  const shown: DrawnPicture[] = [];
  for (const step of [...steps, ...areas].sort((a, b) => a.at - b.at))
    shown.push(...('image' in step ? await decode([step.image]) : [plain(step.fill)]));
  return shown;
}

function coversPicture({ overPictures, box }: Fill, { width, height }: ReadMarks): boolean {
  return overPictures !== undefined && (box.x1 - box.x0) * (box.y1 - box.y0) < ground * width * height;
}

/** An area as a picture of one pixel. */
function plain({ box, colour }: Fill): DrawnPicture {
  const data = Uint8Array.from([1, 3, 5], (at) => Number.parseInt(colour.slice(at, at + 2), 16) || 0);
  return { pixels: { width: 1, height: 1, channels: 3, data }, frame: frameOf(box) };
}

const frameOf = ({ x0, y0, x1, y1 }: Box): DrawnPicture['frame'] => [x1 - x0, 0, 0, y0 - y1, x0, y1];
