import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, form, hedui, jsonLinesOf } from './run.ts';

const files = [
  'amounts.jsonl',
  'documents.jsonl',
  'filings.jsonl',
  'findings.jsonl',
  'indicators.jsonl',
  'texts.jsonl',
];

function archive(): { folder: string; out: string } {
  const folder = folderOf({
    'a.html': form(),
    'torn.xlsx': 'PK\x03\x04torn',
    'notes.md': '# notes',
    '~$a.docx': 'lock',
  });
  mkdirSync(join(folder, 'below'));
  writeFileSync(join(folder, 'below', 'wrong.html'), form('40.00'));
  writeFileSync(join(folder, 'below', 'copy of a.html'), form());
  return { folder, out: join(folder, 'out') };
}

const read = (out: string, name: string) => jsonLinesOf(readFileSync(join(out, name), 'utf8'));

describe('ingest', () => {
  test('reads folders and those in them into the six record files', () => {
    const { folder, out } = archive();
    const { code, stdout, stderr } = hedui(['ingest', folder, '--out', out]);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain('"code":"corrupt"');
    expect(readdirSync(out).sort()).toEqual(['.hedui', ...files]);
    const documents = read(out, 'documents.jsonl');
    expect(documents.map(({ path, status }) => [String(path).slice(folder.length + 1), status])).toEqual([
      ['a.html', 'ok'],
      ['below/copy of a.html', 'ok'],
      ['below/wrong.html', 'ok'],
      ['torn.xlsx', 'failed'],
    ]);
    expect(read(out, 'findings.jsonl').filter(({ rule }) => rule === 'SUM-01')).toHaveLength(1);
  });

  test('the same bytes under two names are two documents with one set of records', () => {
    const { folder, out } = archive();
    hedui(['ingest', folder, '--out', out]);
    const ids = read(out, 'filings.jsonl').map(({ filing_id }) => filing_id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
  });

  test('a second run changes nothing', () => {
    const { folder, out } = archive();
    hedui(['ingest', folder, '--out', out]);
    const first = files.map((name) => readFileSync(join(out, name), 'utf8'));
    hedui(['ingest', folder, '--out', out]);
    expect(files.map((name) => readFileSync(join(out, name), 'utf8'))).toEqual(first);
  });

  test('names and telephone numbers are masked unless asked for', () => {
    const contact = '<p>填报人：林知秋　联系电话：13800001234</p>';
    const folder = folderOf({ 'a.html': form('30.00', contact) });
    const texts = (...more: string[]) => {
      const out = join(folder, `out${more.length}`);
      hedui(['ingest', join(folder, 'a.html'), '--out', out, ...more]);
      return files.map((name) => readFileSync(join(out, name), 'utf8')).join('');
    };
    const masked = texts();
    expect(masked).not.toContain('林知秋');
    expect(masked).not.toContain('13800001234');
    expect(texts('--contacts')).toContain('13800001234');
  });

  test('a folder that cannot be written leaves nothing', () => {
    const folder = folderOf({ 'a.html': form(), out: 'a file' });
    const { code, stderr } = hedui(['ingest', join(folder, 'a.html'), '--out', join(folder, 'out')]);
    expect(code).toBe(4);
    expect(stderr).toContain('EEXIST');
    expect(readFileSync(join(folder, 'out'), 'utf8')).toBe('a file');
  });
});
