import type { Block } from '../../schemas/index.ts';
import { type Insertion, insertBlocks, type WithPictures } from '../embedded/insert-blocks.ts';
import { type PictureReading, readPicture } from '../embedded/read-picture.ts';
import { type ParagraphDraft, plainLook } from '../flow/drafts.ts';
import type { LargePicture } from './pictures.ts';

/** Pictures that are read in one document: a report with more photographs than this is none of scanned forms. */
const mostPictures = 30;

/** Reads the pictures of a document one after another. */
export async function readEach(pictures: readonly LargePicture[]): Promise<PictureReading[]> {
  const readings: PictureReading[] = [];
  for (const { read, width, height } of pictures.slice(0, mostPictures)) {
    const bytes = await read().catch(() => null);
    readings.push(bytes === null ? { kind: 'damaged' } : await readPicture({ bytes, width, height }));
  }
  return readings;
}

/** A character of the private use area, which no document prints: holds the place of a picture among the blocks. */
const mark = '\u{f8f0}';

/** Stands for a picture while blocks are joined and numbered: what stands on both sides of it is not one table. */
export function pictureMarkOf(index: number): ParagraphDraft {
  return { kind: 'paragraph', text: `${mark}${index}`, look: plainLook, role: 'body' };
}

/** Puts the blocks of the pictures in the place of their marks. */
export function withPictures(blocks: readonly Block[], readings: readonly PictureReading[]): WithPictures {
  const kept: Block[] = [];
  const insertions: Insertion[] = [];
  for (const block of blocks) {
    const reading =
      block.kind === 'paragraph' && block.text.startsWith(mark)
        ? readings[Number(block.text.slice(mark.length))]
        : undefined;
    if (reading?.kind !== 'table') kept.push(block);
    else insertions.push({ before: kept.length, ...reading, place: { sheet: null, ref: null } });
  }
  return insertBlocks(kept, insertions);
}
