import { expect, test } from 'vitest';
import { examine } from '../../src/index.ts';
import { withoutLongBlanks } from '../../src/reading/long-blanks.ts';
import { form } from '../cli/run.ts';
import { at } from '../reconcile/records.ts';

const read = (html: string) => examine(new TextEncoder().encode(html), { path: 'a.html' });

test('runs of blanks that no line holds are read as the longest that one may', async () => {
  const blank = '\u3000';
  const { filings, indicators, document } = await read(
    form()
      .replace('县文化馆', `县${blank.repeat(5000)}文化馆`)
      .replace('演出场次', `演出${blank.repeat(150)}场次`),
  );
  expect(document.status).toBe('ok');
  expect(filings[0]?.organisation).toBe(`青岚县${blank.repeat(200)}文化馆`);
  expect(indicators[0]?.level3).toBe(`演出${blank.repeat(150)}场次`);
});

const source = (...texts: string[]) => ({
  format: 'docx' as const,
  pages: [],
  warnings: [],
  blocks: texts.map((text) => ({
    kind: 'paragraph' as const,
    role: 'body' as const,
    text,
    confidence: 1,
    location: at(0, 0),
  })),
});
const cut = (text: string) =>
  withoutLongBlanks(source(text)).blocks.map((block) => 'text' in block && block.text);

test('a break ends a run, as does a character; blanks of different kinds are one', () => {
  const broken = `甲${' '.repeat(150)}\n${' '.repeat(150)}乙`;
  expect(cut(broken)).toEqual([broken]);
  expect(cut(`甲${' \u3000\t\u00a0'.repeat(100)}乙${' '.repeat(300)}`)).toEqual([
    `甲${' \u3000\t\u00a0'.repeat(50)}乙${' '.repeat(200)}`,
  ]);
});

test('a document without such runs stays the same one', () => {
  const plain = source(`甲${' '.repeat(200)}乙`, '丙');
  expect(withoutLongBlanks(plain)).toBe(plain);
});
