import { decodeName } from '../discovery/decode-name.ts';
import { type Decoded, fromBase64 } from './base64.ts';
import type { Enclosures } from './enclosures.ts';
import { isSmallPicture } from './inline-picture.ts';
import { headersOf, type MailHeaders } from './mail-headers.ts';
import { hasTable, ownText } from './own-text.ts';
import { isTnef } from './tnef.ts';
import { uuencodedIn } from './uuencoded.ts';

/** Parts within parts that are looked into. */
const deepest = 20;

/** What is enclosed with a mail (RFC 5322, RFC 2045 to 2049), and its text where that has a table; of several that are kept in one file, each. */
export function unpackMail(file: Buffer, enclosures: Enclosures): void {
  const mails = mailsIn(file);
  if (mails.length === 1) unpackLetter(mails[0]!, enclosures);
  else for (const [i, mail] of mails.entries()) enclosures.add(`邮件 ${i + 1}.eml`, mail);
}

/** The line that stands before each mail (RFC 4155), with its time, and a field of the mail behind it. */
const envelope = /From [^\n]*\d:\d\d[^\n]*\n[\w-]+:/y;
const envelopeBytes = Buffer.from('\nFrom ');
const mostEnvelopeBytes = 1000;

/** The mails of a file; one that does not begin with such a line is one mail. */
function mailsIn(file: Buffer): Buffer[] {
  if (!isEnvelope(file, 0)) return [file];
  const starts = [0];
  for (let at = file.indexOf(envelopeBytes); at >= 0; at = file.indexOf(envelopeBytes, at + 1))
    if (isEnvelope(file, at + 1)) starts.push(at + 1);
  return starts.map((start, i) => file.subarray(start, starts[i + 1]));
}

function isEnvelope(file: Buffer, at: number): boolean {
  envelope.lastIndex = 0;
  return envelope.test(file.toString('latin1', at, at + mostEnvelopeBytes));
}

function unpackLetter(mail: Buffer, enclosures: Enclosures): void {
  let start = mail.subarray(0, 3).equals(Buffer.from('efbbbf', 'hex')) ? 3 : 0;
  while (mail[start] === 0x0a || mail[start] === 0x0d) start += 1;
  let unnamed = 0;
  readPart(mail.subarray(start), 0, false, {
    ...enclosures,
    nameless: (kind) => {
      unnamed += 1;
      return `${kind} ${unnamed}`;
    },
  });
}

interface Letter extends Enclosures {
  /** A name for what has none. */
  nameless: (kind: string) => string;
}

function readPart(part: Buffer, depth: number, isCut: boolean, letter: Letter): void {
  const { headers, bodyStart } = headersOf(part);
  const body = part.subarray(bodyStart);
  const { type, parameters } = headers.contentType();
  if (type.startsWith('multipart/')) {
    const pieces = depth < deepest ? partsOf(body, parameters.get('boundary') ?? '') : [];
    if (depth >= deepest) letter.fail(letter.nameless('附件'), body.length, 'method');
    for (const { bytes, isOpen } of pieces) readPart(bytes, depth + 1, isCut || isOpen, letter);
    return;
  }
  const name = nameOf(headers, type, letter);
  if (name === null) {
    if (type.startsWith('text/')) readText(decoded(body, headers.encoding(), letter), letter);
    return;
  }
  const content = decoded(body, headers.encoding(), letter);
  if (!Buffer.isBuffer(content)) letter.fail(name, content.size, content.fault);
  else if (name === ownText && !hasTable(content)) return;
  else if (isCut) letter.fail(name, content.length, 'damaged');
  else if (isPackedByOutlook(type, name) && !isTnef(content)) letter.fail(name, content.length, 'method');
  else if (type.startsWith('image/') && headers.isShown() && isSmallPicture(content)) letter.passOver(name);
  // What is encrypted or signed as one lump.
  else if (/pkcs7-mime$/.test(type)) letter.fail(name, content.length, 'encrypted');
  else if (type === 'application/octet-stream' && /-----BEGIN PGP MESSAGE-----/.test(startOf(content)))
    letter.fail(name, content.length, 'encrypted');
  else letter.add(name, content);
}

const isPackedByOutlook = (type: string, name: string): boolean =>
  /\/(?:ms-tnef|vnd\.ms-tnef)$/.test(type) || /^winmail\.dat$/i.test(name);

/** Files that stand in the text of a letter itself. */
function readText(text: Decoded, letter: Letter): void {
  if (!Buffer.isBuffer(text)) {
    letter.fail('正文.txt', text.size, text.fault);
    return;
  }
  for (const { name, content } of uuencodedIn(text, letter.maxBytes)) {
    const shown = decodeName(Buffer.from(name, 'latin1'));
    if (Buffer.isBuffer(content)) letter.add(shown, content);
    else letter.fail(shown, content.size, content.fault);
  }
}

const startOf = (bytes: Buffer): string => bytes.toString('latin1', 0, 100);

/** Endings for what is enclosed without a name, by its kind. */
const endings: readonly [RegExp, string][] = [
  [/^text\/html$/, '.html'],
  [/^text\//, '.txt'],
  [/^image\/(?:jpeg|pjpeg)$/, '.jpg'],
  [/^image\/(?:x-)?png$/, '.png'],
  [/^application\/pdf$/, '.pdf'],
];

/** Of a text that is the letter itself: only where it has a table; null for what is none of its enclosures. */
function nameOf(headers: MailHeaders, type: string, letter: Letter): string | null {
  const name = headers.fileName();
  if (type === 'message/rfc822' || type === 'message/global')
    return `${(name ?? letter.nameless('邮件')).replace(/\.eml$/i, '')}.eml`;
  if (name !== null) return name;
  const isEnclosed = headers.isAttachment();
  if (type === 'text/html') return isEnclosed ? `${letter.nameless('附件')}.html` : ownText;
  if (type.startsWith('text/') && !isEnclosed) return null;
  if (type.startsWith('message/') || /pgp-(?:encrypted|signature)$|pkcs7-signature$/.test(type)) return null;
  const ending = endings.find(([pattern]) => pattern.test(type))?.[1] ?? '';
  return letter.nameless('附件') + ending;
}

function decoded(body: Buffer, encoding: string, { maxBytes }: Letter): Decoded {
  if (encoding === 'base64') return fromBase64(body, maxBytes);
  return encoding === 'quoted-printable' ? unquoted(body) : body;
}

const [equals, lineFeed, carriageReturn, space, tab] = [0x3d, 0x0a, 0x0d, 0x20, 0x09];

/** RFC 2045, 6.7: `=` and two digits stand for a byte, and at the end of a line for nothing. */
function unquoted(body: Buffer): Buffer {
  const bytes = Buffer.allocUnsafeSlow(body.length);
  let to = 0;
  for (let at = 0; at < body.length; at++) {
    if (body[at] !== equals) {
      bytes[to++] = body[at]!;
      continue;
    }
    const code = body.toString('latin1', at + 1, at + 3);
    if (/^[0-9a-f]{2}$/i.test(code)) {
      bytes[to++] = Number.parseInt(code, 16);
      at += 2;
      continue;
    }
    let end = at + 1;
    while (body[end] === space || body[end] === tab || body[end] === carriageReturn) end += 1;
    if (body[end] === lineFeed) at = end;
    else bytes[to++] = equals;
  }
  return bytes.subarray(0, to);
}

/** The parts between the lines of a boundary (RFC 2046, 5.1.1); `isOpen` where the mail ends within one. */
function* partsOf(body: Buffer, boundary: string): Generator<{ bytes: Buffer; isOpen: boolean }> {
  if (boundary === '') return void (yield { bytes: body, isOpen: true });
  const mark = Buffer.from(`--${boundary}`, 'latin1');
  let start = -1;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    const behind = body.toString('latin1', at + mark.length, at + mark.length + 2);
    if ((at > 0 && body[at - 1] !== lineFeed) || !/^(?:--|[\s]|$)/.test(behind)) continue;
    if (start >= 0) yield { bytes: withoutLineEnd(body.subarray(start, at)), isOpen: false };
    if (behind === '--') return;
    const line = body.indexOf(lineFeed, at + mark.length);
    start = line < 0 ? body.length : line + 1;
  }
  yield { bytes: body.subarray(Math.max(0, start)), isOpen: true };
}

/** The line end before a boundary belongs to it. */
function withoutLineEnd(bytes: Buffer): Buffer {
  if (bytes.at(-1) !== lineFeed) return bytes;
  return bytes.subarray(0, bytes.at(-2) === carriageReturn ? -2 : -1);
}
