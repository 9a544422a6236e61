/** A page saved with its pictures as one mail (MHTML, RFC 2557): what Word and browsers save, and systems export under the name .doc. */
const header = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+/;

/** Parts within parts that are looked into. */
const deepest = 3;

/** The page of a mail; `isCut` where the mail ends within it. */
export interface ArchivedPage {
  bytes: Uint8Array;
  isCut: boolean;
}

/**
 * The page of a mail, its first HTML part, and those that it frames; of a workbook that Excel saved so, whose first part only frames its sheets, the sheets. Empty where
 * there is none.
 */
export function pagesOfArchive(bytes: Uint8Array): ArchivedPage[] {
  const mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const [first, ...others] = pagesIn(mail.replace(/^(?:\xef\xbb\xbf)?\s*/, ''), 0);
  if (first === undefined) return [];
  const frames = others.filter(({ place }) => !/tabstrip\.html?$/i.test(place));
  if (isFrame(first.bytes) && frames.length > 0) return frames;
  const framed = placesFramed(first.bytes);
  return [first, ...others.filter(({ place, id }) => framed.has(place) || framed.has(`cid:${id}`))];
}

/** What the frames within a page show, as they name it. */
function placesFramed(page: Buffer): Set<string> {
  const frames = page.toString('latin1').matchAll(/<i?frame\b[^<>]*?\ssrc\s*=\s*["']?([^"'\s<>]+)/gi);
  return new Set([...frames].map(([, place = '']) => place.replaceAll('&amp;', '&')));
}

/** A frame holds nothing of its own. */
const isFrame = (page: Buffer): boolean => /<frameset\b/i.test(page.toString('latin1'));

interface PlacedPage extends ArchivedPage {
  bytes: Buffer;
  /** What the page was named (Content-Location). */
  place: string;
  /** Its number in the mail (Content-ID). */
  id: string;
}

function pagesIn(mail: string, depth: number): PlacedPage[] {
  const text = mail.includes('\r') ? mail.replaceAll('\r\n', '\n') : mail;
  const head = header.exec(text)?.[0];
  if (head === undefined) return [];
  const body = text.slice(head.length).replace(/^\n/, '');
  const boundary = /\bboundary\s*=\s*(?:"([^"\n]+)"|([^\s;]+))/i.exec(head);
  if (boundary !== null && /^content-type:\s*multipart\//im.test(head)) {
    if (depth >= deepest) return [];
    const parts = `\n${body}`.split(`\n--${boundary[1] ?? boundary[2]}`).slice(1);
    return parts.flatMap((part, index) => {
      const pages = part.startsWith('--') ? [] : pagesIn(part.replace(/^[^\n]*\n/, ''), depth + 1);
      // A part ends where the next boundary begins.
      return pages.map((page) => ({ ...page, isCut: page.isCut || index === parts.length - 1 }));
    });
  }
  if (!/^content-type:\s*(?:text\/html|application\/xhtml\+xml)/im.test(head)) return [];
  const place = /^content-location:\s*(\S+)/im.exec(head)?.[1] ?? '';
  const id = /^content-id:\s*<([^>\n]*)>/im.exec(head)?.[1] ?? '';
  const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase();
  if (encoding === 'base64') return [{ bytes: Buffer.from(body, 'base64'), isCut: false, place, id }];
  const plain = encoding === 'quoted-printable' ? unquoted(body) : body;
  return [{ bytes: Buffer.from(plain, 'latin1'), isCut: false, place, id }];
}

/** RFC 2045, 6.7. */
function unquoted(text: string): string {
  return text
    .replace(/=[ \t]*\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
