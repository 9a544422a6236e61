import { expect, it } from 'vitest';
import { endsWithinText } from '../../../parsers/excel/binary/biff-strings.ts';

const counts = (count: number): Buffer => {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt32LE(count, 0);
  bytes.writeUInt32LE(count, 4);
  return bytes;
};
const head = (length: number, flags: number, ...more: number[]): Buffer =>
  Buffer.from([length, 0, flags, ...more]);
const wide = (text: string): Buffer => Buffer.concat([head(text.length, 1), Buffer.from(text, 'utf16le')]);
const narrow = (text: string): Buffer => Buffer.concat([head(text.length, 0), Buffer.from(text)]);
const list = (count: number, ...parts: Buffer[]): Buffer => Buffer.concat([counts(count), ...parts]);

it.each([
  ['texts of one and of two bytes a character', [list(2, wide('指标'), narrow('abc'))]],
  ['fewer texts than it counts', [list(900, wide('指标'))]],
  [
    'a text that goes on, narrower, in the next record',
    [list(1, head(3, 1), Buffer.from('指', 'utf16le')), Buffer.from([0, 0x61, 0x62])],
  ],
  ['a text that begins with the next record', [list(2, wide('指标')), narrow('abc')]],
  ['runs of type behind the text', [list(1, head(1, 8, 2, 0), Buffer.from('a'), Buffer.alloc(8))]],
  ['what a text says of its sound', [list(1, head(1, 4, 3, 0, 0, 0), Buffer.from('a'), Buffer.alloc(3))]],
  ['no list at all', [Buffer.alloc(0)]],
])('%s: whole', (_, pieces) => {
  expect(endsWithinText(pieces)).toBe(false);
});

it.each([
  ['its counts', [Buffer.alloc(5)]],
  ['the length of a text', [list(2, wide('指标'), Buffer.from([3]))]],
  ['a text', [list(1, head(3, 1), Buffer.from('指', 'utf16le'))]],
  ['a character of a text', [list(1, head(3, 1), Buffer.from([0x07, 0x63, 0x68]))]],
  ['the numbers of a text', [list(1, head(3, 12, 1, 0))]],
  ['the runs of type', [list(1, head(1, 8, 2, 0), Buffer.from('a'), Buffer.alloc(7))]],
])('ends within %s: damaged', (_, pieces) => {
  expect(endsWithinText(pieces)).toBe(true);
});
