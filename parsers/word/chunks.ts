import type { Format, Issue } from '../../schemas/index.ts';
import { detectFormat } from '../detect.ts';
import { insertBlocks } from '../embedded/insert-blocks.ts';
import { issue } from '../issue.ts';
import type { Parse, ParseOptions, ParseResult } from '../parser.ts';
import type { ReadParts } from '../rtf/document.ts';
import type { Package } from './package.ts';
import { type Relationship, relationshipsOf } from './parts.ts';

/** Documents of their own that Word takes in when it opens the file (altChunk, ECMA-376 part 1 §17.17.2.1): web systems put a whole page there. */
export function chunksOf(relationships: string): Relationship[] {
  return relationshipsOf(relationships).filter(({ type }) => type.endsWith('/aFChunk'));
}

/** What reads a chunk that is a document of Word, and one that is written as parts of such. */
export interface ChunkReaders {
  parseWord: Parse;
  readParts: ReadParts;
}

/** Where the chunks lie, and how they are read. */
interface ChunkPlace {
  pack: Package;
  folder: string;
  readers: ChunkReaders;
  options: ParseOptions;
}

/** Reads the chunks behind what the document itself holds. One that cannot be read is named. */
export async function withChunks(
  result: ParseResult,
  chunks: readonly Relationship[],
  { pack, folder, readers, options }: ChunkPlace,
): Promise<ParseResult> {
  if (result.status !== 'read') return result;
  let { blocks } = result.source;
  const warnings = [...result.source.warnings];
  for (const { target } of chunks) {
    const name = target.startsWith('/') ? target.slice(1) : folder + target;
    const bytes = pack.read(name);
    const parse = bytes instanceof Uint8Array ? await parserOf(bytes, name, readers) : null;
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

async function parserOf(
  bytes: Uint8Array,
  name: string,
  { parseWord, readParts }: ChunkReaders,
): Promise<Parse | null> {
  const { format, error } = detectFormat(bytes, name);
  if (error !== null) return null;
  if (format === 'docx') return parseWord;
  if (format === 'rtf') {
    const { readRtf } = await import('../rtf/document.ts');
    return (chunk, options) => readRtf(chunk, options, readParts);
  }
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
