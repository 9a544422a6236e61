import type { Raster } from './raster.ts';

/** Levels from which a levelled page is paper where its other side shines through: weakly, and as much as thin sheets let it. */
export const whitePoints = [200, 165] as const;

/** A levelled page on which all is paper that is as pale as a level, and what is darker keeps its place between ink and paper. */
export function withoutPale(page: Raster, whitePoint: number): Raster {
  const shown = Uint8Array.from({ length: 256 }, (_, value) =>
    Math.min(255, Math.round((value * 255) / whitePoint)),
  );
  return { ...page, data: page.data.map((value) => shown[value]!) };
}
