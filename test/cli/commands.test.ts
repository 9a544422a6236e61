import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as schemas from '../../schemas/index.ts';
import { root } from '../house/sources.ts';
import { folderOf, form, hedui, jsonLinesOf } from './run.ts';

describe('exit codes', () => {
  const folder = () =>
    folderOf({ 'clean.html': form(), 'wrong.html': form('40.00'), 'torn.docx': 'PK\x03\x04torn' });

  test('0 where nothing reaches --fail-on', () => {
    expect(hedui(['check', join(folder(), 'clean.html')]).code).toBe(0);
  });

  test('1 where a finding does', () => {
    expect(hedui(['check', join(folder(), 'wrong.html')]).code).toBe(1);
  });

  test('--fail-on never looks at documents only', () => {
    expect(hedui(['check', join(folder(), 'wrong.html'), '--fail-on', 'never']).code).toBe(0);
  });

  test('2 for a wrong option, a wrong choice, an unknown command, and nothing to do', () => {
    for (const args of [
      ['check'],
      ['check', 'x', '--fail-on', 'often'],
      ['chekc'],
      ['check', folderOf({})],
      ['schema', 'nothing'],
      ['rules', 'explain', 'XX-99'],
    ]) {
      const { code, stdout, stderr } = hedui(args);
      expect([args, code, stdout]).toEqual([args, 2, '']);
      expect(stderr).not.toBe('');
    }
  });

  test('3 where a document failed, whatever the findings of the others', () => {
    const { code, stdout } = hedui(['check', folder()]);
    expect(code).toBe(3);
    expect(stdout).toContain('wrong.html');
    expect(stdout).toContain('SUM-01');
    expect(stdout).toContain('corrupt');
  });

  test('3 for a file that is not there, and the rest goes on', () => {
    const { code, stdout } = hedui(['check', 'nowhere.xlsx', join(folder(), 'wrong.html')]);
    expect(code).toBe(3);
    expect(stdout).toContain('unreadable');
    expect(stdout).toContain('SUM-01');
  });
});

describe('extract', () => {
  test('prints every record with its type, as its schema says', () => {
    const { code, stdout } = hedui(['extract', 'samples/project-self-evaluation.docx']);
    expect(code).toBe(0);
    const records = jsonLinesOf(stdout);
    const bySchema = {
      document: schemas.DocumentRecord,
      filing: schemas.Filing,
      indicator: schemas.Indicator,
      amount: schemas.Amount,
      text: schemas.TextRecord,
      finding: schemas.Finding,
    };
    for (const { record, ...fields } of records) {
      const result = bySchema[record as keyof typeof bySchema].safeParse(fields);
      expect(result.error?.issues ?? []).toEqual([]);
    }
    expect(new Set(records.map(({ record }) => record))).toEqual(
      expect.objectContaining(new Set(['document', 'filing', 'indicator', 'amount'])),
    );
  });

  test('--pretty is the same, indented', () => {
    const plain = hedui(['extract', 'samples/allocation.xlsx']).stdout;
    const pretty = hedui(['extract', 'samples/allocation.xlsx', '--pretty']).stdout;
    const records = pretty.split(/(?<=^\})\n/m).filter((text) => text.trim() !== '');
    expect(records.map((text) => JSON.stringify(JSON.parse(text)))).toEqual(plain.trimEnd().split('\n'));
  });

  test('a reader that has seen enough is no mistake', () => {
    const command = `"${process.execPath}" bin/hedui.js extract samples | head -n 1`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', `set -o pipefail; ${command}`], {
      cwd: root,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ record: 'document' });
  });
});

describe('check --json', () => {
  test('gives documents, findings and, where asked for, coverage', () => {
    const file = join(folderOf({ 'wrong.html': form('40.00') }), 'wrong.html');
    const records = jsonLinesOf(hedui(['check', file, '--json', '--coverage']).stdout);
    expect(new Set(records.map(({ record }) => record))).toEqual(
      new Set(['document', 'finding', 'coverage']),
    );
    expect(records.find(({ record, rule }) => record === 'finding' && rule === 'SUM-01')).toMatchObject({
      expected: 30,
      actual: 40,
      severity: 'error',
    });
    expect(
      jsonLinesOf(hedui(['check', file, '--json']).stdout).some(({ record }) => record === 'coverage'),
    ).toBe(false);
  });
});

describe('tables', () => {
  const file = () =>
    join(
      folderOf({ 'form.html': form('30.00', '<table><tr><td>&lt;b&gt; &amp; "c", d</td></tr></table>') }),
      'form.html',
    );

  test('json holds the raw grids of the contract', () => {
    const { code, stdout } = hedui(['tables', file(), '--format', 'json']);
    expect(code).toBe(0);
    const { document_id, grids } = JSON.parse(stdout) as { document_id: string; grids: schemas.Grid[] };
    expect(document_id).toMatch(/^[0-9a-f]{64}$/);
    expect(grids).toHaveLength(2);
    expect(grids[0]).toMatchObject({ rows: 9, columns: 4, parts: [{ table: 0 }] });
    expect(grids[0]?.cells[0]).toMatchObject({
      row: 0,
      column: 0,
      rowSpan: 1,
      columnSpan: 4,
      text: '部门整体支出绩效目标申报表',
    });
    for (const { rows, columns, cells } of grids)
      expect(cells.reduce((sum, { rowSpan, columnSpan }) => sum + rowSpan * columnSpan, 0)).toBe(
        rows * columns,
      );
  });

  test('html keeps spans and escapes texts', () => {
    const { stdout } = hedui(['tables', file(), '--format', 'html']);
    expect(stdout).toContain('<td colspan="4">部门整体支出绩效目标申报表</td>');
    expect(stdout).toContain('&lt;b&gt; &amp; &quot;c&quot;, d');
  });

  test('csv quotes what has to be quoted', () => {
    const { stdout } = hedui(['tables', file(), '--format', 'csv']);
    expect(stdout).toContain('合计,30.00,100%,\r\n');
    expect(stdout.endsWith('"<b> & ""c"", d"\r\n')).toBe(true);
  });

  test('a file that cannot be read is told on stderr, with nothing on stdout', () => {
    const { code, stdout, stderr } = hedui(['tables', join(folderOf({ 'a.xlsx': '' }), 'a.xlsx')]);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toContain('empty');
  });
});

describe('rules', () => {
  test('lists the catalogue and explains a rule', () => {
    expect(hedui(['rules', '--lang', 'en']).stdout).toContain('SUM-01');
    const { code, stdout } = hedui(['rules', 'explain', 'sum-01']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^SUM-01 {2}合计/);
    for (const code of ['sum01', 'SUM 1', 'Sum_1'])
      expect(hedui(['rules', 'explain', code]).stdout).toBe(stdout);
    expect(hedui(['rules', 'explain']).stderr).toContain('hedui rules explain --help');
  });
});

describe('schema', () => {
  test('prints one noun, or all of them', () => {
    const filing = JSON.parse(hedui(['schema', 'filing']).stdout) as { title: string; required: string[] };
    expect(filing.title).toBe('filing');
    expect(filing.required).toContain('filing_id');
    const all = JSON.parse(hedui(['schema']).stdout) as { $defs: object };
    expect(Object.keys(all.$defs)).toContain('examination');
  });
});

test('an export says how many of its files could not be read, which its exit code tells', () => {
  const folder = folderOf({ '目标表.html': form(), '附件.pdf': '%PDF-1.4 damaged' });
  const { code, stderr } = hedui(['export', folder, '--to', join(folder, 'out'), '--format', 'csv']);
  expect([code, stderr]).toEqual([3, expect.stringContaining('，1 个文件无法读取 →')]);
});
