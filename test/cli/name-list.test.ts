import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { namesIn } from '../../src/cli/ingest/name-list.ts';
import { walk } from '../../src/ingest/discovery/walk.ts';

const names = ['归档/甲.pdf', '归档/乙 (1).xlsx'];
const lines = `${names.join('\r\n')}\r\n`;

describe('a list of names', () => {
  test.each([
    ['one a line, as Windows ends them', Buffer.from(lines)],
    ['without an end of the last line', Buffer.from(names.join('\n'))],
    ['with blank lines', Buffer.from(`\n${names.join('\n \n\t\n')}\n\n`)],
    ['behind a mark of UTF-8', Buffer.from(`\ufeff${lines}`)],
    ['between quotation marks', Buffer.from(names.map((name) => `"${name}"`).join('\n'))],
    ['ended by NUL', Buffer.from(`${names.join('\0')}\0`)],
    ['in UTF-16, as PowerShell writes it', Buffer.from(`\ufeff${lines}`, 'utf16le')],
    ['in UTF-16 without its mark', Buffer.from(lines, 'utf16le')],
    ['in UTF-16 of the other order', Buffer.from(`\ufeff${lines}`, 'utf16le').swap16()],
  ])('%s', (_, list) => {
    expect(namesIn(list)).toEqual(names);
  });

  test('ended by NUL keeps every sign of a name', () => {
    expect(namesIn(Buffer.from('"a"\0 b\nc\0'))).toEqual(['"a"', ' b\nc']);
  });

  test('of nothing is empty', () => {
    expect(namesIn(Buffer.alloc(0))).toEqual([]);
  });
});

/** 目标 in GBK. */
const inGbk = Buffer.from('c4bfb1ea', 'hex');

test('a name in GBK leads to the file that has it in GBK, else to the one that has it in UTF-8', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hedui-names-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'a'));
  const old = Buffer.concat([Buffer.from(`${folder}/`), inGbk]);
  writeFileSync(old, '');
  writeFileSync(join(folder, 'a/目标'), '');
  const list = Buffer.concat([old, Buffer.from(`\n${folder}/a/`), inGbk]);
  const walked = [];
  for await (const found of walk(namesIn(list))) walked.push(found);
  expect(walked).toEqual([
    { kind: 'file', path: `${folder}/目标`, location: old, isNamed: true },
    { kind: 'file', path: `${folder}/a/目标`, location: `${folder}/a/目标`, isNamed: true },
  ]);
});
