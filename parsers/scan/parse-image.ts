import type { Issue, Page } from '../../schemas/index.ts';
import { joinPages } from '../geometry/document-layout.ts';
import type { PageLayout } from '../geometry/layout.ts';
import { layoutOf } from '../geometry/page-layout.ts';
import { defaultGeometry } from '../geometry/settings.ts';
import { issue, thrownDetail } from '../issue.ts';
import { blocksOf } from '../pages/blocks.ts';
import type { Parse, ParseResult } from '../parser.ts';
import { pageGridWarnings, withGridDoubts } from './grid/doubted-grids.ts';
import { layoutDoubts } from './grid/layout-doubts.ts';
import { type DecodePicture, type FilePicture, picturesOf } from './image/image-file.ts';
import { readPictures } from './index.ts';
import { scannedPages } from './scanned-pages.ts';

/** Resolutions that a file may truly have; others are taken for a mistake, and the picture for a whole sheet of A4. */
const believableDpi = { least: 100, most: 1200 } as const;

/** Long side of A4, in inches. */
const sheetInches = 11.69;

/** Reads a picture of one page, or of several in a TIFF, as a scan. Sizes are points. */
export const parseImage: Parse = async (bytes, { limits }) => {
  const decoders = opened(bytes, limits.maxPages);
  if ('status' in decoders) return decoders;
  if (decoders.length === 0) return failed('empty', '文件中没有图片', 'the file holds no picture');
  const pages: Page[] = [];
  const layouts: PageLayout[] = [];
  const scans = scannedPages();
  const warnings: Issue[] = [];
  let refused: ParseResult | null = null;
  // One after another: of a page that was read only its writing is kept.
  for (const [index, decode] of decoders.entries()) {
    const number = index + 1;
    const picture = await decoded(decode);
    if ('status' in picture) {
      refused ??= picture;
      pages.push({ number, name: null, ...unknownSize, rotation: 0, kind: 'scanned', hidden: false });
      warnings.push(pageFailed(number, picture.error.message));
      continue;
    }
    const { width, height } = sizeOf(picture);
    pages.push({ number, name: null, width, height, rotation: 0, kind: 'scanned', hidden: false });
    try {
      const frame = { number, width, height, rotation: 0 };
      const drawn = { pixels: picture.pixels, frame: [width, 0, 0, -height, 0, height] as const };
      const scan = await readPictures(frame, [drawn], defaultGeometry);
      const layout = layoutOf(scan.marks, defaultGeometry, layouts.at(-1) ?? null);
      const doubts = layoutDoubts(scan, [layout]);
      layouts.push(withGridDoubts(layout, doubts));
      scans.add(number, scan);
      warnings.push(...pageGridWarnings(doubts, number));
    } catch (error) {
      const { zh, en } = thrownDetail(error);
      warnings.push(pageFailed(number, { zh: `识别出错${zh}`, en: `recognition failed${en}` }));
    }
  }
  if (refused !== null && layouts.length === 0) return refused;
  const blocks = blocksOf(joinPages(layouts, defaultGeometry), scans.onPage, scans.note);
  return {
    status: 'read',
    source: { format: 'image', pages, blocks, warnings },
    lookAgain: scans.lookAgain,
  };
};

/** Of a page whose picture cannot be decoded: a sheet of A4. */
const unknownSize = { width: 595, height: 842 } as const;

/** Decoders throw over damaged bytes. */
function opened(bytes: Uint8Array, maxPages: number): DecodePicture[] | Failed {
  try {
    return picturesOf(bytes, maxPages);
  } catch (thrown) {
    return damaged(thrown);
  }
}

async function decoded(decode: DecodePicture): Promise<FilePicture | Failed> {
  try {
    const picture = await decode();
    if (picture === 'too_large')
      return failed('too_large', '图片像素过多', 'the picture has too many pixels');
    if (picture === 'unknown')
      return {
        status: 'unsupported',
        format: 'image',
        error: issue('unsupported_format', '此类图片暂不支持', 'a picture of this kind is not read'),
      };
    return picture;
  } catch (thrown) {
    return damaged(thrown);
  }
}

type Failed = Exclude<ParseResult, { status: 'read' }>;

function damaged(thrown: unknown): Failed {
  const { zh, en } = thrownDetail(thrown);
  return failed('corrupt', `图片已损坏，无法读取${zh}`, `the picture is damaged and cannot be read${en}`);
}

function failed(code: 'too_large' | 'empty' | 'corrupt', zh: string, en: string): Failed {
  return { status: 'failed', format: 'image', error: issue(code, zh, en) };
}

function pageFailed(number: number, { zh, en }: Issue['message']): Issue {
  return {
    ...issue('page_failed', `第 ${number} 页无法识别：${zh}`, `page ${number} was not recognised: ${en}`),
    place: `page ${number}`,
  };
}

/** Size of the page in points, by the resolution of the file or as a sheet of A4. */
export function sizeOf({ pixels, dpi, stretch = 1 }: FilePicture): { width: number; height: number } {
  const sheet = Math.max(pixels.width, pixels.height * stretch) / sheetInches;
  const isBelievable = dpi !== null && dpi >= believableDpi.least && dpi <= believableDpi.most;
  const resolution = isBelievable ? dpi : sheet;
  return { width: (pixels.width / resolution) * 72, height: (pixels.height / resolution) * stretch * 72 };
}
