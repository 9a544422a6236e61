/** A text file's characters and the encoding they were read in. */
export interface DecodedText {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
}

/**
 * Reads bytes as text: by their mark (UTF-8, UTF-16), else as UTF-8 where they are valid UTF-8, else as GB18030, which
 * the national standard asks of Chinese systems and which holds GB2312 and GBK. Null where they are no text at all.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes.subarray(2), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes.subarray(2), 'utf-16be');
  if (bytes.includes(0)) return null;
  return decodeAs(bytes, 'utf-8') ?? decodeAs(bytes, 'gb18030');
}

function decodeAs(bytes: Uint8Array, encoding: DecodedText['encoding']): DecodedText | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return isText(text) ? { text, encoding } : null;
  } catch {
    return null;
  }
}

/** Control characters that texts do not hold; more than one in a hundred, and the bytes are something else. */
function isText(text: string): boolean {
  const sample = text.slice(0, 4096);
  const controls = sample.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\ufffd]/g)?.length ?? 0;
  return controls * 100 <= sample.length;
}
