import type { Format, Issue } from '../../schemas/index.ts';
import type { Parse, ParseResult } from '../parser.ts';
import { readWordParts } from '../word/index.ts';
import { openBinaryParts } from './open-parts.ts';

/**
 * Reads a document of Word 97 to 2003, and of WPS before it wrote .docx: its text and tables are written as markup, and read as a .docx is,
 * so that numbers of lists, merged cells, pictures and notes are read in one way.
 */
export const parseBinaryWord: Parse = async (bytes, { format, limits }) => {
  const opened = openBinaryParts(bytes, limits);
  if ('code' in opened)
    return {
      status: opened.code === 'unsupported_format' ? 'unsupported' : 'failed',
      format,
      error: opened,
    };
  const { result } = await readWordParts(opened.parts, limits);
  return withFormat(result, format, opened.losses);
};

function withFormat(result: ParseResult, format: Format, losses: readonly Issue[]): ParseResult {
  if (result.status !== 'read') return { ...result, format };
  const warnings = [...losses, ...result.source.warnings];
  return { ...result, source: { ...result.source, format, warnings } };
}
