import { expect, it } from 'vitest';
import { uuencodedIn } from '../../src/ingest/unpacking/uuencoded.ts';

const filesIn = (text: string) =>
  [...uuencodedIn(Buffer.from(text, 'latin1'), 1000)].map(({ name, content }) => [
    name,
    Buffer.isBuffer(content) ? content.toString() : content.fault,
  ]);

it('reads a file between the lines of a text', () => {
  expect(filesIn('see\nbegin 644 a.csv\n#0V%T\n`\nend\nbye')).toEqual([['a.csv', 'Cat']]);
});

it('does not make much of lines that say that they hold what is not there', () => {
  const lines = 'M\n'.repeat(2000);
  expect(filesIn(`begin 644 a.csv\n${lines}\`\nend\n`)).toEqual([['a.csv', 'damaged']]);
});

it('takes a first line of no end for prose, at once', () => {
  expect(filesIn(`begin 644 a${' '.repeat(400_000)}b\n#0V%T\n\`\nend\n`)).toEqual([]);
});

it('does not unpack what is larger than may be', () => {
  const lines = `M${'0V%T'.repeat(15)}\n`.repeat(30);
  expect(filesIn(`begin 644 a.csv\n${lines}\`\nend\nbegin 644 b.csv\n#0V%T\n\`\nend\n`)).toEqual([
    ['a.csv', 'too_large'],
    ['b.csv', 'Cat'],
  ]);
  expect(filesIn(`begin-base64 644 a.csv\n${'Q2F0\n'.repeat(400)}====\n`)).toEqual([['a.csv', 'too_large']]);
  // Ends of lines are none of it.
  expect(filesIn(`begin-base64 644 a.csv\n${'Q2F0\n'.repeat(300)}====\n`)).toEqual([
    ['a.csv', 'Cat'.repeat(300)],
  ]);
});
