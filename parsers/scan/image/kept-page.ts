import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { CleanPage } from '../lines/crops.ts';

/** A levelled page, packed: it is white for the most part. */
export interface KeptPage extends Pick<CleanPage, 'dpi' | 'em'> {
  packed: Buffer;
  width: number;
  height: number;
}

export function keptPage({ picture, dpi, em }: CleanPage): KeptPage {
  const { data, width, height } = picture;
  return { packed: deflateRawSync(data, { level: 1 }), width, height, dpi, em };
}

/** The page for cutting crops out of; its ink is not kept, and stands as grey. */
export function unpacked({ packed, width, height, dpi, em }: KeptPage): CleanPage {
  const picture = { width, height, data: new Uint8Array(inflateRawSync(packed)) };
  return { picture, ink: picture, dpi, em };
}
