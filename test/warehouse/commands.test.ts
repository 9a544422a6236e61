import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { displayWidth } from '../../src/report/terminal/width.ts';
import { folderOf, form, hedui, jsonLinesOf } from '../cli/run.ts';

function archive(): { folder: string; warehouse: string } {
  const folder = folderOf({});
  mkdirSync(join(folder, 'archive'));
  writeFileSync(join(folder, 'archive/a.html'), form());
  writeFileSync(join(folder, 'archive/b.html'), form('40.00'));
  return { folder, warehouse: join(folder, 'warehouse') };
}

test('ingest, export and sql work together', () => {
  const { folder, warehouse } = archive();
  const ingested = hedui(['ingest', join(folder, 'archive'), '--warehouse', warehouse]);
  expect([ingested.code, ingested.stdout]).toEqual([0, '']);
  expect(readdirSync(warehouse).sort()).toEqual(['.hedui', 'hedui.duckdb']);

  const query = "SELECT rule, expected, actual FROM findings WHERE rule = 'SUM-01'";
  const asJson = hedui(['sql', query, '--warehouse', warehouse, '--json']);
  expect(jsonLinesOf(asJson.stdout)).toEqual([{ rule: 'SUM-01', expected: 30, actual: 40 }]);
  const asCsv = hedui(['sql', query, '--warehouse', warehouse, '--csv']);
  expect(asCsv.stdout).toBe('rule,expected,actual\r\nSUM-01,30,40\r\n');
  const asTable = hedui(['sql', 'SELECT * FROM v_findings_with_places', '--warehouse', warehouse]);
  expect(asTable.code).toBe(0);
  expect(asTable.stdout).toContain('SUM-01');
  for (const line of asTable.stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80);

  const out = join(folder, 'out');
  expect(hedui(['export', '--warehouse', warehouse, '--to', out]).code).toBe(0);
  expect(readdirSync(out)).toHaveLength(6);

  const sarif = [
    'export',
    '--warehouse',
    warehouse,
    '--to',
    folder,
    '--format',
    'sarif',
    '--severity',
    'error',
  ];
  expect(hedui(sarif).code).toBe(0);
  const { runs } = JSON.parse(readFileSync(join(folder, 'findings.sarif'), 'utf8')) as {
    runs: { results: { ruleId: string; level: string }[] }[];
  };
  expect(runs[0]!.results).toContainEqual(expect.objectContaining({ ruleId: 'SUM-01', level: 'error' }));
});

test('a query that cannot be answered, and a warehouse that is not there, end with 2', () => {
  const { folder, warehouse } = archive();
  const missing = hedui(['sql', 'SELECT 1', '--warehouse', warehouse]);
  expect([missing.code, missing.stdout]).toEqual([2, '']);
  expect(missing.stderr).toContain('hedui ingest');
  hedui(['ingest', join(folder, 'archive'), '--warehouse', warehouse]);
  const wrong = hedui(['sql', 'SELECT nothing FROM nowhere', '--warehouse', warehouse]);
  expect([wrong.code, wrong.stdout]).toEqual([2, '']);
  expect(wrong.stderr).toContain('nowhere');
  expect(hedui(['export', '--warehouse', warehouse, '--to', folder, '--year', 'soon']).code).toBe(2);
});

test('a server that does not answer is told of before anything is read', () => {
  const { folder } = archive();
  const place = 'postgres://someone:secret@127.0.0.1:1/x';
  for (const args of [
    ['ingest', join(folder, 'archive')],
    ['sql', 'SELECT 1'],
  ]) {
    const { code, stdout, stderr } = hedui([...args, '--warehouse', place]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('postgres://someone@127.0.0.1:1/x：');
    expect(stderr).toContain('ECONNREFUSED');
    expect(stderr).not.toContain('secret');
  }
});

test('the other commands load no database', () => {
  const folder = folderOf({
    'a.html': form(),
    'watch.mjs': `
      import { registerHooks } from 'node:module';
      registerHooks({
        resolve(name, context, next) {
          if (/^(@duckdb|pg)\\b/.test(name)) throw new Error('loads ' + name);
          return next(name, context);
        },
      });
    `,
  });
  const environment = { NODE_OPTIONS: `--import=${pathToFileURL(join(folder, 'watch.mjs')).href}` };
  for (const args of [
    ['check', join(folder, 'a.html')],
    ['export', '--help'],
    ['ingest', join(folder, 'a.html'), '--out', join(folder, 'out')],
  ]) {
    const { code, stderr } = hedui(args, environment);
    expect(stderr).not.toContain('loads ');
    expect(code).toBe(0);
  }
  const { stderr } = hedui(['sql', 'SELECT 1', '--warehouse', 'postgres://127.0.0.1:1/x'], environment);
  expect(stderr).toContain('loads pg');
});
