import { expect, test } from 'vitest';
import { headBytes, isDocument } from '../../src/ingest/discovery/entry-name.ts';
import { guessFormat } from '../../src/ingest/guard/guess-format.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');

test.each([
  ['%PDF-1.7', 'a.pdf', 'pdf'],
  ['PK\x03\x04', 'a.odt', 'odt'],
  ['PK\x03\x04', 'a.ODS', 'ods'],
  ['PK\x03\x04', 'a.doc', 'unknown'],
  ['\xd0\xcf\x11\xe0', 'a.wps', 'wps'],
  ['{\\rtf1\\ansi', 'a.doc', 'rtf'],
  ['text', 'a.doc', 'unknown'],
])(
  'of a document that killed its process the first bytes and the name tell the format: %j %s',
  (text, name, format) => {
    expect(guessFormat(bytes(text), name)).toBe(format);
  },
);

test.each([
  ['a.fodt', 'text', true],
  ['a.fods', 'text', true],
  ['a.ott', 'text', true],
  ['a.bak', '{\\rtf1\\ansi', true],
  ['a.bak', 'text', false],
  ['a', 'text', true],
  ['a.txt', 'item\tsum\nroads\t5\nlights\t7\n', true],
  ['a.txt', `item,sum\n${'roads,5\n'.repeat(300)}`, true],
  ['readme.txt', 'Open the folder, then the file.\nThat is all.\n', false],
])('a file counts by its ending, or by its first bytes: %s %j', (name, text, counts) => {
  expect(isDocument(name, bytes(text).subarray(0, headBytes))).toBe(counts);
});
