/** Bytes of two that GB18030 has for the signs that Chinese texts are made of. */
let pairs: Map<string, [number, number]> | undefined;

function pairsOf(): Map<string, [number, number]> {
  const decoder = new TextDecoder('gb18030');
  const found = new Map<string, [number, number]>();
  for (let high = 0x81; high < 0xff; high++)
    for (let low = 0x40; low < 0xff; low++)
      if (low !== 0x7f) found.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
  return found;
}

/** A text in GB18030, which Node only reads. */
export function gbk(text: string): Buffer {
  pairs ??= pairsOf();
  const bytes: number[] = [];
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    const pair = pairs.get(sign);
    if (code < 0x80) bytes.push(code);
    else if (pair !== undefined) bytes.push(...pair);
    else throw new Error(`no bytes for ${sign}`);
  }
  return Buffer.from(bytes);
}

export const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
