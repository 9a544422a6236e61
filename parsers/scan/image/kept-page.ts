import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { CleanPage } from '../lines/crops.ts';

/** A levelled page for a second look; `packed` where there are many: it is white for the most part. */
export interface KeptPage extends Pick<CleanPage, 'dpi' | 'em' | 'noise'> {
  data: Uint8Array;
  packed: boolean;
  width: number;
  height: number;
}

/** Pages of a document that are kept as they are, 4 to 9 MB each: to pack one takes a fortieth of the time that it takes to read it. */
const keptUnpacked = 4;

/** `others`: pages of the document that are kept already. */
export function keptPage({ picture, dpi, em, noise }: CleanPage, others: number): KeptPage {
  const { data, width, height } = picture;
  const packed = others >= keptUnpacked;
  return { data: packed ? deflateRawSync(data, { level: 1 }) : data, packed, width, height, dpi, em, noise };
}

/** The page for cutting crops out of; its ink is not kept, and stands as grey. */
export function unpacked({ data, packed, width, height, dpi, em, noise }: KeptPage): CleanPage {
  const picture = { width, height, data: packed ? new Uint8Array(inflateRawSync(data)) : data };
  return { picture, ink: picture, dpi, em, noise };
}
