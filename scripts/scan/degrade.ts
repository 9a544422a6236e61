import { quarterTurned, type Raster, rotated } from '../../parsers/scan/image/raster.ts';
import type { Random } from '../generate/random.ts';

/** What a scanner and a photocopier do to a page. Grey levels of 255, lengths in pixels, angles in degrees. */
export interface Wear {
  skew: number;
  /** Standard deviation of the noise of each pixel. */
  noise: number;
  /** Passes of a blur over three pixels. */
  blur: number;
  /** Level of the paper, and how much darker its darkest corner is. */
  paper: number;
  shade: number;
  /** Level of the ink: faint toner is far from 0. */
  ink: number;
  /** Share of the ink that is missing, in specks. */
  dropout: number;
  /** Dark edge of a photocopy. */
  edge: number;
  turn: 0 | 90 | 180 | 270;
}

export const clean: Wear = {
  skew: 0,
  noise: 0,
  blur: 0,
  paper: 255,
  shade: 0,
  ink: 0,
  dropout: 0,
  edge: 0,
  turn: 0,
};

/** The page as a worn scan shows it. */
export function worn(page: Raster, wear: Wear, random: Random): Raster {
  let raster =
    wear.skew === 0 ? { ...page, data: page.data.slice() } : rotated(page, (wear.skew * Math.PI) / 180);
  for (let i = 0; i < wear.blur; i++) raster = blurred(raster);
  const { width, height, data } = raster;
  const noise = noiseTable(random);
  let at = random.int(0, noise.length - 1);
  for (let y = 0; y < height; y++) {
    const far = (y / height) * wear.shade;
    for (let x = 0; x < width; x++) {
      const i = y * width + x;
      const paper = wear.paper - far * (x / width);
      let ink = 255 - data[i]!;
      if (wear.dropout > 0 && ink > 100 && noise[(at * 7) % noise.length]! > 2.6 - wear.dropout * 10) ink = 0;
      const isEdge = wear.edge > 0 && (x < wear.edge || y > height - wear.edge);
      const level = isEdge ? 40 : paper - (ink / 255) * (paper - wear.ink);
      at = at + 1 < noise.length ? at + 1 : random.int(0, 997);
      const value = level + noise[at]! * wear.noise;
      data[i] = value < 0 ? 0 : Math.min(value, 255);
    }
  }
  return wear.turn === 0 ? raster : quarterTurned(raster, wear.turn);
}

/** A hundred thousand values of a normal distribution (Box and Muller). */
function noiseTable(random: Random): Float32Array {
  const table = new Float32Array(100_003);
  for (let i = 0; i < table.length; i++)
    table[i] = Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
  return table;
}

function blurred({ width, height, data }: Raster): Raster {
  const rows = new Uint8Array(data.length);
  for (let i = 1; i < data.length - 1; i++) rows[i] = (data[i - 1]! + 2 * data[i]! + data[i + 1]!) >> 2;
  const result = data.slice();
  for (let i = width; i < data.length - width; i++)
    result[i] = (rows[i - width]! + 2 * rows[i]! + rows[i + width]!) >> 2;
  return { width, height, data: result };
}
