/** A page saved with its pictures as one mail (MHTML, RFC 2557): what Word and browsers save, and systems export under the name .doc. */
const header = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)+/;

/** Parts within parts that are looked into. */
const deepest = 3;

/** The page of a mail; `isCut` where the mail ends within it. */
export interface ArchivedPage {
  bytes: Uint8Array;
  isCut: boolean;
}

/** The first HTML part of a mail; null where there is none. */
export function pageOfArchive(bytes: Uint8Array): ArchivedPage | null {
  const mail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return pageIn(mail.replace(/^(?:\xef\xbb\xbf)?\s+/, ''), 0);
}

function pageIn(mail: string, depth: number): ArchivedPage | null {
  const text = mail.includes('\r') ? mail.replaceAll('\r\n', '\n') : mail;
  const head = header.exec(text)?.[0];
  if (head === undefined) return null;
  const body = text.slice(head.length).replace(/^\n/, '');
  const boundary = /\bboundary\s*=\s*(?:"([^"\n]+)"|([^\s;]+))/i.exec(head);
  if (boundary !== null && /^content-type:\s*multipart\//im.test(head)) {
    if (depth >= deepest) return null;
    const parts = `\n${body}`.split(`\n--${boundary[1] ?? boundary[2]}`).slice(1);
    for (const [index, part] of parts.entries()) {
      const page = part.startsWith('--') ? null : pageIn(part.replace(/^[^\n]*\n/, ''), depth + 1);
      // A part ends where the next boundary begins.
      if (page !== null) return { ...page, isCut: page.isCut || index === parts.length - 1 };
    }
    return null;
  }
  if (!/^content-type:\s*text\/html/im.test(head)) return null;
  const encoding = /^content-transfer-encoding:\s*([\w-]+)/im.exec(head)?.[1]?.toLowerCase();
  if (encoding === 'base64') return { bytes: Buffer.from(body, 'base64'), isCut: false };
  const plain = encoding === 'quoted-printable' ? unquoted(body) : body;
  return { bytes: Buffer.from(plain, 'latin1'), isCut: false };
}

/** RFC 2045, 6.7. */
function unquoted(text: string): string {
  return text
    .replace(/=[ \t]*\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
