import { type Area, cropped, type Raster, resized } from '../image/raster.ts';

/** Side of the square that a glyph is shown in, in pixels. */
const side = 20;

/** Length of what is known of a glyph: its picture, and its width, height and place in the line. */
export const featureCount = side * side + 4;

/** What the network knows of a glyph: its grey picture, scaled to fill a square in its longer direction, and how large it is in ems. */
export function featuresOf(picture: Raster, glyph: Area, line: Area, em: number): Float32Array {
  const width = glyph.x1 - glyph.x0;
  const height = glyph.y1 - glyph.y0;
  const scale = side / Math.max(width, height);
  const w = Math.max(1, Math.round(width * scale));
  const h = Math.max(1, Math.round(height * scale));
  const small = resized(cropped(picture, glyph), w, h);
  const left = Math.floor((side - small.width) / 2);
  const top = Math.floor((side - small.height) / 2);
  const darkest = small.data.reduce((least, level) => Math.min(least, level), 255);
  const contrast = Math.max(40, 255 - darkest);
  const features = new Float32Array(featureCount);
  for (let y = 0; y < small.height; y++)
    for (let x = 0; x < small.width; x++)
      features[(y + top) * side + x + left] = (255 - small.data[y * small.width + x]!) / contrast;
  const from = side * side;
  features[from] = width / em;
  features[from + 1] = height / em;
  features[from + 2] = (line.y1 - glyph.y1) / em;
  features[from + 3] = (glyph.y0 - line.y0) / em;
  return features;
}
