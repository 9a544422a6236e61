import { defaultLimits, type ParserLimits } from '../../../parsers/limits.ts';
import { parseOfd } from '../../../parsers/ofd/index.ts';
import type { Issue, Paragraph, SourceDocument } from '../../../schemas/index.ts';

export async function parse(bytes: Uint8Array, limits: Partial<ParserLimits> = {}) {
  return parseOfd(bytes, { name: 'test.ofd', format: 'ofd', limits: { ...defaultLimits, ...limits } });
}

export async function readOfd(
  bytes: Uint8Array,
  limits: Partial<ParserLimits> = {},
): Promise<SourceDocument> {
  const result = await parse(bytes, limits);
  if (result.status !== 'read') throw new Error(`${result.error.code}: ${result.error.message.en}`);
  return result.source;
}

export async function refused(bytes: Uint8Array, limits: Partial<ParserLimits> = {}): Promise<Issue> {
  const result = await parse(bytes, limits);
  if (result.status === 'read') throw new Error('it was read');
  return result.error;
}

export const paragraphsOf = (source: SourceDocument): Paragraph[] =>
  source.blocks.filter((block) => block.kind === 'paragraph');

export const wordsOf = (source: SourceDocument): string[] =>
  source.blocks.flatMap((block) =>
    block.kind === 'paragraph' ? [block.text] : block.cells.map((cell) => cell.text),
  );

export const codesOf = (source: SourceDocument): string[] => source.warnings.map(({ code }) => code);
