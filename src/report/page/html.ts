import { printable } from '../terminal/width.ts';

/** A piece of HTML that is safe to stand in a page: only {@link html} and {@link joined} make one. */
export interface Html {
  readonly html: string;
}

type Piece = Html | string | number | null | readonly Html[];

/** HTML from a template. Whatever is put in is text and escaped, in attributes too, unless it is HTML already. */
export function html(template: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  let text = template[0]!;
  for (const [index, piece] of pieces.entries()) text += rendered(piece) + template[index + 1]!;
  return { html: text };
}

export function joined(pieces: readonly Html[], between = ''): Html {
  return { html: pieces.map((piece) => piece.html).join(between) };
}

export const nothing: Html = { html: '' };

function rendered(piece: Piece): string {
  if (piece === null) return '';
  if (typeof piece === 'string') return escaped(piece);
  if (typeof piece === 'number') return String(piece);
  if ('html' in piece) return piece.html;
  return piece.map((one) => one.html).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text of a document, made safe for HTML and for the eye: what is invisible or turns the writing is written out. */
export function escaped(text: string): string {
  return shown(text).replace(/[&<>"']/g, (character) => entities[character]!);
}

/** Line breaks stay; control, invisible and bidirectional characters become escapes, as on a terminal. */
export function shown(text: string): string {
  if (!/[\p{C}\u2028\u2029]/u.test(text)) return text;
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(printable)
    .join('\n');
}
