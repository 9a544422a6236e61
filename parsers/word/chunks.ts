import type { Format, Issue } from '../../schemas/index.ts';
import { detectFormat } from '../detect.ts';
import { insertBlocks } from '../embedded/insert-blocks.ts';
import { issue } from '../issue.ts';
import type { Parse, ParseOptions, ParseResult } from '../parser.ts';
import type { Package } from './package.ts';
import { type Relationship, relationshipsOf } from './parts.ts';

/** Documents of their own that Word takes in when it opens the file (altChunk, ECMA-376 part 1 §17.17.2.1): web systems put a whole page there. */
export function chunksOf(relationships: string): Relationship[] {
  return relationshipsOf(relationships).filter(({ type }) => type.endsWith('/aFChunk'));
}

/** Reads the chunks behind what the document itself holds. One that cannot be read is named. */
export async function withChunks(
  result: ParseResult,
  chunks: readonly Relationship[],
  {
    pack,
    folder,
    parseWord,
    options,
  }: { pack: Package; folder: string; parseWord: Parse; options: ParseOptions },
): Promise<ParseResult> {
  if (result.status !== 'read') return result;
  let { blocks } = result.source;
  const warnings = [...result.source.warnings];
  for (const { target } of chunks) {
    const name = target.startsWith('/') ? target.slice(1) : folder + target;
    const bytes = pack.read(name);
    const parse = bytes instanceof Uint8Array ? await parserOf(bytes, name, parseWord) : null;
    const read = bytes instanceof Uint8Array && parse !== null ? await parse(bytes, options) : null;
    if (read?.status !== 'read') {
      warnings.push(unread(name));
      continue;
    }
    const none = async () => [];
    const insertion = {
      before: blocks.length,
      blocks: read.source.blocks,
      lookAgain: none,
      place: { sheet: null, ref: null },
    };
    blocks = blocks.length === 0 ? read.source.blocks : insertBlocks(blocks, [insertion]).blocks;
    warnings.push(...read.source.warnings);
  }
  return { ...result, source: { ...result.source, blocks, warnings } };
}

/** Word takes in RTF and more, too, which would be read as the letters it is written in. */
async function parserOf(bytes: Uint8Array, name: string, parseWord: Parse): Promise<Parse | null> {
  const { format, error } = detectFormat(bytes, name);
  if (error !== null) return null;
  if (format === 'docx') return parseWord;
  return textFormats.has(format) ? (await import('../html/index.ts')).parseHtml : null;
}

const textFormats: ReadonlySet<Format> = new Set(['html', 'text', 'csv']);

/** A chunk whose own chunks are not read. */
export function withUnread(result: ParseResult, chunks: readonly Relationship[]): ParseResult {
  if (result.status !== 'read' || chunks.length === 0) return result;
  const warnings = [...result.source.warnings, ...chunks.map(({ target }) => unread(target))];
  return { ...result, source: { ...result.source, warnings } };
}

const unread = (name: string): Issue =>
  issue('page_failed', '嵌入的文档片段无法读取', 'a document within the document could not be read', name);
