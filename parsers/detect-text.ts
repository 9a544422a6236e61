import type { Format } from '../schemas/index.ts';
import { decodeText } from './decode.ts';
import { guessDelimiter } from './delimiter.ts';
import { foreign, foreignText, isWebArchive } from './detect-foreign.ts';
import { openDocumentFormat } from './detect-open-document.ts';
import type { Detection } from './detection.ts';
import { issue } from './issue.ts';

/** Signs of a markup stand at the beginning; a page's style sheet may come before its first table. */
const headLength = 8_192;

/** Tells apart what comes as characters: HTML, XML Spreadsheet 2003, delimited text, prose; anything else is unknown. */
export function detectText(bytes: Uint8Array, name: string): Detection {
  if (isRtf(bytes)) return { format: 'rtf', error: null };
  const decoded = decodeText(bytes);
  if (decoded === null) return unknown();
  const text = decoded.text.replace(/^\ufeff/, '');
  if (text.trim() === '')
    return {
      format: 'text',
      error: issue('empty', '文件只含空白', 'the file holds nothing but white space'),
    };
  const head = beginning(text);
  const markup = detectMarkup(head);
  if (markup !== null) return markup;
  return { format: isDelimited(text, name) ? 'csv' : 'text', error: null };
}

/** Where comments are looked for that stand before the first element, signs. */
const longestComments = 65_536;

/** The beginning of a text, without the comments that stand before anything else but a declaration. */
function beginning(text: string): string {
  let head = text.slice(0, longestComments).trimStart();
  const declaration = /^(?:<\?[^>]*\?>\s*)*/.exec(head)?.[0] ?? '';
  let at = declaration.length;
  while (head.startsWith('<!--', at)) {
    const end = head.indexOf('-->', at);
    if (end < 0) break;
    at = end + 3;
    while (/\s/.test(head[at] ?? '')) at++;
  }
  if (at > declaration.length) head = declaration + head.slice(at);
  return head.slice(0, headLength);
}

/** Blanks and a mark of UTF-8 before the first brace say nothing. RTF may hold bytes that are no text (\\bin). */
function isRtf(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headLength));
  return /^(?:\xef\xbb\xbf)?\s*\{\\rtf/.test(head.toString('latin1'));
}

function unknown(): Detection {
  return {
    format: 'unknown',
    error: issue('unknown_format', '无法识别的文件内容', 'no reader knows this content'),
  };
}

/** Word documents as one text: flat OPC, and XML of Word 2003. */
const isFlatWord = (head: string): boolean =>
  head.startsWith('<') && /<(?:pkg:package|(?:\w+:)?wordDocument)\b/.test(head);

/** Of the programs of Office only Word reads a package as one text. */
const otherFlat = /<\?mso-application\s+progid="(?!Word\.)|pkg:name="\/(?:xl|ppt)\//;
const flatPackage = foreign(
  'unknown',
  '其他种类的 Office 文件包（XML）',
  'another Office package as flat XML',
);

function detectMarkup(head: string): Detection | null {
  if (isFlatWord(head)) return otherFlat.test(head) ? flatPackage : { format: 'docx', error: null };
  const open = head.startsWith('<') ? /<office:document\s[^<>]*/.exec(head)?.[0] : undefined;
  if (open !== undefined) return flatOpenDocument(open);
  if (isWebArchive(head)) return { format: 'html', error: null };
  const other = foreignText(head);
  if (other !== null) return other;
  const found = (format: Format): Detection => ({ format, error: null });
  // 导出成功 before a page
  if (!head.startsWith('<')) return /<(?:html|table)\b[^<>]*>\s*<\w/i.test(head) ? found('html') : null;
  if (/<(?:\w+:)?Workbook\b/.test(head) && head.includes('urn:schemas-microsoft-com:office:spreadsheet'))
    return found('xml_spreadsheet');
  if (/<(?:!doctype\s+html|html|head|body|table|meta|style|div|center|script)\b/i.test(head))
    return found('html');
  return /^<\?xml\b/.test(head) ? foreign('unknown', '其他种类的 XML 文件', 'XML of another kind') : null;
}

/** OpenDocument as one text (.fodt, .fods) says what it is on its first element. */
function flatOpenDocument(tag: string): Detection {
  const format = openDocumentFormat(/\soffice:mimetype\s*=\s*["']([^"']*)/.exec(tag)?.[1] ?? '');
  return format === null
    ? foreign('unknown', ' OpenDocument 文档', 'an OpenDocument file as flat XML')
    : { format, error: null };
}

/** By name, a delimiter anywhere is enough; without it, the lines must agree, for prose has commas too. */
function isDelimited(text: string, name: string): boolean {
  const byName = /\.(?:csv|tsv|tab)$/i.test(name);
  return guessDelimiter(text, byName ? 'any' : 'regular') !== null || byName;
}
