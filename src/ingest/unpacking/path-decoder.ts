import { decodeName } from '../discovery/decode-name.ts';

const slash = '/'.charCodeAt(0);

/**
 * Takes the bytes of a path, part by part. Emscripten makes its texts by a TextDecoder of Node where they are longer than 16 bytes; otherwise, and
 * by Node's own, what is no UTF-8 in a name of an old RAR, LZH or CAB would be lost.
 */
class PathDecoder {
  decode(bytes: Uint8Array): string {
    const parts: string[] = [];
    let start = 0;
    for (let end = bytes.indexOf(slash); end >= 0; end = bytes.indexOf(slash, start)) {
      parts.push(decodeName(bytes.subarray(start, end)));
      start = end + 1;
    }
    return [...parts, decodeName(bytes.subarray(start))].join('/');
  }
}

/** Lets the paths of an Emscripten program that is started from now on be decoded so. */
export function decodePaths(): void {
  Object.assign(globalThis, { TextDecoder: PathDecoder });
}
