import type { SourceDocument } from '../../schemas/index.ts';

/** More blanks than any line is wide: they say no more than this many, and what is searched behind them takes their square in time. */
const mostBlanks = 200;

/** The document with runs of blanks that no form has cut short; the same where there are none. */
export function withoutLongBlanks(source: SourceDocument): SourceDocument {
  let isCut = false;
  const cut = <T extends { text: string }>(piece: T): T => {
    const text = shortened(piece.text);
    if (text === piece.text) return piece;
    isCut = true;
    return { ...piece, text };
  };
  const blocks = source.blocks.map((block) =>
    block.kind === 'grid' ? { ...block, cells: block.cells.map(cut) } : cut(block),
  );
  return isCut ? { ...source, blocks } : source;
}

/** One pass by hand: an expression that counts blanks would begin anew at each of them. */
function shortened(text: string): string {
  if (text.length <= mostBlanks) return text;
  let kept = '';
  let from = 0;
  let blanks = 0;
  for (let at = 0; at < text.length; at++) {
    blanks = isBlank(text.charCodeAt(at)) ? blanks + 1 : 0;
    if (blanks <= mostBlanks) continue;
    kept += text.slice(from, at);
    from = at + 1;
  }
  return kept + text.slice(from);
}

/** Of one line: breaks between paragraphs stay, and end a run. */
function isBlank(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x09 ||
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f
  );
}
