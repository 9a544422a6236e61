import { encodingOfPage as known } from '../code-pages.ts';

/** Pages of DOS, whose letters that count are those of the West: `\ansicpg` and `\cpg` name them beside texts of Windows. */
const ofDos: ReadonlySet<number> = new Set([437, 850]);

/** Encodings of the character sets that `\fcharset` names. 0 and 1 say nothing: the document's own. */
const charsets = new Map<number, string>([
  [77, 'macintosh'],
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [134, 'gb18030'],
  [136, 'big5'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [163, 'windows-1258'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'windows-874'],
  [238, 'windows-1250'],
]);

/** Of a font of signs, whose bytes are no letters. */
export const symbolCharset = 2;

export const encodingOfPage = (page: number | null): string | null =>
  ofDos.has(page ?? -1) ? 'windows-1252' : known(page);
export const encodingOfCharset = (charset: number): string | null => charsets.get(charset) ?? null;

/** Encodings whose characters may be pairs of bytes, the second one perhaps an ASCII letter. */
const paired: ReadonlySet<string> = new Set(['gb18030', 'big5', 'shift_jis', 'euc-kr']);

const newDecoders = (encoding: string) => ({
  strict: new TextDecoder(encoding, { fatal: true }),
  loose: new TextDecoder(encoding),
});
const decoders = new Map<string, ReturnType<typeof newDecoders>>();

function decoderOf(encoding: string) {
  let decoder = decoders.get(encoding);
  if (decoder === undefined) {
    decoder = newDecoders(encoding);
    decoders.set(encoding, decoder);
  }
  return decoder;
}

/**
 * Bytes as text: in the encoding of their font where it has one, else of the document. A Western font in a Chinese document holds Chinese all the same
 * where its bytes are such, as programs that know one font write it.
 */
export function decodeBytes(bytes: readonly number[], font: string | null, document: string): string {
  const data = Uint8Array.from(bytes);
  for (const encoding of font === null || font === document ? [document] : [font, document]) {
    try {
      return decoderOf(encoding).strict.decode(data);
    } catch {
      // Not of this encoding.
    }
  }
  // A single sign of a Western font in a Chinese document: ± or ² is no half of a character.
  if (font === null && paired.has(document) && bytes.length === 1)
    return decoderOf('windows-1252').loose.decode(data);
  return decoderOf(font ?? document).loose.decode(data);
}

/** Whether the bytes end within a pair, so that a letter that follows belongs to them. */
export function endsWithin(bytes: readonly number[], encoding: string): boolean {
  if (!paired.has(encoding)) return false;
  let at = 0;
  while (at < bytes.length)
    at += (bytes[at] ?? 0) > 0x80 && (encoding !== 'shift_jis' || !isKana(bytes[at]!)) ? 2 : 1;
  return at > bytes.length;
}

const isKana = (byte: number): boolean => byte >= 0xa1 && byte <= 0xdf;
