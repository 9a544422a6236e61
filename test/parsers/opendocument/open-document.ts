import { zip } from '../word/docx.ts';

const odf = 'urn:oasis:names:tc:opendocument:xmlns';
const declared = [
  ...['office', 'text', 'table', 'style', 'form'].map((name) => `xmlns:${name}="${odf}:${name}:1.0"`),
  `xmlns:draw="${odf}:drawing:1.0"`,
  `xmlns:number="${odf}:datastyle:1.0"`,
  `xmlns:fo="${odf}:xsl-fo-compatible:1.0"`,
  `xmlns:svg="${odf}:svg-compatible:1.0"`,
  'xmlns:xlink="http://www.w3.org/1999/xlink"',
  'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"',
].join(' ');

export const mimetypes = {
  text: 'application/vnd.oasis.opendocument.text',
  spreadsheet: 'application/vnd.oasis.opendocument.spreadsheet',
} as const;
type Kind = keyof typeof mimetypes;

export const manifest = (kind: Kind, more = ''): string =>
  `<manifest:manifest xmlns:manifest="${odf}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="${mimetypes[kind]}"/>${more}</manifest:manifest>`;

/** A package with this text or these sheets, automatic styles and further parts by name. */
export function openDocument(
  kind: Kind,
  body: string,
  styles = '',
  parts: Record<string, string | Uint8Array> = {},
): Uint8Array {
  return zip(
    new Map<string, string | Uint8Array>([
      ['mimetype', mimetypes[kind]],
      ['META-INF/manifest.xml', manifest(kind)],
      [
        'content.xml',
        `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${declared}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
      ],
      ...Object.entries(parts),
    ]),
  );
}

/** The part of styles that have names, and of what stands on every page. */
export const stylesPart = (styles: string, master = ''): string =>
  `<office:document-styles ${declared}><office:styles>${styles}</office:styles><office:master-styles>${master}</office:master-styles></office:document-styles>`;

/** As one text. */
export const flat = (kind: Kind, body: string, styles = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<office:document ${declared} office:mimetype="${mimetypes[kind]}"><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document>`;

export const p = (words: string, style = ''): string =>
  `<text:p${style && ` text:style-name="${style}"`}>${words}</text:p>`;
export const cell = (words: string, attributes = ''): string =>
  `<table:table-cell ${attributes}>${words && p(words)}</table:table-cell>`;
export const covered = (attributes = '', words = ''): string =>
  `<table:covered-table-cell ${attributes}>${words && p(words)}</table:covered-table-cell>`;
export const row = (...cells: string[]): string =>
  `<table:table-row>${cells.map((content) => (content.startsWith('<') ? content : cell(content))).join('')}</table:table-row>`;
export const table = (...rows: string[]): string => `<table:table>${rows.join('')}</table:table>`;
export const sheet = (name: string, ...rows: string[]): string =>
  `<table:table table:name="${name}">${rows.join('')}</table:table>`;
export const style = (name: string, family: string, properties: string, attributes = ''): string =>
  `<style:style style:name="${name}" style:family="${family}" ${attributes}>${properties}</style:style>`;
/** A number with the text that is shown. */
export const number = (value: string, shown: string, attributes = ''): string =>
  cell(shown, `office:value-type="float" office:value="${value}" ${attributes}`);
