import { expect, it } from 'vitest';
import { parseDocument } from '../../../parsers/index.ts';
import type { Block } from '../../../schemas/index.ts';
import { generateDocument } from '../../../scripts/generate/document.ts';
import { renderDoc } from '../../../scripts/generate/render/doc.ts';
import { renderDocx } from '../../../scripts/generate/render/docx.ts';
import { examine } from '../../../src/index.ts';

const shown = (block: Block) =>
  block.kind === 'paragraph'
    ? [block.role, block.text]
    : block.cells.map(({ row, column, rowSpan, columnSpan, text }) => [
        row,
        column,
        rowSpan,
        columnSpan,
        text,
      ]);

async function blocksOf(bytes: Uint8Array, name: string) {
  const result = await parseDocument(bytes, { name });
  if (result.status !== 'read') throw new Error(result.error.message.en);
  expect(result.source.warnings).toEqual([]);
  return result.source.blocks.map(shown);
}

it('filings have the paragraphs, cells and spans of their .docx', async () => {
  for (let seed = 1; seed <= 12; seed++) {
    const { sections } = generateDocument(seed);
    expect(await blocksOf(renderDoc(sections), 'a.doc')).toEqual(
      await blocksOf(renderDocx(sections), 'a.docx'),
    );
  }
});

it('filings have the records and findings of their .docx', async () => {
  for (const seed of [11, 12, 13]) {
    const { sections } = generateDocument(seed);
    const [binary, markup] = await Promise.all([
      examine(renderDoc(sections), { path: 'a.doc' }),
      examine(renderDocx(sections), { path: 'a.docx' }),
    ]);
    expect(binary.document).toMatchObject({ format: 'doc', status: markup.document.status });
    expect(
      binary.indicators.map(({ level3, target, actual, score }) => [level3, target, actual, score]),
    ).toEqual(markup.indicators.map(({ level3, target, actual, score }) => [level3, target, actual, score]));
    expect(binary.amounts.map(({ item, value }) => [item, value])).toEqual(
      markup.amounts.map(({ item, value }) => [item, value]),
    );
    expect(binary.findings.map(({ rule }) => rule)).toEqual(markup.findings.map(({ rule }) => rule));
  }
});
