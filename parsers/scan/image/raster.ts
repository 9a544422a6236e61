/** A grey picture: one byte a pixel, row by row from the top left, 0 black to 255 white. */
export interface Raster {
  width: number;
  height: number;
  data: Uint8Array;
}

/** A part of a picture, in pixels: `x1` and `y1` lie just outside. */
export interface Area {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

export function blank(width: number, height: number, value = 255): Raster {
  return { width, height, data: new Uint8Array(width * height).fill(value) };
}

/** The part of a picture within `area`, as far as it lies in the picture. */
export function cropped(raster: Raster, area: Area): Raster {
  const x0 = Math.max(0, Math.floor(area.x0));
  const y0 = Math.max(0, Math.floor(area.y0));
  const width = Math.max(1, Math.min(raster.width, Math.ceil(area.x1)) - x0);
  const height = Math.max(1, Math.min(raster.height, Math.ceil(area.y1)) - y0);
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const from = (y0 + y) * raster.width + x0;
    data.set(raster.data.subarray(from, from + width), y * width);
  }
  return { width, height, data };
}

/** A white border on all sides, in pixels. */
export function bordered(raster: Raster, border: number): Raster {
  const result = blank(raster.width + 2 * border, raster.height + 2 * border);
  for (let y = 0; y < raster.height; y++)
    result.data.set(
      raster.data.subarray(y * raster.width, (y + 1) * raster.width),
      (y + border) * result.width + border,
    );
  return result;
}

/** Scaled by a factor: the mean of the area behind each pixel when smaller, straight lines between pixels when larger. */
export function scaled(raster: Raster, factor: number): Raster {
  const width = Math.max(1, Math.round(raster.width * factor));
  const height = Math.max(1, Math.round(raster.height * factor));
  return resized(raster, width, height);
}

/** The same picture with so many columns and rows. */
export function resized(raster: Raster, width: number, height: number): Raster {
  if (width === raster.width && height === raster.height) return raster;
  const across = sharesOf(raster.width, width);
  const down = sharesOf(raster.height, height);
  const rows = new Float32Array(width * raster.height);
  for (let y = 0, to = 0; y < raster.height; y++) {
    const row = y * raster.width;
    for (let x = 0; x < width; x++, to++) {
      const from = row + across.first[x]!;
      const end = across.start[x + 1]!;
      let sum = 0;
      for (let i = across.start[x]!, at = from; i < end; i++, at++)
        sum += raster.data[at]! * across.shares[i]!;
      rows[to] = sum;
    }
  }
  const data = new Uint8Array(width * height);
  const sums = new Float64Array(width);
  for (let y = 0; y < height; y++) {
    sums.fill(0.5);
    for (let i = down.start[y]!, from = down.first[y]! * width; i < down.start[y + 1]!; i++, from += width) {
      const share = down.shares[i]!;
      for (let x = 0; x < width; x++) sums[x] = sums[x]! + rows[from + x]! * share;
    }
    data.set(sums, y * width);
  }
  return { width, height, data };
}

/** For each new pixel, the first of the old ones that it is made of, and their shares in it: `shares` from `start` of it to that of the next. */
interface Shares {
  first: Int32Array;
  start: Int32Array;
  shares: Float64Array;
}

/** The old pixels under a tent one new (or one old, if larger) pixel wide on each side. */
function sharesOf(from: number, to: number): Shares {
  const step = from / to;
  const reach = Math.max(1, step);
  const first = new Int32Array(to);
  const start = new Int32Array(to + 1);
  const shares = new Float64Array(to * (Math.floor(2 * reach) + 1));
  for (let i = 0; i < to; i++) {
    const centre = (i + 0.5) * step - 0.5;
    const last = Math.min(from - 1, Math.floor(centre + reach));
    first[i] = Math.max(0, Math.ceil(centre - reach));
    let end = start[i]!;
    let sum = 0;
    for (let at = first[i]!; at <= last; at++, end++) {
      shares[end] = Math.max(0, 1 - Math.abs(at - centre) / reach);
      sum += shares[end]!;
    }
    for (let k = start[i]!; k < end; k++) shares[k] = sum > 0 ? shares[k]! / sum : 1 / (end - start[i]!);
    start[i + 1] = end;
  }
  return { first, start, shares };
}

/** Turned clockwise about its centre by a small angle in radians; what comes in from outside is white. */
export function rotated(raster: Raster, angle: number): Raster {
  const { width, height, data } = raster;
  const result = blank(width, height);
  // Fixed point with 12 bits behind the point: a page is turned in a tenth of a second.
  const cos = Math.round(Math.cos(angle) * 4096);
  const sin = Math.round(Math.sin(angle) * 4096);
  const cx = width / 2;
  const cy = height / 2;
  for (let y = 0; y < height; y++) {
    let u = Math.round((cx - cx * Math.cos(angle) + (y - cy) * Math.sin(angle)) * 4096);
    let v = Math.round((cy + cx * Math.sin(angle) + (y - cy) * Math.cos(angle)) * 4096);
    for (let x = 0; x < width; x++, u += cos, v -= sin) {
      const px = u >> 12;
      const py = v >> 12;
      if (px < 0 || py < 0 || px >= width - 1 || py >= height - 1) continue;
      const fx = u & 4095;
      const fy = v & 4095;
      const at = py * width + px;
      const top = data[at]! * (4096 - fx) + data[at + 1]! * fx;
      const bottom = data[at + width]! * (4096 - fx) + data[at + width + 1]! * fx;
      result.data[y * width + x] = ((top >> 12) * (4096 - fy) + (bottom >> 12) * fy) >> 12;
    }
  }
  return result;
}

/** Turned clockwise by a quarter, a half or three quarters. */
export function quarterTurned(raster: Raster, turn: 90 | 180 | 270): Raster {
  const { width, height, data } = raster;
  if (turn === 180) return { width, height, data: data.slice().reverse() };
  const turned = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = turn === 90 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y;
      turned[at] = data[y * width + x]!;
    }
  }
  return { width: height, height: width, data: turned };
}

/** The picture as a portable grey map (PGM, netpbm): no compression, so nothing is spent on it. */
export function portableGreyMap({ width, height, data }: Raster): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), data]);
}
