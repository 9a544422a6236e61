import { expect, it } from 'vitest';
import { uuencodedIn } from '../../src/ingest/unpacking/uuencoded.ts';

const filesIn = (text: string) =>
  [...uuencodedIn(Buffer.from(text, 'latin1'))].map(({ name, content }) => [
    name,
    content?.toString() ?? null,
  ]);

it('reads a file between the lines of a text', () => {
  expect(filesIn('see\nbegin 644 a.csv\n#0V%T\n`\nend\nbye')).toEqual([['a.csv', 'Cat']]);
});

it('does not make much of lines that say that they hold what is not there', () => {
  const lines = 'M\n'.repeat(2000);
  expect(filesIn(`begin 644 a.csv\n${lines}\`\nend\n`)).toEqual([['a.csv', null]]);
});

it('takes a first line of no end for prose, at once', () => {
  expect(filesIn(`begin 644 a${' '.repeat(400_000)}b\n#0V%T\n\`\nend\n`)).toEqual([]);
});
