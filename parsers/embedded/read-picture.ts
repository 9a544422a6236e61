import type { Block, Grid } from '../../schemas/index.ts';
import { joinPages } from '../geometry/document-layout.ts';
import { layoutOf } from '../geometry/page-layout.ts';
import { defaultGeometry } from '../geometry/settings.ts';
import { blocksOf } from '../pages/blocks.ts';
import type { LookAgain } from '../parser.ts';
import type { GridDoubt } from '../scan/grid/check-grid.ts';
import { withGridDoubts } from '../scan/grid/doubted-grids.ts';

/** A picture inside a document: its bytes, and the size that it is shown at in points; null where the document does not say. */
export interface EmbeddedPicture {
  bytes: Uint8Array;
  width: number | null;
  height: number | null;
}

/** What a picture inside a document holds: the blocks of a page of its own, or why there are none. */
export type PictureReading =
  | { kind: 'table'; blocks: Block[]; lookAgain: LookAgain; gridDoubts: readonly GridDoubt[] }
  | { kind: 'no_table' }
  | { kind: 'damaged' }
  /** `format`: what it is, where its first bytes tell. */
  | { kind: 'unsupported'; format: string | null };

/** Filled cells from which a grid is a table: two boxes in a drawing are none. */
const fewestCells = 4;

/** Reads a picture that may be a scanned form. Never throws: a picture that cannot be read says so. */
export async function readPicture({ bytes, width, height }: EmbeddedPicture): Promise<PictureReading> {
  const format = vectorFormat(bytes);
  if (format !== null) return { kind: 'unsupported', format };
  try {
    // Recognition is loaded when the first picture is met.
    const { decodeImageFile } = await import('../scan/image/image-file.ts');
    const pictures = await decodeImageFile(bytes, 1);
    if (pictures === 'unknown') return { kind: 'unsupported', format: null };
    const [picture] = pictures === 'too_large' ? [] : pictures;
    if (picture === undefined) return { kind: 'damaged' };
    const [{ readPictures }, { sizeOf }, { scannedPages }] = await Promise.all([
      import('../scan/index.ts'),
      import('../scan/parse-image.ts'),
      import('../scan/scanned-pages.ts'),
    ]);
    const { pixels } = picture;
    const dpi = width === null || height === null ? picture.dpi : Math.round((pixels.width / width) * 72);
    const size = sizeOf({ pixels, dpi });
    const frame = { number: 1, ...size, rotation: 0 };
    const drawn = { pixels, frame: [size.width, 0, 0, -size.height, 0, size.height] as const };
    const scan = await readPictures(frame, [drawn], defaultGeometry);
    const scans = scannedPages();
    scans.add(1, scan);
    const layout = withGridDoubts(layoutOf(scan.marks, defaultGeometry), scan.gridDoubts);
    const blocks = blocksOf(joinPages([layout], defaultGeometry), scans.onPage, scans.note);
    return blocks.some(isTable)
      ? { kind: 'table', blocks, lookAgain: scans.lookAgain, gridDoubts: scan.gridDoubts }
      : { kind: 'no_table' };
  } catch {
    return { kind: 'damaged' };
  }
}

function isTable(block: Block): block is Grid {
  if (block.kind !== 'grid' || block.rows < 2 || block.columns < 2) return false;
  return block.cells.filter(({ text }) => text !== '').length >= fewestCells;
}

/** Formats of drawings that are known and not read, by their first bytes ([MS-EMF] 2.3.4.2, [MS-WMF] 2.3.2.3). */
function vectorFormat(bytes: Uint8Array): string | null {
  const at = (offset: number, ...magic: number[]): boolean =>
    magic.every((byte, i) => bytes[offset + i] === byte);
  if (at(0, 1, 0, 0, 0) && at(40, 0x20, 0x45, 0x4d, 0x46)) return 'EMF';
  if (at(0, 0xd7, 0xcd, 0xc6, 0x9a)) return 'WMF';
  return at(0, 0x3c, 0x73, 0x76, 0x67) || at(0, 0x3c, 0x3f, 0x78, 0x6d) ? 'SVG' : null;
}
