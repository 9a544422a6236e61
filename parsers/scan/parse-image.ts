import type { Issue, Page } from '../../schemas/index.ts';
import { joinPages } from '../geometry/document-layout.ts';
import { layoutOf, type PageLayout } from '../geometry/page-layout.ts';
import { defaultGeometry } from '../geometry/settings.ts';
import { issue } from '../issue.ts';
import type { Parse, ParseResult } from '../parser.ts';
import { blocksOf } from '../pdf/blocks.ts';
import { pageGridWarnings, withGridDoubts } from './grid/doubted-grids.ts';
import { type DecodedFile, decodeImageFile, type FilePicture } from './image/image-file.ts';
import { readPictures } from './index.ts';
import { scannedPages } from './scanned-pages.ts';

/** Resolutions that a file may truly have; others are taken for a mistake, and the picture for a whole sheet of A4. */
const believableDpi = { least: 100, most: 1200 } as const;

/** Long side of A4, in inches. */
const sheetInches = 11.69;

/** Reads a picture of one page, or of several in a TIFF, as a scan. Sizes are points. */
export const parseImage: Parse = async (bytes, { limits }) => {
  const pictures = await decoded(bytes, limits.maxPages);
  if (typeof pictures === 'object' && 'damage' in pictures)
    return failed('corrupt', `图片已损坏：${pictures.damage}`, `the picture is damaged: ${pictures.damage}`);
  if (pictures === 'too_large') return failed('too_large', '图片像素过多', 'the picture has too many pixels');
  if (pictures === 'unknown')
    return {
      status: 'unsupported',
      format: 'image',
      error: issue('unsupported_format', '此类图片暂不支持', 'a picture of this kind is not read'),
    };
  if (pictures.length === 0) return failed('empty', '文件中没有图片', 'the file holds no picture');
  const pages: Page[] = [];
  const layouts: PageLayout[] = [];
  const scans = scannedPages();
  const warnings: Issue[] = [];
  for (const [index, picture] of pictures.entries()) {
    const number = index + 1;
    const { width, height } = sizeOf(picture);
    pages.push({ number, name: null, width, height, rotation: 0, kind: 'scanned', hidden: false });
    try {
      const frame = { number, width, height, rotation: 0 };
      const drawn = { pixels: picture.pixels, frame: [width, 0, 0, -height, 0, height] as const };
      const scan = await readPictures(frame, [drawn], defaultGeometry);
      const layout = layoutOf(scan.marks, defaultGeometry, layouts.at(-1) ?? null);
      layouts.push(withGridDoubts(layout, scan.gridDoubts));
      scans.add(number, scan);
      warnings.push(...pageGridWarnings(scan.gridDoubts, number));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      warnings.push({
        ...issue(
          'page_failed',
          `第 ${number} 页无法识别：${reason}`,
          `page ${number} was not recognised: ${reason}`,
        ),
        place: `page ${number}`,
      });
    }
  }
  const blocks = blocksOf(joinPages(layouts, defaultGeometry), scans.onPage, scans.note);
  return {
    status: 'read',
    source: { format: 'image', pages, blocks, warnings },
    lookAgain: scans.lookAgain,
  };
};

/** Decoders throw over damaged bytes. */
async function decoded(bytes: Uint8Array, maxPages: number): Promise<DecodedFile | { damage: string }> {
  try {
    return await decodeImageFile(bytes, maxPages);
  } catch (thrown) {
    return { damage: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

function failed(code: 'too_large' | 'empty' | 'corrupt', zh: string, en: string): ParseResult {
  return { status: 'failed', format: 'image', error: issue(code, zh, en) };
}

/** Size of the page in points, by the resolution of the file or as a sheet of A4. */
export function sizeOf({ pixels, dpi }: FilePicture): { width: number; height: number } {
  const sheet = Math.max(pixels.width, pixels.height) / sheetInches;
  const isBelievable = dpi !== null && dpi >= believableDpi.least && dpi <= believableDpi.most;
  const resolution = isBelievable ? dpi : sheet;
  return { width: (pixels.width / resolution) * 72, height: (pixels.height / resolution) * 72 };
}
