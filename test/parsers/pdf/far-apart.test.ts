import { expect, test } from 'vitest';
import { show, writePdf } from './pdf-writer.ts';
import { paragraphsOf, readPdf } from './reading.ts';

test('a page as large as a field is read as one of paper is', async () => {
  const side = 4_000_000;
  const size = side / 60;
  const lines = [
    ['清淤长度32公里', 50],
    ['闸门14座', 10],
  ] as const;
  const content = lines.map(([text, at]) => show(text, size, at * size, size)).join('');
  const source = await readPdf(writePdf([{ content, width: side, height: side }]));
  expect(source.warnings).toEqual([]);
  expect(paragraphsOf(source).map(({ text }) => text)).toEqual(lines.map(([text]) => text));
});
