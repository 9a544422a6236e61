import { isUtf8 } from 'node:buffer';
import { isBig5 } from './big5.ts';

/** A text file's characters and the encoding they were read in. */
export interface DecodedText {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5';
}

/**
 * Reads bytes as text: by their mark (UTF-8, UTF-16), as UTF-16 where NUL bytes stand in what reads as Chinese then, with holes where they are few, else as UTF-8 where they are valid UTF-8, else as Big5 where they read as that alone, else as GB18030, which
 * the national standard asks of Chinese systems and which holds GB2312 and GBK. Null where they are no text at all.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(inPairs(bytes), 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(inPairs(bytes), 'utf-16be');
  if (bytes.includes(0)) return decodeUnmarked(bytes) ?? decodeHoled(bytes);
  return decodeSingly(bytes);
}

/** UTF-16 behind its mark, without the odd byte of a line end that a program added in one byte. */
const inPairs = (bytes: Uint8Array): Uint8Array => bytes.subarray(2, bytes.length & ~1);

const decodeSingly = (bytes: Uint8Array): DecodedText | null =>
  decodeAs(bytes, 'utf-8') ??
  (isBig5(bytes) ? decodeAs(bytes, 'big5') : null) ??
  decodeAs(bytes, 'gb18030') ??
  decodeLoosely(bytes);

/** A text of which a few signs were lost to NUL, which show as �, or whose last block is filled up with it. */
function decodeHoled(bytes: Uint8Array): DecodedText | null {
  const used = bytes.subarray(0, bytes.findLastIndex((byte) => byte !== 0) + 1);
  const holes = used.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0);
  if (holes * soundCharacters > used.length) return null;
  const decoded = decodeSingly(used);
  return decoded && { ...decoded, text: decoded.text.replaceAll('\0', '\ufffd') };
}

/** ASCII that texts hold, punctuation and signs, CJK and full-width forms: nearly all of a text in Chinese, and few of what bytes of no kind come to. */
const usual = /[\t\n\r\x20-\x7e\u2010-\u22ff\u2460-\u25ff\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/g;
const usualShare = 0.98;
/** Shorter texts prove nothing, bytes. */
const shortestUnmarked = 16;

/** UTF-16 without a mark, which programs write that save what the clipboard holds. */
function decodeUnmarked(bytes: Uint8Array): DecodedText | null {
  if (bytes.length < shortestUnmarked || bytes.length % 2 !== 0) return null;
  const sample = bytes.subarray(0, sampleBytes);
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const begin = new TextDecoder(encoding).decode(sample);
    if ((begin.match(usual)?.length ?? 0) >= begin.length * usualShare) return decodeAs(bytes, encoding);
  }
  return null;
}

/** Characters for each one that may be damaged in a text that is still one. */
const soundCharacters = 200;
/** By its beginning, in bytes, a file that is no text is told before all of it is decoded. */
const sampleBytes = 65_536;

/** A text of which a few bytes are damaged, in the encoding that leaves fewer of them; they show as �. */
function decodeLoosely(bytes: Uint8Array): DecodedText | null {
  const read = (encoding: DecodedText['encoding'], part: Uint8Array) => {
    const text = new TextDecoder(encoding).decode(part);
    // Half a sign at the end is what a cut leaves, and shows as one that is damaged.
    const whole = text.replace(/\ufffd{1,3}$/, '');
    return { text, encoding, damaged: whole.match(/\ufffd/g)?.length ?? 0 };
  };
  const isSound = ({ text, damaged }: ReturnType<typeof read>) =>
    damaged * soundCharacters <= text.length && isText(text);
  const sample = bytes.subarray(0, sampleBytes);
  const [best] = (['utf-8', 'gb18030'] as const)
    .map((encoding) => read(encoding, sample))
    .sort((a, b) => a.damaged - b.damaged);
  if (best === undefined || !isSound(best)) return null;
  const whole = read(best.encoding, bytes);
  return isSound(whole) ? { text: whole.text, encoding: whole.encoding } : null;
}

/** Bytes before which a declaration of XML ends. */
const declarationBytes = 200;

/** The encoding that an XML text is in by its first bytes, or by its declaration (XML 1.0, appendix F); UTF-8 without. */
function xmlEncoding(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(declarationBytes, bytes.length));
  const declared = /^[^<]{0,3}<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)/.exec(head.toString('latin1'))?.[1];
  // What is read by its bytes is in one byte a sign: such a declaration was left from before.
  return declared === undefined || /^(?:utf-?(?:8|16)|us-ascii)/i.test(declared) ? 'utf-8' : declared;
}

export const isUtf8Xml = (bytes: Uint8Array): boolean => xmlEncoding(bytes) === 'utf-8' && isUtf8(bytes);

/** An XML text in its own encoding; as UTF-8 where it names one that is none or that does not fit while UTF-8 does; where it is no UTF-8, as GB18030 if it is that. */
export function decodeXml(bytes: Uint8Array): string {
  const encoding = xmlEncoding(bytes);
  const utf8 = () => new TextDecoder('utf-8').decode(bytes);
  if (encoding === 'utf-8') return isUtf8(bytes) ? utf8() : likelier(utf8(), bytes);
  try {
    if (encoding.startsWith('utf-16')) return new TextDecoder(encoding).decode(bytes);
    return decodeAs(bytes, 'utf-8')?.text ?? new TextDecoder(encoding).decode(bytes);
  } catch {
    return utf8();
  }
}

/** A text of which UTF-8 leaves more signs damaged than whole beyond ASCII is none of it. */
function likelier(text: string, bytes: Uint8Array): string {
  const damaged = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return damaged > whole ? (decodeAs(bytes, 'gb18030')?.text ?? text) : text;
}

/** Comments left out, and CDATA sections as plain text: programs that fill templates put texts there, and what follows looks for tags. */
export function withoutSections(xml: string): string {
  if (!xml.includes('<![CDATA[')) return xml;
  return xml.replace(/<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, text: string | undefined) =>
    (text ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;'),
  );
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
