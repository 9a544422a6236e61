import { decodeName } from '../discovery/decode-name.ts';

/** The header of a mail or of one of its parts. */
export interface MailHeaders {
  /** In small letters; plain text where nothing is said. */
  contentType: () => { type: string; parameters: ReadonlyMap<string, string> };
  encoding: () => string;
  isAttachment: () => boolean;
  /** Whether a text may show it where it stands (RFC 2392). */
  isShown: () => boolean;
  fileName: () => string | null;
}

/** Longer headers are cut off here, bytes. */
const mostHeaderBytes = 1 << 20;

/** The header, and where the body behind it begins. */
export function headersOf(part: Buffer): { headers: MailHeaders; bodyStart: number } {
  const { end, bodyStart } = endOfHeader(part);
  const lines = part
    .toString('latin1', 0, Math.min(end, mostHeaderBytes))
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/);
  const fields = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== '' && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim());
  }
  const isAttachment = () => /^attachment$/i.test(valued('content-disposition').value);
  const valued = (name: string) => fieldValue(fields.get(name) ?? '');
  return {
    bodyStart,
    headers: {
      contentType() {
        const { value, parameters } = valued('content-type');
        return { type: value.toLowerCase() || 'text/plain', parameters };
      },
      encoding: () => (fields.get('content-transfer-encoding') ?? '').trim().toLowerCase(),
      isAttachment: () => isAttachment(),
      isShown: () => fields.has('content-id') && !isAttachment(),
      fileName() {
        const names = [
          longParameter(valued('content-disposition').parameters, 'filename'),
          longParameter(valued('content-type').parameters, 'name'),
        ];
        return names.find((name) => name !== null && name.trim() !== '') ?? null;
      },
    },
  };
}

/** An empty line; without one all is header. */
function endOfHeader(part: Buffer): { end: number; bodyStart: number } {
  if (part[0] === 0x0a) return { end: 0, bodyStart: 1 };
  if (part[0] === 0x0d && part[1] === 0x0a) return { end: 0, bodyStart: 2 };
  for (let at = part.indexOf(0x0a); at >= 0; at = part.indexOf(0x0a, at + 1)) {
    if (part[at + 1] === 0x0a) return { end: at, bodyStart: at + 2 };
    if (part[at + 1] === 0x0d && part[at + 2] === 0x0a) return { end: at, bodyStart: at + 3 };
  }
  return { end: part.length, bodyStart: part.length };
}

const parameter = /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g;

/** `attachment; filename="a.docx"` (RFC 2045, 5.1). */
function fieldValue(field: string): { value: string; parameters: Map<string, string> } {
  const parameters = new Map<string, string>();
  // What stands in quotation marks is escaped by a stroke, except on Windows, whose paths have it.
  for (const [, name = '', quoted, plain = ''] of field.matchAll(parameter))
    if (!parameters.has(name.toLowerCase()))
      parameters.set(name.toLowerCase(), quoted?.replace(/\\(["\\])/g, '$1') ?? plain.trim());
  return { value: field.split(';', 1)[0]!.trim(), parameters };
}

/** A parameter as it is, in words that tell their encoding, or in pieces (RFC 2231: `filename*0*=utf-8''…`). */
function longParameter(parameters: ReadonlyMap<string, string>, name: string): string | null {
  const whole = parameters.get(`${name}*`);
  if (whole !== undefined) return extended(whole);
  const pieces: string[] = [];
  let isExtended = false;
  for (let i = 0; ; i++) {
    const marked = parameters.get(`${name}*${i}*`);
    const piece = marked ?? parameters.get(`${name}*${i}`);
    if (piece === undefined) break;
    isExtended ||= marked !== undefined;
    pieces.push(marked ?? (isExtended ? piece.replace(/%/g, '%25') : piece));
  }
  if (pieces.length > 0) return isExtended ? extended(pieces.join('')) : plainWords(pieces.join(''));
  const plain = parameters.get(name);
  return plain === undefined ? null : plainWords(plain);
}

/** `gb2312'zh'%D4%A4`. */
function extended(text: string): string {
  const [, charset = '', value = text] = /^([^']*)'[^']*'([\s\S]*)$/.exec(text) ?? [];
  const bytes = value.replace(/%([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return inCharset(Buffer.from(bytes, 'latin1'), charset);
}

/** `=?gb18030?B?1KTL4w==?=` (RFC 2047); the blanks between two such words are none. What is not so encoded is bytes. */
function plainWords(text: string): string {
  const word = /=\?([^?*]+)(?:\*[^?]*)?\?([bq])\?([^?]*)\?=(?:\s+(?==\?))?/gi;
  if (!/=\?[^?]+\?[bq]\?/i.test(text)) return decodeName(Buffer.from(text, 'latin1'));
  // Some cut a sign in two between words: neighbours of one encoding are put together first.
  const runs: { charset: string; bytes: Buffer }[] = [];
  let behind = 0;
  for (const match of text.matchAll(word)) {
    const [all, charset = '', kind = '', content = ''] = match;
    if (match.index > behind)
      runs.push({ charset: '', bytes: Buffer.from(text.slice(behind, match.index), 'latin1') });
    const bytes = /b/i.test(kind)
      ? Buffer.from(content, 'base64')
      : Buffer.from(
          content
            .replaceAll('_', ' ')
            .replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
          'latin1',
        );
    const last = runs.at(-1);
    if (last !== undefined && last.charset === charset.toLowerCase())
      last.bytes = Buffer.concat([last.bytes, bytes]);
    else runs.push({ charset: charset.toLowerCase(), bytes });
    behind = match.index + all.length;
  }
  if (behind < text.length) runs.push({ charset: '', bytes: Buffer.from(text.slice(behind), 'latin1') });
  return runs.map(({ charset, bytes }) => inCharset(bytes, charset)).join('');
}

/** By the encoding that is told; in GB18030 where that is one of its parts, or not known. */
function inCharset(bytes: Buffer, charset: string): string {
  if (charset === '' || /^(?:utf-?8|us-ascii|gb\w*|x-gbk|cp936|hz.*)$/i.test(charset))
    return decodeName(bytes);
  try {
    return new NativeDecoder(charset).decode(bytes);
  } catch {
    return decodeName(bytes);
  }
}

// The process that unpacks lets Emscripten have another decoder (path-decoder.ts).
const NativeDecoder = TextDecoder;
