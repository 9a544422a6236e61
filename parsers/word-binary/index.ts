import type { Format } from '../../schemas/index.ts';
import type { Parse, ParseResult } from '../parser.ts';
import { readWordParts } from '../word/index.ts';
import { type BinaryParts, openBinaryParts } from './open-parts.ts';

/**
 * Reads a document of Word 97 to 2003, and of WPS before it wrote .docx: its text and tables are written as markup, and read as a .docx is,
 * so that numbers of lists, merged cells, pictures and notes are read in one way.
 */
export const parseBinaryWord: Parse = async (bytes, { format, limits, password }) => {
  const opened = openBinaryParts(bytes, limits, password);
  if ('code' in opened)
    return {
      status: opened.code === 'unsupported_format' ? 'unsupported' : 'failed',
      format,
      error: opened,
    };
  const { result } = await readWordParts(opened.parts, limits);
  return withFormat(result, format, opened);
};

function withFormat(
  result: ParseResult,
  format: Format,
  { losses, isCut }: Omit<BinaryParts, 'parts'>,
): ParseResult {
  if (result.status !== 'read') return { ...result, format };
  const warnings = [...losses, ...result.source.warnings];
  return { ...result, source: { ...result.source, format, warnings, ...(isCut ? { cut: true } : {}) } };
}
