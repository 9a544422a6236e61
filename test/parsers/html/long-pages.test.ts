import { expect, test } from 'vitest';
import { parseDocument } from '../../../parsers/index.ts';

test('a page of more paragraphs than a call takes arguments is read', async () => {
  const page = `<!doctype html><meta charset="utf-8">${'<p>甲</p>'.repeat(130_000)}`;
  const parsed = await parseDocument(Buffer.from(page), { name: 'a.html' });
  if (parsed.status !== 'read') throw new Error(parsed.error.message.en);
  expect(parsed.source.blocks.length).toBe(130_000);
});
