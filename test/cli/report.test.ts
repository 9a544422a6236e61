import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, form, hedui } from './run.ts';

const read = (...parts: string[]) => readFileSync(join(...parts), 'utf8');

describe('hedui report', { timeout: 240_000 }, () => {
  const archive = () =>
    folderOf({ 'clean.html': form(), 'wrong.html': form('40.00'), 'torn.docx': 'PK\x03\x04torn' });

  test('of one file is the page of that document', () => {
    const folder = archive();
    const to = join(folder, 'out/one.html');
    const { code, stdout, stderr } = hedui(['report', join(folder, 'wrong.html'), '--to', to]);
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toContain('1 个文件');
    const text = read(to);
    expect(text).toContain('<h1>wrong.html</h1>');
    expect(text).toMatch(/data-rule="SUM-01"/);
    expect(readdirSync(join(folder, 'out'))).toEqual(['one.html']);
  });

  test('of a folder to a folder is the page of the run and a page a document, in the language asked for', () => {
    const folder = archive();
    const to = join(folder, 'out');
    const { code } = hedui(['report', folder, '--to', to, '--lang', 'en']);
    expect(code).toBe(3);
    const index = read(to, 'index.html');
    const pages = readdirSync(join(to, 'documents'));
    expect(pages).toHaveLength(3);
    for (const page of pages) expect(index).toContain(`documents/${encodeURIComponent(page)}`);
    const wrong = pages.find((name) => name.startsWith('wrong.html-'))!;
    expect(read(to, 'documents', wrong)).toContain('Back to the overview');
    expect(index).toContain('corrupt');
  });

  test('of record files, and of a warehouse, tells the same findings', () => {
    const folder = archive();
    const [records, warehouse] = [join(folder, 'records'), join(folder, 'warehouse')];
    const files = join(folder, '*.html');
    expect(hedui(['ingest', files, '--out', records]).code).toBe(0);
    expect(hedui(['ingest', files, '--warehouse', warehouse]).code).toBe(0);
    const findings = (from: string[]) => {
      const to = join(folder, 'run.html');
      const { code, stderr } = hedui(['report', ...from, '--to', to]);
      expect([code, stderr]).toEqual([0, expect.stringContaining('2 个文件')]);
      const [, data] = /id="run-data">(.*?)<\/script>/.exec(read(to))!;
      return (JSON.parse(data!) as { findings: unknown[][] }).findings;
    };
    const fromRecords = findings(['--from', records]);
    expect(fromRecords.length).toBeGreaterThan(0);
    // A warehouse keeps the tables as well: the last field is the excerpt of one.
    const fromWarehouse = findings(['--warehouse', warehouse]);
    const told = (rows: unknown[][]) => rows.map((row) => row.slice(0, -1));
    expect(told(fromWarehouse)).toEqual(told(fromRecords));
    expect(JSON.stringify(fromWarehouse.map((row) => row.at(-1)))).toContain('[1,"40.00",1]');
    // Their files are read again for their tables, as long as they are what the findings speak of.
    const pages = () => {
      const to = join(folder, `pages-${Math.random()}`);
      hedui(['report', '--from', records, '--to', to]);
      const documents = join(to, 'documents');
      return existsSync(documents) ? readdirSync(documents).length : 0;
    };
    expect(pages()).toBe(2);
    writeFileSync(join(folder, 'wrong.html'), form('50.00'));
    expect(pages()).toBe(1);
    // A warehouse keeps the tables: its pages need no file.
    const kept = join(folder, 'kept');
    hedui(['report', '--warehouse', warehouse, '--to', kept]);
    const names = readdirSync(join(kept, 'documents'));
    expect(names).toHaveLength(2);
    const page = read(kept, 'documents', names.find((name) => name.startsWith('wrong'))!);
    expect(page).toMatch(/<td colspan="4"[^>]*>部门整体支出绩效目标申报表/);
    expect(page).toMatch(/<td class="n marked error" id="c0-3-1"/);
  });

  test('takes the part that is asked for', () => {
    const folder = archive();
    const to = join(folder, 'part.html');
    hedui(['report', folder, '--to', to, '--organisation', '没有这个单位']);
    expect(read(to)).toContain('"documents":[],"filings":[],"findings":[]');
    hedui(['report', join(folder, 'wrong.html'), '--to', to, '--severity', 'error']);
    expect(read(to)).not.toContain('data-severity="info"');
  });

  test('is the same byte for byte, and hides people unless asked not to', () => {
    const person =
      '<table><tr><td>填报人</td><td>林知秋</td><td>联系电话</td><td>13800001234</td></tr></table>';
    const folder = folderOf({ 'form.html': form('40.00', `${person}<p>填报人：林知秋 13800001234</p>`) });
    const page = (name: string, ...more: string[]) => {
      const to = join(folder, name);
      hedui(['report', join(folder, 'form.html'), '--to', to, ...more]);
      return read(to);
    };
    const masked = page('a.html');
    expect(page('b.html')).toBe(masked);
    for (const hidden of ['知秋', '13800001234']) expect(masked).not.toContain(hidden);
    expect(page('c.html', '--contacts')).toContain('林知秋');
  });

  test('says what is wrong with where it is to read from', () => {
    const wrong = '{"no":"record"}\n';
    const folder = folderOf({ 'documents.jsonl': wrong });
    const filings = folderOf({ 'documents.jsonl': '', 'filings.jsonl': wrong });
    const findings = folderOf({ 'documents.jsonl': '', 'filings.jsonl': '', 'findings.jsonl': wrong });
    for (const [args, why] of [
      [['report', '--from', join(folder, 'nowhere')], 'documents.jsonl'],
      [['report', '--from', folder], 'documents.jsonl:1'],
      [['report', '--from', filings], 'filings.jsonl:1'],
      [['report', '--from', findings], 'findings.jsonl:1'],
      [['report', '--warehouse', folder], '没有库'],
      [['report', 'x.docx', '--from', folder], '--from'],
    ] as const) {
      const { code, stderr } = hedui([...args, '--to', join(folder, 'out.html')]);
      expect([args, code]).toEqual([args, 2]);
      expect(stderr).toContain(why);
    }
    expect(existsSync(join(folder, 'out.html'))).toBe(false);
  });
});
