import type { Block, Cell, Filing, SourceDocument } from '../../schemas/index.ts';
import { maskName, maskPhone, maskText } from './mask.ts';

/**
 * Hides people's names and telephone numbers in the tables and paragraphs of a document: those that were read as
 * contacts of its filings wherever they stand, and what looks like one. `filings` are those before masking.
 */
export function maskSource(source: SourceDocument, filings: readonly Filing[]): SourceDocument {
  const mask = maskerOf(filings);
  return { ...source, blocks: source.blocks.map((block) => maskBlock(block, mask)) };
}

type Mask = (text: string) => string;

/** A name of two characters is also a part of longer words: it is hidden where no 汉字 stands beside it. */
function maskerOf(filings: readonly Filing[]): Mask {
  const contacts = filings.flatMap((filing) => filing.contacts);
  const replacements = new Map<string, string>();
  for (const { name, phone } of contacts) {
    if (name !== null && [...name.trim()].length > 1) replacements.set(name.trim(), maskName(name));
    if (phone !== null && phone.trim() !== '') replacements.set(phone.trim(), maskPhone(phone.trim()));
  }
  if (replacements.size === 0) return maskText;
  const longestFirst = [...replacements.keys()].sort((a, b) => b.length - a.length);
  const known = new RegExp(longestFirst.map(patternOf).join('|'), 'gu');
  return (text) => maskText(text.replace(known, (found) => replacements.get(found) ?? found));
}

function patternOf(text: string): string {
  const literal = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return /^\p{sc=Han}{2}$/u.test(text) ? `(?<!\\p{sc=Han})${literal}(?!\\p{sc=Han})` : literal;
}

function maskBlock(block: Block, mask: Mask): Block {
  if (block.kind === 'paragraph') return { ...block, text: mask(block.text) };
  const cells = block.cells.map((cell) => maskCell(cell, mask));
  return cells.every((cell, at) => cell === block.cells[at]) ? block : { ...block, cells };
}

function maskCell(cell: Cell, mask: Mask): Cell {
  const text = mask(cell.text);
  // Nearly every cell has nothing to hide, and stays what it is.
  if (text === cell.text && cell.alternatives === undefined) return cell;
  const { alternatives, value, ...rest } = cell;
  return {
    ...rest,
    text,
    // What stands behind or beside a masked text would give it away.
    ...(value === undefined || text !== cell.text ? {} : { value }),
    ...(alternatives === undefined || text !== cell.text
      ? {}
      : { alternatives: alternatives.map((reading) => ({ ...reading, text: mask(reading.text) })) }),
  };
}
