import { decode } from 'jpeg-js';
import { parseDocument } from '../../parsers/index.ts';
import { cleanPage } from '../../parsers/scan/clean-page.ts';
import { featuresOf } from '../../parsers/scan/glyphs/features.ts';
import { pagePicture } from '../../parsers/scan/image/page-picture.ts';
import { align } from '../../parsers/scan/lines/alignment.ts';
import { glyphsOf } from '../../parsers/scan/lines/read-line.ts';
import { linesOfCells } from '../../parsers/scan/read-page.ts';
import { seededRandom } from '../generate/random.ts';
import { escapeXml } from '../generate/render/xml.ts';
import { figure } from './cell-page.ts';
import { type Quality, scannedPages } from './make-scan.ts';

/** A glyph with the character that it was printed for; '' for one that is in no figure. */
export interface GlyphSample {
  text: string;
  features: Float32Array;
}

/** Characters of figures. Forms of one sign are one. */
export const figureCharacters = [...'0123456789.,%-—~()<>=≤≥+'];

const columns = 9;
const rows = 30;

/** A page of HTML full of figures in one face. */
export function figurePage(seed: number, face: string): string {
  const random = seededRandom(seed * 104_729 + 5);
  const cells = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => `<td>${escapeXml(figure(random))}</td>`).join(''),
  );
  const css = [
    '@page{size:A4 landscape;margin:10mm}',
    `body{font:${random.chance(0.25) ? 'bold ' : ''}${7 + random.int(0, 6)}pt/1.25 "${face}","Noto Serif CJK SC";margin:0}`,
    'table{border-collapse:collapse;table-layout:fixed;width:100%}',
    'td{border:1px solid #000;padding:1px;text-align:center;white-space:nowrap;overflow:hidden}',
  ].join('\n');
  return `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><style>${css}</style><table>${cells.map((row) => `<tr>${row}</tr>`).join('')}</table></html>`;
}

/** Glyphs of the figures of a printed page, as a scan shows them. */
export async function glyphSamples(
  printed: Uint8Array,
  quality: Quality,
  seed: number,
): Promise<GlyphSample[]> {
  const parsed = await parseDocument(printed, { name: 'figures.pdf' });
  if (parsed.status !== 'read') throw new Error(parsed.error.message.en);
  const cells = parsed.source.blocks.flatMap((block) => (block.kind === 'grid' ? block.cells : []));
  const samples: GlyphSample[] = [];
  for (const [index, { jpeg, width, height }] of (await scannedPages(printed, quality, seed)).entries()) {
    const own = cells.filter(({ location }) => location.page === index + 1);
    const pixels = { ...decode(jpeg, { useTArray: true }), channels: 4 as const };
    const picture = pagePicture([{ pixels, frame: [width, 0, 0, -height, 0, height] }], width, height);
    const ready = cleanPage({ number: 1, width, height, rotation: 0, picture });
    const lines = linesOfCells(
      ready,
      own.flatMap(({ location: { box } }) => (box ? [box] : [])),
    );
    own.forEach(({ text }, i) => {
      const line = lines[i]?.length === 1 ? lines[i][0] : undefined;
      if (!line) return;
      const { glyphs, em } = glyphsOf(ready.page, line);
      const characters = [...text.normalize('NFKC').replace(/\s/g, '').replace(/[―–─]/g, '—')];
      const { places, unmatched, misfit } = align(characters, glyphs, em);
      if (unmatched > 0 || misfit > 0.06) return;
      characters.forEach((character, j) => {
        const place = places[j];
        const parts = glyphs.filter(({ x0, x1 }) => place && x0 >= place.x0 && x1 <= place.x1);
        const [first] = parts;
        const last = parts.at(-1);
        if (!first || !last || !place || first.x0 !== place.x0 || last.x1 !== place.x1) return;
        const isKnown = figureCharacters.includes(character);
        for (const area of isKnown ? [joined(parts)] : parts)
          samples.push({
            text: isKnown ? character : '',
            features: featuresOf(ready.page.picture, area, line.area, em),
          });
      });
    });
  }
  return samples;
}

/** The area that holds all of some areas. */
function joined(areas: readonly { x0: number; y0: number; x1: number; y1: number }[]) {
  return areas.reduce((a, b) => ({
    x0: Math.min(a.x0, b.x0),
    y0: Math.min(a.y0, b.y0),
    x1: Math.max(a.x1, b.x1),
    y1: Math.max(a.y1, b.y1),
  }));
}
