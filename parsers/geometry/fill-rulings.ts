import type { Fill, Ruling } from './marks.ts';
import type { GeometrySettings } from './settings.ts';

/** Sides of cell backgrounds as rulings. White areas show nothing on paper; a background as large as half the page is no cell. */
export function fillRulings(
  fills: readonly Fill[],
  page: { width: number; height: number },
  settings: GeometrySettings,
): Ruling[] {
  const rulings: Ruling[] = [];
  for (const { box, colour } of fills) {
    const width = box.x1 - box.x0;
    const height = box.y1 - box.y0;
    if (colour === '#ffffff' || width < settings.minFillWidth || height < settings.minFillHeight) continue;
    if (width * height > (page.width * page.height) / 2) continue;
    const thickness = 0;
    rulings.push(
      { orientation: 'h', position: box.y0, start: box.x0, end: box.x1, thickness },
      { orientation: 'h', position: box.y1, start: box.x0, end: box.x1, thickness },
      { orientation: 'v', position: box.x0, start: box.y0, end: box.y1, thickness },
      { orientation: 'v', position: box.x1, start: box.y0, end: box.y1, thickness },
    );
  }
  return rulings;
}
